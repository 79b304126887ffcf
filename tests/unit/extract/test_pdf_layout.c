#include "extract/pdf_heads.h"
#include "extract/pdf_layout.h"

#include <check.h>
#include <string.h>

static PdfPage page;
static PdfLines lines;

static void set_up(void)
{
    page = (PdfPage){.width = 600, .height = 800};
    lines = (PdfLines){0};
}

static void tear_down(void)
{
    pdf_page_clear(&page);
    pdf_lines_clear(&lines);
}

/* Puts a piece as wide as its Han characters on the page, its upper left corner at x, y. */
static void put(PdfPage *on, float x, float y, float size, const char *text)
{
    float width = size * (float)g_utf8_strlen(text, -1);
    array_push(&on->pieces,
               ((PdfPiece){g_strdup(text), x, y, x + width, y + size, size, size, false, false}));
}

/* Puts so many lines of 14 characters below each other; each begins with `mark`. */
static void put_column(float x, float y, int count, const char *mark)
{
    g_autofree char *text = g_strconcat(mark, "文文文文文文文文文文文文文", NULL);
    for (int i = 0; i < count; i++)
        put(&page, x, y + 15 * (float)i, 10, text);
}

/* The first characters of the page's lines in reading order. */
static char *read_marks(void)
{
    uint32_t column = 0;
    GString *marks = g_string_new(NULL);
    pdf_layout(&page, 1, &column, &lines);
    for (size_t i = 0; i < lines.length; i++)
        g_string_append_unichar(marks, g_utf8_get_char(lines.items[i].text));
    return g_string_free(marks, FALSE);
}

START_TEST(a_headline_is_read_before_the_columns_below_it)
{
    put_column(300, 100, 3, "乙");
    put_column(40, 100, 3, "甲");
    put(&page, 40, 60, 24, "题文文文文文文文文文文文文文文");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(marks, "题甲甲甲乙乙乙");
}
END_TEST

START_TEST(an_article_below_columns_is_read_after_all_of_them)
{
    put_column(40, 100, 4, "甲");
    put_column(300, 100, 4, "乙");
    put(&page, 40, 200, 20, "题文");
    put_column(40, 240, 4, "丙");
    put_column(300, 240, 4, "丁");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(marks, "甲甲甲甲乙乙乙乙题丙丙丙丙丁丁丁丁");
}
END_TEST

START_TEST(articles_beside_each_other_are_cut_at_different_heights)
{
    put_column(40, 100, 12, "甲");
    put_column(220, 100, 4, "乙");
    put_column(400, 100, 4, "丙");
    put(&page, 220, 190, 20, "题文文文文文文文文文文文文文");
    put_column(220, 220, 4, "丁");
    put_column(400, 220, 4, "戊");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(marks, "甲甲甲甲甲甲甲甲甲甲甲甲乙乙乙乙丙丙丙丙题丁丁丁丁戊戊戊戊");
}
END_TEST

START_TEST(headlines_that_cross_every_gap_do_not_mix_the_columns)
{
    put(&page, 40, 100, 20, "题文文文文文文文文文文文文文文");
    put_column(40, 130, 16, "甲");
    put_column(220, 130, 6, "乙");
    put_column(400, 103, 8, "丙");
    put(&page, 220, 240, 20, "次文文文文文文文文文文文文文文");
    put_column(220, 270, 6, "丁");
    put_column(400, 270, 6, "戊");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(
        marks, "题甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲乙乙乙乙乙乙丙丙丙丙丙丙丙丙次丁丁丁丁丁丁戊戊戊戊戊戊");
}
END_TEST

START_TEST(numbered_headings_at_one_height_do_not_part_columns)
{
    put_column(40, 100, 4, "甲");
    put(&page, 40, 170, 13, "2 文文文");
    put_column(40, 195, 6, "乙");
    put_column(300, 100, 4, "丙");
    put(&page, 300, 170, 13, "3 文文文");
    put_column(300, 202, 7, "丁");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(marks, "甲甲甲甲2乙乙乙乙乙乙丙丙丙丙3丁丁丁丁丁丁丁");
}
END_TEST

START_TEST(text_beside_smaller_references_is_no_headline)
{
    put_column(40, 100, 4, "甲");
    put_column(40, 190, 4, "乙");
    put_column(300, 100, 4, "丙");
    put_column(300, 190, 4, "丁");
    for (int i = 0; i < 30; i++)
        put(&page, 300, 270 + 10 * (float)i, 8, "注文文文文文文文文文文文文文文");
    g_autofree char *marks = read_marks();
    ck_assert(g_str_has_prefix(marks, "甲甲甲甲乙乙乙乙丙丙丙丙丁丁丁丁注"));
}
END_TEST

