/* concordance.c - places with their contexts and documents. */
#include "search/hits.h"

#include "base/utf8.h"

#include <string.h>

static const size_t DEFAULT_CONTEXT = 40;

TifaHits *hits_new(TifaCorpus *corpus, GError **error)
{
    GPtrArray *documents = corpus_documents(corpus, false, error);
    if (!documents)
        return NULL;
    TifaHits *hits = g_new0(TifaHits, 1);
    hits->strings = g_string_chunk_new(4096);
    hits->documents = g_ptr_array_ref(documents);
    return hits;
}

void tifa_hits_free(TifaHits *hits)
{
    if (!hits)
        return;
    array_clear(&hits->hits);
    g_string_chunk_free(hits->strings);
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

static const char *kept(TifaHits *hits, const char *start, const char *end)
{
    return g_string_chunk_insert_len(hits->strings, start, end - start);
}

bool hits_fill(TifaHits *hits, TifaCorpus *corpus, const Place *place, size_t context, TifaHit *hit,
               GError **error)
{
    const StorePassage *passage = place->passage;
    StoreDocument *document = corpus_document_of(corpus, passage->id);
    if (!document)
        return fail(error, TIFA_ERROR_SYSTEM,
                    "%s: passage %" G_GINT64_FORMAT " belongs to no document; run tifa check",
                    store_path(corpus->store), passage->id);
    if (!store_fill_document(corpus->store, document, error))
        return false;
    const char *text = passage->text, *end = text + passage->length;
    const char *start = text + place->span.start, *behind = text + place->span.end;
    *hit = (TifaHit){
        .document = document->id,
        .passage = passage->id,
        .span = {passage->start + place->span.start, passage->start + place->span.end},
        .article = passage->article,
        .insert = passage->insert,
        .page = passage->page,
        .left = kept(hits, utf8_back(text, start, context), start),
        .match = kept(hits, start, behind),
        .right = kept(hits, behind, utf8_forward(behind, end, context)),
        .entry = corpus_entry(document),
    };
    return true;
}

typedef struct {
    TifaCorpus *corpus;
    TifaHits *hits;
    size_t context, limit, seen, offset;
} Finding;

static bool keep_hit(const Place *place, void *data, GError **error)
{
    Finding *finding = data;
    TifaHits *hits = finding->hits;
    if (finding->seen++ < finding->offset)
        return true;
    if (finding->limit && hits->hits.length == finding->limit) {
        hits->has_more = true;
        return false;
    }
    TifaHit hit;
    if (!hits_fill(hits, finding->corpus, place, finding->context, &hit, error))
        return false;
    array_push(&hits->hits, hit);
    return true;
}

TifaHits *tifa_corpus_find(TifaCorpus *corpus, const TifaQuery *query, const TifaFindOptions *options,
                           GError **error)
{
    g_autoptr(TifaHits) hits = hits_new(corpus, error);
    if (!hits)
        return NULL;
    Finding finding = {.corpus = corpus,
                       .hits = hits,
                       .context = options && options->context ? options->context : DEFAULT_CONTEXT,
                       .limit = options ? options->limit : 0,
                       .offset = options ? options->offset : 0};
    return search_places(corpus, query, keep_hit, &finding, error) ? g_steal_pointer(&hits) : NULL;
}
