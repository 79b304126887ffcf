/* The full text that tifa writes itself, beside the one that FTS5 makes of the same passages. */
#include "store/cut.h"
#include "store/db.h"
#include "store/doclist.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

static char *folder, *path;
static Store *store;

/* The same passages as FTS5 indexes them, and both seen place by place. */
static const char set_up_sql[] =
    "CREATE VIRTUAL TABLE theirs USING fts5 (body, content = '', tokenize = 'unicode61 remove_diacritics 0');"
    "CREATE VIRTUAL TABLE our_places USING fts5vocab (passage_fts, instance);"
    "CREATE VIRTUAL TABLE their_places USING fts5vocab (theirs, instance);";

static void set_up(void)
{
    folder = g_dir_make_tmp("tifa-XXXXXX", NULL);
    path = g_build_filename(folder, "corpus.tifa", NULL);
    store = store_open(path, STORE_CREATE, NULL);
    ck_assert(db_run(store, set_up_sql, NULL));
}

static void tear_down(void)
{
    store_close(store);
    g_remove(path);
    g_rmdir(folder);
    g_free(path);
    g_free(folder);
}

static void check(bool is_done, GError *error)
{
    ck_assert_msg(is_done, "%s", error ? error->message : "");
}

static void add(int64_t passage, const char *text)
{
    GError *error = NULL;
    g_autoptr(GString) cut = g_string_new(NULL);
    cut_text(text, strlen(text), FOLD_SIMPLIFIED, cut);
    check(store_add_fulltext(store, passage, false, text, strlen(text), &error), error);
    check(db_do(store, &error, "INSERT INTO theirs (rowid, body) VALUES (?, ?)", "it", passage, cut->str,
                cut->len),
          error);
}

static int64_t number(const char *sql)
{
    GError *error = NULL;
    sqlite3_stmt *statement = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL), SQLITE_OK);
    check(db_step(store, statement, &error) == 1, error);
    int64_t value = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return value;
}

static bool note(int64_t passage, unsigned places, void *data, GError **error)
{
    (void)error;
    g_string_append_printf(data, "%d:%u ", (int)passage, places);
    return true;
}

/* What FTS5 finds. */
static GString *note_theirs(const char *expression)
{
    GError *error = NULL;
    GString *theirs = g_string_new(NULL);
    sqlite3_stmt *rows = db_query(
        store, &error, "SELECT rowid, places(passage_fts) FROM passage_fts WHERE passage_fts MATCH ?", "s",
        expression);
    while (db_step(store, rows, &error) > 0)
        note(sqlite3_column_int64(rows, 0), (unsigned)sqlite3_column_int64(rows, 1), theirs, NULL);
    return theirs;
}

static void compare_noted(const char *expression, const GString *ours, const GString *theirs)
{
    ck_assert_msg(g_str_equal(ours->str, theirs->str), "%s: %.200s, FTS5 says %.200s", expression, ours->str,
                  theirs->str);
}

/* tifa reads the passages of a beginning off the pages as FTS5 itself does. */
static void compare_beginning(const char *token)
{
    GError *error = NULL;
    g_autofree char *expression = g_strdup_printf("\"%s\" *", token);
    g_autoptr(GString) ours = g_string_new(NULL), soon = g_string_new(NULL), theirs = note_theirs(expression);
    check(doclist_match(store, token, strlen(token), false, note, ours, &error), error);
    check(doclist_match(store, token, strlen(token), true, note, soon, &error), error);
    compare_noted(expression, ours, theirs);
    compare_noted(expression, soon, theirs);
}

static bool count_down(int64_t passage, unsigned places, void *data, GError **error)
{
    (void)passage, (void)places, (void)error;
    return --*(int *)data > 0;
}

