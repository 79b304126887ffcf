/* comparison.c - what changed between two texts: what of it is shown, whatever the format. */
#include "report/comparison.h"

#include "base/utf8.h"
#include "report/record.h"

#include <string.h>

/* ---- What is shown --------------------------------------------------------------------------- */

/* Whether the text is the title, blanks aside. */
static bool is_title(const char *text, TifaSpan span, const char *title)
{
    const char *place = text + span.start, *end = text + span.end;
    while (place < end) {
        gunichar c = utf8_next(&place);
        if (utf8_is_space(c))
            continue;
        gunichar wanted;
        do
            wanted = *title ? utf8_next(&title) : 0;
        while (wanted && utf8_is_space(wanted));
        if (wanted != c)
            return false;
    }
    return !*title;
}

bool comparison_is_title_line(const ComparisonView *view, const TifaChange *change)
{
    bool is_added = change->kind == TIFA_CHANGE_ADDED;
    if (change->unit == TIFA_UNIT_ARTICLE || !(is_added || change->kind == TIFA_CHANGE_DELETED))
        return false;
    const char *title = tifa_document_field(is_added ? view->before : view->after, TIFA_FIELD_TITLE);
    return title && is_title(is_added ? view->new_text : view->old_text,
                             is_added ? change->after : change->before, title);
}

bool comparison_shows(const ComparisonView *view, const TifaChange *change)
{
    bool is_quiet = change->kind == TIFA_CHANGE_UNCHANGED || change->kind == TIFA_CHANGE_RENUMBERED ||
                    change->subtype == TIFA_SUBTYPE_TYPOGRAPHIC || change->subtype == TIFA_SUBTYPE_CROSSREF ||
                    change->subtype == TIFA_SUBTYPE_NOTE || comparison_is_title_line(view, change);
    return view->is_all || !is_quiet;
}

char *comparison_place(const TifaChange *change)
{
    const char *mark = change->unit == TIFA_UNIT_ARTICLE ? "§" : "";
    const char *old_label = change->old_label, *new_label = change->new_label;
    if (old_label && new_label && strcmp(old_label, new_label) == 0)
        return g_strdup_printf("%s%s", mark, new_label);
    return g_strdup_printf("%s%s → %s%s", old_label ? mark : "", old_label ? old_label : "(none)",
                           new_label ? mark : "", new_label ? new_label : "(none)");
}

static bool has_changes(const ComparisonView *view)
{
    for (size_t i = 0; i < view->change_count; i++)
        if (view->changes[i].kind != TIFA_CHANGE_UNCHANGED &&
            !comparison_is_title_line(view, &view->changes[i]))
            return true;
    return false;
}

/* ---- Findings on a decision ------------------------------------------------------------------- */

size_t comparison_count_findings(const ComparisonView *view, TifaFindingKind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < view->findings.length; i++)
        count += view->findings.items[i].kind == kind;
    return count;
}

TifaSpan comparison_order(const ComparisonView *view, const TifaFinding *finding)
{
    return finding->amendment == TIFA_NONE ? (TifaSpan){0, 0} : view->amendments[finding->amendment].source;
}

size_t comparison_finding_run(const ComparisonView *view, size_t first)
{
    const TifaFinding *findings = view->findings.items;
    uint32_t end = comparison_order(view, &findings[first]).end;
    size_t next = first + 1;
    while (next < view->findings.length && comparison_order(view, &findings[next]).end == end)
        next++;
    return next - first;
}

/* ---- Printing -------------------------------------------------------------------------------- */

static ComparisonView view_of(const TifaDocument *before, const TifaDocument *after,
                              const TifaComparison *comparison)
{
    ComparisonView view = {
        .before = before,
        .after = after,
        .old_text = tifa_document_text(before, NULL),
        .new_text = tifa_document_text(after, NULL),
        .comparison = comparison,
        .summary = tifa_comparison_summary(comparison),
    };
    size_t edit_count;
    view.changes = tifa_comparison_changes(comparison, &view.change_count);
    view.edits = tifa_comparison_edits(comparison, &edit_count);
    view.is_same = !has_changes(&view);
    return view;
}

bool tifa_comparison_has_changes(const TifaComparison *comparison, const TifaDocument *before,
                                 const TifaDocument *after)
{
    return !view_of(before, after, comparison).is_same;
}

bool tifa_print_comparison(const TifaPrinter *printer, const TifaDocument *before, const TifaDocument *after,
                           const TifaComparison *comparison, const TifaComparisonPrinting *printing,
                           GError **error)
{
    static void (*const faces[])(const ComparisonView *) = {
        [TIFA_FORMAT_TEXT] = comparison_print_text, [TIFA_FORMAT_JSON] = comparison_print_json,
        [TIFA_FORMAT_CSV] = comparison_print_csv,   [TIFA_FORMAT_HTML] = comparison_print_html,
        [TIFA_FORMAT_DOCX] = comparison_print_docx,
    };
    unsigned formats =
        RECORD_TEXT | RECORD_JSON | RECORD_HTML | (printing->decision ? 0 : RECORD_CSV | RECORD_DOCX);
    if (!record_accepts(printer, formats, printing->decision ? "a decision" : "a comparison", error))
        return false;
    ComparisonView view = view_of(before, after, comparison);
    view.printer = printer;
    view.is_all = printing->is_all;
    view.meanings = printing->meanings;
    view.concepts = printing->concepts;
    if (printing->decision) {
        size_t amendment_count;
        view.decision = printing->decision;
        view.amendments = tifa_decision_amendments(printing->decision, &amendment_count);
        view.decision_document = printing->decision_document;
        view.decision_text = tifa_document_text(printing->decision_document, NULL);
        tifa_decision_reconcile(printing->decision, comparison, &view.findings);
    }
    faces[printer->format](&view);
    g_free(view.findings.items);
    return record_flush(printer, error);
}
