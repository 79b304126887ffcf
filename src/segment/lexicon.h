/* lexicon.h - listed words: a trie in one block of bytes, mapped from a file or made in memory.
 *
 * Words are looked up by characters folded once for all (traditional to simplified, full width to half, upper
 * to lower case), so that one entry serves every way of writing. Only words of the basic plane and of at most
 * LEXICON_LONGEST characters can be listed. The trie is a double array of 8-byte nodes: the child of node n
 * by the character with number c is nodes[base of n + c], if that one says it was reached by c. Most steps
 * that are tried lead nowhere: bits kept in the parent say so of most, so that the child need not be looked
 * at.
 */
#pragma once

#include "base/utf8.h"
#include "segment/edge.h"

enum { LEXICON_LONGEST = 64 };

/* What is known of a word, in 16 bits; 0 is no word. */
enum {
    LEXICON_RANK =
        0x3F, /* about twice the binary logarithm of its frequency, plus 1; 0 is no word of its own */
    LEXICON_CLASS_SHIFT = 6, /* its word class: the place of jieba's tag in the lexicon's list */
    LEXICON_CLASSES = 32,    /* how many of them there are */
    LEXICON_WHOLE = 1 << 11, /* a name, a concept's label, a user's word: cut as one word of the reader */
    LEXICON_LOOSE =
        1
        << 12, /* a label that is no word (推动构建..., to promote the building of ...): only its ends hold */
    LEXICON_OTHER = 1 << 13,     /* no word: looks like a label with something before or behind it, but is
                                    something else (财政部门, not 财政部). Its rank is the length of the label */
    LEXICON_OTHER_END = 1 << 14, /* and the label is the end of it, not its beginning */
    LEXICON_LABEL = 1 << 15, /* a label, word or not: no word begins or ends in it and goes on beyond it */
};

/* The tags of jieba's word list in the order of their numbers; all others are number 0. */
extern const char *const lexicon_classes[LEXICON_CLASSES];

typedef struct {
    uint32_t link;      /* the base, then LEXICON_CHILD_BITS bits of which each child has one */
    uint16_t character; /* number of the character that leads here, 0 in a free node */
    uint16_t value;
} LexiconNode;

typedef struct {
    const uint16_t *numbers; /* of each character of the basic plane; 0 for one in no word */
    const uint32_t
        *filter; /* a bit for the first two characters of each word; others may have the same bit */
    const LexiconNode *nodes;
    char stamp[24]; /* names the content */
    GBytes *bytes;
} Lexicon;

/* The lexicon in `bytes` (as lexicon_build() makes them); takes a reference. False with TIFA_ERROR_SYSTEM if
 * they are none or damaged. `name` is for the message. */
bool lexicon_load(Lexicon *lexicon, GBytes *bytes, const char *name, GError **error);

/* Maps the file at `path`. */
bool lexicon_open(Lexicon *lexicon, const char *path, GError **error);
void lexicon_clear(Lexicon *lexicon);

enum { LEXICON_FILTER_BITS = 20, LEXICON_FILTER_WORDS = (1 << LEXICON_FILTER_BITS) / 32 };

static inline uint32_t lexicon_pair_bit(uint16_t first, uint16_t second)
{
    uint64_t hash = ((uint64_t)first << 16 | second) * UINT64_C(0x9E3779B97F4A7C15);
    return (uint32_t)(hash >> (64 - LEXICON_FILTER_BITS));
}

/* Whether a word may begin with the characters of these numbers; false is certain. */
static inline bool lexicon_may_begin(const Lexicon *lexicon, uint16_t first, uint16_t second)
{
    uint32_t bit = lexicon_pair_bit(first, second);
    return lexicon->filter[bit / 32] >> bit % 32 & 1;
}

static inline uint16_t lexicon_number(const Lexicon *lexicon, uint32_t character)
{
    return character < 0x10000 ? lexicon->numbers[character] : 0;
}

enum { LEXICON_CHILD_BITS = 9, LEXICON_BASES = 1 << (32 - LEXICON_CHILD_BITS) };

static inline uint32_t lexicon_base(const LexiconNode *node)
{
    return node->link >> LEXICON_CHILD_BITS;
}

/* The bit of a child by the character with that number; others may have the same. */
static inline uint32_t lexicon_child_bit(uint16_t number)
{
    uint32_t hash = number * 0x9E3779B1u >> 16;
    return 1u << (hash * LEXICON_CHILD_BITS >> 16);
}

/* Where the child of `node` by the character with that number would be, if it has one; 0 if it surely has
 * none. */
static inline uint32_t lexicon_candidate(const Lexicon *lexicon, uint32_t node, uint16_t number)
{
    const LexiconNode *parent = &lexicon->nodes[node];
    bool may_be = (number != 0) & ((parent->link & lexicon_child_bit(number)) != 0);
    return (lexicon_base(parent) + number) & -(uint32_t)may_be;
}

/* The child of `node` by the character with that number, or 0. The root is node 0. */
static inline uint32_t lexicon_step(const Lexicon *lexicon, uint32_t node, uint16_t number)
{
    uint32_t child = lexicon_candidate(lexicon, node, number);
    return child && lexicon->nodes[child].character == number ? child : 0;
}

/* The same by all characters of the unit i of a run. */
static inline uint32_t lexicon_step_unit(const Lexicon *lexicon, uint32_t node, const Run *run, size_t i)
{
    const Unit *unit = &run->units->items[i];
    if (unit->is_single)
        return lexicon_step(lexicon, node, lexicon_number(lexicon, unit->character));
    const char *place = run->text + unit->start, *end = run->text + unit->end;
    do {
        node = lexicon_step(lexicon, node, lexicon_number(lexicon, utf8_next(&place)));
    } while (node && place < end);
    return node;
}

/* The rank of a word by its value; 0 if it is none. */
static inline uint16_t lexicon_rank(uint16_t value)
{
    return value & LEXICON_OTHER ? 0 : value & LEXICON_RANK;
}

/* A word to list: its value, and its text, which is lent. */
typedef struct {
    const char *text;
    uint16_t value;
} LexiconEntry;

/* Why a word cannot be listed (static), or NULL if it can. */
const char *lexicon_refuses(const char *word);

/* The bytes of a lexicon of these entries, in any order. Where a word comes twice the higher rank, the first
 * class and all marks count, but a word is never something else. Entries that cannot be listed are left out,
 * their number in *skipped (may be NULL). The same entries give the same bytes. */
GBytes *lexicon_build(const LexiconEntry *entries, size_t count, size_t *skipped);
