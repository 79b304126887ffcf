/* law.c - what a law consists of, and where its places are. */
#include "compare/law_parts.h"

#include "text/slice.h"

#include <string.h>

static void free_string(void *string)
{
    g_string_free(string, TRUE);
}

static void free_part(void *data)
{
    Part *part = data;
    g_ptr_array_unref(part->paragraphs);
    g_free(part);
}

Part *part_new(bool is_article)
{
    Part *part = g_new0(Part, 1);
    part->is_article = is_article;
    part->paragraphs = g_ptr_array_new_with_free_func(free_string);
    return part;
}

/* ---- Loading --------------------------------------------------------------------------------- */

/* Adds a line to an article: a paragraph of its own, or a point of the last paragraph. */
static void add_line(Part *part, const char *line, size_t length)
{
    Mark mark = mark_read(line, length);
    bool is_point = mark.kind >= MARK_BRACKETS && part->paragraphs->len > 0;
    if (!is_point)
        g_ptr_array_add(part->paragraphs, g_string_new_len(line, (gssize)length));
    else
        g_string_append_printf(part->paragraphs->pdata[part->paragraphs->len - 1], "\n%.*s", (int)length,
                               line);
}

void part_add_lines(Part *part, const char *words)
{
    g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
    for (size_t i = 0; lines[i]; i++)
        add_line(part, lines[i], strlen(lines[i]));
}

char *law_gap_of(const char *label, size_t length)
{
    const char *start = label + length;
    while (start > label && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(start))))
        start = g_utf8_prev_char(start);
    return start < label + length ? g_strndup(start, (size_t)(label + length - start)) : g_strdup(" ");
}

static Part *load_article(Law *law, const TifaBlock *block, const char *line, size_t length)
{
    Part *part = part_new(true);
    part->old_place = (TifaPlace){.article = block->article, .insert = block->insert};
    size_t label = mark_read(line, length).length;
    if (!law->gap)
        law->gap = law_gap_of(line, label);
    g_ptr_array_add(part->paragraphs, g_string_new_len(line + label, (gssize)(length - label)));
    g_ptr_array_add(law->parts, part);
    return part;
}

/* Gives NULL: no article is open any more. */
static Part *load_other(Law *law, const TifaBlock *block, const char *line, size_t length)
{
    Part *part = part_new(false);
    part->block = *block;
    g_ptr_array_add(part->paragraphs, g_string_new_len(line, (gssize)length));
    g_ptr_array_add(law->parts, part);
    return NULL;
}

Law *law_new(const TifaDocument *document)
{
    Law *law = g_new0(Law, 1);
    law->document = document;
    law->parts = g_ptr_array_new_with_free_func(free_part);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    const char *text = tifa_document_text(document, NULL);
    Part *article = NULL;
    for (size_t i = 0; i < blocks->length; i++) {
        const TifaBlock *block = &blocks->items[i];
        const char *line = text + block->span.start;
        size_t length = block->span.end - block->span.start;
        bool is_inside = block->article > 0 && block->kind != TIFA_BLOCK_HEADING;
        if (block->kind == TIFA_BLOCK_ARTICLE)
            article = load_article(law, block, line, length);
        else if (is_inside && article)
            add_line(article, line, length);
        else
            article = load_other(law, block, line, length);
    }
    return law;
}

void law_free(Law *law)
{
    g_ptr_array_unref(law->parts);
    g_free(law->gap);
    g_free(law);
}

/* ---- Places ---------------------------------------------------------------------------------- */

int64_t law_find_article(const Law *law, TifaPlace place)
{
    for (size_t i = 0; i < law->parts->len; i++) {
        const Part *part = law->parts->pdata[i];
        if (part->is_article && !part->is_deleted && part->old_place.article == place.article &&
            part->old_place.insert == place.insert)
            return (int64_t)i;
    }
    return -1;
}

