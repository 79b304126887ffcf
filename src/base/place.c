#include "base/place.h"

#include <unistd.h>

/* The folder above the running program's bin/, or NULL if it cannot be told. */
static char *running_prefix(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = program ? g_path_get_dirname(program) : NULL;
    return folder ? g_path_get_dirname(folder) : NULL;
}

char *place_of(const char *relative)
{
    const char *named = g_getenv("TIFA_PREFIX");
    if (named && *named)
        return g_build_filename(named, relative, NULL);
    g_autofree char *prefix = running_prefix();
    g_autofree char *beside = prefix ? g_build_filename(prefix, relative, NULL) : NULL;
    if (beside && access(beside, F_OK) == 0)
        return g_steal_pointer(&beside);
    return g_build_filename(TIFA_PREFIX, relative, NULL);
}
