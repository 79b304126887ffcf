#include "corpus/corpus.h"

#include <string.h>

/* Endings of the kinds of file that are looked at inside folders; a file named by itself is always tried.
 * Kinds that cannot be read are here too where people will ask why: the reader says how to convert them. */
static const char *const endings[] = {
    "pdf", "html", "htm", "shtml", "xhtml", "txt", "text", "md",   "markdown", "docx",
    "odt", "epub", "ofd", "mht",   "mhtml", "zip", "warc", "wacz", "doc",      "wps",
    "caj", "rtf",  "gz",  "tar",   "tgz",   "7z",  "rar",  NULL,
};

static const char *const image_endings[] = {"png", "jpg", "jpeg", "tif", "tiff", NULL};

static bool ends_in_one(const char *name, const char *const *known)
{
    const char *dot = strrchr(name, '.');
    for (; dot && *known; known++)
        if (g_ascii_strcasecmp(dot + 1, *known) == 0)
            return true;
    return false;
}

/* The list that a file of a folder belongs to. */
static GPtrArray *list_for(const FileList *files, const char *name)
{
    if (ends_in_one(name, image_endings))
        return files->images;
    return !strchr(name, '.') || ends_in_one(name, endings) ? files->paths : files->skipped;
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The names in a folder, sorted by bytes: the same order everywhere. NULL if it cannot be opened. */
static GPtrArray *names_in(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    if (!dir)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(dir));)
        if (*name != '.')
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, compare_names);
    return names;
}

static void collect_folder(FileList *files, const char *folder)
{
    g_autoptr(GPtrArray) names = names_in(folder);
    if (!names) { /* the reader will say why it cannot be read */
        g_ptr_array_add(files->paths, g_strdup(folder));
        return;
    }
    for (size_t i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        bool is_folder = g_file_test(path, G_FILE_TEST_IS_DIR);
        /* A link to a folder could lead back here. */
        if (is_folder && g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            g_ptr_array_add(files->skipped, g_steal_pointer(&path));
        else if (is_folder)
            collect_folder(files, path);
        else
            g_ptr_array_add(list_for(files, names->pdata[i]), g_steal_pointer(&path));
    }
}

FileList files_collect(const char *const *paths, bool reads_images)
{
    FileList files = {.paths = g_ptr_array_new_with_free_func(g_free),
                      .skipped = g_ptr_array_new_with_free_func(g_free)};
    files.images = reads_images ? g_ptr_array_ref(files.paths) : g_ptr_array_new_with_free_func(g_free);
    for (; *paths; paths++) {
        if (g_file_test(*paths, G_FILE_TEST_IS_DIR))
            collect_folder(&files, *paths);
        else
            g_ptr_array_add(files.paths, g_strdup(*paths));
    }
    return files;
}

void files_clear(FileList *files)
{
    g_clear_pointer(&files->paths, g_ptr_array_unref);
    g_clear_pointer(&files->skipped, g_ptr_array_unref);
    g_clear_pointer(&files->images, g_ptr_array_unref);
}
