/* meaning_concepts.c - which concepts came, went, or moved. */
#include "compare/meaning_parts.h"

#include <string.h>

/* The first tag that starts at `place` or behind it. */
static size_t first_tag(const TifaTags *tags, uint32_t place)
{
    size_t low = 0, high = tags->length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (tags->items[middle].span.start < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_concept(const TifaTags *tags, TifaSpan span, uint32_t concept, size_t before)
{
    for (size_t i = first_tag(tags, span.start); i < before && tags->items[i].span.start < span.end; i++)
        if (tags->items[i].concept == concept)
            return true;
    return false;
}

/* Adds a concept for its first tag in a unit if the other unit has none. */
static void add_concepts(const Weighing *weighing, const TifaTags *own, TifaSpan span, const TifaTags *other,
                         TifaSpan other_span, bool is_before)
{
    for (size_t i = first_tag(own, span.start); i < own->length && own->items[i].span.start < span.end; i++) {
        const TifaTag *tag = &own->items[i];
        if (has_concept(own, span, tag->concept, i) ||
            has_concept(other, other_span, tag->concept, other->length))
            continue;
        Demand demand = {.kind = TIFA_MEANING_CONCEPT, .span = tag->span};
        meaning_add(weighing, is_before ? &demand : NULL, is_before ? NULL : &demand,
                    is_before ? TIFA_SHIFT_DROPPED : TIFA_SHIFT_ADDED);
        array_last(weighing->meanings).concept = tag->concept;
    }
}

void meaning_weigh_concepts(const Weighing *weighing, const TifaTags *before, const TifaTags *after)
{
    const TifaChange *change = weighing->change;
    add_concepts(weighing, before, change->before, after, change->after, true);
    add_concepts(weighing, after, change->after, before, change->before, false);
}

/* ---- Over all changes ------------------------------------------------------------------------ */

/* The concepts that a change dropped, each with the index + 1 of the meaning that says so. */
static GHashTable *dropped_concepts(const TifaMeanings *meanings, size_t first)
{
    GHashTable *dropped = g_hash_table_new(NULL, NULL);
    for (size_t i = first; i < meanings->length; i++) {
        const TifaMeaning *meaning = &meanings->items[i];
        if (meaning->kind == TIFA_MEANING_CONCEPT && meaning->shift == TIFA_SHIFT_DROPPED)
            g_hash_table_insert(dropped, GUINT_TO_POINTER(meaning->concept), GSIZE_TO_POINTER(i + 1));
    }
    return dropped;
}

/* A concept dropped by one change and added by another was moved: the second gets both places, the first
 * goes. */
static void join_moved(TifaMeanings *meanings, size_t first)
{
    g_autoptr(GHashTable) dropped = dropped_concepts(meanings, first);
    for (size_t i = first; i < meanings->length; i++) {
        TifaMeaning *meaning = &meanings->items[i];
        if (meaning->kind != TIFA_MEANING_CONCEPT || meaning->shift != TIFA_SHIFT_ADDED)
            continue;
        size_t from = GPOINTER_TO_SIZE(g_hash_table_lookup(dropped, GUINT_TO_POINTER(meaning->concept)));
        if (from == 0)
            continue;
        meaning->shift = TIFA_SHIFT_MOVED;
        meaning->before = meanings->items[from - 1].before;
        meaning->before_quote = meanings->items[from - 1].before_quote;
        meanings->items[from - 1].shift = TIFA_SHIFT_MOVED;
        g_hash_table_remove(dropped, GUINT_TO_POINTER(meaning->concept));
    }
}

static GHashTable *concepts_of(const TifaTags *tags)
{
    GHashTable *concepts = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < tags->length; i++)
        g_hash_table_add(concepts, GUINT_TO_POINTER(tags->items[i].concept));
    return concepts;
}

/* Keeps of concepts those moved, told with their second half, and the first place of those that the other
 * text has nowhere. */
static void keep_telling(TifaMeanings *meanings, size_t first, const TifaTags *before_tags,
                         const TifaTags *after_tags)
{
    g_autoptr(GHashTable) before = concepts_of(before_tags);
    g_autoptr(GHashTable) after = concepts_of(after_tags);
    size_t kept = first;
    for (size_t i = first; i < meanings->length; i++) {
        const TifaMeaning *meaning = &meanings->items[i];
        GHashTable *other = meaning->shift == TIFA_SHIFT_ADDED ? before : after;
        bool is_kept = meaning->shift != TIFA_SHIFT_MOVED || meaning->after.end > 0;
        if (meaning->kind == TIFA_MEANING_CONCEPT && meaning->shift != TIFA_SHIFT_MOVED)
            is_kept = g_hash_table_add(other, GUINT_TO_POINTER(meaning->concept));
        if (is_kept)
            meanings->items[kept++] = *meaning;
    }
    meanings->length = kept;
}

void meaning_settle_concepts(TifaMeanings *meanings, size_t first, const TifaTags *before,
                             const TifaTags *after)
{
    join_moved(meanings, first);
    keep_telling(meanings, first, before, after);
}
