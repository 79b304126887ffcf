/* html_home.h - which lines of a page belong together.
 *
 * A line's home is the element in which it is one of several. The best home is that of the text: it gathers
 * the most worth, the first prose below the title counting threefold. A home of linked headlines with little
 * else is a teaser: it leads to other texts.
 */
#pragma once

#include "extract/html_worth.h"

typedef struct {
    const HtmlWorth *worth; /* lent */
    uint32_t *of_line;      /* by line: its home; 0 outside the container */
    double *gathered;       /* by node: the worth of the lines that are at home in it */
    bool *is_teaser;        /* by node: the lines at home in it lead to other texts */
    uint32_t best;
} HtmlHomes;

/* The homes of the lines in `container`; `title` is the number of the title's line, or SIZE_MAX. */
HtmlHomes html_homes_find(const HtmlWorth *worth, uint32_t container, size_t title);

/* All lines in `container` at home there. */
HtmlHomes html_homes_one(const HtmlWorth *worth, uint32_t container);

void html_homes_clear(HtmlHomes *homes);

/* Whether the home of a line holds a good part of what the best one has. */
bool html_home_is_large(const HtmlHomes *homes, size_t line);

/* Whether a line is at home in the best, or in one of the same class: a further part of the same text. */
bool html_home_is_kin(const HtmlHomes *homes, size_t line);
