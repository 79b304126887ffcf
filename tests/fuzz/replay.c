/* replay.c - the main of a fuzz target in builds without libFuzzer: runs it on every file of the folders
 * named. */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t replay_file(const char *path)
{
    char *bytes;
    gsize length;
    if (!g_file_get_contents(path, &bytes, &length, NULL)) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(EXIT_FAILURE);
    }
    LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
    g_free(bytes);
    return 1;
}

static size_t replay_folder(const char *folder)
{
    size_t count = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        count += replay_file(path);
    }
    if (dir)
        g_dir_close(dir);
    return count;
}

int main(int argc, char **argv)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++)
        count += replay_folder(argv[i]);
    printf("%zu saved inputs replayed\n", count);
    return count ? EXIT_SUCCESS : EXIT_FAILURE;
}
