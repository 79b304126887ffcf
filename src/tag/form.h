/* form.h - the form in which labels, guards and texts are compared.
 *
 * form_char() maps one character to one: traditional to simplified, full width to half width, capital to
 * small, accented Latin letters to plain ones, every blank and every dash to FORM_BLANK, and everything that
 * is passed over (quotation marks, combining marks, zero-width characters) to FORM_SKIP. A line feed stays
 * what it is: no label holds one, so no match runs from one paragraph into the next.
 */
#pragma once

#include "base/array.h"
#include "base/utf8.h"

enum {
    FORM_SKIP = 0,
    FORM_BREAK = '\n',
    FORM_BLANK = ' ',
};

/* c as it is compared. */
gunichar form_char(gunichar c);

/* Whether c belongs to a word of a script with spaces: letters and digits of Latin, Greek and Cyrillic. */
bool form_is_word(gunichar c);

/* The next character of the form at *place, before `end`; moves *place behind it. Skipped characters are
 * passed over and a run of blanks is one. FORM_BREAK at the end. */
gunichar form_next(const char **place, const char *end);

/* The same backwards: the character before *place, not before `begin`; moves *place to it. */
gunichar form_previous(const char **place, const char *begin);

/* A string in the form: characters, without blanks at its ends. */
typedef ARRAY(gunichar) Form;

/* Sets `form` to that of `length` bytes. */
void form_set(Form *form, const char *text, size_t length);
