/* hits.h - places with their contexts, gathered. */
#pragma once

#include "concordance/context.h"
#include "search/search.h"

struct TifaHits {
    ARRAY(TifaHit) hits;
    ARRAY(TifaHitGroup) groups;
    GStringChunk *strings;
    GPtrArray *parts;     /* of TifaSpan *, those of each hit that has any */
    GPtrArray *documents; /* keeps the entries' strings */
    size_t total;         /* see tifa_hits_total() */
    bool has_more;
};

/* An empty collection for places of the corpus. Free it with tifa_hits_free(); NULL on error. */
TifaHits *hits_new(TifaCorpus *corpus, GError **error);

/* Takes out hits and groups, so that others can be put in. */
void hits_empty(TifaHits *hits);

/* A string that the collection keeps. */
const char *hits_keep(TifaHits *hits, const char *text, size_t length);

/* Makes a hit of a place (which is lent), with its context; its strings are the collection's. */
bool hits_fill(TifaHits *hits, Context *context, const Place *place, TifaHit *hit, GError **error);
