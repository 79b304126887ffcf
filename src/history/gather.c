/* gather.c - one walk over all places of the question. */
#include "base/utf8.h"
#include "history/history.h"
#include "text/slice.h"

#include <string.h>

enum { QUOTE_CHARACTERS = 60 }; /* on each side of the place, at most */

const StoreDocument *history_document(const TifaHistory *history, size_t index)
{
    return history->documents->pdata[index];
}

unsigned history_year(const StoreDocument *document)
{
    return document->date ? (unsigned)g_ascii_strtoull(document->date, NULL, 10) : 0;
}

/* ---- Tiers ----------------------------------------------------------------------------------- */

const char *tifa_tier_name(TifaTier tier)
{
    static const char *const names[] = {"central", "province", "local", "unknown"};
    return names[tier];
}

/* Local agencies begin with their place; the ends of places stand inside the names of ministries, too
 * (国家市场监督管理总局), but not behind the name of a place. */
TifaTier history_tier(const StoreDocument *document)
{
    static const char *const nation[] = {"全国", "国家", "国务院", "中国", "中共中央",
                                         "中华", "最高", "中央",   NULL};
    static const char *const cities[] = {"北京市", "上海市", "天津市", "重庆市", NULL};
    static const char *const provinces[] = {"省", "自治区", NULL};
    static const char *const places[] = {"市", "州", "县", "盟", "地区", "区", NULL};
    Slice issuer = slice_of(document->issuer ? document->issuer : "");
    if (!issuer.length)
        return TIFA_TIER_UNKNOWN;
    if (slice_starts_one(issuer, nation))
        return TIFA_TIER_CENTRAL;
    static const char *const party = "中共";
    issuer = slice_starts(issuer, party) ? slice_from(issuer, strlen(party)) : issuer;
    if (slice_starts_one(issuer, cities) || slice_has_one(issuer, provinces))
        return TIFA_TIER_PROVINCE;
    return slice_has_one(slice_from(issuer, strlen("市场")), places) ? TIFA_TIER_LOCAL : TIFA_TIER_CENTRAL;
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* Whether a word of Latin letters goes on at this place. */
static bool is_inside_word(const char *place)
{
    return g_ascii_isalnum(place[0]) && g_ascii_isalnum(place[-1]);
}

/* The sentence around the place, at most so many characters on each side. */
static TifaSpan sentence_around(const char *text, size_t length, TifaSpan span)
{
    static const char *const ends[] = {"。", "；", "！", "？", NULL};
    const char *start = text + span.start, *end = text + span.end;
    for (size_t i = 0; start > text && i < QUOTE_CHARACTERS; i++) {
        const char *before = utf8_back(text, start, 1);
        if (slice_starts_one((Slice){before, (size_t)(start - before)}, ends))
            break;
        start = before;
    }
    for (size_t i = 0; end < text + length && i < QUOTE_CHARACTERS; i++) {
        const char *behind = utf8_forward(end, text + length, 1);
        bool is_end = slice_starts_one((Slice){end, (size_t)(behind - end)}, ends) != NULL;
        end = behind;
        if (is_end)
            break;
    }
    while (start > text && start < text + span.start && is_inside_word(start))
        start++;
    while (end < text + length && end > text + span.end && is_inside_word(end))
        end--;
    while (start < text + span.start && *start == ' ')
        start++;
    while (end > text + span.end && end[-1] == ' ')
        end--;
    return (TifaSpan){(uint32_t)(start - text), (uint32_t)(end - text)};
}

bool history_place(TifaHistory *history, TifaCorpus *corpus, size_t document, int64_t id, TifaSpan span,
                   TifaHistoryPlace *place, GError **error)
{
    StorePassage passage;
    if (!store_get_passage(corpus->store, id, &passage, error))
        return false;
    TifaSpan quote = sentence_around(passage.text, passage.length, span);
    *place = (TifaHistoryPlace){
        .entry = corpus_entry(history_document(history, document)),
        .span = {passage.start + span.start, passage.start + span.end},
        .article = passage.article,
        .insert = passage.insert,
        .page = passage.page,
        .quote = g_string_chunk_insert_len(history->strings, passage.text + quote.start,
                                           (gssize)(quote.end - quote.start)),
    };
    return true;
}

static bool take_place(const Place *place, void *data, GError **error)
{
    (void)error;
    TifaHistory *history = data;
    const StoreDocument *document = place->document;
    if (history->hits[document->index]++ == 0)
        array_push(&history->seen,
                   ((Seen){.document = document->index, .passage = place->passage->id, .span = place->span}));
    return true;
}

static int compare_seen(const void *left, const void *right, void *data)
{
    const Seen *a = left, *b = right;
    const StoreDocument *one = history_document(data, a->document),
                        *other = history_document(data, b->document);
    int by_date = strcmp(one->date, other->date);
    return by_date ? by_date : (one->id > other->id) - (one->id < other->id);
}

/* Leaves the documents with a date, by date. */
static void sort_seen(TifaHistory *history)
{
    size_t kept = 0;
    for (size_t i = 0; i < history->seen.length; i++) {
        Seen *seen = &history->seen.items[i];
        seen->hits = history->hits[seen->document];
        history->facts.hits += seen->hits;
        if (history_year(history_document(history, seen->document)))
            history->seen.items[kept++] = *seen;
    }
    history->facts.undated = history->seen.length - kept;
    history->seen.length = kept;
    history->facts.documents = kept;
    g_qsort_with_data(history->seen.items, (int)kept, sizeof(Seen), compare_seen, history);
}

/* ---- First and last -------------------------------------------------------------------------- */

static bool find_ends(TifaHistory *history, TifaCorpus *corpus, GError **error)
{
    bool has_tier[TIFA_TIER_COUNT] = {false};
    for (size_t i = 0; i < history->seen.length; i++) {
        const Seen *seen = &history->seen.items[i];
        TifaTier tier = history_tier(history_document(history, seen->document));
        TifaHistoryPlace place;
        if (has_tier[tier])
            continue;
        if (!history_place(history, corpus, seen->document, seen->passage, seen->span, &place, error))
            return false;
        has_tier[tier] = true;
        array_push(&history->firsts, place);
        array_push(&history->first_tiers, tier);
    }
    if (!history->seen.length)
        return true;
    const Seen *last = &array_last(&history->seen);
    history->facts.last = &history->last;
    return history_place(history, corpus, last->document, last->passage, last->span, &history->last, error);
}

bool history_gather(TifaHistory *history, TifaCorpus *corpus, const TifaQuery *query, GError **error)
{
    if (!search_needs_places(query, "history", error))
        return false;
    history->documents = corpus_documents(corpus, true, error);
    if (!history->documents || !filter_documents(corpus, query, &history->asked, error))
        return false;
    history->hits = g_new0(uint64_t, history->documents->len + 1);
    if (!search_places(corpus, query, take_place, history, error))
        return false;
    sort_seen(history);
    return find_ends(history, corpus, error);
}
