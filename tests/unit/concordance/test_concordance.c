/* Places in the order, number and context that were asked for. */
#include "sample.h"

#include <string.h>

static const char *const texts[] = {
    "政府工作报告\n——2019年3月5日在会上\n推动科技创新。科技安全。发展科技产业，科技报告。\n",
    "政府工作报告\n——2021年3月5日在会上\n加强科技合作。科技创新很好。\n坚持科技自立自强，提高科技水平。\n",
    "某某条例\n第一条　为了科技进步，制定本条例。\n第二条　鼓励科技研究。\n支持企业。\n第三条　自公布之日起施"
    "行。\n",
    NULL};

static Sample sample;

static void set_up(void)
{
    sample = sample_make(texts);
}

static void tear_down(void)
{
    sample_clear(&sample);
}

static TifaHits *ask(const char *question, const TifaFindOptions *options)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(question, &error);
    ck_assert_msg(query != NULL, "%s", error ? error->message : "");
    TifaHits *hits = tifa_corpus_find(sample.corpus, query, options, &error);
    ck_assert_msg(hits != NULL, "%s", error ? error->message : "");
    return hits;
}

/* What stands beside the hits, as one string: three bytes, a Han character, each. */
static char *beside(const TifaHits *hits, bool is_left)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < tifa_hits_count(hits); i++) {
        const TifaHit *hit = tifa_hits_get(hits, i);
        size_t length = strlen(hit->left);
        g_string_append_len(all, is_left ? hit->left + (length < 3 ? length : length - 3) : hit->right, 3);
    }
    return g_string_free(all, FALSE);
}

/* The addresses of the hits, one after the other. */
static char *addresses(const TifaHits *hits)
{
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < tifa_hits_count(hits); i++) {
        g_autofree char *address = tifa_hit_address(tifa_hits_get(hits, i));
        g_string_append_printf(all, "%s ", address);
    }
    return g_string_free(all, FALSE);
}

typedef struct {
    const char *sort;
    TifaCollation collation;
    bool is_left;
    const char *characters;
} Sorting;

static const Sorting sortings[] = {
    /* anquan baogao chanye chuangxin chuangxin hezuo jinbu shuiping yanjiu zili */
    {"R1", TIFA_COLLATION_PINYIN, false, "安报产创创合进水研自"},
    {"-R1", TIFA_COLLATION_PINYIN, false, "自研水进合创创产报安"},
    {"cR1", TIFA_COLLATION_CODEPOINT, false, "产创创合安报水研自进"},
    {"cR1", TIFA_COLLATION_STROKE, false, "水产创创合安自报进研"},
    {"-date,-document,R1", TIFA_COLLATION_PINYIN, false, "创合水自安报产创进研"},
};

START_TEST(places_come_in_the_order_of_the_keys)
{
    const Sorting *one = &sortings[_i];
    TifaFindOptions options = {.sort = one->sort, .collation = one->collation, .context = {.count = 3}};
    g_autoptr(TifaHits) hits = ask("科技", &options);
    g_autofree char *characters = beside(hits, one->is_left);
    ck_assert_str_eq(characters, one->characters);
}
END_TEST

START_TEST(the_left_context_is_compared_from_the_place_outwards)
{
    TifaFindOptions options = {.sort = "L1,L2"};
    g_autoptr(TifaHits) hits = ask("科技", &options);
    for (size_t i = 0; i + 1 < tifa_hits_count(hits); i++)
        ck_assert_str_ne(tifa_hits_get(hits, i)->left, tifa_hits_get(hits, i + 1)->left);
    /* What has no word before it comes last: 科技创新很好 begins the paragraph's second sentence, but not the
     * paragraph. */
    ck_assert_uint_eq(tifa_hits_count(hits), 10);
}
END_TEST

START_TEST(unknown_keys_are_named)
{
    g_autoptr(TifaQuery) query = tifa_query_parse("科技", NULL);
    const char *bad[] = {"R0", "R10", "x", "", "R1,,L1", "group"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        GError *error = NULL;
        TifaFindOptions options = {.sort = *bad[i] ? bad[i] : ","};
        ck_assert_ptr_null(tifa_corpus_find(sample.corpus, query, &options, &error));
        ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
        g_error_free(error);
    }
}
END_TEST

/* ---- Pages, samples, groups ------------------------------------------------------------------ */

