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

char *source_short(const TifaHit *hit, unsigned columns)
{
    g_autofree char *article = source_article(hit);
    g_autofree char *place = article     ? g_strdup_printf(" §%s", article)
                             : hit->page ? g_strdup_printf(" p. %u", hit->page)
                                         : g_strdup("");
    GString *source = g_string_new(NULL);
    g_string_printf(source, "%" G_GINT64_FORMAT " ", hit->document);
    unsigned reserved = style_columns(source->str, source->len) + style_columns(place, strlen(place));
    unsigned room = columns > reserved ? columns - reserved : 0;
    const char *title = title_of(hit);
    size_t length = strlen(title), fitting = style_fit(title, length, room);
    bool is_cut = fitting < length && room > 0;
    if (is_cut)
        fitting = style_fit(title, length, room - 1);
    g_string_append_len(source, title, (gssize)fitting);
    g_string_append(source, is_cut ? "…" : "");
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
