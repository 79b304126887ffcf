/* law_parts.h - what a law that is being changed is made of: for the files law_*.c alone. */
#pragma once

#include "compare/law.h"
#include "text/mark.h"

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

/* ---- Parts ----------------------------------------------------------------------------------- */

/* A part without words, which nobody owns yet. */
Part *part_new(bool is_article);

/* Adds lines separated by '\n', each a paragraph of its own or a point of the one before. */
void part_add_lines(Part *part, const char *words);

/* The point's line in a paragraph, as offset and length; false if there is none. */
bool part_find_point(const GString *paragraph, unsigned point, size_t *start, size_t *length);

/* The paragraph that a place with a paragraph or a point names: without a paragraph the one that has the
 * point. Lent; NULL if there is none. */
GString *part_paragraph_at(const Part *part, TifaPlace place);

/* The mark of a line outside of articles, all 0 if it has none, and the line itself, lent; NULL for articles.
 */
Mark part_heading(const Part *part, GString **line);

/* Whether words end with a punctuation mark. */
bool part_ends_with_mark(const char *words, size_t length);

/* ---- Places ---------------------------------------------------------------------------------- */

/* The index of an article that is not deleted, by its old number; -1 if there is none. */
int64_t law_find_article(const Law *law, TifaPlace place);

/* The same article, lent; NULL if there is none. */
Part *law_article_at(const Law *law, TifaPlace place);

/* The paragraph of the preamble that a place names (TifaPlace.preamble), lent; NULL if there is none. */
GString *law_preamble_at(const Law *law, TifaPlace place);

/* The index of a chapter's heading; -1 if there is none. */
int64_t law_find_chapter(const Law *law, unsigned chapter);

/* Whether an order has already given the number away. */
bool law_is_taken(const Law *law, TifaPlace new_place);

/* ---- Labels ---------------------------------------------------------------------------------- */

/* The blanks at the end of a label; one blank if it has none. Free with g_free(). */
char *law_gap_of(const char *label, size_t length);

/* Appends the number in Chinese: 120 is 一百二十. */
void law_append_number(GString *out, unsigned number);

/* Puts 第...条 or 第...章 in front of the line. */
void law_prepend_label(GString *line, unsigned number, const char *unit);
