#include "text/document.h"

#include <check.h>
#include <string.h>

static const char *text_of(TifaDocument *document, TifaBlockKind kind, const char *text)
{
    TifaBlock block = {.kind = (uint16_t)kind};
    ck_assert(document_add_block(document, &block, text, strlen(text), NULL));
    return tifa_document_text(document, NULL);
}

START_TEST(the_text_is_the_blocks_joined_by_line_ends)
{
    g_autoptr(TifaDocument) document = document_new();
    text_of(document, TIFA_BLOCK_HEADING, "第一章　总则");
    ck_assert_str_eq(text_of(document, TIFA_BLOCK_PARAGRAPH, "第一条 为了促进"),
                     "第一章　总则\n第一条 为了促进");
    const TifaBlocks *blocks = tifa_document_blocks(document);
    ck_assert_uint_eq(blocks->length, 2);
    ck_assert_uint_eq(blocks->items[1].span.start, blocks->items[0].span.end + 1);
    ck_assert(document_is_sound(document));
}
END_TEST

START_TEST(white_space_is_one_blank_inside_and_nothing_at_the_ends)
{
    g_autoptr(TifaDocument) document = document_new();
    ck_assert_str_eq(text_of(document, TIFA_BLOCK_PARAGRAPH, " 　\r\n科技 \n\t创新　总　则\u00A0 "),
                     "科技 创新　总　则");
}
END_TEST

START_TEST(a_row_keeps_its_tabs_and_its_empty_cells)
{
    g_autoptr(TifaDocument) document = document_new();
    ck_assert_str_eq(text_of(document, TIFA_BLOCK_ROW, "索引号\t\t2021\t"), "索引号\t\t2021\t");
}
END_TEST

START_TEST(an_empty_block_is_not_added)
{
    g_autoptr(TifaDocument) document = document_new();
    text_of(document, TIFA_BLOCK_PARAGRAPH, "科技");
    ck_assert_str_eq(text_of(document, TIFA_BLOCK_PARAGRAPH, " \n　"), "科技");
    ck_assert_uint_eq(tifa_document_blocks(document)->length, 1);
    ck_assert(document_is_sound(document));
}
END_TEST

START_TEST(control_characters_cannot_reach_a_terminal)
{
    g_autoptr(TifaDocument) document = document_new();
    ck_assert_str_eq(text_of(document, TIFA_BLOCK_PARAGRAPH,
                             "a\033[31mb\a\xC2\x9B"
                             "c"),
                     "a[31mbc");
}
END_TEST

START_TEST(bad_bytes_give_one_warning_however_many)
{
    g_autoptr(TifaDocument) document = document_new();
    text_of(document, TIFA_BLOCK_PARAGRAPH, "a\xFF");
    text_of(document, TIFA_BLOCK_PARAGRAPH, "b\xFE");
    const char *const *warnings = tifa_document_warnings(document);
    ck_assert_ptr_nonnull(warnings[0]);
    ck_assert_ptr_null(warnings[1]);
}
END_TEST

START_TEST(a_hundred_warnings_are_enough)
{
    g_autoptr(TifaDocument) document = document_new();
    for (int i = 0; i < 100000; i++)
        document_warn(document, "page %d: no text layer", i);
    const char *const *warnings = tifa_document_warnings(document);
    ck_assert_uint_eq(g_strv_length((char **)warnings), 100);
    ck_assert_str_eq(warnings[99], "and more warnings than these");
}
END_TEST

START_TEST(the_first_who_offers_a_field_wins_and_who_sets_it_replaces)
{
    g_autoptr(TifaDocument) document = document_new();
    document_offer_field(document, TIFA_FIELD_DATE, "2021-03-12", "preamble");
    document_offer_field(document, TIFA_FIELD_DATE, "2001-01-01", "file name");
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_DATE), "2021-03-12");
    document_set_field(document, TIFA_FIELD_DATE, "2021-12-24", "meta");
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_DATE), "2021-12-24");
    ck_assert_str_eq(tifa_document_field_origin(document, TIFA_FIELD_DATE), "meta");
    document_set_field(document, TIFA_FIELD_TITLE, "  ", "meta");
    ck_assert_ptr_null(tifa_document_field(document, TIFA_FIELD_TITLE));
}
END_TEST

START_TEST(every_field_has_a_name_of_its_own)
{
    for (TifaField field = 0; field < TIFA_FIELD_COUNT; field++)
        for (TifaField other = 0; other < field; other++)
            ck_assert_str_ne(tifa_field_name(field), tifa_field_name(other));
}
END_TEST

Suite *suite_document(void)
{
    Suite *suite = suite_create("document");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, the_text_is_the_blocks_joined_by_line_ends);
    tcase_add_test(cases, white_space_is_one_blank_inside_and_nothing_at_the_ends);
    tcase_add_test(cases, a_row_keeps_its_tabs_and_its_empty_cells);
    tcase_add_test(cases, an_empty_block_is_not_added);
    tcase_add_test(cases, control_characters_cannot_reach_a_terminal);
    tcase_add_test(cases, bad_bytes_give_one_warning_however_many);
    tcase_add_test(cases, a_hundred_warnings_are_enough);
    tcase_add_test(cases, the_first_who_offers_a_field_wins_and_who_sets_it_replaces);
    tcase_add_test(cases, every_field_has_a_name_of_its_own);
    suite_add_tcase(suite, cases);
    return suite;
}
