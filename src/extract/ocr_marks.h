/* ocr_marks.h - marks that models of Chinese write as Western ones, made Chinese again. */
#pragma once

#include "base/utf8.h"

/* The text, if it is mostly Chinese, with ， ： ； ！ ？ （ ） where , : ; ! ? ( ) stand behind or around
 * Chinese characters, and 〇 (ling, zero) where a 0, O or @ stands behind a Chinese figure (二0一七). Free
 * with g_free(). */
char *ocr_marks_widen(const char *text);
