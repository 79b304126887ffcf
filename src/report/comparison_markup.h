/* comparison_markup.h - the small pieces of the page that shows a comparison: words, places, marked text.
 * What comes from a document is escaped here and nowhere else. */
#pragma once

#include "report/comparison.h"

/* What readers see of a kind, in English and Chinese. */
typedef struct {
    const char *english, *chinese;
} MarkupTerm;

extern const MarkupTerm markup_kind_terms[TIFA_CHANGE_COUNT];
extern const MarkupTerm markup_subtype_terms[TIFA_SUBTYPE_COUNT];
extern const MarkupTerm markup_finding_terms[TIFA_FINDING_OPEN + 1];

/* Prints what is HTML already. */
void markup_put(const ComparisonView *view, const char *markup);

/* Prints text, escaped. */
void markup_text(const ComparisonView *view, const char *text, size_t length);
void markup_string(const ComparisonView *view, const char *text);

/* "modified <span>修改</span>" */
void markup_term(const ComparisonView *view, const MarkupTerm *term);

/* Opens an element in the language of a document. */
void markup_open(const ComparisonView *view, const char *element, const TifaDocument *document);

/* A field, or a dash if it is not known. */
void markup_field(const ComparisonView *view, const TifaDocument *document, TifaField field);

/* "Art. 8", "Art. 8 → 9", "Chapter 3 → Section 1". */
void markup_place(const ComparisonView *view, const TifaChange *change);

/* The place of the change of that index, as a link to its row. */
void markup_link(const ComparisonView *view, size_t change);

/* Text inside a mark, "<ins>", or plain ("<span>"). A line end closes the mark and the paragraph, and opens
 * both again. */
void markup_marked(const ComparisonView *view, const char *text, TifaSpan span, const char *opening);

/* The part of the page where the texts stand side by side (comparison_table.c). */
void comparison_print_table(const ComparisonView *view);
