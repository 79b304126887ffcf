#include "base/utf8.h"

#include <check.h>
#include <string.h>

START_TEST(bad_bytes_become_one_mark_for_each_broken_character)
{
    size_t length, replaced;
    g_autofree char *text = utf8_clean("a\xE5\x86z\xFF", 5, &length, &replaced);
    ck_assert_str_eq(text, "a\uFFFDz\uFFFD");
    ck_assert_uint_eq(replaced, 2);
    ck_assert_uint_eq(length, strlen(text));
}
END_TEST

START_TEST(a_nul_byte_hides_nothing_behind_it)
{
    size_t length, replaced;
    g_autofree char *text = utf8_clean("科\0技", 7, &length, &replaced);
    ck_assert_str_eq(text, "科\uFFFD技");
    ck_assert_uint_eq(replaced, 1);
}
END_TEST

START_TEST(text_comes_out_composed)
{
    size_t length;
    g_autofree char *text = utf8_clean("e\u0301 \uF900", 7, &length, NULL);
    ck_assert_str_eq(text, "é 豈");
}
END_TEST

START_TEST(good_text_is_left_as_it_is)
{
    const char *good = "国发〔2018〕5号　《办法》ＡＢ①㈠𠮷";
    size_t length, replaced;
    g_autofree char *text = utf8_clean(good, strlen(good), &length, &replaced);
    ck_assert_str_eq(text, good);
    ck_assert_uint_eq(replaced, 0);
}
END_TEST

START_TEST(width_counts_wide_characters_twice_and_marks_not_at_all)
{
    ck_assert_uint_eq(utf8_width("军民AI", strlen("军民AI")), 6);
    ck_assert_uint_eq(utf8_width("e\u0301", 3), 1);
    ck_assert_uint_eq(utf8_width("，", 3), 2);
    ck_assert_uint_eq(utf8_width("", 0), 0);
}
END_TEST

/* Characters as a reader sees them, parted by |. */
static const char *const clusters[] = {
    "军|民|A|I", "e\u0301|e", "a|\r\n|b",  "각|ᄀ\u1161\u11A8|가", "👩\u200D💻|👍\U0001F3FD|军",
    "🇨🇳|🇩🇪|x",   "x|🇨🇳|🇩",    "न\u093F|क", "葛\U000E0100|城",      "\u0301|a\u0301\u0302",
};

START_TEST(a_character_is_what_a_reader_sees)
{
    g_auto(GStrv) parts = g_strsplit(clusters[_i], "|", -1);
    g_autofree char *text = g_strjoinv("", parts);
    const char *end = text + strlen(text), *place = text;
    for (char **part = parts; *part; part++) {
        const char *next = utf8_cluster_end(place, end);
        g_autofree char *found = g_strndup(place, (size_t)(next - place));
        ck_assert_str_eq(found, *part);
        ck_assert_ptr_eq(utf8_cluster_start(text, next), place);
        place = next;
    }
    ck_assert_ptr_eq(place, end);
}
END_TEST

START_TEST(steps_stop_at_both_ends)
{
    const char *text = "军a民";
    const char *end = text + strlen(text);
    ck_assert_ptr_eq(utf8_forward(text, end, 2), text + 4);
    ck_assert_ptr_eq(utf8_forward(text, end, 9), end);
    ck_assert_ptr_eq(utf8_back(text, end, 2), text + 3);
    ck_assert_ptr_eq(utf8_back(text, end, 9), text);
    ck_assert_uint_eq(utf8_count(text, strlen(text)), 3);
}
END_TEST

START_TEST(steps_of_any_length_lead_to_the_same_character)
{
    const char *text = "军ab民é融 𠀀合发展2035年，Ω技术x创新与科技";
    const char *end = text + strlen(text), *place = text;
    size_t length = utf8_count(text, strlen(text));
    for (size_t i = 0; i <= length; i++, place = place < end ? g_utf8_next_char(place) : end) {
        ck_assert_ptr_eq(utf8_forward(text, end, i), place);
        ck_assert_ptr_eq(utf8_back(text, end, length - i), place);
    }
}
END_TEST

START_TEST(han_characters_of_all_planes_are_known)
{
    const gunichar han[] = {0x4E00, 0x9FFF, 0x3400, 0x20000, 0x2A6DF, 0x30000, 0x3007, 0x3005, 0xFA0E};
    const gunichar other[] = {'a', 0x3001, 0x3042, 0xAC00, 0xFF21, 0x2460, 0x1F600};
    for (size_t i = 0; i < G_N_ELEMENTS(han); i++)
        ck_assert_msg(utf8_is_han(han[i]), "U+%04X", han[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(other); i++)
        ck_assert_msg(!utf8_is_han(other[i]), "U+%04X", other[i]);
}
END_TEST

START_TEST(decoding_agrees_with_glib_for_every_character)
{
    size_t wrong = 0;
    for (gunichar c = 1; c < 0x110000; c++) {
        char bytes[8] = "";
        const char *place = bytes;
        int length = g_unichar_validate(c) ? g_unichar_to_utf8(c, bytes) : 0;
        wrong += length > 0 && (utf8_next(&place) != c || place != bytes + length);
    }
    ck_assert_uint_eq(wrong, 0);
}
END_TEST

Suite *suite_utf8(void)
{
    Suite *suite = suite_create("utf8");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, bad_bytes_become_one_mark_for_each_broken_character);
    tcase_add_test(cases, a_nul_byte_hides_nothing_behind_it);
    tcase_add_test(cases, text_comes_out_composed);
    tcase_add_test(cases, good_text_is_left_as_it_is);
    tcase_add_test(cases, width_counts_wide_characters_twice_and_marks_not_at_all);
    tcase_add_test(cases, steps_stop_at_both_ends);
    tcase_add_loop_test(cases, a_character_is_what_a_reader_sees, 0, G_N_ELEMENTS(clusters));
    tcase_add_test(cases, steps_of_any_length_lead_to_the_same_character);
    tcase_add_test(cases, han_characters_of_all_planes_are_known);
    tcase_add_test(cases, decoding_agrees_with_glib_for_every_character);
    suite_add_tcase(suite, cases);
    return suite;
}
