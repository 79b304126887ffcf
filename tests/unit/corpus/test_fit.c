#include "corpus/fit.h"

#include "base/array.h"

#include <check.h>
#include <string.h>

/* Tokens and tags drawn as "ab|cde|f" and "1-3 3-5"; what fit_tokens() makes of the tokens, drawn. */
static char *fitted(const char *words, const char *tags)
{
    TifaTokens tokens = {0};
    TifaTags places = {0};
    uint32_t offset = 0;
    g_auto(GStrv) parts = g_strsplit(words, "|", -1), ends = g_strsplit(tags, " ", -1);
    for (size_t i = 0; parts[i]; i++) {
        uint32_t start = offset;
        offset += (uint32_t)strlen(parts[i]);
        array_push(
            &tokens,
            ((TifaToken){{start, offset}, TIFA_TOKEN_WORD, parts[i + 1] ? 0 : TIFA_TOKEN_SENTENCE_END}));
    }
    for (size_t i = 0; ends[i] && *ends[i]; i++)
        array_push(&places,
                   ((TifaTag){.span = {(uint32_t)(ends[i][0] - '0'), (uint32_t)(ends[i][2] - '0')}}));
    fit_tokens(&tokens, &places);
    g_autofree char *text = g_strjoinv("", parts);
    GString *drawn = g_string_new(NULL);
    for (size_t i = 0; i < tokens.length; i++) {
        TifaSpan span = tokens.items[i].span;
        g_string_append_printf(drawn, "%s%.*s", i ? "|" : "", (int)(span.end - span.start),
                               text + span.start);
        bool is_last = i + 1 == tokens.length;
        ck_assert_int_eq((tokens.items[i].flags & TIFA_TOKEN_SENTENCE_END) != 0, is_last);
    }
    array_clear(&tokens);
    array_clear(&places);
    return g_string_free(drawn, FALSE);
}

static const struct {
    const char *words, *tags, *fitted;
} cases[] = {
    {"ab|cd", "", "ab|cd"},
    {"ab|cd", "0-2", "ab|cd"},         /* the word itself */
    {"abcd|ef", "1-3", "abcd|ef"},     /* a word that holds the concept */
    {"ab|cd|ef", "0-4", "ab|cd|ef"},   /* a concept of two words */
    {"ab|cd", "0-3", "ab|c|d"},        /* it ends inside a word */
    {"ab|cd", "1-4", "a|b|cd"},        /* it begins inside one */
    {"ab|cd|ef", "1-5", "a|b|cd|e|f"}, /* both */
    {"abc|def", "1-4 2-4", "a|b|c|d|ef"},
    {"ab|cdef", "1-3 2-5", "a|b|c|de|f"}, /* the second is cut by the end of the first */
    {"abcd|ef", "3-5 3-6", "abc|d|e|f"},
};

START_TEST(a_word_that_reaches_over_the_end_of_a_concept_is_cut_there)
{
    g_autofree char *drawn = fitted(cases[_i].words, cases[_i].tags);
    ck_assert_str_eq(drawn, cases[_i].fitted);
}
END_TEST

Suite *suite_fit(void)
{
    Suite *suite = suite_create("fit");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, a_word_that_reaches_over_the_end_of_a_concept_is_cut_there, 0,
                        G_N_ELEMENTS(cases));
    suite_add_tcase(suite, all);
    return suite;
}
