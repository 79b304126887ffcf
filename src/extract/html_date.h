/* html_date.h - the date of a day in a short text of a web page. */
#pragma once

#include "tifa.h"

/* The first date with month and day in the text, or YYYYMMDD as addresses have it, in ISO 8601
 * ("2021-12-24"); NULL if there is none. Free with g_free(). */
char *html_date_find(const char *text, size_t length);
