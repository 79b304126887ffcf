#include "segment/listed.h"

#include <string.h>

enum {
    NONE,
    NOUN,
    VERB,
    ADJECTIVE,
    ADVERB,
    NAME,
    TERM,
    NUMERAL,
    MEASURE,
    PRONOUN,
    PLACE,
    VERBAL_NOUN,
    IDIOM,
    PHRASE,
    SHORT,
    FUNCTION
};

const uint8_t listed_kinds[LEXICON_CLASSES] = {
    NONE,    NOUN,  VERB,        ADJECTIVE, ADVERB,   NAME,     NAME,     NAME,  TERM,     NUMERAL,  MEASURE,
    PRONOUN, PLACE, VERBAL_NOUN, ADJECTIVE, ADVERB,   IDIOM,    PHRASE,   SHORT, FUNCTION, FUNCTION, FUNCTION,
    PLACE,   PLACE, ADJECTIVE,   ADJECTIVE, FUNCTION, FUNCTION, FUNCTION, NAME,  NAME,     VERB,
};

/* Stands for a unit of several characters, which is not one step in the trie. */
enum { SEVERAL = UINT16_MAX };

/* A run being looked up. */
typedef struct {
    const Lexicon *lexicon;
    const Run *run;
    ListedScratch *scratch; /* numbers[count] is 0 */
    Listed *listed;
} Lookup;

static void fill_numbers(const Lookup *lookup)
{
    size_t count = lookup->run->end - lookup->run->first;
    const Unit *units = lookup->run->units->items + lookup->run->first;
    uint16_t *numbers = lookup->scratch->numbers;
    for (size_t i = 0; i < count; i++) {
        uint16_t number = units[i].is_single ? lexicon_number(lookup->lexicon, units[i].character) : SEVERAL;
        numbers[i] = unit_is_joinable(&units[i]) ? number : 0; /* no word goes across it */
    }
    numbers[count] = 0;
}

/* Where a path that has come to `node` goes by unit `next`: a node that may be there or not, or 0. */
static inline uint32_t propose(const Lookup *lookup, uint32_t node, size_t next)
{
    uint16_t number = lookup->scratch->numbers[next];
    if (G_UNLIKELY(number == SEVERAL))
        return lexicon_step_unit(lookup->lexicon, node, lookup->run, lookup->run->first + next);
    return lexicon_candidate(lookup->lexicon, node, number);
}

/* The places where words of two units or more may begin. Here and below, what is not wanted is written and
 * written over: a processor cannot foresee which it will be. */
static size_t find_starts(const Lookup *lookup)
{
    const uint16_t *numbers = lookup->scratch->numbers;
    size_t count = lookup->run->end - lookup->run->first, kept = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        bool may_begin = lexicon_may_begin(lookup->lexicon, numbers[i], numbers[i + 1]);
        lookup->scratch->paths[kept].first = (uint32_t)i;
        kept += may_begin | (numbers[i] == SEVERAL) | (numbers[i + 1] == SEVERAL);
    }
    return kept;
}

/* Moves paths from the root to where their second nodes would be, and asks memory for those; the number of
 * paths left. */
static size_t start_paths(const Lookup *lookup, size_t open)
{
    ListedPath *paths = lookup->scratch->paths;
    const uint16_t *numbers = lookup->scratch->numbers;
    size_t kept = 0;
    for (size_t i = 0; i < open; i++) {
        uint32_t first = paths[i].first, node = propose(lookup, 0, first);
        bool is_there =
            (lookup->lexicon->nodes[node].character == numbers[first]) | (numbers[first] == SEVERAL);
        node = propose(lookup, node, first + 1) & -(uint32_t)((node != 0) & is_there);
        __builtin_prefetch(&lookup->lexicon->nodes[node]);
        paths[kept] = (ListedPath){node, first};
        kept += node != 0;
    }
    return kept;
}

/* Looks at the proposed nodes for words that end at `depth` units behind the first, and moves the paths on;
 * the number of paths left, and in *found that of words. */
