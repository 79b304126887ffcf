/* verdicts.c - why labels were tagged or not, what is wrong in a dictionary, and what it lacks. */
#include "base/utf8.h"
#include "report/record.h"
#include "report/style.h"

#include <string.h>

/* ---- Verdicts -------------------------------------------------------------------------------- */

static json_t *verdict_record(const TifaConcepts *concepts, const char *text, const TifaVerdict *verdict)
{
    TifaConcept concept = tifa_concepts_get(concepts, verdict->concept);
    TifaSpan span = verdict->span, evidence = verdict->evidence;
    g_autofree char *reason = tifa_concepts_explain(concepts, text, verdict);
    json_t *record =
        json_pack("{s:i, s:i, s:s%, s:s}", "start", (int)span.start, "end", (int)span.end, "text",
                  text + span.start, (size_t)(span.end - span.start), "concept", concept.id);
    json_object_set_new(record, "label",
                        json_string(tifa_concepts_label(concepts, verdict->concept, verdict->variant, NULL)));
    json_object_set_new(record, "tagged", json_boolean(verdict->why == TIFA_WHY_TAGGED));
    json_object_set_new(record, "why", json_string(tifa_why_name((TifaWhy)verdict->why)));
    json_object_set_new(record, "guard", record_string(verdict->guard));
    json_object_set_new(record, "evidence",
                        json_stringn(text + evidence.start, evidence.end - evidence.start));
    json_object_set_new(record, "reason", json_string(reason));
    return record;
}

/* The place in its line, the label's words between brackets where there is no colour. */
static void print_place(const TifaPrinter *printer, const char *text, size_t length, TifaSpan span)
{
    unsigned columns = MAX(printer->width, 60u) - 4, left_columns = columns / 3;
    const char *start = text + span.start, *end = text + span.end;
    const char *left = utf8_back(text, start, left_columns);
    const char *line_start = g_strrstr_len(left, start - left, "\n");
    left = line_start ? line_start + 1 : left;
    g_autofree char *before = g_strndup(left, (size_t)(start - left));
    const char *stop = utf8_forward(end, text + length, columns);
    const char *line_end = memchr(end, '\n', (size_t)(stop - end));
    g_autofree char *after = g_strndup(end, (size_t)((line_end ? line_end : stop) - end));
    unsigned used = left_columns + (unsigned)utf8_width(start, span.end - span.start) + 2;
    style_print_end(printer, before, left_columns);
    fputs(printer->has_color ? " " : "[", printer->file);
    style_print(printer, STYLE_HIT, start, span.end - span.start);
    fputs(printer->has_color ? " " : "]", printer->file);
    if (used < columns)
        style_print_start(printer, after, columns - used, false);
    fputc('\n', printer->file);
}

static void print_verdict(const TifaPrinter *printer, const TifaConcepts *concepts, const char *text,
                          const TifaVerdict *verdict)
{
    bool is_tagged = verdict->why == TIFA_WHY_TAGGED;
    TifaConcept concept = tifa_concepts_get(concepts, verdict->concept);
    const char *label = tifa_concepts_label(concepts, verdict->concept, verdict->variant, NULL);
    bool has_reason = !is_tagged || verdict->evidence.end > 0;
    g_autofree char *reason = has_reason ? tifa_concepts_explain(concepts, text, verdict) : g_strdup("");
    g_autofree char *line =
        g_strdup_printf("%s, label %s%s%s", concept.id, label, has_reason ? ": " : "", reason);
    fputs("    ", printer->file);
    style_print(printer, is_tagged ? STYLE_INSERTED : STYLE_DIM, is_tagged ? "tagged " : "not tagged ",
                strlen(is_tagged ? "tagged " : "not tagged "));
    style_print_wrapped(printer, line, MAX(printer->width, 60u) - 16, 8);
    fputc('\n', printer->file);
}

bool tifa_print_verdicts(const TifaPrinter *printer, const TifaConcepts *concepts, const char *text,
                         const TifaVerdicts *verdicts, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "verdicts", error))
        return false;
    TifaSpan last = {0, 0};
    size_t length = strlen(text);
    for (size_t i = 0; i < verdicts->length; i++) {
        const TifaVerdict *verdict = &verdicts->items[i];
        if (printer->format != TIFA_FORMAT_TEXT) {
            record_print(printer, verdict_record(concepts, text, verdict), i == 0);
            continue;
        }
        if (verdict->span.start != last.start || verdict->span.end != last.end)
            print_place(printer, text, length, verdict->span);
        last = verdict->span;
        print_verdict(printer, concepts, text, verdict);
    }
    return record_finish(printer, error);
}

