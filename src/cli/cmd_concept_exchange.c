#include "cli/cli.h"

#include <errno.h>
#include <string.h>

/* ---- check ----------------------------------------------------------------------------------- */

int concept_check(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    gboolean is_alone = FALSE;
    const GOptionEntry entries[] = {
        {"alone", 0, 0, G_OPTION_ARG_NONE, &is_alone,
         "check a whole dictionary, not one that stands beside the installed one", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 0, -1))
        return EXIT_TROUBLE;
    GError *error = NULL;
    argv[0] = (char *)""; /* the installed one */
    const char *const *paths = (const char *const *)argv + (is_alone && argc > 1);
    g_autoptr(TifaFaults) faults = tifa_concepts_check(paths, NULL, 0, &error);
    if (!faults)
        return report_error(error);
    TifaPrinter printer = output_open(&options, true);
    bool is_printed = tifa_print_faults(&printer, faults, &error);
    output_close(&printer);
    if (!is_printed)
        return report_error(error);
    return faults->errors ? EXIT_TROUBLE : EXIT_FOUND;
}

/* ---- export, import -------------------------------------------------------------------------- */

static const struct {
    const char *name, *endings; /* endings of files, each between blanks */
} forms[] = {
    [TIFA_EXCHANGE_TSV] = {"tsv", " tsv txt "},
    [TIFA_EXCHANGE_CSV] = {"csv", " csv "},
    [TIFA_EXCHANGE_TURTLE] = {"turtle", " ttl turtle "},
    [TIFA_EXCHANGE_RDFXML] = {"rdfxml", " rdf xml skos owl "},
};

static bool parse_form(const char *option, const char *name, TifaExchange *form)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (strcmp(name, forms[i].name) == 0) {
            *form = (TifaExchange)i;
            return true;
        }
    report_note("%s %s: there is no such form; use tsv, csv, turtle or rdfxml", option, name);
    return false;
}

/* The form that the end of a file's name tells. */
static bool guess_form(const char *path, TifaExchange *form)
{
    const char *dot = strrchr(path, '.');
    g_autofree char *ending = dot ? g_ascii_strdown(dot + 1, -1) : g_strdup("-");
    g_autofree char *between = g_strdup_printf(" %s ", ending);
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (strstr(forms[i].endings, between)) {
            *form = (TifaExchange)i;
            return true;
        }
    report_note("%s: its name does not tell the form; say --from tsv, csv, turtle or rdfxml", path);
    return false;
}

/* Prints on standard output. */
static int print_whole(const char *text, size_t length)
{
    if (fwrite(text, 1, length, stdout) == length && fflush(stdout) == 0)
        return EXIT_FOUND;
    report_note("output: %s", g_strerror(errno));
    return EXIT_TROUBLE;
}

int concept_export(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *to = NULL;
    TifaExchange form = TIFA_EXCHANGE_TSV;
    const GOptionEntry entries[] = {
        {"to", 0, 0, G_OPTION_ARG_STRING, &to, "tsv (default), csv, turtle or rdfxml (both SKOS)", "FORM"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 0, -1) ||
        (to && !parse_form("--to", to, &form)))
        return EXIT_TROUBLE;
    GError *error = NULL;
    g_autoptr(TifaConcepts) concepts =
        argc > 1 ? tifa_concepts_load_all((const char *const *)argv + 1, NULL, 0, &error)
                 : tifa_concepts_load(NULL, &error);
    if (!concepts)
        return report_error(error);
    size_t length;
    g_autofree char *text = tifa_concepts_export(concepts, form, &length);
    return print_whole(text, length);
}

/* Says what must be mended before the dictionary can be used. */
static void note_faults(const char *name, const char *text, size_t length)
{
    TifaConceptSource source = {name, text, length};
    g_autoptr(TifaFaults) faults = tifa_concepts_check(NULL, &source, 1, NULL);
    if (faults && faults->errors)
        report_note(
            "%s: imported, but it cannot be used before its errors are mended (%zu); tifa concept check "
            "names them",
            name, faults->errors);
}

int concept_import(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *from = NULL;
    TifaExchange form;
    const GOptionEntry entries[] = {
        {"from", 0, 0, G_OPTION_ARG_STRING, &from,
         "tsv, csv, turtle or rdfxml (default: as the name of the file ends)", "FORM"},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 1, 1) ||
        !(from ? parse_form("--from", from, &form) : guess_form(argv[1], &form)))
        return EXIT_TROUBLE;
    GError *error = NULL;
    TifaConceptSource source = {.name = strcmp(argv[1], "-") == 0 ? "standard input" : argv[1]};
    g_autofree char *bytes = read_bytes(argv[1], &source.length);
    source.text = bytes;
    if (!bytes)
        return EXIT_TROUBLE;
    size_t length;
    g_autofree char *text = tifa_concepts_import(&source, form, &length, &error);
    if (!text)
        return report_error(error);
    note_faults(source.name, text, length);
    return print_whole(text, length);
}
