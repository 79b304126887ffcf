#include "dictionary.h"

#include <stdio.h>

START_TEST(a_concept_is_given_back_as_written)
{
    g_autoptr(TifaConcepts) concepts =
        dictionary("id\tzh\tzh_alt\tzh_hant\tpinyin\ten\ten_alt\tcategory\tgloss\tbroader\trelated\trenamed_"
                   "to\tvalid_from\t"
                   "valid_to\tguards\tfacets\tflags\tsource\n"
                   "mcf\t军民融合\t军民深度融合 | 寓军于民\t軍民融合\tjunmin ronghe\tmilitary-civil "
                   "fusion\tMCF\tstrategy\tGloss.\t"
                   "a|b\tc\td@2018\t2015\t2023-03\t军民融合=门-|-第;MCF=case\tdual-use|ip\told|m\tSource\n");
    ck_assert_uint_eq(tifa_concepts_count(concepts), 1);
    TifaConcept concept = tifa_concepts_get(concepts, 0);
    ck_assert_str_eq(concept.id, "mcf");
    ck_assert_str_eq(concept.zh, "军民融合");
    ck_assert_str_eq(concept.zh_hant, "軍民融合");
    ck_assert_str_eq(concept.en, "military-civil fusion");
    ck_assert_str_eq(concept.broader, "a|b");
    ck_assert_str_eq(concept.renamed_to, "d@2018");
    ck_assert_str_eq(concept.guards, "军民融合=门-|-第;MCF=case");
    ck_assert_str_eq(concept.flags, "old|m");
    ck_assert_str_eq(concept.source, "Source");
    ck_assert_uint_eq(concept.line, 2);
    TifaLabelKind kind;
    ck_assert_str_eq(tifa_concepts_label(concepts, 0, 2, &kind), "寓军于民");
    ck_assert_int_eq(kind, TIFA_LABEL_ZH_ALT);
    ck_assert_str_eq(tifa_concepts_label(concepts, 0, 6, &kind), "MCF");
    ck_assert_int_eq(kind, TIFA_LABEL_EN_ALT);
    ck_assert_ptr_null(tifa_concepts_label(concepts, 0, 7, NULL));
}
END_TEST

START_TEST(columns_may_stand_in_any_order)
{
    g_autoptr(TifaConcepts) concepts = dictionary("gloss\ten\tid\nText.\tpeace\tp\n");
    ck_assert_str_eq(tifa_concepts_get(concepts, 0).gloss, "Text.");
    ck_assert_str_eq(tifa_concepts_get(concepts, 0).zh, "");
    ck_assert_int_eq(tifa_concepts_find(concepts, "p"), 0);
    ck_assert_int_eq(tifa_concepts_find(concepts, "q"), -1);
}
END_TEST

START_TEST(a_tag_names_the_label_it_was_found_by)
{
    g_autoptr(TifaConcepts) concepts = dictionary("id\tzh\tzh_alt\na\t科技部\t科学技术部|国家科委\n");
    TifaTags tags = {0};
    tifa_concepts_tag(concepts, "国家科委", strlen("国家科委"), NULL, &tags);
    ck_assert_uint_eq(tags.length, 1);
    ck_assert_str_eq(tifa_concepts_label(concepts, 0, tags.items[0].variant, NULL), "国家科委");
    g_free(tags.items);
}
END_TEST

static TifaConcepts *load_two(const char *first, const char *second)
{
    TifaConceptSource sources[] = {{"shipped.tsv", first, strlen(first)},
                                   {"own.tsv", second, strlen(second)}};
    return tifa_concepts_load_all(NULL, sources, 2, NULL);
}

START_TEST(a_later_dictionary_replaces_rows_and_takes_labels_over)
{
    g_autoptr(TifaConcepts) concepts =
        load_two("id\tzh\tzh_alt\na\t军民\nb\t融合\t深度融合\n", "id\tzh\na\t军民结合\nc\t深度融合\n");
    ck_assert_ptr_nonnull(concepts);
    ck_assert_uint_eq(tifa_concepts_count(concepts), 3);
    ck_assert_str_eq(tifa_concepts_get(concepts, 0).zh, "军民结合");
    ck_assert_str_eq(tifa_concepts_get(concepts, 0).file, "own.tsv");
    const char *text = "军民、深度融合";
    TifaTags tags = {0};
    tifa_concepts_tag(concepts, text, strlen(text), NULL, &tags);
    ck_assert_uint_eq(tags.length, 2);
    ck_assert_str_eq(tifa_concepts_get(concepts, tags.items[0].concept).id, "c");
    ck_assert_str_eq(tifa_concepts_get(concepts, tags.items[1].concept).id, "b");
    g_free(tags.items);
}
END_TEST

START_TEST(the_stamp_is_the_digest_of_the_content)
{
    const char *one = "id\tzh\na\t军民\n", *other = "id\tzh\na\t融合\n";
    g_autoptr(TifaConcepts) first = dictionary(one);
    g_autoptr(TifaConcepts) again = dictionary(one);
    g_autoptr(TifaConcepts) second = dictionary(other);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, one, -1);
    ck_assert_int_eq(strncmp(tifa_concepts_stamp(first), digest, 16), 0);
    ck_assert_str_eq(tifa_concepts_stamp(first), tifa_concepts_stamp(again));
    ck_assert_str_ne(tifa_concepts_stamp(first), tifa_concepts_stamp(second));
}
END_TEST

START_TEST(pinyin_of_two_concepts_means_neither)
{
    check_tags("id\tzh\tpinyin\na\t军民\tjūn mín\nb\t均民\tjun min\nc\t融合\tróng hé\n", "jun min, rong he",
               "c:rong he");
}
END_TEST

START_TEST(the_shipped_dictionary_is_without_fault)
{
    const char *source = g_getenv("TIFA_SOURCE");
    g_autofree char *path = g_build_filename(source ? source : ".", "dictionaries", "concepts", NULL);
    const char *paths[] = {path, NULL};
    g_autoptr(TifaFaults) faults = tifa_concepts_check(paths, NULL, 0, NULL);
    ck_assert_ptr_nonnull(faults);
    for (size_t i = 0; i < faults->length; i++)
        fprintf(stderr, "%s: line %u, column %u: %s\n", faults->items[i].file, faults->items[i].line,
                faults->items[i].column, faults->items[i].reason);
    ck_assert_uint_eq(faults->errors + faults->warnings, 0);
}
END_TEST

Suite *suite_concepts(void);

Suite *suite_concepts(void)
{
    Suite *suite = suite_create("concepts");
    TCase *tests = tcase_create("concepts");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_concept_is_given_back_as_written);
    tcase_add_test(tests, columns_may_stand_in_any_order);
    tcase_add_test(tests, a_tag_names_the_label_it_was_found_by);
    tcase_add_test(tests, a_later_dictionary_replaces_rows_and_takes_labels_over);
    tcase_add_test(tests, the_stamp_is_the_digest_of_the_content);
    tcase_add_test(tests, pinyin_of_two_concepts_means_neither);
    tcase_add_test(tests, the_shipped_dictionary_is_without_fault);
    suite_add_tcase(suite, tests);
    return suite;
}
