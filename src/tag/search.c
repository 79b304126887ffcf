/* search.c - the matcher at work. */
#include "tag/matcher_parts.h"

#include <string.h>

#define WINDOW 2048

/* A part of the text as symbols, without those that are passed over. */
typedef struct {
    const Matcher *matcher;
    const char *text, *end, *place; /* the whole text; what is not yet read */
    MatchFound found;
    void *user;
    size_t count;
    uint16_t symbols[WINDOW + 3]; /* two of SYMBOL_NONE follow */
    uint32_t starts[WINDOW + 1];
    uint16_t sifted[WINDOW]; /* places that the sieve lets through */
    uint16_t pairs[WINDOW];  /* places where the first two symbols are a string */
    uint16_t longer[WINDOW]; /* places where a longer string may start */
} Search;

static uint16_t far_symbol(const Matcher *matcher, gunichar c)
{
    gunichar form = form_char(c);
    if (form == FORM_SKIP)
        return SYMBOL_SKIP;
    if (form <= 0xFFFF)
        return matcher->symbols[form];
    unsigned symbol = GPOINTER_TO_UINT(g_hash_table_lookup(matcher->far_symbols, GUINT_TO_POINTER(form)));
    return symbol ? (uint16_t)symbol : SYMBOL_NONE;
}

/* Fills the window from the text. A run of blanks gives one symbol. */
static void read_window(Search *search)
{
    const Matcher *matcher = search->matcher;
    const char *place = search->place;
    size_t count = search->count;
    uint16_t previous = count ? search->symbols[count - 1] : SYMBOL_NONE;
    while (count < WINDOW && place < search->end) {
        search->starts[count] = (uint32_t)(place - search->text);
        gunichar c = utf8_next(&place);
        uint16_t symbol = c <= 0xFFFF ? matcher->symbols[c] : far_symbol(matcher, c);
        search->symbols[count] = symbol;
        if (symbol == SYMBOL_SKIP || (symbol == SYMBOL_BLANK && previous == SYMBOL_BLANK))
            continue;
        previous = symbol;
        count++;
    }
    search->symbols[count] = search->symbols[count + 1] = SYMBOL_NONE;
    search->place = place;
    search->count = count;
}

static inline size_t pair_cell(const Matcher *matcher, const uint16_t *symbols)
{
    return matcher->rows[symbols[0]] + symbols[1];
}

/* Sifts the first `count` places; returns how many are left. Without a branch, for none could be foreseen. */
static size_t sift(Search *search, size_t count)
{
    Sieve sieve = search->matcher->pair_sieve;
    size_t left = 0;
    for (size_t i = 0; i < count; i++) {
        search->sifted[left] = (uint16_t)i;
        left += sieve_has(&sieve, pair_key(search->symbols + i));
    }
    return left;
}

/* Finds among the sifted places those where strings may start. */
static void find_starts(Search *search, size_t sifted, size_t *pairs, size_t *longer)
{
    const Matcher *matcher = search->matcher;
    size_t found_pairs = 0, found_longer = 0;
    for (size_t i = 0; i < sifted; i++) {
        const uint16_t *symbols = search->symbols + search->sifted[i];
        Pair pair = matcher->pairs.items[pair_cell(matcher, symbols)];
        unsigned is_pair = pair.first == symbols[0];
        search->pairs[found_pairs] = search->longer[found_longer] = search->sifted[i];
        found_pairs += is_pair & pair.is_string;
        found_longer += is_pair & sieve_has(&matcher->triple_sieve, triple_key(symbols));
    }
    *pairs = found_pairs;
    *longer = found_longer;
}

static bool is_word_before(const Search *search, const char *place)
{
    if (place == search->text)
        return false;
    do
        place--;
    while (((unsigned char)*place & 0xC0) == 0x80);
    return form_is_word(utf8_next(&place));
}

