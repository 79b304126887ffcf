#include "concordance/hits.h"

#include <string.h>

TifaHits *hits_new(TifaCorpus *corpus, GError **error)
{
    GPtrArray *documents = corpus_documents(corpus, false, error);
    if (!documents)
        return NULL;
    TifaHits *hits = g_new0(TifaHits, 1);
    hits->strings = g_string_chunk_new(1 << 16);
    hits->parts = g_ptr_array_new_with_free_func(g_free);
    hits->documents = g_ptr_array_ref(documents);
    return hits;
}

void hits_empty(TifaHits *hits)
{
    hits->hits.length = hits->groups.length = 0;
    g_string_chunk_clear(hits->strings);
    g_ptr_array_set_size(hits->parts, 0);
}

void tifa_hits_free(TifaHits *hits)
{
    if (!hits)
        return;
    array_clear(&hits->hits);
    array_clear(&hits->groups);
    g_string_chunk_free(hits->strings);
    g_ptr_array_unref(hits->parts);
    g_ptr_array_unref(hits->documents);
    g_free(hits);
}

size_t tifa_hits_count(const TifaHits *hits)
{
    return hits->hits.length;
}

const TifaHit *tifa_hits_get(const TifaHits *hits, size_t index)
{
    g_assert(index < hits->hits.length);
    return &hits->hits.items[index];
}

bool tifa_hits_has_more(const TifaHits *hits)
{
    return hits->has_more;
}

size_t tifa_hits_total(const TifaHits *hits)
{
    return hits->total;
}

size_t tifa_hits_group_count(const TifaHits *hits)
{
    return hits->groups.length;
}

const TifaHitGroup *tifa_hits_group(const TifaHits *hits, size_t index)
{
    g_assert(index < hits->groups.length);
    return &hits->groups.items[index];
}

const char *hits_keep(TifaHits *hits, const char *text, size_t length)
{
    return g_string_chunk_insert_len(hits->strings, text, (gssize)length);
}

static const char *keep_joined(TifaHits *hits, const char *first, const char *second)
{
    g_autofree char *joined = g_strconcat(first, second, NULL);
    return hits_keep(hits, joined, strlen(joined));
}

/* Context last: where it reads other passages, the text of this one is gone. */
static bool fill_context(TifaHits *hits, Context *context, const Place *place, TifaHit *hit, GError **error)
{
    const StorePassage *passage = place->passage;
    TifaSpan span = place->span, reach;
    if (!context_span(context, passage, span, &reach, error))
        return false;
    hit->left = hits_keep(hits, passage->text + reach.start, span.start - reach.start);
    hit->match = hits_keep(hits, passage->text + span.start, span.end - span.start);
    hit->right = hits_keep(hits, passage->text + span.end, reach.end - span.end);
    const char *before, *behind;
    if (!context_article(context, passage, &before, &behind, error))
        return false;
    if (*before)
        hit->left = keep_joined(hits, before, hit->left);
    if (*behind)
        hit->right = keep_joined(hits, hit->right, behind);
    return true;
}

static void fill_parts(TifaHits *hits, const Place *place, TifaHit *hit)
{
    if (!place->part_count)
        return;
    TifaSpan *parts = g_new(TifaSpan, place->part_count);
    for (size_t i = 0; i < place->part_count; i++)
        parts[i] =
            (TifaSpan){place->parts[i].start - place->span.start, place->parts[i].end - place->span.start};
    g_ptr_array_add(hits->parts, parts);
    hit->parts = parts;
    hit->part_count = place->part_count;
}

bool hits_fill(TifaHits *hits, Context *context, const Place *place, TifaHit *hit, GError **error)
{
    const StorePassage *passage = place->passage;
    StoreDocument *document = place->document;
    if (!store_fill_document(context->corpus->store, document, error))
        return false;
    *hit = (TifaHit){
        .document = document->id,
        .passage = passage->id,
        .span = {passage->start + place->span.start, passage->start + place->span.end},
        .article = passage->article,
        .insert = passage->insert,
        .page = passage->page,
        .entry = corpus_entry(document),
    };
    fill_parts(hits, place, hit);
    return fill_context(hits, context, place, hit, error);
}
