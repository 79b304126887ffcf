/* counts.c - places counted by year, agency ..., with what must stand beside a count: documents, words, and
 * how sure the shares and rates are. */
#include "analysis/coverage.h"
#include "analysis/document_groups.h"
#include "analysis/tagged.h"
#include "statistics/interval.h"

#include <math.h>
#include <string.h>

static const char *const grouping_names[TIFA_BY_COUNT] = {
    [TIFA_BY_YEAR] = "year", [TIFA_BY_AGENCY] = "agency",     [TIFA_BY_LEVEL] = "level",
    [TIFA_BY_TYPE] = "type", [TIFA_BY_DOCUMENT] = "document", [TIFA_BY_CONCEPT] = "concept",
};

const char *tifa_grouping_name(TifaGrouping by)
{
    g_assert(by < TIFA_BY_COUNT);
    return grouping_names[by];
}

/* What is counted, by document: the question's places, or those of one concept among them. */
typedef struct {
    const char *concept; /* its id, NULL for all places */
    const uint64_t *hits;
} Counted;

typedef struct {
    TifaAnalysis *analysis;
    const uint32_t *words;
    const TifaGrouping *by;
    size_t by_count;
    bool has_documents; /* a row is one document */
    uint64_t seed;
    TifaTable *table;
} Counting;

/* ---- Columns --------------------------------------------------------------------------------- */

