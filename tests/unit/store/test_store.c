#include "place.h"
#include "store/store.h"

#include <check.h>
#include <string.h>

static TifaDocument *sample(const char *text)
{
    TifaDocument *document = document_new();
    TifaBlock block = {.kind = TIFA_BLOCK_ARTICLE, .article = 3, .page = 2, .box = {1, 2, 3, 4}};
    document_add_block(document, &block, text, strlen(text), NULL);
    document_add_block(document, &(TifaBlock){.kind = TIFA_BLOCK_NOTE}, "注", strlen("注"), NULL);
    document_set_field(document, TIFA_FIELD_TITLE, "办法", "heading");
    document_set_field(document, TIFA_FIELD_DATE, "2021-03-12", "signature");
    document_warn(document, "page 2: no text layer");
    document_add_link(document, "https://example.org/", "附件");
    return document;
}

static int64_t add(Store *store, const char *digest, const char *text)
{
    g_autoptr(TifaDocument) document = sample(text);
    int64_t source;
    StoreDocument added;
    ck_assert(store_add_source(store, digest, "a.md", 10, &source, NULL));
    ck_assert(store_add_document(store, source, 1, document, &added, NULL));
    ck_assert(store_add_fulltext(store, added.first_passage, added.is_traditional, text, strlen(text), NULL));
    return added.id;
}

START_TEST(a_document_comes_back_as_it_was_added)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(store, NULL));
    int64_t id = add(store, "d1", "第三条 科技");
    ck_assert(store_commit(store, NULL));
    g_autoptr(TifaDocument) sent = sample("第三条 科技"), loaded = store_load_document(store, id, NULL);
    ck_assert_str_eq(tifa_document_text(loaded, NULL), tifa_document_text(sent, NULL));
    ck_assert_mem_eq(tifa_document_blocks(loaded)->items, tifa_document_blocks(sent)->items,
                     2 * sizeof(TifaBlock));
    ck_assert_str_eq(tifa_document_field(loaded, TIFA_FIELD_DATE), "2021-03-12");
    ck_assert_str_eq(tifa_document_field_origin(loaded, TIFA_FIELD_DATE), "signature");
    ck_assert_str_eq(tifa_document_warnings(loaded)[0], "page 2: no text layer");
    size_t links;
    ck_assert_str_eq(document_links(loaded, &links)[0].text, "附件");
}
END_TEST

START_TEST(what_is_not_committed_is_gone)
{
    Store *store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(store, NULL));
    add(store, "d1", "科技");
    store_close(store);
    g_autoptr(Store) again = store_open(path, STORE_READ, NULL);
    g_autoptr(GPtrArray) documents = store_list_documents(again, NULL);
    ck_assert_uint_eq(documents->len, 0);
}
END_TEST

static bool collect(int64_t passage, unsigned places, void *data, GError **error)
{
    (void)error;
    g_string_append_printf(data, "%d:%u ", (int)passage, places);
    return true;
}

START_TEST(removing_a_document_takes_it_out_of_every_table)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(store, NULL));
    int64_t first = add(store, "d1", "科技与科技");
    add(store, "d2", "科技创新");
    ck_assert(store_remove_document(store, first, NULL));
    ck_assert(store_commit(store, NULL));
    g_autoptr(GString) found = g_string_new(NULL);
    ck_assert(store_match(store, "\"科技\"", collect, found, NULL));
    ck_assert_str_eq(found->str, "3:1 ");
    int64_t source, rows;
    ck_assert(store_find_source(store, "d1", &source, NULL, NULL));
    ck_assert_int_eq(source, 0);
    const char *tables[] = {"passage", "field", "warning", "link"};
    const int64_t left[] = {2, 2, 1, 1};
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        ck_assert(store_count_rows(store, tables[i], &rows, NULL));
        ck_assert_msg(rows == left[i], "%s has %d rows", tables[i], (int)rows);
    }
}
END_TEST

