/* Search is complete and exact: held against a plain scan of the stored text, for random phrases of random
 * and of real texts. The scan knows nothing of the index: it folds both and looks for the bytes. */
#include "asked.h"
#include "base/fold.h"
#include "base/utf8.h"

#include <check.h>
#include <string.h>

enum { QUESTIONS = 1000, LONGEST = 32 };

/* ---- The oracle ------------------------------------------------------------------------------ */

/* All text of the corpus: as stored, and folded, the documents in traditional characters apart. Each document
 * is ended by
 * '\n'. */
typedef struct {
    GString *stored, *folded[2]; /* folded: by FoldScript */
} Scan;

static Scan scan_open(TifaCorpus *corpus)
{
    Scan scan = {g_string_new(NULL), {g_string_new(NULL), g_string_new(NULL)}};
    g_autoptr(TifaEntries) entries = tifa_corpus_list(corpus, NULL);
    for (size_t i = 0; i < tifa_entries_count(entries); i++) {
        TifaEntry entry = tifa_entries_get(entries, i);
        g_autoptr(TifaDocument) document = tifa_corpus_get(corpus, entry.id, NULL);
        FoldScript script = g_strcmp0(entry.language, "zh-Hant") == 0 ? FOLD_TRADITIONAL : FOLD_SIMPLIFIED;
        size_t length;
        const char *text = tifa_document_text(document, &length);
        g_autofree char *folded = fold_text(text, length, script, NULL);
        g_string_append_printf(scan.stored, "%s\n", text);
        g_string_append_printf(scan.folded[script], "%s\n", folded);
    }
    return scan;
}

static void scan_clear(Scan *scan)
{
    g_string_free(scan->stored, TRUE);
    g_string_free(scan->folded[FOLD_SIMPLIFIED], TRUE);
    g_string_free(scan->folded[FOLD_TRADITIONAL], TRUE);
}

static uint64_t occurrences(const char *text, const char *folded)
{
    uint64_t count = 0;
    for (const char *place = text; (place = strstr(place, folded)); place += strlen(folded))
        count++;
    return count;
}

/* The places of a phrase. One with a traditional character in it is read as traditional everywhere. */
static uint64_t scan_count(const Scan *scan, const char *phrase)
{
    FoldScript script = FOLD_SIMPLIFIED;
    for (const char *place = phrase; *place;)
        if (fold_is_traditional(utf8_next(&place)))
            script = FOLD_TRADITIONAL;
    g_autofree char *simplified = fold_text(phrase, strlen(phrase), script, NULL);
    g_autofree char *traditional = fold_text(phrase, strlen(phrase), FOLD_TRADITIONAL, NULL);
    return occurrences(scan->folded[FOLD_SIMPLIFIED]->str, simplified) +
           occurrences(scan->folded[FOLD_TRADITIONAL]->str, traditional);
}

/* A piece of 1 to 32 characters of the text, in one block, with a Han character and no " in it; NULL if the
 * place chosen has none. */
static char *random_phrase(const GString *text, GRand *random)
{
    const char *start = text->str + g_rand_int_range(random, 0, (gint32)text->len);
    while (start > text->str && ((unsigned char)*start & 0xC0) == 0x80)
        start--;
    const char *end =
        utf8_forward(start, text->str + text->len, (size_t)g_rand_int_range(random, 1, LONGEST + 1));
    bool has_han = false;
    for (const char *place = start; place < end;) {
        gunichar c = utf8_next(&place);
        has_han |= utf8_is_han(c);
        if (c == '\n' || c == '"')
            return NULL;
    }
    gunichar first = g_utf8_get_char(start), last = g_utf8_get_char(g_utf8_find_prev_char(start, end));
    if (!has_han || utf8_is_space(first) || utf8_is_space(last))
        return NULL;
    return g_strndup(start, (size_t)(end - start));
}

