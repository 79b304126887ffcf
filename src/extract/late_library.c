#include "extract/late_library.h"

#include <dlfcn.h>
#include <string.h>

void *late_library_load(const char *name, const LateFunction *list, size_t count, void *functions)
{
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; library && i < count; i++) {
        void *function = dlsym(library, list[i].symbol);
        memcpy((char *)functions + list[i].place, &function, sizeof function);
        if (function)
            continue;
        dlclose(library);
        library = NULL;
    }
    return library;
}