/* And those of a phrase; where the text is looked at then, none is missing; and it ends when it should. */
static void compare_phrase(const char *tokens)
{
    GError *error = NULL;
    g_autofree char *expression = g_strdup_printf("\"%s\"", tokens);
    g_autoptr(GString) ours = g_string_new(NULL), theirs = note_theirs(expression);
    check(store_match(store, expression, note, ours, &error), error);
    compare_noted(expression, ours, theirs);
    g_autoptr(GString) rough = g_string_new(" ");
    check(store_match_rows(store, expression, note, rough, &error), error);
    int left = 3, found = 0;
    const char *place = rough->str;
    for (const char *rest = theirs->str; *rest; rest = strchr(rest, ' ') + 1, found++) {
        g_autofree char *row = g_strdup_printf(" %.*s:", (int)strcspn(rest, ":"), rest);
        place = place ? strstr(place, row) : NULL;
        ck_assert_msg(place, "%s: row %s is missing", expression, row);
    }
    check(store_match(store, expression, count_down, &left, &error), error);
    ck_assert_int_eq(left, MAX(3 - found, 0));
}

/* Both hold the same places, and FTS5 finds nothing wrong with ours. */
static void compare(void)
{
    GError *error = NULL;
    static const char *const tokens[] = {"的", "科", "科技", "技创", "军", "a", "5", "龥", "x", "u2cb2e科"};
    static const char *const phrases[] = {
        "科技 技创", "技创 创",       "科技 技创 创新 新的", "的的 的的",    "的 的",
        "技 a 5",    "a 5 新的 的军", "科技 技龥 龥科 科科", "军的 的的 的", "科科 科科 科科 科"};
    for (size_t i = 0; i < G_N_ELEMENTS(tokens); i++) {
        compare_beginning(tokens[i]);
        compare_phrase(tokens[i]);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(phrases); i++)
        compare_phrase(phrases[i]);
    ck_assert_int_eq(
        number("SELECT count(*) FROM (SELECT * FROM our_places EXCEPT SELECT * FROM their_places)"), 0);
    ck_assert_int_eq(
        number("SELECT count(*) FROM (SELECT * FROM their_places EXCEPT SELECT * FROM our_places)"), 0);
    ck_assert_int_eq(number("SELECT count(*) FROM our_places"), number("SELECT count(*) FROM their_places"));
    ck_assert_int_eq(number("SELECT count(*) FROM (SELECT id, sz FROM passage_fts_docsize EXCEPT "
                            "SELECT id, sz FROM theirs_docsize)"),
                     0);
    ck_assert_int_eq(number("SELECT (SELECT block FROM passage_fts_data WHERE id = 1) = "
                            "(SELECT block FROM theirs_data WHERE id = 1)"),
                     1);
    check(db_run(store, "INSERT INTO passage_fts (passage_fts) VALUES ('integrity-check')", &error), error);
}

/* A passage of random characters out of few, so that some stand in many passages. */
static char *random_text(GRand *random, int most)
{
    static const char *const characters[] = {"科", "技", "创", "新", "的", "，", "\U0002CB2E", "军",
                                             "a",  "5",  "é",  "Ω",  " ",  "。", "\U00020000", "龥"};
    GString *text = g_string_new(NULL);
    for (int length = g_rand_int_range(random, 0, most); length > 0; length--)
        g_string_append(text, characters[g_rand_int_range(random, 0, G_N_ELEMENTS(characters))]);
    return g_string_free(text, FALSE);
}

static void add_random(GRand *random, int64_t first, int count, int most)
{
    for (int i = 0; i < count; i++) {
        g_autofree char *text = random_text(random, most);
        add(first + i, text);
    }
}

START_TEST(a_segment_holds_what_fts5_would_hold)
{
    GRand *random = g_rand_new_with_seed(7);
    ck_assert(store_begin(store, NULL));
    add_random(random, 1, 400, 100);
    ck_assert(store_commit(store, NULL));
    compare();
    g_rand_free(random);
}
END_TEST

START_TEST(segments_are_added_and_merged)
{
    GRand *random = g_rand_new_with_seed(8);
    for (int i = 0; i < 12; i++) {
        ck_assert(store_begin(store, NULL));
        add_random(random, 1 + i * 20, 20, 60);
        ck_assert(store_commit(store, NULL));
        compare();
    }
    ck_assert(store_begin(store, NULL));
    ck_assert(store_optimize(store, NULL));
    ck_assert(store_commit(store, NULL));
    compare();
    g_rand_free(random);
}
END_TEST