START_TEST(articles_that_interlock_are_read_one_by_one)
{
    put(&page, 40, 100, 24, "一文文文文文文文文文文");
    put_column(40, 135, 8, "甲");
    put_column(190, 135, 8, "乙");
    put(&page, 340, 100, 20, "二文文文文文文");
    put_column(340, 135, 20, "丙");
    put(&page, 40, 270, 20, "三文文文文文文");
    put_column(40, 305, 20, "丁");
    put(&page, 190, 450, 24, "四文文文文文文文文文文");
    put_column(190, 485, 8, "戊");
    put_column(340, 485, 8, "己");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(marks, "一甲甲甲甲甲甲甲甲乙乙乙乙乙乙乙乙"
                            "二丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙丙"
                            "三丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁"
                            "四戊戊戊戊戊戊戊戊己己己己己己己己");
}
END_TEST

START_TEST(columns_to_the_sides_of_a_centred_headline_are_of_its_article)
{
    put(&page, 220, 60, 20, "题文文文");
    put_column(40, 100, 6, "甲");
    put_column(190, 100, 6, "乙");
    put_column(340, 100, 6, "丙");
    put(&page, 220, 230, 20, "次文文文");
    put_column(40, 270, 6, "丁");
    put_column(190, 270, 6, "戊");
    put_column(340, 270, 6, "己");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(marks, "题甲甲甲甲甲甲乙乙乙乙乙乙丙丙丙丙丙丙次丁丁丁丁丁丁戊戊戊戊戊戊己己己己己己");
}
END_TEST

START_TEST(a_column_flows_around_a_picture_and_its_caption)
{
    put(&page, 40, 60, 20, "题文文文文文文文文");
    put_column(40, 100, 20, "甲");
    put_column(190, 100, 4, "乙");
    put(&page, 190, 300, 9, "图文文文文。");
    put_column(190, 325, 5, "丙");
    put_column(340, 100, 20, "丁");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(marks, "题甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲乙乙乙乙丙丙丙丙丙"
                            "丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁图");
}
END_TEST

START_TEST(cells_of_several_lines_make_one_row)
{
    for (int row = 0; row < 3; row++) {
        float y = 100 + 60 * (float)row;
        put(&page, 40, y, 10, "年份");
        put(&page, 120, y, 10, "说明第一行，");
        put(&page, 120, y + 13, 10, "第二行");
        put(&page, 300, y, 10, "稳定");
    }
    g_autofree char *marks = read_marks();
    ck_assert_uint_eq(lines.length, 3);
    ck_assert_str_eq(lines.items[0].text, "年份\t说明第一行，第二行\t稳定");
    ck_assert(lines.items[0].is_row);
}
END_TEST

START_TEST(an_empty_cell_keeps_its_tab)
{
    for (int row = 0; row < 4; row++) {
        put(&page, 40, 100 + 30 * (float)row, 10, "甲");
        if (row != 2)
            put(&page, 120, 100 + 30 * (float)row, 10, "乙");
        put(&page, 200, 100 + 30 * (float)row, 10, "丙");
    }
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(lines.items[2].text, "甲\t\t丙");
}
END_TEST

START_TEST(marks_set_apart_from_their_text_make_no_table)
{
    for (int i = 0; i < 3; i++) {
        put(&page, 40, 100 + 45 * (float)i, 10, "一、");
        put_column(90, 100 + 45 * (float)i, 3, "文");
    }
    g_autofree char *marks = read_marks();
    for (size_t i = 0; i < lines.length; i++)
        ck_assert(!lines.items[i].is_row);
    ck_assert_uint_eq(lines.length, 9);
}
END_TEST

START_TEST(a_word_set_wide_is_one_word)
{
    put(&page, 200, 100, 20, "通");
    put(&page, 260, 100, 20, "知");
    g_autofree char *marks = read_marks();
    ck_assert_str_eq(lines.items[0].text, "通知");
}
END_TEST

/* ---- Running lines ------------------------------------------------------------------------------------- */

/* Pages with a head, a number and lines of text; frees them after the running lines are out. Gives what is
 * left. */
static char *read_pages(const char *const *heads, size_t count, float head_y)
{
    g_autofree PdfPage *pages = g_new0(PdfPage, count);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < count; i++) {
        g_autofree char *number = g_strdup_printf("%zu", i + 1);
        pages[i].width = 600;
        pages[i].height = 800;
        put(&pages[i], 200, head_y, 9, heads[i]);
        for (int line = 0; line < 30; line++)
            put(&pages[i], 60, 80 + 20 * (float)line, 10, "正文");
        put(&pages[i], 300, 760, 9, number);
    }
    pdf_heads_remove(pages, count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < pages[i].pieces.length; j++)
            g_string_append(text, pages[i].pieces.items[j].text);
        pdf_page_clear(&pages[i]);
    }
    return g_string_free(text, FALSE);
}

