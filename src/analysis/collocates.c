/* collocates.c - the words around the places of a question. */
#include "analysis/analysis.h"
#include "search/token_places.h"
#include "statistics/association.h"

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
    size_t token;
    uint32_t word; /* that it is, 0 if it is none */
} MarkedToken;

typedef struct {
    const TifaAnalysis *analysis;
    const Vocabulary *vocabulary;
    unsigned left, right;
    /* The passage at hand. */
    const TokenPassage *passage;
    ARRAY(uint8_t) roles;      /* of its tokens; all 0 between passages */
    ARRAY(MarkedToken) marked; /* its tokens that have a role */
    /* The document at hand. */
    size_t document;
    ARRAY(uint32_t) met; /* words */
    /* The whole. */
    Neighbour *neighbours; /* by word */
    uint64_t node_places, node_words, window_words;
    uint64_t *hits; /* by document */
} Collecting;

/* The word that a token is, 0 if it is none. */
static uint32_t word_at(const Collecting *collecting, size_t token)
{
    uint32_t term = collecting->passage->terms.items[token];
    return term <= collecting->vocabulary->term_count ? collecting->vocabulary->word_of[term] : 0;
}

static void mark(Collecting *collecting, size_t token, uint32_t word, uint8_t role)
{
    if (!collecting->roles.items[token])
        array_push(&collecting->marked, ((MarkedToken){token, word}));
    collecting->roles.items[token] |= role;
}

/* Marks up to `count` words on one side of a place, from the token `from` on. */
static void mark_side(Collecting *collecting, size_t from, int step, unsigned count, uint8_t role)
{
    for (size_t token = from; count > 0 && token < collecting->passage->terms.length; token += (size_t)step) {
        uint32_t word = word_at(collecting, token);
        if (!word)
            continue;
        mark(collecting, token, word, role);
        count--;
    }
}

/* Marks the tokens of each place, and those of its windows. */
static void mark_roles(Collecting *collecting)
{
    const TokenRanges *places = &collecting->passage->places;
    for (size_t i = 0; i < places->length; i++) {
        TokenRange place = places->items[i];
        for (size_t token = place.first; token < place.end; token++)
            mark(collecting, token, word_at(collecting, token), NODE);
        mark_side(collecting, place.first - 1, -1, collecting->left, LEFT);
        mark_side(collecting, place.end, 1, collecting->right, RIGHT);
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

static void count_token(Collecting *collecting, uint32_t word, uint8_t role)
{
    if (!word)
        return;
    if (role & NODE) {
        collecting->neighbours[word].in_node++;
        collecting->node_words++;
    } else {
        count_neighbour(collecting, word, role);
    }
}

/* Makes room for the roles of more tokens. */
static void widen_roles(Collecting *collecting, size_t tokens)
{
    while (collecting->roles.length < tokens)
        array_push(&collecting->roles, 0);
}

static void collect_passage(const TokenPassage *passage, void *data)
{
    Collecting *collecting = data;
    if (passage->document->index != collecting->document) {
        close_document(collecting);
        collecting->document = passage->document->index;
    }
    collecting->passage = passage;
    collecting->node_places += passage->places.length;
    collecting->hits[collecting->document] += passage->places.length;
    widen_roles(collecting, passage->terms.length);
    mark_roles(collecting);
    for (size_t i = 0; i < collecting->marked.length; i++) {
        MarkedToken marked = collecting->marked.items[i];
        count_token(collecting, marked.word, collecting->roles.items[marked.token]);
        collecting->roles.items[marked.token] = 0;
    }
    collecting->marked.length = 0;
}

static void collecting_clear(Collecting *collecting)
{
    array_clear(&collecting->roles);
    array_clear(&collecting->marked);
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
    const Vocabulary *vocabulary = collecting->vocabulary;
    TermTexts terms = {vocabulary->term_count, vocabulary->texts, vocabulary->lengths};
    bool is_collected =
        search_token_places(collecting->analysis->corpus, query, terms, collect_passage, collecting, error);
    close_document(collecting);
    return is_collected;
}

TifaTable *tifa_analysis_collocates(TifaAnalysis *analysis, const TifaQuery *query, unsigned left,
                                    unsigned right, const TifaWordChoice *choice, GError **error)
{
    if (!search_needs_places(query, "collocates", error))
        return NULL;
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
