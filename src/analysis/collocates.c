/* collocates.c - the words around the places of a question. */
#include "analysis/analysis.h"
#include "statistics/association.h"

#include <string.h>

static const TifaColumn columns[] = {
    {"word", "word", TIFA_COLUMN_TEXT, 0, 0},
    {"together", "together", TIFA_COLUMN_COUNT, 0, 0},
    {"left", "left", TIFA_COLUMN_COUNT, 0, 0},
    {"right", "right", TIFA_COLUMN_COUNT, 0, 0},
    {"documents", "docs", TIFA_COLUMN_COUNT, 0, 0},
    {"top_share", "top %", TIFA_COLUMN_SHARE, 0, 0},
    {"frequency", "frequency", TIFA_COLUMN_COUNT, 0, 0},
    {"expected", "expected", TIFA_COLUMN_NUMBER, 1, 0},
    {"log_likelihood", "log-lik.", TIFA_COLUMN_NUMBER, 1, 0},
    {"log_dice", "logDice", TIFA_COLUMN_NUMBER, 2, 0},
    {"mi", "MI", TIFA_COLUMN_NUMBER, 2, 0},
    {"t", "t", TIFA_COLUMN_NUMBER, 2, 0},
    {"delta_p_word", "dP(w|n)", TIFA_COLUMN_NUMBER, 4, 0},
    {"delta_p_node", "dP(n|w)", TIFA_COLUMN_NUMBER, 4, 0},
    {NULL, NULL, 0, 0, 0},
};

/* One word as a neighbour. */
typedef struct {
    uint32_t left, right, together; /* a token in windows of two places may be both */
    uint32_t in_node;               /* its tokens that are part of the node */
    uint32_t documents, most;
    uint32_t in_document; /* together in the document at hand */
} Neighbour;

enum {
    LEFT = 1,
    RIGHT = 2,
    NODE = 4,
};

typedef struct {
    const TifaAnalysis *analysis;
    const Vocabulary *vocabulary;
    unsigned left, right;
    /* The passage at hand. */
    int64_t passage;
    ARRAY(TifaSpan) places;
    StoreTermIds terms;
    ARRAY(uint8_t) roles; /* of its tokens */
    /* The document at hand. */
    size_t document;
    ARRAY(uint32_t) met; /* words */
    /* The whole. */
    Neighbour *neighbours; /* by word */
    uint64_t node_places, node_words, window_words;
    uint64_t *hits; /* by document */
} Collecting;

static bool is_word(const Collecting *collecting, size_t token)
{
    uint32_t term = collecting->terms.items[token];
    return term <= collecting->vocabulary->term_count && collecting->vocabulary->word_of[term];
}

/* Marks up to `count` words on one side of a place, from the token `from` on. */
static void mark_side(Collecting *collecting, size_t from, int step, unsigned count, uint8_t role)
{
    for (size_t token = from; count > 0 && token < collecting->terms.length; token += (size_t)step) {
        if (!is_word(collecting, token))
            continue;
        collecting->roles.items[token] |= role;
        count--;
    }
}

/* Marks the tokens of each place, and those of its windows. Places come in order. */
static void mark_roles(Collecting *collecting)
{
    size_t tokens = collecting->terms.length, token = 0;
    uint32_t start = 0;
    collecting->roles.length = 0;
    array_reserve(&collecting->roles, tokens);
    memset(collecting->roles.items, 0, tokens);
    for (size_t i = 0; i < collecting->places.length; i++) {
        TifaSpan place = collecting->places.items[i];
        const uint32_t *lengths = collecting->vocabulary->lengths, *terms = collecting->terms.items;
        while (token < tokens && start + lengths[terms[token]] <= place.start)
            start += lengths[terms[token++]];
        size_t first = token;
        uint32_t end = start;
        for (; token < tokens && end < place.end; token++) {
            collecting->roles.items[token] |= NODE;
            end += lengths[terms[token]];
        }
        mark_side(collecting, first - 1, -1, collecting->left, LEFT);
        mark_side(collecting, token, 1, collecting->right, RIGHT);
        token = first; /* the next place may stand in the same token */
    }
}

/* Takes the neighbours that were met in the document at hand into account. */
static void close_document(Collecting *collecting)
{
    for (size_t i = 0; i < collecting->met.length; i++) {
        Neighbour *neighbour = &collecting->neighbours[collecting->met.items[i]];
        neighbour->documents++;
        neighbour->most = MAX(neighbour->most, neighbour->in_document);
        neighbour->in_document = 0;
    }
    collecting->met.length = 0;
}

static void count_neighbour(Collecting *collecting, uint32_t word, uint8_t role)
{
    Neighbour *neighbour = &collecting->neighbours[word];
    if (neighbour->in_document == 0)
        array_push(&collecting->met, word);
    neighbour->in_document++;
    neighbour->together++;
    neighbour->left += (role & LEFT) != 0;
    neighbour->right += (role & RIGHT) != 0;
    collecting->window_words++;
}

