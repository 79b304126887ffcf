#include "dictionary.h"

#define HEAD "id\tzh\tzh_alt\ten\ten_alt\tguards\tflags\n"

/* One dictionary, a text, and its tags. */
static const struct {
    const char *rows, *text, *tags;
} cases[] = {
    /* traditional, full width, quotation marks, case */
    {"mcf\t军民融合\n", "推動軍民融合。", "mcf:軍民融合"},
    {"dfc\t双一流建设\n", "“双一流”建设高校", "dfc:双一流”建设"},
    {"ai\t\t\tartificial intelligence\tAI\n", "Artificial  Intelligence, ＡＩ技术 and ai",
     "ai:Artificial  Intelligence ai:ＡＩ"},
    {"ai\t\t\tArtificial\tAI\tAI=anycase\n", "ai", "ai:ai"},
    /* guards */
    {"mof\t财政部\t\t\t\t财政部=门-\n", "财政部门和财政部", "mof:财政部"},
    {"nine\t九章\t\t\t\t九章=-第\n", "第九章九章", "nine:九章"},
    {"law\t保密法\t\t\t\t*=律-|规-!规定\n", "保密法规、保密法规定、保密法律、保密法",
     "law:保密法 law:保密法"},
    {"law\t保密法\t\t\t\t*=規-\n", "保密法“规”", ""},
    {"fi\t外资\t\t\t\t外资=金-!金融\n", "外资金、外资金融机构", "fi:外资"},
    {"io\t进出口\t\t\t\t进出口=-先!领先\n", "先进出口、领先进出口", "io:进出口"},
    {"y\t一体化\t\t\t\t一体化=+战略-|+-长三角\n", "一体化、一体化战略、长三角一体化", "y:一体化 y:一体化"},
    {"y\t十五\t\t\t\t十五=quoted\n", "十五年“十五”计划", "y:十五"},
    {"pku\t北大\t\t\t\t北大=near 教授\n", "北大的教授\n北大的鸟", "pku:北大"},
    {"eu\t\t\tunion\t\tunion=near Euro\n", "a union of neuro things\na union with the euro", "eu:union"},
    {"law\t\t\tlaw\t\tlaw=never\n", "the law", ""},
    {"cas\t\t\tChinese Academy of Sciences\tCAS\tCAS=case\n", "CAS and cas, THE CAS IS", "cas:CAS"},
    {"most\t\t\tMOST\t\tMOST=case\n", "MOST (China) said most", "most:MOST"},
    /* Latin words */
    {"nuc\t\t\tnuclear energy\n", "non-nuclear energy, Nuclear-energy, thermonuclear energy",
     "nuc:Nuclear-energy"},
    {"moe\t\t\tMinistry of Education\t\ten:*=-Japanese|of-!of China\n",
     "Japanese Ministry of Education; Ministry of Education of India; Ministry of Education of China",
     "moe:Ministry of Education"},
    {"lab\t\t\tkey laboratory\n", "key laboratories", "lab:key laboratories"},
    {"mod\t\t\tMinistry of Defence\n", "the Ministry of Defense", "mod:Ministry of Defense"},
    {"fiveg\t5G\n", "5G网络15G5GB", "fiveg:5G"},
    {"eu\t\t\tEU\n", "China-EU EU's EUs", "eu:EU eu:EU's eu:EUs"},
    /* patterns */
    {"mcf\t军民融合\t军民(深度)融合(发展)\n", "军民深度融合发展", "mcf:军民深度融合发展"},
    {"cac\t网信办\t[国家/中央]网信办\n", "中央网信办", "cac:中央网信办"},
    {"mc\t军民技术\t军民…4技术\n", "军民（两用）技术，军民两用和平用技术", "mc:军民（两用）技术"},
    {"mc\t军民技术\t军民…4技术\n", "军民\n技术", ""},
    /* nested and overlapping tags */
    {"most\t科技部\ns\t科技\n", "科技部", "most:科技部 s:科技+"},
    {"a\t科技创新\nb\t创新发展\n", "科技创新发展", "a:科技创新 b:创新发展"},
    {"a\t军民融合\t军民融合发展战略\n", "军民融合发展战略", "a:军民融合发展战略"},
    {"a\t办法\t\t\t\t\tamb\nb\t办法\t\t\t\t\tamb\n", "办法", "a:办法 b:办法"},
    {"a\t法律\t\t\t\t\tstruct\n", "法律", ""},
};

START_TEST(a_text_has_these_tags)
{
    g_autofree char *text = g_strconcat(HEAD, cases[_i].rows, NULL);
    check_tags(text, cases[_i].text, cases[_i].tags);
}
END_TEST

START_TEST(a_label_counts_in_texts_of_its_dates_only)
{
    const char *rows = HEAD "a\t包干制\t\t\t\t包干制=@2019..\nb\t包干制\t\t\t\t包干制=@..1993\n";
    static const struct {
        const char *date, *tags;
    } dates[] = {{"2021-03-05", "a:包干制"},
                 {"1984", "b:包干制"},
                 {"2000-01", ""},
                 {NULL, "a:包干制 b:包干制"},
                 {"no date", "a:包干制 b:包干制"}};
    for (size_t i = 0; i < G_N_ELEMENTS(dates); i++) {
        TifaTagHints hints = {.date = dates[i].date};
        g_autofree char *tags = tags_with(rows, "包干制", &hints);
        ck_assert_str_eq(tags, dates[i].tags);
    }
}
END_TEST

