#include "segment/listed.h"

static void note_word(Listed *listed, size_t first, size_t last, uint16_t value)
{
    uint8_t length = (uint8_t)MIN(last - first + 1, (size_t)LISTED_LENGTHS);
    uint8_t class = (uint8_t)(value >> LEXICON_CLASS_SHIFT & (LEXICON_CLASSES - 1));
    listed[first].begin = length;
    listed[first].rank = value & LEXICON_RANK;
    listed[first].begin_class = class;
    if (length > listed[last].end) {
        listed[last].end = length;
        listed[last].end_class = class;
    }
    for (size_t inner = first + 1; inner < last; inner++)
        listed[inner].inside = MAX(listed[inner].inside, length);
}

static void note_reach(Listed *listed, size_t length, uint16_t value)
{
    if (value & LEXICON_LOOSE)
        listed->loose = (uint8_t)length;
    if (value == LEXICON_LOOSE)
        return;
    listed->reach = (uint8_t)length;
    if (value & LEXICON_WHOLE)
        listed->whole = (uint8_t)length;
}

/* Stands for a unit of several characters, which is not one step in the trie. */
enum { SEVERAL = UINT16_MAX };

static void fill_numbers(const Lexicon *lexicon, const Run *run, uint16_t *numbers)
{
    const Unit *units = run->units->items + run->first;
    for (size_t i = 0; i < run->end - run->first; i++) {
        numbers[i] = units[i].is_single ? lexicon_number(lexicon, units[i].character) : SEVERAL;
        if (!unit_is_joinable(&units[i])) /* no word goes across it */
            numbers[i] = 0;
    }
}

static inline uint32_t step(const Lexicon *lexicon, uint32_t node, const Run *run, const uint16_t *numbers,
                            size_t i)
{
    if (numbers[i] == SEVERAL)
        return lexicon_step_unit(lexicon, node, run, run->first + i);
    return lexicon_step(lexicon, node, numbers[i]);
}

/* Whether the word that begins at i can only be that one character. */
static bool is_lone(const Lexicon *lexicon, const uint16_t *numbers, size_t i, size_t count)
{
    if (i + 1 == count)
        return true;
    return numbers[i] != SEVERAL && numbers[i + 1] != SEVERAL &&
           !lexicon_may_begin(lexicon, numbers[i], numbers[i + 1]);
}

/* All places where words of two units or more may begin. */
static size_t start_paths(const Lexicon *lexicon, const Run *run, const uint16_t *numbers, ListedPath *paths)
{
    size_t count = run->end - run->first, kept = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t node = is_lone(lexicon, numbers, i, count) ? 0 : step(lexicon, 0, run, numbers, i);
        paths[kept] = (ListedPath){node, (uint32_t)i};
        kept += node != 0;
    }
    return kept;
}

static void note(const Lexicon *lexicon, Listed *listed, const ListedPath *path, size_t last)
{
    uint16_t value = lexicon->nodes[path->node].value;
    if (!value)
        return;
    note_reach(&listed[path->first], last - path->first + 1, value);
    if (last > path->first && value & LEXICON_RANK)
        note_word(listed, path->first, last, value);
}

/* Moves the open paths to where their next nodes would be, and asks memory for those; the number of paths
 * left. */
static size_t propose_steps(const Lexicon *lexicon, const Run *run, const uint16_t *numbers, size_t depth,
                            ListedPath *paths, size_t open)
{
    size_t count = run->end - run->first, kept = 0;
    for (size_t i = 0; i < open; i++) {
        ListedPath path = paths[i];
        size_t last = path.first + depth;
        if (last == count)
            continue;
        path.node = numbers[last] == SEVERAL ? lexicon_step_unit(lexicon, path.node, run, run->first + last)
                                             : lexicon_candidate(lexicon, path.node, numbers[last]);
        __builtin_prefetch(&lexicon->nodes[path.node]);
        paths[kept] = path;
        kept += path.node != 0;
    }
    return kept;
}

/* Notes what is listed at the proposed nodes that are there; the number of paths left. */
static size_t take_steps(const Lexicon *lexicon, const uint16_t *numbers, size_t depth, ListedPath *paths,
                         size_t open, Listed *listed)
{
    size_t kept = 0;
    for (size_t i = 0; i < open; i++) {
        ListedPath path = paths[i];
        size_t last = path.first + depth;
        if (lexicon->nodes[path.node].character != numbers[last] && numbers[last] != SEVERAL)
            continue;
        note(lexicon, listed, &path, last);
        paths[kept++] = path;
    }
    return kept;
}

/* Memory is slow to answer: all places go one step at a time, so that many nodes are asked for at once. */
void listed_look_up(const Lexicon *lexicon, const Run *run, ListedScratch *scratch, Listed *listed)
{
    size_t count = run->end - run->first;
    ListedPath *paths = scratch->paths;
    fill_numbers(lexicon, run, scratch->numbers);
    for (size_t i = 0; i < count; i++)
        listed[i] = listed_nothing();
    size_t open = start_paths(lexicon, run, scratch->numbers, paths);
    for (size_t i = 0; i < open; i++)
        note(lexicon, listed, &paths[i], paths[i].first);
    for (size_t depth = 1; open > 0; depth++) {
        open = propose_steps(lexicon, run, scratch->numbers, depth, paths, open);
        open = take_steps(lexicon, scratch->numbers, depth, paths, open, listed);
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

/* The next word at or behind `first` that is to be whole and lies in no longer listed one; false if there is
 * none. *reach is how far the words before it go. */
static bool next_whole(const Listed *listed, size_t count, size_t least, size_t first, size_t *reach,
                       TifaSpan *word)
{
    for (size_t i = first; i < count; i++) {
        size_t end = i + listed[i].reach;
        if (end <= *reach)
            continue;
        *reach = end;
        if (listed[i].whole == listed[i].reach && listed[i].whole >= least) {
            *word = (TifaSpan){(uint32_t)i, (uint32_t)end};
            return true;
        }
    }
    return false;
}

void listed_fix(const Listed *listed, size_t count, size_t least, TifaGranularity granularity, uint8_t *edges)
{
    for (uint32_t i = 0; i < count; i++)
        if (listed[i].loose)
            fix_ends(edges, count, (TifaSpan){i, i + listed[i].loose});
    size_t reach = 0;
    TifaSpan word, next;
    bool is_found = next_whole(listed, count, least, 0, &reach, &word), overlaps_last = false;
    while (is_found) {
        is_found = next_whole(listed, count, least, word.start + 1, &reach, &next);
        bool overlaps_next = is_found && next.start < word.end;
        fix_ends(edges, count, word);
        if (granularity == TIFA_WORDS && !overlaps_last && !overlaps_next)
            fix_inside(edges, count, word);
        overlaps_last = overlaps_next;
        word = next;
    }
}