static const TifaFindOptions arrangements[] = {
    {.limit = 0},    {.sort = "R1"}, {.sample = 6, .seed = 3}, {.group = "document", .sort = "-R1"},
    {.group = "R1"},
};

START_TEST(pages_put_together_are_the_whole_and_numbers_stay)
{
    TifaFindOptions options = arrangements[_i];
    g_autoptr(TifaHits) whole = ask("科技", &options);
    g_autofree char *expected = addresses(whole);
    g_autoptr(GString) joined = g_string_new(NULL);
    options.limit = 3;
    size_t number = 0;
    for (bool has_more = true; has_more; options.offset += 3) {
        g_autoptr(TifaHits) page = ask("科技", &options);
        g_autofree char *part = addresses(page);
        g_string_append(joined, part);
        has_more = tifa_hits_has_more(page);
        for (size_t i = 0; i < tifa_hits_count(page); i++)
            ck_assert_uint_eq(tifa_hits_get(page, i)->number, ++number);
    }
    ck_assert_str_eq(joined->str, expected);
}
END_TEST

START_TEST(a_sample_is_the_same_for_its_seed_and_a_larger_one_holds_it)
{
    for (uint64_t seed = 0; seed < 20; seed++) {
        g_autofree char *smaller = NULL;
        for (size_t size = 1; size <= 12; size++) {
            TifaFindOptions options = {.sample = size, .seed = seed};
            g_autoptr(TifaHits) hits = ask("科技", &options);
            g_autofree char *found = addresses(hits);
            ck_assert_uint_eq(tifa_hits_count(hits), MIN(size, 10));
            ck_assert_uint_eq(tifa_hits_total(hits), 10);
            g_auto(GStrv) parts = g_strsplit(smaller ? smaller : "", " ", -1);
            for (char **part = parts; *part; part++)
                ck_assert_msg(strstr(found, *part) != NULL, "%s not in %s", *part, found);
            g_free(smaller);
            smaller = g_strdup(found);
        }
    }
}
END_TEST

START_TEST(every_place_has_its_chance)
{
    unsigned times[10] = {0};
    g_autoptr(TifaHits) whole = ask("科技", NULL);
    for (uint64_t seed = 0; seed < 400; seed++) {
        TifaFindOptions options = {.sample = 3, .seed = seed};
        g_autoptr(TifaHits) hits = ask("科技", &options);
        for (size_t i = 0; i < 3; i++)
            for (size_t j = 0; j < 10; j++)
                times[j] += tifa_hits_get(hits, i)->document == tifa_hits_get(whole, j)->document &&
                            tifa_hits_get(hits, i)->span.start == tifa_hits_get(whole, j)->span.start;
    }
    /* 120 times each on average, with a standard deviation of 9. */
    for (size_t j = 0; j < 10; j++)
        ck_assert_msg(times[j] > 75 && times[j] < 165, "%zu: %u", j, times[j]);
}
END_TEST

static const char *const group_keys[] = {"document", "year",   "R1",     "L1",  "match",
                                         "article",  "agency", "level",  "cR1", "title",
                                         "language", "type",   "number", "date"};

START_TEST(groups_hold_every_place_once)
{
    size_t none = 0;
    TifaFindOptions options = {.group = group_keys[_i]}, alone = {.group = group_keys[_i], .each = &none};
    g_autoptr(TifaHits) hits = ask("科技", &options), groups = ask("科技", &alone);
    size_t total = 0, next = 0;
    ck_assert_uint_eq(tifa_hits_group_count(hits), tifa_hits_group_count(groups));
    for (size_t i = 0; i < tifa_hits_group_count(hits); i++) {
        const TifaHitGroup *group = tifa_hits_group(hits, i);
        ck_assert_str_eq(group->label, tifa_hits_group(groups, i)->label);
        ck_assert_uint_eq(group->first, next);
        ck_assert_uint_eq(group->shown, group->hits);
        next += group->shown;
        total += group->hits;
    }
    ck_assert_uint_eq(total, 10);
    ck_assert_uint_eq(tifa_hits_count(groups), 0);
}
END_TEST

