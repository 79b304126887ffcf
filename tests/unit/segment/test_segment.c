#include "base/array.h"
#include "tifa.h"

#include <check.h>
#include <string.h>
#include <unistd.h>

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
    {"On Nov. 14 it", "On| |Nov|.| |14| |it/"},
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

static const char *const words[][2] = {
    {"国务院总理李强作政府工作报告", "国务院|总理|李强|作|政府工作报告/"},
    {"构建人类命运共同体", "构建|人类命运共同体/"},
    {"自2021年12月24日起施行", "自|2021年|12月|24日|起|施行/"},
    {"到二〇三五年", "到|二〇三五年/"},
    {"第三十七条和第一批", "第三十七条|和|第一|批/"},
    {"投入300亿元增长5.5%", "投入|300亿|元|增长|5.5%/"},
    {"2.2万多所、200多亿元", "2.2万多|所|、|200多亿|元/"},
    {"装机600万千瓦", "装机|600万|千瓦/"},
    {"百分之五十五点六", "百分之五十五点六/"},
    {"三分之二以上多数", "三分之二|以上|多数/"},
    {"期限为三十日", "期限|为|三十|日/"},
    {"中华人民共和国公安部", "中华人民共和国|公安部/"},
    {"国務院科學技術部", "国務院|科學技術部/"},
    {"各级财政部门", "各级|财政部门/"},
};

/* Listed words that begin with a numeral, and numbers beside them. */
static const char *const numbered[][2] = {
    {"粉碎四人帮以后", "粉碎|四人帮|以后/"},
    {"第二次世界大战", "第二次世界大战/"},
    {"大力发展第三产业", "大力|发展|第三产业/"},
    {"排放二氧化碳、二氧化硫", "排放|二氧化碳|、|二氧化硫/"},
    {"一心一意，千方百计", "一心一意|，|千方百计/"},
    {"解决三农问题", "解决|三农|问题/"},
    {"推进一体化发展", "推进|一体化|发展/"},
    {"实施863计划", "实施|863计划/"},
    {"第一百二十条", "第一百二十条/"},
    {"第二次会议", "第二|次|会议/"},
    {"分三个阶段", "分|三|个|阶段/"},
    {"一百二十万元以上", "一百二十万|元|以上/"},
};

START_TEST(what_begins_with_a_numeral_is_a_word_if_listed)
{
    g_autofree char *shown = show(numbered[_i][0], TIFA_WORDS);
    ck_assert_str_eq(shown, numbered[_i][1]);
}
END_TEST

/* Entries of jieba's list that are no words. */
static const char *const phrases[][2] = {
    {"尚未在国内注册", "尚未|在|国内|注册/"},
    {"评选并经公示", "评选|并|经|公示/"},
    {"均居前列", "均|居|前列/"},
    {"按规定办理", "按|规定|办理/"},
    {"积极参与，加强监督", "积极|参与|，|加强|监督/"},
};

START_TEST(phrases_that_jieba_lists_are_cut)
{
    g_autofree char *shown = show(phrases[_i][0], TIFA_WORDS);
    ck_assert_str_eq(shown, phrases[_i][1]);
}
END_TEST

START_TEST(a_label_is_not_cut_across)
{
    g_autofree char *shown = show("负责科学技术进步工作", TIFA_WORDS);
    ck_assert_str_eq(shown, "负责|科学技术进步|工作/");
}
END_TEST

START_TEST(readers_words_are_cut_as_listed)
{
    g_autofree char *shown = show(words[_i][0], TIFA_WORDS);
    ck_assert_str_eq(shown, words[_i][1]);
}
END_TEST

START_TEST(fine_words_keep_suffixes_apart)
{
    g_autofree char *shown = show("国务院发展互联网", TIFA_FINE);
    ck_assert_str_eq(shown, "国务|院|发展|互联|网/");
}
END_TEST

