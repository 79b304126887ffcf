#include "helper/sandbox.h"

#include "base/place.h"
#include "text/exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    SOCKET = 3,
    DESCRIPTORS = 64,
    PROBE = 32 * 1024 * 1024, /* bytes; a process that cannot get so many has run out of memory */
    SIGNAL_STACK = 64 * 1024,
};

/* ---- Limits ---------------------------------------------------------------------------------- */

static void limit(int resource, uint64_t value)
{
    setrlimit((__rlimit_resource_t)resource, &(struct rlimit){value, value});
}

#ifdef __SANITIZE_ADDRESS__
/* Looked up by AddressSanitizer at start. Its reports of missing memory need memory, and its search for leaks
 * needs what the sandbox refuses. */
TIFA_API const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1:detect_leaks=0";
}

/* AddressSanitizer reserves terabytes of address space at start, so what is added from now on is limited
 * instead. */
static void limit_memory(uint64_t memory)
{
    g_autofree char *sizes = NULL;
    unsigned long long data = 0;
    if (g_file_get_contents("/proc/self/statm", &sizes, NULL, NULL))
        sscanf(sizes, "%*u %*u %*u %*u %*u %llu", &data);
    limit(RLIMIT_DATA, data * (uint64_t)sysconf(_SC_PAGESIZE) + memory);
}
#else
static void limit_memory(uint64_t memory)
{
    limit(RLIMIT_AS, memory);
}
#endif

static void set_limits(uint64_t memory, uint64_t output)
{
    limit_memory(memory);
    limit(RLIMIT_FSIZE, output);
    limit(RLIMIT_NOFILE, DESCRIPTORS);
    limit(RLIMIT_CORE, 0);
    signal(SIGXFSZ, SIG_IGN); /* the write fails instead, and the helper can say so */
}

/* ---- Running out of memory ------------------------------------------------------------------- */

/* Libraries end the process when there is no memory, by one signal or another. Tells that apart from a crash.
 * The bare system call, because AddressSanitizer prepares for functions that do not return by asking for more
 * than there is. */
