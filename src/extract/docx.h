/* docx.h - the parts of a Word document besides its text: styles, and the numbers that Word makes itself. */
#pragma once

#include "extract/xml.h"

/* ---- Styles ---------------------------------------------------------------------------------- */

/* What a style, with those it is based on, says of a paragraph. */
typedef struct {
    int outline;          /* 0 for the first level of headings; -1 for text */
    int numbering, level; /* of its list; numbering is 0 for none */
    bool is_title, is_contents;
} DocxStyle;

typedef struct DocxStyles DocxStyles;

/* Reads word/styles.xml; NULL bytes are a document without styles. */
DocxStyles *docx_styles_read(GBytes *bytes);
void docx_styles_free(DocxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxStyles, docx_styles_free)

/* The style with that id; plain text if `id` is NULL or unknown. */
DocxStyle docx_style(const DocxStyles *styles, const char *id);

/* ---- Numbers --------------------------------------------------------------------------------- */

typedef struct DocxNumbers DocxNumbers;

/* Reads word/numbering.xml; NULL bytes are a document without lists. */
DocxNumbers *docx_numbers_read(GBytes *bytes);
void docx_numbers_free(DocxNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxNumbers, docx_numbers_free)

/* The number of the next paragraph of a list, as Word shows it (第一条, di yi tiao, article 1; "1.2"), with
 * the blank behind it. Empty for a bullet or an unknown list. Free with g_free(). */
char *docx_next_number(DocxNumbers *numbers, int numbering, int level);