/* Whether the characters on both sides of a place are of one word. */
static inline bool is_inside_word(const Search *search, const char *place)
{
    const char *next = place;
    if (place == search->end)
        return false;
    if ((unsigned char)*place >= 0xE2 &&
        (unsigned char)*place < 0xEF) /* Han and its marks, the most frequent */
        return false;
    return form_is_word(utf8_next(&next)) && is_word_before(search, place);
}

/* Reports the string of the symbols first..last. */
static inline void report(const Search *search, uint32_t value, size_t first, size_t last)
{
    const char *end = search->text + search->starts[last];
    end +=
        (unsigned char)*end >= 0xE0 ? 3 + ((unsigned char)*end >= 0xF0) : 1 + ((unsigned char)*end >= 0xC0);
    if (!is_inside_word(search, end))
        search->found(search->user, value, (TifaSpan){search->starts[first], (uint32_t)(end - search->text)});
}

/* Whether a tail follows the symbol number `last`. */
static inline bool has_tail(const Search *search, const uint16_t *tail, size_t last)
{
    return last + tail[0] < search->count &&
           memcmp(search->symbols + last + 1, tail + 1, tail[0] * sizeof *tail) == 0;
}

/* Reports the string of two symbols that starts with symbol number `first`. */
static inline void match_pair(const Search *search, size_t first)
{
    size_t node = pair_cell(search->matcher, search->symbols + first);
    if (!is_inside_word(search, search->text + search->starts[first]))
        report(search, search->matcher->ends[node].value, first, first + 1);
}

/* Reports the strings of three and more symbols that start with symbol number `first`. */
static void match_longer(const Search *search, size_t first)
{
    const Matcher *matcher = search->matcher;
    size_t node = pair_cell(matcher, search->symbols + first), last = first + 1;
    if (is_inside_word(search, search->text + search->starts[first]))
        return;
    for (End end = matcher->ends[node];; end = matcher->ends[node]) {
        const uint16_t *tail = matcher->trie.tails.items + (end.tail & ~END_IS_LEAF);
        if (*tail && !has_tail(search, tail, last))
            return;
        last += *tail;
        if (end.value && last > first + 1)
            report(search, end.value, first, last);
        if (end.tail & END_IS_LEAF || ++last >= search->count)
            return;
        const Slot *slot = find_slot(matcher, (uint32_t)node + 1, search->symbols[last]);
        if (!slot->parent)
            return;
        node = slot->node;
    }
}

/* Asks for the memory that match_longer() will need first, so that it waits for many at once. */
static inline void prefetch(const Search *search, size_t first)
{
    const uint16_t *symbols = search->symbols + first;
    size_t node = pair_cell(search->matcher, symbols);
    __builtin_prefetch(&search->matcher->ends[node]);
    __builtin_prefetch(&search->matcher->slots[slot_hash(search->matcher, (uint32_t)node + 1, symbols[2])]);
}

/* Reports all strings that start among the first `count` symbols of the window, and drops these symbols. */
static void search_window(Search *search, size_t count)
{
    size_t pairs, longer;
    find_starts(search, sift(search, count), &pairs, &longer);
    for (size_t i = 0; i < pairs; i++)
        __builtin_prefetch(
            &search->matcher->ends[pair_cell(search->matcher, search->symbols + search->pairs[i])]);
    for (size_t i = 0; i < longer; i++)
        prefetch(search, search->longer[i]);
    for (size_t i = 0; i < pairs; i++)
        match_pair(search, search->pairs[i]);
    for (size_t i = 0; i < longer; i++)
        match_longer(search, search->longer[i]);
    search->count -= count;
    memmove(search->symbols, search->symbols + count, search->count * sizeof *search->symbols);
    memmove(search->starts, search->starts + count, search->count * sizeof *search->starts);
}

void matcher_search(const Matcher *matcher, const char *text, size_t length, MatchFound found, void *user)
{
    Search search = {.matcher = matcher, .text = text, .end = text + length, .place = text};
    search.found = found;
    search.user = user;
    do {
        read_window(&search);
        bool is_last = search.place == search.end;
        search_window(&search, is_last ? search.count : search.count - MATCHER_LONGEST);
    } while (search.place < search.end);
}
