/* ngrams.c - sequences of words that come again.
 *
 * Longer sequences are made of shorter ones: one of n words can be frequent only if both sequences of n - 1
 * words in it are. So each length is counted as pairs of numbers of the length before (Agrawal and Srikant's
 * a-priori rule, 1994). */
#include "analysis/analysis.h"
#include "analysis/pairs.h"
#include "base/utf8.h"

#include <string.h>

static const TifaColumn columns[] = {
    {"ngram", "words", TIFA_COLUMN_TEXT, 0, 0},
    {"n", "n", TIFA_COLUMN_COUNT, 0, 0},
    {"frequency", "frequency", TIFA_COLUMN_COUNT, 0, TIFA_COLUMN_HAS_BAR},
    {"rate", "per 10,000", TIFA_COLUMN_NUMBER, 2, 0},
    {"documents", "documents", TIFA_COLUMN_COUNT, 0, 0},
    {NULL, NULL, 0, 0, 0},
};

enum { LONGEST = 8 };

/* The words of the texts in one row; 0 where a sequence ends: at punctuation, at words that are not listed,
 * and at the end of a passage. */
typedef struct {
    TifaAnalysis *analysis;
    const Listing *listing;
    ARRAY(uint32_t) grams;          /* by place: the number of the sequence that begins there, 0 if none */
    ARRAY(uint8_t) marks;           /* by place: whether the word is part of a place of the question */
    ARRAY(size_t) ends;             /* by document: its end in the row */
    uint64_t words;                 /* all words, listed or not */
    bool is_around;                 /* only sequences with a marked word count */
    PairCounts levels[LONGEST + 1]; /* by length, from 2 */
} Row;

/* ---- The row --------------------------------------------------------------------------------- */

static void add_passage(Row *row, const StoreTermIds *terms, const TifaSpan *places, size_t place_count)
{
    const Vocabulary *vocabulary = row->listing->vocabulary;
    uint32_t start = 0;
    size_t place = 0;
    for (size_t i = 0; i < terms->length; i++) {
        uint32_t term = terms->items[i] <= vocabulary->term_count ? terms->items[i] : 0;
        uint32_t word = vocabulary->word_of[term], end = start + vocabulary->lengths[term];
        while (place < place_count && places[place].end <= start)
            place++;
        row->words += word > 0;
        if (word || vocabulary->kinds[term] != TIFA_TOKEN_SPACE) {
            array_push(&row->grams, word && row->listing->forms[word] ? word : 0);
            array_push(&row->marks, place < place_count && places[place].start < end);
        }
        start = end;
    }
    array_push(&row->grams, 0);
    array_push(&row->marks, 0);
}

static bool add_tokens(int64_t passage, const StoreTermIds *terms, void *data, GError **error)
{
    (void)passage, (void)error;
    add_passage(data, terms, NULL, 0);
    return true;
}

static bool read_documents(Row *row, const DocumentSet *set, GError **error)
{
    for (size_t i = 0; i < set->length; i++) {
        const StoreDocument *document = row->analysis->documents->pdata[i];
        if (set->has[i] && !store_each_tokens(row->analysis->corpus->store, document->first_passage,
                                              document->end_passage, add_tokens, row, error))
            return false;
        array_push(&row->ends, row->grams.length);
    }
    return true;
}

/* The passages with places of the question, as they come. */
typedef struct {
    Row *row;
    int64_t passage; /* at hand */
    ARRAY(TifaSpan) places;
    StoreTermIds terms;
} Around;

static void end_documents(Row *row, size_t before)
{
    while (row->ends.length < before)
        array_push(&row->ends, row->grams.length);
}

static bool close_passage(Around *around, GError **error)
{
    Store *store = around->row->analysis->corpus->store;
    if (around->places.length == 0)
        return true;
    if (!store_get_tokens(store, around->passage, &around->terms, error))
        return false;
    const StoreDocument *document = corpus_document_of(around->row->analysis->corpus, around->passage);
    end_documents(around->row, document ? document->index : 0);
    add_passage(around->row, &around->terms, around->places.items, around->places.length);
    around->places.length = 0;
    return true;
}

static bool take_place(const Place *place, void *data, GError **error)
{
    Around *around = data;
    if (place->passage->id != around->passage && !close_passage(around, error))
        return false;
    around->passage = place->passage->id;
    array_push(&around->places, place->span);
    return true;
}

static bool read_around(Row *row, const TifaQuery *query, GError **error)
{
    Around around = {.row = row};
    bool is_read = search_places(row->analysis->corpus, query, take_place, &around, error) &&
                   close_passage(&around, error);
    end_documents(row, row->analysis->documents->len);
    array_clear(&around.places);
    array_clear(&around.terms);
    return is_read;
}

/* ---- Counting -------------------------------------------------------------------------------- */

/* Whether one of the `length` words from a place on is marked, or nothing is asked to be. */
static bool is_marked(const Row *row, size_t place, size_t length)
{
    return !row->is_around || memchr(row->marks.items + place, 1, length) != NULL;
}

/* How far ahead pairs are looked up, see pair_counts_expect(). */
enum { SOON = 8, AHEAD = 16 };

static bool is_pair(const Row *row, size_t place)
{
    const uint32_t *grams = row->grams.items;
    return place + 1 < row->grams.length && grams[place] && grams[place + 1];
}

static void announce_pairs(const Row *row, PairCounts *counts)
{
    const uint32_t *grams = row->grams.items;
    for (size_t i = 0; i + 1 < row->grams.length; i++) {
        if (is_pair(row, i + AHEAD))
            pair_counts_expect(counts, grams[i + AHEAD], grams[i + AHEAD + 1]);
        if (is_pair(row, i))
            pair_counts_announce(counts, grams[i], grams[i + 1]);
    }
}

