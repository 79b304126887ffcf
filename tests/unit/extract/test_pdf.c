#include "extract/pdf_library.h"
#include "extract/pdf_maker.h"

#include <check.h>
#include <string.h>

static const char FIRST[] = "为贯彻落实创新驱动发展战略要求现就有关事";
static const char SECOND[] = "项通知如下，请各有关单位认真遵照执行。";

START_TEST(what_poppler_needs_from_disk_is_there)
{
    PdfLibrary poppler;
    ck_assert(pdf_library_open(&poppler, NULL));
    ck_assert(pdf_library_has_maps());
}
END_TEST

START_TEST(chinese_lines_are_joined_without_a_blank)
{
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_text(maker, 100, 100, 16, FIRST);
    pdf_maker_text(maker, 100, 128, 16, SECOND);
    pdf_maker_page(maker);
    g_autofree char *text = pdf_maker_read_text(maker);
    g_autofree char *expected = g_strconcat(FIRST, SECOND, NULL);
    ck_assert_str_eq(text, expected);
}
END_TEST

START_TEST(english_lines_are_joined_with_a_blank_and_without_the_line_end_hyphen)
{
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_text(maker, 80, 100, 12, "The spending on research is to grow by seven per cent, and spend-");
    pdf_maker_text(maker, 80, 116, 12, "ing on basic research is to grow even faster, by eight per cent.");
    pdf_maker_page(maker);
    g_autofree char *text = pdf_maker_read_text(maker);
    ck_assert_str_eq(text, "The spending on research is to grow by seven per cent, and spending on basic "
                           "research is to grow even faster, by eight per cent.");
}
END_TEST

START_TEST(a_hyphen_that_the_document_uses_elsewhere_stays)
{
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_text(maker, 80, 100, 12, "A water-jet cutter was built, and everyone agreed that the water-");
    pdf_maker_text(maker, 80, 116, 12, "jet cutter is a good one, and that another one should be built.");
    pdf_maker_page(maker);
    g_autofree char *text = pdf_maker_read_text(maker);
    ck_assert_ptr_nonnull(strstr(text, "the water-jet cutter"));
}
END_TEST

START_TEST(columns_are_read_one_after_the_other)
{
    PdfMaker *maker = pdf_maker_new();
    for (int i = 0; i < 6; i++) {
        pdf_maker_text(maker, 60, 100 + 18 * i, 12, "左栏文字左栏文字左栏文字左栏文字");
        pdf_maker_text(maker, 320, 100 + 18 * i, 12, "右栏文字右栏文字右栏文字右栏文字");
    }
    pdf_maker_page(maker);
    g_autofree char *text = pdf_maker_read_text(maker);
    ck_assert_ptr_null(strstr(strstr(text, "右"), "左"));
}
END_TEST

START_TEST(a_table_is_read_row_by_row)
{
    static const char *const cells[4][3] = {{"序号", "指标", "二〇二〇年"},
                                            {"一", "投入", "百分之七"},
                                            {"二", "占比", "百分之六"},
                                            {"三", "专利", "六点三件"}};
    PdfMaker *maker = pdf_maker_new();
    for (int row = 0; row < 4; row++) {
        for (int column = 0; column < 3; column++)
            pdf_maker_text(maker, 80 + 150 * column, 100 + 30 * row, 12, cells[row][column]);
    }
    pdf_maker_page(maker);
    g_autoptr(TifaDocument) document = pdf_maker_read(maker, NULL);
    ck_assert_str_eq(tifa_document_text(document, NULL),
                     "序号\t指标\t二〇二〇年\n一\t投入\t百分之七\n二\t占比\t百分之六\n三\t专利\t六点三件");
    ck_assert_uint_eq(tifa_document_blocks(document)->items[0].kind, TIFA_BLOCK_ROW);
}
END_TEST

START_TEST(vertical_writing_is_read_from_right_to_left)
{
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_vertical(maker, 540, 60, 16, "第一条为了深化国家监察体制改革，加强对所有行使");
    pdf_maker_vertical(maker, 510, 60, 16, "公权力的公职人员的监督。");
    pdf_maker_page(maker);
    g_autoptr(TifaDocument) document = pdf_maker_read(maker, NULL);
    ck_assert_str_eq(tifa_document_text(document, NULL),
                     "第一条为了深化国家监察体制改革，加强对所有行使公权力的公职人员的监督。");
    TifaBox box = tifa_document_blocks(document)->items[0].box;
    ck_assert(box.left > 495 && box.right < 560 && box.bottom - box.top > 300);
}
END_TEST

