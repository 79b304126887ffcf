/* discover.c - fixed phrases of Chinese texts, found by counting.
 *
 * A phrase is proposed if its parts keep together (cohesion), its neighbours vary (freedom), it stands in
 * several documents, it is no known label, and it stands often enough outside longer proposals.
 */
#include "base/error.h"
#include "base/utf8.h"
#include "tag/form.h"
#include "tag/places.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_FREEDOM  1.0 /* bits: about two neighbours, equally frequent */
#define LEAST_COHESION 3.0
#define KEPT_FOR_EACH  8 /* times as many as are asked for are kept until sub-phrases are removed */

/* A run of Han characters, which are three bytes each. */
typedef struct {
    uint32_t first; /* symbol */
    uint32_t document, offset;
} Run;

struct TifaDiscovery {
    const TifaConcepts *known;
    ARRAY(uint16_t) symbols;
    ARRAY(Run) runs;
};

TifaDiscovery *tifa_discovery_new(const TifaConcepts *known)
{
    TifaDiscovery *discovery = g_new0(TifaDiscovery, 1);
    discovery->known = known;
    array_push(&discovery->symbols, 0);
    return discovery;
}

void tifa_discovery_free(TifaDiscovery *discovery)
{
    if (!discovery)
        return;
    array_clear(&discovery->symbols);
    array_clear(&discovery->runs);
    g_free(discovery);
}

static void add_symbol(TifaDiscovery *discovery, uint16_t symbol)
{
    array_push(&discovery->symbols, symbol);
}

/* Notes that a run of Han characters begins with the next symbol. */
static void add_run(TifaDiscovery *discovery, uint32_t document, uint32_t offset)
{
    array_push(&discovery->runs, ((Run){(uint32_t)discovery->symbols.length, document, offset}));
}

bool tifa_discovery_add(TifaDiscovery *discovery, const char *text, size_t length, uint32_t document,
                        GError **error)
{
    if (discovery->symbols.length + length / 3 >= INT32_MAX)
        return fail(error, TIFA_ERROR_INPUT,
                    "discovery: the texts have more than 2,147,483,647 characters; use fewer");
    bool is_run = false;
    for (const char *place = text, *end = text + length; place < end;) {
        uint32_t offset = (uint32_t)(place - text);
        gunichar c = utf8_next(&place);
        bool is_han = utf8_is_han(c) && c <= 0xFFFF;
        if (is_han && !is_run)
            add_run(discovery, document, offset);
        if (is_han || is_run)
            add_symbol(discovery, is_han ? (uint16_t)form_char(c) : 0);
        is_run = is_han;
    }
    if (is_run)
        add_symbol(discovery, 0);
    return true;
}

void tifa_candidates_clear(TifaCandidates *candidates)
{
    for (size_t i = 0; i < candidates->length; i++)
        g_free(candidates->items[i].text);
    array_clear(candidates);
}

/* ---- One phrase ------------------------------------------------------------------------------ */

typedef struct {
    uint32_t place; /* one of its places: the first in the text */
    unsigned length;
    size_t total, documents;
    double cohesion, freedom, score;
} Phrase;

typedef struct {
    const TifaDiscovery *discovery;
    const uint16_t *symbols;
    const uint32_t *places;
    size_t place_count;
    TifaDiscoveryOptions options;
    uint32_t *histogram; /* of neighbours, by symbol; zero between uses */
    ARRAY(uint32_t) documents_met;
    ARRAY(Phrase) phrases;
} Search;

/* Whether c is one of the characters of a string of three-byte characters. */
static bool is_one_of(uint16_t c, const char *characters)
{
    for (const char *place = characters; *place;)
        if (utf8_next(&place) == c)
            return true;
    return false;
}

/* Whether a phrase does not begin or end with a word of grammar, and is more than a number. */
static bool is_sensible(const uint16_t *symbols, unsigned length)
{
    static const char *const no_start = "的了和与及等在是为并将从由而或也都之所者们着过到";
    static const char *const no_end = "的了和与及在是为并将从由对而或也都把被向以这其该各每第不";
    static const char *const numeral = "一二三四五六七八九十百千万亿〇零两第年月日条章款项号个";
    unsigned numerals = 0;
    for (unsigned i = 0; i < length; i++)
        numerals += is_one_of(symbols[i], numeral);
    return numerals < length && !is_one_of(symbols[0], no_start) && !is_one_of(symbols[length - 1], no_end);
}

/* How freely the symbols at a distance from some places vary, in bits. Each break counts as a symbol of its
 * own. */