static bool close_passage(Collecting *collecting, GError **error)
{
    if (collecting->places.length == 0)
        return true;
    if (!store_get_tokens(collecting->analysis->corpus->store, collecting->passage, &collecting->terms,
                          error))
        return false;
    mark_roles(collecting);
    for (size_t token = 0; token < collecting->terms.length; token++) {
        uint8_t role = collecting->roles.items[token];
        if (!role || !is_word(collecting, token))
            continue;
        uint32_t word = collecting->vocabulary->word_of[collecting->terms.items[token]];
        if (role & NODE) {
            collecting->neighbours[word].in_node++;
            collecting->node_words++;
        } else {
            count_neighbour(collecting, word, role);
        }
    }
    collecting->places.length = 0;
    return true;
}

static bool collect_place(const Place *place, void *data, GError **error)
{
    Collecting *collecting = data;
    int64_t passage = place->passage->id;
    if (passage != collecting->passage) {
        if (!close_passage(collecting, error))
            return false;
        const StoreDocument *document = corpus_document_of(collecting->analysis->corpus, passage);
        if (document && document->index != collecting->document) {
            close_document(collecting);
            collecting->document = document->index;
        }
        collecting->passage = passage;
    }
    array_push(&collecting->places, place->span);
    collecting->node_places++;
    if (collecting->document != SIZE_MAX)
        collecting->hits[collecting->document]++;
    return true;
}

static void collecting_clear(Collecting *collecting)
{
    array_clear(&collecting->places);
    array_clear(&collecting->terms);
    array_clear(&collecting->roles);
    array_clear(&collecting->met);
    g_free(collecting->neighbours);
    g_free(collecting->hits);
}

/* ---- Measures -------------------------------------------------------------------------------- */

/* Adds the word if it stands more often around the places than anywhere else. */
static void add_collocate(TifaTable *table, const Collecting *collecting, const Frequencies *frequencies,
                          uint32_t word, const char *text)
{
    const Neighbour *neighbour = &collecting->neighbours[word];
    double frequency = frequencies->words[word].count;
    double window = (double)collecting->window_words, together = neighbour->together;
    double outside = (double)(frequencies->total - collecting->node_words) - window;
    Contingency contingency =
        contingency_of(together, window, frequency - neighbour->in_node - together, outside);
    double expected = contingency_expected(&contingency);
    if (together <= expected)
        return;
    table_add_text(table, text);
    table_add_number(table, together);
    table_add_number(table, neighbour->left);
    table_add_number(table, neighbour->right);
    table_add_number(table, neighbour->documents);
    table_add_number(table, neighbour->most / together);
    table_add_number(table, frequency);
    table_add_number(table, expected);
    table_add_number(table, association_log_likelihood(&contingency));
    table_add_number(table, association_log_dice(together, (double)collecting->node_places, frequency));
    table_add_number(table, association_mi(&contingency));
    table_add_number(table, association_t(&contingency));
    table_add_number(table, association_delta_p_word(&contingency));
    table_add_number(table, association_delta_p_inside(&contingency));
}

static TifaTable *measure(const Collecting *collecting, const Frequencies *frequencies,
                          const TifaWordChoice *choice)
{
    enum { LEAST = 5 };
    uint64_t least = choice && choice->least ? choice->least : LEAST;
    Listing listing = listing_make(collecting->vocabulary, choice, frequencies->terms);
    TifaTable *table = table_new(columns);
    for (uint32_t word = 1; word <= collecting->vocabulary->word_count; word++)
        if (collecting->neighbours[word].together >= least && listing.forms[word])
            add_collocate(table, collecting, frequencies, word, listing_text(&listing, word));
    table_sort(table, "log_likelihood");
    table_add_fact(table, "places", (double)collecting->node_places, 0);
    table_add_fact(table, "words_in_places", (double)collecting->node_words, 0);
    table_add_fact(table, "words_in_windows", (double)collecting->window_words, 0);
    table_add_fact(table, "words", (double)frequencies->total, 0);
    analysis_note_spread(table, NULL, collecting->analysis->documents, collecting->hits);
    listing_clear(&listing);
    return table;
}

static bool collect(Collecting *collecting, const TifaQuery *query, GError **error)
{
    bool is_collected =
        search_places(collecting->analysis->corpus, query, collect_place, collecting, error) &&
        close_passage(collecting, error);
    close_document(collecting);
    return is_collected;
}

TifaTable *tifa_analysis_collocates(TifaAnalysis *analysis, const TifaQuery *query, unsigned left,
                                    unsigned right, const TifaWordChoice *choice, GError **error)
{
    const Vocabulary *vocabulary = analysis_vocabulary(analysis, error);
    DocumentSet set = {0};
    if (!vocabulary || !analysis_allowed(analysis, query, &set, error))
        return NULL;
    Frequencies own = {0};
    Collecting collecting = {
        .analysis = analysis,
        .vocabulary = vocabulary,
        .left = left,
        .right = right,
        .document = SIZE_MAX,
        .neighbours = g_new0(Neighbour, vocabulary->word_count + 1),
        .hits = g_new0(uint64_t, analysis->documents->len + 1),
    };
    const Frequencies *frequencies = analysis_frequencies(analysis, &set, &own, error);
    TifaTable *table =
        frequencies && collect(&collecting, query, error) ? measure(&collecting, frequencies, choice) : NULL;
    collecting_clear(&collecting);
    frequencies_clear(&own);
    document_set_clear(&set);
    return table;
}
