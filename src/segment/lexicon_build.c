#include "base/fold.h"
#include "base/utf8.h"
#include "segment/lexicon.h"
#include "segment/lexicon_file.h"

#include <string.h>

/* A word as the numbers of its characters. */
typedef struct {
    uint16_t numbers[LEXICON_LONGEST];
    uint16_t length, value;
    uint32_t order; /* among the entries */
} Key;

typedef struct {
    ARRAY(Key) keys;
    uint16_t numbers[LEXICON_CHARACTERS];
    uint32_t filter[LEXICON_FILTER_WORDS];
    uint32_t highest_number;
    ARRAY(LexiconNode) nodes;
    ARRAY(bool) is_base;       /* which indices are some node's base: no two nodes share one */
    ARRAY(uint32_t) next_free; /* of each node: itself, or one behind it that may be free */
    uint32_t settled;          /* where the last node with several children was placed */
} Builder;

typedef struct {
    uint32_t count;
    uint16_t character;
} Usage;

static int compare_usage(const void *a, const void *b)
{
    const Usage *left = a, *right = b;
    if (left->count != right->count)
        return left->count > right->count ? -1 : 1;
    return (int)left->character - (int)right->character;
}

/* Numbers the folded characters, the most frequent first: children then lie close together. */
static void number_characters(Builder *builder, const LexiconEntry *entries, size_t count)
{
    g_autofree Usage *usage = g_new0(Usage, LEXICON_CHARACTERS);
    for (uint32_t c = 0; c < LEXICON_CHARACTERS; c++)
        usage[c].character = (uint16_t)c;
    for (size_t i = 0; i < count; i++) {
        for (const char *place = entries[i].text; *place;) {
            gunichar c = fold_char(utf8_next(&place), FOLD_TRADITIONAL);
            if (c < LEXICON_CHARACTERS)
                usage[c].count++;
        }
    }
    qsort(usage, LEXICON_CHARACTERS, sizeof *usage, compare_usage);
    for (uint32_t i = 0; i < LEXICON_CHARACTERS && usage[i].count > 0; i++)
        builder->numbers[usage[i].character] = (uint16_t)(builder->highest_number = i + 1);
    for (uint32_t c = 0; c < LEXICON_CHARACTERS; c++) {
        gunichar folded = fold_char(c, FOLD_TRADITIONAL);
        if (folded != c && folded < LEXICON_CHARACTERS)
            builder->numbers[c] = builder->numbers[folded];
    }
}

static bool make_key(const Builder *builder, const LexiconEntry *entry, Key *key)
{
    key->length = 0;
    key->value = entry->value;
    for (const char *place = entry->text; *place;) {
        gunichar c = utf8_next(&place);
        if (c >= LEXICON_CHARACTERS || key->length == LEXICON_LONGEST)
            return false;
        key->numbers[key->length++] = builder->numbers[c];
    }
    return key->length > 0;
}

static int compare_keys(const void *a, const void *b)
{
    const Key *left = a, *right = b;
    size_t length = MIN(left->length, right->length);
    for (size_t i = 0; i < length; i++)
        if (left->numbers[i] != right->numbers[i])
            return (int)left->numbers[i] - (int)right->numbers[i];
    if (left->length != right->length)
        return (int)left->length - (int)right->length;
    return left->order < right->order ? -1 : 1;
}

static uint16_t merged_value(uint16_t first, uint16_t second)
{
    if ((first ^ second) & LEXICON_OTHER)
        return first & LEXICON_OTHER ? second : first;
    uint16_t rank = MAX(first & LEXICON_RANK, second & LEXICON_RANK);
    uint16_t class = first & ((LEXICON_CLASSES - 1) << LEXICON_CLASS_SHIFT);
    uint16_t marks = (first | second) & (LEXICON_WHOLE | LEXICON_LOOSE | LEXICON_LABEL | LEXICON_OTHER | LEXICON_OTHER_END);
    return rank | class | marks;
}

/* Sorted keys, each once. */
static void collect_keys(Builder *builder, const LexiconEntry *entries, size_t count, size_t *skipped)
{
    size_t left_out = 0;
    for (size_t i = 0; i < count; i++) {
        Key key = {.order = (uint32_t)i};
        if (make_key(builder, &entries[i], &key))
            array_push(&builder->keys, key);
        else
            left_out++;
    }
    if (builder->keys.length > 0)
        qsort(builder->keys.items, builder->keys.length, sizeof(Key), compare_keys);
    size_t kept = 0;
    for (size_t i = 0; i < builder->keys.length; i++) {
        Key *key = &builder->keys.items[i], *last = kept ? &builder->keys.items[kept - 1] : NULL;
        if (last && last->length == key->length &&
            memcmp(last->numbers, key->numbers, key->length * sizeof *key->numbers) == 0)
            last->value = merged_value(last->value, key->value);
        else
            builder->keys.items[kept++] = *key;
    }
    builder->keys.length = kept;
    if (skipped)
        *skipped = left_out;
}