static double neighbour_freedom(const Search *search, size_t first, size_t end, long distance)
{
    double total = (double)(end - first), bits = 0;
    for (size_t i = first; i < end; i++)
        search->histogram[search->symbols[search->places[i] + distance]]++;
    for (size_t i = first; i < end; i++) {
        uint16_t symbol = search->symbols[search->places[i] + distance];
        uint32_t count = symbol ? search->histogram[symbol] : 1;
        if (count)
            bits -= count / total * log2(count / total);
        if (symbol)
            search->histogram[symbol] = 0;
    }
    search->histogram[0] = 0;
    return bits;
}

/* How much more often the weakest joint of a phrase holds than by chance, in bits. */
static double cohesion_of(const Search *search, const uint16_t *phrase, unsigned length, size_t total)
{
    double least = INFINITY, all = (double)search->place_count;
    for (unsigned cut = 1; cut < length && least >= LEAST_COHESION; cut++) {
        size_t left = places_count(search->symbols, search->places, search->place_count, phrase, cut);
        size_t right =
            places_count(search->symbols, search->places, search->place_count, phrase + cut, length - cut);
        least = fmin(least, log2((double)total * all / ((double)left * (double)right)));
    }
    return least;
}

static const Run *run_of(const TifaDiscovery *discovery, uint32_t place)
{
    size_t low = 0, high = discovery->runs.length;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (discovery->runs.items[middle].first <= place)
            low = middle;
        else
            high = middle;
    }
    return &discovery->runs.items[low];
}

static int by_number(const void *a, const void *b)
{
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    return one < other ? -1 : one > other;
}

static size_t count_documents(Search *search, size_t first, size_t end)
{
    search->documents_met.length = 0;
    for (size_t i = first; i < end; i++)
        array_push(&search->documents_met, run_of(search->discovery, search->places[i])->document);
    uint32_t *documents = search->documents_met.items;
    qsort(documents, end - first, sizeof *documents, by_number);
    size_t different = 0;
    for (size_t i = 0; i < end - first; i++)
        different += i == 0 || documents[i] != documents[i - 1];
    return different;
}

static void consider(void *user, size_t first, size_t end, unsigned length)
{
    Search *search = user;
    Phrase phrase = {.place = search->places[first], .length = length, .total = end - first};
    const uint16_t *symbols = search->symbols + phrase.place;
    if (length < search->options.shortest || !is_sensible(symbols, length))
        return;
    phrase.freedom =
        fmin(neighbour_freedom(search, first, end, -1), neighbour_freedom(search, first, end, (long)length));
    if (phrase.freedom < LEAST_FREEDOM)
        return;
    phrase.documents = count_documents(search, first, end);
    if (phrase.documents < search->options.least_documents)
        return;
    phrase.cohesion = cohesion_of(search, symbols, length, phrase.total);
    if (phrase.cohesion < LEAST_COHESION)
        return;
    for (size_t i = first; i < end; i++)
        phrase.place = MIN(phrase.place, search->places[i]);
    phrase.score = log2(1.0 + (double)phrase.total) * log2(1.0 + (double)phrase.documents) *
                   fmin(phrase.freedom, 4) * fmin(phrase.cohesion, 12) * log2((double)length);
    array_push(&search->phrases, phrase);
}

/* ---- The best of them ------------------------------------------------------------------------ */

static int by_score(const void *a, const void *b)
{
    const Phrase *one = a, *other = b;
    if (one->score != other->score)
        return one->score > other->score ? -1 : 1;
    return one->place < other->place ? -1 : one->place > other->place;
}

static char *phrase_text(const Search *search, const Phrase *phrase)
{
    GString *text = g_string_new("");
    for (unsigned i = 0; i < phrase->length; i++)
        g_string_append_unichar(text, search->symbols[phrase->place + i]);
    return g_string_free(text, FALSE);
}

static bool is_known(const Search *search, const char *text)
{
    if (!search->discovery->known)
        return false;
    TifaTags tags = {0};
    tifa_concepts_tag(search->discovery->known, text, strlen(text), NULL, &tags);
    bool is_whole =
        tags.length > 0 && tags.items[0].span.start == 0 && tags.items[0].span.end == strlen(text);
    array_clear(&tags);
    return is_whole;
}

static TifaCandidate candidate_of(const Search *search, const Phrase *phrase, char *text)
{
    const Run *run = run_of(search->discovery, phrase->place);
    uint32_t start = run->offset + 3 * (phrase->place - run->first);
    return (TifaCandidate){
        .text = text,
        .count = phrase->total,
        .documents = phrase->documents,
        .total = phrase->total,
        .cohesion = phrase->cohesion,
        .freedom = phrase->freedom,
        .score = phrase->score,
        .example_document = run->document,
        .example = {start, start + 3 * phrase->length},
    };
}

