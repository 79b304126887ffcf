/* What came of one file. */
#include "base/error.h"
#include "tifa.h"

enum { NAMES_SHOWN = 3 };

void tifa_reading_free(TifaReading *reading)
{
    if (!reading)
        return;
    g_free(reading->path);
    g_free(reading->digest);
    g_clear_pointer(&reading->documents, g_ptr_array_unref);
    g_clear_pointer(&reading->failures, g_ptr_array_unref);
    g_clear_error(&reading->error);
    g_free(reading);
}

/* "a.md, b.html, c.pdf ...": what the documents are called. Free with g_free(). */
static char *names_of(const GPtrArray *documents)
{
    static const TifaField fields[] = {TIFA_FIELD_MEMBER, TIFA_FIELD_URL, TIFA_FIELD_TITLE};
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < MIN(documents->len, NAMES_SHOWN); i++) {
        const char *name = NULL;
        for (size_t field = 0; field < G_N_ELEMENTS(fields) && !name; field++)
            name = tifa_document_field(documents->pdata[i], fields[field]);
        g_string_append_printf(names, "%s%s", i ? ", " : "", name ? name : "one without a name");
    }
    g_string_append(names, documents->len > NAMES_SHOWN ? " ..." : "");
    return g_string_free(names, FALSE);
}

TifaDocument *tifa_reading_take_only(TifaReading *reading, GError **error)
{
    if (reading->error) {
        g_propagate_error(error, g_steal_pointer(&reading->error));
        return NULL;
    }
    if (reading->documents->len == 1)
        return g_ptr_array_steal_index(reading->documents, 0);
    g_autofree char *path = g_filename_display_name(reading->path);
    g_autofree char *names = names_of(reading->documents);
    fail(error, TIFA_ERROR_INPUT, "%s: holds %u documents (%s); unpack it and name the one you mean", path,
         reading->documents->len, names);
    return NULL;
}
