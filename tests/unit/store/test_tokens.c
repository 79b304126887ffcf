/* The tokens of texts: packed, written in rows, and read again. */
#include "base/random.h"
#include "place.h"
#include "store/classed.h"
#include "store/db.h"

#include <check.h>
#include <string.h>

START_TEST(numbers_come_back_as_they_were_packed)
{
    Random random = random_new(1);
    for (size_t count = 0; count < 200; count++) {
        uint32_t numbers[200], unpacked[200], largest = 0;
        for (size_t i = 0; i < count; i++) {
            numbers[i] = (uint32_t)random_next(&random) >> random_below(&random, 32);
            largest = MAX(largest, numbers[i]);
        }
        g_autoptr(GByteArray) bytes = g_byte_array_new();
        classed_put(bytes, numbers, count, classed_width(largest));
        classed_get(bytes->data, bytes->len, classed_width(largest), unpacked, count);
        ck_assert_mem_eq(numbers, unpacked, count * sizeof *numbers);
    }
}
END_TEST

START_TEST(of_packed_numbers_that_are_cut_off_the_first_come_back)
{
    const uint32_t numbers[] = {1, 20, 300, 5000, 2};
    uint32_t unpacked[G_N_ELEMENTS(numbers)];
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    classed_put(bytes, numbers, G_N_ELEMENTS(numbers), classed_width(5000));
    for (size_t size = 0; size <= bytes->len; size++) {
        g_autofree uint8_t *cut = g_memdup2(bytes->data, size);
        classed_get(cut, size, classed_width(5000), unpacked, G_N_ELEMENTS(numbers));
    }
    classed_get(bytes->data, 4, classed_width(5000), unpacked, G_N_ELEMENTS(numbers));
    ck_assert_uint_eq(unpacked[1], 20);
}
END_TEST

START_TEST(counts_and_distances_come_back)
{
    const uint32_t pairs[][2] = {{1, 1}, {2, 3}, {1, 4}, {500, 5}, {1 << 29, 1 << 30}};
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        packed_put_count(bytes, pairs[i][0], pairs[i][1]);
    Packed packed = {bytes->data, bytes->data + bytes->len};
    uint32_t distance, count;
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        ck_assert(packed_next_count(&packed, &distance, &count));
        ck_assert_uint_eq(distance, pairs[i][0]);
        ck_assert_uint_eq(count, pairs[i][1]);
    }
    ck_assert(!packed_next_count(&packed, &distance, &count));
}
END_TEST

START_TEST(sentences_end_where_the_tokens_say)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    const TifaToken tokens[] = {{{0, 6}, TIFA_TOKEN_WORD, 0},
                                {{6, 9}, TIFA_TOKEN_PUNCTUATION, TIFA_TOKEN_SENTENCE_END},
                                {{9, 209}, TIFA_TOKEN_OTHER, 0}};
    g_autofree char *text = g_strnfill(209, 'x');
    ck_assert(store_begin(store, NULL));
    ck_assert(store_add_tokens(store, 7, text, tokens, 3, NULL));
    ck_assert(store_end_tokens(store, 1, NULL));
    ck_assert(store_commit(store, NULL));
    StoreOffsets ends = {0};
    ck_assert(store_get_sentences(store, 7, &ends, NULL));
    ck_assert_uint_eq(ends.length, 2);
    ck_assert_uint_eq(ends.items[0], 9);
    ck_assert_uint_eq(ends.items[1], 209);
    array_clear(&ends);
}
END_TEST

/* Adds "科技 发展 科技 。" as passage 7 of document 1, and "发展" as passage 8. */
static void add_tokens(Store *store)
{
    static const char text[] = "科技发展科技。";
    const TifaToken tokens[] = {{{0, 6}, TIFA_TOKEN_WORD, 0},
                                {{6, 12}, TIFA_TOKEN_WORD, 0},
                                {{12, 18}, TIFA_TOKEN_WORD, 0},
                                {{18, 21}, TIFA_TOKEN_PUNCTUATION, TIFA_TOKEN_SENTENCE_END}};
    ck_assert(store_begin(store, NULL));
    ck_assert(store_add_tokens(store, 7, text, tokens, 4, NULL));
    ck_assert(store_add_tokens(store, 8, text, tokens + 1, 1, NULL));
    ck_assert(store_end_tokens(store, 1, NULL));
    ck_assert(store_commit(store, NULL));
}

