/* asked.h - questions put to a sample corpus. */
#pragma once

#include "sample.h"

/* The number of places, failing the test on error. */
static inline uint64_t sample_count(Sample *sample, const char *question)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(question, &error);
    ck_assert_msg(query != NULL, "%s: %s", question, error ? error->message : "");
    g_autoptr(TifaCounts) counts = tifa_corpus_count(sample->corpus, query, TIFA_BY_NOTHING, &error);
    ck_assert_msg(counts != NULL, "%s: %s", question, error ? error->message : "");
    return tifa_counts_total(counts);
}
