/* law.c - the places of a law, and what orders do to them. */
#include "compare/law_parts.h"

#include "text/mark.h"

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

static Part *new_part(bool is_article)
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

static void add_lines(Part *part, const char *words)
{
    g_auto(GStrv) lines = g_strsplit(words, "\n", -1);
    for (size_t i = 0; lines[i]; i++)
        add_line(part, lines[i], strlen(lines[i]));
}

/* The blanks at the end of a label; one blank if it has none. Free with g_free(). */
static char *gap_of(const char *label, size_t length)
{
    const char *start = label + length;
    while (start > label && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(start))))
        start = g_utf8_prev_char(start);
    return start < label + length ? g_strndup(start, (size_t)(label + length - start)) : g_strdup(" ");
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
        if (block->kind == TIFA_BLOCK_ARTICLE || !is_inside || !article) {
            bool is_article = block->kind == TIFA_BLOCK_ARTICLE;
            Part *part = new_part(is_article);
            part->block = *block;
            part->old_place = (TifaPlace){.article = is_article ? block->article : 0,
                                          .insert = is_article ? block->insert : 0};
            size_t label = is_article ? mark_read(line, length).length : 0;
            if (is_article && !law->gap)
                law->gap = gap_of(line, label);
            g_ptr_array_add(part->paragraphs, g_string_new_len(line + label, (gssize)(length - label)));
            g_ptr_array_add(law->parts, part);
            article = is_article ? part : NULL;
        } else {
            add_line(article, line, length);
        }
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

/* The index of the article, or -1. */
static int64_t find_article(const Law *law, TifaPlace place)
{
    for (size_t i = 0; i < law->parts->len; i++) {
        const Part *part = law->parts->pdata[i];
        if (part->is_article && !part->is_deleted && part->old_place.article == place.article &&
            part->old_place.insert == place.insert)
            return (int64_t)i;
    }
    return -1;
}

static Part *article_at(const Law *law, TifaPlace place)
{
    int64_t index = place.article ? find_article(law, place) : -1;
    return index < 0 ? NULL : law->parts->pdata[index];
}

/* The point's line in a paragraph, as offset and length; false if there is none. */
static bool find_point(const GString *paragraph, unsigned point, size_t *start, size_t *length)
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

/* The paragraph that a place with a paragraph or a point names: without a paragraph the one that has the
 * point. */
static GString *paragraph_at(const Part *part, TifaPlace place)
{
    size_t start, length;
    if (place.paragraph > 0)
        return place.paragraph <= part->paragraphs->len ? part->paragraphs->pdata[place.paragraph - 1] : NULL;
    for (size_t i = 0; i < part->paragraphs->len; i++)
        if (find_point(part->paragraphs->pdata[i], place.point, &start, &length))
            return part->paragraphs->pdata[i];
    return NULL;
}

/* The index of the chapter's heading, the last one: a list of contents comes before; -1 if there is none. */
static int64_t find_chapter(const Law *law, unsigned chapter)
{
    for (size_t i = law->parts->len; i-- > 0;) {
        const Part *part = law->parts->pdata[i];
        const GString *line =
            part->is_article || part->paragraphs->len == 0 ? NULL : part->paragraphs->pdata[0];
        Mark mark = line ? mark_read(line->str, line->len) : (Mark){0};
        if (mark.kind == MARK_CHAPTER && mark.number == chapter)
            return (int64_t)i;
    }
    return -1;
}

/* ---- Changing what is there ------------------------------------------------------------------ */

static bool replace_point(GString *paragraph, unsigned point, const char *words)
{
    size_t start, length;
    if (!find_point(paragraph, point, &start, &length))
        return false;
    size_t mark = mark_read(paragraph->str + start, length).length;
    bool keeps_mark = *words && mark_read(words, strlen(words)).kind < MARK_BRACKETS;
    if (*words == '\0') { /* the line goes with its '\n' */
        start--;
        length++;
    }
    start += keeps_mark ? mark : 0;
    g_string_erase(paragraph, (gssize)start, (gssize)(length - (keeps_mark ? mark : 0)));
    g_string_insert(paragraph, (gssize)start, words);
    return true;
}

/* Puts words in place of the text behind the label 第三章 of a heading. */
static bool replace_heading(Law *law, unsigned chapter, const char *words)
{
    int64_t index = find_chapter(law, chapter);
    if (index < 0 || *words == '\0')
        return false;
    GString *line = ((Part *)law->parts->pdata[index])->paragraphs->pdata[0];
    g_string_truncate(line, mark_read(line->str, line->len).length);
    g_string_append(line, words);
    return true;
}

static bool ends_with_mark(const char *text, size_t length)
{
    return length > 0 && g_unichar_ispunct(g_utf8_get_char(g_utf8_prev_char(text + length)));
}

