/* history.h - how a phrase or concept came, spread and went. A part of tifa.h. */
#pragma once

#include "tifa/search.h"
#include "tifa/statistics.h"
#include "tifa/versions.h"

G_BEGIN_DECLS

/* ---- History --------------------------------------------------------------------------------- */

/* Who issued a document, by the form of its issuer's name. */
typedef enum {
    TIFA_TIER_CENTRAL,  /* the state, the party, their ministries */
    TIFA_TIER_PROVINCE, /* provinces, autonomous regions, the four cities of their rank */
    TIFA_TIER_LOCAL,    /* cities, prefectures, counties */
    TIFA_TIER_UNKNOWN,
    TIFA_TIER_COUNT
} TifaTier;

/* "central", "province", "local", "unknown". */
TIFA_API const char *tifa_tier_name(TifaTier tier);

/* A place that shows something. Strings are the history's. */
typedef struct {
    TifaEntry entry;          /* the document */
    TifaSpan span;            /* the place in its text */
    uint16_t article, insert; /* 0 for none */
    uint32_t page;            /* 0 for none */
    const char *quote;        /* the sentence, cut where it is long */
} TifaHistoryPlace;

/* One year. */
typedef struct {
    unsigned year;
    uint64_t hits;
    size_t documents, of;          /* documents with a place, and all */
    TifaInterval share;            /* of documents with a place */
    size_t tiers[TIFA_TIER_COUNT]; /* documents with a place, by who issued them */
    size_t issuers, new_issuers;   /* different issuers of those; and those of them that had none before */
} TifaHistoryYear;

/* One series: reports, plans ... */
typedef struct {
    const char *name;
    size_t items, with;
    const char *years; /* of the items with a place: "2011, 2012, 2014-2019" */
    const char *all;   /* the first and last year of all items: "1978-2025" */
} TifaHistorySeries;

/* It came into an instrument with this version, or went out with it. */
typedef struct {
    size_t version; /* of `families` */
    bool is_gone;
} TifaHistoryChange;

/* Another formulation that rises as this one fades. */
typedef struct {
    uint32_t concept;             /* of the corpus's dictionary */
    const char *said;             /* "renamed to", "related" (by the dictionary), or "context" */
    double likeness;              /* of their contexts, 0..1; 0 where the dictionary says it */
    bool is_sure;                 /* it surely rises; else only the dictionary and its numbers speak for it */
    size_t before, after;         /* documents with it, before and after the turn */
    TifaHistoryPlace early, late; /* the question's last place and the concept's first after it */
} TifaSuccessor;

/* What is known; lent. */
typedef struct {
    uint64_t hits;
    size_t documents, of;           /* documents with a place, and all that have a date */
    size_t undated;                 /* documents with a place and no date: not in anything below */
    const TifaHistoryPlace *firsts; /* the first of each tier that has one, by date; the first is the first */
    const TifaTier *first_tiers;
    size_t first_count;
    const TifaHistoryPlace *last; /* NULL if there is none */
    size_t later;                 /* documents dated after it */
    bool is_gone;                 /* of those so many that its absence tells: the share it had before is
                                     above what could go unseen (3 in `later`, 95 %) */
    const TifaHistoryYear *years;
    size_t year_count;
    const TifaHistorySeries *series;
    size_t series_count;
    const TifaHistoryChange *changes;
    size_t change_count;
    unsigned begin;                  /* the first year with a place */
    unsigned turn;                   /* the year after which its share is surely lower; 0: it does not fade */
    size_t before_of, after_of;      /* documents from then to the turn, and after it */
    size_t before, after;            /* of those with a place */
    const TifaSuccessor *successors; /* the most alike first */
    size_t successor_count;
} TifaHistoryFacts;

typedef struct TifaHistory TifaHistory;

/* Follows a question through the corpus; `families` must outlive it. NULL on error. */
TIFA_API TifaHistory *tifa_history_new(TifaCorpus *corpus, const TifaFamilies *families,
                                       const TifaQuery *query, GError **error);
TIFA_API void tifa_history_free(TifaHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaHistory, tifa_history_free)
TIFA_API const TifaHistoryFacts *tifa_history_facts(const TifaHistory *history);

/* ---- Printing -------------------------------------------------------------------------------- */

TIFA_API bool tifa_print_history(const TifaPrinter *printer, TifaCorpus *corpus, const TifaFamilies *families,
                                 const TifaHistory *history, GError **error);

G_END_DECLS
