#include "sample.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *suite_gold(void);

/* Hand-read links: key "o12" or "n14" to the set of true or possible partners. */
typedef struct {
    GHashTable *true_partners, *possible_partners, *found_partners;
} Links;

static void add_partner(GHashTable *partners, char side, const char *label, const char *partner)
{
    g_autofree char *key = g_strdup_printf("%c%s", side, label);
    GHashTable *set = g_hash_table_lookup(partners, key);
    if (!set) {
        set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_insert(partners, g_strdup(key), set);
    }
    if (partner)
        g_hash_table_add(set, g_strdup(partner));
}

static void add_link(GHashTable *partners, const char *before, const char *after)
{
    add_partner(partners, 'o', before, after);
    add_partner(partners, 'n', after, before);
}

static GHashTable *new_partners(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
}

/* Every unit of the gold is a key of true_partners, if with an empty set. */
static void read_gold(Links *links, const char *path)
{
    g_autofree char *text = NULL;
    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 0; lines[i]; i++) {
        if (lines[i][0] == '#' || lines[i][0] == '\0')
            continue;
        g_auto(GStrv) cells = g_strsplit(lines[i], "\t", -1);
        bool has_old = strcmp(cells[0], "-") != 0, has_new = strcmp(cells[1], "-") != 0;
        bool is_sure = strcmp(cells[2], "possible") != 0 && strcmp(cells[3], "y") == 0;
        if (has_old)
            add_partner(links->true_partners, 'o', cells[0], NULL);
        if (has_new)
            add_partner(links->true_partners, 'n', cells[1], NULL);
        if (has_old && has_new)
            add_link(is_sure ? links->true_partners : links->possible_partners, cells[0], cells[1]);
    }
}

static void read_comparison(Links *links, const char *before_path, const char *after_path)
{
    TifaDocument *before = sample_of_file(before_path), *after = sample_of_file(after_path);
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    size_t count;
    const TifaChange *changes = tifa_comparison_changes(comparison, &count);
    for (size_t i = 0; i < count; i++)
        if (changes[i].unit == TIFA_UNIT_ARTICLE && changes[i].old_label && changes[i].new_label)
            add_link(links->found_partners, changes[i].old_label, changes[i].new_label);
    tifa_comparison_free(comparison);
    tifa_document_free(before);
    tifa_document_free(after);
}

static size_t set_size(GHashTable *set)
{
    return set ? g_hash_table_size(set) : 0;
}

/* How many of a set are in another; either may be NULL. */
static size_t count_common(GHashTable *set, GHashTable *other)
{
    size_t common = 0;
    GHashTableIter iter;
    gpointer key;
    if (!set || !other)
        return 0;
    g_hash_table_iter_init(&iter, set);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        common += g_hash_table_contains(other, key);
    return common;
}

typedef struct {
    size_t units, only, exactly;
} Score;

/* Units linked to true partners only, and units linked to all of them as well. */
static Score score_links(const Links *links)
{
    Score score = {0};
    GHashTableIter iter;
    gpointer key, value;
    g_hash_table_iter_init(&iter, links->true_partners);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        GHashTable *found = g_hash_table_lookup(links->found_partners, key);
        size_t right = count_common(found, value);
        size_t known = right + count_common(found, g_hash_table_lookup(links->possible_partners, key));
        bool is_only = set_size(found) <= known && (set_size(value) == 0 || set_size(found) > 0);
        score.units++;
        score.only += is_only;
        score.exactly += is_only && right == set_size(value);
    }
    return score;
}

static Score score_pair(const char *folder, const char *name)
{
    g_autofree char *gold = g_strdup_printf("%s/%s.tsv", folder, name);
    g_autofree char *before = g_strdup_printf("%s/laws/%s.old.md", folder, name);
    g_autofree char *after = g_strdup_printf("%s/laws/%s.new.md", folder, name);
    Links links = {new_partners(), new_partners(), new_partners()};
    read_gold(&links, gold);
    read_comparison(&links, before, after);
    Score score = score_links(&links);
    g_hash_table_unref(links.true_partners);
    g_hash_table_unref(links.possible_partners);
    g_hash_table_unref(links.found_partners);
    return score;
}

START_TEST(articles_are_linked_as_people_linked_them)
{
    static const char *const names[] = {"baomi",  "fanjiandie", "fanlongduan", "jiancha", "kepu",
                                        "lifafa", "minsu",      "nsfc",        "tongji",  "zhuanli_xize"};
    g_autofree char *folder = sample_shared("gold/versions");
    double only = 0, exactly = 0;
    for (size_t i = 0; folder && i < G_N_ELEMENTS(names); i++) {
        Score score = score_pair(folder, names[i]);
        double share = (double)score.only / (double)score.units;
        ck_assert_msg(share >= 0.95, "%s: %.4f", names[i], share);
        only += share / G_N_ELEMENTS(names);
        exactly += (double)score.exactly / (double)score.units / G_N_ELEMENTS(names);
    }
    if (folder) {
        ck_assert_msg(only >= 0.99, "%.4f", only);
        ck_assert_msg(exactly >= 0.96, "%.4f", exactly);
    }
}
END_TEST

Suite *suite_gold(void)
{
    Suite *suite = suite_create("gold");
    TCase *test = tcase_create("gold");
    tcase_set_timeout(test, 120);
    tcase_add_test(test, articles_are_linked_as_people_linked_them);
    suite_add_tcase(suite, test);
    return suite;
}
