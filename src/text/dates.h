/* dates.h - dates as documents write them.
 *
 * 2021年3月12日, ２０２１ 年 3 月, 二〇二一年三月十二日, 一九九九年, 2021-03-12, 2021/3/12, 2021.3.12, 12
 * March 2021, March 12, 2021, Mar. 2021. Years are 1900 to 2199. A date that no calendar has (2021年2月30日)
 * is no date.
 */
#pragma once

#include "tifa.h"

/* month and day are 0 where the text does not say them. */
typedef struct {
    uint16_t year;
    uint8_t month, day;
} Date;

/* The date at the head of `length` bytes; gives its bytes, or 0 if there is none. */
size_t date_read(const char *text, size_t length, Date *date);

/* The first date in `length` bytes; false if there is none. Years alone (2021年) count. */
bool date_find(const char *text, size_t length, TifaSpan *place, Date *date);

/* Whether `length` bytes are one date with month and nothing else but blanks and brackets. */
bool date_is_all(const char *text, size_t length, Date *date);

/* As strcmp(): earlier is less; 2021 is before 2021-03. */
int date_compare(Date a, Date b);

/* 2021-03-12, 2021-03 or 2021. Free with g_free(). */
char *date_iso(Date date);

/* The first date with month and day in a short text, or YYYYMMDD as addresses have it, in ISO 8601; NULL if
 * there is none. Free with g_free(). */
char *date_find_day(const char *text, size_t length);