START_TEST(traditional_text_is_cut_as_simplified)
{
    g_autofree char *simplified = show("国家鼓励科学技术研究开发", TIFA_WORDS);
    g_autofree char *traditional = show("國家鼓勵科學技術研究開發", TIFA_WORDS);
    size_t bars = 0, others = 0;
    for (const char *c = simplified; *c; c++)
        bars += *c == '|';
    for (const char *c = traditional; *c; c++)
        others += *c == '|';
    ck_assert_uint_gt(bars, 0);
    ck_assert_uint_eq(bars, others);
}
END_TEST

START_TEST(own_words_are_one_word_and_change_the_stamp)
{
    static const char *const own[] = {"国家鼓励", "AI大模型", NULL};
    g_autofree char *before = g_strdup(tifa_segmenter_stamp(segmenter));
    ck_assert(tifa_segmenter_add_words(segmenter, own, NULL));
    g_autofree char *shown = show("国家鼓励AI大模型", TIFA_WORDS);
    ck_assert_str_eq(shown, "国家鼓励|AI大模型/");
    ck_assert_str_ne(before, tifa_segmenter_stamp(segmenter));
}
END_TEST

START_TEST(own_words_come_before_labels)
{
    static const char *const own[] = {"技术进步", NULL};
    ck_assert(tifa_segmenter_add_words(segmenter, own, NULL));
    g_autofree char *shown = show("负责科学技术进步工作", TIFA_WORDS);
    ck_assert_str_eq(shown, "负责|科学|技术进步|工作/");
}
END_TEST

START_TEST(own_words_fine_keep_their_inner_words)
{
    static const char *const own[] = {"国家鼓励", NULL};
    ck_assert(tifa_segmenter_add_words(segmenter, own, NULL));
    g_autofree char *shown = show("国家鼓励", TIFA_FINE);
    ck_assert_str_eq(shown, "国家|鼓励/");
}
END_TEST

static const char *const refused[][2] = {
    {"院", "院: has fewer than two characters"},
    {"一 二", "一 二: holds blanks"},
    {"𠀀𠀀", "𠀀𠀀: holds a character beyond"},
};

START_TEST(an_own_word_that_cannot_be_taken_is_named)
{
    const char *const own[] = {"国家", refused[_i][0], NULL};
    g_autoptr(GError) error = NULL;
    g_autofree char *before = g_strdup(tifa_segmenter_stamp(segmenter));
    ck_assert(!tifa_segmenter_add_words(segmenter, own, &error));
    ck_assert_int_eq(error->code, TIFA_ERROR_INPUT);
    ck_assert_msg(strstr(error->message, refused[_i][1]), "%s", error->message);
    ck_assert_str_eq(before, tifa_segmenter_stamp(segmenter));
}
END_TEST

START_TEST(without_a_lexicon_icu_cuts)
{
    g_setenv("TIFA_PREFIX", "/nonexistent", TRUE);
    tifa_segmenter_free(segmenter);
    segmenter = tifa_segmenter_new(NULL);
    g_unsetenv("TIFA_PREFIX");
    ck_assert_ptr_nonnull(segmenter);
    ck_assert_ptr_nonnull(strstr(tifa_segmenter_stamp(segmenter), "ICU"));
    g_autofree char *shown = show("中国人民，2021年。", TIFA_WORDS);
    ck_assert_str_eq(shown, "中国|人民|，|2021年|。/");
}
END_TEST

