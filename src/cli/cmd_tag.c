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

static int print_tagged(const Options *options, const TifaConcepts *concepts, const Input *input,
                        const TifaTags *tags)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_tags(&printer, concepts, input->text, tags, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return tags->length ? EXIT_FOUND : EXIT_NOTHING;
}

static int tag(const Options *options, const Wish *wish, const Input *input)
{
    GError *error = NULL;
    g_autoptr(TifaConcepts) concepts = open_concepts(wish->own);
    if (!concepts)
        return EXIT_TROUBLE;
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(&error);
    if (!segmenter)
        return report_error(error);
    const char *date = wish->date ? wish->date : input->date;
    TifaTags tags = {0};
    TifaVerdicts verdicts = {0};
    int status;
    if (wish->is_why) {
        tifa_why(concepts, segmenter, input->text, input->length, date, &verdicts);
        status = print_verdicts(options, concepts, input, &verdicts);
    } else {
        tifa_tag(concepts, segmenter, input->text, input->length, date, &tags);
        status = print_tagged(options, concepts, input, &tags);
    }
    g_free(tags.items);
    g_free(verdicts.items);
    return status;
}

int cmd_tag(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(Wish) wish = {0};
    g_auto(Input) input = {0};
    const GOptionEntry entries[] = {
        {"date", 0, 0, G_OPTION_ARG_STRING, &wish.date,
         "the text's date, for labels valid in some years (default: as read)", "ISO"},
        {"why", 0, 0, G_OPTION_ARG_NONE, &wish.is_why,
         "every label that stands in it, and why it was tagged or not", NULL},
        DICTIONARY_OPTION(&wish.own),
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) || !is_date("--date", wish.date) ||
        !input_read(&input, argv[1]))
        return EXIT_TROUBLE;
    return tag(&options, &wish, &input);
}
