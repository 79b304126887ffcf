#include "dictionary.h"

#define HEAD                                                                                                 \
    "id\tzh\tzh_alt\tzh_hant\tpinyin\ten\ten_alt\tcategory\tgloss\tbroader\trelated\trenamed_to\tvalid_"     \
    "from\t"                                                                                                 \
    "valid_to\tguards\tfacets\tflags\tsource\n"

static const char *const whole =
    HEAD "mcf\t军民融合\t军民(深度)融合|寓军于民\t軍民融合|軍民融合發展\tjūn mín róng hé\tmilitary-civil "
         "fusion\tMCF|A \"B\" & <C>\t"
         "strategy\tGloss, with commas; "
         "\"quotes\".\tnds\tdual\td@2018-03|e@2023\t2015\t2023-03\t军民融合=门-|-第;MCF=case\t"
         "dual-use|ip\told|m\thttp://example.org/a?b&c\n"
         "nds\t国防\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n"
         "dual\t\t\t\t\tdual use\t\t\t\t\t\t\t\t\t\t\t\t\n";

static char *import(const char *text, TifaExchange form, GError **error)
{
    TifaConceptSource source = {"test", text, strlen(text)};
    return tifa_concepts_import(&source, form, NULL, error);
}

START_TEST(a_dictionary_comes_back_whole_from_every_form)
{
    TifaExchange form = (TifaExchange)_i;
    g_autoptr(TifaConcepts) concepts = dictionary(whole);
    size_t length;
    g_autofree char *out = tifa_concepts_export(concepts, form, &length);
    ck_assert_uint_eq(length, strlen(out));
    g_autoptr(GError) error = NULL;
    g_autofree char *back = import(out, form, &error);
    ck_assert_msg(back != NULL, "%s", error ? error->message : "");
    ck_assert_str_eq(back, whole);
}
END_TEST

START_TEST(the_shipped_dictionary_comes_back_whole_from_every_form)
{
    const char *folder = g_getenv("TIFA_SOURCE");
    g_autofree char *path = g_build_filename(folder ? folder : ".", "dictionaries", "concepts", NULL);
    g_autoptr(TifaConcepts) concepts = tifa_concepts_load(path, NULL);
    ck_assert_ptr_nonnull(concepts);
    g_autofree char *table = tifa_concepts_export(concepts, TIFA_EXCHANGE_TSV, NULL);
    g_autofree char *out = tifa_concepts_export(concepts, (TifaExchange)_i, NULL);
    g_autofree char *back = import(out, (TifaExchange)_i, NULL);
    ck_assert_ptr_nonnull(back);
    g_auto(GStrv) expected = g_strsplit(table, "\n", -1), found = g_strsplit(back, "\n", -1);
    for (size_t i = 0; expected[i]; i++)
        ck_assert_pstr_eq(found[i], expected[i]);
}
END_TEST

START_TEST(turtle_is_skos_that_others_read)
{
    g_autoptr(TifaConcepts) concepts = dictionary("id\tzh\ten\na\t军民\tpeace\n");
    g_autofree char *out = tifa_concepts_export(concepts, TIFA_EXCHANGE_TURTLE, NULL);
    ck_assert_ptr_nonnull(strstr(out, "a skos:Concept"));
    ck_assert_ptr_nonnull(strstr(out, "\"军民\"@zh-Hans"));
    ck_assert_ptr_nonnull(strstr(out, "\"peace\"@en"));
}
END_TEST

START_TEST(foreign_skos_becomes_a_dictionary)
{
    const char *text =
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@base <http://example.org/v/> .\n"
        "<Dual_Use> a skos:Concept ; skos:prefLabel \"dual use\"@en, \"doppelte Nutzung\"@de ;\n"
        "  skos:altLabel \"军民两用\"@zh ; skos:narrower <x1> .\n"
        "<x1> a skos:Concept ; skos:prefLabel \"两用物项\"@zh-CN ; skos:broader <elsewhere> .\n";
    g_autofree char *out = import(text, TIFA_EXCHANGE_TURTLE, NULL);
    ck_assert_str_eq(out, HEAD "dual-use\t\t军民两用\t\t\tdual use\t\t\t\t\t\t\t\t\t\t\t\t\n"
                               "x1\t两用物项\t\t\t\t\t\t\t\tdual-use\t\t\t\t\t\t\t\t\n");
}
END_TEST

