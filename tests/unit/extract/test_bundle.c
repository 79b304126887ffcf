/* Archives and web archives, good, bad and hostile. */
#include "sample.h"

#include <check.h>
#include <locale.h>
#include <string.h>

Suite *suite_bundle(void);

static void check_outcome(const char *name, const GByteArray *bytes, const char *expected)
{
    g_autofree char *outcome = sample_outcome(name, bytes->data, bytes->len);
    ck_assert_str_eq(outcome, expected);
}

START_TEST(every_file_of_an_archive_is_read_or_named)
{
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){{"folder/one.txt", "first text"},
                                                                  {"two.md", "# 第二个文件"},
                                                                  {"bad.caj", "KDH "},
                                                                  {"empty.txt", ""},
                                                                  {"__MACOSX/._one.txt", "litter"},
                                                                  {".DS_Store", "litter"},
                                                                  {NULL, NULL}});
    check_outcome(
        "a.zip", zip,
        "text: first text\nmarkdown: 第二个文件\n"
        "failed: bad.caj: is a CAJ document, which cannot be read; open it in CAJViewer and save it as PDF, "
        "or fetch the PDF from CNKI\nfailed: empty.txt: is empty; fetch it again\n");
}
END_TEST

START_TEST(an_archive_without_anything_readable_says_so)
{
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){{"Thumbs.db", "x"}, {NULL, NULL}});
    check_outcome("a.zip", zip, "error: holds no file that can be read; unpack it and see\n");
}
END_TEST

START_TEST(what_belongs_to_a_saved_page_is_passed_over)
{
    g_autoptr(GByteArray) zip =
        sample_zip((const SampleMember[]){{"page.txt", "the text"},
                                          {"page_files/style.css", "p { color: red }"},
                                          {"page_files/logo.png", "\x89PNG\r\n\x1A\n"},
                                          {NULL, NULL}});
    check_outcome("a.zip", zip, "text: the text\n");
    g_autoptr(GByteArray) scans =
        sample_zip((const SampleMember[]){{"1.png", "\x89PNG\r\n\x1A\n"}, {NULL, NULL}});
    check_outcome(
        "a.zip", scans,
        "error: nothing in it can be read (1 images in the archive were passed over; --ocr reads them)\n"
        "failed: 1 images in the archive were passed over; --ocr reads them\n");
}
END_TEST

START_TEST(archives_in_archives_are_read_but_not_without_end)
{
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){{"a.txt", "text"}, {NULL, NULL}});
    for (int depth = 1; depth <= 3; depth++) {
        g_autofree char *outcome = sample_outcome("a.zip", zip->data, zip->len);
        ck_assert_str_eq(outcome, "text: text\n");
        GByteArray *outer = sample_zip_one("in.zip", zip->data, zip->len);
        g_byte_array_unref(zip);
        zip = outer;
    }
    check_outcome(
        "a.zip", zip,
        "error: nothing in it can be read (in.zip: is an archive in 3 archives; unpack it and read the "
        "files in it)\nfailed: in.zip: is an archive in 3 archives; unpack it and read the files in it\n");
}
END_TEST

START_TEST(a_cut_archive_gives_an_error_and_no_harm)
{
    g_autoptr(GByteArray) zip =
        sample_zip((const SampleMember[]){{"one.txt", "first text"},
                                          {"two.txt", "the second text is a little longer than the first"},
                                          {NULL, NULL}});
    for (guint length = 4; length < zip->len; length += 3) {
        g_autofree char *copy = g_memdup2(zip->data, length);
        g_autofree char *outcome = sample_outcome("a.zip", copy, length);
        ck_assert_msg(*outcome != '\0', "nothing is said of the first %u bytes", length);
    }
}
END_TEST

START_TEST(names_in_gbk_are_read)
{
    g_autofree char *name = g_convert("关于开展试点工作的通知.txt", -1, "GBK", "UTF-8", NULL, NULL, NULL);
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){{name, "text"}, {NULL, NULL}});
    g_autoptr(GPtrArray) documents = g_ptr_array_new(), failures = g_ptr_array_new();
    ExtractInput input = {.name = "a.zip", .bytes = zip->data, .length = zip->len};
    ck_assert(extract_any(&input, documents, failures, NULL));
    ck_assert_uint_eq(documents->len, 1);
    g_autoptr(TifaDocument) document = documents->pdata[0];
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_MEMBER), "关于开展试点工作的通知.txt");
}
END_TEST

