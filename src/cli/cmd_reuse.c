#include "cli/cli.h"

#include <string.h>

/* The texts searched, as long as they are needed. */
typedef struct {
    GPtrArray *documents; /* of TifaDocument, beside the sources */
    GPtrArray *names;     /* of char * */
    TifaReuseSource *sources;
    size_t count;
} Sources;

static void sources_clear(Sources *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        g_free(sources->sources[i].passages.items);
    g_free(sources->sources);
    g_ptr_array_unref(sources->documents);
    g_ptr_array_unref(sources->names);
}

/* Keeps a document, which it takes, if passages of the target come from it. The target itself is no source.
 */
static void search_source(Sources *sources, TifaDocument *document, const char *name,
                          const TifaDocument *target)
{
    TifaPassages passages = {0};
    if (strcmp(tifa_document_text(document, NULL), tifa_document_text(target, NULL)) != 0)
        tifa_find_reuse(document, target, &passages);
    if (passages.length == 0) {
        tifa_document_free(document);
        return;
    }
    g_ptr_array_add(sources->documents, document);
    g_ptr_array_add(sources->names, g_strdup(name));
    sources->sources = g_renew(TifaReuseSource, sources->sources, sources->count + 1);
    sources->sources[sources->count] =
        (TifaReuseSource){document, g_ptr_array_index(sources->names, sources->count), passages};
    sources->count++;
}

static bool search_named(Sources *sources, const Options *options, char *const *names,
                         const TifaDocument *target)
{
    for (; *names; names++) {
        TifaDocument *document = open_document(options, *names);
        if (!document)
            return false;
        search_source(sources, document, *names, target);
    }
    return true;
}

static bool search_corpus(Sources *sources, const Options *options, const TifaDocument *target)
{
    GError *error = NULL;
    g_autoptr(TifaCorpus) corpus = open_corpus(options, TIFA_CORPUS_READ, 0);
    if (!corpus)
        return false;
    g_autoptr(TifaEntries) entries = tifa_corpus_list(corpus, &error);
    size_t count = entries ? tifa_entries_count(entries) : 0;
    for (size_t i = 0; i < count && !error; i++) {
        TifaEntry entry = tifa_entries_get(entries, i);
        TifaDocument *document = tifa_corpus_get(corpus, entry.id, &error);
        progress_show(i, count, "documents");
        if (document)
            search_source(sources, document, entry.path, target);
    }
    progress_clear();
    if (error)
        report_error(error);
    return entries && !error;
}

static int print_found(const Options *options, const TifaDocument *target, const Sources *sources)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_reuse(&printer, target, sources->sources, sources->count, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return sources->count ? EXIT_FOUND : EXIT_NOTHING;
}

int cmd_reuse(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 1, -1))
        return EXIT_TROUBLE;
    g_autoptr(TifaDocument) target = open_document(&options, argv[1]);
    if (!target)
        return EXIT_TROUBLE;
    Sources sources = {.documents = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_document_free),
                       .names = g_ptr_array_new_with_free_func(g_free)};
    g_autofree char **names = g_new0(char *, (size_t)argc);
    memcpy(names, argv + 2, ((size_t)argc - 2) * sizeof *names);
    bool is_searched = argc > 2 ? search_named(&sources, &options, names, target)
                                : search_corpus(&sources, &options, target);
    int status = is_searched ? print_found(&options, target, &sources) : EXIT_TROUBLE;
    sources_clear(&sources);
    return status;
}
