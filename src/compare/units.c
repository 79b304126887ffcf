#include "compare/units.h"

#include "base/utf8.h"
#include "text/mark.h"

#include <string.h>

bool side_has_articles(const TifaDocument *document)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    for (size_t i = 0; i < blocks->length; i++)
        if (blocks->items[i].kind == TIFA_BLOCK_ARTICLE)
            return true;
    return false;
}

static TifaUnitKind kind_of_block(const TifaBlock *block, bool by_articles)
{
    if (block->kind == TIFA_BLOCK_ARTICLE && by_articles)
        return TIFA_UNIT_ARTICLE;
    return block->kind == TIFA_BLOCK_HEADING ? TIFA_UNIT_HEADING : TIFA_UNIT_PARAGRAPH;
}

/* The blocks that make one unit, counted from `first`. */
static size_t count_blocks(const TifaBlocks *blocks, size_t first, bool by_articles)
{
    size_t next = first + 1;
    if (blocks->items[first].kind == TIFA_BLOCK_ARTICLE && by_articles)
        while (next < blocks->length && blocks->items[next].kind != TIFA_BLOCK_ARTICLE &&
               blocks->items[next].kind != TIFA_BLOCK_HEADING && blocks->items[next].article > 0)
            next++;
    return next - first;
}

/* ---- Labels ---------------------------------------------------------------------------------- */

/* "12", "120-1" for articles, "chp_3" for headings with a number, "h_4" and "p_7" (the 4th, 7th of its kind)
 * for the rest. */
static char *name_unit(const Unit *unit, const TifaBlock *block, const Mark *mark, size_t ordinal)
{
    static const char *const prefixes[] = {
        [MARK_BOOK] = "part", [MARK_SUBBOOK] = "subpart", [MARK_CHAPTER] = "chp", [MARK_SECTION] = "sec"};
    if (unit->kind == TIFA_UNIT_ARTICLE)
        return block->insert ? g_strdup_printf("%u-%u", block->article, block->insert)
                             : g_strdup_printf("%u", block->article);
    if (unit->kind == TIFA_UNIT_HEADING && mark->kind >= MARK_BOOK && mark->kind <= MARK_SECTION)
        return g_strdup_printf("%s_%u", prefixes[mark->kind], mark->number);
    return g_strdup_printf("%s_%zu", unit->kind == TIFA_UNIT_HEADING ? "h" : "p", ordinal);
}

/* A label that is already taken gets a count: "31", "31 (2)". */
static char *make_unique(char *label, GHashTable *counts)
{
    size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, label)) + 1;
    g_hash_table_insert(counts, g_strdup(label), GSIZE_TO_POINTER(count));
    if (count == 1)
        return label;
    char *numbered = g_strdup_printf("%s (%zu)", label, count);
    g_free(label);
    return numbered;
}

/* ---- Filling --------------------------------------------------------------------------------- */

enum { SHORTEST_PIECE = 8 }; /* characters; a shorter one goes with the piece before it */

/* The end of the sentence or clause that starts at `start`. */
static uint32_t piece_end(const char *text, uint32_t start, uint32_t end)
{
    for (const char *place = text + start; place < text + end;) {
        gunichar c = utf8_next(&place);
        if (c == 0x3002 || c == 0xFF1B || c == ';') /* 。；; */
            return (uint32_t)(place - text);
    }
    return end;
}

static void add_block(Side *side, uint32_t start, uint32_t end)
{
    size_t first_piece = side->pieces.length;
    while (start < end) {
        uint32_t stop = piece_end(side->text, start, end);
        size_t first_normal = side->normal.length, first_char = side->masked.length;
        normal_add(&side->normal, side->text + start, stop - start);
        normal_mask(&side->normal, first_normal, &side->masked);
        size_t chars = side->masked.length - first_char;
        if (chars < SHORTEST_PIECE && side->pieces.length > first_piece) {
            array_last(&side->pieces).span.end = stop;
            array_last(&side->pieces).chars += chars;
        } else {
            array_push(&side->pieces, ((Piece){{start, stop}, first_char, chars}));
        }
        start = stop;
    }
}

static void add_text(Side *side, Unit *unit, const TifaBlocks *blocks)
{
    unit->first_normal = side->normal.length;
    unit->first_char = side->masked.length;
    unit->first_piece = side->pieces.length;
    for (size_t i = unit->first_block; i < unit->first_block + unit->blocks; i++) {
        const TifaBlock *block = &blocks->items[i];
        add_block(side, i == unit->first_block ? unit->body : block->span.start, block->span.end);
    }
    unit->normals = side->normal.length - unit->first_normal;
    unit->chars = side->masked.length - unit->first_char;
    unit->pieces = side->pieces.length - unit->first_piece;
}

static Unit start_unit(const Side *side, const TifaBlocks *blocks, size_t first, bool by_articles, Mark *mark)
{
    const TifaBlock *block = &blocks->items[first];
    Unit unit = {.kind = kind_of_block(block, by_articles), .first_block = first};
    unit.blocks = count_blocks(blocks, first, by_articles);
    unit.span = (TifaSpan){block->span.start, blocks->items[first + unit.blocks - 1].span.end};
    unit.body = block->span.start;
    *mark = mark_read(side->text + block->span.start, block->span.end - block->span.start);
    if (unit.kind == TIFA_UNIT_ARTICLE || unit.kind == TIFA_UNIT_HEADING)
        unit.body += mark->length;
    return unit;
}

void side_fill(Side *side, const TifaDocument *document, bool by_articles)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    *side = (Side){.document = document, .text = tifa_document_text(document, NULL)};
    array_reserve(&side->normal, 1); /* units without text point into them too */
    array_reserve(&side->masked, 1);
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t ordinals[TIFA_UNIT_PARAGRAPH + 1] = {0};
    for (size_t first = 0; first < blocks->length;) {
        Mark mark;
        Unit unit = start_unit(side, blocks, first, by_articles, &mark);
        unit.label =
            make_unique(name_unit(&unit, &blocks->items[first], &mark, ++ordinals[unit.kind]), counts);
        add_text(side, &unit, blocks);
        array_push(&side->units, unit);
        first += unit.blocks;
    }
}

void side_clear(Side *side)
{
    for (size_t i = 0; i < side->units.length; i++)
        g_free(side->units.items[i].label);
    array_clear(&side->units);
    array_clear(&side->pieces);
    array_clear(&side->normal);
    array_clear(&side->masked);
}
