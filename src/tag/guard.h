/* guard.h - rules where a label does not count; see GUARDS in tifa-concepts(5). */
#pragma once

#include "tag/form.h"

typedef enum {
    GUARD_BEHIND,      /* refuse where a word stands right behind the label */
    GUARD_BEFORE,      /* ... right before it */
    GUARD_ONLY_BEHIND, /* only where one stands right behind or before; one of these guards is enough */
    GUARD_ONLY_BEFORE,
    GUARD_NEAR,   /* only where a word stands in the same paragraph; one of these guards is enough */
    GUARD_DATES,  /* only in texts of a range of dates; one of these guards is enough */
    GUARD_QUOTED, /* only right behind an opening quotation mark */
    GUARD_WORD,
    GUARD_ANYWHERE,
    GUARD_CASE,
    GUARD_ANYCASE,
    GUARD_NEVER,
} GuardKind;

/* A range of days as numbers YYYYMMDD. */
typedef struct {
    uint32_t from, to;
} DateRange;

#define DATE_LAST 99991231

typedef struct {
    GuardKind kind;
    const char *written; /* lent */
    Form *words;         /* the word, then its exceptions */
    size_t count;        /* of words */
    DateRange dates;
} Guard;

/* Understands one guard; `written` must outlive it. NULL, or the reason why it cannot be understood (static).
 */
const char *guard_parse(Guard *guard, const char *written);
void guard_clear(Guard *guard);

/* A place in a text that a label takes. */
typedef struct {
    const char *text, *end; /* of the whole text */
    TifaSpan span;
} LabelPlace;

/* Whether the word of a guard (behind, before, near; only or not) stands where the guard looks for it and no
 * exception does. *evidence gets its place. */
bool guard_stands(const Guard *guard, const LabelPlace *place, TifaSpan *evidence);

/* The days of "2018", "2018-03" or "2018-03-17"; false if `date` is none of these. */
bool date_range(const char *date, DateRange *range);
