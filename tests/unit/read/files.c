#include "files.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

static char *folder;
static GPtrArray *paths;

void files_set_up(void)
{
    GError *error = NULL;
    folder = g_dir_make_tmp("tifa-read-XXXXXX", &error);
    ck_assert_msg(folder != NULL, "%s", error ? error->message : "");
    paths = g_ptr_array_new_with_free_func(g_free);
}

void files_tear_down(void)
{
    for (guint i = 0; i < paths->len; i++)
        g_remove(paths->pdata[i]);
    g_remove(folder);
    g_ptr_array_unref(paths);
    g_free(folder);
}

const char *files_path(const char *name)
{
    char *path = g_build_filename(folder, name, NULL);
    g_ptr_array_add(paths, path);
    return path;
}

const char *files_write(const char *name, const char *content)
{
    const char *path = files_path(name);
    ck_assert(g_file_set_contents(path, content, -1, NULL));
    return path;
}

static TifaReader *make_reader(const char *prefix, unsigned jobs, unsigned seconds)
{
    GError *error = NULL;
    const char *build = g_getenv("TIFA_BUILD");
    ck_assert_msg(build != NULL, "TIFA_BUILD names the build folder; run the tests with ctest or set it");
    g_autofree char *place = g_build_filename(build, prefix, NULL);
    g_setenv("TIFA_PREFIX", place, TRUE);
    TifaReader *reader = tifa_reader_new(&(TifaReaderOptions){.jobs = jobs, .seconds = seconds}, &error);
    ck_assert_msg(reader != NULL, "%s", error ? error->message : "");
    return reader;
}

TifaReader *files_reader(unsigned jobs, unsigned seconds)
{
    return make_reader(".", jobs, seconds);
}

TifaReader *files_misbehaving_reader(unsigned jobs, unsigned seconds)
{
    return make_reader("tests/misbehaving", jobs, seconds);
}

TifaReading *files_read(TifaReader *reader, const char *path)
{
    tifa_reader_submit(reader, path);
    TifaReading *reading = tifa_reader_next(reader);
    ck_assert(reading != NULL);
    return reading;
}

char *files_complaint(const char *content, unsigned seconds)
{
    g_autoptr(TifaReader) reader = files_misbehaving_reader(1, seconds);
    g_autoptr(TifaReading) reading = files_read(reader, files_write("bad.txt", content));
    return g_strdup(reading->error ? reading->error->message : "");
}

const char *files_text(const TifaReading *reading)
{
    ck_assert_msg(!reading->error, "%s", reading->error ? reading->error->message : "");
    ck_assert_uint_eq(reading->documents->len, 1);
    return tifa_document_text(reading->documents->pdata[0], NULL);
}
