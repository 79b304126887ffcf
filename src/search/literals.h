/* literals.h - the Han characters that stand in every match of a regular expression, so that the index can
 * say where to look. */
#pragma once

#include <glib.h>
#include <stdbool.h>

/* An expression for the full text that matches every passage in which the regular expression can match, and
 * maybe others; NULL if it need not have any Han characters. With `is_folded` it is matched against folded
 * words, else against the text as it is. Free with g_free(). */
char *literals_expression(const char *regex, bool is_folded);
