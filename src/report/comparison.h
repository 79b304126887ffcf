/* comparison.h - what the printed faces of a comparison share: what is compared, and what of it is shown. */
#pragma once

#include "tifa.h"

/* What is printed, at hand everywhere. All but the findings is lent. */
typedef struct {
    const TifaPrinter *printer;
    const TifaDocument *before, *after;
    const char *old_text, *new_text;
    const TifaComparison *comparison;
    const TifaChange *changes;
    size_t change_count;
    const TifaEdit *edits;
    TifaComparisonSummary summary;
    bool is_all, is_same;
    const TifaMeanings *meanings; /* NULL if they are not wanted */
    const TifaConcepts *concepts;
    const TifaDecision *decision; /* NULL if there is none; then what follows is empty */
    const TifaAmendment *amendments;
    const TifaDocument *decision_document;
    const char *decision_text;
    TifaFindings findings;
} ComparisonView;

/* Whether the change is shown where not everything is asked for. */
bool comparison_shows(const ComparisonView *view, const TifaChange *change);

/* Whether one reader has the title as a line of the text and the other only as a field: no change. */
bool comparison_is_title_line(const ComparisonView *view, const TifaChange *change);

/* "§8 → §9", "§8", "chp_2 → (none)". Free with g_free(). */
char *comparison_place(const TifaChange *change);

/* How many findings are of a kind. */
size_t comparison_count_findings(const ComparisonView *view, TifaFindingKind kind);

/* How many findings from `first` on are about one item of the decision, or about changes that nothing orders.
 */
size_t comparison_finding_run(const ComparisonView *view, size_t first);

/* The item of the decision that a finding is about, in its text; empty for a change that nothing orders. */
TifaSpan comparison_order(const ComparisonView *view, const TifaFinding *finding);

void comparison_print_text(const ComparisonView *view);
void comparison_print_json(const ComparisonView *view);
void comparison_print_csv(const ComparisonView *view);
void comparison_print_html(const ComparisonView *view);
void comparison_print_docx(const ComparisonView *view);
