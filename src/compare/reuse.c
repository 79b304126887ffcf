/* reuse.c - which sentences of a text come from another: of a local regulation from the law, of a notice from
 * the plan. */
#include "compare/index.h"
#include "compare/pairs.h"

#include <math.h>

enum {
    SHORTEST_PASSAGE = 12, /* characters */
    PARTIAL_SHARE = 2,     /* what the index saw of a likeness is at least its half */
};

/* A passage is at least this alike, and shares at least this much that is rare in both texts. */
static const double least_likeness = 0.65, least_rare = 0.1;

/* The source's sentences, to look in. */
typedef struct {
    const Texts *texts;
    GramIndex index;
    GramTally tally;
} Search;

static void search_fill(Search *search, const Texts *texts)
{
    const Side *source = texts->sides[BEFORE];
    search->texts = texts;
    for (size_t i = 0; i < source->pieces.length; i++)
        if (source->pieces.items[i].chars >= SHORTEST_PASSAGE)
            texts_piece(texts, BEFORE, i);
    gram_index_fill(&search->index, texts->grams, texts->piece_bags[BEFORE], source->pieces.length);
    gram_tally_init(&search->tally, source->pieces.length);
}

static void search_clear(Search *search)
{
    gram_index_clear(&search->index);
    gram_tally_clear(&search->tally);
}

/* The source's sentence most like `bag`, its likeness in *likeness; the first of equals. */
static size_t find_source(Search *search, const GramBag *bag, double *likeness)
{
    size_t best = 0;
    *likeness = 0;
    gram_index_count(&search->index, bag, &search->tally);
    for (size_t i = 0; i < search->tally.count; i++) {
        uint32_t found = search->tally.found[i];
        const GramBag *other = texts_piece(search->texts, BEFORE, found);
        double seen = grams_likeness(search->tally.shared[found], bag->weight, other->weight);
        if (seen * PARTIAL_SHARE < least_likeness)
            continue;
        double shared = grams_shared(search->texts->grams, bag, other);
        double like = grams_likeness(shared, bag->weight, other->weight);
        if (like > *likeness || (like == *likeness && found < best)) {
            best = found;
            *likeness = like;
        }
    }
    gram_tally_reset(&search->tally);
    return best;
}

/* Adds the sentence's passage if it comes from the source; returns its characters then, else 0. */
static size_t add_passage(Search *search, size_t piece, TifaPassages *passages)
{
    const Texts *texts = search->texts;
    const Piece *target = &texts->sides[AFTER]->pieces.items[piece];
    const GramBag *bag = texts_piece(texts, AFTER, piece);
    double likeness;
    if (target->chars < SHORTEST_PASSAGE)
        return 0;
    size_t source = find_source(search, bag, &likeness);
    if (likeness < least_likeness ||
        grams_rare_share(texts->grams, bag, texts_piece(texts, BEFORE, source)) < least_rare)
        return 0;
    array_push(passages, ((TifaPassage){texts->sides[BEFORE]->pieces.items[source].span, target->span,
                                        MIN(likeness, 1.0)}));
    return target->chars;
}

double tifa_find_reuse(const TifaDocument *source, const TifaDocument *target, TifaPassages *passages)
{
    Side before, after;
    Texts texts;
    Search search;
    size_t reused = 0;
    side_fill(&before, source, side_has_articles(source));
    side_fill(&after, target, side_has_articles(target));
    texts_fill(&texts, &before, &after);
    search_fill(&search, &texts);
    for (size_t i = 0; i < after.pieces.length; i++)
        reused += add_passage(&search, i, passages);
    double share = after.masked.length > 0 ? (double)reused / (double)after.masked.length : 0;
    search_clear(&search);
    texts_clear(&texts);
    side_clear(&before);
    side_clear(&after);
    return share;
}
