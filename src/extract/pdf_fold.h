/* pdf_fold.h - characters that a font meant otherwise, put right.
 *
 * PDF writers name glyphs by look: U+2F00 (a radical) for U+4E00, U+FB01 for "fi", U+FE10 for a comma in
 * vertical text. Only such forms are folded: radicals U+2E80-2FDF, compatibility ideographs U+F900-FAFF,
 * Latin ligatures U+FB00-FB06 and vertical forms U+FE10-FE48. Width (U+FF10-FF5A) and circled numbers are
 * what the author wrote and stay; NFKC would destroy them and leave most radicals.
 */
#pragma once

#include "tifa.h"

#define PDF_FOLD_MAX 4

/* Whether c is a radical or compatibility form in the place of an ideograph. */
bool pdf_fold_is_look_alike(gunichar c);

/* The characters c stands for, in `folded`; their number, at least 1. */
size_t pdf_fold_char(gunichar c, gunichar folded[PDF_FOLD_MAX]);
