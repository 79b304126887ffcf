/* years.c - the question by year: how many documents, of which tier, and where its share falls. */
#include "history/history.h"
#include "statistics/interval.h"

#include <math.h>
#include <string.h>

/* The row of a year; years are dense from the first to the last with documents. */
static TifaHistoryYear *row_of(TifaHistory *history, unsigned year)
{
    return &history->years.items[year - history->years.items[0].year];
}

static void make_rows(TifaHistory *history)
{
    unsigned first = G_MAXUINT, last = 0;
    for (size_t i = 0; i < history->documents->len; i++) {
        unsigned year = history->asked.has[i] ? history_year(history_document(history, i)) : 0;
        first = year ? MIN(first, year) : first;
        last = MAX(last, year);
    }
    for (unsigned year = first; year <= last; year++)
        array_push(&history->years, ((TifaHistoryYear){.year = year}));
}

static void count_documents(TifaHistory *history)
{
    for (size_t i = 0; i < history->documents->len; i++) {
        unsigned year = history->asked.has[i] ? history_year(history_document(history, i)) : 0;
        if (year) {
            row_of(history, year)->of++;
            history->facts.of++;
        }
    }
}

/* Documents come by date, so an issuer that is met for the first time is new in that year. */
static void count_places(TifaHistory *history)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) this_year = g_hash_table_new(g_str_hash, g_str_equal);
    unsigned year = 0;
    for (size_t i = 0; i < history->seen.length; i++) {
        const StoreDocument *document = history_document(history, history->seen.items[i].document);
        TifaHistoryYear *row = row_of(history, history_year(document));
        if (row->year != year)
            g_hash_table_remove_all(this_year);
        year = row->year;
        row->hits += history->seen.items[i].hits;
        row->documents++;
        row->tiers[history_tier(document)]++;
        row->issuers += document->issuer && g_hash_table_add(this_year, document->issuer);
        row->new_issuers += document->issuer && g_hash_table_add(known, document->issuer);
    }
}

/* ---- Gone ------------------------------------------------------------------------------------ */

/* Nothing in N documents leaves a share of up to 3/N open (Hanley and Lippman-Hand, JAMA 249, 1983). */
static void judge_absence(TifaHistory *history)
{
    TifaHistoryFacts *facts = &history->facts;
    const char *last = facts->last ? facts->last->entry.date : NULL;
    size_t until = 0;
    for (size_t i = 0; last && i < history->documents->len; i++) {
        const char *date = history_document(history, i)->date;
        bool is_asked = date && history->asked.has[i];
        facts->later += is_asked && strcmp(date, last) > 0;
        until += is_asked && strcmp(date, last) <= 0 && strcmp(date, facts->firsts[0].entry.date) >= 0;
    }
    TifaInterval share = interval_wilson((double)facts->documents, (double)until);
    facts->is_gone = facts->later > 0 && share.low > 3.0 / (double)facts->later;
}

/* ---- The turn -------------------------------------------------------------------------------- */

/* The documents of a year's row and all behind it. */
static size_t count_since(const TifaHistory *history, size_t row)
{
    size_t count = 0;
    for (size_t i = row; i < history->years.length; i++)
        count += history->years.items[i].of;
    return count;
}

/* The year after which the share is lowest against before, if surely so: the intervals of both shares are
 * apart, and where several years will do, the one with the widest gap. Counted from the first year with a
 * place: what was not yet there could not fade. */
static void find_turn(TifaHistory *history)
{
    TifaHistoryFacts *facts = &history->facts;
    size_t with = 0, of = 0;
    double widest = 0;
    size_t first = 0;
    while (first < history->years.length && !history->years.items[first].documents)
        first++;
    facts->begin = first < history->years.length ? history->years.items[first].year : 0;
    size_t all = count_since(history, first);
    for (size_t i = first; i + 1 < history->years.length; i++) {
        const TifaHistoryYear *year = &history->years.items[i];
        with += year->documents;
        of += year->of;
        TifaInterval before = interval_wilson((double)with, (double)of);
        TifaInterval after = interval_wilson((double)(facts->documents - with), (double)(all - of));
        double gap = before.low - after.high;
        if (!isnan(gap) && gap > widest) {
            widest = gap;
            facts->turn = year->year;
            facts->before = with;
            facts->before_of = of;
        }
    }
    facts->after = facts->turn ? facts->documents - facts->before : 0;
    facts->after_of = facts->turn ? all - facts->before_of : 0;
}

void history_count_years(TifaHistory *history)
{
    make_rows(history);
    count_documents(history);
    count_places(history);
    for (size_t i = 0; i < history->years.length; i++) {
        TifaHistoryYear *row = &history->years.items[i];
        row->share = interval_wilson((double)row->documents, (double)row->of);
    }
    judge_absence(history);
    find_turn(history);
}
