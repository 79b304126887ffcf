#include "read/helper.h"

#include "base/error.h"
#include "base/place.h"
#include "text/exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    HELPER_SOCKET = 3, /* the helper's end, the one descriptor it gets besides 0, 1 and 2 */
    GREETING_SECONDS = 20,
};

struct Helper {
    HelperLimits limits;
    pid_t pid;
    int socket;
    int answer;      /* descriptor of the answer to the request under way; -1 if none is */
    uint32_t number; /* of the request under way, or the last one */
    int64_t deadline;
    char *warning; /* NULL until the helper has greeted */
};

/* ---- Start ----------------------------------------------------------------------------------- */

/* The helper's whole environment: the same everywhere, so that files read the same everywhere. */
static char **helper_environment(void)
{
    static const char *const kept[] = {"TIFA_PREFIX",  "TIFA_TRACE",    "LD_LIBRARY_PATH",
                                       "ASAN_OPTIONS", "UBSAN_OPTIONS", "G_DEBUG"};
    char **environment = g_environ_setenv(NULL, "LC_ALL", "C.UTF-8", TRUE);
    environment = g_environ_setenv(environment, "TZ", "UTC0", TRUE);
    environment = g_environ_setenv(environment, "OMP_THREAD_LIMIT", "1", TRUE);
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
        if (g_getenv(kept[i]))
            environment = g_environ_setenv(environment, kept[i], g_getenv(kept[i]), TRUE);
    return environment;
}

/* Libraries write what they think of a file to standard error; it is shown only to who asks for it. */
static bool shows_errors(void)
{
    const char *trace = g_getenv("TIFA_TRACE");
    return trace && *trace && strcmp(trace, "0") != 0;
}

/* The descriptors, process group and signals of the new process. The socket comes first: it may stand where
 * the others go. */
static void describe_process(posix_spawn_file_actions_t *files, posix_spawnattr_t *attributes, int socket)
{
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(files);
    posix_spawn_file_actions_adddup2(files, socket, HELPER_SOCKET);
    posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (!shows_errors())
        posix_spawn_file_actions_addopen(files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(files, HELPER_SOCKET + 1);
    posix_spawnattr_init(attributes);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setpgroup(attributes, 0); /* an interrupt from the keyboard is for the program alone */
    posix_spawnattr_setflags(attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
}

/* Starts the program with `socket` as its end. Returns 0 or an error number, *program is what was tried. */
static int spawn(const HelperLimits *limits, int socket, pid_t *pid, char **program)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    describe_process(&files, &attributes, socket);
    g_auto(GStrv) environment = helper_environment();
    g_autofree char *memory = g_strdup_printf("%" G_GUINT64_FORMAT, limits->memory);
    g_autofree char *output = g_strdup_printf("%" G_GUINT64_FORMAT, limits->output);
    *program = place_of("libexec/tifa/tifa-read");
    char *arguments[] = {*program, memory, output, NULL};
    int trouble = posix_spawn(pid, *program, &files, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return trouble;
}

Helper *helper_start(const HelperLimits *limits, GError **error)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
        fail(error, TIFA_ERROR_SYSTEM, "tifa-read: cannot make a socket for it: %s", g_strerror(errno));
        return NULL;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    g_autofree char *program = NULL;
    pid_t pid;
    int trouble = spawn(limits, ends[1], &pid, &program);
    close(ends[1]);
    if (trouble != 0) {
        close(ends[0]);
        fail(error, TIFA_ERROR_SYSTEM, "%s: cannot be started: %s; %s", program, g_strerror(trouble),
             trouble == ENOENT ? "install tifa again" : "close other programs and try again");
        return NULL;
    }
    Helper *helper = g_new0(Helper, 1);
    *helper = (Helper){.limits = *limits, .pid = pid, .socket = ends[0], .answer = -1};
    helper->deadline = g_get_monotonic_time() + GREETING_SECONDS * G_USEC_PER_SEC;
    return helper;
}

/* ---- End ------------------------------------------------------------------------------------- */

/* Kills the process, waits for it and tells its status; 0 if it is not known. */
static int end_process(Helper *helper)
{
    int status = 0;
    if (helper->pid <= 0)
        return 0;
    kill(helper->pid, SIGKILL); /* changes nothing for one that has already died of something else */
    while (waitpid(helper->pid, &status, 0) < 0 && errno == EINTR)
        ;
    helper->pid = 0;
    return status;
}

static void close_answer(Helper *helper)
{
    if (helper->answer >= 0)
        close(helper->answer);
    helper->answer = -1;
}

void helper_free(Helper *helper)
{
    if (!helper)
        return;
    end_process(helper);
    close(helper->socket);
    close_answer(helper);
    g_free(helper->warning);
    g_free(helper);
}

/* Says why the process ended without an answer. */
static bool fail_ended(Helper *helper, GError **error)
{
    int status = end_process(helper);
    int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXCHANGE_NO_MEMORY)
        return fail(error, TIFA_ERROR_INPUT, "needs more than %.4g MB of memory to be read; split it",
                    (double)helper->limits.memory / (1024 * 1024));
    if (number == SIGXCPU)
        return fail(error, TIFA_ERROR_INPUT,
                    "not read within %u seconds; split it or allow more time (--timeout)",
                    helper->limits.seconds);
    if (number != 0 && number != SIGKILL)
        return fail(error, TIFA_ERROR_INPUT,
                    "crashed the reading program (signal %d, %s); save it anew with the program it is from, "
                    "and please report it",
                    number, strsignal(number));
    return fail(
        error, TIFA_ERROR_INPUT,
        "the reading program ended without an answer; save the file anew with the program it is from");
}

