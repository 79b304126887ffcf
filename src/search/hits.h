/* hits.h - places with their contexts, gathered. */
#pragma once

#include "search/search.h"

struct TifaHits {
    ARRAY(TifaHit) hits;
    GStringChunk *strings;
    GPtrArray *documents; /* keeps the entries' strings */
    bool has_more;
};

/* An empty collection for places of the corpus. Free it with tifa_hits_free(); NULL on error. */
TifaHits *hits_new(TifaCorpus *corpus, GError **error);

/* Fills a hit from a place, with `context` characters on each side; its strings are the collection's. */
bool hits_fill(TifaHits *hits, TifaCorpus *corpus, const Place *place, size_t context, TifaHit *hit,
               GError **error);