static void ask_random_questions(Sample *sample, uint32_t seed)
{
    Scan scan = scan_open(sample->corpus);
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    for (int asked = 0; asked < QUESTIONS;) {
        g_autofree char *phrase = random_phrase(scan.stored, random);
        if (!phrase)
            continue;
        g_autofree char *question = g_strdup_printf("\"%s\"", phrase);
        uint64_t expected = scan_count(&scan, phrase), found = sample_count(sample, question);
        ck_assert_msg(expected > 0 && found == expected, "%s: %d found, %d there (seed %u)", phrase,
                      (int)found, (int)expected, seed);
        asked++;
    }
    scan_clear(&scan);
}

/* ---- Random texts ---------------------------------------------------------------------------- */

/* Few different characters, so that phrases recur and overlap: common, rare and supplementary Han, digits,
 * Latin of both widths, punctuation, marks and blanks. */
static const char *const alphabet[] = {"科",   "技", "人", "人", "的", "的",         "军", "民", "鿭", "𠮷",
                                       "𬬮", "㐂", "〇", "々", "2",  "0",          "3",  "5",  "A",   "I",
                                       "g",    "Ｇ", "，", "。", "、", "（",         "）", "“",  " ",   "　",
                                       "-",    "·",  "％", "①",  "é",  "\U000E0100", "\n"};

static char *random_text(GRand *random, size_t characters)
{
    GString *text = g_string_new("科技");
    while (characters-- > 0)
        g_string_append(text, alphabet[g_rand_int_range(random, 0, G_N_ELEMENTS(alphabet))]);
    return g_string_free(text, FALSE);
}

START_TEST(every_phrase_of_random_texts_is_counted_exactly)
{
    uint32_t seed = (uint32_t)_i + 1;
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    char *texts[6] = {NULL};
    for (int i = 0; i < 5; i++)
        texts[i] = random_text(random, 2000);
    Sample sample = sample_make((const char *const *)texts);
    ask_random_questions(&sample, seed);
    sample_clear(&sample);
    for (int i = 0; i < 5; i++)
        g_free(texts[i]);
}
END_TEST

START_TEST(every_phrase_of_the_demonstration_corpus_is_counted_exactly)
{
    g_autofree char *demo = g_build_filename(g_getenv("TIFA_SOURCE"), "corpora/demo", NULL);
    Sample sample = sample_make((const char *const[]){NULL});
    sample_add(&sample, demo);
    ask_random_questions(&sample, 7);
    sample_clear(&sample);
}
END_TEST

START_TEST(every_phrase_of_the_five_year_plans_is_counted_exactly)
{
    g_autofree char *plans =
        g_build_filename(g_getenv("TIFA_SOURCE"), "../shared/corpora/official/plans/五年规划", NULL);
    if (!g_file_test(plans, G_FILE_TEST_IS_DIR)) {
        printf("SKIPPED: %s is not there\n", plans);
        return;
    }
    Sample sample = sample_make((const char *const[]){NULL});
    sample_add(&sample, plans);
    ask_random_questions(&sample, 11);
    sample_clear(&sample);
}
END_TEST

/* ---- Answers worked out by hand -------------------------------------------------------------- */

typedef struct {
    const char *question;
    uint64_t places;
} Case;

static const char *const texts[] = {
    "推动军民融合发展。科技创新与军民融合。\n教育科技人才一体推进。AI技术和AIR，dual circulation。",
    "發展軍民融合，建設科技強國。",
    "军民结合。融合发展。",
    NULL,
};

