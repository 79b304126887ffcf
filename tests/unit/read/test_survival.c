/* The reader survives whatever its helper does, and the helper cannot get out. */
#include "files.h"

#include <check.h>
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct {
    const char *content, *complaint;
} manners[] = {
    {"crash", "signal 11"},
    {"abort", "signal 6"},
    {"leave", "without an answer"},
    {"spin", "not read within 2 seconds"},
    {"silence", "not read within 2 seconds"},
    {"garbage", "answered nonsense"},
    {"wrong-number", "damaged"},
    {"nothing", "damaged"},
    {"packets", "answered nonsense"},
    {"bad-answer", "damaged"},
    {"short-answer", "damaged"},
    {"flood", "damaged"},
    {"fail-silently", "no reason was given"},
    {"refuse", "is refused; try another"},
};

START_TEST(bad_manners_are_named_and_survived)
{
    g_autofree char *complaint = files_complaint(manners[_i].content, 2);
    ck_assert_msg(strstr(complaint, manners[_i].complaint) != NULL, "%s: %s", manners[_i].content, complaint);
    g_autofree char *name = g_strconcat(files_path("bad.txt"), ": ", NULL);
    ck_assert(g_str_has_prefix(complaint, name));
    ck_assert_ptr_null(strstr(complaint + strlen(name), "bad.txt"));
}
END_TEST

START_TEST(the_next_file_gets_a_fresh_helper)
{
    g_autoptr(TifaReader) reader = files_misbehaving_reader(1, 2);
    tifa_reader_submit(reader, files_write("bad.txt", manners[_i].content));
    tifa_reader_submit(reader, files_write("good.txt", "good"));
    g_autoptr(TifaReading) bad = tifa_reader_next(reader);
    g_autoptr(TifaReading) good = tifa_reader_next(reader);
    ck_assert_ptr_nonnull(bad->error);
    ck_assert_str_eq(files_text(good), "good");
}
END_TEST

START_TEST(what_inside_a_file_failed_is_told_beside_its_documents)
{
    g_autoptr(TifaReader) reader = files_misbehaving_reader(1, 20);
    g_autoptr(TifaReading) reading = files_read(reader, files_write("some.zip", "partly"));
    ck_assert_str_eq(files_text(reading), "partly");
    ck_assert_uint_eq(reading->failures->len, 1);
    ck_assert_str_eq(reading->failures->pdata[0], "inner.pdf: encrypted; remove the password");
}
END_TEST

/* ---- Memory ------------------------------------------------------------------------------------------- */

#ifdef __SANITIZE_ADDRESS__
enum { MEMORY_LIMIT = 800 }; /* MB, with the sanitizer's own */
#else
enum { MEMORY_LIMIT = 512 };
#endif

static const char *const bombs[] = {"bomb", "giant", "bomb-abort"};

START_TEST(a_memory_bomb_is_stopped)
{
    g_autofree char *complaint = files_complaint(bombs[_i], 30);
    ck_assert_msg(strstr(complaint, "needs more than 512 MB of memory") != NULL, "%s: %s", bombs[_i],
                  complaint);
    struct rusage usage;
    ck_assert_int_eq(getrusage(RUSAGE_CHILDREN, &usage), 0);
    ck_assert_int_lt(usage.ru_maxrss / 1024, MEMORY_LIMIT);
}
END_TEST

/* ---- The sandbox -------------------------------------------------------------------------------------- */

START_TEST(every_way_out_is_refused)
{
    g_autoptr(TifaReader) reader = files_misbehaving_reader(1, 20);
    if (*tifa_reader_warning(reader)) {
        fprintf(stderr, "SKIPPED every_way_out_is_refused: %s\n", tifa_reader_warning(reader));
        return;
    }
    g_autoptr(TifaReading) reading = files_read(reader, files_write("probe.txt", "probe"));
    g_auto(GStrv) lines = g_strsplit(files_text(reading), "\n", -1);
    ck_assert_uint_ge(g_strv_length(lines), 16);
    for (char **line = lines; *line; line++)
        ck_assert_msg(g_str_has_prefix(*line, "refused: "), "%s", *line);
}
END_TEST

/* Lets two system calls of this process and all it starts fail with `trouble`. */
static void break_calls(int first, int second, int trouble)
{
    struct sock_filter steps[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)first, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)second, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (uint32_t)trouble),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {G_N_ELEMENTS(steps), steps};
    ck_assert_int_eq(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
    ck_assert_int_eq(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), 0);
}

START_TEST(an_older_system_gives_less_protection_and_says_so)
{
    break_calls(SYS_landlock_create_ruleset, SYS_landlock_restrict_self, ENOSYS);
    g_autoptr(TifaReader) reader = files_reader(1, 20);
    ck_assert_ptr_nonnull(strstr(tifa_reader_warning(reader), "no Landlock"));
    g_autoptr(TifaReading) reading = files_read(reader, files_write("good.txt", "still read"));
    ck_assert_str_eq(files_text(reading), "still read");
}
END_TEST

/* ---- Trouble with processes --------------------------------------------------------------------------- */

