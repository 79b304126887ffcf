#include "dictionary.h"
#include "tag/snapshot.h"

#include <glib/gstdio.h>

static const char *const text = "id\tzh\tzh_alt\ten\tguards\tcategory\n"
                                "mof\t财政部\t\tMinistry of Finance\t财政部=门-!门户\tagency\n"
                                "mcf\t军民融合\t军民…4融合\tMCF\tMCF=case\tstrategy\n"
                                "rare\t𠮷田\t\t\t\tname\n";
static const char *const sample = "财政部门、财政部门户、军民深度融合、MCF、𠮷田、Ministry of Finance";

/* A folder with one dictionary and its snapshot. */
typedef struct {
    char *folder, *table, *snapshot;
} Place;

static Place make_place(void)
{
    Place place = {.folder = g_dir_make_tmp("tifa-XXXXXX", NULL)};
    place.table = g_build_filename(place.folder, "a.tsv", NULL);
    place.snapshot = g_build_filename(place.folder, SNAPSHOT_FILE, NULL);
    ck_assert(g_file_set_contents(place.table, text, -1, NULL));
    g_autoptr(TifaConcepts) concepts = tifa_concepts_load(place.folder, NULL);
    g_autoptr(GByteArray) bytes = snapshot_write(concepts);
    ck_assert(g_file_set_contents(place.snapshot, (const char *)bytes->data, (gssize)bytes->len, NULL));
    return place;
}

static void remove_place(Place *place)
{
    g_unlink(place->table);
    g_unlink(place->snapshot);
    g_rmdir(place->folder);
    g_free(place->table);
    g_free(place->snapshot);
    g_free(place->folder);
}

/* All that a dictionary says about the sample. */
static char *verdicts_of(const TifaConcepts *concepts)
{
    TifaVerdicts verdicts = {0};
    tifa_concepts_why(concepts, sample, strlen(sample), NULL, (TifaSpan){0, (uint32_t)strlen(sample)},
                      &verdicts);
    GString *list = g_string_new(tifa_concepts_stamp(concepts));
    for (size_t i = 0; i < verdicts.length; i++) {
        TifaVerdict verdict = verdicts.items[i];
        TifaConcept concept = tifa_concepts_get(concepts, verdict.concept);
        g_string_append_printf(list, " %u-%u %s/%s/%s/%s:%u %s %s", verdict.span.start, verdict.span.end,
                               concept.id, concept.category, concept.guards, concept.file, concept.line,
                               tifa_why_name(verdict.why), verdict.guard ? verdict.guard : "");
    }
    g_free(verdicts.items);
    return g_string_free(list, FALSE);
}

START_TEST(a_snapshot_is_the_dictionary_it_was_made_from)
{
    Place place = make_place();
    g_autoptr(TifaConcepts) mapped = tifa_concepts_load(place.folder, NULL);
    g_autoptr(TifaConcepts) read = tifa_concepts_load(place.table, NULL);
    ck_assert_ptr_nonnull(mapped->snapshot);
    ck_assert_ptr_null(read->snapshot);
    g_autofree char *from_snapshot = verdicts_of(mapped), *from_text = verdicts_of(read);
    ck_assert_str_eq(from_snapshot, from_text);
    ck_assert_ptr_nonnull(strstr(from_text, "rare/name"));
    ck_assert_int_eq(tifa_concepts_find(mapped, "rare"), 2);
    g_autofree char *one = tifa_concepts_export(mapped, TIFA_EXCHANGE_TSV, NULL);
    g_autofree char *other = tifa_concepts_export(read, TIFA_EXCHANGE_TSV, NULL);
    ck_assert_str_eq(one, other);
    remove_place(&place);
}
END_TEST

START_TEST(a_snapshot_of_other_content_is_passed_over)
{
    Place place = make_place();
    ck_assert(g_file_set_contents(place.table, "id\tzh\nnew\t财政部\n", -1, NULL));
    g_autoptr(TifaConcepts) concepts = tifa_concepts_load(place.folder, NULL);
    ck_assert_ptr_null(concepts->snapshot);
    ck_assert_str_eq(tifa_concepts_get(concepts, 0).id, "new");
    remove_place(&place);
}
END_TEST

START_TEST(a_damaged_snapshot_is_passed_over)
{
    Place place = make_place();
    g_autofree char *bytes = NULL;
    size_t length;
    ck_assert(g_file_get_contents(place.snapshot, &bytes, &length, NULL));
    for (size_t at = 0; at + 8 < length; at += length / 50 + 1) {
        bytes[at] ^= 0x40;
        ck_assert(g_file_set_contents(place.snapshot, bytes, (gssize)length, NULL));
        g_autoptr(TifaConcepts) concepts = tifa_concepts_load(place.folder, NULL);
        ck_assert_ptr_null(concepts->snapshot);
        bytes[at] ^= 0x40;
    }
    for (size_t kept = 0; kept < length; kept += length / 20 + 1) {
        ck_assert(g_file_set_contents(place.snapshot, bytes, (gssize)kept, NULL));
        g_autoptr(TifaConcepts) concepts = tifa_concepts_load(place.folder, NULL);
        ck_assert_ptr_null(concepts->snapshot);
    }
    remove_place(&place);
}
END_TEST

Suite *suite_snapshot(void);

Suite *suite_snapshot(void)
{
    Suite *suite = suite_create("snapshot");
    TCase *tests = tcase_create("snapshot");
    tcase_add_test(tests, a_snapshot_is_the_dictionary_it_was_made_from);
    tcase_add_test(tests, a_snapshot_of_other_content_is_passed_over);
    tcase_add_test(tests, a_damaged_snapshot_is_passed_over);
    suite_add_tcase(suite, tests);
    return suite;
}
