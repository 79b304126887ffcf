/* law_parts.h - what a law that is being changed is made of: for law.c and law_write.c alone. */
#pragma once

#include "compare/law.h"

/* An article, or a block outside of articles. */
typedef struct {
    bool is_article, is_deleted;
    bool is_in_place; /* a new article or heading of a new chapter: it stands where it is, whatever its number
                       */
    TifaPlace old_place; /* article and insert; all 0 for a new article */
    TifaPlace new_place; /* the number an order gives, or all 0 */
    TifaBlock block;     /* outside of articles */
    GPtrArray *
        paragraphs; /* of GString: a paragraph without label, its points behind a '\n' each; empty: deleted */
} Part;

struct Law {
    const TifaDocument *document; /* lent */
    GPtrArray *parts;             /* of Part; new articles without a neighbour stand at the end */
    bool is_numbered_anew;
    char *gap; /* what stands between an article's number and its text: that of the first */
};

/* Appends the number in Chinese: 120 is 一百二十. */
void law_append_number(GString *out, unsigned number);

/* Puts 第...条 or 第...章 in front of the line. */
void law_prepend_label(GString *line, unsigned number, const char *unit);
