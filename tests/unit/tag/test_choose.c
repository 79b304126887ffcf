#include "dictionary.h"

static const char rows[] =
    "id\tzh\tzh_alt\ten\tcategory\tbroader\trelated\trenamed_to\tguards\n"
    "body\t机构\t机构(总)体\tBody\tgroup\t\t\t\t\n"
    "old-body\t澜江委\t\tOld Body\tagency\tbody\tfund\tnew-body@2018-03|no-such@2018\t\n"
    "new-body\t澜江部\t\tNew Body\tagency\tbody\t\t\t澜江部=门-|队-|-省!本省|+令-|@2018..\n"
    "fund\t澜江基金\t基金会\tLanjiang Fund\tmoney\t\told-body\t\t基金会=near 科研|near 资助\n"
    "both\t澜江会\t\tBoth\tmoney\t\t\t\t澜江会=near 科研|+令-\n"
    "other-fund\t他江基金\t\tOther Fund\tmoney\t\t\t\t\n";

typedef struct {
    const char *name, *found; /* the id, or what the error must hold */
} Naming;

static const Naming namings[] = {
    {"new-body", "new-body"},
    {"澜江部", "new-body"},
    {"瀾江部", "new-body"},
    {"lanjiang funds", "fund"},
    {"机构总体", "body"},
    {"基金会", "fund"},
    {"nwe-body", "the nearest: new-body (澜江部)"},
    {"body2", "the nearest: body (机构)"},
    {"LANJIANG", "the nearest: fund (澜江基金)"},
    {"基金", "the nearest: fund (澜江基金), other-fund (他江基金)"},
    {"量子", "tifa concept list shows all"},
    {"", "the dictionary has no concept"},
    {"\xff", "is not UTF-8"},
};

START_TEST(a_concept_is_named_by_id_or_label_and_else_the_nearest_are_told)
{
    g_autoptr(TifaConcepts) concepts = dictionary(rows);
    g_autoptr(GError) error = NULL;
    int64_t found = tifa_concepts_resolve(concepts, namings[_i].name, &error);
    const char *got = found < 0 ? error->message : tifa_concepts_get(concepts, (uint32_t)found).id;
    ck_assert_int_eq(found < 0, error != NULL);
    bool is_right = found < 0 ? strstr(got, namings[_i].found) != NULL : strcmp(got, namings[_i].found) == 0;
    ck_assert_msg(is_right, "%s: %s", namings[_i].name, got);
}
END_TEST

START_TEST(a_label_of_two_concepts_is_refused_with_both)
{
    g_autoptr(TifaConcepts) concepts = dictionary("id\tzh\tflags\none\t双义\tamb\ntwo\t双义\tamb\n");
    g_autoptr(GError) error = NULL;
    ck_assert_int_eq(tifa_concepts_resolve(concepts, "双义", &error), -1);
    ck_assert_str_eq(error->message, "双义: a label of 2 concepts; use one of the ids one, two");
}
END_TEST

START_TEST(relations_are_known_from_both_sides_once)
{
    g_autoptr(TifaConcepts) concepts = dictionary(rows);
    static const char *const expected[] = {
        "narrower old-body;narrower new-body;",
        "broader body;related fund;renamed to new-body 2018-03;",
        "broader body;renamed from old-body 2018-03;",
        "related old-body;",
        "",
        "",
    };
    for (uint32_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        TifaRelations relations = {0};
        tifa_concepts_relations(concepts, i, &relations);
        g_autoptr(GString) list = g_string_new(NULL);
        for (size_t j = 0; j < relations.length; j++)
            g_string_append_printf(list, "%s %s%s%s;", tifa_relation_name(relations.items[j].kind),
                                   tifa_concepts_get(concepts, relations.items[j].concept).id,
                                   *relations.items[j].date ? " " : "", relations.items[j].date);
        ck_assert_str_eq(list->str, expected[i]);
        g_free(relations.items);
    }
}
END_TEST

