#include "dictionary.h"
#include "tag/places.h"

typedef struct {
    GString *list;
    const uint16_t *symbols;
    const uint32_t *places;
} Listing;

static void list_phrase(void *user, size_t first, size_t end, unsigned length)
{
    Listing *listing = user;
    for (unsigned i = 0; i < length; i++)
        g_string_append_unichar(listing->list, listing->symbols[listing->places[first] + i]);
    g_string_append_printf(listing->list, "=%zu ", end - first);
}

START_TEST(phrases_are_those_that_go_on_differently)
{
    /* abcab abd: ab stands three times, b alone is no phrase of two; break at 0 */
    const uint16_t symbols[] = {0, 'a', 'b', 'c', 'a', 'b', 0, 'a', 'b', 'd', 0};
    size_t count;
    g_autofree uint32_t *places = places_sort(symbols, G_N_ELEMENTS(symbols), 8, &count);
    ck_assert_uint_eq(count, 8);
    Listing listing = {g_string_new(""), symbols, places};
    places_phrases(symbols, places, count, 8, 2, list_phrase, &listing);
    ck_assert_str_eq(listing.list->str, "ab=3 ");
    g_string_free(listing.list, TRUE);
}
END_TEST

/* How often a phrase stands in the symbols, by looking at every place. */
static size_t oracle_count(const uint16_t *symbols, size_t length, const uint16_t *phrase,
                           unsigned phrase_length)
{
    size_t count = 0;
    for (size_t i = 0; i + phrase_length <= length; i++)
        count += memcmp(symbols + i, phrase, phrase_length * sizeof *phrase) == 0;
    return count;
}

START_TEST(counts_are_those_of_a_plain_search)
{
    GRand *random = g_rand_new_with_seed((guint32)_i);
    uint16_t symbols[400] = {0};
    for (size_t i = 1; i + 1 < G_N_ELEMENTS(symbols); i++)
        symbols[i] = (uint16_t)g_rand_int_range(random, 0, 4);
    size_t count;
    g_autofree uint32_t *places = places_sort(symbols, G_N_ELEMENTS(symbols), 6, &count);
    for (size_t i = 1; i < count; i++) {
        unsigned common = places_common(symbols, places[i - 1], places[i], 6);
        ck_assert(common == 6 || symbols[places[i - 1] + common] <= symbols[places[i] + common]);
    }
    for (size_t i = 1; i + 7 < G_N_ELEMENTS(symbols); i++)
        for (unsigned length = 1; length <= 6 && symbols[i + length - 1]; length++)
            ck_assert_uint_eq(places_count(symbols, places, count, symbols + i, length),
                              oracle_count(symbols, G_N_ELEMENTS(symbols), symbols + i, length));
    g_rand_free(random);
}
END_TEST

/* Ten documents; 全国统一大市场 (national unified market) stands in each between changing words. */
static void fill(TifaDiscovery *discovery)
{
    static const char *const before[] = {"建设", "推进", "加快", "构筑", "形成",
                                         "维护", "支持", "融入", "服务", "完善"};
    static const char *const after[] = {"工作", "进程", "规则", "机制", "秩序",
                                        "布局", "指引", "细则", "标准", "目标"};
    for (uint32_t i = 0; i < 10; i++) {
        g_autofree char *text = g_strdup_printf("第%u段。%s全国统一大市场%s，“军民融合”%s。", i, before[i],
                                                after[i], after[9 - i]);
        ck_assert(tifa_discovery_add(discovery, text, strlen(text), i, NULL));
    }
}

START_TEST(a_phrase_is_proposed_with_its_numbers_and_an_example)
{
    g_autoptr(TifaDiscovery) discovery = tifa_discovery_new(NULL);
    fill(discovery);
    TifaCandidates candidates = {0};
    tifa_discovery_find(discovery, NULL, &candidates);
    ck_assert_uint_ge(candidates.length, 1);
    TifaCandidate best = candidates.items[0];
    ck_assert_str_eq(best.text, "全国统一大市场");
    ck_assert_uint_eq(best.count, 10);
    ck_assert_uint_eq(best.documents, 10);
    ck_assert_uint_eq(best.example_document, 0);
    ck_assert_uint_eq(best.example.start, strlen("第0段。建设"));
    ck_assert_uint_eq(best.example.end - best.example.start, strlen("全国统一大市场"));
    for (size_t i = 1; i < candidates.length; i++)
        ck_assert_msg(!strstr("全国统一大市场", candidates.items[i].text), "%s", candidates.items[i].text);
    tifa_candidates_clear(&candidates);
}
END_TEST

START_TEST(a_label_of_the_dictionary_is_not_proposed)
{
    g_autoptr(TifaConcepts) known = dictionary("id\tzh\na\t全国统一大市场\n");
    g_autoptr(TifaDiscovery) discovery = tifa_discovery_new(known);
    fill(discovery);
    TifaCandidates candidates = {0};
    tifa_discovery_find(discovery, NULL, &candidates);
    for (size_t i = 0; i < candidates.length; i++)
        ck_assert_str_ne(candidates.items[i].text, "全国统一大市场");
    tifa_candidates_clear(&candidates);
}
END_TEST

START_TEST(no_text_gives_no_candidates)
{
    g_autoptr(TifaDiscovery) discovery = tifa_discovery_new(NULL);
    ck_assert(tifa_discovery_add(discovery, "", 0, 0, NULL));
    TifaCandidates candidates = {0};
    tifa_discovery_find(discovery, NULL, &candidates);
    ck_assert_uint_eq(candidates.length, 0);
}
END_TEST

Suite *suite_discover(void);

Suite *suite_discover(void)
{
    Suite *suite = suite_create("discover");
    TCase *tests = tcase_create("discover");
    tcase_add_test(tests, phrases_are_those_that_go_on_differently);
    tcase_add_loop_test(tests, counts_are_those_of_a_plain_search, 0, 10);
    tcase_add_test(tests, a_phrase_is_proposed_with_its_numbers_and_an_example);
    tcase_add_test(tests, a_label_of_the_dictionary_is_not_proposed);
    tcase_add_test(tests, no_text_gives_no_candidates);
    suite_add_tcase(suite, tests);
    return suite;
}
