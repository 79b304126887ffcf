/* ties.c - what instruments do to each other: repeal, take the place of, amend, translate. */
#include "text/slice.h"
#include "versions/families.h"

#include <string.h>

/* The families of one name. */
typedef struct {
    size_t family; /* the first met */
    bool has_several;
} Named;

typedef struct {
    TifaFamilies *families;
    GHashTable *by_name;   /* name -> Named */
    GHashTable *by_author; /* name "\n" scope -> Named */
    GHashTable *seen;      /* ties already found, as strings */
} Names;

static void note_name(GHashTable *index, char *key, size_t family)
{
    Named *named = g_hash_table_lookup(index, key);
    if (!named)
        g_hash_table_insert(index, g_strdup(key), named = g_memdup2(&(Named){family, false}, sizeof *named));
    named->has_several |= named->family != family;
}

static Names index_names(TifaFamilies *families)
{
    Names names = {families, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                   g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
                   g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL)};
    for (size_t i = 0; i < families->papers.length; i++) {
        const Paper *paper = &families->papers.items[i];
        g_autofree char *key = g_strconcat(paper->title.name, "\n", paper->scope ? paper->scope : "", NULL);
        if (!paper->name)
            continue;
        note_name(names.by_name, paper->title.name, paper->family);
        note_name(names.by_author, key, paper->family);
    }
    return names;
}

static void names_clear(Names *names)
{
    g_hash_table_unref(names->by_name);
    g_hash_table_unref(names->by_author);
    g_hash_table_unref(names->seen);
}

/* ---- Looking a title up ---------------------------------------------------------------------- */

/* Whether the family had a text, or is known to have had one, before that date. */
static bool is_older(const TifaFamilies *families, size_t index, const char *date)
{
    const Family *family = &families->families.items[index];
    for (size_t i = family->first; i < family->first + family->count; i++) {
        const TifaVersion *version = &families->versions.items[i];
        if (!version->draft && (!version->date || !date || strcmp(version->date, date) < 0))
            return true;
    }
    return false;
}

/* The family that a name means in a text of that author: the author's own, the nation's, the only one. */
static size_t resolve(const Names *names, const char *name, const char *scope)
{
    const char *scopes[] = {scope ? scope : "", ""};
    for (size_t i = 0; i < G_N_ELEMENTS(scopes); i++) {
        g_autofree char *key = g_strconcat(name, "\n", scopes[i], NULL);
        const Named *named = g_hash_table_lookup(names->by_author, key);
        if (named && !named->has_several)
            return named->family;
    }
    const Named *named = g_hash_table_lookup(names->by_name, name);
    return named && !named->has_several ? named->family : TIFA_NONE;
}

/* ---- Finding ties ---------------------------------------------------------------------------- */

static bool is_forbidden(const TifaFamilies *families, size_t paper, size_t other)
{
    const Family *family = other == TIFA_NONE ? NULL : &families->families.items[other];
    for (size_t i = 0; family && i < family->paper_count; i++)
        if (papers_are_apart(families, paper, family->papers[i]))
            return true;
    return false;
}

/* Adds a tie of the paper's family to another, unless there is one of this kind already. */
static void add_tie(Names *names, size_t index, TifaTie tie)
{
    TifaFamilies *families = names->families;
    const Paper *paper = &families->papers.items[index];
    bool is_people = g_str_equal(tie.said, "manual");
    if (tie.other == paper->family || (!is_people && is_forbidden(families, index, tie.other)))
        return;
    char *key = g_strdup_printf("%zu %d %zu %s", paper->family, tie.kind, tie.other,
                                tie.other == TIFA_NONE ? tie.title : "");
    if (!g_hash_table_add(names->seen, key))
        return;
    tie.family = paper->family;
    tie.document = paper->id;
    if (tie.other != TIFA_NONE)
        tie.title = families->families.items[tie.other].title;
    array_push(&families->ties, tie);
}

static const char *start_of(const Paper *paper)
{
    const char *effective = paper->values[TIFA_FIELD_EFFECTIVE];
    return effective ? effective : paper->values[TIFA_FIELD_DATE];
}

