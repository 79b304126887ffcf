/* Encodings: what pages and files are written in, whatever they declare. */
#include <check.h>
#include <string.h>

#include "extract/encoding.h"
#include "tifa.h"

/* Titles as they stand above pages, some of them short. */
static const char *const simplified[] = {
    "科技部",
    "通知公告",
    "关于加强基础研究的若干意见",
    "国家自然科学基金条例",
    "联通",
    "二〇二一年工作要点",
    "《办法》问答",
    "鲲鹏、昇腾产业链赋能行动",
    "人工智能（AI）伦理治理",
    "某研究所2021年度部门决算",
};

static const char *const traditional[] = {
    "科技部",       "國家科學及技術委員會", "關於加強基礎研究的若干意見", "行政院公報資訊網",
    "產業創新條例", "中央研究院組織法",     "臺灣大學研究發展處",
};

/* Decodes `text` after turning it into `encoding`, with a declaration, and checks what comes out. */
static void check_decodes(const char *text, const char *iconv_name, const char *declared,
                          const char *expected)
{
    gsize length;
    g_autofree char *bytes = g_convert(text, -1, iconv_name, "UTF-8", NULL, &length, NULL);
    ck_assert_ptr_nonnull(bytes);
    const char *encoding;
    size_t new_length, replaced;
    g_autofree char *decoded =
        encoding_decode((const uint8_t *)bytes, length, declared, &encoding, &new_length, &replaced);
    ck_assert_msg(strcmp(decoded, text) == 0, "%s as %s declared %s: read as %s: %s", text, iconv_name,
                  declared ? declared : "nothing", encoding, decoded);
    if (expected)
        ck_assert_str_eq(encoding, expected);
    ck_assert_uint_eq(replaced, 0);
    ck_assert_uint_eq(new_length, strlen(text));
}

/* A page of ordinary length around a title. */
static char *page_of(const char *title, const char *sentence)
{
    GString *page = g_string_new(NULL);
    g_string_append_printf(page, "<html><head><title>%s</title></head><body>", title);
    for (int i = 0; i < 20; i++)
        g_string_append_printf(page, "<p class=\"text\">%s</p>\r\n", sentence);
    g_string_append(page, "</body></html>");
    return g_string_free(page, FALSE);
}

START_TEST(simplified_titles_are_read_in_every_encoding_without_a_declaration)
{
    check_decodes(simplified[_i], "UTF-8", NULL, "UTF-8");
    check_decodes(simplified[_i], "GB18030", NULL, "GB18030");
}
END_TEST

START_TEST(traditional_titles_are_read_in_every_encoding_without_a_declaration)
{
    check_decodes(traditional[_i], "UTF-8", NULL, "UTF-8");
    if (_i > 0) /* 科技部 in Big5 is three good characters of GBK too */
        check_decodes(traditional[_i], "BIG5", NULL, "Big5");
}
END_TEST

START_TEST(a_declaration_that_lies_is_not_followed)
{
    static const char *const lies[] = {"iso-8859-1", "big5",      "utf-8", "windows-1251",
                                       "euc-kr",     "shift_jis", "x"};
    check_decodes("关于加强基础研究的若干意见", "GB18030", lies[_i], "GB18030");
    check_decodes("关于加强基础研究的若干意见", "UTF-8", lies[_i], "UTF-8");
}
END_TEST

START_TEST(whole_pages_are_read_in_every_encoding_whatever_they_declare)
{
    static const char *const declared[] = {NULL, "gb2312", "big5", "utf-8", "iso-8859-1"};
    static const char *const encodings[] = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"};
    g_autofree char *page =
        page_of(simplified[2], "各有关单位要按照要求，认真组织实施，并于2021年6月底前报送。");
    for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++)
        check_decodes(page, encodings[i], declared[_i], encodings[i]);
    g_autofree char *other =
        page_of(traditional[2], "各有關單位應依照要求，認真組織實施，並於六月底前報送。");
    check_decodes(other, "BIG5", declared[_i], "Big5");
    check_decodes(other, "GBK", declared[_i], "GB18030");
}
END_TEST

START_TEST(western_and_other_declared_encodings_are_read)
{
    check_decodes("Der Fünfjahresplan für Forschung, Größe und Qualität", "CP1252", NULL, "windows-1252");
    check_decodes(
        "Der Fünfjahresplan für Forschung, Größe und Qualität: Übersicht über die Fördermaßnahmen der Länder",
        "CP1252", "gb2312", "windows-1252");
    check_decodes("Развитие науки и техники в Китае", "CP1251", "windows-1251", "windows-1251");
    check_decodes("科学技術基本計画について", "SHIFT_JIS", "Shift_JIS", "Shift_JIS");
    check_decodes("과학기술 기본계획에 관한 연구", "EUC-KR", "euc-kr", "EUC-KR");
    check_decodes("Развитие науки и техники", "UTF-8", NULL, "UTF-8");
}
END_TEST

