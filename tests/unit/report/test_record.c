#include "paper.h"
#include "report/record.h"

#include <check.h>

typedef struct {
    const char *value, *cell;
} Case;

static const Case cells[] = {
    {"科技", "科技"},
    {"a,b", "\"a,b\""},
    {"say \"yes\"", "\"say \"\"yes\"\"\""},
    {"two\nlines", "\"two\nlines\""},
    {"=1+1", "\"'=1+1\""},
    {"@cmd", "\"'@cmd\""},
    {"-5", "\"'-5\""},
    {"+科技", "\"'+科技\""},
    {"a=1", "a=1"},
    {"", ""},
};

START_TEST(a_cell_is_quoted_where_it_must_be_and_is_never_a_formula)
{
    Paper paper;
    paper_open(&paper, TIFA_FORMAT_CSV);
    record_print_csv(&paper.printer, json_pack("{s:s, s:i}", "key", cells[_i].value, "n", 7), false);
    g_autofree char *line = g_strdup_printf("%s,7\r\n", cells[_i].cell);
    ck_assert_str_eq(paper_read(&paper), line);
    paper_clear(&paper);
}
END_TEST

START_TEST(the_header_comes_once_and_lists_are_left_out)
{
    Paper paper;
    paper_open(&paper, TIFA_FORMAT_CSV);
    for (int i = 0; i < 2; i++)
        record_print(&paper.printer, json_pack("{s:i, s:n, s:[i]}", "a", i, "b", "c", 1), i == 0);
    ck_assert_str_eq(paper_read(&paper), "a,b\r\n0,\r\n1,\r\n");
    paper_clear(&paper);
}
END_TEST

START_TEST(json_is_one_line_with_its_version_first)
{
    Paper paper;
    paper_open(&paper, TIFA_FORMAT_JSON);
    record_print(&paper.printer, json_pack("{s:s, s:n}", "text", "军\n民\"", "none"), true);
    ck_assert_str_eq(paper_read(&paper), "{\"version\":1,\"text\":\"军\\n民\\\"\",\"none\":null}\n");
    paper_clear(&paper);
}
END_TEST

START_TEST(a_format_that_is_not_made_is_refused_with_those_that_are)
{
    Paper paper;
    paper_open(&paper, TIFA_FORMAT_HTML);
    GError *error = NULL;
    ck_assert(!record_accepts(&paper.printer, RECORD_TEXT | RECORD_JSON, "a check", &error));
    ck_assert_str_eq(error->message, "--format html: a check cannot be printed so; use one of text, json");
    g_error_free(error);
    paper_clear(&paper);
}
END_TEST

START_TEST(a_full_disk_is_told)
{
    TifaPrinter printer = {.file = fopen("/dev/full", "w"), .format = TIFA_FORMAT_JSON};
    ck_assert_ptr_nonnull(printer.file);
    record_print(&printer, json_pack("{s:i}", "a", 1), true);
    GError *error = NULL;
    ck_assert(!record_finish(&printer, &error));
    ck_assert_msg(g_str_has_prefix(error->message, "output: "), "%s", error->message);
    g_error_free(error);
    fclose(printer.file);
}
END_TEST

/* Two rows and a method, printed in a format. */
static const char *print_rows(Paper *paper, TifaFormat format, const char *match)
{
    paper_open(paper, format);
    g_autoptr(TifaMethod) method = tifa_method_new();
    tifa_method_add(method, "Command", "tifa find <科技>");
    paper->printer.method = method;
    for (int i = 0; match && i < 2; i++)
        record_print(&paper->printer, json_pack("{s:s, s:i, s:[]}", "match", match, "n", i, "list"), i == 0);
    GError *error = NULL;
    ck_assert_msg(record_finish(&paper->printer, &error), "%s", error ? error->message : "");
    return paper_read(paper);
}

START_TEST(a_page_shows_markup_as_text_and_ends_with_the_method)
{
    Paper paper;
    const char *page = print_rows(&paper, TIFA_FORMAT_HTML, "<b>&");
    ck_assert_ptr_nonnull(
        strstr(page, "<tr><td class=\"match\">&lt;b&gt;&amp;</td><td class=\"number\">1</td></tr>"));
    ck_assert_ptr_nonnull(strstr(page, "<dt>Command</dt><dd>tifa find &lt;科技&gt;</dd>"));
    ck_assert_ptr_null(strstr(page, "list"));
    paper_clear(&paper);
}
END_TEST

START_TEST(a_page_without_rows_is_a_page)
{
    Paper paper;
    ck_assert(g_str_has_suffix(print_rows(&paper, TIFA_FORMAT_HTML, NULL), "</html>\n"));
    paper_clear(&paper);
}
END_TEST

START_TEST(the_method_is_the_last_line_of_json)
{
    Paper paper;
    ck_assert(g_str_has_suffix(print_rows(&paper, TIFA_FORMAT_JSON, "科技"),
                               "{\"version\":1,\"method\":{\"Command\":\"tifa find <科技>\"}}\n"));
    paper_clear(&paper);
}
END_TEST

START_TEST(a_workbook_is_a_zip_archive)
{
    Paper paper;
    ck_assert_mem_eq(print_rows(&paper, TIFA_FORMAT_XLSX, "=1+1"), "PK\3\4", 4);
    ck_assert_uint_gt(paper.length, 1000);
    paper_clear(&paper);
}
END_TEST

Suite *suite_record(void)
{
    Suite *suite = suite_create("record");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, a_cell_is_quoted_where_it_must_be_and_is_never_a_formula, 0,
                        G_N_ELEMENTS(cells));
    tcase_add_test(all, the_header_comes_once_and_lists_are_left_out);
    tcase_add_test(all, json_is_one_line_with_its_version_first);
    tcase_add_test(all, a_format_that_is_not_made_is_refused_with_those_that_are);
    tcase_add_test(all, a_full_disk_is_told);
    tcase_add_test(all, a_page_shows_markup_as_text_and_ends_with_the_method);
    tcase_add_test(all, a_page_without_rows_is_a_page);
    tcase_add_test(all, the_method_is_the_last_line_of_json);
    tcase_add_test(all, a_workbook_is_a_zip_archive);
    suite_add_tcase(suite, all);
    return suite;
}
