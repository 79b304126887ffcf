/* meaning_transfers.c - what only went to another place. */
#include "compare/meaning_parts.h"

#include <string.h>

enum { SHORTEST_CLAUSE = 24 }; /* bytes */

/* The clause of a one-sided meaning, of a duty from its word on; NULL if it is too short to be known again.
 * Free with g_free(). */
static char *clause_of(const TifaComparison *comparison, const TifaMeaning *meaning)
{
    bool is_old = meaning->after.end == 0;
    const char *text = is_old ? comparison->before.text : comparison->after.text;
    TifaSpan words = is_old ? meaning->before : meaning->after;
    TifaSpan clause = demands_clause(text, is_old ? meaning->before_quote : meaning->after_quote, words);
    if (meaning->kind == TIFA_MEANING_DUTY)
        clause.start = words.start;
    return clause.end - clause.start < SHORTEST_CLAUSE
               ? NULL
               : g_strdup_printf("%d %.*s", meaning->kind, (int)(clause.end - clause.start),
                                 text + clause.start);
}

/* The clauses of the meanings from `first` on with that shift that can be known again, by index from there;
 * NULL for the others. */
static GPtrArray *clauses_of(const TifaComparison *comparison, const TifaMeanings *meanings, size_t first,
                             TifaShift shift)
{
    GPtrArray *clauses = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = first; i < meanings->length; i++) {
        const TifaMeaning *meaning = &meanings->items[i];
        bool is_wanted = meaning->shift == shift && meaning->kind != TIFA_MEANING_CONCEPT;
        g_ptr_array_add(clauses, is_wanted ? clause_of(comparison, meaning) : NULL);
    }
    return clauses;
}

void meaning_cancel_transfers(const TifaComparison *comparison, TifaMeanings *meanings, size_t first)
{
    g_autoptr(GPtrArray) dropped = clauses_of(comparison, meanings, first, TIFA_SHIFT_DROPPED);
    g_autoptr(GPtrArray) added = clauses_of(comparison, meanings, first, TIFA_SHIFT_ADDED);
    g_autoptr(GHashTable) places = g_hash_table_new(g_str_hash, g_str_equal); /* of dropped clauses, from 1 */
    g_autofree bool *is_out = g_new0(bool, dropped->len + 1);
    for (size_t i = 0; i < dropped->len; i++)
        if (dropped->pdata[i])
            g_hash_table_replace(places, dropped->pdata[i], GSIZE_TO_POINTER(i + 1));
    for (size_t i = 0; i < added->len; i++) {
        size_t partner = added->pdata[i] ? GPOINTER_TO_SIZE(g_hash_table_lookup(places, added->pdata[i])) : 0;
        if (partner)
            is_out[i] = is_out[partner - 1] = g_hash_table_remove(places, added->pdata[i]);
    }
    size_t kept = first;
    for (size_t i = first; i < meanings->length; i++)
        if (!is_out[i - first])
            meanings->items[kept++] = meanings->items[i];
    meanings->length = kept;
}
