#include "sample.h"
#include "sound.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *suite_property(void);

/* Compares both ways and checks what must hold. */
static void ck_pair(const TifaDocument *before, const TifaDocument *after, const char *name)
{
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    TifaComparison *back = tifa_compare(after, before, NULL, NULL);
    const char *trouble = sound_comparison(before, after, comparison);
    ck_assert_msg(!trouble, "%s: %s", name, trouble);
    trouble = sound_mirror(comparison, back);
    ck_assert_msg(!trouble, "%s: %s", name, trouble);
    tifa_comparison_free(comparison);
    tifa_comparison_free(back);
}

/* ---- Real texts --------------------------------------------------------------------------------------- */

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The documents of a folder of the shared texts, by name; those without text are left out. */
static GPtrArray *read_folder(const char *relative, GPtrArray *names)
{
    GPtrArray *documents = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_document_free);
    g_autofree char *folder = sample_shared(relative);
    GDir *dir = folder ? g_dir_open(folder, 0, NULL) : NULL;
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir))
        if (g_str_has_suffix(name, ".md"))
            g_ptr_array_add(names, g_strdup(name));
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, compare_names);
    for (size_t i = 0; i < names->len; i++) {
        g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
        g_ptr_array_add(documents, sample_of_file(path));
    }
    return documents;
}

static const char *const folders[] = {"corpora/official/laws",
                                      "corpora/test/laws",
                                      "corpora/test/laws/sfjs",
                                      "corpora/official/decisions",
                                      "corpora/official/plans/国务院机构改革",
                                      "corpora/test/decisions",
                                      "corpora/test/plans/党章",
                                      "corpora/official/plans/联合发文",
                                      "corpora/official/plans/五年规划",
                                      "corpora/test/plans/政府工作报告"};

/* Neighbours by name are versions of one law or, where the law changes, two laws. */
START_TEST(real_texts_are_rebuilt_from_their_comparison_and_mirror)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) documents = read_folder(folders[_i], names);
    for (size_t i = 0; i + 1 < documents->len; i++)
        ck_pair(documents->pdata[i], documents->pdata[i + 1], names->pdata[i]);
}
END_TEST

/* ---- Random texts ------------------------------------------------------------------------------------- */

/* A small random text out of few words, so that much repeats. */
static TifaDocument *random_document(GRand *random)
{
    static const char *const words[] = {"国家", "应当",   "鼓励",   "，", "。", "；",
                                        "科技", "第三条", "（一）", "\"", " "};
    static const char *const heads[] = {
        "第一条 ", "第二条　", "第三条之一 ", "## 第一章 总则", "（一）", "一、", "", "", ""};
    g_autoptr(GString) text = g_string_new("标题\n");
    int lines = g_rand_int_range(random, 1, 20);
    for (int i = 0; i < lines; i++) {
        g_string_append(text, heads[g_rand_int_range(random, 0, (int)G_N_ELEMENTS(heads))]);
        for (int j = g_rand_int_range(random, 0, 15); j > 0; j--)
            g_string_append(text, words[g_rand_int_range(random, 0, (int)G_N_ELEMENTS(words))]);
        g_string_append_c(text, '\n');
    }
    return sample_of_markdown(text->str);
}

START_TEST(random_texts_are_rebuilt_from_their_comparison_and_mirror)
{
    GRand *random = g_rand_new_with_seed((guint32)_i);
    for (int i = 0; i < 100; i++) {
        TifaDocument *before = random_document(random), *after = random_document(random);
        g_autofree char *name = g_strdup_printf("seed %d, pair %d", _i, i);
        ck_pair(before, after, name);
        tifa_document_free(before);
        tifa_document_free(after);
    }
    g_rand_free(random);
}
END_TEST

START_TEST(a_text_is_unchanged_from_itself)
{
    GRand *random = g_rand_new_with_seed(5);
    TifaDocument *document = random_document(random);
    TifaComparison *comparison = tifa_compare(document, document, NULL, NULL);
    size_t count;
    const TifaChange *changes = tifa_comparison_changes(comparison, &count);
    for (size_t i = 0; i < count; i++)
        ck_assert_int_eq(changes[i].kind, TIFA_CHANGE_UNCHANGED);
    tifa_comparison_free(comparison);
    tifa_document_free(document);
    g_rand_free(random);
}
END_TEST

Suite *suite_property(void)
{
    Suite *suite = suite_create("property");
    TCase *test = tcase_create("property");
    tcase_set_timeout(test, 300);
    tcase_add_loop_test(test, real_texts_are_rebuilt_from_their_comparison_and_mirror, 0,
                        (int)G_N_ELEMENTS(folders));
    tcase_add_loop_test(test, random_texts_are_rebuilt_from_their_comparison_and_mirror, 0, 5);
    tcase_add_test(test, a_text_is_unchanged_from_itself);
    suite_add_tcase(suite, test);
    return suite;
}