/* Grows the arrays so that nodes up to `base` + the highest number exist. */
static void make_room(Builder *builder, uint32_t base)
{
    size_t needed = (size_t)base + builder->highest_number + 1;
    while (builder->nodes.length < needed) {
        array_push(&builder->next_free, (uint32_t)builder->nodes.length);
        array_push(&builder->nodes, ((LexiconNode){0}));
        array_push(&builder->is_base, false);
    }
}

/* The first free node at or behind `node`. What was found is noted, so that nothing is passed twice. */
static uint32_t find_free(Builder *builder, uint32_t node)
{
    uint32_t free_node = node;
    make_room(builder, node);
    while (builder->next_free.items[free_node] != free_node) {
        free_node = builder->next_free.items[free_node];
        make_room(builder, free_node);
    }
    while (builder->next_free.items[node] != free_node) {
        uint32_t next = builder->next_free.items[node];
        builder->next_free.items[node] = free_node;
        node = next;
    }
    return free_node;
}

static bool fits(const Builder *builder, uint32_t base, const uint16_t *children, size_t count)
{
    if (builder->is_base.items[base])
        return false;
    for (size_t i = 1; i < count; i++)
        if (builder->nodes.items[base + children[i]].character)
            return false;
    return true;
}

/* A base for these children, the lowest one in reach: looking at every gap would take quadratic time. */
static uint32_t find_base(Builder *builder, const uint16_t *children, size_t count)
{
    enum { TRIES = 300 };
    uint32_t first = find_free(builder, children[0] + 1), base = first - children[0];
    for (int tries = 0; make_room(builder, base), !fits(builder, base, children, count); tries++) {
        if (tries == TRIES)
            first = builder->settled;
        first = find_free(builder, first + 1);
        base = first - children[0];
    }
    if (count > 1)
        builder->settled = MAX(builder->settled, first);
    builder->is_base.items[base] = true;
    for (size_t i = 0; i < count; i++)
        builder->next_free.items[base + children[i]] = base + children[i] + 1;
    return base;
}

/* A node with children: the words first..end-1, all alike up to `depth`. */
typedef struct {
    size_t first, end;
    uint16_t depth;
    uint32_t parent; /* its place among the branches */
    uint64_t weight; /* how often its words are met */
    uint32_t order, base;
} Branch;

typedef ARRAY(Branch) Branches;

/* Words of rank r are met about 2^(r/2) times. */
static uint64_t weight_of(const Key *keys, size_t first, size_t end)
{
    uint64_t weight = 0;
    for (size_t i = first; i < end; i++)
        weight += UINT64_C(1) << lexicon_rank(keys[i].value) / 2;
    return weight;
}

/* Adds the branch and all below it, parents before children. */
static void collect_branches(Branches *branches, const Key *keys, Branch branch)
{
    while (branch.first < branch.end && keys[branch.first].length == branch.depth)
        branch.first++;
    if (branch.first == branch.end)
        return;
    branch.order = (uint32_t)branches->length;
    branch.weight = weight_of(keys, branch.first, branch.end);
    array_push(branches, branch);
    for (size_t i = branch.first, next; i < branch.end; i = next) {
        for (next = i; next < branch.end && keys[next].numbers[branch.depth] == keys[i].numbers[branch.depth];
             next++)
            ;
        collect_branches(
            branches, keys,
            (Branch){.first = i, .end = next, .depth = branch.depth + 1, .parent = branch.order});
    }
}