START_TEST(heads_and_page_numbers_are_taken_out)
{
    static const char *const heads[] = {"汇编", "监察法", "汇编", "监察法"};
    g_autofree char *text = read_pages(heads, 4, 40);
    ck_assert_ptr_null(strstr(text, "汇编"));
    ck_assert_ptr_null(strstr(text, "监察法"));
    ck_assert_ptr_null(strpbrk(text, "1234"));
}
END_TEST

START_TEST(the_head_of_a_chapter_of_one_page_is_taken_out_too)
{
    static const char *const heads[] = {"汇编", "汇编", "附录", "汇编", "汇编"};
    g_autofree char *text = read_pages(heads, 5, 40);
    ck_assert_ptr_null(strstr(text, "附录"));
}
END_TEST

START_TEST(first_lines_that_differ_stay)
{
    static const char *const heads[] = {"甲", "乙", "丙", "丁"};
    g_autofree char *text = read_pages(heads, 4, 40);
    ck_assert_ptr_nonnull(strstr(text, "乙"));
}
END_TEST

START_TEST(a_note_that_repeats_stays)
{
    static const char *const heads[] = {"①本文系成果", "①本文系成果", "①本文系成果"};
    g_autofree char *text = read_pages(heads, 3, 40);
    ck_assert_ptr_nonnull(strstr(text, "成果"));
}
END_TEST

START_TEST(the_issue_of_a_newspaper_is_taken_out)
{
    static const char *const heads[] = {"2023年4月11日　星期四　第22版　责编：甲"};
    g_autofree char *text = read_pages(heads, 1, 40);
    ck_assert_ptr_null(strstr(text, "星期"));
}
END_TEST

START_TEST(what_stands_alone_in_the_margin_of_a_single_page_is_taken_out)
{
    static const char *const heads[] = {"公司深度"};
    g_autofree char *text = read_pages(heads, 1, 30);
    ck_assert_ptr_null(strstr(text, "深度"));
    static const char *const lines_of_text[] = {"公司深度"};
    g_autofree char *lower = read_pages(lines_of_text, 1, 80);
    ck_assert_ptr_nonnull(strstr(lower, "深度"));
}
END_TEST

START_TEST(the_only_line_of_a_page_is_its_text)
{
    page.width = 600;
    page.height = 800;
    put(&page, 60, 30, 10, "正文");
    pdf_heads_remove(&page, 1);
    ck_assert_uint_eq(page.pieces.length, 1);
}
END_TEST

Suite *suite_pdf_layout(void);
Suite *suite_pdf_layout(void)
{
    Suite *suite = suite_create("pdf layout");
    TCase *tests = tcase_create("pdf layout");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, a_headline_is_read_before_the_columns_below_it);
    tcase_add_test(tests, an_article_below_columns_is_read_after_all_of_them);
    tcase_add_test(tests, articles_beside_each_other_are_cut_at_different_heights);
    tcase_add_test(tests, headlines_that_cross_every_gap_do_not_mix_the_columns);
    tcase_add_test(tests, numbered_headings_at_one_height_do_not_part_columns);
    tcase_add_test(tests, text_beside_smaller_references_is_no_headline);
    tcase_add_test(tests, articles_that_interlock_are_read_one_by_one);
    tcase_add_test(tests, columns_to_the_sides_of_a_centred_headline_are_of_its_article);
    tcase_add_test(tests, a_column_flows_around_a_picture_and_its_caption);
    tcase_add_test(tests, cells_of_several_lines_make_one_row);
    tcase_add_test(tests, an_empty_cell_keeps_its_tab);
    tcase_add_test(tests, marks_set_apart_from_their_text_make_no_table);
    tcase_add_test(tests, a_word_set_wide_is_one_word);
    tcase_add_test(tests, heads_and_page_numbers_are_taken_out);
    tcase_add_test(tests, the_head_of_a_chapter_of_one_page_is_taken_out_too);
    tcase_add_test(tests, first_lines_that_differ_stay);
    tcase_add_test(tests, a_note_that_repeats_stays);
    tcase_add_test(tests, the_issue_of_a_newspaper_is_taken_out);
    tcase_add_test(tests, what_stands_alone_in_the_margin_of_a_single_page_is_taken_out);
    tcase_add_test(tests, the_only_line_of_a_page_is_its_text);
    return suite;
}
