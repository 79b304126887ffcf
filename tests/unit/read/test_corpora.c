/* Real files, where they are at hand: each gives text or a reason, and none harms the reader. */
#include "files.h"

#include <check.h>
#include <string.h>

Suite *suite_corpora(void);

/* Adds all files below a folder to `found`, in no order. */
static void find_files(const char *folder, GPtrArray *found)
{
    const char *name;
    g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
    while (entries && (name = g_dir_read_name(entries))) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            find_files(path, found);
        else
            g_ptr_array_add(found, g_steal_pointer(&path));
    }
}

/* Whether the reason is one that speaks of the file and not of the reader. */
static bool is_reason(const char *message)
{
    static const char *const troubles[] = {"crashed", "not read within", "without an answer", "nonsense",
                                           "damaged or too long"};
    for (size_t i = 0; i < G_N_ELEMENTS(troubles); i++)
        if (strstr(message, troubles[i]))
            return false;
    return true;
}

START_TEST(every_real_file_gives_text_or_a_reason)
{
    const char *source = g_getenv("TIFA_SOURCE");
    g_autofree char *folder =
        g_build_filename(source ? source : ".", "..", "shared", "corpora", "test", NULL);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    find_files(folder, found);
    if (found->len == 0) {
        fprintf(stderr, "SKIPPED every_real_file_gives_text_or_a_reason: nothing in %s\n", folder);
        return;
    }
    g_autoptr(TifaReader) reader = files_reader(2, 60);
    for (guint i = 0; i < found->len; i++)
        tifa_reader_submit(reader, found->pdata[i]);
    for (guint i = 0; i < found->len; i++) {
        g_autoptr(TifaReading) reading = tifa_reader_next(reader);
        ck_assert_str_eq(reading->path, found->pdata[i]);
        ck_assert_msg(!reading->error || is_reason(reading->error->message), "%s", reading->error->message);
    }
}
END_TEST

Suite *suite_corpora(void)
{
    Suite *suite = suite_create("corpora");
    TCase *tests = tcase_create("corpora");
    tcase_set_timeout(tests, 180);
    tcase_add_checked_fixture(tests, files_set_up, files_tear_down);
    tcase_add_test(tests, every_real_file_gives_text_or_a_reason);
    suite_add_tcase(suite, tests);
    return suite;
}