/* The heaviest first. A parent weighs at least what its child does, and comes first. */
static int compare_branches(const void *a, const void *b)
{
    const Branch *left = *(const Branch *const *)a, *right = *(const Branch *const *)b;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

/* Places the children of a branch, whose node is already there. */
static void place_children(Builder *builder, Branch *branch, uint32_t node)
{
    const Key *keys = builder->keys.items;
    ARRAY(uint16_t) children = {0};
    for (size_t i = branch->first; i < branch->end; i++)
        if (children.length == 0 || array_last(&children) != keys[i].numbers[branch->depth])
            array_push(&children, keys[i].numbers[branch->depth]);
    branch->base = find_base(builder, children.items, children.length);
    g_assert(branch->base < LEXICON_BASES);
    builder->nodes.items[node].link = branch->base << LEXICON_CHILD_BITS;
    for (size_t k = 0; k < children.length; k++) {
        builder->nodes.items[node].link |= lexicon_child_bit(children.items[k]);
        builder->nodes.items[branch->base + children.items[k]].character = children.items[k];
    }
    for (size_t i = branch->first; i < branch->end; i++)
        if (keys[i].length == branch->depth + 1)
            builder->nodes.items[branch->base + keys[i].numbers[branch->depth]].value = keys[i].value;
    array_clear(&children);
}

/* What is met often is placed first and so lies together, where a processor's cache can hold it. */
static void place_all(Builder *builder)
{
    Branches branches = {0};
    collect_branches(&branches, builder->keys.items, (Branch){.end = builder->keys.length});
    g_autofree Branch **sorted = g_new(Branch *, branches.length + 1);
    for (size_t i = 0; i < branches.length; i++)
        sorted[i] = &branches.items[i];
    if (branches.length > 0)
        qsort(sorted, branches.length, sizeof *sorted, compare_branches);
    for (size_t i = 0; i < branches.length; i++) {
        const Branch *parent = &branches.items[sorted[i]->parent];
        uint16_t number =
            sorted[i]->depth ? builder->keys.items[sorted[i]->first].numbers[sorted[i]->depth - 1] : 0;
        place_children(builder, sorted[i], sorted[i]->depth ? parent->base + number : 0);
    }
    array_clear(&branches);
}

static void fill_filter(Builder *builder)
{
    for (size_t i = 0; i < builder->keys.length; i++) {
        const Key *key = &builder->keys.items[i];
        if (key->length < 2)
            continue;
        uint32_t bit = lexicon_pair_bit(key->numbers[0], key->numbers[1]);
        builder->filter[bit / 32] |= 1u << bit % 32;
    }
}

static uint64_t digest_of(const GByteArray *bytes, size_t start)
{
    g_autofree char *text =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes->data + start, bytes->len - start);
    text[16] = '\0';
    return g_ascii_strtoull(text, NULL, 16);
}

static GBytes *pack(const Builder *builder)
{
    LexiconHeader header = {.nodes = (uint32_t)builder->nodes.length};
    memcpy(header.magic, LEXICON_MAGIC, sizeof header.magic);
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const uint8_t *)&header, sizeof header);
    g_byte_array_append(bytes, (const uint8_t *)builder->numbers, sizeof builder->numbers);
    g_byte_array_append(bytes, (const uint8_t *)builder->filter, sizeof builder->filter);
    g_byte_array_append(bytes, (const uint8_t *)builder->nodes.items,
                        (guint)(builder->nodes.length * sizeof(LexiconNode)));
    header.digest = digest_of(bytes, sizeof header);
    memcpy(bytes->data, &header, sizeof header);
    return g_byte_array_free_to_bytes(bytes);
}

const char *lexicon_refuses(const char *word)
{
    Units units = {0};
    size_t end = units_scan(&units, word, 0, strlen(word), 2 * LEXICON_LONGEST);
    bool is_joinable = true, is_basic = true;
    for (size_t i = 0; i < units.length; i++)
        is_joinable &= unit_is_joinable(&units.items[i]);
    for (const char *place = word; *place;)
        is_basic &= utf8_next(&place) < LEXICON_CHARACTERS;
    array_clear(&units);
    if (end < strlen(word) || utf8_count(word, strlen(word)) > LEXICON_LONGEST)
        return "is longer than 64 characters";
    if (utf8_count(word, strlen(word)) < 2)
        return "has fewer than two characters";
    if (!is_joinable)
        return "holds blanks, marks or symbols, which are words of their own; give its parts";
    return is_basic ? NULL : "holds a character beyond the basic plane (U+10000 and above)";
}

GBytes *lexicon_build(const LexiconEntry *entries, size_t count, size_t *skipped)
{
    Builder *builder = g_new0(Builder, 1);
    number_characters(builder, entries, count);
    collect_keys(builder, entries, count, skipped);
    make_room(builder, 1);
    place_all(builder);
    fill_filter(builder);
    GBytes *bytes = pack(builder);
    array_clear(&builder->keys);
    array_clear(&builder->nodes);
    array_clear(&builder->is_base);
    array_clear(&builder->next_free);
    g_free(builder);
    return bytes;
}
