#include "tag/form.h"

#include <check.h>
#include <string.h>

/* The form of a text as UTF-8. */
static char *form_of(const char *text)
{
    Form form = {0};
    form_set(&form, text, strlen(text));
    char *result = g_ucs4_to_utf8(form.items, (glong)form.length, NULL, NULL, NULL);
    array_clear(&form);
    return result ? result : g_strdup("");
}

static const struct {
    const char *text, *form;
} cases[] = {
    {"軍民融合", "军民融合"},
    {"ＡＩ技术", "ai技术"},
    {"“双一流”建设", "双一流建设"},
    {"dual–use  goods", "dual use goods"},
    {" dual - use ", "dual use"},
    {"Jūnmín rónghé", "junmin ronghe"},
    {"People’s Republic", "peoples republic"},
    {"首台（套）", "首台(套)"},
    {"“”", ""},
};

START_TEST(a_text_has_one_form_however_it_is_written)
{
    g_autofree char *form = form_of(cases[_i].text);
    ck_assert_str_eq(form, cases[_i].form);
}
END_TEST

START_TEST(the_form_of_a_form_is_itself)
{
    for (gunichar c = 1; c < 0x30000; c++) {
        gunichar form = form_char(c);
        if (form != FORM_SKIP && (c < 0xD800 || c > 0xDFFF))
            ck_assert_msg(form_char(form) == form, "U+%04X U+%04X U+%04X", c, form, form_char(form));
    }
}
END_TEST

START_TEST(reading_backwards_gives_the_same_characters)
{
    const char *text = "“双一流” 建设 -- the Dual–Use\n軍民";
    GString *forwards = g_string_new(""), *backwards = g_string_new("");
    for (const char *place = text, *end = text + strlen(text); place < end;)
        g_string_append_unichar(forwards, form_next(&place, end));
    for (const char *place = text + strlen(text); place > text;) {
        gunichar c = form_previous(&place, text);
        char bytes[6];
        if (c != FORM_BREAK || place > text)
            g_string_prepend_len(backwards, bytes, g_unichar_to_utf8(c, bytes));
    }
    ck_assert_str_eq(forwards->str, backwards->str);
    g_string_free(forwards, TRUE);
    g_string_free(backwards, TRUE);
}
END_TEST

Suite *suite_form(void);

Suite *suite_form(void)
{
    Suite *suite = suite_create("form");
    TCase *tests = tcase_create("form");
    tcase_add_loop_test(tests, a_text_has_one_form_however_it_is_written, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(tests, the_form_of_a_form_is_itself);
    tcase_add_test(tests, reading_backwards_gives_the_same_characters);
    suite_add_tcase(suite, tests);
    return suite;
}
