#include "cli/cli.h"

/* Today, unless the user names a day. Free with g_free(). */
static char *day_or_today(char *day)
{
    if (day)
        return g_strdup(day);
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    return g_date_time_format(now, "%Y-%m-%d");
}

static int print_versions(const Options *options, const TifaFamilies *families,
                          const TifaFamiliesPrinting *printing)
{
    GError *error = NULL;
    TifaPrinter printer = output_open(options, true);
    bool is_printed = tifa_print_families(&printer, families, printing, &error);
    output_close(&printer);
    return is_printed ? EXIT_FOUND : report_error(error);
}

/* Whether there is anything to print. */
static bool has_any(const TifaFamilies *families, const TifaFamiliesPrinting *printing)
{
    for (size_t i = 0; i < tifa_families_count(families); i++) {
        TifaFamily family = tifa_families_get(families, i);
        if (printing->is_series ? family.series != NULL : family.texts > 1)
            return true;
    }
    return printing->family != TIFA_NONE;
}

int cmd_versions(const Command *command, int argc, char **argv)
{
    g_auto(Options) options = {0};
    g_autofree char *at = NULL;
    gboolean is_series = FALSE;
    const GOptionEntry entries[] = {
        {"at", 0, 0, G_OPTION_ARG_STRING, &at, "tell what was in force on that day; else today", "DATE"},
        {"series", 0, 0, G_OPTION_ARG_NONE, &is_series, "series of reports, plans and the like instead",
         NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    if (!options_parse(&options, command, entries, &argc, &argv, 0, 1) || !is_date("--at", at))
        return EXIT_TROUBLE;
    g_autoptr(TifaFamilies) families = NULL;
    g_autoptr(TifaCorpus) corpus = NULL;
    g_autofree char *day = day_or_today(at);
    TifaFamiliesPrinting printing = {.day = day, .family = TIFA_NONE, .is_series = is_series};
    if (!open_families(&options, argc > 1 ? argv[1] : NULL, &corpus, &families, &printing.family))
        return EXIT_TROUBLE;
    printing.corpus = corpus;
    return has_any(families, &printing) ? print_versions(&options, families, &printing) : EXIT_NOTHING;
}
