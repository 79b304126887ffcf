/* asked.h - questions put to a sample corpus. */
#pragma once

#include "sample.h"

/* The number of places, failing the test on error. */
static inline uint64_t sample_count(Sample *sample, const char *question)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(question, &error);
    ck_assert_msg(query != NULL, "%s: %s", question, error ? error->message : "");
    uint64_t count;
    ck_assert_msg(tifa_corpus_count(sample->corpus, query, &count, &error), "%s: %s", question,
                  error ? error->message : "");
    return count;
}