/* 条首: the words before the points, whose last mark stays where the order quotes none. */
static bool replace_opening(GString *paragraph, const char *words)
{
    size_t length = strcspn(paragraph->str, "\n");
    bool keeps_mark = !ends_with_mark(words, strlen(words)) && ends_with_mark(paragraph->str, length);
    if (keeps_mark)
        length = (size_t)(g_utf8_prev_char(paragraph->str + length) - paragraph->str);
    g_string_erase(paragraph, 0, (gssize)length);
    g_string_prepend(paragraph, words);
    return true;
}

/* Empty words delete. */
static bool change(Law *law, TifaPlace place, const char *words)
{
    if (place.chapter && !place.article)
        return replace_heading(law, place.chapter, words);
    Part *part = article_at(law, place);
    if (!part)
        return false;
    if (place.part == TIFA_PLACE_OPENING && !place.paragraph)
        place.paragraph = 1;
    if (!place.paragraph && !place.point) {
        part->is_deleted = *words == '\0';
        g_ptr_array_set_size(part->paragraphs, 0);
        add_lines(part, words);
        return true;
    }
    GString *paragraph = paragraph_at(part, place);
    if (!paragraph || paragraph->len == 0)
        return false;
    if (place.point)
        return replace_point(paragraph, place.point, words);
    if (place.part == TIFA_PLACE_OPENING)
        return replace_opening(paragraph, words);
    g_string_assign(paragraph, words);
    return true;
}

bool law_replace(Law *law, TifaPlace place, const char *words)
{
    return *words && change(law, place, words);
}

bool law_delete(Law *law, TifaPlace place)
{
    return change(law, place, "");
}

/* Whether an order has already given the number away. */
static bool is_taken(const Law *law, TifaPlace new_place)
{
    for (size_t i = 0; i < law->parts->len; i++) {
        const Part *part = law->parts->pdata[i];
        if (part->new_place.article == new_place.article && part->new_place.insert == new_place.insert)
            return true;
    }
    return false;
}

bool law_renumber(Law *law, TifaPlace place, TifaPlace new_place)
{
    Part *part = article_at(law, place);
    if (!part || place.paragraph || place.point || !new_place.article || new_place.paragraph ||
        is_taken(law, new_place))
        return false;
    part->new_place = new_place;
    law->is_numbered_anew = true;
    return true;
}

/* The places where words are looked for: one paragraph, an article, or all. */
static size_t reword_part(Part *part, TifaPlace place, const char *old_words, const char *new_words)
{
    size_t found = 0;
    for (size_t i = 0; i < part->paragraphs->len; i++)
        if (!place.paragraph || place.paragraph == i + 1)
            found += g_string_replace(part->paragraphs->pdata[i], old_words, new_words, 0);
    return found;
}

bool law_reword(Law *law, TifaPlace place, const char *old_words, const char *new_words)
{
    Part *part = article_at(law, place);
    if (place.article)
        return part && reword_part(part, place, old_words, new_words) > 0;
    size_t found = 0;
    for (size_t i = 0; i < law->parts->len; i++) {
        part = law->parts->pdata[i];
        found += part->is_article ? reword_part(part, place, old_words, new_words) : 0;
    }
    return found > 0;
}

/* ---- Putting in ------------------------------------------------------------------------------ */

void law_settle(Law *law)
{
    for (size_t i = 0; i < law->parts->len; i++) {
        Part *part = law->parts->pdata[i];
        for (size_t j = part->paragraphs->len; j-- > 0;)
            if (((GString *)part->paragraphs->pdata[j])->len == 0)
                g_ptr_array_remove_index(part->paragraphs, (guint)j);
    }
}

static bool insert_article(Law *law, TifaPlace anchor, TifaPlace new_place, const char *words)
{
    int64_t before = anchor.article ? find_article(law, anchor) : -1;
    if (before < 0 && new_place.insert > 0)
        before = find_article(law, (TifaPlace){.article = new_place.article, .insert = new_place.insert - 1});
    if ((before < 0 && new_place.insert > 0) || is_taken(law, new_place))
        return false;
    Part *part = new_part(true);
    add_lines(part, words);
    part->new_place = new_place;
    if (new_place.insert > 0) {
        part->old_place = new_place; /* the next 之 may stand behind it */
        g_ptr_array_insert(law->parts, (int)before + 1, part);
    } else {
        law->is_numbered_anew = true;
        g_ptr_array_add(law->parts, part);
    }
    return true;
}

/* A point with its mark （三）, which an order may leave out. Free with g_free(). */
static char *with_mark(unsigned point, const char *words)
{
    if (mark_read(words, strlen(words)).kind >= MARK_BRACKETS)
        return g_strdup(words);
    GString *line = g_string_new("（");
    law_append_number(line, point);
    g_string_append_printf(line, "）%s", words);
    return g_string_free(line, FALSE);
}

static bool insert_point(GString *paragraph, unsigned point, const char *words)
{
    size_t start, length;
    if (!find_point(paragraph, point, &start, &length)) {
        if (!find_point(paragraph, point - 1, &start, &length))
            return false;
        start += length + 1;
    }
    if (start > paragraph->len)
        g_string_append_printf(paragraph, "\n%s", words);
    else {
        g_string_insert_c(paragraph, (gssize)start, '\n');
        g_string_insert(paragraph, (gssize)start, words);
    }
    return true;
}