START_TEST(byte_order_marks_are_followed_and_taken_off)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *encoding;
    } cases[] = {
        {"\xEF\xBB\xBF"
         "a",
         4, "UTF-8"},
        {"\xFF\xFE"
         "a\0",
         4, "UTF-16LE"},
        {"\xFE\xFF\0a", 4, "UTF-16BE"},
        {"\xFF\xFE\0\0a\0\0\0", 8, "UTF-32LE"},
    };
    const char *encoding;
    size_t length, replaced;
    g_autofree char *text = encoding_decode((const uint8_t *)cases[_i].bytes, cases[_i].length, NULL,
                                            &encoding, &length, &replaced);
    ck_assert_str_eq(text, "a");
    ck_assert_str_eq(encoding, cases[_i].encoding);
}
END_TEST

START_TEST(a_mark_of_utf8_before_a_gbk_page_is_seen_through)
{
    const char bytes[] =
        "\xEF\xBB\xBF\xB9\xD8\xD3\xDA\xBC\xD3\xC7\xBF\xBB\xF9\xB4\xA1\xD1\xD0\xBE\xBF"; /* 关于加强基础研究 */
    const char *encoding;
    size_t length, replaced;
    g_autofree char *text =
        encoding_decode((const uint8_t *)bytes, sizeof bytes - 1, NULL, &encoding, &length, &replaced);
    ck_assert_str_eq(text, "关于加强基础研究");
}
END_TEST

START_TEST(utf8_with_some_bad_bytes_stays_utf8_and_they_are_counted)
{
    const char bytes[] = "关于\xFF加强基础研究\xE7\xA7";
    const char *encoding;
    size_t length, replaced;
    g_autofree char *text =
        encoding_decode((const uint8_t *)bytes, sizeof bytes - 1, "gb2312", &encoding, &length, &replaced);
    ck_assert_str_eq(encoding, "UTF-8");
    ck_assert_str_eq(text, "关于\uFFFD加强基础研究\uFFFD");
    ck_assert_uint_eq(replaced, 2);
}
END_TEST

START_TEST(a_bad_byte_in_gbk_costs_one_character_and_not_the_rest)
{
    const char bytes[] = "\xB9\xD8\xD3\xDA\xFF\xBC\xD3\xC7\xBF<p>\xBB\xF9\xB4\xA1\xD1\xD0\xBE\xBF";
    const char *encoding;
    size_t length, replaced;
    g_autofree char *text =
        encoding_decode((const uint8_t *)bytes, sizeof bytes - 1, NULL, &encoding, &length, &replaced);
    ck_assert_str_eq(text, "关于\uFFFD加强<p>基础研究");
}
END_TEST

START_TEST(nul_characters_are_left_out_and_counted)
{
    const char *encoding;
    size_t length, replaced;
    g_autofree char *text = encoding_decode((const uint8_t *)"plain\0 text and more of it", 26, NULL,
                                            &encoding, &length, &replaced);
    ck_assert_str_eq(text, "plain text and more of it");
    ck_assert_uint_eq(replaced, 1);
}
END_TEST

START_TEST(names_of_encodings_are_known_by_their_many_spellings)
{
    ck_assert_str_eq(encoding_name("GB2312"), "GB18030");
    ck_assert_str_eq(encoding_name("gb_2312-80"), "GB18030");
    ck_assert_str_eq(encoding_name("ISO-8859-1"), "windows-1252");
    ck_assert_ptr_null(encoding_name("klingon"));
    ck_assert_ptr_null(encoding_name(NULL));
}
END_TEST

Suite *suite_encoding(void)
{
    Suite *suite = suite_create("encoding");
    TCase *tcase = tcase_create("decode");
    tcase_add_loop_test(tcase, simplified_titles_are_read_in_every_encoding_without_a_declaration, 0,
                        G_N_ELEMENTS(simplified));
    tcase_add_loop_test(tcase, traditional_titles_are_read_in_every_encoding_without_a_declaration, 0,
                        G_N_ELEMENTS(traditional));
    tcase_add_loop_test(tcase, a_declaration_that_lies_is_not_followed, 0, 7);
    tcase_add_loop_test(tcase, whole_pages_are_read_in_every_encoding_whatever_they_declare, 0, 5);
    tcase_add_test(tcase, western_and_other_declared_encodings_are_read);
    tcase_add_loop_test(tcase, byte_order_marks_are_followed_and_taken_off, 0, 4);
    tcase_add_test(tcase, a_mark_of_utf8_before_a_gbk_page_is_seen_through);
    tcase_add_test(tcase, utf8_with_some_bad_bytes_stays_utf8_and_they_are_counted);
    tcase_add_test(tcase, a_bad_byte_in_gbk_costs_one_character_and_not_the_rest);
    tcase_add_test(tcase, nul_characters_are_left_out_and_counted);
    tcase_add_test(tcase, names_of_encodings_are_known_by_their_many_spellings);
    suite_add_tcase(suite, tcase);
    return suite;
}
