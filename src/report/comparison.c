/* comparison.c - what changed between two texts: a redline for the terminal, and JSON. */
#include "report/record.h"
#include "report/style.h"

#include <string.h>

/* What is printed about, at hand everywhere below. */
typedef struct {
    const TifaPrinter *printer;
    const TifaDocument *before, *after;
    const TifaComparison *comparison;
    const char *old_text, *new_text;
    const TifaEdit *edits;
} View;

/* ---- JSON ------------------------------------------------------------------------------------ */

static json_t *span_text(const char *text, TifaSpan span)
{
    return json_stringn(text + span.start, span.end - span.start);
}

static json_t *edit_record(const View *view, const TifaEdit *edit)
{
    static const char *const names[] = {
        [TIFA_EDIT_EQUAL] = "equal", [TIFA_EDIT_DELETE] = "delete", [TIFA_EDIT_INSERT] = "insert"};
    bool is_insert = edit->kind == TIFA_EDIT_INSERT;
    json_t *record = json_pack(
        "{s:s, s:o}", "kind", names[edit->kind], "text",
        span_text(is_insert ? view->new_text : view->old_text, is_insert ? edit->after : edit->before));
    json_object_set_new(record, "old",
                        json_pack("[I, I]", (json_int_t)edit->before.start, (json_int_t)edit->before.end));
    json_object_set_new(record, "new",
                        json_pack("[I, I]", (json_int_t)edit->after.start, (json_int_t)edit->after.end));
    if (edit->flags & TIFA_EDIT_LABEL)
        json_object_set_new(record, "label", json_true());
    if (edit->flags & TIFA_EDIT_ELSEWHERE)
        json_object_set_new(record, "elsewhere", json_true());
    if (edit->flags & TIFA_EDIT_TYPOGRAPHIC)
        json_object_set_new(record, "typographic", json_true());
    return record;
}

static json_t *change_record(const View *view, const TifaChange *change)
{
    json_t *edits = json_array();
    for (size_t i = 0; i < change->edits; i++)
        json_array_append_new(edits, edit_record(view, &view->edits[change->first_edit + i]));
    json_t *record = json_pack("{s:o, s:o, s:s, s:o}", "old", record_string(change->old_label), "new",
                               record_string(change->new_label), "kind", tifa_change_kind_name(change->kind),
                               "subtype", record_string(tifa_change_subtype_name(change->subtype)));
    json_object_set_new(record, "unit", json_string(tifa_unit_kind_name(change->unit)));
    json_object_set_new(record, "modification", record_string(tifa_change_kind_modification(change->kind)));
    json_object_set_new(record, "primary", json_boolean(change->is_primary));
    json_object_set_new(record, "likeness", json_real(change->likeness));
    json_object_set_new(record, "edits", edits);
    return record;
}

static json_t *side_record(const TifaDocument *document)
{
    return json_pack("{s:o, s:o, s:o}", "title",
                     record_string(tifa_document_field(document, TIFA_FIELD_TITLE)), "date",
                     record_string(tifa_document_field(document, TIFA_FIELD_DATE)), "number",
                     record_string(tifa_document_field(document, TIFA_FIELD_NUMBER)));
}

static void print_json(const View *view)
{
    size_t count;
    const TifaChange *changes = tifa_comparison_changes(view->comparison, &count);
    TifaComparisonSummary summary = tifa_comparison_summary(view->comparison);
    json_t *links = json_array(), *others = json_array(), *kinds = json_object();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(changes[i].unit == TIFA_UNIT_ARTICLE ? links : others,
                              change_record(view, &changes[i]));
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++)
        json_object_set_new(kinds, tifa_change_kind_name(kind),
                            json_integer((json_int_t)summary.kinds[kind]));
    json_t *record = json_pack("{s:o, s:o, s:o, s:b, s:f}", "old", side_record(view->before), "new",
                               side_record(view->after), "summary", kinds, "related", summary.is_related,
                               "shared", summary.shared);
    json_object_set_new(record, "links", links);
    json_object_set_new(record, "others", others);
    record_print_json(view->printer, record);
}

/* ---- Redline --------------------------------------------------------------------------------- */

static void print_piece(const View *view, Style style, const char *text, TifaSpan span, const char *opening,
                        const char *closing)
{
    const TifaPrinter *printer = view->printer;
    if (!printer->has_color)
        fputs(opening, printer->file);
    /* A line of its own for every paragraph, all set in alike. */
    for (uint32_t start = span.start; start < span.end;) {
        const char *line = text + start, *end = memchr(line, '\n', span.end - start);
        size_t length = end ? (size_t)(end - line) : span.end - start;
        style_print(printer, style, line, length);
        if (end)
            fputs("\n    ", printer->file);
        start += (uint32_t)length + (end != NULL);
    }
    if (!printer->has_color)
        fputs(closing, printer->file);
}

/* Whether a span is the end of a paragraph and nothing else: where it came or went shows in the lines
 * themselves. */
static bool is_line_end(const char *text, TifaSpan span)
{
    return span.end - span.start == 1 && text[span.start] == '\n';
}

