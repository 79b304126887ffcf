/* families.c - the public face of versions/: families, versions, ties, and what was in force on a day. */
#include "versions/families.h"

#include "versions/day.h"

#include <string.h>

enum { SETTLING_DAYS = 366 }; /* after which an amendment without a clause is surely in force */

TifaFamilies *tifa_families_new(TifaCorpus *corpus, GError **error)
{
    g_autoptr(TifaFamilies) families = g_new0(TifaFamilies, 1);
    families->strings = g_string_chunk_new(65536);
    families->titles = title_reader_new();
    if (!papers_read(families, corpus, error))
        return NULL;
    papers_group(families);
    families_make_versions(families);
    if (!papers_find_translations(families, corpus, error))
        return NULL;
    families_find_ties(families);
    families_find_validity(families);
    return g_steal_pointer(&families);
}

void tifa_families_free(TifaFamilies *families)
{
    if (!families)
        return;
    for (size_t i = 0; i < families->papers.length; i++) {
        title_clear(&families->papers.items[i].title);
        array_clear(&families->papers.items[i].makings);
        array_clear(&families->papers.items[i].amended);
    }
    array_clear(&families->papers);
    array_clear(&families->sayings);
    g_clear_pointer(&families->apart, g_hash_table_unref);
    g_free(families->members);
    array_clear(&families->families);
    array_clear(&families->versions);
    array_clear(&families->documents);
    array_clear(&families->translations);
    array_clear(&families->ties);
    title_reader_free(families->titles);
    g_string_chunk_free(families->strings);
    g_free(families);
}

size_t tifa_families_count(const TifaFamilies *families)
{
    return families->families.length;
}

TifaFamily tifa_families_get(const TifaFamilies *families, size_t index)
{
    g_assert(index < families->families.length);
    const Family *family = &families->families.items[index];
    return (TifaFamily){family->title, family->series, family->is_rule, family->first,
                        family->count, family->texts,  family->note};
}

TifaVersion tifa_families_version(const TifaFamilies *families, size_t version)
{
    g_assert(version < families->versions.length);
    return families->versions.items[version];
}

size_t tifa_families_find(const TifaFamilies *families, int64_t document)
{
    size_t paper = paper_find(families, document);
    return paper == TIFA_NONE ? TIFA_NONE : families->papers.items[paper].version;
}

/* The one family with a title that has the name, whole titles before parts; TIFA_NONE if there is none, and
 * *count says how many. */
static size_t find_titled(const TifaFamilies *families, const char *name, size_t *count)
{
    size_t found = TIFA_NONE;
    Title wanted = title_read(families->titles, name);
    bool is_exact = false;
    *count = 0;
    for (size_t i = 0; i < families->papers.length; i++) {
        const Paper *paper = &families->papers.items[i];
        bool is_whole = g_str_equal(paper->title.name, wanted.name);
        if (!*wanted.name || (!is_whole && (is_exact || !strstr(paper->title.name, wanted.name))))
            continue;
        bool is_new = paper->family != found || (is_whole && !is_exact);
        *count = is_whole && !is_exact ? 1 : *count + is_new;
        is_exact |= is_whole;
        found = paper->family;
    }
    title_clear(&wanted);
    return found;
}

bool tifa_families_named(const TifaFamilies *families, TifaCorpus *corpus, const char *name, size_t *family,
                         GError **error)
{
    bool is_id = strspn(name, "0123456789") == strlen(name);
    size_t count = 0;
    *family = is_id ? TIFA_NONE : find_titled(families, name, &count);
    if (count == 1)
        return true;
    int64_t document = tifa_corpus_resolve(corpus, name, error);
    size_t paper = document ? paper_find(families, document) : TIFA_NONE;
    if (paper != TIFA_NONE)
        *family = families->papers.items[paper].family;
    return paper != TIFA_NONE;
}

const TifaTie *tifa_families_ties(const TifaFamilies *families, size_t *count)
{
    *count = families->ties.length;
    return families->ties.items;
}

const char *tifa_tie_kind_name(TifaTieKind kind)
{
    static const char *const names[] = {
        [TIFA_TIE_REPEALS] = "repeals",
        [TIFA_TIE_SUCCEEDS] = "succeeds",
        [TIFA_TIE_AMENDS] = "amends",
        [TIFA_TIE_TRANSLATION] = "translation",
    };
    return names[kind];
}

/* ---- In force -------------------------------------------------------------------------------- */

const char *tifa_status_name(TifaStatus status)
{
    static const char *const names[] = {
        [TIFA_STATUS_IN_FORCE] = "in force", [TIFA_STATUS_NOT_YET] = "not yet in force",
        [TIFA_STATUS_REPLACED] = "replaced", [TIFA_STATUS_REPEALED] = "repealed",
        [TIFA_STATUS_EXPIRED] = "expired",   [TIFA_STATUS_DRAFT] = "draft",
        [TIFA_STATUS_UNKNOWN] = "unknown",   [TIFA_STATUS_NONE] = "no rule",
    };
    return names[status];
}

/* 2021 and 2021-03 stand for their last day, as far as comparing goes. */
static void complete_day(const char *day, char full[static 11])
{
    static const char *const last = "9999-12-31";
    g_strlcpy(full, day, 11);
    g_strlcpy(full + strlen(full), last + strlen(full), 11 - strlen(full));
}

/* Whether the day is so far behind `date` that a doubt about some months is none. */
static bool is_settled(const char *date, const char *day)
{
    int days = days_between(date, day);
    return days != G_MAXINT && days > SETTLING_DAYS;
}

TifaStatus tifa_families_status(const TifaFamilies *families, size_t index, const char *day, bool *is_sure)
{
    static const TifaStatus ended[] = {
        [TIFA_END_NONE] = TIFA_STATUS_IN_FORCE,
        [TIFA_END_REPLACED] = TIFA_STATUS_REPLACED,
        [TIFA_END_REPEALED] = TIFA_STATUS_REPEALED,
        [TIFA_END_EXPIRED] = TIFA_STATUS_EXPIRED,
    };
    char full[11];
    complete_day(day, full);
    const TifaVersion *version = &families->versions.items[index];
    bool dummy;
    is_sure = is_sure ? is_sure : &dummy;
    *is_sure = true;
    if (!families->families.items[version->family].is_rule)
        return TIFA_STATUS_NONE;
    if (version->draft)
        return TIFA_STATUS_DRAFT;
    if (version->until && strcmp(full, version->until) >= 0) {
        *is_sure = version->is_until_sure || is_settled(version->until, full);
        return ended[version->end];
    }
    if (!version->until && version->end != TIFA_END_NONE) {
        *is_sure = false;
        return ended[version->end];
    }
    if (!version->from)
        return TIFA_STATUS_UNKNOWN;
    if (strcmp(full, version->from) < 0)
        return TIFA_STATUS_NOT_YET;
    *is_sure = version->is_from_sure || is_settled(version->from, full);
    return TIFA_STATUS_IN_FORCE;
}

size_t tifa_families_as_of(const TifaFamilies *families, size_t index, const char *day)
{
    const Family *family = &families->families.items[index];
    for (size_t i = family->first + family->count; i > family->first; i--)
        if (tifa_families_status(families, i - 1, day, NULL) == TIFA_STATUS_IN_FORCE)
            return i - 1;
    return TIFA_NONE;
}