/* Takes the best phrases as candidates, some more than are asked for. */
static void take_best(Search *search, TifaCandidates *candidates)
{
    if (search->phrases.length > 0)
        qsort(search->phrases.items, search->phrases.length, sizeof *search->phrases.items, by_score);
    for (size_t i = 0; i < search->phrases.length; i++) {
        if (candidates->length == KEPT_FOR_EACH * search->options.at_most)
            return;
        g_autofree char *text = phrase_text(search, &search->phrases.items[i]);
        if (!is_known(search, text))
            array_push(candidates, candidate_of(search, &search->phrases.items[i], g_steal_pointer(&text)));
    }
}

static int longest_first(const void *a, const void *b)
{
    const TifaCandidate *one = *(TifaCandidate *const *)a, *other = *(TifaCandidate *const *)b;
    size_t one_length = strlen(one->text), other_length = strlen(other->text);
    if (one_length != other_length)
        return one_length > other_length ? -1 : 1;
    return strcmp(one->text, other->text);
}

/* Takes the occurrences of a candidate away from all candidates inside it. */
static void take_from_inner(GHashTable *by_text, const TifaCandidate *outer)
{
    size_t length = strlen(outer->text);
    for (size_t start = 0; start < length; start += 3)
        for (size_t end = start + 6; end <= length; end += 3) {
            g_autofree char *part = g_strndup(outer->text + start, end - start);
            TifaCandidate *inner = g_hash_table_lookup(by_text, part);
            if (inner && inner != outer)
                inner->count -= MIN(inner->count, outer->count);
        }
}

/* Counts for each candidate what is not part of a longer one. */
static void count_outside(TifaCandidates *candidates)
{
    g_autofree TifaCandidate **ordered = g_new(TifaCandidate *, candidates->length + 1);
    g_autoptr(GHashTable) by_text = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < candidates->length; i++) {
        ordered[i] = &candidates->items[i];
        g_hash_table_insert(by_text, ordered[i]->text, ordered[i]);
    }
    qsort(ordered, candidates->length, sizeof *ordered, longest_first);
    for (size_t i = 0; i < candidates->length; i++)
        take_from_inner(by_text, ordered[i]);
}

/* Keeps the first `at_most` candidates that stand by themselves often enough. */
static void drop_parts(TifaCandidates *candidates, const TifaDiscoveryOptions *options)
{
    count_outside(candidates);
    size_t kept = 0;
    for (size_t i = 0; i < candidates->length; i++) {
        TifaCandidate candidate = candidates->items[i];
        bool stays = kept < options->at_most && candidate.count >= options->least_count &&
                     4 * candidate.count >= candidate.total;
        if (stays)
            candidates->items[kept++] = candidate;
        else
            g_free(candidate.text);
    }
    candidates->length = kept;
}

/* The options, with what follows where they say nothing. */
static TifaDiscoveryOptions choose(const TifaDiscoveryOptions *options)
{
    TifaDiscoveryOptions chosen = options ? *options : (TifaDiscoveryOptions){0};
    chosen.least_count = chosen.least_count ? chosen.least_count : 5;
    chosen.least_documents = chosen.least_documents ? chosen.least_documents : 2;
    chosen.shortest = chosen.shortest ? chosen.shortest : 4;
    chosen.longest = CLAMP(chosen.longest ? chosen.longest : 16, 2, 64);
    chosen.at_most = chosen.at_most ? chosen.at_most : 500;
    return chosen;
}

void tifa_discovery_find(TifaDiscovery *discovery, const TifaDiscoveryOptions *options,
                         TifaCandidates *candidates)
{
    Search search = {.discovery = discovery, .symbols = discovery->symbols.items, .options = choose(options)};
    unsigned depth = (unsigned)search.options.longest;
    uint32_t *places = places_sort(search.symbols, discovery->symbols.length, depth, &search.place_count);
    search.places = places;
    search.histogram = g_new0(uint32_t, 0x10000);
    places_phrases(search.symbols, places, search.place_count, depth, search.options.least_count, consider,
                   &search);
    tifa_candidates_clear(candidates);
    take_best(&search, candidates);
    drop_parts(candidates, &search.options);
    g_free(places);
    g_free(search.histogram);
    array_clear(&search.documents_met);
    array_clear(&search.phrases);
}