/* Three pages with a head, a page number and a paragraph that runs from each page to the next. */
static PdfMaker *make_pages(void)
{
    PdfMaker *maker = pdf_maker_new();
    for (int page = 1; page <= 3; page++) {
        g_autofree char *number = g_strdup_printf("- %d -", page);
        pdf_maker_text(maker, 220, 40, 9, "国家监察法规汇编");
        for (int line = 0; line < 20; line++)
            pdf_maker_text(maker, page == 1 && line == 0 ? 112 : 80, 100 + 28 * line, 16,
                           page == 1 && line == 0 ? "第一条文文文文文文文文文文文文文文文文文文文"
                                                  : "文文文文文文文文文文文文文文文文文文文文文文文文");
        pdf_maker_text(maker, 280, 800, 9, number);
        pdf_maker_page(maker);
    }
    return maker;
}

START_TEST(running_heads_and_page_numbers_are_left_out)
{
    g_autofree char *text = pdf_maker_read_text(make_pages());
    ck_assert_ptr_null(strstr(text, "汇编"));
    ck_assert_ptr_null(strstr(text, "-"));
}
END_TEST

START_TEST(a_paragraph_goes_on_over_pages)
{
    g_autoptr(TifaDocument) document = pdf_maker_read(make_pages(), NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    ck_assert_uint_eq(blocks->length, 1);
    ck_assert_uint_eq(blocks->items[0].page, 1);
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_PAGES), "3");
}
END_TEST

START_TEST(large_letters_make_a_heading)
{
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_text(maker, 200, 80, 24, "总体要求");
    pdf_maker_text(maker, 100, 128, 16, FIRST);
    pdf_maker_text(maker, 100, 156, 16, SECOND);
    pdf_maker_page(maker);
    g_autoptr(TifaDocument) document = pdf_maker_read(maker, NULL);
    ck_assert_uint_eq(tifa_document_blocks(document)->items[0].kind, TIFA_BLOCK_HEADING);
    ck_assert_uint_eq(tifa_document_blocks(document)->items[0].level, 1);
    ck_assert_uint_eq(tifa_document_blocks(document)->items[1].kind, TIFA_BLOCK_PARAGRAPH);
}
END_TEST

