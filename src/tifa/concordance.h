/* concordance.h - the places of a question in their contexts: found, ordered, sampled, grouped, cited. A part
 * of tifa.h. */
#pragma once

#include "tifa/corpus.h"

G_BEGIN_DECLS

typedef struct TifaQuery TifaQuery;

/* ---- Context --------------------------------------------------------------------------------- */

typedef enum {
    TIFA_CONTEXT_CHARACTERS, /* so many characters on each side, within the paragraph */
    TIFA_CONTEXT_WORDS,      /* so many words on each side, within the paragraph */
    TIFA_CONTEXT_SENTENCES,  /* the sentence, and so many more on each side, within the paragraph */
    TIFA_CONTEXT_PARAGRAPH,
    TIFA_CONTEXT_ARTICLE, /* of a law; outside of articles the paragraph */
} TifaContextUnit;

/* How much text comes with a hit. A zeroed one is 40 characters. */
typedef struct {
    TifaContextUnit unit;
    size_t count;
} TifaContext;

/* Reads "40", "5w", "s" or "2s" (two more sentences on each side), "p", "a". False with TIFA_ERROR_INPUT. */
TIFA_API bool tifa_context_parse(const char *text, TifaContext *context, GError **error);

/* ---- Hits ------------------------------------------------------------------------------------ */

/* One place found, in context. Strings are owned by the hits. */
typedef struct {
    size_t number; /* from 1: its place in the whole answer, as it is ordered, sampled and grouped */
    int64_t document, passage;
    TifaSpan span;            /* in the document's text */
    uint16_t article, insert; /* of the article it stands in, 0 for none */
    uint32_t page;            /* from 1, 0 for none */
    const char *left, *match, *right;
    const TifaSpan *parts; /* in `match`: what stands near each other, of a question that asks for that */
    size_t part_count;     /* 0: the whole of it was asked for */
    TifaEntry entry;       /* the document */
} TifaHit;

/* Some hits with something in common. */
typedef struct {
    const char *label;   /* "2021", an agency, a word; "" for what has none */
    int64_t document;    /* grouped by document: its id, else 0 */
    size_t hits;         /* all of the group, shown or not */
    size_t documents;    /* in which they stand */
    size_t first, shown; /* its hits among those at hand are first .. first + shown - 1 */
    bool goes_on;        /* it began before those */
} TifaHitGroup;

typedef struct TifaHits TifaHits;
TIFA_API void tifa_hits_free(TifaHits *hits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaHits, tifa_hits_free)
TIFA_API size_t tifa_hits_count(const TifaHits *hits);
TIFA_API const TifaHit *tifa_hits_get(const TifaHits *hits, size_t index);

/* Whether there are more hits behind these. */
TIFA_API bool tifa_hits_has_more(const TifaHits *hits);

/* How many places the question has in all, before a sample is taken; 0 if they were not counted because the
 * search ended as soon as enough were found. */
TIFA_API size_t tifa_hits_total(const TifaHits *hits);

/* The groups that begin or go on among these hits (all of them if no hits were asked for); 0 without
 * grouping. Lent. */
TIFA_API size_t tifa_hits_group_count(const TifaHits *hits);
TIFA_API const TifaHitGroup *tifa_hits_group(const TifaHits *hits, size_t index);

/* ---- Finding --------------------------------------------------------------------------------- */

/* The order of Chinese characters. */
typedef enum {
    TIFA_COLLATION_PINYIN,
    TIFA_COLLATION_STROKE,
    TIFA_COLLATION_RADICAL,
    TIFA_COLLATION_CODEPOINT,
} TifaCollation;

typedef struct {
    TifaContext context;
    int64_t document; /* the hits in this one alone; 0: in all */
    size_t limit;     /* at most so many hits; 0: all */
    size_t offset;    /* so many hits are passed over first */
    /* Keys, the weightiest first, separated by commas; a - in front turns one round: L1..L9 R1..R9 (words),
     * cL1..cL9 cR1..cR9 (characters), left right (L1 to L5, R1 to R5), match, date, year, document, title,
     * agency, number, type, level, language, article. NULL: the order of the corpus, in which ties stay, too.
     */
    const char *sort;
    TifaCollation collation;
    size_t sample;      /* so many places at random; 0: all */
    uint64_t seed;      /* the same places for the same seed; a larger sample holds the smaller one */
    const char *group;  /* one key as in `sort`; the largest group first, years and articles in their order */
    const size_t *each; /* of each group at most so many hits; NULL: all; 0: the groups alone */
    /* Called now and then with what is done of what ("passages" ...); may be NULL. */
    void (*progress)(size_t done, size_t of, const char *what, void *data);
    void *data;
} TifaFindOptions;

/* The places with their contexts. `options` may be NULL. An empty result is no error. */
TIFA_API TifaHits *tifa_corpus_find(TifaCorpus *corpus, const TifaQuery *query,
                                    const TifaFindOptions *options, GError **error);

/* The same in portions, so that an answer of any size takes little memory: `visit` gets at least one, and the
 * last knows best whether there are more, and how many. Hits are lent. It may end the walk by returning
 * false, with or without an error. */
typedef bool TifaHitsVisit(const TifaHits *hits, void *data, GError **error);
TIFA_API bool tifa_corpus_find_each(TifaCorpus *corpus, const TifaQuery *query,
                                    const TifaFindOptions *options, TifaHitsVisit *visit, void *data,
                                    GError **error);

/* Adds the hits' addresses, or the groups alone, to a checksum: what two answers have in common if they are
 * the same. */
TIFA_API void tifa_hits_digest(const TifaHits *hits, GChecksum *checksum);

/* ---- Addresses ------------------------------------------------------------------------------- */

/* A hit's address, "12:345-357": document and bytes of its text; it stays as long as the document does. Free
 * with g_free(). */
TIFA_API char *tifa_hit_address(const TifaHit *hit);

/* The document that `address` names (see tifa_corpus_resolve()), and the place in it: "12:345-357", or
 * "12:345" (an empty span), or without a place (*has_place gets false). 0 on error. */
TIFA_API int64_t tifa_corpus_locate(TifaCorpus *corpus, const char *address, bool *has_place, TifaSpan *span,
                                    GError **error);

/* The place as a hit, the only one of the result. NULL with TIFA_ERROR_INPUT if the span lies outside of the
 * text or across paragraphs. */
TIFA_API TifaHits *tifa_corpus_cite(TifaCorpus *corpus, int64_t document, TifaSpan span, TifaContext context,
                                    GError **error);

/* ---- Printing -------------------------------------------------------------------------------- */

typedef enum {
    TIFA_LAYOUT_KWIC, /* a line a hit, the hit in its middle */
    TIFA_LAYOUT_TEXT, /* the source in a line, the whole context below it, the hit marked */
    TIFA_LAYOUT_LIST, /* a line a hit: its address and the hit alone */
} TifaHitLayout;

/* One portion of an answer after another, `is_first` of them; then the end. */
TIFA_API bool tifa_print_hits(const TifaPrinter *printer, const TifaHits *hits, TifaHitLayout layout,
                              bool is_first, GError **error);
TIFA_API bool tifa_print_hits_end(const TifaPrinter *printer, GError **error);

/* The same as quotations: the text, and the whole source; where a translation of the document is linked
 * (tifa_corpus_link()), the same article of it. */
TIFA_API bool tifa_print_quotes(const TifaPrinter *printer, TifaCorpus *corpus, const TifaHits *hits,
                                bool is_first, GError **error);

G_END_DECLS
