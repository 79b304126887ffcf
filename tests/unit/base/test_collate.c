/* The orders of Chinese. */
#include "base/collate.h"

#include <check.h>
#include <string.h>

typedef struct {
    TifaCollation collation;
    const char *ordered[6];
} Case;

static const Case cases[] = {
    {TIFA_COLLATION_PINYIN,
     {"阿", "北京", "科技", "上海", "中国", NULL}}, /* a beijing keji shanghai zhongguo */
    {TIFA_COLLATION_PINYIN, {"科", "科技", "科学", "a", "b", NULL}},
    {TIFA_COLLATION_STROKE, {"一", "人", "大", "中", "国", NULL}},
    {TIFA_COLLATION_RADICAL, {"一", "人", "口", "水", "金", NULL}},
    {TIFA_COLLATION_CODEPOINT, {"A", "a", "一", "北", "阿", NULL}},
};

START_TEST(strings_come_as_a_dictionary_has_them)
{
    const Case *one = &cases[_i];
    g_autoptr(Collator) collator = collator_new(one->collation, NULL);
    ck_assert_ptr_nonnull(collator);
    for (size_t i = 0; one->ordered[i + 1]; i++) {
        const char *first = one->ordered[i], *second = one->ordered[i + 1];
        g_autoptr(GBytes) left = collator_key(collator, first, strlen(first));
        g_autoptr(GBytes) right = collator_key(collator, second, strlen(second));
        ck_assert_msg(g_bytes_compare(left, right) < 0, "%s %s", first, second);
    }
}
END_TEST

START_TEST(strings_that_differ_have_keys_that_differ)
{
    for (TifaCollation collation = TIFA_COLLATION_PINYIN; collation <= TIFA_COLLATION_CODEPOINT;
         collation++) {
        g_autoptr(Collator) collator = collator_new(collation, NULL);
        g_autoptr(GBytes) han = collator_key(collator, "豈", strlen("豈"));
        g_autoptr(GBytes) compatible = collator_key(collator, "\uF900", strlen("\uF900"));
        g_autoptr(GBytes) again = collator_key(collator, "豈", strlen("豈"));
        ck_assert(!g_bytes_equal(han, compatible));
        ck_assert(g_bytes_equal(han, again));
    }
}
END_TEST

START_TEST(a_long_string_has_a_whole_key)
{
    g_autoptr(Collator) collator = collator_new(TIFA_COLLATION_PINYIN, NULL);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 500; i++)
        g_string_append(text, "科技");
    g_autoptr(GBytes) whole = collator_key(collator, text->str, text->len);
    g_autoptr(GBytes) part = collator_key(collator, text->str, text->len - strlen("技"));
    ck_assert_int_lt(g_bytes_compare(part, whole), 0);
}
END_TEST

Suite *suite_collate(void)
{
    Suite *suite = suite_create("collate");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, strings_come_as_a_dictionary_has_them, 0, G_N_ELEMENTS(cases));
    tcase_add_test(all, strings_that_differ_have_keys_that_differ);
    tcase_add_test(all, a_long_string_has_a_whole_key);
    suite_add_tcase(suite, all);
    return suite;
}
