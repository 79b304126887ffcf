#include "cli/cli.h"

/* What goes from document to document. */
typedef struct {
    TifaCorpus *corpus;
    const TifaEntries *entries;
    const TifaConcepts *concepts; /* NULL for a bibliography */
    TifaPrinter printer;
} Export;

static bool export_words(const Export *export, const TifaEntry *entry, const TifaDocument *document,
                         GError **error)
{
    g_auto(TifaAnnotation) annotation = {0};
    return tifa_corpus_annotate(export->corpus, document, &annotation, error) &&
           tifa_print_annotation(&export->printer, entry, document, &annotation, export->concepts, error);
}

static bool export_document(const Export *export, size_t index, GError **error)
{
    TifaEntry entry = tifa_entries_get(export->entries, index);
    g_autoptr(TifaDocument) document = tifa_corpus_get(export->corpus, entry.id, error);
    if (!document)
        return false;
    if (export->concepts)
        return export_words(export, &entry, document, error);
    return tifa_print_reference(&export->printer, &entry, document, index,
                                tifa_entries_count(export->entries), error);
}

static bool is_vertical(TifaFormat format)
{
    return format == TIFA_FORMAT_VRT || format == TIFA_FORMAT_CONLLU;
}

int cmd_export(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    if (!options_parse(&options, command, NULL, &argc, &argv, 0, 1))
        return EXIT_TROUBLE;
    if (!options.format && options.parsed_format == TIFA_FORMAT_TEXT) {
        report_note("export: --format vrt, conllu, bibtex, ris or csl says what for");
        return EXIT_TROUBLE;
    }
    GError *error = NULL;
    g_autoptr(TifaEntries) entries = NULL;
    g_autoptr(TifaCorpus) corpus = open_for_documents(&options, argv[1], &entries);
    if (!corpus)
        return EXIT_TROUBLE;
    Export export = {corpus, entries, NULL, output_open(&options, false)};
    if (is_vertical(options.parsed_format) && !(export.concepts = tifa_corpus_concepts(corpus, &error)))
        return report_error(error);
    size_t count = tifa_entries_count(entries);
    for (size_t i = 0; i < count; i++) {
        progress_show(i, count, "documents");
        if (!export_document(&export, i, &error))
            return report_error(error);
    }
    progress_clear();
    output_close(&export.printer);
    return count ? EXIT_FOUND : EXIT_NOTHING;
}