START_TEST(a_document_knows_how_often_it_has_each_term)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    add_tokens(store);
    ck_assert(store_begin(store, NULL));
    ck_assert(store_end_tokens(store, 2, NULL));
    ck_assert(store_commit(store, NULL));
    const uint32_t expected[][2] = {{1, 2}, {2, 2}, {3, 1}};
    StoreCounts counts;
    uint32_t term, count;
    ck_assert(store_get_document_terms(store, 1, &counts, NULL));
    ck_assert_uint_eq(counts.words, 4);
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        ck_assert(store_next_count(&counts, &term, &count));
        ck_assert_uint_eq(term, expected[i][0]);
        ck_assert_uint_eq(count, expected[i][1]);
    }
    ck_assert(!store_next_count(&counts, &term, &count));
    for (int64_t without = 2; without < 4; without++) {
        ck_assert(store_get_document_terms(store, without, &counts, NULL));
        ck_assert(!store_next_count(&counts, &term, &count));
    }
}
END_TEST

static bool spell(int64_t passage, const StoreTermIds *terms, void *data, GError **error)
{
    (void)error;
    g_string_append_printf(data, "%d:", (int)passage);
    for (size_t i = 0; i < terms->length; i++)
        g_string_append_printf(data, "%u,", terms->items[i]);
    return true;
}

START_TEST(tokens_come_back_in_order)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    add_tokens(store);
    g_autoptr(GString) found = g_string_new(NULL);
    StoreTermIds terms = {0};
    ck_assert(store_get_tokens(store, 7, &terms, NULL));
    spell(7, &terms, found, NULL);
    ck_assert(store_get_tokens(store, 9, &terms, NULL));
    ck_assert_uint_eq(terms.length, 0);
    array_clear(&terms);
    ck_assert(store_each_tokens(store, 7, 9, spell, found, NULL));
    ck_assert_str_eq(found->str, "7:1,2,1,3,7:1,2,1,3,8:2,");
}
END_TEST

static bool spell_term(const StoreTerm *term, void *data, GError **error)
{
    (void)error;
    g_string_append_printf(data, "%u%.*s%d ", term->id, (int)term->length, term->text, term->kind);
    return true;
}

START_TEST(terms_are_found_by_id_and_by_text)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    add_tokens(store);
    StoreTerm term;
    uint32_t id;
    ck_assert(store_get_term(store, 2, &term, NULL));
    ck_assert_mem_eq(term.text, "发展", term.length);
    ck_assert(store_find_term(store, "科技", strlen("科技"), &id, NULL));
    ck_assert_uint_eq(id, 1);
    ck_assert(store_find_term(store, "科", strlen("科"), &id, NULL));
    ck_assert_uint_eq(id, 0);
    g_autoptr(GString) all = g_string_new(NULL);
    ck_assert(store_each_term(store, spell_term, all, NULL));
    ck_assert_str_eq(all->str, "1科技0 2发展0 3。3 ");
    GError *error = NULL;
    ck_assert(!store_get_term(store, 4, &term, &error));
    ck_assert_msg(strstr(error->message, "rebuild"), "%s", error->message);
    g_error_free(error);
}
END_TEST

START_TEST(what_was_counted_and_taken_back_is_not_counted_again)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    const TifaToken token = {{0, 6}, TIFA_TOKEN_WORD, 0};
    ck_assert(store_begin(store, NULL));
    ck_assert(store_add_tokens(store, 7, "发展", &token, 1, NULL));
    store_rollback(store);
    add_tokens(store);
    StoreCounts counts;
    ck_assert(store_get_document_terms(store, 1, &counts, NULL));
    ck_assert_uint_eq(counts.words, 4);
}
END_TEST

/* Adds passages of `count` tokens each, of which every third begins a sentence, as one document. */
static void add_passages(Store *store, int64_t document, int64_t first, int64_t end, size_t count)
{
    static const char text[] = "abcdefghijklmnopqrstuvwxyz";
    g_autofree TifaToken *tokens = g_new0(TifaToken, count + 1);
    for (size_t i = 0; i < count; i++) {
        uint32_t start = (uint32_t)((i * i + (size_t)first) % 25);
        tokens[i] = (TifaToken){{start, start + 1}, TIFA_TOKEN_LATIN, 0};
    }
    for (int64_t passage = first; passage < end; passage++)
        ck_assert(store_add_tokens(store, passage, text, tokens, count, NULL));
    ck_assert(store_end_tokens(store, document, NULL));
}

static bool count_tokens(int64_t passage, const StoreTermIds *terms, void *data, GError **error)
{
    (void)error;
    g_string_append_printf(data, "%d:%zu ", (int)passage, terms->length);
    return true;
}

