#include "base/fold.h"

#include <check.h>
#include <string.h>

typedef struct {
    const char *text;
    FoldScript script;
    const char *folded;
} Case;

static const Case cases[] = {
    {"軍民融合", FOLD_SIMPLIFIED, "军民融合"},
    {"雙循環、創新驅動", FOLD_TRADITIONAL, "双循环、创新驱动"},
    {"军民融合", FOLD_TRADITIONAL, "军民融合"},
    {"ＡＩ＋５Ｇ", FOLD_SIMPLIFIED, "ai+5g"},
    {"COVID-19", FOLD_SIMPLIFIED, "covid-19"},
    {"總　則", FOLD_SIMPLIFIED, "总 则"},
    /* Good in both scripts: 乾 (qian, in names) is left alone unless the text is known to be traditional. */
    {"乾隆", FOLD_SIMPLIFIED, "乾隆"},
    {"乾燥", FOLD_TRADITIONAL, "干燥"},
    {"Straße ÉCOLE", FOLD_SIMPLIFIED, "straße école"},
    {"𠀀𪚥①", FOLD_SIMPLIFIED, "𠀀𪚥①"},
    {"", FOLD_SIMPLIFIED, ""},
};

START_TEST(text_is_folded_as_in_the_table)
{
    const Case *one = &cases[_i];
    size_t length;
    g_autofree char *folded = fold_text(one->text, strlen(one->text), one->script, &length);
    ck_assert_str_eq(folded, one->folded);
    ck_assert_uint_eq(length, strlen(one->folded));
}
END_TEST

START_TEST(folding_twice_changes_nothing_more)
{
    for (FoldScript script = FOLD_SIMPLIFIED; script <= FOLD_TRADITIONAL; script++) {
        gunichar wrong = 0;
        for (gunichar c = 1; c < 0x33FFF; c++)
            wrong = fold_char(fold_char(c, script), script) == fold_char(c, script) ? wrong : c;
        ck_assert_msg(!wrong, "U+%04X folds further", wrong);
    }
}
END_TEST

START_TEST(the_sources_of_a_character_are_those_that_are_folded_to_it)
{
    FoldScript script = _i ? FOLD_TRADITIONAL : FOLD_SIMPLIFIED;
    size_t sources = 0, folded = 0;
    for (gunichar c = 1; c < 0x33FFF; c++) {
        gunichar found[FOLD_MOST_SOURCES];
        folded += fold_char(c, script) != c;
        if (fold_char(c, script) != c)
            continue;
        size_t count = fold_sources(c, script, found);
        ck_assert_uint_eq(found[0], c);
        for (size_t i = 1; i < count; i++)
            ck_assert_uint_eq(fold_char(found[i], script), c);
        sources += count - 1;
    }
    ck_assert_uint_eq(sources, folded);
}
END_TEST

START_TEST(characters_of_one_script_tell_it)
{
    ck_assert(fold_is_traditional(0x8ECD));  /* 軍 */
    ck_assert(fold_is_simplified(0x519B));   /* 军 */
    ck_assert(!fold_is_traditional(0x6C11)); /* 民 is both */
    ck_assert(!fold_is_simplified(0x6C11));
}
END_TEST

Suite *suite_fold(void)
{
    Suite *suite = suite_create("fold");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, text_is_folded_as_in_the_table, 0, G_N_ELEMENTS(cases));
    tcase_add_test(all, folding_twice_changes_nothing_more);
    tcase_add_loop_test(all, the_sources_of_a_character_are_those_that_are_folded_to_it, 0, 2);
    tcase_add_test(all, characters_of_one_script_tell_it);
    suite_add_tcase(suite, all);
    return suite;
}