/* Windows and Python mark such names as UTF-8 (APPNOTE 4.4.4, bit 11); tar writes them as they are. */
START_TEST(names_marked_as_utf_8_are_read)
{
    static const char zip[] =
        "\120\113\003\004\024\000\000\010\000\000\000\000\041\000\307\247\213\073\004\000"
        "\000\000\004\000\000\000\012\000\000\000\351\200\232\347\237\245\056\164\170\164"
        "\164\145\170\164\120\113\001\002\024\000\024\000\000\010\000\000\000\000\041\000"
        "\307\247\213\073\004\000\000\000\004\000\000\000\012\000\000\000\000\000\000\000"
        "\000\000\000\000\000\000\000\000\000\000\351\200\232\347\237\245\056\164\170\164"
        "\120\113\005\006\000\000\000\000\001\000\001\000\070\000\000\000\054\000\000\000"
        "\000\000";
    g_autoptr(GPtrArray) documents = g_ptr_array_new(), failures = g_ptr_array_new();
    ExtractInput input = {.name = "a.zip", .bytes = (const uint8_t *)zip, .length = sizeof zip - 1};
    ck_assert_ptr_nonnull(setlocale(LC_CTYPE, "C.UTF-8")); /* as tifa-read does */
    ck_assert(extract_any(&input, documents, failures, NULL));
    ck_assert_uint_eq(documents->len, 1);
    g_autoptr(TifaDocument) document = documents->pdata[0];
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_MEMBER), "通知.txt");
}
END_TEST

START_TEST(a_bomb_is_stopped)
{
    g_autofree char *zeros = g_strnfill(100 * 1024 * 1024, ' ');
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){
        {"1.txt", zeros}, {"2.txt", zeros}, {"3.txt", zeros}, {"4.txt", "last"}, {NULL, NULL}});
    g_autofree char *outcome = sample_outcome("a.zip", zip->data, zip->len);
    ck_assert_ptr_nonnull(strstr(outcome, "failed: 3.txt: unpacks to more than"));
}
END_TEST

/* ---- WARC --------------------------------------------------------------------------------------------- */

#define PAGE                                                                                                  \
    "<html><head><title>关于开展试点的通知</title></head><body><h1>关于开展试点的通知</h1>" \
    "<p>各有关单位要高度重视，认真组织实施，确保各项工作落到实处。</p></body></html>"

/* Appends a record of a web archive. */
static void append_record(GString *out, const char *kind, const char *url, const char *block)
{
    g_string_append_printf(
        out, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Length: %zu\r\n\r\n%s\r\n\r\n",
        kind, url, strlen(block), block);
}

START_TEST(pages_of_a_web_archive_are_read_and_nothing_else)
{
    g_autoptr(GString) warc = g_string_new(NULL);
    append_record(warc, "warcinfo", "about:", "software: x\r\n");
    append_record(warc, "request", "http://a.example/", "GET / HTTP/1.1\r\n\r\n");
    append_record(warc, "response", "http://a.example/1",
                  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" PAGE);
    append_record(warc, "response", "http://a.example/2", "HTTP/1.1 404 Not Found\r\n\r\n" PAGE);
    append_record(warc, "response", "http://a.example/3",
                  "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx");
    append_record(warc, "response", "http://a.example/4",
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n"
                  "4\r\nword\r\n6\r\ns of 4\r\n0\r\n\r\n");
    g_autofree char *outcome = sample_outcome("a.warc", warc->str, warc->len);
    ck_assert_str_eq(outcome, "html: 关于开展试点的通知\ntext: words of 4\n");
}
END_TEST

START_TEST(a_cut_web_archive_gives_what_stands_before_and_says_so)
{
    g_autoptr(GString) warc = g_string_new(NULL);
    append_record(warc, "resource", "http://a.example/1", "a text that is whole");
    append_record(warc, "resource", "http://a.example/2", "a text that is cut");
    g_autofree char *outcome = sample_outcome("a.warc", warc->str, warc->len - 10);
    ck_assert_str_eq(outcome, "text: a text that is whole\n"
                              "failed: a.warc: the web archive is damaged or cut short; fetch it again\n");
}
END_TEST

Suite *suite_bundle(void)
{
    Suite *suite = suite_create("bundle");
    TCase *tests = tcase_create("bundle");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, every_file_of_an_archive_is_read_or_named);
    tcase_add_test(tests, an_archive_without_anything_readable_says_so);
    tcase_add_test(tests, what_belongs_to_a_saved_page_is_passed_over);
    tcase_add_test(tests, archives_in_archives_are_read_but_not_without_end);
    tcase_add_test(tests, a_cut_archive_gives_an_error_and_no_harm);
    tcase_add_test(tests, names_in_gbk_are_read);
    tcase_add_test(tests, names_marked_as_utf_8_are_read);
    tcase_add_test(tests, a_bomb_is_stopped);
    tcase_add_test(tests, pages_of_a_web_archive_are_read_and_nothing_else);
    tcase_add_test(tests, a_cut_web_archive_gives_what_stands_before_and_says_so);
    suite_add_tcase(suite, tests);
    return suite;
}