START_TEST(a_footnote_comes_behind_the_paragraph_it_interrupts)
{
    PdfMaker *maker = pdf_maker_new();
    for (int line = 0; line < 10; line++)
        pdf_maker_text(maker, 80, 100 + 28 * line, 16, "文文文文文文文文文文文文文文文文文文文文文文文文");
    pdf_maker_text(maker, 80, 700, 9, "①本文系研究项目成果。");
    pdf_maker_page(maker);
    pdf_maker_text(maker, 80, 100, 16, "文文文文文文文文文文文文文文文文文文文文文文文完");
    pdf_maker_text(maker, 80, 128, 16, "毕。");
    pdf_maker_page(maker);
    g_autoptr(TifaDocument) document = pdf_maker_read(maker, NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    ck_assert_uint_eq(blocks->length, 2);
    ck_assert_uint_eq(blocks->items[1].kind, TIFA_BLOCK_NOTE);
    ck_assert_uint_eq(blocks->items[1].page, 1);
}
END_TEST

START_TEST(gbk_bytes_in_a_western_font_are_repaired_and_marked)
{
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_bytes(maker, 80, 100, 16, "\xC4\xBF\xA1\xA1\xC2\xBC \xD4\xAD\xD4\xF2");
    pdf_maker_page(maker);
    g_autoptr(TifaDocument) document = pdf_maker_read(maker, NULL);
    ck_assert_str_eq(tifa_document_text(document, NULL), "目　录 原则");
    ck_assert_uint_eq(tifa_document_blocks(document)->items[0].flags, TIFA_BLOCK_REPAIRED);
}
END_TEST

START_TEST(western_accents_are_not_taken_for_chinese)
{
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_bytes(maker, 80, 100, 16,
                    "D\xFCsseldorf, \xC9"
                    "cole, Malm\xF6, S\xE3o Paulo");
    pdf_maker_page(maker);
    g_autofree char *text = pdf_maker_read_text(maker);
    ck_assert_str_eq(text, "Düsseldorf, École, Malmö, São Paulo");
}
END_TEST

START_TEST(a_page_without_text_is_an_error_that_says_so)
{
    g_autoptr(GError) error = NULL;
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_page(maker);
    ck_assert_ptr_null(pdf_maker_read(maker, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "no text layer"));
}
END_TEST

START_TEST(what_is_no_pdf_is_an_error_that_says_so)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(TifaDocument) document = document_new();
    ExtractInput input = {.name = "x.pdf", .bytes = (const uint8_t *)"%PDF-1.4 and no more", .length = 20};
    ck_assert(!extract_pdf(&input, document, &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    ck_assert_ptr_nonnull(strstr(error->message, "not a PDF that can be read"));
}
END_TEST

/* A column of prose below a headline. */
static void put_article(PdfMaker *maker, double left, double top, const char *headline, const char *line)
{
    if (headline)
        pdf_maker_text(maker, left, top, 18, headline);
    for (int i = 0; i < 8; i++)
        pdf_maker_text(maker, left, top + 24 + 12 * i, 10, line);
    pdf_maker_text(maker, left, top + 24 + 12 * 8, 10, "文字到此。");
}

START_TEST(articles_of_a_newspaper_page_are_parts)
{
    PdfMaker *maker = pdf_maker_new();
    pdf_maker_text(maker, 40, 50, 24, "澜江日报第三版");
    put_article(maker, 40, 90, "加快科技创新", "左栏文字左栏文字左栏文字左栏文字");
    put_article(maker, 220, 90, NULL, "中栏文字中栏文字中栏文字中栏文字");
    put_article(maker, 400, 90, NULL, "右栏文字右栏文字右栏文字右栏文字");
    put_article(maker, 40, 300, "建设创新走廊", "次栏文字次栏文字次栏文字次栏文字");
    put_article(maker, 220, 300, "完善监督体系", "末栏文字末栏文字末栏文字末栏文字");
    put_article(maker, 400, 300, NULL, "尾栏文字尾栏文字尾栏文字尾栏文字");
    pdf_maker_page(maker);
    g_autoptr(TifaDocument) document = pdf_maker_read(maker, NULL);
    GString *marks = g_string_new(NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    for (size_t i = 0; i < blocks->length; i++)
        g_string_append_printf(marks, "%.3s%u",
                               tifa_document_text(document, NULL) + blocks->items[i].span.start,
                               blocks->items[i].part);
    ck_assert_str_eq(marks->str, "澜0加1左1中1右1建2次2完3末3尾3");
    g_string_free(marks, TRUE);
}
END_TEST

START_TEST(a_headline_does_not_go_on_with_text_that_breaks_off)
{
    PdfMaker *maker = pdf_maker_new();
    for (int i = 0; i < 8; i++) {
        pdf_maker_text(maker, 40, 100 + 12 * i, 10, "左栏文字左栏文字左栏文字左栏文字");
        pdf_maker_text(maker, 220, 130 + 12 * i, 10, "右栏文字右栏文字右栏文字右栏文字");
    }
    pdf_maker_text(maker, 220, 106, 18, "完善监督体系体系");
    pdf_maker_page(maker);
    g_autofree char *text = pdf_maker_read_text(maker);
    ck_assert_msg(strstr(text, "\n完善监督体系体系\n") != NULL, "%s", text);
}
END_TEST

START_TEST(headings_in_a_book_are_no_newspaper)
{
    PdfMaker *maker = pdf_maker_new();
    put_article(maker, 60, 90, "加快科技创新", "左栏文字左栏文字左栏文字左栏文字");
    put_article(maker, 320, 90, "建设创新走廊", "右栏文字右栏文字右栏文字右栏文字");
    pdf_maker_page(maker);
    g_autoptr(TifaDocument) document = pdf_maker_read(maker, NULL);
    for (size_t i = 0; i < tifa_document_blocks(document)->length; i++)
        ck_assert_uint_eq(tifa_document_blocks(document)->items[i].part, 0);
}
END_TEST

Suite *suite_pdf(void);
Suite *suite_pdf(void)
{
    Suite *suite = suite_create("pdf");
    TCase *tests = tcase_create("pdf");
    tcase_set_timeout(tests, 60);
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, what_poppler_needs_from_disk_is_there);
    tcase_add_test(tests, chinese_lines_are_joined_without_a_blank);
    tcase_add_test(tests, english_lines_are_joined_with_a_blank_and_without_the_line_end_hyphen);
    tcase_add_test(tests, a_hyphen_that_the_document_uses_elsewhere_stays);
    tcase_add_test(tests, columns_are_read_one_after_the_other);
    tcase_add_test(tests, a_table_is_read_row_by_row);
    tcase_add_test(tests, vertical_writing_is_read_from_right_to_left);
    tcase_add_test(tests, running_heads_and_page_numbers_are_left_out);
    tcase_add_test(tests, a_paragraph_goes_on_over_pages);
    tcase_add_test(tests, large_letters_make_a_heading);
    tcase_add_test(tests, articles_of_a_newspaper_page_are_parts);
    tcase_add_test(tests, a_headline_does_not_go_on_with_text_that_breaks_off);
    tcase_add_test(tests, headings_in_a_book_are_no_newspaper);
    tcase_add_test(tests, a_footnote_comes_behind_the_paragraph_it_interrupts);
    tcase_add_test(tests, gbk_bytes_in_a_western_font_are_repaired_and_marked);
    tcase_add_test(tests, western_accents_are_not_taken_for_chinese);
    tcase_add_test(tests, a_page_without_text_is_an_error_that_says_so);
    tcase_add_test(tests, what_is_no_pdf_is_an_error_that_says_so);
    return suite;
}
