#include "paper.h"
#include "report/style.h"

#include <check.h>

typedef struct {
    const char *text;
    unsigned columns;
    const char *start, *end; /* as printed from the start, padded, and from the end, flush right */
} Case;

static const Case cases[] = {
    {"军民融合", 8, "军民融合", "军民融合"},
    {"军民融合", 7, "军民融…", " 民融合"},
    {"军民融合", 6, "军民… ", "民融合"},
    {"军民", 6, "军民  ", "  军民"},
    {"AI技术", 5, "AI技…", "I技术"},
    {"I军技术", 5, "I军… ", " 技术"},
    {"", 3, "   ", "   "},
    {"a\tb\nc", 5, "a b c", "a b c"},
    {"e\u0301e", 2, "e\u0301e", "e\u0301e"},
    {"军e\u0301", 2, "… ", " e\u0301"},
    {"军\U000E0100a", 2, "… ", " a"},
    {"军", 1, "…", " "},
    {"军", 0, "", ""},
};

START_TEST(columns_are_filled_exactly_by_display_width)
{
    const Case *one = &cases[_i];
    Paper start, end;
    paper_open(&start, TIFA_FORMAT_TEXT);
    paper_open(&end, TIFA_FORMAT_TEXT);
    style_print_start(&start.printer, one->text, one->columns, true);
    style_print_end(&end.printer, one->text, one->columns);
    ck_assert_str_eq(paper_read(&start), one->start);
    ck_assert_str_eq(paper_read(&end), one->end);
    paper_clear(&start);
    paper_clear(&end);
}
END_TEST

START_TEST(colour_is_only_where_it_is_wanted)
{
    Paper paper;
    paper_open(&paper, TIFA_FORMAT_TEXT);
    style_print(&paper.printer, STYLE_HIT, "科技", strlen("科技"));
    ck_assert_str_eq(paper_read(&paper), "科技");
    paper.printer.has_color = true;
    style_print(&paper.printer, STYLE_HIT, "x", 1);
    ck_assert_str_eq(paper_read(&paper), "科技\033[1;31mx\033[0m");
    paper_clear(&paper);
}
END_TEST

typedef struct {
    const char *text;
    unsigned columns;
    const char *lines;
} Wrapping;

static const Wrapping wrappings[] = {
    {"one two three", 7, "one two\n  three"},
    {"one two three", 6, "one\n  two\n  three"},
    {"incomprehensible word", 5, "incomprehensible\n  word"},
    {"军民融合发展", 6, "军民融\n  合发展"},
    {"the 军民融合 label", 8, "the 军民\n  融合\n  label"},
    {"one  two", 3, "one\n  two"},
    {"", 5, ""},
};

START_TEST(lines_are_broken_at_blanks_and_between_han_characters)
{
    Paper paper;
    paper_open(&paper, TIFA_FORMAT_TEXT);
    style_print_wrapped(&paper.printer, wrappings[_i].text, wrappings[_i].columns, 2);
    ck_assert_str_eq(paper_read(&paper), wrappings[_i].lines);
    paper_clear(&paper);
}
END_TEST

Suite *suite_style(void)
{
    Suite *suite = suite_create("style");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, columns_are_filled_exactly_by_display_width, 0, G_N_ELEMENTS(cases));
    tcase_add_loop_test(all, lines_are_broken_at_blanks_and_between_han_characters, 0,
                        G_N_ELEMENTS(wrappings));
    tcase_add_test(all, colour_is_only_where_it_is_wanted);
    suite_add_tcase(suite, all);
    return suite;
}
