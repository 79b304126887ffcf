/* style.h - text for a terminal: colours, and columns by display width. */
#pragma once

#include "tifa.h"

typedef enum {
    STYLE_PLAIN,
    STYLE_HIT,
    STYLE_DIM,
    STYLE_HEAD,
    STYLE_INSERTED,
    STYLE_DELETED,
} Style;

/* Prints `length` bytes in a style, plain where the printer has no colour. */
void style_print(const TifaPrinter *printer, Style style, const char *text, size_t length);

/* The same, a line end or tab as a blank. */
void style_print_flat(const TifaPrinter *printer, Style style, const char *text, size_t length);

/* Columns of `length` bytes as style_print_flat() prints them. */
unsigned style_columns(const char *text, size_t length);

/* How many bytes of the beginning fit into the columns; characters are never cut. */
size_t style_fit(const char *text, size_t length, unsigned columns);

/* Prints the first `columns` columns of the text, with … where it is cut, and blanks up to the column if it
 * is shorter and `is_padded`. Line ends and tabs become blanks. */
void style_print_start(const TifaPrinter *printer, const char *text, unsigned columns, bool is_padded);

/* Prints the last `columns` columns of the text, flush right. */
void style_print_end(const TifaPrinter *printer, const char *text, unsigned columns);

/* Prints `count` blanks. */
void style_print_blanks(const TifaPrinter *printer, unsigned count);

/* Prints the text in lines of at most `columns` columns, broken at blanks and between Han characters; lines
 * after the first are set in by `indent` blanks. Ends without a line end. */
void style_print_wrapped(const TifaPrinter *printer, const char *text, unsigned columns, unsigned indent);

/* The same with `count` spans of the text, in order, shown as hits. */
void style_print_wrapped_hits(const TifaPrinter *printer, const char *text, const TifaSpan *hits,
                              size_t count, unsigned columns, unsigned indent);
