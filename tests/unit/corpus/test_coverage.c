#include "corpus/coverage.h"

#include <check.h>
#include <string.h>

typedef struct {
    const char *date, *issuer, *number;
} Facts;

/* The sentences on documents of these facts, a line each. Free with g_free(). */
static char *covered(const Facts *facts, size_t count)
{
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)store_document_free);
    g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < count; i++) {
        StoreDocument *document = g_new0(StoreDocument, 1);
        document->date = g_strdup(facts[i].date);
        document->issuer = g_strdup(facts[i].issuer);
        document->number = g_strdup(facts[i].number);
        g_ptr_array_add(documents, document);
    }
    coverage_add(documents, sentences);
    g_ptr_array_add(sentences, NULL);
    return g_strjoinv("\n", (char **)sentences->pdata);
}

START_TEST(years_between_the_first_and_the_last_that_have_no_document_are_named)
{
    const Facts facts[] = {
        {"2010-01", "甲", NULL}, {"2014", "甲", NULL}, {"2012-03-01", "甲", NULL}, {NULL, "甲", NULL}};
    g_autofree char *said = covered(facts, G_N_ELEMENTS(facts));
    ck_assert_str_eq(said, "dates from 2010 to 2014; years without a document: 2011, 2013\n"
                           "1 documents without a date: they are in no count by year");
}
END_TEST

START_TEST(an_agency_with_many_documents_has_its_own_gaps)
{
    const Facts facts[] = {{"2010", "国务院", NULL}, {"2010", "国务院", NULL}, {"2010", "国务院", NULL},
                           {"2013", "国务院", NULL}, {"2013", "国务院", NULL}, {"2011", NULL, NULL},
                           {"2012", "科技部", NULL}};
    g_autofree char *said = covered(facts, G_N_ELEMENTS(facts));
    ck_assert_str_eq(said, "dates from 2010 to 2013\n"
                           "国务院: 5 documents, 2010 to 2013; years without one: 2011-2012\n"
                           "1 documents without an agency: they are in no count by agency");
}
END_TEST

START_TEST(numbers_missing_within_a_series_are_named)
{
    const Facts facts[] = {{"2021", "甲", "国办发〔2021〕12号"},
                           {"2021", "甲", "国办发〔2021〕9号"},
                           {"2021", "甲", "国办发〔2021〕9号"},
                           {"2021", "甲", "国办发〔2020〕3号"},
                           {"2021", "甲", "第5号"}};
    g_autofree char *said = covered(facts, G_N_ELEMENTS(facts));
    ck_assert_ptr_nonnull(strstr(said, "国办发〔2021〕9 to 12号: 2 of 4 numbers are missing: 10-11"));
    ck_assert_ptr_null(strstr(said, "2020"));
}
END_TEST

START_TEST(no_documents_no_sentences)
{
    g_autofree char *said = covered(NULL, 0);
    ck_assert_str_eq(said, "");
}
END_TEST

Suite *suite_coverage(void)
{
    Suite *suite = suite_create("coverage");
    TCase *cases = tcase_create("all");
    tcase_add_test(cases, years_between_the_first_and_the_last_that_have_no_document_are_named);
    tcase_add_test(cases, an_agency_with_many_documents_has_its_own_gaps);
    tcase_add_test(cases, numbers_missing_within_a_series_are_named);
    tcase_add_test(cases, no_documents_no_sentences);
    suite_add_tcase(suite, cases);
    return suite;
}