static bool collect_one(int64_t passage, unsigned places, void *data, GError **error)
{
    collect(passage, places, data, error);
    return false;
}

START_TEST(a_walk_ends_when_the_visitor_has_enough)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(store, NULL));
    add(store, "d1", "科技");
    add(store, "d2", "科技");
    ck_assert(store_commit(store, NULL));
    g_autoptr(GString) found = g_string_new(NULL);
    ck_assert(store_match(store, "\"科技\"", collect_one, found, NULL));
    ck_assert_str_eq(found->str, "1:1 ");
}
END_TEST

static bool collect_passage(const StorePassage *passage, void *data, GError **error)
{
    (void)error;
    g_string_append_printf(data, "%d:%.*s ", (int)passage->id, (int)passage->length, passage->text);
    return true;
}

START_TEST(passages_of_a_list_come_in_its_order)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(store, NULL));
    add(store, "d1", "科技");
    add(store, "d2", "创新");
    int64_t wanted[] = {3, 1};
    StoreIds ids = {wanted, 2, 2};
    g_autoptr(GString) found = g_string_new(NULL);
    ck_assert(store_each_listed(store, &ids, collect_passage, found, NULL));
    ck_assert_str_eq(found->str, "3:创新 1:科技 ");
}
END_TEST

START_TEST(a_passage_of_a_list_that_is_missing_is_told)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    int64_t wanted[] = {7};
    StoreIds ids = {wanted, 1, 1};
    GError *error = NULL;
    ck_assert(!store_each_listed(store, &ids, collect_passage, NULL, &error));
    ck_assert_msg(strstr(error->message, "tifa check"), "%s", error->message);
    g_error_free(error);
}
END_TEST

START_TEST(a_file_that_is_no_corpus_is_named)
{
    const char *wrong[] = {"not a database at all, but long enough to look like one", ""};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        GError *error = NULL;
        g_file_set_contents(path, wrong[i], -1, NULL);
        ck_assert_ptr_null(store_open(path, STORE_READ, &error));
        ck_assert_msg(strstr(error->message, "corpus.tifa"), "%s", error->message);
        g_error_free(error);
    }
}
END_TEST

START_TEST(a_missing_corpus_is_not_made_by_reading_it)
{
    GError *error = NULL;
    ck_assert_ptr_null(store_open(path, STORE_READ, &error));
    ck_assert_msg(strstr(error->message, "add"), "%s", error->message);
    g_error_free(error);
    ck_assert(!g_file_test(path, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(a_reader_sees_the_last_commit_while_another_writes)
{
    g_autoptr(Store) writer = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(writer, NULL));
    add(writer, "d1", "科技");
    ck_assert(store_commit(writer, NULL));
    ck_assert(store_begin(writer, NULL));
    add(writer, "d2", "科技");
    g_autoptr(Store) reader = store_open(path, STORE_READ, NULL);
    g_autoptr(GPtrArray) documents = store_list_documents(reader, NULL);
    ck_assert_uint_eq(documents->len, 1);
    ck_assert(store_commit(writer, NULL));
}
END_TEST

Suite *suite_store(void)
{
    Suite *suite = suite_create("store");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, a_document_comes_back_as_it_was_added);
    tcase_add_test(cases, what_is_not_committed_is_gone);
    tcase_add_test(cases, removing_a_document_takes_it_out_of_every_table);
    tcase_add_test(cases, a_walk_ends_when_the_visitor_has_enough);
    tcase_add_test(cases, passages_of_a_list_come_in_its_order);
    tcase_add_test(cases, a_passage_of_a_list_that_is_missing_is_told);
    tcase_add_test(cases, a_file_that_is_no_corpus_is_named);
    tcase_add_test(cases, a_missing_corpus_is_not_made_by_reading_it);
    tcase_add_test(cases, a_reader_sees_the_last_commit_while_another_writes);
    suite_add_tcase(suite, cases);
    return suite;
}
