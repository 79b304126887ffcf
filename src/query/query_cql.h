/* query_cql.h - inside the power form: what its two parsers share. Signs in full width are those in half
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

/* The tests inside [...]: alternatives of attributes that are all asked for. */
TokenTest *cql_parse_tests(QueryText *text, GError **error);