static const Case cases[] = {
    {"军民融合", 3},
    {"軍民融合", 3},
    {"军民", 4},
    {"科技", 3},
    {"军民 融合", 6},
    {"军民 -融合", 1},
    {"军民 -(融合|科技)", 1},
    {"科技|教育", 4},
    {"科技 教育", 2},
    {"AI", 1},
    {"ai", 1},
    {"circulation", 1},
    {"\"dual circulation\"", 1},
    {"circ", 0},
    {"。", 7},
    {"不存在", 0},
    {"国", 1},
    {"军民…融合", 4},
    {"军民…1融合", 3},
    {"科技…融合", 1},
    {"科技…1融合", 0},
    {"科?创新", 1},
    {"*circul*", 1},
    {"circul*", 1},
    {"circul?", 0},
    {"*rcula*", 1},
    {"A*", 2},
    {"军民 ~3 科技", 1},
    {"军民 ~2 科技", 0},
    {"科技 >3 军民", 1},
    {"军民 >3 科技", 0},
    {"军民 @p 科技", 5},
    {"军民 @doc AI", 3},
    {"军民 @doc -AI", 2},
    {"科技 @doc 教育 @doc 军民", 5},
    {"(军民 @doc 教育) ~2 融合", 2},
    {"/[军民]{2}/", 3},
    {"/(?i)\\bai/", 1},
    {"year:2018", 0},
    {"path:001", 1},
    {"-path:001", 2},
    {"军民 path:001", 1},
    {"军民 lang:zh-Hant", 1},
    {"军民 -lang:zh-Hant", 3},
    {"军民 lang:zh", 4},
    {"{mcf} path:000", 2},
};

START_TEST(questions_get_the_answer_worked_out_by_hand)
{
    Sample sample = sample_make(texts);
    uint64_t found = sample_count(&sample, cases[_i].question);
    ck_assert_msg(found == cases[_i].places, "%s: %d", cases[_i].question, (int)found);
    sample_clear(&sample);
}
END_TEST

START_TEST(hits_stand_where_they_say_with_their_context)
{
    Sample sample = sample_make(texts);
    g_autoptr(TifaQuery) query = tifa_query_parse("军民融合", NULL);
    TifaFindOptions options = {.context = {.count = 2}};
    g_autoptr(TifaHits) hits = tifa_corpus_find(sample.corpus, query, &options, NULL);
    ck_assert_uint_eq(tifa_hits_count(hits), 3);
    const TifaHit *hit = tifa_hits_get(hits, 0);
    ck_assert_str_eq(hit->left, "推动");
    ck_assert_str_eq(hit->match, "军民融合");
    ck_assert_str_eq(hit->right, "发展");
    for (size_t i = 0; i < tifa_hits_count(hits); i++) {
        hit = tifa_hits_get(hits, i);
        g_autoptr(TifaDocument) document = tifa_corpus_get(sample.corpus, hit->document, NULL);
        ck_assert_mem_eq(tifa_document_text(document, NULL) + hit->span.start, hit->match,
                         strlen(hit->match));
    }
    sample_clear(&sample);
}
END_TEST

START_TEST(a_limit_says_that_there_is_more_and_an_offset_goes_on)
{
    Sample sample = sample_make(texts);
    g_autoptr(TifaQuery) query = tifa_query_parse("军民融合", NULL);
    TifaFindOptions first = {.limit = 2}, rest = {.limit = 2, .offset = 2};
    g_autoptr(TifaHits) hits = tifa_corpus_find(sample.corpus, query, &first, NULL);
    ck_assert_uint_eq(tifa_hits_count(hits), 2);
    ck_assert(tifa_hits_has_more(hits));
    g_autoptr(TifaHits) more = tifa_corpus_find(sample.corpus, query, &rest, NULL);
    ck_assert_uint_eq(tifa_hits_count(more), 1);
    ck_assert(!tifa_hits_has_more(more));
    ck_assert_str_eq(tifa_hits_get(more, 0)->match, "軍民融合");
    sample_clear(&sample);
}
END_TEST

Suite *suite_search(void)
{
    Suite *suite = suite_create("search");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, every_phrase_of_random_texts_is_counted_exactly, 0, 3);
    tcase_add_test(all, every_phrase_of_the_demonstration_corpus_is_counted_exactly);
    tcase_add_test(all, every_phrase_of_the_five_year_plans_is_counted_exactly);
    tcase_add_loop_test(all, questions_get_the_answer_worked_out_by_hand, 0, G_N_ELEMENTS(cases));
    tcase_add_test(all, hits_stand_where_they_say_with_their_context);
    tcase_add_test(all, a_limit_says_that_there_is_more_and_an_offset_goes_on);
    suite_add_tcase(suite, all);
    return suite;
}
