/* The digest of a corpus's contents, and the questions it keeps. */
#include "place.h"
#include "store/store.h"

#include <check.h>
#include <string.h>

static int64_t add(Store *store, const char *digest, const char *text)
{
    g_autoptr(TifaDocument) document = document_new();
    document_add_block(document, &(TifaBlock){0}, text, strlen(text), NULL);
    int64_t source;
    StoreDocument added;
    ck_assert(store_add_source(store, digest, "a.md", 10, &source, NULL));
    ck_assert(store_add_document(store, source, 1, document, &added, NULL));
    ck_assert(store_add_fulltext(store, added.first_passage, false, text, strlen(text), NULL));
    return added.id;
}

START_TEST(the_digest_does_not_depend_on_the_order_of_adding)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    g_autofree char *empty = store_contents(store);
    ck_assert_uint_eq(strlen(empty), 32);
    int64_t first = add(store, "d1", "一");
    add(store, "d2", "二");
    g_autofree char *both = store_contents(store);
    ck_assert_str_ne(both, empty);
    ck_assert(store_remove_document(store, first, NULL));
    g_autofree char *one = store_contents(store);
    ck_assert_str_ne(one, both);
    add(store, "d1", "一");
    g_autofree char *again = store_contents(store);
    ck_assert_str_eq(again, both);
}
END_TEST

START_TEST(the_digest_tells_equal_files_with_other_texts_apart)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    int64_t id = add(store, "d1", "一");
    g_autofree char *before = store_contents(store);
    ck_assert(store_remove_document(store, id, NULL));
    add(store, "d1", "二");
    g_autofree char *after = store_contents(store);
    ck_assert_str_ne(after, before);
}
END_TEST

START_TEST(a_saved_question_is_replaced_found_listed_and_forgotten)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_save_question(store, "二", "创新", NULL));
    ck_assert(store_save_question(store, "one", "科技", NULL));
    ck_assert(store_save_question(store, "one", "技术", NULL));
    g_autofree char *question = NULL;
    ck_assert(store_find_question(store, "one", &question, NULL));
    ck_assert_str_eq(question, "技术");
    g_autoptr(GPtrArray) all = store_list_questions(store, NULL);
    ck_assert_uint_eq(all->len, 2);
    ck_assert_str_eq(((TifaSaved *)all->pdata[0])->name, "one");
    bool found;
    ck_assert(store_forget_question(store, "one", &found, NULL) && found);
    ck_assert(store_forget_question(store, "one", &found, NULL) && !found);
}
END_TEST

Suite *suite_contents(void)
{
    Suite *suite = suite_create("contents");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, the_digest_does_not_depend_on_the_order_of_adding);
    tcase_add_test(cases, the_digest_tells_equal_files_with_other_texts_apart);
    tcase_add_test(cases, a_saved_question_is_replaced_found_listed_and_forgotten);
    suite_add_tcase(suite, cases);
    return suite;
}