/* What the clauses of a text repeal: 《甲办法》、《乙办法》 */
static void find_repealed(Names *names, size_t index)
{
    const Paper *paper = &names->families->papers.items[index];
    Slice rest = slice_of(paper->values[TIFA_FIELD_REPEALS] ? paper->values[TIFA_FIELD_REPEALS] : "");
    for (int64_t start; (start = slice_find(rest, "《")) >= 0;) {
        rest = slice_from(rest, (size_t)start);
        size_t length = slice_quoted(rest);
        if (!length)
            return;
        g_autofree char *quoted = slice_copy(slice_first(rest, length));
        rest = slice_from(rest, length);
        Title title = title_read(names->families->titles, quoted);
        size_t other = resolve(names, title.name, paper->scope);
        if (other != TIFA_NONE && other != paper->family &&
            !is_older(names->families, other, start_of(paper)))
            other = TIFA_NONE;
        add_tie(names, index,
                (TifaTie){.kind = TIFA_TIE_REPEALS,
                          .other = other,
                          .title = g_string_chunk_insert_const(names->families->strings, quoted),
                          .date = start_of(paper),
                          .said = "clause"});
        title_clear(&title);
    }
}

static void find_amended(Names *names, size_t index)
{
    const Paper *paper = &names->families->papers.items[index];
    for (size_t i = 0; paper->name && i < paper->amended.length; i++) {
        const char *named = paper->amended.items[i];
        Title title = title_read(names->families->titles, named);
        add_tie(names, index,
                (TifaTie){.kind = TIFA_TIE_AMENDS,
                          .other = resolve(names, title.name, paper->scope),
                          .title = named,
                          .date = start_of(paper),
                          .said = g_strcmp0(named, paper->title.amended) == 0 ? "title" : "clause"});
        title_clear(&title);
    }
}

/* 甲办法（试行） gives way to 甲办法. */
static void find_settled(Names *names, size_t index)
{
    const Paper *paper = &names->families->papers.items[index];
    if (!paper->name || g_str_equal(paper->title.settled, paper->title.name))
        return;
    size_t settled = resolve(names, paper->title.settled, paper->scope);
    if (settled == TIFA_NONE || settled == paper->family)
        return;
    const Family *family = &names->families->families.items[settled];
    for (size_t i = 0; i < family->paper_count; i++) {
        const Paper *heir = &names->families->papers.items[family->papers[i]];
        if (!paper_is_final(heir) ||
            g_strcmp0(heir->values[TIFA_FIELD_DATE], paper->values[TIFA_FIELD_DATE]) <= 0)
            continue;
        add_tie(
            names, family->papers[i],
            (TifaTie){
                .kind = TIFA_TIE_SUCCEEDS, .other = paper->family, .date = start_of(heir), .said = "title"});
        return;
    }
}

static void find_said(Names *names)
{
    static const TifaTieKind kinds[] = {
        [TIFA_LINK_SUCCESSOR] = TIFA_TIE_SUCCEEDS,
        [TIFA_LINK_AMENDS] = TIFA_TIE_AMENDS,
        [TIFA_LINK_TRANSLATION] = TIFA_TIE_TRANSLATION,
    };
    for (size_t i = 0; i < names->families->sayings.length; i++) {
        const Saying *saying = &names->families->sayings.items[i];
        if (saying->link == TIFA_LINK_VERSION || saying->link == TIFA_LINK_COUNT)
            continue;
        add_tie(names, saying->paper,
                (TifaTie){.kind = kinds[saying->link],
                          .other = names->families->papers.items[saying->other].family,
                          .date = start_of(&names->families->papers.items[saying->paper]),
                          .said = "manual"});
    }
}

static void find_translated(Names *names)
{
    const TifaFamilies *families = names->families;
    for (size_t i = 0; i < families->translations.length; i++) {
        const Translation *translation = &families->translations.items[i];
        const Paper *original = &families->papers.items[translation->original];
        add_tie(names, translation->paper,
                (TifaTie){.kind = TIFA_TIE_TRANSLATION,
                          .other = original->family,
                          .date = original->values[TIFA_FIELD_DATE],
                          .said = translation->said,
                          .is_unsure = !translation->is_sure});
    }
}

static int compare_ties(const void *left, const void *right)
{
    const TifaTie *a = left, *b = right;
    if (a->family != b->family)
        return a->family < b->family ? -1 : 1;
    return a->kind != b->kind ? (int)a->kind - (int)b->kind : strcmp(a->title, b->title);
}

void families_find_ties(TifaFamilies *families)
{
    Names names = index_names(families);
    find_said(&names);
    find_translated(&names);
    for (size_t i = 0; i < families->papers.length; i++) {
        find_repealed(&names, i);
        find_amended(&names, i);
    }
    for (size_t i = 0; i < families->papers.length; i++)
        find_settled(&names, i);
    array_sort(&families->ties, compare_ties);
    names_clear(&names);
}