/* Puts the number of each pair in the place of its left part. */
static void add_pairs(Row *row, PairCounts *counts, size_t length)
{
    uint32_t *grams = row->grams.items;
    size_t document = 0;
    for (size_t i = 0; i < row->grams.length; i++) {
        if (is_pair(row, i + AHEAD))
            pair_counts_expect(counts, grams[i + AHEAD], grams[i + AHEAD + 1]);
        if (is_pair(row, i + SOON))
            pair_counts_expect_soon(counts, grams[i + SOON], grams[i + SOON + 1]);
        while (i >= row->ends.items[document])
            document++;
        grams[i] = is_pair(row, i) ? pair_counts_add(counts, grams[i], grams[i + 1],
                                                     is_marked(row, i, length), (uint32_t)document)
                                   : 0;
    }
}

/* Counts the sequences of `length` words and puts their numbers in the place of those of length - 1. */
static void count_level(Row *row, size_t length, uint32_t least)
{
    PairCounts *counts = &row->levels[length];
    *counts = pair_counts_new(least);
    announce_pairs(row, counts);
    add_pairs(row, counts, length);
    for (size_t i = 0; i < row->grams.length; i++)
        if (!pair_counts_is_frequent(counts, row->grams.items[i]))
            row->grams.items[i] = 0;
}

/* ---- Listing --------------------------------------------------------------------------------- */

/* The first word of a sequence. */
static uint32_t first_word(const Row *row, size_t length, uint32_t gram)
{
    for (; length > 1; length--)
        gram = row->levels[length].pairs.items[gram - 1].left;
    return gram;
}

/* The words as they would be written: a blank between words of scripts with blanks. */
static char *gram_text(const Row *row, size_t length, uint32_t gram)
{
    GString *text = g_string_new(NULL);
    bool was_han = true;
    for (; length > 0; length--) {
        const char *word = listing_text(row->listing, first_word(row, length, gram));
        bool is_han = utf8_is_han(g_utf8_get_char(word));
        g_string_append_printf(text, "%s%s", was_han || is_han ? "" : " ", word);
        was_han = is_han;
        gram = length > 1 ? row->levels[length].pairs.items[gram - 1].right : 0;
    }
    return g_string_free(text, FALSE);
}

/* Marks the sequences that never stand but in one of those that are one word longer. */
static bool *find_parts(const Row *row, size_t length, size_t longest)
{
    bool *is_part = g_new0(bool, row->levels[length].pairs.length + 1);
    const PairCount *grams = row->levels[length].pairs.items;
    for (size_t i = 0; length < longest && i < row->levels[length + 1].pairs.length; i++) {
        const PairCount *longer = &row->levels[length + 1].pairs.items[i];
        is_part[longer->left] |= longer->marked == grams[longer->left - 1].marked;
        is_part[longer->right] |= longer->marked == grams[longer->right - 1].marked;
    }
    return is_part;
}

static void list_level(const Row *row, size_t length, size_t longest, uint32_t least, TifaTable *table)
{
    g_autofree bool *is_part = find_parts(row, length, longest);
    for (uint32_t i = 0; i < row->levels[length].pairs.length; i++) {
        const PairCount *gram = &row->levels[length].pairs.items[i];
        if (gram->marked < least || is_part[i + 1])
            continue;
        g_autofree char *text = gram_text(row, length, i + 1);
        table_add_text(table, text);
        table_add_number(table, (double)length);
        table_add_number(table, gram->marked);
        table_add_number(table, 1e4 * gram->marked / (double)row->words);
        table_add_number(table, gram->documents);
    }
}

static TifaTable *count_all(Row *row, size_t shortest, size_t longest, uint32_t least)
{
    TifaTable *table = table_new(columns);
    for (size_t length = 2; length <= longest; length++)
        count_level(row, length, least);
    for (size_t length = MAX(shortest, 2); length <= longest; length++)
        list_level(row, length, longest, least, table);
    for (size_t length = 2; length <= longest; length++)
        pair_counts_clear(&row->levels[length]);
    table_sort(table, "frequency");
    table_add_fact(table, "words", (double)row->words, 0);
    return table;
}

TifaTable *tifa_analysis_ngrams(TifaAnalysis *analysis, const TifaQuery *query, size_t shortest,
                                size_t longest, const TifaWordChoice *choice, GError **error)
{
    enum { LEAST = 5 };
    DocumentSet set = {0};
    Frequencies own = {0};
    if (shortest < 2 || shortest > longest || longest > LONGEST) {
        fail(error, TIFA_ERROR_INPUT, "ngrams: lengths %zu to %zu: use 2 to %d words", shortest, longest,
             LONGEST);
        return NULL;
    }
    if (!analysis_allowed(analysis, query, &set, error))
        return NULL;
    const Frequencies *frequencies = analysis_frequencies(analysis, &set, &own, error);
    TifaTable *table = NULL;
    if (frequencies) {
        Listing listing = listing_make(analysis->vocabulary, choice, frequencies->terms);
        Row row = {.analysis = analysis, .listing = &listing, .is_around = query && query->root};
        if (row.is_around ? read_around(&row, query, error) : read_documents(&row, &set, error))
            table = count_all(&row, shortest, longest,
                              choice && choice->least ? (uint32_t)MIN(choice->least, UINT32_MAX) : LEAST);
        array_clear(&row.grams);
        array_clear(&row.marks);
        array_clear(&row.ends);
        listing_clear(&listing);
    }
    frequencies_clear(&own);
    document_set_clear(&set);
    return table;
}
