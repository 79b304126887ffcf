#include "query/phrase.h"

#include <check.h>
#include <string.h>

typedef struct {
    const char *phrase, *text;
    FoldScript script;
    const char *found; /* starts and ends, in bytes */
} Case;

static const Case cases[] = {
    {"科技", "科技与科技", FOLD_SIMPLIFIED, "0-6 9-15 "},
    {"人人", "人人人人人", FOLD_SIMPLIFIED, "0-6 6-12 "},
    {"人大人", "大人大人大人", FOLD_SIMPLIFIED, "3-12 "},
    {"军民", "民民军民民軍民", FOLD_SIMPLIFIED, "6-12 15-21 "},
    {"军民", "軍民", FOLD_SIMPLIFIED, "0-6 "},
    {"軍民", "军民", FOLD_SIMPLIFIED, "0-6 "},
    {"积极", "積极极积極積极積", FOLD_SIMPLIFIED, "0-6 9-15 15-21 "},
    {"AI", "AI, ai, AIR, ＡＩ技术", FOLD_SIMPLIFIED, "0-2 4-6 13-19 "},
    {"ai", "Ａi ai, xai aI", FOLD_SIMPLIFIED, "0-4 5-7 13-15 "},
    {"circulation", "dual circulations circulation", FOLD_SIMPLIFIED, "18-29 "},
    {"35年", "2035年", FOLD_SIMPLIFIED, "2-7 "},
    {"dual circulation", "Dual Circulation", FOLD_SIMPLIFIED, "0-16 "},
    {"、", "科、技、", FOLD_SIMPLIFIED, "3-6 9-12 "},
    {"干", "乾隆", FOLD_SIMPLIFIED, ""},
    {"干燥", "乾燥", FOLD_TRADITIONAL, "0-6 "},
    {"由于", "由於", FOLD_TRADITIONAL, "0-6 "},
    {"科技创新", "科技", FOLD_SIMPLIFIED, ""},
    {"a", "", FOLD_SIMPLIFIED, ""},
};

START_TEST(phrases_stand_where_the_table_says)
{
    Phrase phrase = phrase_prepare(cases[_i].phrase);
    Spans places = {0};
    phrase_find(&phrase, cases[_i].text, strlen(cases[_i].text), cases[_i].script, &places);
    g_autoptr(GString) found = g_string_new(NULL);
    for (size_t i = 0; i < places.length; i++)
        g_string_append_printf(found, "%u-%u ", places.items[i].start, places.items[i].end);
    ck_assert_str_eq(found->str, cases[_i].found);
    array_clear(&places);
    phrase_clear(&phrase);
}
END_TEST

Suite *suite_phrase(void)
{
    Suite *suite = suite_create("phrase");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, phrases_stand_where_the_table_says, 0, G_N_ELEMENTS(cases));
    suite_add_tcase(suite, all);
    return suite;
}