static void end_by_signal(int number)
{
    if (mmap(NULL, PROBE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
        syscall(SYS_exit_group, EXCHANGE_NO_MEMORY);
    signal(number, SIG_DFL);
    raise(number);
}

/* GLib's message before it gives up on one large allocation comes by its log. */
static GLogWriterOutput write_log(GLogLevelFlags level, const GLogField *fields, gsize count, void *data)
{
    for (gsize i = 0; i < count; i++)
        if (strcmp(fields[i].key, "MESSAGE") == 0 && strstr(fields[i].value, "failed to allocate"))
            _exit(EXCHANGE_NO_MEMORY);
    return g_log_writer_standard_streams(level, fields, count, data);
}

static void watch_memory(void)
{
    static const int ends[] = {SIGABRT, SIGTRAP, SIGSEGV, SIGBUS, SIGILL};
    sigaltstack(&(stack_t){.ss_sp = g_malloc(SIGNAL_STACK), .ss_size = SIGNAL_STACK}, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        sigaction(ends[i], &(struct sigaction){.sa_handler = end_by_signal, .sa_flags = SA_ONSTACK}, NULL);
    g_log_set_writer_func(write_log, NULL, NULL);
}

/* ---- Landlock: files ------------------------------------------------------------------------- */

/* What parsers look up while they work: character maps, fonts, recognisers, character set converters. */
static const char *const readable[] = {
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/share/fontconfig",
    "/usr/share/fonts",
    "/usr/share/poppler",
    "/usr/share/tesseract-ocr",
    "/usr/local/share/fonts",
    "/var/cache/fontconfig",
};

/* All that the first version of Landlock can refuse. */
static const uint64_t all_access = LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1;

static void allow_reading(int rules, const char *path)
{
    struct landlock_path_beneath_attr beneath = {.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE};
    beneath.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (beneath.parent_fd < 0)
        return;
    if (g_file_test(path, G_FILE_TEST_IS_DIR))
        beneath.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
    close(beneath.parent_fd);
}

/* Refuses every file but those; false if the system cannot. */
static bool restrict_files(void)
{
    struct landlock_ruleset_attr attributes = {.handled_access_fs = all_access};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (rules < 0)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(readable); i++)
        allow_reading(rules, readable[i]);
    g_autofree char *own = place_of("share/tifa");
    allow_reading(rules, own);
    bool is_done = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return is_done;
}

/* ---- Seccomp: system calls ------------------------------------------------------------------- */

/* Calls that compute, read and tell the time. All others fail with EPERM. */
static const int harmless[] = {
    SCMP_SYS(access),        SCMP_SYS(alarm),
    SCMP_SYS(brk),           SCMP_SYS(clock_getres),
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(close),         SCMP_SYS(exit),
    SCMP_SYS(exit_group),    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),    SCMP_SYS(fcntl),
    SCMP_SYS(fstat),         SCMP_SYS(fstatfs),
    SCMP_SYS(ftruncate),     SCMP_SYS(futex),
    SCMP_SYS(getcwd),        SCMP_SYS(getdents64),
    SCMP_SYS(getegid),       SCMP_SYS(geteuid),
    SCMP_SYS(getgid),        SCMP_SYS(getpid),
    SCMP_SYS(getrandom),     SCMP_SYS(getrusage),
    SCMP_SYS(gettid),        SCMP_SYS(gettimeofday),
    SCMP_SYS(getuid),        SCMP_SYS(lseek),
    SCMP_SYS(lstat),         SCMP_SYS(madvise),
    SCMP_SYS(mmap),          SCMP_SYS(mprotect),
    SCMP_SYS(mremap),        SCMP_SYS(munmap),
    SCMP_SYS(nanosleep),     SCMP_SYS(newfstatat),
    SCMP_SYS(pread64),       SCMP_SYS(read),
    SCMP_SYS(readlink),      SCMP_SYS(readlinkat),
    SCMP_SYS(readv),         SCMP_SYS(restart_syscall),
    SCMP_SYS(rt_sigaction),  SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),  SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_yield),   SCMP_SYS(setitimer),
    SCMP_SYS(sigaltstack),   SCMP_SYS(stat),
    SCMP_SYS(statfs),        SCMP_SYS(statx),
    SCMP_SYS(sysinfo),       SCMP_SYS(time),
    SCMP_SYS(times),         SCMP_SYS(uname),
    SCMP_SYS(write),         SCMP_SYS(writev),
};

static void allow_calls(scmp_filter_ctx filter)
{
    const unsigned writes = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
    for (size_t i = 0; i < G_N_ELEMENTS(harmless); i++)
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, harmless[i], 0);
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1,
                     SCMP_A1(SCMP_CMP_MASKED_EQ, writes, O_RDONLY));
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                     SCMP_A2(SCMP_CMP_MASKED_EQ, writes, O_RDONLY));
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sendmsg), 1, SCMP_A0(SCMP_CMP_EQ, SOCKET));
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(recvmsg), 1, SCMP_A0(SCMP_CMP_EQ, SOCKET));
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (unsigned)getpid()));
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, SCMP_A0(SCMP_CMP_EQ, 0),
                     SCMP_A2(SCMP_CMP_EQ, 0)); /* to ask, not to set */
}

/* Refuses every other system call; false if the system cannot. */
static bool restrict_calls(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return false;
    allow_calls(filter);
    bool is_done = seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_done;
}

char *sandbox_enter(uint64_t memory, uint64_t output)
{
    set_limits(memory, output);
    watch_memory();
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    bool guards_files = restrict_files(), guards_calls = restrict_calls();
    return g_strdup(
        guards_files && guards_calls ? ""
        : guards_calls
            ? "this system has no Landlock: a hostile file could read, but not write or send, your files"
        : guards_files ? "this system has no seccomp: a hostile file is held back from files only"
                       : "this system has neither Landlock nor seccomp: read only files that you trust");
}
