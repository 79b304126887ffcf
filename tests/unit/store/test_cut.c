#include "store/cut.h"

#include <check.h>
#include <string.h>

typedef struct {
    const char *text, *cut;
} TextCase;

static const TextCase texts[] = {
    {"军民融合", "军民 民融 融合 合"},
    {"科技、教育", "科技 技 教育 育"},
    {"字", "字"},
    {"5G技术，AI", "5g 技术 术 ai"},
    {"軍民", "军民 民"},
    {"\U0002CB2E军", "u2cb2e军 军"}, /* a character that FTS5 does not know */
    {"（一）", "一"},
    {"。！", ""},
    {"", ""},
};

START_TEST(text_is_cut_as_in_the_table)
{
    g_autoptr(GString) cut = g_string_new(NULL);
    cut_text(texts[_i].text, strlen(texts[_i].text), FOLD_SIMPLIFIED, cut);
    g_strchomp(cut->str);
    ck_assert_str_eq(cut->str, texts[_i].cut);
}
END_TEST

typedef struct {
    const char *phrase, *expression;
    CutQuality quality;
} PhraseCase;

static const PhraseCase phrases[] = {
    {"军民融合", "\"军民 民融 融合 \"", CUT_EXACT},
    {"字", "\"字 \" *", CUT_EXACT},
    {"人人", "\"人人 \"", CUT_CANDIDATES}, /* overlaps itself in 人人人 */
    {"科技、教育", "\"科技 技 教育 \"", CUT_CANDIDATES},
    {"技、", "\"技 \"", CUT_CANDIDATES},
    {"35年", "\"年 \" *", CUT_CANDIDATES},  /* also in 2035年 */
    {"年3", "\"年 3 \" *", CUT_CANDIDATES}, /* also in 年30 */
    {"ai", "\"ai \"", CUT_EXACT},
    {"dual circulation", "\"dual circulation \"", CUT_CANDIDATES},
    {"、", "", CUT_NOTHING},
};

START_TEST(phrases_are_looked_up_as_in_the_table)
{
    const PhraseCase *one = &phrases[_i];
    g_autoptr(GString) expression = g_string_new(NULL);
    ck_assert_int_eq(cut_phrase(one->phrase, strlen(one->phrase), expression), one->quality);
    ck_assert_str_eq(expression->str, one->expression);
}
END_TEST

Suite *suite_cut(void)
{
    Suite *suite = suite_create("cut");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, text_is_cut_as_in_the_table, 0, G_N_ELEMENTS(texts));
    tcase_add_loop_test(cases, phrases_are_looked_up_as_in_the_table, 0, G_N_ELEMENTS(phrases));
    suite_add_tcase(suite, cases);
    return suite;
}
