/* Which format a file is in, and what is said of those that cannot be read. */
#include "extract/sniff.h"
#include "sample.h"

#include <check.h>
#include <string.h>

Suite *suite_sniff(void);

static const struct {
    const char *name, *content;
    Format format;
} contents[] = {
    {"a.txt", "plain words", FORMAT_TEXT},
    {"a.pdf", "<!DOCTYPE html><html><body>not found</body></html>", FORMAT_HTML},
    {"a.html", "%PDF-1.4 ...", FORMAT_PDF},
    {"a", "\n\n garbage before %PDF-1.4", FORMAT_PDF},
    {"a.doc", "<html><head></head></html>", FORMAT_HTML},
    {"a.doc", "{\\rtf1 text}", FORMAT_RTF},
    {"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ...", FORMAT_OLD_OFFICE},
    {"a.txt", "\xEF\xBB\xBF<HTML lang=zh>", FORMAT_HTML},
    {"a", "  <!-- saved -->\n<html>", FORMAT_HTML},
    {"a", "<?xml version=\"1.0\"?><html/>", FORMAT_HTML},
    {"a", "<p>a piece of a page</p>", FORMAT_HTML},
    {"a.htm", "words <b>and</b> tags", FORMAT_HTML},
    {"a.md", "words <b>and</b> tags", FORMAT_MARKDOWN},
    {"a.md", "<!-- comment --> text", FORMAT_MARKDOWN},
    {"a", "---\ntitle: x\n---\n", FORMAT_MARKDOWN},
    {"a", "# Heading\n", FORMAT_MARKDOWN},
    {"a", "#hashtag", FORMAT_TEXT},
    {"a", "a < b", FORMAT_TEXT},
    {"a", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", FORMAT_MHTML},
    {"a", "WARC/1.0\r\n", FORMAT_WARC},
    {"a.caj", "KDH 2.00", FORMAT_CAJ},
    {"a.png", "\x89PNG\r\n\x1A\n", FORMAT_IMAGE},
    {"a.dat", "\x01\x02\x03\x04\x05\x06\x07\x08 binary", FORMAT_BINARY},
};

START_TEST(content_decides_and_the_name_is_a_hint)
{
    ExtractInput input = {.name = contents[_i].name,
                          .bytes = (const uint8_t *)contents[_i].content,
                          .length = strlen(contents[_i].content)};
    ck_assert_str_eq(format_id(sniff(&input)), format_id(contents[_i].format));
}
END_TEST

START_TEST(utf_16_is_text_and_its_pages_are_pages)
{
    gsize length;
    g_autofree char *bytes =
        g_convert("<html><body>文</body></html>", -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
    ExtractInput input = {.name = "", .bytes = (const uint8_t *)bytes, .length = length};
    ck_assert_str_eq(format_id(sniff(&input)), "html");
}
END_TEST

START_TEST(chinese_utf_16_without_a_mark_is_text)
{
    gsize length;
    g_autofree char *bytes = g_convert("关于加强科技创新工作的通知\n各有关单位：现将有关事项通知如下。", -1,
                                       "UTF-16LE", "UTF-8", NULL, &length, NULL);
    ExtractInput input = {.name = "", .bytes = (const uint8_t *)bytes, .length = length};
    ck_assert_str_eq(format_id(sniff(&input)), "text");
}
END_TEST

START_TEST(a_few_nul_bytes_do_not_make_a_text_binary)
{
    const char bytes[] = "a text of some length, in which\0 there is one zero\0, or two";
    ExtractInput input = {.name = "", .bytes = (const uint8_t *)bytes, .length = sizeof bytes};
    ck_assert_str_eq(format_id(sniff(&input)), "text");
}
END_TEST

static const struct {
    const char *member;
    Format format;
} packages[] = {
    {"word/document.xml", FORMAT_DOCX},      {"OFD.xml", FORMAT_OFD},
    {"xl/workbook.xml", FORMAT_SPREADSHEET}, {"ppt/presentation.xml", FORMAT_PRESENTATION},
    {"META-INF/container.xml", FORMAT_EPUB}, {"folder/notice.txt", FORMAT_ARCHIVE},
};

START_TEST(packages_are_told_apart_by_what_is_in_them)
{
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){{packages[_i].member, "x"}, {NULL, NULL}});
    ExtractInput input = {.name = "a.bin", .bytes = zip->data, .length = zip->len};
    ck_assert_str_eq(format_id(sniff(&input)), format_id(packages[_i].format));
}
END_TEST

