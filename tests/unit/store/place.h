/* place.h - a place for a corpus file of a test, in a folder that goes with it. */
#pragma once

#include <glib/gstdio.h>

static char *folder, *path;

static inline void set_up(void)
{
    folder = g_dir_make_tmp("tifa-XXXXXX", NULL);
    path = g_build_filename(folder, "corpus.tifa", NULL);
}

static inline void tear_down(void)
{
    const char *endings[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *file = g_strconcat(path, endings[i], NULL);
        g_remove(file);
    }
    g_rmdir(folder);
    g_free(path);
    g_free(folder);
}
