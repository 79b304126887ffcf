#include "text/dates.h"

#include <check.h>
#include <string.h>

Suite *suite_dates(void);

static const struct {
    const char *text, *iso; /* NULL: no date */
    size_t used;
} dates[] = {
    {"2021年3月12日印发", "2021-03-12", 16},
    {"２０２１ 年 3 月 12 日", "2021-03-12", 29},
    {"二〇二一年三月十二日", "2021-03-12", 30},
    {"二○二一年十二月三十一日", "2021-12-31", 36},
    {"一九九九年", "1999", 15},
    {"1991 年 4 月第七届", "1991-04", 14},
    {"2021-03-12T08:00", "2021-03-12", 10},
    {"2021/3/2 ", "2021-03-02", 8},
    {"2021.3.12", "2021-03-12", 9},
    {"14 May 2025", "2025-05-14", 11},
    {"3rd June, 2024", "2024-06-03", 14},
    {"May 14, 2025.", "2025-05-14", 12},
    {"Sept. 1 2017", "2017-09-01", 12},
    {"March 2024", "2024-03", 10},
    {"2021年2月30日", NULL, 0},
    {"2021年13月", "2021", 7},
    {"21世纪", NULL, 0},
    {"3021年3月12日", NULL, 0},
    {"May the", NULL, 0},
    {"二十一年", NULL, 0},
    {"2021", NULL, 0},
    {"", NULL, 0},
};

START_TEST(dates_are_read_as_documents_write_them)
{
    Date date;
    size_t used = date_read(dates[_i].text, strlen(dates[_i].text), &date);
    ck_assert_uint_eq(used, dates[_i].used);
    if (!dates[_i].iso)
        return;
    g_autofree char *iso = date_iso(date);
    ck_assert_str_eq(iso, dates[_i].iso);
}
END_TEST

START_TEST(a_date_is_found_inside_a_sentence)
{
    const char *text = "根据12021年的编号和2018年9月20日的决定";
    TifaSpan place;
    Date date;
    ck_assert(date_find(text, strlen(text), &place, &date));
    ck_assert_uint_eq(place.start, strlen("根据12021年的编号和"));
    ck_assert_int_eq(date.day, 20);
}
END_TEST

START_TEST(text_without_a_date_has_none)
{
    TifaSpan place;
    Date date;
    ck_assert(!date_find("第12条 Mayor 三月", strlen("第12条 Mayor 三月"), &place, &date));
}
END_TEST

START_TEST(a_line_that_is_a_date_may_have_brackets)
{
    Date date;
    const char *alone = "（2025年3月21日）", *more = "2025年3月21日印发";
    ck_assert(date_is_all(alone, strlen(alone), &date));
    ck_assert(!date_is_all(more, strlen(more), &date));
}
END_TEST

START_TEST(a_year_comes_before_its_months)
{
    ck_assert_int_lt(date_compare((Date){2021, 0, 0}, (Date){2021, 3, 0}), 0);
    ck_assert_int_gt(date_compare((Date){2021, 3, 12}, (Date){2021, 3, 1}), 0);
    ck_assert_int_eq(date_compare((Date){2021, 3, 12}, (Date){2021, 3, 12}), 0);
}
END_TEST

Suite *suite_dates(void)
{
    Suite *suite = suite_create("dates");
    TCase *tests = tcase_create("dates");
    tcase_add_loop_test(tests, dates_are_read_as_documents_write_them, 0, G_N_ELEMENTS(dates));
    tcase_add_test(tests, a_date_is_found_inside_a_sentence);
    tcase_add_test(tests, text_without_a_date_has_none);
    tcase_add_test(tests, a_line_that_is_a_date_may_have_brackets);
    tcase_add_test(tests, a_year_comes_before_its_months);
    suite_add_tcase(suite, tests);
    return suite;
}
