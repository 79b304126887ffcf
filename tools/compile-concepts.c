/* compile-concepts - makes the snapshot of a dictionary: compile-concepts FOLDER writes FOLDER/compiled. Run
 * when tifa is built.
 */
#include "tag/snapshot.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc != 2) {
        fprintf(stderr, "usage: compile-concepts FOLDER\n");
        return 2;
    }
    g_autofree char *path = g_build_filename(argv[1], SNAPSHOT_FILE, NULL);
    remove(path);
    g_autoptr(TifaConcepts) concepts = tifa_concepts_load(argv[1], &error);
    if (concepts) {
        g_autoptr(GByteArray) bytes = snapshot_write(concepts);
        if (!g_file_set_contents(path, (const char *)bytes->data, (gssize)bytes->len, &error)) {
            fprintf(stderr, "compile-concepts: %s\n", error->message);
            return 1;
        }
    }
    if (error)
        fprintf(stderr, "compile-concepts: no snapshot: %s\n", error->message);
    return 0;
}