START_TEST(a_term_may_fill_many_pages)
{
    GRand *random = g_rand_new_with_seed(9);
    ck_assert(store_begin(store, NULL));
    for (int i = 1; i <= 12000; i++)
        add(i * 1000, i % 997 == 0 ? "军的的，的科技创" : i % 3 ? "的" : "的的的，的");
    g_autoptr(GString) huge = g_string_new(NULL);
    for (int i = 0; i < 9000; i++)
        g_string_append(huge, g_rand_boolean(random) ? "的" : "的的，");
    add(12001 * 1000, huge->str);
    g_autofree char *word = g_strnfill(40000, 'x');
    add(12002 * 1000, word);
    ck_assert(store_commit(store, NULL));
    compare();
    /* The list of first rows is used to go to a row. */
    ck_assert_int_eq(number("SELECT rowid FROM passage_fts WHERE passage_fts MATCH '\"的\"'"
                            " AND rowid > 9000000 LIMIT 1"),
                     9001000);
    ck_assert_int_eq(number("SELECT count(*) FROM passage_fts WHERE passage_fts MATCH '\"的的 的的\"'"),
                     3997);
    g_rand_free(random);
}
END_TEST

/* Takes a random passage out of both and puts another in. */
static void replace_one(GRand *random, char **texts, int count)
{
    static const char *const removals[] = {
        "INSERT INTO passage_fts (passage_fts, rowid, body) VALUES ('delete', ?, ?)",
        "INSERT INTO theirs (theirs, rowid, body) VALUES ('delete', ?, ?)"};
    int64_t passage = g_rand_int_range(random, 0, count);
    g_autoptr(GString) cut = g_string_new(NULL);
    cut_text(texts[passage], strlen(texts[passage]), FOLD_SIMPLIFIED, cut);
    for (size_t i = 0; i < G_N_ELEMENTS(removals); i++)
        ck_assert(db_do(store, NULL, removals[i], "it", passage + 1, cut->str, cut->len));
    g_free(texts[passage]);
    texts[passage] = random_text(random, 60);
    add(passage + 1, texts[passage]);
}

START_TEST(passages_are_taken_out_and_their_numbers_given_again)
{
    enum { COUNT = 60 };
    GRand *random = g_rand_new_with_seed(10);
    char *texts[COUNT + 1] = {NULL};
    ck_assert(store_begin(store, NULL));
    for (int i = 0; i < COUNT; i++) {
        texts[i] = random_text(random, 60);
        add(i + 1, texts[i]);
    }
    ck_assert(store_commit(store, NULL));
    for (int i = 0; i < 25; i++) {
        ck_assert(store_begin(store, NULL));
        replace_one(random, texts, COUNT);
        ck_assert(store_commit(store, NULL));
        compare();
    }
    for (int i = 0; i < COUNT; i++)
        g_free(texts[i]);
    g_rand_free(random);
}
END_TEST

START_TEST(an_open_table_sees_a_new_segment)
{
    static const char count[] = "SELECT count(*) FROM passage_fts WHERE passage_fts MATCH '\"科技\"'";
    for (int i = 1; i <= 6; i++) {
        ck_assert(store_begin(store, NULL));
        add(i, "科技");
        ck_assert(store_commit(store, NULL));
        ck_assert_int_eq(number(count), i);
    }
    compare();
}
END_TEST

START_TEST(a_passage_without_tokens_is_a_row)
{
    ck_assert(store_begin(store, NULL));
    add(1, "。");
    add(2, "");
    ck_assert(store_commit(store, NULL));
    ck_assert_int_eq(number("SELECT count(*) FROM passage_fts"), 2);
    compare();
}
END_TEST

Suite *suite_segment(void)
{
    Suite *suite = suite_create("segment");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, a_segment_holds_what_fts5_would_hold);
    tcase_add_test(cases, segments_are_added_and_merged);
    tcase_add_test(cases, a_term_may_fill_many_pages);
    tcase_add_test(cases, passages_are_taken_out_and_their_numbers_given_again);
    tcase_add_test(cases, an_open_table_sees_a_new_segment);
    tcase_add_test(cases, a_passage_without_tokens_is_a_row);
    suite_add_tcase(suite, cases);
    return suite;
}
