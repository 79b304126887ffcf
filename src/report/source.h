/* source.h - where a hit comes from, in words. */
#pragma once

#include "tifa.h"

/* "12", "120-1", or NULL: the number of the article a hit stands in. Free with g_free(). */
char *source_article(const TifaHit *hit);

/* A title, or a number, in at most so many columns. What laws and plans have in common is left out first
 * (中华人民共和国, the name of the state; 国民经济和社会发展, national economic and social development), then
 * the middle, so that what tells titles apart, their beginning and their end, stays. Free with g_free(). */
char *source_fit(const char *title, unsigned columns);

/* "12 政府工作报告 §3": document, title, article or page; at most so many columns, the title cut. Free with
 * g_free(). */
char *source_short(const TifaHit *hit, unsigned columns);

/* "澜江省科技创新促进条例, 澜江省人民代表大会, 2018-09-30, §3, p. 2": all that is known. Free with g_free().
 */
char *source_long(const TifaHit *hit);
