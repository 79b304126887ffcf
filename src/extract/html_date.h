/* html_date.h - dates as web pages write them: 2021-12-24 09:53, 2021年12月24日, December 24, 2021. */
#pragma once

#include "tifa.h"

/* The first whole date in the text as ISO 8601 ("2021-12-24"), or NULL. Free with g_free(). */
char *html_date_find(const char *text, size_t length);
