/* sample.h - small corpora for tests, in a folder that goes with them. */
#pragma once

#include "tifa.h"

#include <check.h>
#include <glib/gstdio.h>

typedef struct {
    char *folder, *path;
    TifaCorpus *corpus;
} Sample;

static inline void sample_check_added(const TifaAdding *adding, void *data)
{
    (void)data;
    ck_assert_msg(adding->outcome != TIFA_OUTCOME_FAILED, "%s", adding->message);
}

/* Adds a file or folder and fails the test if that fails. */
static inline void sample_add(Sample *sample, const char *path)
{
    const char *paths[] = {path, NULL};
    TifaAddOptions options = {.report = sample_check_added};
    GError *error = NULL;
    size_t failed;
    ck_assert_msg(tifa_corpus_add(sample->corpus, paths, &options, &failed, &error), "%s",
                  error ? error->message : "");
}

/* A corpus of documents of one file each, `texts` ended by NULL. */
static inline Sample sample_make(const char *const *texts)
{
    Sample sample = {.folder = g_dir_make_tmp("tifa-XXXXXX", NULL)};
    sample.path = g_build_filename(sample.folder, "corpus.tifa", NULL);
    GError *error = NULL;
    sample.corpus = tifa_corpus_open(sample.path, TIFA_CORPUS_CREATE, &error);
    ck_assert_msg(sample.corpus != NULL, "%s", error ? error->message : "");
    for (int i = 0; texts[i]; i++) {
        g_autofree char *name = g_strdup_printf("%03d.txt", i);
        g_autofree char *file = g_build_filename(sample.folder, name, NULL);
        ck_assert(g_file_set_contents(file, texts[i], -1, NULL));
    }
    if (texts[0])
        sample_add(&sample, sample.folder);
    return sample;
}

static inline void sample_remove_folder(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
    }
    g_rmdir(folder);
}

static inline void sample_clear(Sample *sample)
{
    tifa_corpus_close(sample->corpus);
    sample_remove_folder(sample->folder);
    g_free(sample->folder);
    g_free(sample->path);
}
