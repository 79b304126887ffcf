#include "cli/cli.h"

/* What the command was asked for. */
typedef struct {
    char *date, **own;
    gboolean is_why;
} Wish;

static void wish_clear(Wish *wish)
{
    g_free(wish->date);
    g_strfreev(wish->own);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Wish, wish_clear)

/* What the texts are tagged with. */
typedef struct {
    const Options *options;
    const Wish *wish;
    TifaConcepts *concepts;
    TifaSegmenter *segmenter;
} Work;

static int print_tagged(const Work *work, const TifaTagged *texts, size_t count)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(work->options, true);
    bool is_printed = tifa_print_tags(&printer, work->concepts, texts, count, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    for (size_t i = 0; i < count; i++)
        if (texts[i].tags.length)
            return EXIT_FOUND;
    return EXIT_NOTHING;
}

/* What a document of several is called. */
static const char *name_of(const TifaDocument *document)
{
    static const TifaField fields[] = {TIFA_FIELD_MEMBER, TIFA_FIELD_URL, TIFA_FIELD_TITLE};
    const char *name = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(fields) && !name; i++)
        name = tifa_document_field(document, fields[i]);
    return name ? name : "";
}

/* Tags all documents of a file. */
static int tag_documents(const Work *work, const GPtrArray *documents)
{
    TifaTagged *texts = g_new0(TifaTagged, documents->len);
    for (guint i = 0; i < documents->len; i++) {
        const TifaDocument *document = documents->pdata[i];
        const char *date =
            work->wish->date ? work->wish->date : tifa_document_field(document, TIFA_FIELD_DATE);
        size_t length;
        texts[i].text = tifa_document_text(document, &length);
        texts[i].name = documents->len > 1 ? name_of(document) : NULL;
        tifa_tag(work->concepts, work->segmenter, texts[i].text, length, date, &texts[i].tags);
    }
    int status = print_tagged(work, texts, documents->len);
    for (guint i = 0; i < documents->len; i++)
        g_free(texts[i].tags.items);
    g_free(texts);
    return status;
}

static int tag_file(const Work *work, const char *path)
{
    GError *error = NULL;
    TifaReaderOptions options = {.jobs = 1};
    g_autoptr(TifaReader) reader = tifa_reader_new(&options, &error);
    if (!reader)
        return report_error(error);
    tifa_reader_submit(reader, path);
    g_autoptr(TifaReading) reading = tifa_reader_next(reader);
    if (reading->error)
        return report_error(g_steal_pointer(&reading->error));
    int status = tag_documents(work, reading->documents);
    for (guint i = 0; i < reading->failures->len; i++)
        report_note("%s: %s", reading->path, (const char *)reading->failures->pdata[i]);
    return reading->failures->len ? EXIT_TROUBLE : status;
}

/* Standard input is taken as it is, so that places are offsets in it. */
static int tag_input(const Work *work)
{
    g_auto(Input) input = {0};
    if (!input_read(&input, "-"))
        return EXIT_TROUBLE;
    TifaTagged text = {.text = input.text};
    tifa_tag(work->concepts, work->segmenter, input.text, input.length, work->wish->date, &text.tags);
    int status = print_tagged(work, &text, 1);
    g_free(text.tags.items);
    return status;
}

static int explain(const Work *work, const char *path)
{
    g_auto(Input) input = {0};
    if (!input_read(&input, path))
        return EXIT_TROUBLE;
    TifaVerdicts verdicts = {0};
    const char *date = work->wish->date ? work->wish->date : input.date;
    tifa_why(work->concepts, work->segmenter, input.text, input.length, date, &verdicts);
    int status = print_verdicts(work->options, work->concepts, &input, &verdicts);
    g_free(verdicts.items);
    return status;
}

static int tag(const Options *options, const Wish *wish, const char *path)
{
    GError *error = NULL;
    g_autoptr(TifaConcepts) concepts = open_concepts(wish->own);
    if (!concepts)
        return EXIT_TROUBLE;
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(&error);
    if (!segmenter)
        return report_error(error);
    Work work = {options, wish, concepts, segmenter};
    if (wish->is_why)
        return explain(&work, path);
    return g_str_equal(path, "-") ? tag_input(&work) : tag_file(&work, path);
}

int cmd_tag(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(Wish) wish = {0};
    const GOptionEntry entries[] = {
        {"date", 0, 0, G_OPTION_ARG_STRING, &wish.date,
         "the text's date, for labels valid in some years (default: as read)", "ISO"},
        {"why", 0, 0, G_OPTION_ARG_NONE, &wish.is_why,
         "every label that stands in it, and why it was tagged or not", NULL},
        DICTIONARY_OPTION(&wish.own),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) || !is_date("--date", wish.date))
        return EXIT_TROUBLE;
    return tag(&options, &wish, argv[1]);
}
