#include "cli/cli.h"

#include <string.h>

/* ---- list, show ------------------------------------------------------------------------------ */

static int list_concepts(const Options *options, const TifaConcepts *concepts, const char *category)
{
    GError *error = NULL;
    TifaConceptList list = {0};
    bool is_good = tifa_concepts_select(concepts, category, &list, &error);
    if (is_good) {
        TifaPrinter printer = output_open(options, true);
        is_good = tifa_print_concepts(&printer, concepts, &list, &error);
        output_close(&printer);
    }
    size_t count = list.length;
    g_free(list.items);
    if (!is_good)
        return report_error(error);
    return count ? EXIT_FOUND : EXIT_NOTHING;
}

static int run_list(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(GStrv) own = NULL;
    const GOptionEntry entries[] = {DICTIONARY_OPTION(&own), {NULL, 0, 0, 0, NULL, NULL, NULL}};
    if (!options_parse(&options, command, entries, &argc, &argv, 0, 1))
        return EXIT_TROUBLE;
    g_autoptr(TifaConcepts) concepts = open_concepts(own);
    return concepts ? list_concepts(&options, concepts, argc > 1 ? argv[1] : NULL) : EXIT_TROUBLE;
}

static int show_concepts(const Options *options, const TifaConcepts *concepts, char *const *names)
{
    int status = EXIT_FOUND;
    TifaPrinter printer = output_open(options, true);
    for (; *names; names++) {
        GError *error = NULL;
        int64_t concept = tifa_concepts_resolve(concepts, *names, &error);
        if (concept < 0 || !tifa_print_concept(&printer, concepts, (uint32_t) concept, &error))
            status = report_error(error);
    }
    output_close(&printer);
    return status;
}

static int run_show(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_auto(GStrv) own = NULL;
    const GOptionEntry entries[] = {DICTIONARY_OPTION(&own), {NULL, 0, 0, 0, NULL, NULL, NULL}};
    if (!options_parse(&options, command, entries, &argc, &argv, 1, -1))
        return EXIT_TROUBLE;
    g_autoptr(TifaConcepts) concepts = open_concepts(own);
    return concepts ? show_concepts(&options, concepts, argv + 1) : EXIT_TROUBLE;
}

/* ---- The commands below tifa concept --------------------------------------------------------- */

static const Command commands[] = {
    {"list", "[CATEGORY]", "the concepts, a line for each", "  tifa concept list agency\n", run_list},
    {"show", "ID|LABEL...", "all about a concept: labels and their rules, relations, dates, source",
     "  tifa concept show mcf\n  tifa concept show 新质生产力\n", run_show},
    {"why", "TEXT|FILE|- [ID|LABEL...]", "which labels stand in a text, and why each was tagged or not",
     "  tifa concept why 各级财政部门应当加强管理\n"
     "  tifa concept why report.pdf most mof     only these concepts\n",
     concept_why},
    {"discover", "", "fixed phrases of the corpus that the dictionary lacks", NULL, concept_discover},
    {"check", "[FILE|FOLDER...]", "what is wrong in a dictionary: file, line, column, reason",
     "  tifa concept check own.tsv          with the installed one, whose concepts it may name\n"
     "  tifa concept check --alone folder   a whole dictionary\n",
     concept_check},
    {"export", "[FILE|FOLDER...]", "a dictionary (the installed one) as TSV, CSV or SKOS",
     "  tifa concept export --to turtle > concepts.ttl\n", concept_export},
    {"adopt", "FILE...", "make a dictionary of your own part of the corpus",
     "  tifa concept adopt own.tsv; tifa rebuild\n", concept_adopt},
    {"drop", "NAME...", "take a dictionary out of the corpus again", NULL, concept_drop},
    {"import", "FILE|-", "a dictionary of another form as TSV",
     "  tifa concept import thesaurus.rdf > own.tsv\n", concept_import},
};

static void print_help(FILE *file)
{
    fputs("Usage: tifa concept COMMAND ...\n\nThe dictionary of concepts that texts are tagged "
          "with.\n\nCommands:\n",
          file);
    commands_print(file, commands, G_N_ELEMENTS(commands));
    fputs("\ntifa concept COMMAND --help tells a command's options. tifa-concepts(5) describes the format.\n",
          file);
}

int cmd_concept(const Command *command, int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return EXIT_TROUBLE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        print_help(stdout);
        return EXIT_FOUND;
    }
    const Command *found = commands_find(commands, G_N_ELEMENTS(commands), argv[1]);
    if (!found) {
        report_note("concept %s: there is no such command; tifa concept --help lists them", argv[1]);
        return EXIT_TROUBLE;
    }
    Command named = *found;
    g_autofree char *name = g_strdup_printf("%s %s", command->name, found->name);
    named.name = name;
    return named.run(&named, argc - 1, argv + 1);
}
