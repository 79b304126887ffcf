#include "compare/classify.h"

#include <string.h>

bool units_same_text(const UnitPair *pair)
{
    size_t length = pair->before->span.end - pair->before->body;
    return length == pair->after->span.end - pair->after->body &&
           memcmp(pair->before_side->text + pair->before->body, pair->after_side->text + pair->after->body,
                  length) == 0;
}

/* Paragraphs and headings without a number are named by their place, which says nothing of them. */
bool units_renumbered(const UnitPair *pair)
{
    bool has_numbers =
        pair->before->body > pair->before->span.start && pair->after->body > pair->after->span.start;
    return has_numbers && strcmp(pair->before->label, pair->after->label) != 0;
}

/* Without notes: blocks that are notes, and notes in brackets. */
static void add_body_without_notes(const Side *side, const Unit *unit, NormalText *normal)
{
    const TifaBlocks *blocks = tifa_document_blocks(side->document);
    for (size_t i = unit->first_block; i < unit->first_block + unit->blocks; i++) {
        const TifaBlock *block = &blocks->items[i];
        uint32_t start = i == unit->first_block ? unit->body : block->span.start;
        if (block->kind != TIFA_BLOCK_NOTE || unit->blocks == 1)
            normal_add_without_notes(normal, side->text + start, block->span.end - start);
    }
}

static bool differ_in_notes_only(const UnitPair *pair)
{
    NormalText before = {0}, after = {0};
    add_body_without_notes(pair->before_side, pair->before, &before);
    add_body_without_notes(pair->after_side, pair->after, &after);
    bool is_equal = normal_equal(&before, &after);
    array_clear(&before);
    array_clear(&after);
    return is_equal;
}

static bool same_chars(const gunichar *left, size_t left_length, const gunichar *right, size_t right_length)
{
    return left_length == right_length &&
           (left_length == 0 || memcmp(left, right, left_length * sizeof *left) == 0);
}

TifaChangeSubtype units_difference(const UnitPair *pair)
{
    const Unit *before = pair->before, *after = pair->after;
    const NormalText *old_normal = &pair->before_side->normal, *new_normal = &pair->after_side->normal;
    const NormalText *old_masked = &pair->before_side->masked, *new_masked = &pair->after_side->masked;
    if (units_same_text(pair))
        return TIFA_SUBTYPE_NONE;
    if (same_chars(old_normal->items + before->first_normal, before->normals,
                   new_normal->items + after->first_normal, after->normals))
        return TIFA_SUBTYPE_TYPOGRAPHIC;
    if (differ_in_notes_only(pair))
        return TIFA_SUBTYPE_NOTE;
    if (same_chars(old_masked->items + before->first_char, before->chars,
                   new_masked->items + after->first_char, after->chars))
        return TIFA_SUBTYPE_CROSSREF;
    return TIFA_SUBTYPE_SUBSTANTIVE;
}
