#include "report/source.h"

#include "report/style.h"

#include <string.h>

char *source_article(const TifaHit *hit)
{
    if (!hit->article)
        return NULL;
    return hit->insert ? g_strdup_printf("%u-%u", hit->article, hit->insert)
                       : g_strdup_printf("%u", hit->article);
}

static const char *title_of(const TifaHit *hit)
{
    return hit->entry.title ? hit->entry.title : hit->entry.path;
}

/* The last `columns` columns of the text. */
static const char *tail_of(const char *text, unsigned columns)
{
    const char *tail = text + strlen(text);
    while (tail > text) {
        const char *before = g_utf8_prev_char(tail);
        if (style_columns(before, strlen(before)) > columns)
            break;
        tail = before;
    }
    return tail;
}

static char *cut_middle(const char *title, unsigned columns)
{
    unsigned tail_columns = (columns - 1) / 3;
    const char *tail = tail_of(title, tail_columns);
    size_t head = style_fit(title, strlen(title), columns - 1 - style_columns(tail, strlen(tail)));
    return g_strdup_printf("%.*s…%s", (int)head, title, tail);
}

char *source_fit(const char *title, unsigned columns)
{
    static const char *const common[] = {"中华人民共和国", "国民经济和社会发展"};
    g_autofree char *shorter = g_strdup(title);
    for (size_t i = 0; i < G_N_ELEMENTS(common) && style_columns(shorter, strlen(shorter)) > columns; i++) {
        char *place = strstr(shorter, common[i]), *behind = place ? place + strlen(common[i]) : NULL;
        if (place && *behind)
            memmove(place, behind, strlen(behind) + 1);
    }
    bool fits = style_columns(shorter, strlen(shorter)) <= columns;
    return fits || columns == 0 ? g_strndup(shorter, fits ? strlen(shorter) : 0)
                                : cut_middle(shorter, columns);
}

char *source_short(const TifaHit *hit, unsigned columns)
{
    g_autofree char *article = source_article(hit);
    g_autofree char *place = article     ? g_strdup_printf(" §%s", article)
                             : hit->page ? g_strdup_printf(" p. %u", hit->page)
                                         : g_strdup("");
    GString *source = g_string_new(NULL);
    g_string_printf(source, "%" G_GINT64_FORMAT " ", hit->document);
    unsigned reserved = style_columns(source->str, source->len) + style_columns(place, strlen(place));
    g_autofree char *title = source_fit(title_of(hit), columns > reserved ? columns - reserved : 0);
    g_string_append(source, title);
    g_string_append(source, place);
    return g_string_free(source, FALSE);
}

char *source_long(const TifaHit *hit)
{
    const TifaEntry *entry = &hit->entry;
    g_autofree char *article = source_article(hit);
    GString *source = g_string_new(title_of(hit));
    const char *const facts[] = {entry->number, entry->issuer, entry->date};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i])
            g_string_append_printf(source, ", %s", facts[i]);
    if (article)
        g_string_append_printf(source, ", §%s", article);
    if (hit->page)
        g_string_append_printf(source, ", p. %u", hit->page);
    return g_string_free(source, FALSE);
}
