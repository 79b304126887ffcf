/* query_text.h - a question while it is read: its characters, its operators in half and full width, and
 * refusals that show the place. */
#pragma once

#include "query/query.h"

typedef struct {
    const char *text, *place;
    unsigned depth;            /* brackets open around the place */
    size_t terms;              /* words read so far */
    size_t tests;              /* tests of words read so far (query_cql.c) */
    char *labels[LABELS_MOST]; /* read so far (query_cql.c) */
    bool is_behind_relation;   /* behind within or containing (query_cql.c) */
    TifaQuery *query;
} QueryText;

/* Deeper nesting than any person writes; keeps the parsers' own stack small. */
enum { QUERY_DEEPEST = 100 };

/* The character at the place, 0 at the end. */
static inline gunichar query_peek(const QueryText *text)
{
    return *text->place ? g_utf8_get_char(text->place) : 0;
}

static inline void query_skip(QueryText *text)
{
    text->place = g_utf8_next_char(text->place);
}

void query_skip_space(QueryText *text);

/* The operator that a character stands for, in half or full width: one of ( ) | " { } : ~ > @, or 0. */
char query_operator(gunichar c);

/* The column of a place, from 1. */
unsigned query_column(const QueryText *text, const char *place);

/* Sets *error to the reason with the column of `place`, below it the question with a caret if it is short.
 * Returns false. */
bool query_refuse(const QueryText *text, const char *place, GError **error, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* Two lines, each with a line end before it: the question, and a caret below the column; empty if the
 * question is long. Free with g_free(). */
char *query_caret(const char *text, unsigned column);

/* The name of the class that a concept's name stands for, if it does: talent for cat:talent, 类:talent and
 * talent:*; else NULL. Free with g_free(). */
char *query_class_name(const char *name);

/* Of `names` (lists separated by blanks, one behind the other, ended by NULL) the one that `name` is likely a
 * slip for, or NULL. Lent as long as the names; its end is the next blank. */
const char *query_nearest(const char *name, const char *const *names, size_t *length);

/* ---- The parsers: each reads all of the text into text->query -------------------------------- */

/* query_simple.c */
bool query_parse_simple(QueryText *text, GError **error);

/* query_cql.c: the power form, which begins with [ or < */
bool query_is_cql(const char *text);
bool query_parse_cql(QueryText *text, GError **error);

/* query_filter.c: takes the filter that begins at the place, if one does (*is_filter). */
bool query_take_filter(QueryText *text, bool is_negated, bool *is_filter, GError **error);