START_TEST(years_come_in_their_order_and_other_groups_by_size)
{
    TifaFindOptions by_year = {.group = "year"}, by_document = {.group = "document"};
    g_autoptr(TifaHits) years = ask("科技", &by_year), documents = ask("科技", &by_document);
    ck_assert_str_eq(tifa_hits_group(years, 0)->label, "2019");
    ck_assert_str_eq(tifa_hits_group(years, 1)->label, "2021");
    ck_assert_str_eq(tifa_hits_group(years, 2)->label, "");
    ck_assert_uint_eq(tifa_hits_group(documents, 0)->hits, 4);
    ck_assert_uint_eq(tifa_hits_group(documents, 2)->hits, 2);
}
END_TEST

START_TEST(each_leaves_the_first_of_every_group)
{
    size_t one = 1;
    TifaFindOptions options = {.group = "document", .each = &one, .sort = "-R1"};
    g_autoptr(TifaHits) hits = ask("科技", &options);
    g_autofree char *characters = beside(hits, false);
    ck_assert_str_eq(characters, "创自研");
}
END_TEST

static bool append_addresses(const TifaHits *hits, void *data, GError **error)
{
    (void)error;
    g_autofree char *part = addresses(hits);
    g_string_append(data, part);
    return true;
}

START_TEST(portions_put_together_are_the_whole)
{
    g_autoptr(GString) long_text = g_string_new("科技");
    for (int i = 0; i < 2500; i++)
        g_string_append(long_text, i % 50 ? "，科技" : "。\n科技");
    Sample large = sample_make((const char *const[]){long_text->str, NULL});
    g_autoptr(TifaQuery) query = tifa_query_parse("科技", NULL);
    TifaFindOptions ways[] = {{.limit = 0}, {.sort = "match"}, {.group = "document"}, {.limit = 1000}};
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(TifaHits) whole = tifa_corpus_find(large.corpus, query, &ways[i], NULL);
        g_autofree char *expected = addresses(whole);
        g_autoptr(GString) joined = g_string_new(NULL);
        ck_assert(tifa_corpus_find_each(large.corpus, query, &ways[i], append_addresses, joined, NULL));
        ck_assert_str_eq(joined->str, expected);
        ck_assert_uint_eq(tifa_hits_count(whole), ways[i].limit ? 1000 : 2501);
    }
    sample_clear(&large);
}
END_TEST

/* ---- Contexts and addresses ------------------------------------------------------------------ */

typedef struct {
    const char *question, *context;
    const char *left, *right;
} Around;

static const Around contexts[] = {
    {"水平", "2", "科技", "。"},
    {"水平", "1w", "科技", "。"},
    {"自立自强", "1w", "科技", "，提高"},
    {"科技安全", "s", "", "。"},
    {"科技安全", "1s", "推动科技创新。", "。发展科技产业，科技报告。"},
    {"科技合作", "p", "加强", "。科技创新很好。"},
    {"研究", "a", "第二条　鼓励科技", "。\n支持企业。"},
    {"企业", "a", "第二条　鼓励科技研究。\n支持", "。"},
    {"合作", "a", "加强科技", "。科技创新很好。"},
};

START_TEST(a_context_is_as_large_as_it_was_asked_for)
{
    const Around *one = &contexts[_i];
    TifaFindOptions options = {0};
    ck_assert(tifa_context_parse(one->context, &options.context, NULL));
    g_autoptr(TifaHits) hits = ask(one->question, &options);
    ck_assert_uint_eq(tifa_hits_count(hits), 1);
    const TifaHit *hit = tifa_hits_get(hits, 0);
    if (!g_str_equal(one->context, "1w")) {
        ck_assert_str_eq(hit->left, one->left);
        ck_assert_str_eq(hit->right, one->right);
    } else { /* how words are cut depends on the installed model */
        ck_assert(g_str_has_suffix(hit->left, "技"));
        ck_assert_uint_le(strlen(hit->right), strlen(one->right));
    }
}
END_TEST

static const char *const bad_contexts[] = {"", "x", "w5", "5p", "3a", "-1", "5ww", "99999999999999999999"};

