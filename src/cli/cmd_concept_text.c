#include "cli/cli.h"

#include <string.h>

/* ---- why ------------------------------------------------------------------------------------- */

typedef struct {
    char *date, **own;
    gboolean only_refused;
} WhyWish;

static void why_wish_clear(WhyWish *wish)
{
    g_free(wish->date);
    g_strfreev(wish->own);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(WhyWish, why_wish_clear)

/* A file, standard input, or what is no file, as the text itself. */
static bool read_text(Input *input, const char *argument)
{
    if (strcmp(argument, "-") == 0 || g_file_test(argument, G_FILE_TEST_EXISTS))
        return input_read(input, argument);
    input->text = argument;
    input->length = strlen(argument);
    if (g_utf8_validate(argument, -1, NULL))
        return true;
    report_note("%s: no such file, and as a text not UTF-8", argument);
    return false;
}

/* The concepts that the names mean, empty if there is no name. NULL after printing why not. */
static GHashTable *read_names(const TifaConcepts *concepts, char *const *names)
{
    g_autoptr(GHashTable) wanted = g_hash_table_new(NULL, NULL);
    for (; *names; names++) {
        GError *error = NULL;
        int64_t concept = tifa_concepts_resolve(concepts, *names, &error);
        if (concept < 0) {
            report_error(error);
            return NULL;
        }
        g_hash_table_add(wanted, GSIZE_TO_POINTER((size_t) concept));
    }
    return g_steal_pointer(&wanted);
}

/* Whether a rule keeps the label's concept from being tagged at that place. */
static bool is_refused(const TifaVerdict *verdict)
{
    return verdict->why != TIFA_WHY_TAGGED && verdict->why != TIFA_WHY_INSIDE;
}

/* Drops the verdicts that were not asked for. */
static void keep_wanted(TifaVerdicts *verdicts, GHashTable *wanted, bool only_refused)
{
    size_t kept = 0;
    for (size_t i = 0; i < verdicts->length; i++) {
        TifaVerdict verdict = verdicts->items[i];
        bool is_wanted = g_hash_table_size(wanted) == 0 ||
                         g_hash_table_contains(wanted, GSIZE_TO_POINTER((size_t)verdict.concept));
        if (is_wanted && (!only_refused || is_refused(&verdict)))
            verdicts->items[kept++] = verdict;
    }
    verdicts->length = kept;
}

int print_verdicts(const Options *options, const TifaConcepts *concepts, const Input *input,
                   const TifaVerdicts *verdicts)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_verdicts(&printer, concepts, input->text, verdicts, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return verdicts->length ? EXIT_FOUND : EXIT_NOTHING;
}

static int explain(const Options *options, const WhyWish *wish, const Input *input, char *const *names)
{
    g_autoptr(TifaConcepts) concepts = open_concepts(wish->own);
    if (!concepts)
        return EXIT_TROUBLE;
    g_autoptr(GHashTable) wanted = read_names(concepts, names);
    if (!wanted)
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(&error);
    if (!segmenter)
        return report_error(error);
    TifaVerdicts verdicts = {0};
    tifa_why(concepts, segmenter, input->text, input->length, wish->date ? wish->date : input->date,
             &verdicts);
    keep_wanted(&verdicts, wanted, wish->only_refused);
    int status = print_verdicts(options, concepts, input, &verdicts);
    g_free(verdicts.items);
    return status;
}

int concept_why(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(WhyWish) wish = {0};
    g_auto(Input) input = {0};
    const GOptionEntry entries[] = {
        {"refused", 0, 0, G_OPTION_ARG_NONE, &wish.only_refused,
         "only labels that were refused, not those inside a longer one", NULL},
        {"date", 0, 0, G_OPTION_ARG_STRING, &wish.date,
         "the text's date, for labels valid in some years (default: as read)", "ISO"},
        DICTIONARY_OPTION(&wish.own),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, -1) || !is_date("--date", wish.date) ||
        !read_text(&input, argv[1]))
        return EXIT_TROUBLE;
    int status = explain(&options, &wish, &input, argv + 2);
    if (status == EXIT_NOTHING && input.text == argv[1])
        report_note("%s: taken as a text, for there is no file of that name; no label%s stands in it",
                    argv[1], argc > 2 || wish.only_refused ? " that was asked for" : "");
    return status;
}

/* ---- discover -------------------------------------------------------------------------------- */

static int print_discovered(const Options *options, const TifaConcepts *known,
                            const TifaDiscoveryOptions *discovery)
{
    GError *error = NULL;
    TifaCandidates candidates = {0};
    g_autoptr(TifaCorpus) corpus = open_corpus(options, TIFA_CORPUS_READ, 0);
    if (!corpus)
        return EXIT_TROUBLE;
    g_autoptr(TifaHits) examples = tifa_corpus_discover(corpus, known, discovery, &candidates, &error);
    if (!examples)
        return report_error(error);
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_candidates(&printer, &candidates, examples, &error);
    output_close(&printer);
    size_t count = candidates.length;
    tifa_candidates_clear(&candidates);
    if (!is_printed)
        return report_error(error);
    return count ? EXIT_FOUND : EXIT_NOTHING;
}

int concept_discover(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(GStrv) own = NULL;
    int times = 0, texts = 0, shortest = 0, limit = 0;
    const GOptionEntry entries[] = {
        {"times", 0, 0, G_OPTION_ARG_INT, &times, "phrases that stand at least so often (default 5)", "N"},
        {"texts", 0, 0, G_OPTION_ARG_INT, &texts, "... in at least so many documents (default 2)", "N"},
        {"shortest", 0, 0, G_OPTION_ARG_INT, &shortest, "characters of the shortest phrase (default 4)", "N"},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &limit, "at most so many phrases (default 500)", "N"},
        DICTIONARY_OPTION(&own),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 0, 0) ||
        !is_not_negative("--times", times) || !is_not_negative("--texts", texts) ||
        !is_not_negative("--shortest", shortest) || !is_not_negative("--limit", limit))
        return EXIT_TROUBLE;
    g_autoptr(TifaConcepts) known = open_concepts(own);
    if (!known)
        return EXIT_TROUBLE;
    TifaDiscoveryOptions discovery = {.least_count = (size_t)times,
                                      .least_documents = (size_t)texts,
                                      .shortest = (size_t)shortest,
                                      .at_most = (size_t)limit};
    return print_discovered(&options, known, &discovery);
}
