#include "sample.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

static void remove_folder(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_remove(path);
    }
    g_rmdir(folder);
}

Sample sample_make(const char *const *texts)
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

void sample_clear(Sample *sample)
{
    tifa_corpus_close(sample->corpus);
    remove_folder(sample->folder);
    g_free(sample->folder);
    g_free(sample->path);
}

static void check_added(const TifaAdding *adding, void *data)
{
    (void)data;
    ck_assert_msg(adding->outcome != TIFA_OUTCOME_FAILED, "%s", adding->message);
}

void sample_add(Sample *sample, const char *path)
{
    const char *paths[] = {path, NULL};
    TifaAddOptions options = {.report = check_added};
    GError *error = NULL;
    size_t failed;
    ck_assert_msg(tifa_corpus_add(sample->corpus, paths, &options, &failed, &error), "%s",
                  error ? error->message : "");
}

uint64_t sample_count(Sample *sample, const char *question)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(question, &error);
    ck_assert_msg(query != NULL, "%s: %s", question, error ? error->message : "");
    g_autoptr(TifaCounts) counts = tifa_corpus_count(sample->corpus, query, TIFA_BY_NOTHING, &error);
    ck_assert_msg(counts != NULL, "%s: %s", question, error ? error->message : "");
    return tifa_counts_total(counts);
}
