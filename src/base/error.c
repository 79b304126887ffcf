#include "base/error.h"

G_DEFINE_QUARK(tifa - error, tifa_error)

bool fail(GError **error, TifaError code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (error)
        *error = g_error_new_valist(tifa_error_quark(), (int)code, format, arguments);
    va_end(arguments);
    return false;
}

bool fail_in(GError **error, const char *prefix)
{
    g_prefix_error(error, "%s: ", prefix);
    return false;
}