static const struct {
    const char *name, *content, *outcome;
} refused[] = {
    {"a.wps", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
     "error: is an Office document of the years before 2007, which cannot be read; open it in LibreOffice, "
     "WPS or "
     "Word and save it as .docx\n"},
    {"a.caj", "KDH ",
     "error: is a CAJ document, which cannot be read; open it in CAJViewer and save it as PDF, or fetch the "
     "PDF from "
     "CNKI\n"},
    {"a.txt", " \n\n ", "error: holds no text; check it in the program it is from\n"},
};

START_TEST(what_cannot_be_read_is_told_what_to_do)
{
    g_autofree char *outcome =
        sample_outcome(refused[_i].name, refused[_i].content, strlen(refused[_i].content));
    ck_assert_str_eq(outcome, refused[_i].outcome);
}
END_TEST

START_TEST(a_wrong_name_is_a_warning)
{
    g_autoptr(GPtrArray) documents = g_ptr_array_new();
    const char content[] =
        "<html><body><p>国务院办公厅关于进一步完善有关政策的通知，请认真贯彻执行。</p></body></html>";
    ExtractInput input = {.name = "a.pdf", .bytes = (const uint8_t *)content, .length = strlen(content)};
    ck_assert(extract_any(&input, documents, documents, NULL));
    g_autoptr(TifaDocument) document = documents->pdata[0];
    ck_assert_str_eq(tifa_document_warnings(document)[0],
                     "is not a PDF, as its name says, but a web page; it was read as that");
}
END_TEST

START_TEST(the_paragraph_that_is_the_title_becomes_a_heading)
{
    g_autoptr(GPtrArray) documents = g_ptr_array_new();
    const char content[] = "关于开展试点工作的通知\n各有关单位：\n　　现将有关事项通知如下。\n";
    ExtractInput input = {.name = "a.txt", .bytes = (const uint8_t *)content, .length = strlen(content)};
    ck_assert(extract_any(&input, documents, documents, NULL));
    g_autoptr(TifaDocument) document = documents->pdata[0];
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_TITLE), "关于开展试点工作的通知");
    ck_assert_int_eq(tifa_document_blocks(document)->items[0].kind, TIFA_BLOCK_HEADING);
    ck_assert_int_eq(tifa_document_blocks(document)->items[0].level, 1);
}
END_TEST

Suite *suite_sniff(void)
{
    Suite *suite = suite_create("sniff");
    TCase *tests = tcase_create("sniff");
    tcase_add_loop_test(tests, content_decides_and_the_name_is_a_hint, 0, G_N_ELEMENTS(contents));
    tcase_add_test(tests, utf_16_is_text_and_its_pages_are_pages);
    tcase_add_test(tests, chinese_utf_16_without_a_mark_is_text);
    tcase_add_test(tests, a_few_nul_bytes_do_not_make_a_text_binary);
    tcase_add_loop_test(tests, packages_are_told_apart_by_what_is_in_them, 0, G_N_ELEMENTS(packages));
    tcase_add_loop_test(tests, what_cannot_be_read_is_told_what_to_do, 0, G_N_ELEMENTS(refused));
    tcase_add_test(tests, a_wrong_name_is_a_warning);
    tcase_add_test(tests, the_paragraph_that_is_the_title_becomes_a_heading);
    suite_add_tcase(suite, tests);
    return suite;
}
