#include "sample.h"

#include "text/document.h"
#include "text/structure.h"

#include <stdio.h>
#include <string.h>

static void add_line(TifaDocument *document, const char *line)
{
    TifaBlock block = {0};
    size_t level = strspn(line, "#");
    if (level > 0 && level < 7 && line[level] == ' ') {
        block.kind = TIFA_BLOCK_HEADING;
        block.level = (uint16_t)level;
        line += level + 1;
    }
    if (!g_str_has_prefix(line, "<!--"))
        g_assert(document_add_block(document, &block, line, strlen(line), NULL));
}

TifaDocument *sample_of_lines(const char *const *lines)
{
    TifaDocument *document = document_new();
    for (; *lines; lines++)
        add_line(document, *lines);
    structure_mark(document);
    return document;
}

TifaDocument *sample_of_markdown(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    size_t first = 0;
    if (lines[0] && strcmp(lines[0], "---") == 0)
        for (first = 1; lines[first] && !g_str_has_prefix(lines[first], "---"); first++)
            ;
    return sample_of_lines((const char *const *)lines + first);
}

TifaDocument *sample_of_file(const char *path)
{
    g_autofree char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) ? sample_of_markdown(text) : NULL;
}

char *sample_shared(const char *relative)
{
    const char *source = g_getenv("TIFA_SOURCE");
    char *path = g_build_filename(source ? source : ".", "..", "shared", relative, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return path;
    fprintf(stderr, "SKIPPED: %s is missing\n", path);
    g_free(path);
    return NULL;
}