/* Gives the headings from `first` on that have this chapter's number or a higher one the number behind it. */
static void shift_chapters(Law *law, size_t first, unsigned chapter)
{
    for (size_t i = first; i < law->parts->len; i++) {
        Part *part = law->parts->pdata[i];
        GString *line = part->is_article || part->paragraphs->len == 0 ? NULL : part->paragraphs->pdata[0];
        Mark mark = line ? mark_read(line->str, line->len) : (Mark){0};
        if (mark.kind != MARK_CHAPTER || mark.number < chapter)
            continue;
        g_autofree char *gap = gap_of(line->str, mark.length);
        g_string_erase(line, 0, mark.length);
        g_string_prepend(line, gap);
        law_prepend_label(line, mark.number + 1u, "章");
    }
}

/* A new chapter's heading, in front of the chapter that had its number, or behind all. */
static bool insert_chapter(Law *law, unsigned chapter, const char *words)
{
    int64_t next = find_chapter(law, chapter);
    int64_t last = next < 0 ? find_chapter(law, chapter - 1) : -1;
    if (next < 0 && last < 0)
        return false;
    size_t index = next < 0 ? law->parts->len : (size_t)next;
    if (next >= 0)
        shift_chapters(law, index, chapter);
    Part *part = new_part(false);
    part->block = (TifaBlock){.kind = TIFA_BLOCK_HEADING};
    part->is_in_place = true;
    GString *line = g_string_new(words);
    const GString *model = ((Part *)law->parts->pdata[next < 0 ? last : next])->paragraphs->pdata[0];
    g_autofree char *gap = gap_of(model->str, mark_read(model->str, model->len).length);
    g_string_prepend(line, gap);
    law_prepend_label(line, chapter, "章");
    g_ptr_array_add(part->paragraphs, line);
    g_ptr_array_insert(law->parts, (int)index, part);
    return true;
}

/* An article of a new chapter, behind those that the chapter has. */
static bool insert_into_chapter(Law *law, TifaPlace new_place, const char *words)
{
    int64_t heading = find_chapter(law, new_place.chapter);
    if (heading < 0 || is_taken(law, new_place))
        return false;
    size_t index = (size_t)heading + 1;
    while (index < law->parts->len && ((Part *)law->parts->pdata[index])->is_in_place &&
           ((Part *)law->parts->pdata[index])->is_article)
        index++;
    Part *part = new_part(true);
    add_lines(part, words);
    part->new_place = (TifaPlace){.article = new_place.article, .insert = new_place.insert};
    part->is_in_place = law->is_numbered_anew = true;
    g_ptr_array_insert(law->parts, (int)index, part);
    return true;
}

/* A sentence in front of the first words of a paragraph or behind its last; the full stop that an order
 * leaves out is put in. */
static bool insert_words(Part *part, TifaPlace place, const char *words)
{
    bool is_start = place.part == TIFA_PLACE_START;
    if (!place.paragraph && !place.point)
        place.paragraph = is_start ? 1 : (uint16_t)part->paragraphs->len;
    GString *paragraph = paragraph_at(part, place);
    size_t start = 0, length = paragraph ? paragraph->len : 0;
    if (!paragraph || (place.point && !find_point(paragraph, place.point, &start, &length)))
        return false;
    if (place.point && is_start)
        start += mark_read(paragraph->str + start, length).length;
    g_autofree char *sentence = g_strconcat(words, ends_with_mark(words, strlen(words)) ? "" : "。", NULL);
    g_string_insert(paragraph, (gssize)(is_start ? start : start + length), sentence);
    return true;
}

bool law_insert(Law *law, TifaPlace anchor, TifaPlace new_place, const char *words)
{
    if (new_place.chapter)
        return new_place.article ? insert_into_chapter(law, new_place, words)
                                 : insert_chapter(law, new_place.chapter, words);
    if (new_place.part == TIFA_PLACE_WHOLE && new_place.article && !new_place.paragraph && !new_place.point)
        return insert_article(law, anchor, new_place, words);
    Part *part = article_at(law, new_place);
    if (!part)
        return false;
    if (new_place.part == TIFA_PLACE_START || new_place.part == TIFA_PLACE_END)
        return insert_words(part, new_place, words);
    if (new_place.part == TIFA_PLACE_NEXT)
        new_place.paragraph = (uint16_t)(part->paragraphs->len + 1);
    if (!new_place.point) {
        if (new_place.paragraph > part->paragraphs->len + 1)
            return false;
        g_ptr_array_insert(part->paragraphs, new_place.paragraph - 1, g_string_new(words));
        return true;
    }
    TifaPlace neighbour = new_place;
    GString *paragraph = paragraph_at(part, neighbour);
    neighbour.point--;
    paragraph = paragraph ? paragraph : paragraph_at(part, neighbour);
    g_autofree char *line = with_mark(new_place.point, words);
    return paragraph && insert_point(paragraph, new_place.point, line);
}