static const TifaColumn document_columns[] = {
    {"title", "title", TIFA_COLUMN_TEXT, 0, 0},
    {"date", "date", TIFA_COLUMN_TEXT, 0, 0},
    {"hits", "hits", TIFA_COLUMN_COUNT, 0, TIFA_COLUMN_HAS_BAR},
    {"words", "words", TIFA_COLUMN_COUNT, 0, 0},
    {"rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {NULL, NULL, 0, 0, 0},
};

static const TifaColumn group_columns[] = {
    {"hits", "hits", TIFA_COLUMN_COUNT, 0, TIFA_COLUMN_HAS_BAR},
    {"documents", "documents", TIFA_COLUMN_COUNT, 0, 0},
    {"of", "of", TIFA_COLUMN_COUNT, 0, 0},
    {"share", "%", TIFA_COLUMN_SHARE, 0, 0},
    {"share_low", "95 %", TIFA_COLUMN_LOW, 0, TIFA_COLUMN_IS_SHARE},
    {"share_high", NULL, TIFA_COLUMN_HIGH, 0, TIFA_COLUMN_IS_SHARE},
    {"words", "words", TIFA_COLUMN_COUNT, 0, 0},
    {"rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {"rate_low", "95 %", TIFA_COLUMN_LOW, 2, 0},
    {"rate_high", NULL, TIFA_COLUMN_HIGH, 2, 0},
    {"top_share", "top %", TIFA_COLUMN_SHARE, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

static TifaTable *make_table(const Counting *counting)
{
    TifaColumn columns[MOST_GROUPINGS + G_N_ELEMENTS(group_columns)];
    size_t count = 0;
    for (size_t i = 0; i < counting->by_count; i++) {
        const char *name = grouping_names[counting->by[i]];
        bool is_id = counting->by[i] == TIFA_BY_DOCUMENT;
        columns[count++] =
            (TifaColumn){name, is_id ? "no." : name, is_id ? TIFA_COLUMN_COUNT : TIFA_COLUMN_TEXT, 0, 0};
    }
    const TifaColumn *rest = counting->has_documents ? document_columns : group_columns;
    do
        columns[count++] = *rest;
    while ((rest++)->name);
    return table_new(columns);
}

/* ---- Rows ------------------------------------------------------------------------------------ */

/* The numbers of one row. */
typedef struct {
    uint64_t hits, words, most; /* most: hits in one document */
    size_t documents;           /* with at least one hit */
    ARRAY(DocumentRate) rates;
} Sums;

static Sums add_up(const Counting *counting, const Group *group, const uint64_t *hits)
{
    Sums sums = {0};
    for (size_t i = 0; i < group->documents.length; i++) {
        size_t document = group->documents.items[i];
        sums.hits += hits[document];
        sums.most = MAX(sums.most, hits[document]);
        sums.words += counting->words[document];
        sums.documents += hits[document] > 0;
        array_push(&sums.rates, ((DocumentRate){(double)hits[document], counting->words[document]}));
    }
    return sums;
}

static double rate_of(const Sums *sums)
{
    return sums->words ? 1e4 * (double)sums->hits / (double)sums->words : NAN;
}

static void add_keys(const Counting *counting, const Group *group, const char *concept)
{
    for (size_t i = 0; i < counting->by_count; i++) {
        if (counting->by[i] == TIFA_BY_DOCUMENT)
            table_add_number(counting->table, (double)g_ascii_strtoll(group->keys[i], NULL, 10));
        else
            table_add_text(counting->table, counting->by[i] == TIFA_BY_CONCEPT ? concept : group->keys[i]);
    }
}

static void add_document_cells(const Counting *counting, const Group *group, const Sums *sums)
{
    const StoreDocument *document = counting->analysis->documents->pdata[group->documents.items[0]];
    table_add_text(counting->table, analysis_title(document));
    table_add_text(counting->table, document->date);
    table_add_number(counting->table, (double)sums->hits);
    table_add_number(counting->table, (double)sums->words);
    table_add_number(counting->table, rate_of(sums));
}

static void add_group_cells(const Counting *counting, const Sums *sums)
{
    TifaTable *table = counting->table;
    double documents = (double)sums->documents, of = (double)sums->rates.length;
    TifaInterval rate = bootstrap_rate(sums->rates.items, sums->rates.length, counting->seed);
    table_add_number(table, (double)sums->hits);
    table_add_number(table, documents);
    table_add_number(table, of);
    table_add_number(table, of > 0 ? documents / of : NAN);
    table_add_interval(table, interval_wilson(documents, of));
    table_add_number(table, (double)sums->words);
    table_add_number(table, rate_of(sums));
    table_add_interval(table, (TifaInterval){1e4 * rate.low, 1e4 * rate.high});
    table_add_number(table, sums->hits ? (double)sums->most / (double)sums->hits : NAN);
}

/* A concept or a document without a hit has no row; a year or an agency has one. */
static void add_row(const Counting *counting, const Group *group, const Counted *counted)
{
    Sums sums = add_up(counting, group, counted->hits);
    if (sums.hits || !(counting->has_documents || counted->concept)) {
        add_keys(counting, group, counted->concept);
        if (counting->has_documents)
            add_document_cells(counting, group, &sums);
        else
            add_group_cells(counting, &sums);
    }
    array_clear(&sums.rates);
}

static bool groups_by(const Counting *counting, TifaGrouping by)
{
    for (size_t i = 0; i < counting->by_count; i++)
        if (counting->by[i] == by)
            return true;
    return false;
}

/* A row for each group and each concept tagged in the places. */
static bool add_concept_rows(const Counting *counting, const GPtrArray *groups, const TifaQuery *query,
                             GError **error)
{
    Tagged tagged;
    if (!tagged_read(counting->analysis, &tagged, error))
        return false;
    g_autoptr(GPtrArray) hits = tagged_count(counting->analysis, &tagged, query, error);
    for (size_t i = 0; hits && i < groups->len; i++)
        for (size_t j = 0; j < hits->len; j++)
            if (hits->pdata[j])
                add_row(counting, groups->pdata[i],
                        &(Counted){tagged.concepts.items[j].name, hits->pdata[j]});
    tagged_clear(&tagged);
    return hits != NULL;
}

/* ---- The whole ------------------------------------------------------------------------------- */

static void add_total(const Counting *counting, const DocumentSet *set, const uint64_t *hits)
{
    uint64_t all = 0, words = 0;
    size_t documents = 0;
    for (size_t i = 0; i < set->length; i++) {
        all += hits[i];
        documents += hits[i] > 0;
        words += set->has[i] ? counting->words[i] : 0;
    }
    table_add_fact(counting->table, "hits", (double)all, 0);
    table_add_fact(counting->table, "documents", (double)documents, 0);
    table_add_fact(counting->table, "of", (double)set->count, 0);
    table_add_fact(counting->table, "words", (double)words, 0);
}

static bool fill(Counting *counting, const DocumentSet *set, const TifaQuery *query, GError **error)
{
    g_autofree uint64_t *hits = analysis_hits(counting->analysis, query, error);
    g_autoptr(GPtrArray) groups =
        hits ? document_groups_make(counting->analysis, set, counting->by, counting->by_count, error) : NULL;
    if (!groups)
        return false;
    if (groups_by(counting, TIFA_BY_CONCEPT)) {
        if (!add_concept_rows(counting, groups, query, error))
            return false;
    } else {
        for (size_t i = 0; i < groups->len; i++)
            add_row(counting, groups->pdata[i], &(Counted){NULL, hits});
    }
    table_sort(counting->table, counting->by[0] == TIFA_BY_YEAR ? "year" : "hits");
    add_total(counting, set, hits);
    if (groups_by(counting, TIFA_BY_YEAR))
        coverage_note_years(counting->table, counting->analysis, set);
    analysis_note_spread(counting->table, NULL, counting->analysis->documents, hits);
    return true;
}

TifaTable *tifa_analysis_count(TifaAnalysis *analysis, const TifaQuery *query, const TifaGrouping *by,
                               size_t by_count, uint64_t seed, GError **error)
{
    g_assert(by_count > 0);
    Counting counting = {.analysis = analysis, .by = by, .by_count = by_count, .seed = seed};
    DocumentSet set = {0};
    if (by_count > MOST_GROUPINGS) {
        fail(error, TIFA_ERROR_INPUT, "groupings: %zu are too many; use up to %d", by_count, MOST_GROUPINGS);
        return NULL;
    }
    counting.words = analysis_words(analysis, error);
    if (!counting.words || !analysis_allowed(analysis, query, &set, error))
        return NULL;
    counting.has_documents = groups_by(&counting, TIFA_BY_DOCUMENT);
    counting.table = make_table(&counting);
    bool is_filled = fill(&counting, &set, query, error);
    document_set_clear(&set);
    if (!is_filled)
        g_clear_pointer(&counting.table, tifa_table_free);
    return counting.table;
}