START_TEST(every_concept_gets_an_id_of_its_own)
{
    const char *text =
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<http://a/> a skos:Concept ; skos:prefLabel \"one\"@en .\n"
        "<http://b/x> a skos:Concept ; skos:prefLabel \"two\"@en .\n"
        "<http://c/X> a skos:Concept ; skos:prefLabel \"three\"@en ; skos:broader <http://b/x> .\n"
        "<plain> a skos:Concept ; skos:prefLabel \"four\"@en .\n";
    g_autofree char *out = import(text, TIFA_EXCHANGE_TURTLE, NULL);
    ck_assert_str_eq(out, HEAD "a-\t\t\t\t\tone\t\t\t\t\t\t\t\t\t\t\t\t\n"
                               "x\t\t\t\t\ttwo\t\t\t\t\t\t\t\t\t\t\t\t\n"
                               "x-2\t\t\t\t\tthree\t\t\t\tx\t\t\t\t\t\t\t\t\n"
                               "plain\t\t\t\t\tfour\t\t\t\t\t\t\t\t\t\t\t\t\n");
}
END_TEST

START_TEST(nested_rdfxml_is_read)
{
    const char *text =
        "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
        "xmlns=\"http://www.w3.org/2004/02/skos/core#\""
        " xml:base=\"http://example.org/\"><Concept r:about=\"a\"><prefLabel xml:lang=\"en\">one</prefLabel>"
        "<narrower><Concept r:about=\"b\" notation=\"bee\"><prefLabel "
        "xml:lang=\"zh-Hant\">軍民</prefLabel></Concept>"
        "</narrower></Concept><r:Description r:about=\"c\"><r:type "
        "r:resource=\"http://www.w3.org/2004/02/skos/core#Concept\"/><prefLabel>three</prefLabel></"
        "r:Description></r:RDF>";
    g_autoptr(GError) error = NULL;
    g_autofree char *out = import(text, TIFA_EXCHANGE_RDFXML, &error);
    ck_assert_msg(out != NULL, "%s", error ? error->message : "");
    ck_assert_str_eq(out, HEAD "a\t\t\t\t\tone\t\t\t\t\t\t\t\t\t\t\t\t\n"
                               "bee\t\t\t軍民\t\t\t\t\t\ta\t\t\t\t\t\t\t\t\n"
                               "c\t\t\t\t\tthree\t\t\t\t\t\t\t\t\t\t\t\t\n");
}
END_TEST

START_TEST(csv_of_spreadsheets_is_read)
{
    g_autofree char *out = import("\xEF\xBB\xBFid;zh;gloss\r\na;军民;\"one; \"\"two\"\"\r\nthree\"\r\n",
                                  TIFA_EXCHANGE_CSV, NULL);
    ck_assert_str_eq(out, "id\tzh\tgloss\na\t军民\tone; \"two\"  three\n");
}
END_TEST

static const struct {
    const char *text;
    TifaExchange form;
    const char *message;
} faulty[] = {
    {"a,\"b\nc", TIFA_EXCHANGE_CSV, "test: line 1: a quotation mark without its end"},
    {"\xC3(", TIFA_EXCHANGE_CSV, "test: byte 1: is not UTF-8; save the file as UTF-8"},
    {"", TIFA_EXCHANGE_TURTLE, "test: holds no skos:Concept"},
    {"<a> <b> .\n", TIFA_EXCHANGE_TURTLE, "test: line 1, column "},
    {"<a><b></a>", TIFA_EXCHANGE_RDFXML, "test: Error on line 1 char "},
    {"<a/>", TIFA_EXCHANGE_RDFXML, "test: holds no skos:Concept"},
};

START_TEST(a_file_that_cannot_be_imported_says_why)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *out = import(faulty[_i].text, faulty[_i].form, &error);
    ck_assert_ptr_null(out);
    ck_assert_msg(g_str_has_prefix(error->message, faulty[_i].message), "%s", error->message);
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_INPUT));
}
END_TEST

START_TEST(deep_nesting_is_refused)
{
    GString *text = g_string_new("");
    for (int i = 0; i < 1000; i++)
        g_string_append(text, "<a>");
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(import(text->str, TIFA_EXCHANGE_RDFXML, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "nested more than 100 deep"));
    g_string_free(text, TRUE);
}
END_TEST

Suite *suite_exchange(void);

Suite *suite_exchange(void)
{
    Suite *suite = suite_create("exchange");
    TCase *tests = tcase_create("exchange");
    tcase_add_loop_test(tests, a_dictionary_comes_back_whole_from_every_form, TIFA_EXCHANGE_TSV,
                        TIFA_EXCHANGE_RDFXML + 1);
    tcase_add_loop_test(tests, the_shipped_dictionary_comes_back_whole_from_every_form, TIFA_EXCHANGE_TSV,
                        TIFA_EXCHANGE_RDFXML + 1);
    tcase_add_test(tests, turtle_is_skos_that_others_read);
    tcase_add_test(tests, foreign_skos_becomes_a_dictionary);
    tcase_add_test(tests, every_concept_gets_an_id_of_its_own);
    tcase_add_test(tests, nested_rdfxml_is_read);
    tcase_add_test(tests, csv_of_spreadsheets_is_read);
    tcase_add_loop_test(tests, a_file_that_cannot_be_imported_says_why, 0, (int)G_N_ELEMENTS(faulty));
    tcase_add_test(tests, deep_nesting_is_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
