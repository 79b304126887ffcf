#include "text/wire.h"

#include "text/document.h"

#include <check.h>
#include <string.h>

static TifaDocument *sample(void)
{
    TifaDocument *document = document_new();
    TifaBlock heading = {.kind = TIFA_BLOCK_HEADING, .level = 1, .page = 1, .box = {1, 2, 3, 4}};
    TifaBlock article = {
        .kind = TIFA_BLOCK_ARTICLE, .article = 12, .insert = 1, .flags = TIFA_BLOCK_OCR, .part = 2};
    document_add_block(document, &heading, "办法", strlen("办法"), NULL);
    document_add_block(document, &article, "第十二条之一 应当", strlen("第十二条之一 应当"), NULL);
    document_set_field(document, TIFA_FIELD_TITLE, "办法", "heading");
    document_warn(document, "page 3: no text layer");
    document_add_link(document, "https://example.org/a", "附件");
    return document;
}

static GByteArray *encoded(const TifaDocument *document)
{
    GByteArray *bytes = g_byte_array_new();
    wire_encode(document, bytes);
    return bytes;
}

START_TEST(a_document_arrives_as_it_was_sent)
{
    g_autoptr(TifaDocument) sent = sample();
    g_autoptr(GByteArray) bytes = encoded(sent);
    g_autoptr(TifaDocument) arrived = wire_decode(bytes->data, bytes->len, NULL);
    ck_assert_ptr_nonnull(arrived);
    ck_assert_str_eq(tifa_document_text(arrived, NULL), tifa_document_text(sent, NULL));
    ck_assert_mem_eq(tifa_document_blocks(arrived)->items, tifa_document_blocks(sent)->items,
                     2 * sizeof(TifaBlock));
    ck_assert_str_eq(tifa_document_field_origin(arrived, TIFA_FIELD_TITLE), "heading");
    ck_assert_str_eq(tifa_document_warnings(arrived)[0], "page 3: no text layer");
    size_t links;
    ck_assert_str_eq(document_links(arrived, &links)[0].url, "https://example.org/a");
    ck_assert_uint_eq(links, 1);
    g_autoptr(GByteArray) again = encoded(arrived);
    ck_assert_uint_eq(again->len, bytes->len);
    ck_assert_mem_eq(again->data, bytes->data, bytes->len);
}
END_TEST

START_TEST(a_message_cut_short_anywhere_is_refused)
{
    g_autoptr(TifaDocument) sent = sample();
    g_autoptr(GByteArray) bytes = encoded(sent);
    for (size_t length = 0; length < bytes->len; length++) {
        GError *error = NULL;
        ck_assert_ptr_null(wire_decode(bytes->data, length, &error));
        ck_assert_ptr_nonnull(error);
        g_error_free(error);
    }
}
END_TEST

START_TEST(a_message_with_any_byte_changed_is_refused_or_still_sound)
{
    g_autoptr(TifaDocument) sent = sample();
    g_autoptr(GByteArray) bytes = encoded(sent);
    for (size_t i = 0; i < bytes->len; i++) {
        bytes->data[i] ^= 0xFF;
        g_autoptr(TifaDocument) arrived = wire_decode(bytes->data, bytes->len, NULL);
        ck_assert(!arrived || document_is_sound(arrived));
        bytes->data[i] ^= 0xFF;
    }
}
END_TEST

Suite *suite_wire(void)
{
    Suite *suite = suite_create("wire");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, a_document_arrives_as_it_was_sent);
    tcase_add_test(cases, a_message_cut_short_anywhere_is_refused);
    tcase_add_test(cases, a_message_with_any_byte_changed_is_refused_or_still_sound);
    suite_add_tcase(suite, cases);
    return suite;
}