/* ---- Work ------------------------------------------------------------------------------------ */

const char *helper_warning(const Helper *helper)
{
    return helper->warning ? helper->warning : "";
}

int helper_socket(const Helper *helper)
{
    return helper->socket;
}

int64_t helper_deadline(const Helper *helper)
{
    return helper->deadline;
}

/* Takes the greeting if it has not come yet. EXCHANGE_GOT: the helper has greeted, now or before. */
static ExchangeResult take_greeting(Helper *helper)
{
    if (helper->warning)
        return EXCHANGE_GOT;
    return exchange_take_greeting(helper->socket, &helper->warning);
}

bool helper_wait_ready(Helper *helper, GError **error)
{
    ExchangeResult result;
    while ((result = take_greeting(helper)) == EXCHANGE_NOTHING) {
        int64_t left = helper->deadline - g_get_monotonic_time();
        if (left <= 0)
            break;
        struct pollfd wait = {.fd = helper->socket, .events = POLLIN};
        poll(&wait, 1, (int)(left / 1000) + 1);
    }
    if (result == EXCHANGE_GOT)
        return true;
    return fail(error, TIFA_ERROR_SYSTEM, "tifa-read: %s; install tifa again",
                result == EXCHANGE_GARBAGE ? "is of another version of tifa" : "does not start");
}

/* Limits the processor time that the process may use in all to what it has used and `seconds` more. */
static void limit_processor_time(pid_t pid, unsigned seconds)
{
    clockid_t clock;
    struct timespec used;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return;
    struct rlimit limit = {(rlim_t)used.tv_sec + seconds + 1, RLIM_INFINITY};
    prlimit(pid, RLIMIT_CPU, &limit, NULL);
}

bool helper_send(Helper *helper, const Source *source, const char *name)
{
    g_assert(helper->answer < 0);
    helper->answer = memfd_create("tifa-answer", MFD_CLOEXEC);
    if (helper->answer < 0)
        return false;
    unsigned seconds = helper->limits.seconds;
    limit_processor_time(helper->pid, seconds);
    ExchangeRequest request = {.number = ++helper->number,
                               .seconds = seconds,
                               .ocr = helper->limits.ocr,
                               .name = (char *)name,
                               .file = source->file,
                               .answer = helper->answer};
    helper->deadline = g_get_monotonic_time() + (int64_t)seconds * G_USEC_PER_SEC;
    if (exchange_send_request(helper->socket, &request))
        return true;
    close_answer(helper);
    return false;
}

/* Copies the answer out of the file that the helper still holds, so that it can change nothing any more. */
static GBytes *copy_answer(const Helper *helper)
{
    struct stat about;
    if (fstat(helper->answer, &about) != 0 || about.st_size <= 0 ||
        (uint64_t)about.st_size > helper->limits.output)
        return NULL;
    size_t length = (size_t)about.st_size, place = 0;
    char *bytes = g_try_malloc(length);
    while (bytes && place < length) {
        ssize_t got = pread(helper->answer, bytes + place, length - place, (off_t)place);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        place += (size_t)got;
    }
    return bytes ? g_bytes_new_take(bytes, place) : NULL;
}

static HelperState take_answer(Helper *helper, const ExchangeReceipt *receipt, GBytes **answer,
                               GError **error)
{
    *answer = receipt->number == helper->number ? copy_answer(helper) : NULL;
    close_answer(helper);
    if (*answer)
        return receipt->is_last ? HELPER_RETIRES : HELPER_IS_DONE;
    fail(error, TIFA_ERROR_SYSTEM, "the reading program's answer is damaged or too long; please report it");
    return HELPER_FAILED;
}

/* The state of a helper that has sent nothing. */
static HelperState check_time(const Helper *helper, GError **error)
{
    if (g_get_monotonic_time() < helper->deadline)
        return HELPER_WORKS;
    fail(error, TIFA_ERROR_INPUT, "not read within %u seconds; split it or allow more time (--timeout)",
         helper->limits.seconds);
    return HELPER_FAILED;
}

HelperState helper_collect(Helper *helper, GBytes **answer, GError **error)
{
    ExchangeReceipt receipt;
    ExchangeResult result = take_greeting(helper);
    if (result == EXCHANGE_GOT)
        result = exchange_take_receipt(helper->socket, &receipt);
    switch (result) {
    case EXCHANGE_GOT:
        return take_answer(helper, &receipt, answer, error);
    case EXCHANGE_NOTHING:
        return check_time(helper, error);
    case EXCHANGE_ENDED:
        fail_ended(helper, error);
        return HELPER_FAILED;
    case EXCHANGE_GARBAGE:
        break;
    }
    fail(error, TIFA_ERROR_SYSTEM, "the reading program answered nonsense; please report it");
    return HELPER_FAILED;
}