/* One step of a change. The unit's own number is in the head line already, so only the new one is printed;
 * what stands in another unit is shown there. */
static void print_edit(const View *view, const TifaEdit *edit)
{
    bool is_label = edit->flags & TIFA_EDIT_LABEL, is_delete = edit->kind == TIFA_EDIT_DELETE;
    if (edit->flags & TIFA_EDIT_ELSEWHERE)
        style_print(view->printer, STYLE_DIM, "[…]", strlen("[…]"));
    else if (is_delete && !is_label && !is_line_end(view->old_text, edit->before))
        print_piece(view, STYLE_DELETED, view->old_text, edit->before, "[-", "-]");
    else if (edit->kind == TIFA_EDIT_INSERT && !is_label && !is_line_end(view->new_text, edit->after))
        print_piece(view, STYLE_INSERTED, view->new_text, edit->after, "{+", "+}");
    else if (!is_delete)
        print_piece(view, STYLE_PLAIN, view->new_text, edit->after, "", "");
}

static bool is_shown(const TifaChange *change, bool is_all)
{
    bool is_quiet = change->kind == TIFA_CHANGE_UNCHANGED || change->kind == TIFA_CHANGE_RENUMBERED ||
                    change->subtype == TIFA_SUBTYPE_TYPOGRAPHIC || change->subtype == TIFA_SUBTYPE_CROSSREF ||
                    change->subtype == TIFA_SUBTYPE_NOTE;
    return is_all || !is_quiet;
}

static void print_head(const View *view, const TifaChange *change)
{
    bool is_article = change->unit == TIFA_UNIT_ARTICLE;
    const char *mark = is_article ? "§" : "";
    const char *old_label = change->old_label, *new_label = change->new_label;
    g_autoptr(GString) head = g_string_new(NULL);
    if (old_label && new_label && strcmp(old_label, new_label) == 0)
        g_string_append_printf(head, "%s%s", mark, new_label);
    else
        g_string_append_printf(head, "%s%s → %s%s", old_label ? mark : "", old_label ? old_label : "(none)",
                               new_label ? mark : "", new_label ? new_label : "(none)");
    const char *subtype = tifa_change_subtype_name(change->subtype);
    bool has_subtype = subtype && change->subtype != TIFA_SUBTYPE_SUBSTANTIVE;
    g_string_append_printf(head, "  %s%s%s", tifa_change_kind_name(change->kind), has_subtype ? ", " : "",
                           has_subtype ? subtype : "");
    style_print(view->printer, STYLE_HEAD, head->str, head->len);
    fputs("\n    ", view->printer->file);
}

static void print_change(const View *view, const TifaChange *change)
{
    print_head(view, change);
    for (size_t i = 0; i < change->edits; i++)
        print_edit(view, &view->edits[change->first_edit + i]);
    fputs("\n\n", view->printer->file);
}

static void print_side(const View *view, const char *mark, const TifaDocument *document)
{
    const char *title = tifa_document_field(document, TIFA_FIELD_TITLE);
    const char *date = tifa_document_field(document, TIFA_FIELD_DATE);
    fprintf(view->printer->file, "%s %s%s%s\n", mark, title ? title : "(no title)", date ? ", " : "",
            date ? date : "");
}

static void print_summary(const View *view)
{
    TifaComparisonSummary summary = tifa_comparison_summary(view->comparison);
    const char *comma = "";
    print_side(view, "---", view->before);
    print_side(view, "+++", view->after);
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++) {
        if (!summary.kinds[kind])
            continue;
        fprintf(view->printer->file, "%s%zu %s", comma, summary.kinds[kind], tifa_change_kind_name(kind));
        comma = ", ";
    }
    fputs("\n", view->printer->file);
    if (!summary.is_related)
        fputs("The two texts have nearly nothing in common.\n", view->printer->file);
    fputs("\n", view->printer->file);
}

static void print_text(const View *view, bool is_all)
{
    size_t count, hidden = 0;
    const TifaChange *changes = tifa_comparison_changes(view->comparison, &count);
    print_summary(view);
    for (size_t i = 0; i < count; i++) {
        if (is_shown(&changes[i], is_all))
            print_change(view, &changes[i]);
        else
            hidden += changes[i].kind != TIFA_CHANGE_UNCHANGED;
    }
    if (hidden)
        fprintf(view->printer->file,
                "%zu changes of number, typography or notes only are not shown; see --all\n", hidden);
}

bool tifa_print_comparison(const TifaPrinter *printer, const TifaDocument *before, const TifaDocument *after,
                           const TifaComparison *comparison, bool is_all, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_JSON, "a comparison", error))
        return false;
    size_t count;
    View view = {
        .printer = printer,
        .before = before,
        .after = after,
        .comparison = comparison,
        .old_text = tifa_document_text(before, NULL),
        .new_text = tifa_document_text(after, NULL),
        .edits = tifa_comparison_edits(comparison, &count),
    };
    if (printer->format == TIFA_FORMAT_JSON)
        print_json(&view);
    else
        print_text(&view, is_all);
    return record_finish(printer, error);
}
