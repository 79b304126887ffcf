/* group.c - which documents are texts of one instrument.
 *
 * By what people said first; then by name and author; then by a number that only one text has. Wrong company
 * is worse than none: documents of a year, acts that happen once (decisions, notices) and texts that are no
 * instruments (news, web pages) are joined with nothing but copies of themselves, and a text without an
 * author only where no two authors have its name.
 */
#include "versions/families.h"

#include <string.h>

enum { TELLING_NAME = 10 }; /* characters that two authors hardly agree on by chance */

/* ---- Sets ------------------------------------------------------------------------------------ */

/* Disjoint sets: each paper points to one of its set, the smallest to itself. */
static size_t set_of(size_t *sets, size_t paper)
{
    while (sets[paper] != paper)
        paper = sets[paper] = sets[sets[paper]];
    return paper;
}

static void join(size_t *sets, size_t one, size_t other)
{
    size_t a = set_of(sets, one), b = set_of(sets, other);
    sets[MAX(a, b)] = MIN(a, b);
}

static size_t *sets_new(size_t count)
{
    size_t *sets = g_new(size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        sets[i] = i;
    return sets;
}

/* ---- What people said ------------------------------------------------------------------------ */

static int64_t *pair_of(size_t paper, size_t other)
{
    int64_t *pair = g_new(int64_t, 2);
    pair[0] = (int64_t)(paper < other ? paper : other);
    pair[1] = (int64_t)(paper < other ? other : paper);
    return pair;
}

static unsigned hash_pair(const void *pair)
{
    const int64_t *papers = pair;
    return (unsigned)papers[0] * 31u + (unsigned)papers[1];
}

static gboolean same_pair(const void *left, const void *right)
{
    return memcmp(left, right, 2 * sizeof(int64_t)) == 0;
}

bool papers_are_apart(const TifaFamilies *families, size_t paper, size_t other)
{
    g_autofree int64_t *pair = pair_of(paper, other);
    return g_hash_table_contains(families->apart, pair);
}

static void take_apart(TifaFamilies *families)
{
    families->apart = g_hash_table_new_full(hash_pair, same_pair, g_free, NULL);
    for (size_t i = 0; i < families->sayings.length; i++) {
        const Saying *saying = &families->sayings.items[i];
        if (saying->link == TIFA_LINK_COUNT)
            g_hash_table_add(families->apart, pair_of(saying->paper, saying->other));
    }
}

static void join_by_people(TifaFamilies *families, size_t *sets)
{
    for (size_t i = 0; i < families->sayings.length; i++) {
        const Saying *saying = &families->sayings.items[i];
        if (saying->link != TIFA_LINK_VERSION)
            continue;
        join(sets, saying->paper, saying->other);
        families->papers.items[saying->paper].said = families->papers.items[saying->other].said = "manual";
    }
}

/* ---- Names ----------------------------------------------------------------------------------- */

/* Reports, and acts that are done once: another of the same title is another report or act. */
static bool is_single(const Paper *paper)
{
    static const char *const types[] = {"工作报告", "报告",   "公报", "要点", "计划", "通知", "公告", "通告",
                                        "通报",     "决定",   "决议", "批复", "函",   "令",   "命令", "纪要",
                                        "请示",     "修正案", "议案", "情况", "说明", "解读", NULL};
    const char *type = paper->values[TIFA_FIELD_TYPE], *level = paper->values[TIFA_FIELD_LEVEL];
    return !type || g_strcmp0(level, "report") == 0 || g_strv_contains(types, type);
}

static bool is_instrument(const Paper *paper)
{
    bool has_name = *paper->title.name && paper->values[TIFA_FIELD_TITLE];
    bool has_form =
        paper->values[TIFA_FIELD_NUMBER] || paper->values[TIFA_FIELD_HISTORY] || paper->title.draft;
    return has_name && (paper->values[TIFA_FIELD_LEVEL] || (paper->values[TIFA_FIELD_TYPE] && has_form));
}

/* The name that groups a paper, NULL if it stands alone. Free with g_free(). */
static char *name_of(const Paper *paper)
{
    const Title *title = &paper->title;
    const char *date = paper->values[TIFA_FIELD_DATE];
    if (!is_instrument(paper))
        return NULL;
    if (is_single(paper))
        return date ? g_strdup_printf("%s@%s", title->series, date) : NULL;
    return g_strdup(title->name);
}

/* ---- Joining by name ------------------------------------------------------------------------- */

/* The authors of one name. */
typedef struct {
    const char *scope; /* the first met; NULL if none is known */
    bool has_several;
} Authors;

static GHashTable *find_authors(const TifaFamilies *families)
{
    GHashTable *all = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    for (size_t i = 0; i < families->papers.length; i++) {
        const Paper *paper = &families->papers.items[i];
        Authors *authors = paper->name ? g_hash_table_lookup(all, paper->name) : NULL;
        if (!paper->name)
            continue;
        if (!authors)
            g_hash_table_insert(all, (char *)paper->name, authors = g_new0(Authors, 1));
        authors->has_several |= authors->scope && paper->scope && !g_str_equal(authors->scope, paper->scope);
        authors->scope = authors->scope ? authors->scope : paper->scope;
    }
    return all;
}

/* The sets, by what people said, of papers that they said not to be related to another of their name; each is
 * a group of its own. */
static void mark_outcasts(const TifaFamilies *families, size_t *sets, bool *is_outcast)
{
    for (size_t i = 0; i < families->sayings.length; i++) {
        const Saying *saying = &families->sayings.items[i];
        const char *name = families->papers.items[saying->paper].name;
        const char *other = families->papers.items[saying->other].name;
        if (saying->link == TIFA_LINK_COUNT && g_strcmp0(name, other) == 0 &&
            set_of(sets, saying->paper) != set_of(sets, saying->other))
            is_outcast[set_of(sets, saying->paper)] = true;
    }
}

/* Whose instruments the paper's name is one of; NULL if that cannot be told: a name with several authors, or
 * one so short that others may have it. */
static const char *author_of(const Paper *paper, const Authors *authors)
{
    if (paper->scope || authors->has_several)
        return paper->scope;
    bool is_telling = g_utf8_strlen(paper->title.name, -1) >= TELLING_NAME;
    return authors->scope ? authors->scope : is_telling ? "" : NULL;
}

static void join_by_name(TifaFamilies *families, size_t *sets)
{
    g_autoptr(GHashTable) authors_of = find_authors(families);
    g_autoptr(GHashTable) firsts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree bool *is_outcast = g_new0(bool, families->papers.length + 1);
    mark_outcasts(families, sets, is_outcast);
    for (size_t i = 0; i < families->papers.length; i++) {
        Paper *paper = &families->papers.items[i];
        const Authors *authors = paper->name ? g_hash_table_lookup(authors_of, paper->name) : NULL;
        const char *scope = authors ? author_of(paper, authors) : NULL;
        if (!scope || is_outcast[set_of(sets, i)])
            continue;
        char *key = g_strconcat(paper->name, "\n", scope, NULL);
        size_t first = GPOINTER_TO_SIZE(g_hash_table_lookup(firsts, key));
        if (first) {
            join(sets, first - 1, i);
            g_free(key);
        } else {
            g_hash_table_insert(firsts, key, GSIZE_TO_POINTER(i + 1));
        }
    }
}

/* ---- Families -------------------------------------------------------------------------------- */

static void add_family(TifaFamilies *families, const size_t *sets, size_t *of_set)
{
    for (size_t i = 0; i < families->papers.length; i++) {
        size_t set = sets[i];
        if (set == i) {
            of_set[i] = families->families.length;
            array_push(&families->families, ((Family){0}));
        }
        families->papers.items[i].family = of_set[set];
        families->families.items[of_set[set]].paper_count++;
    }
}

/* Lists the papers of each family in a row, in the order of the corpus. */
static void list_members(TifaFamilies *families)
{
    size_t used = 0;
    families->members = g_new(size_t, families->papers.length + 1);
    for (size_t i = 0; i < families->families.length; i++) {
        Family *family = &families->families.items[i];
        family->papers = families->members + used;
        used += family->paper_count;
        family->paper_count = 0;
    }
    for (size_t i = 0; i < families->papers.length; i++) {
        Family *family = &families->families.items[families->papers.items[i].family];
        family->papers[family->paper_count++] = i;
    }
}

void papers_group(TifaFamilies *families)
{
    size_t count = families->papers.length;
    g_autofree size_t *sets = sets_new(count);
    for (size_t i = 0; i < count; i++) {
        Paper *paper = &families->papers.items[i];
        g_autofree char *name = name_of(paper);
        paper->name = name ? g_string_chunk_insert_const(families->strings, name) : NULL;
        paper->said = "title";
    }
    take_apart(families);
    join_by_people(families, sets);
    join_by_name(families, sets);
    for (size_t i = 0; i < count; i++)
        sets[i] = set_of(sets, i);
    g_autofree size_t *of_set = g_new0(size_t, count + 1);
    add_family(families, sets, of_set);
    list_members(families);
}
