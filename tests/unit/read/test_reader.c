/* What the reader does with good files and ordinary trouble. */
#include "files.h"

#include <check.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

START_TEST(a_text_file_becomes_a_document_with_its_digest_and_size)
{
    g_autoptr(TifaReader) reader = files_reader(1, 20);
    g_autoptr(TifaReading) reading = files_read(reader, files_write("notice.txt", "hello\n"));
    ck_assert_str_eq(files_text(reading), "hello");
    ck_assert_str_eq(reading->digest, "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
    ck_assert_uint_eq(reading->size, 6);
    ck_assert_uint_eq(reading->failures->len, 0);
    ck_assert_str_eq(tifa_document_field(reading->documents->pdata[0], TIFA_FIELD_FORMAT), "text");
}
END_TEST

START_TEST(readings_come_back_in_the_order_of_submission)
{
    g_autoptr(TifaReader) reader = files_reader(3, 20);
    for (int i = 0; i < 200; i++) {
        g_autofree char *text = g_strdup_printf("file number %d", i);
        g_autofree char *name = g_strdup_printf("%d.txt", i);
        tifa_reader_submit(reader, files_write(name, text));
    }
    ck_assert_uint_eq(tifa_reader_pending(reader), 200);
    for (int i = 0; i < 200; i++) {
        g_autoptr(TifaReading) reading = tifa_reader_next(reader);
        g_autofree char *text = g_strdup_printf("file number %d", i);
        ck_assert_str_eq(files_text(reading), text);
    }
    ck_assert_uint_eq(tifa_reader_pending(reader), 0);
    ck_assert_ptr_null(tifa_reader_next(reader));
}
END_TEST

START_TEST(a_slow_file_does_not_lose_its_place)
{
    g_autoptr(TifaReader) reader = files_misbehaving_reader(2, 20);
    tifa_reader_submit(reader, files_write("slow.txt", "dawdle"));
    for (int i = 0; i < 5; i++)
        tifa_reader_submit(reader, files_write("fast.txt", "fast"));
    g_autoptr(TifaReading) first = tifa_reader_next(reader);
    g_autoptr(TifaReading) second = tifa_reader_next(reader);
    ck_assert_str_eq(files_text(first), "dawdle");
    ck_assert_str_eq(files_text(second), "fast");
}
END_TEST

START_TEST(a_reader_can_be_freed_with_files_pending)
{
    g_autoptr(TifaReader) reader = files_misbehaving_reader(2, 20);
    for (int i = 0; i < 5; i++)
        tifa_reader_submit(reader, files_write("slow.txt", "dawdle"));
}
END_TEST

/* What is wrong with a path, by its kind. */
static void make_fifo(const char *path)
{
    ck_assert_int_eq(mkfifo(path, 0600), 0);
}

static void make_folder(const char *path)
{
    ck_assert_int_eq(g_mkdir(path, 0700), 0);
}

static void make_empty(const char *path)
{
    ck_assert(g_file_set_contents(path, "", 0, NULL));
}

static void make_200_megabytes(const char *path)
{
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    ck_assert_int_eq(ftruncate(file, 200 * 1024 * 1024), 0);
    close(file);
}

static void make_nothing(const char *path)
{
    (void)path;
}

static void make_link_to_device(const char *path)
{
    ck_assert_int_eq(symlink("/dev/zero", path), 0);
}

static const struct {
    void (*make)(const char *path);
    const char *complaint;
} bad_paths[] = {
    {make_nothing, "no such file"},      {make_fifo, "not a file"}, {make_folder, "is a folder"},
    {make_link_to_device, "not a file"}, {make_empty, "is empty"},  {make_200_megabytes, "limit of 64 MB"},
};

START_TEST(a_path_that_cannot_be_read_is_named_with_its_reason)
{
    g_autoptr(TifaReader) reader = files_reader(1, 20);
    const char *path = files_path("bad.pdf");
    bad_paths[_i].make(path);
    g_autoptr(TifaReading) reading = files_read(reader, path);
    ck_assert_ptr_nonnull(reading->error);
    ck_assert_ptr_nonnull(strstr(reading->error->message, bad_paths[_i].complaint));
    ck_assert(g_str_has_prefix(reading->error->message, path));
    ck_assert_ptr_null(reading->documents);
    ck_assert_ptr_null(reading->failures);
    ck_assert_ptr_null(reading->digest);
}
END_TEST

START_TEST(a_file_without_permission_is_named_with_its_reason)
{
    const char *path = files_write("secret.txt", "secret");
    g_autoptr(TifaReader) reader = files_reader(1, 20);
    ck_assert_int_eq(g_chmod(path, 0), 0);
    if (geteuid() == 0)
        ck_assert_int_eq(seteuid(65534), 0);
    g_autoptr(TifaReading) reading = files_read(reader, path);
    if (getuid() == 0)
        ck_assert_int_eq(seteuid(0), 0);
    ck_assert_ptr_nonnull(reading->error);
    ck_assert_ptr_nonnull(strstr(reading->error->message, "no permission"));
}
END_TEST

START_TEST(a_bad_file_costs_only_itself)
{
    g_autoptr(TifaReader) reader = files_reader(2, 20);
    tifa_reader_submit(reader, files_write("one.txt", "one"));
    tifa_reader_submit(reader, files_path("missing.txt"));
    tifa_reader_submit(reader, files_write("three.txt", "three"));
    g_autoptr(TifaReading) one = tifa_reader_next(reader);
    g_autoptr(TifaReading) two = tifa_reader_next(reader);
    g_autoptr(TifaReading) three = tifa_reader_next(reader);
    ck_assert_str_eq(files_text(one), "one");
    ck_assert_ptr_nonnull(two->error);
    ck_assert_str_eq(files_text(three), "three");
}
END_TEST

START_TEST(standard_input_is_read_as_a_file)
{
    int file = open(files_write("in.txt", "from standard input"), O_RDONLY);
    ck_assert_int_eq(dup2(file, STDIN_FILENO), STDIN_FILENO);
    close(file);
    g_autoptr(TifaReader) reader = files_reader(1, 20);
    g_autoptr(TifaReading) reading = files_read(reader, "-");
    ck_assert_str_eq(files_text(reading), "from standard input");
    g_autoptr(TifaReading) again = files_read(reader, "-");
    ck_assert_str_eq(again->error->message, "standard input: is empty; fetch it again");
}
END_TEST

START_TEST(the_limit_of_size_is_the_callers)
{
    GError *error = NULL;
    g_autoptr(TifaReader) usual = files_reader(1, 20);
    g_autoptr(TifaReader) strict = tifa_reader_new(&(TifaReaderOptions){.jobs = 1, .max_size = 10}, &error);
    ck_assert_ptr_null(error);
    g_autoptr(TifaReading) small = files_read(strict, files_write("ten.txt", "0123456789"));
    g_autoptr(TifaReading) large = files_read(strict, files_write("eleven.txt", "0123456789A"));
    ck_assert_str_eq(files_text(small), "0123456789");
    ck_assert_ptr_nonnull(large->error);
}
END_TEST

START_TEST(a_missing_helper_program_is_named)
{
    GError *error = NULL;
    g_setenv("TIFA_PREFIX", "/nonexistent", TRUE);
    ck_assert_ptr_null(tifa_reader_new(NULL, &error));
    ck_assert(g_error_matches(error, TIFA_ERROR, TIFA_ERROR_SYSTEM));
    ck_assert_str_eq(error->message,
                     "/nonexistent/libexec/tifa/tifa-read: cannot be started: No such file or "
                     "directory; install tifa again");
    g_error_free(error);
}
END_TEST

static size_t count_descriptors(void)
{
    size_t count = 0;
    g_autoptr(GDir) folder = g_dir_open("/proc/self/fd", 0, NULL);
    while (g_dir_read_name(folder))
        count++;
    return count;
}

START_TEST(nothing_is_left_behind)
{
    const char *good = files_write("good.txt", "good"), *bad = files_write("bad.txt", "crash");
    size_t before = count_descriptors();
    for (int i = 0; i < 3; i++) {
        g_autoptr(TifaReader) reader = files_misbehaving_reader(2, 20);
        tifa_reader_submit(reader, good);
        tifa_reader_submit(reader, bad);
        tifa_reader_submit(reader, files_path("missing"));
        tifa_reader_submit(reader, good);
        tifa_reading_free(tifa_reader_next(reader));
        tifa_reading_free(tifa_reader_next(reader));
    }
    ck_assert_uint_eq(count_descriptors(), before);
    ck_assert_int_eq(waitpid(-1, NULL, WNOHANG), -1); /* no child, dead or alive */
}
END_TEST

static void ignore(int number)
{
    (void)number;
}

START_TEST(signals_to_the_program_do_not_disturb_reading)
{
    struct itimerval often = {{0, 2000}, {0, 2000}}, never = {0};
    sigaction(SIGALRM, &(struct sigaction){.sa_handler = ignore}, NULL); /* interrupts system calls */
    g_autoptr(TifaReader) reader = files_reader(2, 20);
    setitimer(ITIMER_REAL, &often, NULL);
    for (int i = 0; i < 50; i++)
        tifa_reader_submit(reader, files_write("a.txt", "undisturbed"));
    for (int i = 0; i < 50; i++) {
        g_autoptr(TifaReading) reading = tifa_reader_next(reader);
        ck_assert_str_eq(files_text(reading), "undisturbed");
    }
    setitimer(ITIMER_REAL, &never, NULL);
}
END_TEST

Suite *suite_reader(void);

Suite *suite_reader(void)
{
    Suite *suite = suite_create("reader");
    TCase *tests = tcase_create("files");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, files_set_up, files_tear_down);
    tcase_add_test(tests, a_text_file_becomes_a_document_with_its_digest_and_size);
    tcase_add_test(tests, readings_come_back_in_the_order_of_submission);
    tcase_add_test(tests, a_slow_file_does_not_lose_its_place);
    tcase_add_test(tests, a_reader_can_be_freed_with_files_pending);
    tcase_add_loop_test(tests, a_path_that_cannot_be_read_is_named_with_its_reason, 0,
                        G_N_ELEMENTS(bad_paths));
    tcase_add_test(tests, a_file_without_permission_is_named_with_its_reason);
    tcase_add_test(tests, a_bad_file_costs_only_itself);
    tcase_add_test(tests, standard_input_is_read_as_a_file);
    tcase_add_test(tests, the_limit_of_size_is_the_callers);
    tcase_add_test(tests, a_missing_helper_program_is_named);
    tcase_add_test(tests, nothing_is_left_behind);
    tcase_add_test(tests, signals_to_the_program_do_not_disturb_reading);
    suite_add_tcase(suite, tests);
    return suite;
}
