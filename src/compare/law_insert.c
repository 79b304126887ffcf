/* law_insert.c - orders that put something in. */
#include "compare/law_parts.h"

#include <string.h>

/* ---- Articles -------------------------------------------------------------------------------- */

static bool insert_article(Law *law, TifaPlace anchor, TifaPlace new_place, const char *words)
{
    int64_t before = anchor.article ? law_find_article(law, anchor) : -1;
    if (before < 0 && new_place.insert > 0)
        before =
            law_find_article(law, (TifaPlace){.article = new_place.article, .insert = new_place.insert - 1});
    if ((before < 0 && new_place.insert > 0) || law_is_taken(law, new_place))
        return false;
    Part *part = part_new(true);
    part_add_lines(part, words);
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

/* ---- Words in an article --------------------------------------------------------------------- */

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

static bool insert_line(GString *paragraph, unsigned point, const char *words)
{
    size_t start, length;
    if (!part_find_point(paragraph, point, &start, &length)) {
        if (!part_find_point(paragraph, point - 1, &start, &length))
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

/* ---- Chapters -------------------------------------------------------------------------------- */

/* Gives the headings from `first` on that have this chapter's number or a higher one the number behind it. */
static void shift_chapters(Law *law, size_t first, unsigned chapter)
{
    for (size_t i = first; i < law->parts->len; i++) {
        GString *line;
        Mark mark = part_heading(law->parts->pdata[i], &line);
        if (mark.kind != MARK_CHAPTER || mark.number < chapter)
            continue;
        g_autofree char *gap = law_gap_of(line->str, mark.length);
        g_string_erase(line, 0, mark.length);
        g_string_prepend(line, gap);
        law_prepend_label(line, mark.number + 1u, "章");
    }
}

/* A new chapter's heading, set as `model` is. */
static Part *new_heading(const Part *model, unsigned chapter, const char *words)
{
    Part *part = part_new(false);
    part->block = (TifaBlock){.kind = TIFA_BLOCK_HEADING};
    part->is_in_place = true;
    GString *model_line, *line = g_string_new(words);
    Mark mark = part_heading(model, &model_line);
    g_autofree char *gap = law_gap_of(model_line->str, mark.length);
    g_string_prepend(line, gap);
    law_prepend_label(line, chapter, "章");
    g_ptr_array_add(part->paragraphs, line);
    return part;
}

/* In front of the chapter that had the number, or behind all. */
static bool insert_chapter(Law *law, unsigned chapter, const char *words)
{
    int64_t next = law_find_chapter(law, chapter);
    int64_t last = next < 0 ? law_find_chapter(law, chapter - 1) : -1;
    if (next < 0 && last < 0)
        return false;
    Part *heading = new_heading(law->parts->pdata[next < 0 ? last : next], chapter, words);
    if (next >= 0)
        shift_chapters(law, (size_t)next, chapter);
    g_ptr_array_insert(law->parts, (int)next, heading); /* -1 is behind all */
    return true;
}

/* An article of a new chapter, behind those that the chapter has. */
static bool insert_into_chapter(Law *law, TifaPlace new_place, const char *words)
{
    int64_t heading = law_find_chapter(law, new_place.chapter);
    if (heading < 0 || law_is_taken(law, new_place))
        return false;
    size_t index = (size_t)heading + 1;
    while (index < law->parts->len && ((Part *)law->parts->pdata[index])->is_in_place &&
           ((Part *)law->parts->pdata[index])->is_article)
        index++;
    Part *part = part_new(true);
    part_add_lines(part, words);
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
    GString *paragraph = part_paragraph_at(part, place);
    size_t start = 0, length = paragraph ? paragraph->len : 0;
    if (!paragraph || (place.point && !part_find_point(paragraph, place.point, &start, &length)))
        return false;
    if (place.point && is_start)
        start += mark_read(paragraph->str + start, length).length;
    g_autofree char *sentence =
        g_strconcat(words, part_ends_with_mark(words, strlen(words)) ? "" : "。", NULL);
    g_string_insert(paragraph, (gssize)(is_start ? start : start + length), sentence);
    return true;
}

static bool insert_paragraph(Part *part, TifaPlace new_place, const char *words)
{
    if (new_place.part == TIFA_PLACE_NEXT)
        new_place.paragraph = (uint16_t)(part->paragraphs->len + 1);
    if (new_place.paragraph > part->paragraphs->len + 1)
        return false;
    g_ptr_array_insert(part->paragraphs, new_place.paragraph - 1, g_string_new(words));
    return true;
}

/* A point where that number stands, or behind the one before it. */
static bool insert_point(Part *part, TifaPlace new_place, const char *words)
{
    TifaPlace neighbour = new_place;
    neighbour.point--;
    GString *paragraph = part_paragraph_at(part, new_place);
    paragraph = paragraph ? paragraph : part_paragraph_at(part, neighbour);
    g_autofree char *line = with_mark(new_place.point, words);
    return paragraph && insert_line(paragraph, new_place.point, line);
}

/* A sentence at one end of a paragraph. */
static bool insert_into_preamble(Law *law, TifaPlace place, const char *words)
{
    GString *paragraph = law_preamble_at(law, place);
    bool is_start = place.part == TIFA_PLACE_START;
    if (paragraph && (is_start || place.part == TIFA_PLACE_END))
        g_string_insert(paragraph, is_start ? 0 : -1, words);
    return paragraph && (is_start || place.part == TIFA_PLACE_END);
}

bool law_insert(Law *law, TifaPlace anchor, TifaPlace new_place, const char *words)
{
    bool is_inner = new_place.paragraph || new_place.point || new_place.part != TIFA_PLACE_WHOLE;
    if (new_place.chapter)
        return new_place.article ? insert_into_chapter(law, new_place, words)
                                 : insert_chapter(law, new_place.chapter, words);
    if (new_place.preamble)
        return insert_into_preamble(law, new_place, words);
    if (new_place.article && !is_inner)
        return insert_article(law, anchor, new_place, words);
    Part *part = law_article_at(law, new_place);
    if (!part)
        return false;
    if (new_place.part == TIFA_PLACE_START || new_place.part == TIFA_PLACE_END)
        return insert_words(part, new_place, words);
    return new_place.point ? insert_point(part, new_place, words) : insert_paragraph(part, new_place, words);
}
