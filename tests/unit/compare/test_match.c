#include "compare/match.h"

#include <check.h>
#include <string.h>

Suite *suite_match(void);

/* The words of `text`, a letter each, all of two characters. */
static void add_words(Words *words, const char *text)
{
    for (uint32_t i = 0; text[i]; i++)
        array_push(words, ((Word){{i, i + 1}, (uint32_t)text[i], 2, false}));
}

/* The kept letters of a match, changed places as '|'. */
static void ck_match(const char *before, const char *after, const char *expected)
{
    Words old_words = {0}, new_words = {0};
    WordPairs pairs = {0};
    g_autoptr(GString) kept = g_string_new(NULL);
    add_words(&old_words, before);
    add_words(&new_words, after);
    match_words(&old_words, &new_words, &pairs);
    size_t i = 0, j = 0;
    for (size_t k = 0; k < pairs.length; k++) {
        if (pairs.items[k].before != i || pairs.items[k].after != j)
            g_string_append_c(kept, '|');
        i = pairs.items[k].before;
        j = pairs.items[k].after;
        ck_assert_int_eq(before[i], after[j]);
        g_string_append_c(kept, before[i]);
        i++, j++;
    }
    if (i < strlen(before) || j < strlen(after))
        g_string_append_c(kept, '|');
    ck_assert_str_eq(kept->str, expected);
    array_clear(&old_words);
    array_clear(&new_words);
    array_clear(&pairs);
}

static const struct {
    const char *before, *after, *kept;
} matches[] = {
    {"abcdef", "abcdef", "abcdef"},
    {"abcdef", "abXdef", "ab|def"},
    {"abc", "", "|"},
    {"", "abc", "|"},
    {"abcd", "wxyz", "|"},
    {"abcdefgh", "abcdXefgh", "abcd|efgh"},
    {"aXbcYd", "aPbcQd", "a|bc|d"},    /* four equal characters are worth a second change */
    {"aXYZbUVWd", "aPQRbSTUd", "a|d"}, /* two are not */
};

START_TEST(equal_text_is_kept_where_it_is_worth_a_change)
{
    ck_match(matches[_i].before, matches[_i].after, matches[_i].kept);
}
END_TEST

START_TEST(words_that_stand_elsewhere_are_not_matched)
{
    Words before = {0}, after = {0};
    WordPairs pairs = {0};
    add_words(&before, "abc");
    add_words(&after, "abc");
    before.items[1].is_elsewhere = true;
    match_words(&before, &after, &pairs);
    ck_assert_uint_eq(pairs.length, 2);
    ck_assert_uint_eq(pairs.items[0].before, 0);
    ck_assert_uint_eq(pairs.items[1].before, 2);
    array_clear(&before);
    array_clear(&after);
    array_clear(&pairs);
}
END_TEST

START_TEST(very_long_stretches_are_divided_at_words_that_stand_once)
{
    Words before = {0}, after = {0};
    WordPairs pairs = {0};
    for (uint32_t i = 0; i < 9000; i++) {
        array_push(&before, ((Word){{i, i + 1}, i % 3 == 0 ? 100000 + i : 1 + i % 7, 2, false}));
        if (i % 100 != 1)
            array_push(&after,
                       ((Word){{i, i + 1}, i % 3 == 0 ? 100000 + i : 1 + (i + i / 1000) % 7, 2, false}));
    }
    match_words(&before, &after, &pairs);
    ck_assert_uint_ge(pairs.length, 3000);
    for (size_t i = 0; i < pairs.length; i++)
        ck_assert_uint_eq(before.items[pairs.items[i].before].number,
                          after.items[pairs.items[i].after].number);
    array_clear(&before);
    array_clear(&after);
    array_clear(&pairs);
}
END_TEST

Suite *suite_match(void)
{
    Suite *suite = suite_create("match");
    TCase *test = tcase_create("match");
    tcase_set_timeout(test, 60);
    tcase_add_loop_test(test, equal_text_is_kept_where_it_is_worth_a_change, 0, (int)G_N_ELEMENTS(matches));
    tcase_add_test(test, words_that_stand_elsewhere_are_not_matched);
    tcase_add_test(test, very_long_stretches_are_divided_at_words_that_stand_once);
    suite_add_tcase(suite, test);
    return suite;
}
