#include "extract/bundle.h"

#include "base/error.h"
#include "extract/package.h"

#include <string.h>

/* What systems leave in archives without being asked, and what browsers save beside a page. */
static bool is_litter(const char *name)
{
    static const char *const endings[] = {".css",  ".js",    ".json", ".ico", ".svg",
                                          ".woff", ".woff2", ".ttf",  ".map"};
    const char *base = strrchr(name, '/') ? strrchr(name, '/') + 1 : name;
    const char *dot = strrchr(base, '.');
    for (size_t i = 0; dot && i < G_N_ELEMENTS(endings); i++)
        if (g_ascii_strcasecmp(dot, endings[i]) == 0)
            return true;
    return g_str_has_prefix(name, "__MACOSX/") || *base == '.' ||
           g_ascii_strcasecmp(base, "thumbs.db") == 0 || g_ascii_strcasecmp(base, "desktop.ini") == 0;
}

static bool is_warc(const char *name)
{
    return g_str_has_suffix(name, ".warc") || g_str_has_suffix(name, ".warc.gz");
}

/* Whether the archive is a WACZ, in which all but the web archives is about them. */
static bool is_wacz(const ExtractInput *input)
{
    return memmem(input->bytes, input->length, "datapackage.json", 16) &&
           memmem(input->bytes, input->length, ".warc", 5);
}

/* The name of a file inside; one that is only compressed has none, and is called as the file itself. */
static char *name_of(const ExtractInput *input, const char *name)
{
    const char *ending = strrchr(input->name, '.');
    if (strcmp(name, "data") != 0 || !ending)
        return g_strdup(name);
    return g_str_has_suffix(input->name, ".tgz") ? g_strdup("archive.tar")
                                                 : g_strndup(input->name, (size_t)(ending - input->name));
}

/* Unpacks the present member and visits it. */
static bool visit_member(Package *package, const char *name, const Bundle *bundle)
{
    g_autoptr(GError) trouble = NULL;
    g_autoptr(GBytes) bytes = package_read(package, *bundle->left, &trouble);
    if (!bytes) {
        bundle->fail(name, trouble->message, bundle->data);
        return true;
    }
    ExtractInput member = {.name = name};
    member.bytes = g_bytes_get_data(bytes, &member.length);
    *bundle->left -= member.length;
    if (member.length > 0)
        return bundle->visit(&member, bundle->data);
    bundle->fail(name, "is empty; fetch it again", bundle->data);
    return true;
}

bool bundle_walk_archive(const ExtractInput *input, const Bundle *bundle, GError **error)
{
    g_autoptr(Package) package = package_open(input->bytes, input->length, error);
    if (!package)
        return false;
    bool holds_warc = is_wacz(input);
    const char *name;
    PackageStep step;
    while ((step = package_next(package, &name, error)) == PACKAGE_MEMBER) {
        g_autofree char *called = name_of(input, name);
        if (is_litter(called) || (holds_warc && !is_warc(called)))
            continue;
        if (!visit_member(package, called, bundle))
            return true;
    }
    return step == PACKAGE_END;
}