/* ---- Faults ---------------------------------------------------------------------------------- */

static void print_fault(const TifaPrinter *printer, const TifaFault *fault)
{
    const char *name = fault->is_error ? "error" : "warning";
    fprintf(printer->file, "%s: line %u", fault->file, fault->line);
    if (fault->column)
        fprintf(printer->file, ", column %u", fault->column);
    fputs(": ", printer->file);
    style_print(printer, fault->is_error ? STYLE_HIT : STYLE_HEAD, name, strlen(name));
    fprintf(printer->file, ": %s\n", fault->reason);
}

static json_t *fault_record(const TifaFault *fault)
{
    return json_pack("{s:s, s:i, s:i, s:s, s:s}", "file", fault->file, "line", (int)fault->line, "column",
                     (int)fault->column, "level", fault->is_error ? "error" : "warning", "reason",
                     fault->reason);
}

bool tifa_print_faults(const TifaPrinter *printer, const TifaFaults *faults, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "faults", error))
        return false;
    for (size_t i = 0; i < faults->length; i++) {
        if (printer->format == TIFA_FORMAT_TEXT)
            print_fault(printer, &faults->items[i]);
        else
            record_print(printer, fault_record(&faults->items[i]), i == 0);
    }
    if (printer->format != TIFA_FORMAT_TEXT)
        return record_finish(printer, error);
    if (faults->errors + faults->warnings > faults->length)
        fprintf(printer->file, "... only the first %zu faults are shown\n", faults->length);
    fprintf(printer->file, "%zu error%s, %zu warning%s\n", faults->errors, faults->errors == 1 ? "" : "s",
            faults->warnings, faults->warnings == 1 ? "" : "s");
    return record_finish(printer, error);
}

/* ---- Candidates ------------------------------------------------------------------------------ */

static json_t *candidate_record(const TifaCandidate *candidate, const TifaHit *example)
{
    json_t *record = json_pack("{s:s, s:I, s:I, s:I, s:f, s:f, s:f}", "phrase", candidate->text, "count",
                               (json_int_t)candidate->count, "documents", (json_int_t)candidate->documents,
                               "total", (json_int_t)candidate->total, "cohesion", candidate->cohesion,
                               "freedom", candidate->freedom, "score", candidate->score);
    json_object_set_new(record, "document", json_integer(example->document));
    json_object_set_new(record, "title", record_string(example->entry.title));
    json_object_set_new(record, "start", json_integer(example->span.start));
    json_object_set_new(record, "left", json_string(example->left));
    json_object_set_new(record, "match", json_string(example->match));
    json_object_set_new(record, "right", json_string(example->right));
    return record;
}

static void print_candidate(const TifaPrinter *printer, const TifaCandidate *candidate,
                            const TifaHit *example)
{
    unsigned width = MAX(printer->width, 70u), phrase = 26, context = width - 16 - phrase - 1;
    fprintf(printer->file, "%7zu %6zu  ", candidate->count, candidate->documents);
    style_print_start(printer, candidate->text, phrase, true);
    unsigned left = context / 3, match = (unsigned)utf8_width(example->match, strlen(example->match));
    style_print_end(printer, example->left, left);
    fputc(' ', printer->file);
    style_print(printer, STYLE_HIT, example->match, strlen(example->match));
    style_print_start(printer, example->right, context > left + match ? context - left - match : 0, false);
    fputc('\n', printer->file);
}

bool tifa_print_candidates(const TifaPrinter *printer, const TifaCandidates *candidates,
                           const TifaHits *examples, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "proposed phrases", error))
        return false;
    if (printer->format == TIFA_FORMAT_TEXT && candidates->length)
        fputs("  times  texts  phrase\n", printer->file);
    for (size_t i = 0; i < candidates->length; i++) {
        const TifaHit *example = tifa_hits_get(examples, i);
        if (printer->format == TIFA_FORMAT_TEXT)
            print_candidate(printer, &candidates->items[i], example);
        else
            record_print(printer, candidate_record(&candidates->items[i], example), i == 0);
    }
    return record_finish(printer, error);
}
