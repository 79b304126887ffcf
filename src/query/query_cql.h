/* query_cql.h - inside the power form: what its parsers share. Signs in full width are those in half
 * width. */
#pragma once

#include "query/query_text.h"

/* The character at the place, in half width; 0 at the end. */
gunichar cql_peek(const QueryText *text);

/* Passes the character c, and white space before it, if it stands there. */
bool cql_takes(QueryText *text, gunichar c);

/* The name at the place, in small letters; empty if there is none. Free with g_free(). */
char *cql_take_name(QueryText *text);

/* What stands in quotation marks; \" is a quotation mark in it. Free with g_free(); NULL with an error. */
char *cql_take_string(QueryText *text, GError **error);

/* Refuses like query_refuse(); NULL. */
void *cql_refuse(const QueryText *text, const char *place, const char *problem, GError **error);

/* Goes one bracket deeper; false with an error if that is too deep. */
bool cql_enter(QueryText *text, const char *place, GError **error);

/* The test of an attribute, from its value on. */
TokenTest *cql_parse_value(QueryText *text, TestKind kind, GError **error);

/* Whether words have an attribute of that name; *kind gets it. */
bool cql_is_attribute(const char *name, TestKind *kind);

/* The same of a name that stood at `place`; false with an error, naming the nearest, if there is none. */
bool cql_find_attribute(const QueryText *text, const char *place, const char *name, TestKind *kind,
                        GError **error);

/* The tests inside [...]: alternatives of attributes that are all asked for. */
TokenTest *cql_parse_tests(QueryText *text, GError **error);

/* The number of a label that was read, from 1; 0 if there is none of that name. */
unsigned cql_find_label(const QueryText *text, const char *name, size_t length);

/* query_cql_condition.c: what stands behind ::. Filters go to the question; *condition gets what must hold of
 * labels, NULL if nothing must. */
bool cql_parse_conditions(QueryText *text, TokensCondition **condition, GError **error);
