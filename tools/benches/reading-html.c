/* bench-reading-html - reads web pages as tifa does, or with all their text as libxml2 gives it.
 *
 *     bench-reading-html tifa|dump FILE...
 *
 * For every page: its name, title, date and text, each ended by U+001F, and U+001E. The last line has the
 * processor time of the reading alone, in seconds.
 */
#include "extract/extract.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct {
    char *title, *date, *text;
} Reading;

static Reading read_page(const char *bytes, size_t length)
{
    g_autoptr(TifaDocument) document = document_new();
    ExtractInput input = {.name = "page.html", .bytes = (const uint8_t *)bytes, .length = length};
    extract_html(&input, document, NULL);
    return (Reading){g_strdup(tifa_document_field(document, TIFA_FIELD_TITLE)),
                     g_strdup(tifa_document_field(document, TIFA_FIELD_PUBLISHED)),
                     g_strdup(tifa_document_text(document, NULL))};
}

/* Takes scripts and styles out and gives the text of what is left. */
static Reading dump_page(const char *bytes, size_t length)
{
    xmlDoc *page = htmlReadMemory(bytes, (int)length, NULL, "UTF-8",
                                  HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    GString *text = g_string_new(NULL);
    for (xmlNode *node = page ? xmlDocGetRootElement(page) : NULL; node;) {
        bool is_silent = node->name && (strcmp((const char *)node->name, "script") == 0 ||
                                        strcmp((const char *)node->name, "style") == 0);
        if (node->type == XML_TEXT_NODE)
            g_string_append_printf(text, "%s\n", (const char *)node->content);
        xmlNode *next = node->type == XML_ELEMENT_NODE && !is_silent ? node->children : NULL;
        while (!next && node) {
            next = node->next;
            node = next ? node : node->parent;
        }
        node = next;
    }
    xmlFreeDoc(page);
    return (Reading){NULL, NULL, g_string_free(text, FALSE)};
}

static double cpu_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int main(int count, char **arguments)
{
    double seconds = 0;
    bool is_dump = count > 1 && strcmp(arguments[1], "dump") == 0;
    for (int i = 2; i < count; i++) {
        g_autofree char *bytes = NULL;
        size_t length;
        if (!g_file_get_contents(arguments[i], &bytes, &length, NULL))
            continue;
        double start = cpu_seconds();
        Reading reading = is_dump ? dump_page(bytes, length) : read_page(bytes, length);
        seconds += cpu_seconds() - start;
        printf("%s\x1F%s\x1F%s\x1F%s\x1E", arguments[i], reading.title ? reading.title : "",
               reading.date ? reading.date : "", reading.text);
        g_free(reading.title);
        g_free(reading.date);
        g_free(reading.text);
    }
    printf("%f", seconds);
    return 0;
}
