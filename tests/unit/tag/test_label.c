#include "tag/label.h"

#include <check.h>

/* All forms of a label, sorted as spelled, or the reason. */
static char *forms_of(const char *label)
{
    LabelForms forms = {0};
    const char *reason = label_spell(label, false, &forms);
    GString *list = g_string_new(reason ? reason : "");
    for (size_t i = 0; i < forms.length && !reason; i++) {
        g_string_append_printf(list, "%s%s", i ? "|" : "", forms.items[i].text);
        if (forms.items[i].insert)
            g_string_append_printf(list, "@%u+%u", forms.items[i].head, forms.items[i].insert);
    }
    label_forms_clear(&forms);
    return g_string_free(list, FALSE);
}

static const struct {
    const char *label, *forms;
} cases[] = {
    {"军民融合", "军民融合"},
    {"军民(深度)融合(发展)", "军民融合|军民融合发展|军民深度融合|军民深度融合发展"},
    {"[国家/中央]网信办", "国家网信办|中央网信办"},
    {"科技(事业|工作)", "科技|科技事业|科技工作"},
    {"军民…4融合", "军民融合@6+4"},
    {"key laboratory", "key laboratory|key laboratories"},
    {"fuel gas", "fuel gas|fuel gases"},
    {"rare earths", "rare earths|rare earthses|rare earth"},
    {"key technologies", "key technologies|key technologieses|key technology"},
    {"public affairs bus", "public affairs bus|public affairs buses"},
    {"survey", "survey|surveys"},
    {"Defence Centre", "Defence Centre|Defence Centres|defense centers|defense center"},
    {"organization", "organization|organizations|organisations|organisation"},
    {"军民(深度融合", "a ( or [ without its end, or with nothing inside"},
    {"军民()融合", "a ( or [ without its end, or with nothing inside"},
    {"军民)融合", "a ) or ] without its beginning"},
    {"军民…融合", "… must be followed by a digit 1 to 9"},
    {"…4融合", "… must stand between two Han characters"},
    {"军…4民…4融合", "more than one … in a label"},
    {"a(b)(c)(d)(e)(f)(g)(h)(i)", "the pattern stands for more than 64 labels"},
};

START_TEST(a_label_stands_for_these_forms)
{
    g_autofree char *forms = forms_of(cases[_i].label);
    ck_assert_str_eq(forms, cases[_i].forms);
}
END_TEST

START_TEST(a_plain_label_is_no_pattern)
{
    LabelForms forms = {0};
    ck_assert_ptr_null(label_spell("首台(套)", true, &forms));
    ck_assert_uint_eq(forms.length, 1);
    ck_assert_str_eq(forms.items[0].text, "首台(套)");
    label_forms_clear(&forms);
}
END_TEST

START_TEST(abbreviations_are_known_by_their_capitals)
{
    ck_assert(label_is_capitals("AI") && label_is_capitals("R&D") && label_is_capitals("5G"));
    ck_assert(!label_is_capitals("Wi-Fi") && !label_is_capitals("863") && !label_is_capitals("AI技术"));
}
END_TEST

Suite *suite_label(void);

Suite *suite_label(void)
{
    Suite *suite = suite_create("label");
    TCase *tests = tcase_create("label");
    tcase_add_loop_test(tests, a_label_stands_for_these_forms, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(tests, a_plain_label_is_no_pattern);
    tcase_add_test(tests, abbreviations_are_known_by_their_capitals);
    suite_add_tcase(suite, tests);
    return suite;
}
