/* study.h - statistics of sample corpora. */
#pragma once

#include "sample.h"

#include <string.h>

typedef struct {
    Sample sample;
    TifaAnalysis *analysis;
} Study;

static inline Study study_make(const char *const *texts)
{
    Study study = {.sample = sample_make(texts)};
    study.analysis = tifa_analysis_new(study.sample.corpus, NULL);
    ck_assert(study.analysis != NULL);
    return study;
}

static inline void study_clear(Study *study)
{
    tifa_analysis_free(study->analysis);
    sample_clear(&study->sample);
}

/* A question, or NULL for NULL. Free with tifa_query_free(). */
static inline TifaQuery *study_ask(const char *question)
{
    GError *error = NULL;
    TifaQuery *query = question ? tifa_query_parse(question, &error) : NULL;
    ck_assert_msg(!error, "%s: %s", question, error ? error->message : "");
    return query;
}

/* The row whose cell in the column of texts is `key`; fails the test if there is none. */
static inline size_t study_row(const TifaTable *table, const char *column, const char *key)
{
    size_t row = 0, texts = tifa_table_find(table, column);
    while (row < tifa_table_rows(table) && g_strcmp0(tifa_table_text(table, row, texts), key) != 0)
        row++;
    ck_assert_msg(row < tifa_table_rows(table), "no row %s", key);
    return row;
}

/* The number in that row. */
static inline double study_number(const TifaTable *table, size_t row, const char *column)
{
    return tifa_table_number(table, row, tifa_table_find(table, column));
}

/* The fact of that name; fails the test if there is none. */
static inline double study_fact(const TifaTable *table, const char *name)
{
    size_t count;
    const TifaFact *facts = tifa_table_facts(table, &count);
    for (size_t i = 0; i < count; i++)
        if (g_str_equal(facts[i].name, name))
            return facts[i].number;
    ck_abort_msg("no fact %s", name);
    return 0;
}

/* Whether one of the notes holds the words. */
static inline bool study_has_note(const TifaTable *table, const char *words)
{
    for (const char *const *note = tifa_table_notes(table); *note; note++)
        if (strstr(*note, words))
            return true;
    return false;
}
