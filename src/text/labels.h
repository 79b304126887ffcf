/* labels.h - the labels of the tables that government sites and files put above a text: 索引号 (index
 * number), 发文字号 (document number), 成文日期 (date of signing) ... as GB/T 9704 and the sites' templates
 * name them.
 */
#pragma once

#include "text/document.h"
#include "text/slice.h"

/* Moves *place over the white space before `end`. */
void label_skip_blanks(const char **place, const char *end);

/* Moves *place over a colon, with the bracket that closes a label before it; false if there is none. */
bool label_read_colon(const char **place, const char *end);

/* Whether a label stands at *place: one followed by a colon, or by nothing (then *is_alone). Moves *place to
 * what follows; *field gets what the label names, TIFA_FIELD_COUNT where tifa has no such field. */
bool label_read(const char **place, const char *end, TifaField *field, bool *is_alone);

/* The end of the value that starts at `place`: where the next label begins behind a blank, or `end`. */
const char *label_value_end(const char *place, const char *end);

/* Bytes of the longest value of a label. */
enum { LABEL_LONGEST_VALUE = 300 };

/* Offers the document what a label states. What is no value of its kind is not taken: a placeholder, a date
 * that is none, an agency that begins with a number. */
void label_take_value(TifaDocument *document, TifaField field, Slice stated, const char *origin);
