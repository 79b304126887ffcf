/* comparison_text.c - a comparison for the terminal: a redline, with or without colour. */
#include "report/comparison.h"
#include "report/meanings.h"
#include "report/style.h"

#include <string.h>

/* ---- Changes --------------------------------------------------------------------------------- */

static void print_piece(const ComparisonView *view, Style style, const char *text, TifaSpan span,
                        const char *opening, const char *closing)
{
    const TifaPrinter *printer = view->printer;
    for (; span.start < span.end && text[span.start] == '\n'; span.start++)
        fputs("\n    ", printer->file);
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
static void print_edit(const ComparisonView *view, const TifaEdit *edit)
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

static void print_head(const ComparisonView *view, const TifaChange *change)
{
    g_autofree char *place = comparison_place(change);
    const char *subtype = tifa_change_subtype_name(change->subtype);
    bool has_subtype = subtype && change->subtype != TIFA_SUBTYPE_SUBSTANTIVE;
    g_autofree char *head = g_strdup_printf("%s  %s%s%s", place, tifa_change_kind_name(change->kind),
                                            has_subtype ? ", " : "", has_subtype ? subtype : "");
    style_print(view->printer, STYLE_HEAD, head, strlen(head));
    fputs("\n    ", view->printer->file);
}

static void print_change(const ComparisonView *view, const TifaChange *change)
{
    print_head(view, change);
    for (size_t i = 0; i < change->edits; i++)
        print_edit(view, &view->edits[change->first_edit + i]);
    fputs("\n\n", view->printer->file);
}

/* ---- Head and foot --------------------------------------------------------------------------- */

static void print_side(const ComparisonView *view, const char *mark, const TifaDocument *document)
{
    const char *title = tifa_document_field(document, TIFA_FIELD_TITLE);
    const char *date = tifa_document_field(document, TIFA_FIELD_DATE);
    fprintf(view->printer->file, "%s %s%s%s\n", mark, title ? title : "(no title)", date ? ", " : "",
            date ? date : "");
}

static void print_summary(const ComparisonView *view)
{
    const char *comma = "";
    print_side(view, "---", view->before);
    print_side(view, "+++", view->after);
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++) {
        if (!view->summary.kinds[kind])
            continue;
        fprintf(view->printer->file, "%s%zu %s", comma, view->summary.kinds[kind],
                tifa_change_kind_name(kind));
        comma = ", ";
    }
    fputs("\n", view->printer->file);
    if (!view->summary.is_related)
        fputs("The two texts have nearly nothing in common.\n", view->printer->file);
    if (view->is_same)
        fputs("The texts are the same.\n", view->printer->file);
    fputs("\n", view->printer->file);
}

static void print_changes(const ComparisonView *view)
{
    size_t hidden = 0;
    for (size_t i = 0; i < view->change_count; i++) {
        const TifaChange *change = &view->changes[i];
        if (comparison_shows(view, change))
            print_change(view, change);
        else
            hidden += change->kind != TIFA_CHANGE_UNCHANGED && !comparison_is_title_line(view, change);
    }
    if (hidden)
        fprintf(view->printer->file,
                "%zu change%s of number, typography or notes only %s not shown; see --all\n", hidden,
                hidden == 1 ? "" : "s", hidden == 1 ? "is" : "are");
}

/* ---- A decision ------------------------------------------------------------------------------ */

/* How an item of the decision begins. */
static void print_order(const ComparisonView *view, const TifaFinding *finding)
{
    TifaSpan order = comparison_order(view, finding);
    g_autofree char *text = g_strndup(view->decision_text + order.start, order.end - order.start);
    style_print_start(view->printer, *text ? text : "(no order)", MAX(view->printer->width, 20), false);
    fputc('\n', view->printer->file);
}

static void print_finding(const ComparisonView *view, const TifaFinding *finding)
{
    const TifaPrinter *printer = view->printer;
    g_autofree char *name = g_strdup_printf("    %-9s", tifa_finding_kind_name(finding->kind));
    style_print(printer, STYLE_HEAD, name, strlen(name));
    if (finding->change != TIFA_NONE) {
        g_autofree char *place = comparison_place(&view->changes[finding->change]);
        fprintf(printer->file, "  %s", place);
    }
    if (finding->amendment != TIFA_NONE)
        fprintf(printer->file, "  %s", tifa_amendment_kind_name(view->amendments[finding->amendment].kind));
    fprintf(printer->file, ": %s\n", finding->reason);
}

static void print_findings(const ComparisonView *view)
{
    const char *comma = "\nThe decision: ";
    for (TifaFindingKind kind = TIFA_FINDING_CONFIRMED; kind <= TIFA_FINDING_OPEN; kind++) {
        fprintf(view->printer->file, "%s%zu %s", comma, comparison_count_findings(view, kind),
                tifa_finding_kind_name(kind));
        comma = ", ";
    }
    fputs("\n\n", view->printer->file);
    for (size_t first = 0, next; first < view->findings.length; first = next) {
        next = first + comparison_finding_run(view, first);
        print_order(view, &view->findings.items[first]);
        for (size_t i = first; i < next; i++)
            print_finding(view, &view->findings.items[i]);
    }
}

void comparison_print_text(const ComparisonView *view)
{
    print_summary(view);
    if (view->meanings)
        meanings_print_text(view);
    print_changes(view);
    if (view->decision)
        print_findings(view);
}