static size_t follow_paths(const Lookup *lookup, size_t depth, size_t open, size_t *found)
{
    const uint16_t *numbers = lookup->scratch->numbers;
    ListedPath *paths = lookup->scratch->paths;
    ListedMatch *matches = lookup->scratch->matches;
    size_t kept = 0, words = 0;
    for (size_t i = 0; i < open; i++) {
        ListedPath path = paths[i];
        size_t last = path.first + depth;
        const LexiconNode *node = &lookup->lexicon->nodes[path.node];
        bool is_there = (node->character == numbers[last]) | (numbers[last] == SEVERAL);
        matches[words] = (ListedMatch){(uint16_t)path.first, node->value};
        words += is_there & (node->value != 0);
        uint32_t next = propose(lookup, path.node, last + 1) & -(uint32_t)is_there;
        __builtin_prefetch(&lookup->lexicon->nodes[next]);
        paths[kept] = (ListedPath){next, path.first};
        kept += next != 0;
    }
    *found = words;
    return kept;
}

/* A word of `length` units for the model. Words come with the shorter ones first, so that the longest ones
 * are noted last. */
static inline void note_word(Listed *listed, size_t length, uint16_t value)
{
    Listed *last = listed + length - 1;
    uint8_t class = value >> LEXICON_CLASS_SHIFT & (LEXICON_CLASSES - 1);
    uint8_t shown = (uint8_t)MIN(length, (size_t)LISTED_LENGTHS), rank = value & LEXICON_RANK;
    uint16_t over = listed_over(rank, shown, listed_kinds[class]);
    listed->begin = shown;
    listed->rank = rank;
    listed->begin_class = (uint8_t)(class * LISTED_LENGTHS);
    last->end = shown;
    last->end_class = (uint8_t)(class * LISTED_LENGTHS);
    for (Listed *inner = listed + 1; inner < last; inner++)
        inner->inside = shown;
    for (Listed *inner = listed + 1; inner <= last; inner++)
        inner->over = over;
}

/* And for listed_fix() and listed_mend(). */
static inline void note_reach(Listed *listed, size_t length, uint16_t value)
{
    if (G_UNLIKELY(value & LEXICON_LABEL) && length >= LISTED_LEAST && length < LISTED_LEAST + 8)
        listed->labels |= (uint8_t)(1u << (length - LISTED_LEAST));
    if (value & LEXICON_LOOSE)
        listed->loose = (uint8_t)length;
    if (value & (LEXICON_RANK | LEXICON_WHOLE))
        listed->reach = (uint8_t)length;
    if (value & LEXICON_WHOLE)
        listed->whole = (uint8_t)length;
}

static inline uint16_t length_bit(size_t length)
{
    return (uint16_t)(1u << MIN(length, 15u));
}

/* What only looks like the label at one of its ends. */
static void note_other(Listed *listed, size_t length, uint16_t value)
{
    if (value & LEXICON_OTHER_END)
        listed[length - 1].not_end |= length_bit(value & LEXICON_RANK);
    else
        listed->not_begin |= length_bit(value & LEXICON_RANK);
}

static void note_matches(const Lookup *lookup, size_t length, size_t found)
{
    for (size_t i = 0; i < found; i++) {
        ListedMatch match = lookup->scratch->matches[i];
        Listed *listed = &lookup->listed[match.first];
        if (G_UNLIKELY(match.value & LEXICON_OTHER)) {
            note_other(listed, length, match.value);
            continue;
        }
        note_reach(listed, length, match.value);
        if (match.value & LEXICON_RANK)
            note_word(listed, length, match.value);
    }
}

/* Memory is slow to answer: all places go one step at a time, so that many nodes are asked for at once. */
void listed_look_up(const Lexicon *lexicon, const Run *run, ListedScratch *scratch, Listed *listed)
{
    Lookup lookup = {lexicon, run, scratch, listed};
    fill_numbers(&lookup);
    for (size_t i = 0; i < run->end - run->first; i++)
        listed[i] = listed_nothing();
    size_t open = start_paths(&lookup, find_starts(&lookup)), found;
    for (size_t depth = 1; open > 0; depth++) {
        open = follow_paths(&lookup, depth, open, &found);
        note_matches(&lookup, depth + 1, found);
    }
}

