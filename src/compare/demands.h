/* demands.h - what a text demands: duties, quantities, times, and the agencies that act.
 *
 * Told by form, without a dictionary: a reader sees the quotation with each, and judges.
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* What a duty word does. Words of one class can be stronger or weaker than each other. */
typedef enum {
    DUTY_DEMAND,   /* 可以 may, 鼓励 encourage, 应当 should, 必须 must */
    DUTY_PROHIBIT, /* 不得 may not, 禁止 forbid, 严禁 strictly forbid */
} DutyClass;

typedef struct {
    TifaMeaningKind kind;
    TifaSpan span;
    TifaSpan actor, object; /* of a duty; empty where the clause does not show them */
    TifaDutyKind duty;
    uint8_t duty_class;     /* DutyClass */
    uint8_t force;          /* of a duty, within its class */
    int64_t value;          /* of a quantity or time */
    TifaSpan unit;          /* the same: 万元, 个工作日 */
    bool is_least, is_most; /* 以上, 以下 */
} Demand;

typedef struct {
    Demand *items;
    size_t length, capacity;
} Demands;

/* Appends the demands of text[span] in their order. */
void demands_find(const char *text, TifaSpan span, Demands *demands);

/* The clause, from one comma to the next, around `place` inside `whole`. */
TifaSpan demands_clause(const char *text, TifaSpan whole, TifaSpan place);

/* The sentence around `place` inside `whole`. */
TifaSpan demands_sentence(const char *text, TifaSpan whole, TifaSpan place);
