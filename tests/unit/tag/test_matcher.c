#include "tag/matcher.h"

#include <check.h>
#include <string.h>

static GPtrArray *matches_new(void)
{
    return g_ptr_array_new_with_free_func(g_free);
}

static void note(void *user, uint32_t value, TifaSpan span)
{
    g_ptr_array_add(user, g_strdup_printf("%05u-%u=%u ", span.start, span.end, value));
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All matches in one order. Free with g_free(). */
static char *matches_text(GPtrArray *matches)
{
    g_ptr_array_sort(matches, by_text);
    g_ptr_array_add(matches, NULL);
    return g_strjoinv("", (char **)matches->pdata);
}

/* What a matcher finds. Free with g_free(). */
static char *search(const Matcher *matcher, const char *text, size_t length)
{
    g_autoptr(GPtrArray) matches = matches_new();
    matcher_search(matcher, text, length, note, matches);
    return matches_text(matches);
}

/* ---- The oracle: each string tried at each place, with nothing of the matcher but the form ---- */

static bool is_word_character(const char *place)
{
    return form_is_word(g_utf8_get_char(place));
}

/* The end of a string that stands at `start`, or NULL. */
static const char *oracle_match(const Form *string, const char *start, const char *text, const char *end)
{
    const char *place = start;
    gunichar previous = FORM_SKIP;
    for (size_t i = 0; i < string->length;) {
        if (place == end)
            return NULL;
        gunichar c = form_char(g_utf8_get_char(place));
        bool is_passed_over = i > 0 && (c == FORM_SKIP || (c == FORM_BLANK && previous == FORM_BLANK));
        if (!is_passed_over && c != string->items[i++])
            return NULL;
        previous = c == FORM_SKIP ? previous : c;
        place = g_utf8_next_char(place);
    }
    bool cuts_start = start > text && is_word_character(start) && is_word_character(g_utf8_prev_char(start));
    bool cuts_end = place < end && is_word_character(place) && is_word_character(g_utf8_prev_char(place));
    return cuts_start || cuts_end ? NULL : place;
}

static char *oracle_search(Form *strings, size_t count, Matcher *values, const char *text, size_t length)
{
    g_autoptr(GPtrArray) list = matches_new();
    for (const char *start = text, *end = text + length; start < end; start = g_utf8_next_char(start))
        for (size_t i = 0; i < count; i++) {
            const char *stop = oracle_match(&strings[i], start, text, end);
            if (stop)
                note(list, *matcher_add(values, &strings[i]),
                     (TifaSpan){(uint32_t)(start - text), (uint32_t)(stop - text)});
        }
    return matches_text(list);
}

/* ---- Random dictionaries and texts ---- */

/* Few characters, so that everything happens: traditional and simplified pairs, quotation marks, blanks and
 * dashes, Latin letters in both cases and widths, four-byte characters, line ends. */
static const char *const alphabet[] = {"军", "軍", "民", "融", "合", "“",  "”",  " ",  "-",  "a",
                                       "A",  "Ａ", "s",  "é",  "1",  "𠮷", "、", "\n", "　", "é"};

static char *random_text(GRand *random, unsigned characters, unsigned letters)
{
    GString *text = g_string_new("");
    while (characters-- > 0)
        g_string_append(text, alphabet[g_rand_int_range(random, 0, (gint32)letters)]);
    return g_string_free(text, FALSE);
}

static void check_random(GRand *random)
{
    unsigned letters = (unsigned)g_rand_int_range(random, 2, G_N_ELEMENTS(alphabet) + 1);
    Form strings[40] = {0};
    size_t count = 0, wanted = (size_t)g_rand_int_range(random, 1, 40);
    g_autoptr(Matcher) matcher = matcher_new();
    g_autoptr(Matcher) values = matcher_new();
    for (uint32_t i = 0; i < wanted; i++) {
        g_autofree char *text = random_text(random, (unsigned)g_rand_int_range(random, 2, 7), letters);
        form_set(&strings[count], text, strlen(text));
        if (strings[count].length < 2 || *matcher_add(matcher, &strings[count]))
            continue;
        *matcher_add(matcher, &strings[count]) = i + 1;
        *matcher_add(values, &strings[count++]) = i + 1;
    }
    matcher_finish(matcher);
    g_autofree char *text = random_text(random, (unsigned)g_rand_int_range(random, 0, 200), letters);
    g_autofree char *bare = g_memdup2(text, strlen(text)); /* without a NUL behind it */
    g_autofree char *expected = oracle_search(strings, count, values, text, strlen(text));
    g_autofree char *found = search(matcher, bare, strlen(text));
    ck_assert_msg(strcmp(found, expected) == 0, "text \"%s\":\nfound    %s\nexpected %s", text, found,
                  expected);
    for (size_t i = 0; i < G_N_ELEMENTS(strings); i++)
        array_clear(&strings[i]);
}

START_TEST(every_match_is_the_oracles)
{
    GRand *random = g_rand_new_with_seed((guint32)_i);
    for (int round = 0; round < 500; round++)
        check_random(random);
    g_rand_free(random);
}
END_TEST

START_TEST(a_string_of_500_characters_is_found)
{
    GString *text = g_string_new("");
    for (int i = 0; i < MATCHER_LONGEST; i++)
        g_string_append_unichar(text, 0x4E00 + (gunichar)i);
    g_autoptr(Matcher) matcher = matcher_new();
    Form string = {0};
    form_set(&string, text->str, text->len);
    ck_assert_uint_eq(string.length, MATCHER_LONGEST);
    *matcher_add(matcher, &string) = 7;
    matcher_finish(matcher);
    g_autofree char *found = search(matcher, text->str, text->len);
    ck_assert_str_eq(found, "00000-1500=7 ");
    g_string_free(text, TRUE);
    array_clear(&string);
}
END_TEST

START_TEST(a_matcher_without_strings_finds_nothing)
{
    g_autoptr(Matcher) matcher = matcher_new();
    matcher_finish(matcher);
    g_autofree char *found = search(matcher, "军民融合", strlen("军民融合"));
    ck_assert_str_eq(found, "");
}
END_TEST

Suite *suite_matcher(void);

Suite *suite_matcher(void)
{
    Suite *suite = suite_create("matcher");
    TCase *tests = tcase_create("matcher");
    tcase_set_timeout(tests, 120);
    tcase_add_loop_test(tests, every_match_is_the_oracles, 0, 8);
    tcase_add_test(tests, a_string_of_500_characters_is_found);
    tcase_add_test(tests, a_matcher_without_strings_finds_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
