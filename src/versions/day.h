/* day.h - days between ISO dates. */
#pragma once

#include "tifa.h"

/* The days from one date to another, less than 0 if it lies before; G_MAXINT where one is no full date. */
int days_between(const char *from, const char *to);

/* The date so many years and days later, or NULL if `iso` is no full date. Free with g_free(). */
char *day_after(const char *iso, unsigned years, unsigned days);
