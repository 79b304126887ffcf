/* numeral.h - the numbers that office programs write before paragraphs of lists and keep out of the text. */
#pragma once

#include "tifa.h"

typedef enum {
    NUMERAL_NONE,
    NUMERAL_DECIMAL,     /* 1, 12 */
    NUMERAL_PADDED,      /* 01, 12 */
    NUMERAL_WIDE,        /* １, １２ */
    NUMERAL_HAN,         /* 一, 十二, 一百零五 */
    NUMERAL_HAN_DIGITS,  /* 一, 一二, 一〇五 */
    NUMERAL_HAN_LEGAL,   /* 壹, 拾贰, 壹佰零伍 */
    NUMERAL_ROMAN,       /* I, XII */
    NUMERAL_SMALL_ROMAN, /* i, xii */
    NUMERAL_LETTER,      /* A, L, AA */
    NUMERAL_SMALL_LETTER,
    NUMERAL_CIRCLED,    /* ① to ⑳, then as decimal; so the others that are one character each */
    NUMERAL_BRACKETED,  /* ⑴ */
    NUMERAL_DOTTED,     /* ⒈ */
    NUMERAL_HAN_CIRCLE, /* ㊀ to ㊉ */
    NUMERAL_STEM,       /* 甲, 乙 to 癸 */
    NUMERAL_BRANCH,     /* 子, 丑 to 亥 */
} Numeral;

void numeral_append(GString *out, Numeral numeral, int number);

/* Ends a number: with a blank between it and the text, if the program leaves a gap there and no mark closes
 * the number. */
void numeral_close(GString *out, bool has_gap);