/* A folder with the lexicon alone, as an installation without models has it. */
static char *prefix_with_lexicon(void)
{
    char *prefix = g_dir_make_tmp("tifa-test-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename(prefix, "share/tifa", NULL);
    g_autofree char *lexicon = g_build_filename(g_getenv("TIFA_BUILD"), "share/tifa/lexicon", NULL);
    g_autofree char *link = g_build_filename(folder, "lexicon", NULL);
    g_mkdir_with_parents(folder, 0700);
    ck_assert_int_eq(symlink(lexicon, link), 0);
    return prefix;
}

START_TEST(without_a_model_the_lexicon_cuts)
{
    if (!g_getenv("TIFA_BUILD"))
        return; /* only ctest says where the build tree is */
    g_autofree char *prefix = prefix_with_lexicon();
    g_setenv("TIFA_PREFIX", prefix, TRUE);
    tifa_segmenter_free(segmenter);
    segmenter = tifa_segmenter_new(NULL);
    g_unsetenv("TIFA_PREFIX");
    ck_assert_ptr_nonnull(segmenter);
    ck_assert_ptr_null(strstr(tifa_segmenter_stamp(segmenter), "words"));
    g_autofree char *shown = show("国务院关于印发通知的决定", TIFA_WORDS);
    ck_assert_str_eq(shown, "国务院|关于|印发|通知|的|决定/");
    check_tiling("科技创新二〇二一年", strlen("科技创新二〇二一年"), TIFA_FINE);
}
END_TEST

/* The words of a text with their parts of speech. */
static char *show_parts(const char *text)
{
    TifaTokens tokens = {0};
    tifa_segmenter_cut(segmenter, text, strlen(text), TIFA_WORDS, &tokens);
    g_autofree uint8_t *parts = g_new(uint8_t, tokens.length);
    tifa_segmenter_tag_parts(segmenter, text, &tokens, parts);
    GString *shown = g_string_new(NULL);
    for (size_t i = 0; i < tokens.length; i++) {
        TifaSpan span = tokens.items[i].span;
        if (parts[i] != TIFA_PART_NONE)
            g_string_append_printf(shown, "%.*s/%s ", (int)(span.end - span.start), text + span.start,
                                   tifa_part_name((TifaPart)parts[i]));
    }
    array_clear(&tokens);
    return g_string_free(shown, FALSE);
}

static const char *const tagged[][2] = {
    {"国家鼓励研究。", "国家/NOUN 鼓励/VERB 研究/NOUN 。/PUNCT "},
    {"The State shall promote rapid innovation.",
     "The/DET State/PROPN shall/AUX promote/NOUN rapid/NOUN innovation/NOUN ./PUNCT "},
    {"他有3个 + AI", "他/PRON 有/VERB 3/NUM 个/NOUN +/SYM AI/X "},
};

START_TEST(words_have_parts_of_speech)
{
    g_autofree char *shown = show_parts(tagged[_i][0]);
    ck_assert_str_eq(shown, tagged[_i][1]);
}
END_TEST

START_TEST(a_part_is_known_by_its_name)
{
    for (int part = TIFA_PART_NONE + 1; part < TIFA_PARTS; part++)
        ck_assert_int_eq(tifa_part_named(tifa_part_name((TifaPart)part)), part);
    ck_assert_int_eq(tifa_part_named("noun"), TIFA_PART_NOUN);
    ck_assert_int_eq(tifa_part_named("substantive"), TIFA_PART_NONE);
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
    tcase_add_loop_test(tcase, readers_words_are_cut_as_listed, 0, G_N_ELEMENTS(words));
    tcase_add_loop_test(tcase, what_begins_with_a_numeral_is_a_word_if_listed, 0, G_N_ELEMENTS(numbered));
    tcase_add_loop_test(tcase, phrases_that_jieba_lists_are_cut, 0, G_N_ELEMENTS(phrases));
    tcase_add_test(tcase, a_label_is_not_cut_across);
    tcase_add_test(tcase, fine_words_keep_suffixes_apart);
    tcase_add_test(tcase, traditional_text_is_cut_as_simplified);
    tcase_add_test(tcase, own_words_are_one_word_and_change_the_stamp);
    tcase_add_test(tcase, own_words_come_before_labels);
    tcase_add_test(tcase, own_words_fine_keep_their_inner_words);
    tcase_add_loop_test(tcase, an_own_word_that_cannot_be_taken_is_named, 0, G_N_ELEMENTS(refused));
    tcase_add_test(tcase, without_a_lexicon_icu_cuts);
    tcase_add_test(tcase, without_a_model_the_lexicon_cuts);
    tcase_add_loop_test(tcase, words_have_parts_of_speech, 0, G_N_ELEMENTS(tagged));
    tcase_add_test(tcase, a_part_is_known_by_its_name);
    tcase_add_test(tcase, the_stamp_names_the_cutter);
    suite_add_tcase(suite, tcase);
    return suite;
}