static void fix(uint8_t *edges, size_t count, size_t i, Edge edge)
{
    if (i < count && edges[i] == EDGE_FREE)
        edges[i] = (uint8_t)edge;
}

static void fix_ends(uint8_t *edges, size_t count, TifaSpan word)
{
    fix(edges, count, word.start, EDGE_CUT);
    fix(edges, count, word.end, EDGE_CUT);
}

static void fix_inside(uint8_t *edges, size_t count, TifaSpan word)
{
    for (size_t i = word.start + 1; i < word.end; i++)
        fix(edges, count, i, EDGE_JOIN);
}

/* Whether the label of this length at i is not what it seems. */
static bool is_refused(const Listed *listed, size_t i, size_t length)
{
    return (listed[i].not_begin | listed[i + length - 1].not_end) & length_bit(length);
}

/* How far the words looked at so far go: all, and the whole ones among them. */
typedef struct {
    size_t any, whole;
} Reach;

/* The next word at or behind `first` that is to be whole and lies in no longer listed one; false if there is
 * none. */
static bool next_whole(const Listed *listed, size_t count, size_t least, size_t first, Reach *reach,
                       TifaSpan *word)
{
    for (size_t i = first; i < count; i++) {
        size_t whole = listed[i].whole, end = i + whole;
        bool is_longest = whole == listed[i].reach && end > reach->any;
        reach->any = MAX(reach->any, i + listed[i].reach);
        if (whole < least || (!is_longest && whole < LISTED_SURE) || end <= reach->whole ||
            is_refused(listed, i, whole))
            continue;
        *word = (TifaSpan){(uint32_t)i, (uint32_t)end};
        reach->whole = end;
        return true;
    }
    return false;
}

static void fix_ends_inside(const Listed *listed, size_t count, size_t least, TifaSpan word, uint8_t *edges)
{
    for (uint32_t i = word.start + 1; i < word.end; i++)
        if (listed[i].whole >= least && !is_refused(listed, i, listed[i].whole))
            fix_ends(edges, count, (TifaSpan){i, i + listed[i].whole});
}

void listed_fix(const Listed *listed, size_t count, size_t least, TifaGranularity granularity, uint8_t *edges)
{
    for (uint32_t i = 0; i < count; i++)
        if (listed[i].loose)
            fix_ends(edges, count, (TifaSpan){i, i + listed[i].loose});
    Reach reach = {0, 0};
    TifaSpan word, next;
    bool is_found = next_whole(listed, count, least, 0, &reach, &word), overlaps_last = false;
    while (is_found) {
        is_found = next_whole(listed, count, least, word.start + 1, &reach, &next);
        bool overlaps_next = is_found && next.start < word.end;
        fix_ends(edges, count, word);
        if (overlaps_last || overlaps_next)
            fix_ends_inside(listed, count, least, word, edges);
        else if (granularity == TIFA_WORDS)
            fix_inside(edges, count, word);
        overlaps_last = overlaps_next;
        word = next;
    }
}

static bool is_cut_across(const uint8_t *edges, size_t count, TifaSpan label)
{
    bool is_whole = edges[label.start] == EDGE_CUT && (label.end == count || edges[label.end] == EDGE_CUT);
    return !is_whole && memchr(edges + label.start + 1, EDGE_CUT, label.end - label.start - 1);
}

/* Joins the labels that begin at i and are cut across; whether there were any. */
static bool mend_labels(const Listed *listed, size_t count, uint32_t i, uint8_t *edges)
{
    bool is_changed = false;
    for (uint32_t labels = listed[i].labels, length = LISTED_LEAST; labels; labels >>= 1, length++) {
        TifaSpan label = {i, i + length};
        if (!(labels & 1) || is_refused(listed, i, length) || !is_cut_across(edges, count, label))
            continue;
        memset(edges + i + 1, EDGE_JOIN, length - 1);
        is_changed = true;
    }
    return is_changed;
}

void listed_mend(const Listed *listed, size_t count, uint8_t *edges)
{
    bool is_changed;
    do { /* what was joined may cut across a label beside it */
        is_changed = false;
        for (size_t i = count; i-- > 0;)
            is_changed |= mend_labels(listed, count, (uint32_t)i, edges);
    } while (is_changed);
}
