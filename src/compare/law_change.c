/* law_change.c - orders that change what is there. */
#include "compare/law_parts.h"

#include <string.h>

/* ---- Words ----------------------------------------------------------------------------------- */

static bool replace_point(GString *paragraph, unsigned point, const char *words)
{
    size_t start, length;
    if (!part_find_point(paragraph, point, &start, &length))
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
    int64_t index = law_find_chapter(law, chapter);
    if (index < 0 || *words == '\0')
        return false;
    GString *line = ((Part *)law->parts->pdata[index])->paragraphs->pdata[0];
    g_string_truncate(line, mark_read(line->str, line->len).length);
    g_string_append(line, words);
    return true;
}

/* 条首: the words before the points, whose last mark stays where the order quotes none. */
static bool replace_opening(GString *paragraph, const char *words)
{
    size_t length = strcspn(paragraph->str, "\n");
    bool keeps_mark =
        !part_ends_with_mark(words, strlen(words)) && part_ends_with_mark(paragraph->str, length);
    if (keeps_mark)
        length = (size_t)(g_utf8_prev_char(paragraph->str + length) - paragraph->str);
    g_string_erase(paragraph, 0, (gssize)length);
    g_string_prepend(paragraph, words);
    return true;
}

static bool replace_preamble(Law *law, TifaPlace place, const char *words)
{
    GString *paragraph = law_preamble_at(law, place);
    if (paragraph && *words)
        g_string_assign(paragraph, words);
    return paragraph && *words;
}

static bool replace_article(Part *part, const char *words)
{
    part->is_deleted = *words == '\0';
    g_ptr_array_set_size(part->paragraphs, 0);
    part_add_lines(part, words);
    return true;
}

static bool replace_inside(Part *part, TifaPlace place, const char *words)
{
    GString *paragraph = part_paragraph_at(part, place);
    if (!paragraph || paragraph->len == 0)
        return false;
    if (place.point)
        return replace_point(paragraph, place.point, words);
    if (place.part == TIFA_PLACE_OPENING)
        return replace_opening(paragraph, words);
    g_string_assign(paragraph, words);
    return true;
}

/* Empty words delete. */
static bool change(Law *law, TifaPlace place, const char *words)
{
    if (place.chapter && !place.article)
        return replace_heading(law, place.chapter, words);
    if (place.preamble)
        return replace_preamble(law, place, words);
    Part *part = law_article_at(law, place);
    if (part && place.part == TIFA_PLACE_OPENING && !place.paragraph)
        place.paragraph = 1;
    bool is_inner = place.paragraph || place.point;
    return part && (is_inner ? replace_inside(part, place, words) : replace_article(part, words));
}

bool law_replace(Law *law, TifaPlace place, const char *words)
{
    return *words && change(law, place, words);
}

bool law_delete(Law *law, TifaPlace place)
{
    return change(law, place, "");
}

/* ---- Numbers --------------------------------------------------------------------------------- */

bool law_renumber(Law *law, TifaPlace place, TifaPlace new_place)
{
    Part *part = law_article_at(law, place);
    if (!part || place.paragraph || place.point || !new_place.article || new_place.paragraph ||
        law_is_taken(law, new_place))
        return false;
    part->new_place = new_place;
    law->is_numbered_anew = true;
    return true;
}

/* ---- Words wherever they stand --------------------------------------------------------------- */

/* Rewords one paragraph, or all of them; gives how often. */
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
    GString *preamble = place.preamble ? law_preamble_at(law, place) : NULL;
    if (place.preamble)
        return preamble && g_string_replace(preamble, old_words, new_words, 0) > 0;
    Part *part = law_article_at(law, place);
    if (place.article)
        return part && reword_part(part, place, old_words, new_words) > 0;
    size_t found = 0;
    for (size_t i = 0; i < law->parts->len; i++) {
        part = law->parts->pdata[i];
        found += part->is_article ? reword_part(part, place, old_words, new_words) : 0;
    }
    return found > 0;
}

/* ---- Gaps ------------------------------------------------------------------------------------ */

void law_settle(Law *law)
{
    for (size_t i = 0; i < law->parts->len; i++) {
        Part *part = law->parts->pdata[i];
        for (size_t j = part->paragraphs->len; j-- > 0;)
            if (((GString *)part->paragraphs->pdata[j])->len == 0)
                g_ptr_array_remove_index(part->paragraphs, (guint)j);
    }
}
