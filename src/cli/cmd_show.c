#include "cli/cli.h"

/* What is wanted of a document. */
typedef struct {
    char *hits, *article;
    TifaView view;
    TifaHits *found; /* of the question whose places are marked */
    TifaSpan *marks;
} Showing;

static void showing_clear(Showing *showing)
{
    g_free(showing->hits);
    g_free(showing->article);
    g_free(showing->marks);
    tifa_hits_free(showing->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Showing, showing_clear)

/* "12" or "120-1". */
static bool parse_article(Showing *showing)
{
    char *end;
    if (!showing->article)
        return true;
    guint64 article = g_ascii_strtoull(showing->article, &end, 10), insert = 0;
    if (*end == '-')
        insert = g_ascii_strtoull(end + 1, &end, 10);
    showing->view.article = (uint16_t)article;
    showing->view.insert = (uint16_t)insert;
    bool is_article = *end == '\0' && article > 0 && article <= UINT16_MAX && insert <= UINT16_MAX;
    if (!is_article)
        report_note("--article %s: write 12, or 120-1 for 第一百二十条之一", showing->article);
    return is_article;
}

/* Marks the places of the question in the document. */
static bool mark_hits(Showing *showing, TifaCorpus *corpus, const TifaQuery *query, int64_t document,
                      GError **error)
{
    TifaFindOptions find = {.document = document, .context = {.count = 1}};
    showing->found = tifa_corpus_find(corpus, query, &find, error);
    if (!showing->found)
        return false;
    size_t count = tifa_hits_count(showing->found);
    showing->marks = g_new(TifaSpan, count + 1);
    for (size_t i = 0; i < count; i++)
        showing->marks[i] = tifa_hits_get(showing->found, i)->span;
    showing->view.marks = showing->marks;
    showing->view.mark_count = count;
    return true;
}

/* A document without that article is trouble: somebody looked for it. */
static bool has_article(const TifaDocument *document, const Showing *showing)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    for (size_t i = 0; i < blocks->length; i++)
        if (blocks->items[i].article == showing->view.article &&
            blocks->items[i].insert == showing->view.insert)
            return true;
    report_note("--article %s: the document has no such article", showing->article);
    return false;
}

static int show(const Options *options, Showing *showing, TifaCorpus *corpus, const TifaQuery *query,
                const char *address)
{
    GError *error = NULL;
    bool has_place;
    TifaSpan place;
    int64_t id = tifa_corpus_locate(corpus, address, &has_place, &place, &error);
    g_autoptr(TifaDocument) document = id ? tifa_corpus_get(corpus, id, &error) : NULL;
    if (!document || (query && !mark_hits(showing, corpus, query, id, &error)))
        return report_error(error);
    if (showing->article && !has_article(document, showing))
        return EXIT_TROUBLE;
    showing->view.with_fields = !showing->article;
    if (has_place) {
        showing->view.from = place.start;
        showing->view.marks = query ? showing->view.marks : &place;
        showing->view.mark_count = query ? showing->view.mark_count : place.end > place.start;
    }
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_view(&printer, document, &showing->view, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return query && !showing->view.mark_count ? EXIT_NOTHING : EXIT_FOUND;
}

int cmd_show(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(Showing) showing = {0};
    const GOptionEntry entries[] = {
        {"hits", 0, 0, G_OPTION_ARG_STRING, &showing.hits, "mark the places of this question", "QUERY"},
        {"article", 0, 0, G_OPTION_ARG_STRING, &showing.article, "this article alone", "N"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) || !parse_article(&showing))
        return EXIT_TROUBLE;
    g_autoptr(TifaQuery) query = NULL;
    g_autoptr(TifaCorpus) corpus = showing.hits ? open_for_question(&options, showing.hits, &query)
                                                : open_corpus(&options, TIFA_CORPUS_READ, 0);
    return corpus ? show(&options, &showing, corpus, query, argv[1]) : EXIT_TROUBLE;
}
