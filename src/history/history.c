#include "history/history.h"

TifaHistory *tifa_history_new(TifaCorpus *corpus, const TifaFamilies *families, const TifaQuery *query,
                              GError **error)
{
    g_autoptr(TifaHistory) history = g_new0(TifaHistory, 1);
    history->strings = g_string_chunk_new(4096);
    if (!history_gather(history, corpus, query, error))
        return NULL;
    TifaHistoryFacts *facts = &history->facts;
    facts->firsts = history->firsts.items;
    facts->first_tiers = history->first_tiers.items;
    facts->first_count = history->firsts.length;
    history_count_years(history);
    history_follow_families(history, families);
    if (!history_find_successors(history, corpus, query, error))
        return NULL;
    facts->years = history->years.items;
    facts->year_count = history->years.length;
    facts->series = history->series.items;
    facts->series_count = history->series.length;
    facts->changes = history->changes.items;
    facts->change_count = history->changes.length;
    facts->successors = history->successors.items;
    facts->successor_count = history->successors.length;
    return g_steal_pointer(&history);
}

void tifa_history_free(TifaHistory *history)
{
    if (!history)
        return;
    document_set_clear(&history->asked);
    array_clear(&history->seen);
    g_free(history->hits);
    array_clear(&history->firsts);
    array_clear(&history->first_tiers);
    array_clear(&history->years);
    array_clear(&history->series);
    array_clear(&history->changes);
    array_clear(&history->successors);
    g_string_chunk_free(history->strings);
    g_free(history);
}

const TifaHistoryFacts *tifa_history_facts(const TifaHistory *history)
{
    return &history->facts;
}