START_TEST(a_document_of_many_rows_is_read_from_any_passage_on)
{
    enum { TOKENS = 5000 };
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(store, NULL));
    add_passages(store, 1, 1, 20, TOKENS);
    ck_assert(store_commit(store, NULL));
    int64_t rows;
    ck_assert(store_count_rows(store, "passage_tokens", &rows, NULL));
    ck_assert_int_gt(rows, 2);
    StoreTermIds first = {0}, terms = {0};
    ck_assert(store_get_tokens(store, 1, &first, NULL));
    ck_assert_uint_eq(first.length, TOKENS);
    for (int64_t passage = 19; passage > 0; passage = passage > 10 ? passage - 9 : passage - 1) {
        ck_assert(store_get_tokens(store, passage, &terms, NULL));
        ck_assert_uint_eq(terms.length, TOKENS);
        ck_assert_mem_eq(terms.items, first.items, TOKENS * sizeof *terms.items);
    }
    array_clear(&first);
    array_clear(&terms);
}
END_TEST

START_TEST(a_walk_passes_over_passages_without_tokens)
{
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(store, NULL));
    add_passages(store, 1, 3, 5, 2);
    add_passages(store, 2, 8, 9, 1);
    add_passages(store, 3, 9, 11, 0);
    ck_assert(store_commit(store, NULL));
    g_autoptr(GString) found = g_string_new(NULL);
    ck_assert(store_each_tokens(store, 1, 100, count_tokens, found, NULL));
    ck_assert_str_eq(found->str, "3:2 4:2 8:1 9:0 10:0 ");
    g_string_truncate(found, 0);
    ck_assert(store_each_tokens(store, 4, 9, count_tokens, found, NULL));
    ck_assert_str_eq(found->str, "4:2 8:1 ");
}
END_TEST

START_TEST(frequent_terms_that_are_added_together_come_first)
{
    static const char text[] = "发展的科技的";
    const TifaToken tokens[] = {{{0, 6}, TIFA_TOKEN_WORD, 0},
                                {{6, 9}, TIFA_TOKEN_WORD, 0},
                                {{9, 15}, TIFA_TOKEN_WORD, 0},
                                {{15, 18}, TIFA_TOKEN_WORD, 0}};
    g_autoptr(Store) store = store_open(path, STORE_CREATE, NULL);
    ck_assert(store_begin(store, NULL));
    ck_assert(store_add_tokens(store, 1, text, tokens, 2, NULL));
    ck_assert(store_end_tokens(store, 1, NULL));
    ck_assert(store_add_tokens(store, 2, text, tokens + 2, 2, NULL));
    ck_assert(store_end_tokens(store, 2, NULL));
    ck_assert(store_commit(store, NULL));
    g_autoptr(GString) all = g_string_new(NULL);
    ck_assert(store_each_term(store, spell_term, all, NULL));
    ck_assert_str_eq(all->str, "1的0 2发展0 3科技0 ");
}
END_TEST

START_TEST(terms_of_an_earlier_commit_keep_their_ids)
{
    const TifaToken token = {{0, 3}, TIFA_TOKEN_WORD, 0};
    Store *before = store_open(path, STORE_CREATE, NULL);
    add_tokens(before);
    store_close(before);
    g_autoptr(Store) store = store_open(path, STORE_WRITE, NULL);
    ck_assert(store_begin(store, NULL));
    ck_assert(store_add_tokens(store, 9, "的", &token, 1, NULL));
    ck_assert(store_end_tokens(store, 3, NULL));
    ck_assert(store_commit(store, NULL));
    g_autoptr(GString) all = g_string_new(NULL);
    ck_assert(store_each_term(store, spell_term, all, NULL));
    ck_assert_str_eq(all->str, "1科技0 2发展0 3。3 4的0 ");
}
END_TEST

Suite *suite_tokens(void)
{
    Suite *suite = suite_create("tokens");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, numbers_come_back_as_they_were_packed);
    tcase_add_test(cases, of_packed_numbers_that_are_cut_off_the_first_come_back);
    tcase_add_test(cases, counts_and_distances_come_back);
    tcase_add_test(cases, sentences_end_where_the_tokens_say);
    tcase_add_test(cases, a_document_knows_how_often_it_has_each_term);
    tcase_add_test(cases, tokens_come_back_in_order);
    tcase_add_test(cases, terms_are_found_by_id_and_by_text);
    tcase_add_test(cases, what_was_counted_and_taken_back_is_not_counted_again);
    tcase_add_test(cases, a_document_of_many_rows_is_read_from_any_passage_on);
    tcase_add_test(cases, a_walk_passes_over_passages_without_tokens);
    tcase_add_test(cases, frequent_terms_that_are_added_together_come_first);
    tcase_add_test(cases, terms_of_an_earlier_commit_keep_their_ids);
    suite_add_tcase(suite, cases);
    return suite;
}