START_TEST(a_context_that_means_nothing_is_refused)
{
    TifaContext context;
    GError *error = NULL;
    ck_assert(!tifa_context_parse(bad_contexts[_i], &context, &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
    g_error_free(error);
}
END_TEST

START_TEST(an_address_leads_back_to_its_place)
{
    g_autoptr(TifaHits) hits = ask("科技", NULL);
    for (size_t i = 0; i < tifa_hits_count(hits); i++) {
        const TifaHit *hit = tifa_hits_get(hits, i);
        g_autofree char *address = tifa_hit_address(hit);
        bool has_place;
        TifaSpan span;
        int64_t document = tifa_corpus_locate(sample.corpus, address, &has_place, &span, NULL);
        ck_assert(has_place && document == hit->document);
        g_autoptr(TifaHits) cited = tifa_corpus_cite(sample.corpus, document, span, (TifaContext){0}, NULL);
        ck_assert_str_eq(tifa_hits_get(cited, 0)->match, "科技");
        ck_assert_str_eq(tifa_hits_get(cited, 0)->right, hit->right);
        ck_assert_uint_eq(tifa_hits_get(cited, 0)->article, hit->article);
    }
}
END_TEST

START_TEST(an_address_that_leads_nowhere_is_refused)
{
    const TifaSpan bad[] = {{1, 3}, {0, 1}, {0, 40}, {99999, 99999}, {18, 19}};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        GError *error = NULL;
        ck_assert_ptr_null(tifa_corpus_cite(sample.corpus, 1, bad[i], (TifaContext){0}, &error));
        ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
        g_error_free(error);
    }
}
END_TEST

START_TEST(one_document_can_be_asked_alone)
{
    TifaFindOptions second = {.document = 2}, sorted = {.document = 2, .sort = "R1"};
    g_autoptr(TifaHits) hits = ask("科技", &second), again = ask("科技", &sorted);
    ck_assert_uint_eq(tifa_hits_count(hits), 4);
    ck_assert_uint_eq(tifa_hits_count(again), 4);
}
END_TEST

START_TEST(what_stands_near_each_other_is_told_in_any_order)
{
    const TifaFindOptions ways[] = {{.limit = 0}, {.sort = "date"}, {.sample = 9}};
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(TifaHits) hits = ask("坚持 ~20 提高", &ways[i]);
        ck_assert_uint_eq(tifa_hits_count(hits), 1);
        const TifaHit *hit = tifa_hits_get(hits, 0);
        ck_assert_uint_eq(hit->part_count, 2);
        ck_assert_int_eq(strncmp(hit->match + hit->parts[0].start, "坚持", strlen("坚持")), 0);
        ck_assert_int_eq(strncmp(hit->match + hit->parts[1].start, "提高", strlen("提高")), 0);
        ck_assert_uint_eq(hit->parts[1].end, strlen(hit->match));
    }
    g_autoptr(TifaHits) plain = ask("坚持", NULL);
    ck_assert_uint_eq(tifa_hits_get(plain, 0)->part_count, 0);
}
END_TEST

Suite *suite_concordance(void)
{
    Suite *suite = suite_create("concordance");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 60);
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_loop_test(all, places_come_in_the_order_of_the_keys, 0, G_N_ELEMENTS(sortings));
    tcase_add_test(all, the_left_context_is_compared_from_the_place_outwards);
    tcase_add_test(all, unknown_keys_are_named);
    tcase_add_loop_test(all, pages_put_together_are_the_whole_and_numbers_stay, 0,
                        G_N_ELEMENTS(arrangements));
    tcase_add_test(all, a_sample_is_the_same_for_its_seed_and_a_larger_one_holds_it);
    tcase_add_test(all, every_place_has_its_chance);
    tcase_add_loop_test(all, groups_hold_every_place_once, 0, G_N_ELEMENTS(group_keys));
    tcase_add_test(all, years_come_in_their_order_and_other_groups_by_size);
    tcase_add_test(all, each_leaves_the_first_of_every_group);
    tcase_add_test(all, portions_put_together_are_the_whole);
    tcase_add_loop_test(all, a_context_is_as_large_as_it_was_asked_for, 0, G_N_ELEMENTS(contexts));
    tcase_add_loop_test(all, a_context_that_means_nothing_is_refused, 0, G_N_ELEMENTS(bad_contexts));
    tcase_add_test(all, an_address_leads_back_to_its_place);
    tcase_add_test(all, an_address_that_leads_nowhere_is_refused);
    tcase_add_test(all, one_document_can_be_asked_alone);
    tcase_add_test(all, what_stands_near_each_other_is_told_in_any_order);
    suite_add_tcase(suite, all);
    return suite;
}