/* The test ends by _exit(), because the leak checker needs a process of its own. */
enum { TEST_PASSED = 7 };

START_TEST(when_no_process_can_be_made_the_files_fail_with_that_reason)
{
    g_autoptr(TifaReader) reader = files_misbehaving_reader(2, 20);
    break_calls(SYS_clone, SYS_clone3, EAGAIN);
    tifa_reader_submit(reader, files_write("bad.txt", "crash"));
    tifa_reader_submit(reader, files_write("good.txt", "good"));
    TifaReading *bad = tifa_reader_next(reader), *good = tifa_reader_next(reader);
    ck_assert_ptr_nonnull(strstr(bad->error->message, "signal 11"));
    ck_assert_ptr_nonnull(strstr(good->error->message, "cannot be started"));
    ck_assert(g_error_matches(good->error, TIFA_ERROR, TIFA_ERROR_SYSTEM));
    _exit(TEST_PASSED);
}
END_TEST

/* Kills all processes whose parent is this one. */
static void kill_children(void)
{
    const char *name;
    g_autoptr(GDir) folder = g_dir_open("/proc", 0, NULL);
    while ((name = g_dir_read_name(folder))) {
        g_autofree char *path = g_build_filename("/proc", name, "stat", NULL);
        g_autofree char *line = NULL;
        int parent = 0;
        if (g_ascii_isdigit(*name) && g_file_get_contents(path, &line, NULL, NULL) && strrchr(line, ')'))
            sscanf(strrchr(line, ')'), ") %*c %d", &parent);
        if (parent == getpid())
            kill(atoi(name), SIGKILL);
    }
}

START_TEST(a_helper_that_died_between_two_files_is_replaced)
{
    g_autoptr(TifaReader) reader = files_reader(1, 20);
    g_autoptr(TifaReading) first = files_read(reader, files_write("a.txt", "first"));
    kill_children();
    g_autoptr(TifaReading) second = files_read(reader, files_write("a.txt", "second"));
    ck_assert_str_eq(files_text(first), "first");
    ck_assert_msg(!second->error || strstr(second->error->message, "without an answer"), "%s",
                  second->error ? second->error->message : "");
    g_autoptr(TifaReading) third = files_read(reader, files_write("a.txt", "third"));
    ck_assert_str_eq(files_text(third), "third");
}
END_TEST

START_TEST(a_helper_ends_with_its_reader)
{
    int status;
    ck_assert_int_eq(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), 0); /* orphans become children of the test */
    pid_t program = fork();
    if (program == 0) {
        files_reader(1, 20);
        kill(getpid(), SIGKILL);
    }
    ck_assert_int_eq(waitpid(program, &status, 0), program);
    ck_assert_int_gt(waitpid(-1, &status, 0), 0);
    ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}
END_TEST

static const struct {
    const char *script, *complaint;
} impostors[] = {
    {"#!/bin/sh\nexit 3\n", "tifa-read: does not start; install tifa again"},
    {"not a program", "Exec format error"},
};

START_TEST(a_program_that_is_no_helper_is_found_out_at_once)
{
    GError *error = NULL;
    g_autofree char *folder = g_build_filename(files_path("libexec"), "tifa", NULL);
    ck_assert_int_eq(g_mkdir_with_parents(folder, 0700), 0);
    g_autofree char *program = g_build_filename(folder, "tifa-read", NULL);
    ck_assert(
        g_file_set_contents_full(program, impostors[_i].script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
    g_autofree char *prefix = g_path_get_dirname(files_path("libexec"));
    g_setenv("TIFA_PREFIX", prefix, TRUE);
    ck_assert_ptr_null(tifa_reader_new(NULL, &error));
    ck_assert_msg(strstr(error->message, impostors[_i].complaint) != NULL, "%s", error->message);
    g_error_free(error);
    unlink(program);
    rmdir(folder);
}
END_TEST

Suite *suite_survival(void);

Suite *suite_survival(void)
{
    Suite *suite = suite_create("survival");
    TCase *tests = tcase_create("helpers");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, files_set_up, files_tear_down);
    tcase_add_loop_test(tests, bad_manners_are_named_and_survived, 0, G_N_ELEMENTS(manners));
    tcase_add_loop_test(tests, the_next_file_gets_a_fresh_helper, 0, G_N_ELEMENTS(manners));
    tcase_add_test(tests, what_inside_a_file_failed_is_told_beside_its_documents);
    tcase_add_loop_test(tests, a_memory_bomb_is_stopped, 0, G_N_ELEMENTS(bombs));
    tcase_add_test(tests, every_way_out_is_refused);
    tcase_add_test(tests, an_older_system_gives_less_protection_and_says_so);
    tcase_add_exit_test(tests, when_no_process_can_be_made_the_files_fail_with_that_reason, TEST_PASSED);
    tcase_add_test(tests, a_helper_that_died_between_two_files_is_replaced);
    tcase_add_test(tests, a_helper_ends_with_its_reader);
    tcase_add_loop_test(tests, a_program_that_is_no_helper_is_found_out_at_once, 0, G_N_ELEMENTS(impostors));
    suite_add_tcase(suite, tests);
    return suite;
}
