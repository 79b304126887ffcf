/* lineage.c - the versions of an instrument: its makings, as the preambles of all its texts tell them, and
 * the texts that each of them left. */
#include "text/slice.h"
#include "versions/day.h"
#include "versions/families.h"

#include <string.h>

enum { REPRINT_DAYS = 60 };

/* A making while the documents of it are gathered. */
typedef struct {
    Making making; /* dates NULL: a text without a date */
    const char *draft;
    unsigned stage;
    ARRAY(size_t) papers;
} Draft;

typedef ARRAY(Draft) Drafts;

/* ---- Makings --------------------------------------------------------------------------------- */

/* Whether `date` lies in a making's days; 2011 and 2011-03 lie in all of that year or month. */
static bool is_within(const Making *making, const char *date)
{
    if (!making->first || !date)
        return false;
    bool is_rough = g_str_has_prefix(making->first, date) || g_str_has_prefix(making->last, date) ||
                    g_str_has_prefix(date, making->first);
    return is_rough || (strcmp(making->first, date) <= 0 && strcmp(date, making->last) <= 0);
}

static Draft *find_making(Drafts *drafts, const char *date)
{
    for (size_t i = 0; i < drafts->length; i++)
        if (!drafts->items[i].draft && is_within(&drafts->items[i].making, date))
            return &drafts->items[i];
    return NULL;
}

/* Adds a making unless it is there; one that is told more fully widens it. */
static void add_making(Drafts *drafts, const Making *making)
{
    Draft *known = find_making(drafts, making->last);
    known = known ? known : find_making(drafts, making->first);
    if (!known) {
        array_push(drafts, ((Draft){.making = *making}));
        return;
    }
    Making *old = &known->making;
    if (strcmp(making->first, old->first) < 0 || !old->deed)
        *old = (Making){making->first, strcmp(making->last, old->last) > 0 ? making->last : old->last,
                        making->deed ? making->deed : old->deed};
    else if (strcmp(making->last, old->last) > 0)
        old->last = making->last;
}

/* ---- Papers ---------------------------------------------------------------------------------- */

/* The making near the date of a text that has no preamble: it is dated by its publication then. */
static Draft *find_near(Drafts *drafts, const char *date)
{
    for (size_t i = 0; i < drafts->length; i++) {
        const Draft *draft = &drafts->items[i];
        int days = days_between(draft->making.last, date);
        if (!draft->draft && draft->making.deed && days >= 0 && days <= REPRINT_DAYS)
            return &drafts->items[i];
    }
    return NULL;
}

static Draft *draft_of(Drafts *drafts, const Paper *paper)
{
    const char *date = paper->values[TIFA_FIELD_DATE];
    for (size_t i = 0; i < drafts->length; i++) {
        Draft *draft = &drafts->items[i];
        bool is_kind = g_strcmp0(draft->draft, paper->title.draft) == 0;
        if (paper->title.draft && is_kind && g_strcmp0(draft->making.last, date) == 0)
            return draft;
    }
    if (paper->title.draft || !date)
        return NULL;
    Draft *draft = find_making(drafts, date);
    return draft || paper->is_dated_by_text ? draft : find_near(drafts, date);
}

static void add_paper(Drafts *drafts, const Paper *paper, size_t index)
{
    const char *date = paper->values[TIFA_FIELD_DATE];
    Draft *draft = draft_of(drafts, paper);
    if (!draft) {
        array_push(drafts, ((Draft){.making = {date, date, NULL},
                                    .draft = paper->title.draft,
                                    .stage = paper->title.stage}));
        draft = &array_last(drafts);
    }
    array_push(&draft->papers, index);
}

/* Papers with full dates first, so that rough ones find their making. */
static void gather(const TifaFamilies *families, const Family *family, Drafts *drafts)
{
    for (size_t i = 0; i < family->paper_count; i++) {
        const Paper *paper = &families->papers.items[family->papers[i]];
        for (size_t m = 0; paper_is_final(paper) && m < paper->makings.length; m++)
            add_making(drafts, &paper->makings.items[m]);
    }
    for (size_t precision = strlen("2021-03-12"); precision + 1 > 0; precision--)
        for (size_t i = 0; i < family->paper_count; i++) {
            const Paper *paper = &families->papers.items[family->papers[i]];
            const char *date = paper->values[TIFA_FIELD_DATE];
            if (strlen(date ? date : "") == precision)
                add_paper(drafts, paper, family->papers[i]);
        }
}

/* ---- Versions -------------------------------------------------------------------------------- */

/* By date, without one last; drafts before the text of the same day, earlier stages before later ones. */
static int compare_drafts(const void *left, const void *right)
{
    const Draft *a = left, *b = right;
    if (!a->making.last || !b->making.last)
        return !a->making.last - !b->making.last;
    int by_date = strcmp(a->making.last, b->making.last);
    unsigned stages[2] = {a->draft ? a->stage : 100, b->draft ? b->stage : 100};
    return by_date ? by_date : (stages[0] > stages[1]) - (stages[0] < stages[1]);
}

