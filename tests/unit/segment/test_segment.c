#include "base/array.h"
#include "tifa.h"

#include <check.h>
#include <string.h>

static TifaSegmenter *segmenter;

static void start(void)
{
    g_autoptr(GError) error = NULL;
    segmenter = tifa_segmenter_new(&error);
    ck_assert_msg(segmenter, "%s", error ? error->message : "no segmenter");
}

static void stop(void)
{
    tifa_segmenter_free(segmenter);
}

/* The tokens of a text separated by '|', a sentence end by '/'. */
static char *show(const char *text, TifaGranularity granularity)
{
    TifaTokens tokens = {0};
    tifa_segmenter_cut(segmenter, text, strlen(text), granularity, &tokens);
    GString *shown = g_string_new(NULL);
    for (size_t i = 0; i < tokens.length; i++) {
        TifaToken token = tokens.items[i];
        g_string_append_len(shown, text + token.span.start, token.span.end - token.span.start);
        if (token.flags & TIFA_TOKEN_SENTENCE_END)
            g_string_append_c(shown, '/');
        else
            g_string_append_c(shown, '|');
    }
    array_clear(&tokens);
    return g_string_free(shown, FALSE);
}

static void check_tiling(const char *text, size_t length, TifaGranularity granularity)
{
    TifaTokens tokens = {0};
    tifa_segmenter_cut(segmenter, text, length, granularity, &tokens);
    uint32_t place = 0;
    for (size_t i = 0; i < tokens.length; i++) {
        ck_assert_uint_eq(tokens.items[i].span.start, place);
        ck_assert_uint_gt(tokens.items[i].span.end, place);
        place = tokens.items[i].span.end;
        ck_assert(place == length || ((unsigned char)text[place] & 0xC0) != 0x80);
    }
    ck_assert_uint_eq(place, length);
    array_clear(&tokens);
}

START_TEST(an_empty_text_has_no_tokens)
{
    g_autofree char *shown = show("", TIFA_WORDS);
    ck_assert_str_eq(shown, "");
}
END_TEST

static const char *const sentences[][2] = {
    {"好。好！", "好|。/好|！/"},
    {"好？”好", "好|？|”/好/"},
    {"好；好", "好|；/好/"},
    {"好\n好", "好/\n|好/"},
    {"It is. So be it.", "It| |is|./ |So| |be| |it|./"},
    {"in the U.S. of e.g. 3.5", "in| |the| |U.S.| |of| |e.g.| |3.5/"},
    {"Dr. Li said no. \"Yes.\" Good", "Dr|.| |Li| |said| |no|./ |\"|Yes|.|\"/ |Good/"},
};

START_TEST(sentences_end_where_they_should)
{
    g_autofree char *shown = show(sentences[_i][0], TIFA_WORDS);
    ck_assert_str_eq(shown, sentences[_i][1]);
}
END_TEST

START_TEST(tokens_tile_a_long_text_without_punctuation)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 5000; i++)
        g_string_append(text, "科技创新");
    check_tiling(text->str, text->len, TIFA_WORDS);
    check_tiling(text->str, text->len, TIFA_FINE);
    g_string_free(text, TRUE);
}
END_TEST

START_TEST(tokens_tile_strange_text)
{
    static const char *const texts[] = {
        "\xCC\x81\xCC\x81 \xE2\x80\x8D",        "....,,,,", "a-",      "www.",     "1,2,3,",
        "𠀀𠀀\xF0\x9F\x87\xA8\xF0\x9F\x87\xB3", "\n\n\r\n", "％1％％", "U.S.U.S.."};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        check_tiling(texts[i], strlen(texts[i]), TIFA_WORDS);
}
END_TEST

START_TEST(the_stamp_names_the_cutter)
{
    ck_assert_ptr_nonnull(strstr(tifa_segmenter_stamp(segmenter), "segment"));
}
END_TEST

Suite *suite_segment(void);
Suite *suite_segment(void)
{
    Suite *suite = suite_create("segment");
    TCase *tcase = tcase_create("segment");
    tcase_add_checked_fixture(tcase, start, stop);
    tcase_add_test(tcase, an_empty_text_has_no_tokens);
    tcase_add_loop_test(tcase, sentences_end_where_they_should, 0, G_N_ELEMENTS(sentences));
    tcase_add_test(tcase, tokens_tile_a_long_text_without_punctuation);
    tcase_add_test(tcase, tokens_tile_strange_text);
    tcase_add_test(tcase, the_stamp_names_the_cutter);
    suite_add_tcase(suite, tcase);
    return suite;
}
