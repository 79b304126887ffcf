/* address.c - places that are named by document and bytes, without a question. */
#include "concordance/hits.h"

#include <string.h>

char *tifa_hit_address(const TifaHit *hit)
{
    return g_strdup_printf("%" G_GINT64_FORMAT ":%u-%u", hit->document, hit->span.start, hit->span.end);
}

void tifa_hits_digest(const TifaHits *hits, GChecksum *checksum)
{
    for (size_t i = 0; i < hits->hits.length; i++) {
        g_autofree char *address = tifa_hit_address(&hits->hits.items[i]);
        g_checksum_update(checksum, (const guchar *)address, (gssize)strlen(address) + 1);
    }
    for (size_t i = 0; hits->hits.length == 0 && i < hits->groups.length; i++) {
        const TifaHitGroup *group = &hits->groups.items[i];
        g_autofree char *counted =
            g_strdup_printf("%s\t%zu\t%zu", group->label, group->hits, group->documents);
        g_checksum_update(checksum, (const guchar *)counted, (gssize)strlen(counted) + 1);
    }
}

/* The bytes "345-357" or "345"; false if the text is something else. */
static bool parse_span(const char *text, TifaSpan *span)
{
    char *end;
    if (!g_ascii_isdigit(*text))
        return false;
    guint64 start = g_ascii_strtoull(text, &end, 10), behind = start;
    if (*end == '-' && g_ascii_isdigit(end[1]))
        behind = g_ascii_strtoull(end + 1, &end, 10);
    *span = (TifaSpan){(uint32_t)start, (uint32_t)behind};
    return *end == '\0' && start <= behind && behind <= UINT32_MAX;
}

int64_t tifa_corpus_locate(TifaCorpus *corpus, const char *address, bool *has_place, TifaSpan *span,
                           GError **error)
{
    const char *colon = strrchr(address, ':');
    *has_place = colon && parse_span(colon + 1, span);
    g_autofree char *name = *has_place ? g_strndup(address, (size_t)(colon - address)) : g_strdup(address);
    return tifa_corpus_resolve(corpus, name, error);
}

/* ---- A place as a hit ------------------------------------------------------------------------ */

typedef struct {
    TifaSpan span; /* in the document */
    StorePassage passage;
    bool is_found;
} Search;

static bool find_passage(const StorePassage *passage, void *data, GError **error)
{
    (void)error;
    Search *search = data;
    search->is_found =
        search->span.start >= passage->start && search->span.end <= passage->start + passage->length;
    search->passage = *passage;
    return !search->is_found && passage->start <= search->span.start;
}

static bool is_boundary(const char *text, uint32_t place)
{
    return ((unsigned char)text[place] & 0xC0) != 0x80;
}

static bool check_span(const Search *search, const StoreDocument *document, GError **error)
{
    TifaSpan span = search->span;
    if (!search->is_found)
        return fail(error, TIFA_ERROR_INPUT,
                    "%" G_GINT64_FORMAT ":%u-%u: no place inside one paragraph of that document; addresses "
                    "are those that tifa find shows",
                    document->id, span.start, span.end);
    const char *text = search->passage.text - search->passage.start;
    return (is_boundary(text, span.start) && is_boundary(text, span.end)) ||
           fail(error, TIFA_ERROR_INPUT, "%" G_GINT64_FORMAT ":%u-%u: ends inside a character", document->id,
                span.start, span.end);
}

static bool cite(TifaHits *hits, Context *context, StoreDocument *document, TifaSpan span, GError **error)
{
    Search search = {.span = span};
    Store *store = context->corpus->store;
    if (!store_each_passage(store, document->first_passage, document->end_passage, find_passage, &search,
                            error))
        return false;
    /* The walk is over, and its text with it. */
    if (search.is_found && !store_get_passage(store, search.passage.id, &search.passage, error))
        return false;
    if (!check_span(&search, document, error))
        return false;
    uint32_t start = search.passage.start;
    Place place = {document, &search.passage, {span.start - start, span.end - start}, NULL, 0};
    TifaHit hit;
    if (!hits_fill(hits, context, &place, &hit, error))
        return false;
    hit.number = hits->total = 1;
    array_push(&hits->hits, hit);
    return true;
}

static StoreDocument *find_document(const GPtrArray *documents, int64_t id)
{
    for (size_t i = 0; i < documents->len; i++)
        if (((const StoreDocument *)documents->pdata[i])->id == id)
            return documents->pdata[i];
    return NULL;
}

TifaHits *tifa_corpus_cite(TifaCorpus *corpus, int64_t document, TifaSpan span, TifaContext wanted,
                           GError **error)
{
    g_autoptr(TifaHits) hits = hits_new(corpus, error);
    if (!hits)
        return NULL;
    StoreDocument *listed = find_document(hits->documents, document);
    if (!listed) {
        fail(error, TIFA_ERROR_INPUT, "there is no document %" G_GINT64_FORMAT "; see tifa list", document);
        return NULL;
    }
    Context context = context_new(corpus, wanted);
    bool is_cited = cite(hits, &context, listed, span, error);
    context_clear(&context);
    return is_cited ? g_steal_pointer(&hits) : NULL;
}