START_TEST(a_category_gives_its_concepts_and_an_unknown_one_all_names)
{
    g_autoptr(TifaConcepts) concepts = dictionary(rows);
    g_autoptr(GError) error = NULL;
    TifaConceptList list = {0};
    ck_assert(tifa_concepts_select(concepts, "agency", &list, NULL));
    ck_assert_uint_eq(list.length, 2);
    ck_assert_uint_eq(list.items[1], 2);
    ck_assert(tifa_concepts_select(concepts, NULL, &list, NULL));
    ck_assert_uint_eq(list.length, 8);
    ck_assert(!tifa_concepts_select(concepts, "agencies", &list, &error));
    ck_assert_str_eq(error->message,
                     "agencies: there is no such category; the categories are group, agency, money");
    g_free(list.items);
}
END_TEST

START_TEST(rules_are_said_in_words_in_the_order_written)
{
    g_autoptr(TifaConcepts) concepts = dictionary(rows);
    g_auto(GStrv) body = tifa_concepts_rules(concepts, 2, 0);
    g_autofree char *all = g_strjoinv("; ", body);
    ck_assert_str_eq(all, "not where 门 or 队 stands right behind; "
                          "not where 省 (but not 本省) stands right before; "
                          "only where 令 stands right behind; only in texts dated 2018..");
    g_auto(GStrv) fund = tifa_concepts_rules(concepts, 3, 1);
    ck_assert_str_eq(fund[0], "only where 科研 or 资助 stands in the same paragraph");
    g_auto(GStrv) none = tifa_concepts_rules(concepts, 0, 0);
    ck_assert_str_eq(none[0], "not across the words of the text"); /* two Han characters */
    ck_assert_ptr_null(none[1]);
}
END_TEST

typedef struct {
    const char *text, *reasons;
} Explaining;

static const Explaining explainings[] = {
    {"澜江部门", "guard 门-: 门 stands right behind"},
    {"省澜江部令", "guard -省!本省: 省 stands right before"},
    {"本省澜江部令", "令 stands there, as a guard asks"},
    {"Both", "nothing speaks against it"},
    {"澜江部", "guard +令-: what it asks for does not stand there"},
    {"基金会资助", "资助 stands there, as a guard asks"},
    {"基金会", "guard near 科研|near 资助: what it asks for does not stand there"},
    {"科研澜江会", "guard +令-: what it asks for does not stand there"},
    {"non-Body", "stands behind \"non\""},
};

START_TEST(a_verdict_is_explained_with_what_decided)
{
    g_autoptr(TifaConcepts) concepts = dictionary(rows);
    const char *text = explainings[_i].text;
    TifaVerdicts verdicts = {0};
    tifa_concepts_why(concepts, text, strlen(text), NULL, (TifaSpan){0, (uint32_t)strlen(text)}, &verdicts);
    ck_assert_uint_eq(verdicts.length, 1);
    g_autofree char *reason = tifa_concepts_explain(concepts, text, &verdicts.items[0]);
    ck_assert_str_eq(reason, explainings[_i].reasons);
    g_free(verdicts.items);
}
END_TEST

Suite *suite_choose(void)
{
    Suite *suite = suite_create("choose");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, a_concept_is_named_by_id_or_label_and_else_the_nearest_are_told, 0,
                        G_N_ELEMENTS(namings));
    tcase_add_test(all, a_label_of_two_concepts_is_refused_with_both);
    tcase_add_test(all, relations_are_known_from_both_sides_once);
    tcase_add_test(all, a_category_gives_its_concepts_and_an_unknown_one_all_names);
    tcase_add_test(all, rules_are_said_in_words_in_the_order_written);
    tcase_add_loop_test(all, a_verdict_is_explained_with_what_decided, 0, G_N_ELEMENTS(explainings));
    suite_add_tcase(suite, all);
    return suite;
}