/* Tokens from lengths in bytes, as many as given. */
static void set_tokens(TifaTokens *tokens, TifaToken *items, const unsigned *lengths, size_t count)
{
    uint32_t start = 0;
    for (size_t i = 0; i < count; i++) {
        items[i] = (TifaToken){.span = {start, start + lengths[i]}};
        start += lengths[i];
    }
    *tokens = (TifaTokens){items, count, count};
}

START_TEST(two_characters_across_words_are_no_label)
{
    const char *rows = HEAD "soe\t国企\n";
    TifaTokens tokens;
    TifaToken items[3];
    TifaTagHints hints = {.tokens = &tokens};
    set_tokens(&tokens, items, (unsigned[]){6, 6}, 2);
    g_autofree char *across = tags_with(rows, "中国企业", &hints);
    ck_assert_str_eq(across, "");
    set_tokens(&tokens, items, (unsigned[]){6, 6}, 2);
    g_autofree char *one_word = tags_with(rows, "国企改革", &hints);
    ck_assert_str_eq(one_word, "soe:国企");
    set_tokens(&tokens, items, (unsigned[]){3, 3, 6}, 3);
    g_autofree char *two_words = tags_with(rows, "国企改革", &hints);
    ck_assert_str_eq(two_words, "soe:国企");
    set_tokens(&tokens, items, (unsigned[]){9, 3}, 2);
    g_autofree char *part = tags_with(rows, "国企改革", &hints);
    ck_assert_str_eq(part, "soe:国企");
}
END_TEST

START_TEST(why_names_the_rule_that_refused)
{
    static const struct {
        const char *rows, *text, *why, *guard, *evidence;
    } refused[] = {
        {"mof\t财政部\t\t\t\t财政部=门-\n", "财政部门", "guard", "门-", "门"},
        {"nine\t九章\t\t\t\t九章=-第\n", "第九章", "guard", "-第", "第"},
        {"a\t包干制\t\t\t\t包干制=@2019..\n", "包干制", "date", "@2019..", ""},
        {"cas\t\t\tCAS\n", "cas", "case", NULL, ""},
        {"most\t\t\tMOST\t\tMOST=case\n", "THE MOST", "capitals", NULL, ""},
        {"nuc\t\t\tnuclear energy\n", "non-nuclear energy", "negated", NULL, ""},
        {"law\t法律\t\t\t\t\tstruct\n", "法律", "never", NULL, ""},
        {"a\t军民融合\t军民融合发展\n", "军民融合发展", "inside", NULL, "军民融合发展"},
        {"pku\t北大\t\t\t\t北大=near 教授\n", "北大", "guard", "near 教授", ""},
    };
    TifaTagHints hints = {.date = "1984"};
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autofree char *text = g_strconcat(HEAD, refused[i].rows, NULL);
        g_autoptr(TifaConcepts) concepts = dictionary(text);
        TifaVerdicts verdicts = {0};
        size_t length = strlen(refused[i].text);
        tifa_concepts_why(concepts, refused[i].text, length, &hints, (TifaSpan){0, (uint32_t)length},
                          &verdicts);
        ck_assert_uint_ge(verdicts.length, 1);
        TifaVerdict last = verdicts.items[verdicts.length - 1];
        g_autofree char *evidence =
            g_strndup(refused[i].text + last.evidence.start, last.evidence.end - last.evidence.start);
        ck_assert_str_eq(tifa_why_name(last.why), refused[i].why);
        ck_assert_pstr_eq(last.guard, refused[i].guard);
        ck_assert_str_eq(evidence, refused[i].evidence);
        g_free(verdicts.items);
    }
}
END_TEST

START_TEST(why_looks_at_the_place_asked_for_only)
{
    g_autoptr(TifaConcepts) concepts = dictionary(HEAD "a\t科技\nb\t创新\n");
    TifaVerdicts verdicts = {0};
    const char *text = "科技创新";
    tifa_concepts_why(concepts, text, strlen(text), NULL, (TifaSpan){6, 7}, &verdicts);
    ck_assert_uint_eq(verdicts.length, 1);
    ck_assert_str_eq(tifa_concepts_get(concepts, verdicts.items[0].concept).id, "b");
    ck_assert_uint_eq(verdicts.items[0].why, TIFA_WHY_TAGGED);
    g_free(verdicts.items);
}
END_TEST

Suite *suite_tag(void);

Suite *suite_tag(void)
{
    Suite *suite = suite_create("tag");
    TCase *tests = tcase_create("tag");
    tcase_add_loop_test(tests, a_text_has_these_tags, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(tests, a_label_counts_in_texts_of_its_dates_only);
    tcase_add_test(tests, two_characters_across_words_are_no_label);
    tcase_add_test(tests, why_names_the_rule_that_refused);
    tcase_add_test(tests, why_looks_at_the_place_asked_for_only);
    suite_add_tcase(suite, tests);
    return suite;
}
