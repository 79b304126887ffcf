#include "tag/sources.h"

#include "base/error.h"
#include "base/place.h"
#include "tag/snapshot.h"
#include <string.h>

void sources_clear(Sources *sources)
{
    for (size_t i = 0; i < sources->files.length; i++) {
        g_free(sources->files.items[i].name);
        g_free(sources->files.items[i].text);
    }
    array_clear(&sources->files);
    g_clear_pointer(&sources->stamp, g_free);
    g_clear_pointer(&sources->snapshot, g_free);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The *.tsv files of a folder, or the file itself; NULL on error. */
static GPtrArray *list_files(const char *path, GError **error)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
        g_ptr_array_add(files, g_strdup(path));
        return files;
    }
    g_autoptr(GError) cause = NULL;
    g_autoptr(GDir) folder = g_dir_open(path, 0, &cause);
    for (const char *name; folder && (name = g_dir_read_name(folder));)
        if (g_str_has_suffix(name, ".tsv") && name[0] != '.')
            g_ptr_array_add(files, g_build_filename(path, name, NULL));
    g_ptr_array_sort(files, by_name);
    if (files->len > 0)
        return files;
    g_ptr_array_unref(files);
    fail(error, TIFA_ERROR_INPUT, "%s: %s", path, cause ? cause->message : "holds no dictionary (*.tsv)");
    return NULL;
}

static bool read_file(Sources *sources, const char *path, uint16_t rank, GError **error)
{
    g_autoptr(GError) cause = NULL;
    Source source = {.rank = rank};
    if (!g_file_get_contents(path, &source.text, &source.length, &cause))
        return fail(error, TIFA_ERROR_INPUT, "%s: %s", path, cause->message);
    source.name = g_path_get_basename(path);
    array_push(&sources->files, source);
    return true;
}

static bool read_path(Sources *sources, const char *path, uint16_t rank, GError **error)
{
    g_autofree char *real = *path ? g_strdup(path) : place_of("share/tifa/concepts");
    g_autoptr(GPtrArray) files = list_files(real, error);
    for (unsigned i = 0; files && i < files->len; i++)
        if (!read_file(sources, files->pdata[i], rank, error))
            return false;
    g_free(sources->snapshot);
    sources->snapshot = g_build_filename(real, SNAPSHOT_FILE, NULL);
    return files != NULL;
}

static char *stamp_of(const Sources *sources)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; i < sources->files.length; i++)
        g_checksum_update(checksum, (const guchar *)sources->files.items[i].text,
                          (gssize)sources->files.items[i].length);
    return g_strdup_printf("%.16s/%d", g_checksum_get_string(checksum), SOURCES_MATCHER_VERSION);
}

bool sources_read(Sources *sources, const char *const *paths, const TifaConceptSource *texts,
                  size_t text_count, GError **error)
{
    uint16_t rank = 0;
    for (; paths && *paths; paths++)
        if (!read_path(sources, *paths, rank++, error))
            return false;
    for (size_t i = 0; i < text_count; i++) {
        char *text = g_malloc(texts[i].length + 1);
        memcpy(text, texts[i].text, texts[i].length);
        array_push(&sources->files, ((Source){g_strdup(texts[i].name), text, texts[i].length, rank++}));
    }
    if (rank > 1)
        g_clear_pointer(&sources->snapshot, g_free);
    sources->stamp = stamp_of(sources);
    return true;
}