Part *law_article_at(const Law *law, TifaPlace place)
{
    int64_t index = place.article ? law_find_article(law, place) : -1;
    return index < 0 ? NULL : law->parts->pdata[index];
}

bool part_find_point(const GString *paragraph, unsigned point, size_t *start, size_t *length)
{
    for (const char *line = strchr(paragraph->str, '\n'); line; line = strchr(line, '\n')) {
        line++;
        Mark mark = mark_read(line, strlen(line));
        if (mark.number != point || mark.kind < MARK_BRACKETS)
            continue;
        *start = (size_t)(line - paragraph->str);
        *length = strcspn(line, "\n");
        return true;
    }
    return false;
}

GString *part_paragraph_at(const Part *part, TifaPlace place)
{
    size_t start, length;
    if (place.paragraph > 0)
        return place.paragraph <= part->paragraphs->len ? part->paragraphs->pdata[place.paragraph - 1] : NULL;
    for (size_t i = 0; i < part->paragraphs->len; i++)
        if (part_find_point(part->paragraphs->pdata[i], place.point, &start, &length))
            return part->paragraphs->pdata[i];
    return NULL;
}

Mark part_heading(const Part *part, GString **line)
{
    *line = part->is_article || part->paragraphs->len == 0 ? NULL : part->paragraphs->pdata[0];
    return *line ? mark_read((*line)->str, (*line)->len) : (Mark){0};
}

bool part_ends_with_mark(const char *words, size_t length)
{
    return length > 0 && g_unichar_ispunct(g_utf8_get_char(g_utf8_prev_char(words + length)));
}

/* The last heading of that number: a list of contents comes before. */
int64_t law_find_chapter(const Law *law, unsigned chapter)
{
    for (size_t i = law->parts->len; i-- > 0;) {
        GString *line;
        Mark mark = part_heading(law->parts->pdata[i], &line);
        if (mark.kind == MARK_CHAPTER && mark.number == chapter)
            return (int64_t)i;
    }
    return -1;
}

bool law_is_taken(const Law *law, TifaPlace new_place)
{
    for (size_t i = 0; i < law->parts->len; i++) {
        const Part *part = law->parts->pdata[i];
        if (part->new_place.article == new_place.article && part->new_place.insert == new_place.insert)
            return true;
    }
    return false;
}

/* ---- The preamble ---------------------------------------------------------------------------- */

static bool is_preamble_heading(const Part *part)
{
    const GString *line = part->is_article || part->paragraphs->len == 0 ? NULL : part->paragraphs->pdata[0];
    g_autofree char *words = line ? slice_squeeze((Slice){line->str, line->len}) : NULL;
    return words && g_str_equal(words, "序言");
}

/* The index of the first article or heading from `index` on. */
static size_t preamble_end(const Law *law, size_t index)
{
    for (; index < law->parts->len; index++) {
        const Part *part = law->parts->pdata[index];
        if (part->is_article || part->block.kind == TIFA_BLOCK_HEADING)
            break;
    }
    return index;
}

/* The last heading 序言: a list of contents comes before. */
static size_t preamble_start(const Law *law)
{
    for (size_t i = law->parts->len; i-- > 0;)
        if (is_preamble_heading(law->parts->pdata[i]))
            return i + 1;
    return law->parts->len;
}

GString *law_preamble_at(const Law *law, TifaPlace place)
{
    size_t start = preamble_start(law), end = preamble_end(law, start), first = 0;
    while (first < law->parts->len && !((const Part *)law->parts->pdata[first])->is_article)
        first++;
    size_t index = place.paragraph ? start + place.paragraph - 1 : first - 1;
    bool is_there = place.paragraph ? index < end : first > 0 && first < law->parts->len;
    const Part *part = is_there ? law->parts->pdata[index] : NULL;
    return part && part->block.kind != TIFA_BLOCK_HEADING ? part->paragraphs->pdata[0] : NULL;
}
