#include "segment/unit.h"

#include <check.h>
#include <string.h>

/* The units of a text, separated by '|'. */
static char *show(const char *text)
{
    Units units = {0};
    size_t end = units_scan(&units, text, 0, strlen(text), 1000);
    GString *shown = g_string_new(NULL);
    for (size_t i = 0; i < units.length; i++) {
        size_t next = i + 1 < units.length ? units.items[i + 1].start : end;
        g_string_append_len(shown, text + units.items[i].start, (gssize)(next - units.items[i].start));
        g_string_append_c(shown, i + 1 < units.length ? '|' : '\0');
    }
    array_clear(&units);
    return g_string_free(shown, FALSE);
}

static const char *const cuts[][2] = {
    {"国务院", "国|务|院"},
    {"5G和COVID-19", "5G|和|COVID-19"},
    {"state-of-the-art R&D", "state-of-the-art| |R&D"},
    {"China’s and don't", "China’s| |and| |don't"},
    {"the U.S. and e.g. this.", "the| |U.S.| |and| |e.g.| |this|."},
    {"U.S.-China, U.K.’s, Ph.D. work", "U.S.-China|,| |U.K.’s|,| |Ph.D.| |work"},
    {"the parties' own", "the| |parties'| |own"},
    {"the 'rules' of", "the| |'|rules|'| |of"},
    {"1.5km² at 25°C", "1.5km²| |at| |25°C"},
    {"1,234.5元，1,2", "1,234.5|元|，|1|,|2"},
    {"增长5.5%左右", "增|长|5.5%|左|右"},
    {"2021-2025 10:30", "2021|-|2025| |10:30"},
    {"见https://www.gov.cn/a?b=c。", "见|https://www.gov.cn/a?b=c|。"},
    {"(www.gov.cn).", "(|www.gov.cn|)|."},
    {"a.b@c.cn", "a.b@c.cn"},
    {"AI＋行动", "AI＋|行|动"},
    {"C++ a+b", "C++| |a|+|b"},
    {"e\xCC\x81t\xCC\x81", "e\xCC\x81t\xCC\x81"},
    {"国\xCC\x81务", "国\xCC\x81|务"},
    {"１２３．４％", "１２３．４％"},
    {"  \t\xE3\x80\x80一", "  \t\xE3\x80\x80|一"},
    {"𠀀字", "𠀀|字"},
};

START_TEST(units_are_cut_as_listed)
{
    g_autofree char *shown = show(cuts[_i][0]);
    ck_assert_str_eq(shown, cuts[_i][1]);
}
END_TEST

START_TEST(a_line_break_is_known_to_its_space)
{
    Units units = {0};
    units_scan(&units, "a \nb c", 0, 6, 100);
    ck_assert_uint_eq(units.length, 5);
    ck_assert(units.items[1].ends_line);
    ck_assert(!units.items[3].ends_line);
    array_clear(&units);
}
END_TEST

START_TEST(the_limit_is_kept_and_the_rest_comes_next)
{
    Units units = {0};
    size_t next = units_scan(&units, "一二三四", 0, 12, 3);
    ck_assert_uint_eq(next, 9);
    ck_assert_uint_eq(units.length, 3);
    ck_assert_uint_eq(units_scan(&units, "一二三四", next, 12, 3), 12);
    ck_assert_uint_eq(units.length, 4);
    array_clear(&units);
}
END_TEST

Suite *suite_unit(void);
Suite *suite_unit(void)
{
    Suite *suite = suite_create("unit");
    TCase *tcase = tcase_create("unit");
    tcase_add_loop_test(tcase, units_are_cut_as_listed, 0, G_N_ELEMENTS(cuts));
    tcase_add_test(tcase, a_line_break_is_known_to_its_space);
    tcase_add_test(tcase, the_limit_is_kept_and_the_rest_comes_next);
    suite_add_tcase(suite, tcase);
    return suite;
}
