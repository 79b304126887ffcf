/* families.c - the instruments of a corpus, for commands that ask about them. */
#include "cli/cli.h"

bool open_families(const Options *options, const char *name, TifaCorpus **corpus, TifaFamilies **families,
                   size_t *family)
{
    GError *error = NULL;
    *family = TIFA_NONE;
    *corpus = open_corpus(options, TIFA_CORPUS_READ, 0);
    if (!*corpus)
        return false;
    *families = tifa_families_new(*corpus, &error);
    if (*families && name && !tifa_families_named(*families, *corpus, name, family, &error))
        g_clear_pointer(families, tifa_families_free);
    if (!*families)
        report_error(error);
    return *families != NULL;
}