/* What contradicts the date of a text: the date in its file's name. NULL if nothing does. */
static const char *note_on(TifaFamilies *families, const Paper *paper)
{
    g_autofree char *base = g_path_get_basename(paper->path);
    const char *date = paper->values[TIFA_FIELD_DATE];
    g_autoptr(GRegex) pattern =
        g_regex_new("(?<![0-9])((?:19|20)[0-9]{2})-?([01][0-9])-?([0-3][0-9])(?![0-9])", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    if (!date || !paper->is_dated_by_text || !g_regex_match(pattern, base, 0, &match))
        return NULL;
    g_autofree char *named = g_match_info_expand_references(match, "\\1-\\2-\\3", NULL);
    const char *effective = paper->values[TIFA_FIELD_EFFECTIVE];
    for (size_t i = 0; i < paper->makings.length; i++)
        if (i + 1 == paper->makings.length && is_within(&paper->makings.items[i], named))
            return NULL;
    if (g_strcmp0(named, date) == 0 || g_strcmp0(named, effective) == 0)
        return NULL;
    g_autofree char *note =
        g_strdup_printf("the name of its file says %s, its preamble %s; the preamble counts", named, date);
    return g_string_chunk_insert(families->strings, note);
}

static void push_version(TifaFamilies *families, size_t family, const Draft *draft)
{
    TifaVersion version = {.family = family,
                           .date = draft->making.last,
                           .deed = draft->making.deed,
                           .draft = draft->draft,
                           .copies = draft->papers.length,
                           .said = draft->papers.length ? NULL : "preamble"};
    for (size_t i = 0; i < draft->papers.length; i++) {
        Paper *paper = &families->papers.items[draft->papers.items[i]];
        paper->version = families->versions.length;
        array_push(&families->documents, paper->id);
        version.said = version.said ? version.said : paper->said;
        version.note = version.note ? version.note : note_on(families, paper);
    }
    array_push(&families->versions, version);
}

/* Rules are what can be in force, plans for their period too; reports and news are not. */
static bool is_rule(const Paper *paper)
{
    static const char *const levels[] = {"law",   "regulation", "rule",     "normative",
                                         "local", "party",      "judicial", NULL};
    static const char *const acts[] = {"报告", "工作报告", "修正案", "决定", "决议", "说明",
                                       "解读", "议案",     "公报",   "通报", NULL};
    const char *level = paper->values[TIFA_FIELD_LEVEL], *type = paper->values[TIFA_FIELD_TYPE];
    if (g_strcmp0(level, "plan") == 0)
        return paper->title.period_end != 0;
    bool has_term = paper->values[TIFA_FIELD_EFFECTIVE] != NULL;
    bool is_act = type && g_strv_contains(acts, type);
    return !is_act && type && ((level && g_strv_contains(levels, level)) || has_term);
}

static void make_versions(TifaFamilies *families, size_t index)
{
    Family *family = &families->families.items[index];
    Drafts drafts = {0};
    gather(families, family, &drafts);
    array_sort(&drafts, compare_drafts);
    family->first = families->versions.length;
    family->count = drafts.length;
    for (size_t i = 0; i < drafts.length; i++) {
        const Draft *draft = &drafts.items[i];
        push_version(families, index, draft);
        family->texts += draft->papers.length > 0;
        if (draft->papers.length) {
            const Paper *paper = &families->papers.items[draft->papers.items[0]];
            const char *title = paper->values[TIFA_FIELD_TITLE];
            family->title = title ? title : paper->path;
            family->is_rule |= is_rule(paper);
        }
        array_clear(&drafts.items[i].papers);
    }
    array_clear(&drafts);
}

/* ---- Series ---------------------------------------------------------------------------------- */

/* A series is what several families have when years, ordinals and periods are taken from their names. */
static void find_series(TifaFamilies *families)
{
    g_autoptr(GHashTable) sizes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < families->families.length; i++) {
            Family *family = &families->families.items[i];
            const Paper *paper = &families->papers.items[family->papers[0]];
            if (!paper->name || !paper->scope || !*paper->title.series)
                continue;
            char *key = g_strconcat(paper->scope, *paper->scope ? " " : "", paper->title.series, NULL);
            size_t size = GPOINTER_TO_SIZE(g_hash_table_lookup(sizes, key));
            if (pass == 1 && size > 1)
                family->series = g_string_chunk_insert_const(families->strings, key);
            if (pass == 0)
                g_hash_table_insert(sizes, key, GSIZE_TO_POINTER(size + 1));
            else
                g_free(key);
        }
}

/* ---- All families ---------------------------------------------------------------------------- */

void families_make_versions(TifaFamilies *families)
{
    for (size_t i = 0; i < families->families.length; i++)
        make_versions(families, i);
    size_t used = 0; /* the array of documents moves no more */
    for (size_t i = 0; i < families->versions.length; i++) {
        TifaVersion *version = &families->versions.items[i];
        version->documents = families->documents.items + used;
        used += version->copies;
    }
    find_series(families);
}
