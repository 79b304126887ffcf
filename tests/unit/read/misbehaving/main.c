/* A helper program that does what its file says: "crash", "hang", "probe" ... Only for the tests of the
 * reader, which must survive all of it. Whatever the file says beyond the first word is its text. */
#include "base/error.h"
#include "helper/serve.h"
#include "text/document.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum {
    SOCKET = 3,
    ANSWER = 5, /* the second descriptor of a request, in a process that has no others */
    CHUNK = 1024 * 1024,
};

/* ---- Bad manners -------------------------------------------------------------------------------------- */

static void crash(void)
{
    signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
}

static void abort_now(void)
{
    abort();
}

static void leave(void)
{
    _exit(0);
}

static void spin(void)
{
    for (volatile unsigned count = 0;; count++)
        ;
}

static void wait_forever(void)
{
    for (;;)
        usleep(CHUNK);
}

static void dawdle(void)
{
    usleep(400 * 1000);
}

static void send_packet(const void *bytes, size_t length)
{
    struct iovec part = {(void *)bytes, length};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    sendmsg(SOCKET, &message, MSG_NOSIGNAL);
}

static void send_garbage(void)
{
    send_packet("what?", 5);
    wait_forever();
}

/* A receipt of the right form for another request, without any answer. */
static void send_wrong_number(void)
{
    send_packet((const uint32_t[2]){12345, 0}, 8);
    wait_forever();
}

/* A receipt for the first request, and no answer. */
static void send_nothing(void)
{
    send_packet((const uint32_t[2]){1, 0}, 8);
    wait_forever();
}

static void send_packets(void)
{
    static char packet[60000];
    for (;;)
        send_packet(packet, sizeof packet);
}

static void write_answer(const void *bytes, size_t length)
{
    if (write(ANSWER, bytes, length) < 0)
        _exit(1);
    send_packet((const uint32_t[2]){1, 0}, 8);
    wait_forever();
}

static void write_garbage(void)
{
    write_answer("this is not an answer at all, is it", 35);
}

static void write_cut_short(void)
{
    write_answer((const uint32_t[4]){1, 0, 1000, 0}, 16);
}

static void write_flood(void)
{
    static char chunk[CHUNK];
    while (write(ANSWER, chunk, sizeof chunk) > 0)
        ;
    send_packet((const uint32_t[2]){1, 0}, 8);
    wait_forever();
}

static void eat_memory(void)
{
    for (;;)
        memset(g_malloc(CHUNK), 1, CHUNK);
}

static void eat_memory_at_once(void)
{
    memset(g_malloc((size_t)4096 * CHUNK), 1, CHUNK);
}

/* Dies as C++ programs do, which throw where there is no memory. */
static void eat_memory_and_abort(void)
{
    void *chunk;
    while ((chunk = malloc(CHUNK)))
        memset(chunk, 1, CHUNK);
    abort();
}

static const struct {
    const char *word;
    void (*act)(void);
} manners[] = {
    {"crash", crash},
    {"abort", abort_now},
    {"leave", leave},
    {"spin", spin},
    {"silence", wait_forever},
    {"dawdle", dawdle},
    {"garbage", send_garbage},
    {"wrong-number", send_wrong_number},
    {"nothing", send_nothing},
    {"packets", send_packets},
    {"bad-answer", write_garbage},
    {"short-answer", write_cut_short},
    {"flood", write_flood},
    {"bomb", eat_memory},
    {"giant", eat_memory_at_once},
    {"bomb-abort", eat_memory_and_abort},
};

/* ---- Attempts to get out; each says whether it succeeded ---------------------------------------------- */

static bool opens(const char *path, int flags)
{
    return open(path, flags, 0600) >= 0;
}

static bool read_passwords(void)
{
    return opens("/etc/passwd", O_RDONLY);
}

static bool read_environment(void)
{
    return opens("/proc/self/environ", O_RDONLY);
}

static bool list_root(void)
{
    return opendir("/") != NULL;
}

static bool write_file(void)
{
    return opens("/tmp/tifa-escape", O_WRONLY | O_CREAT);
}

static bool append_to_library(void)
{
    return opens("/usr/share/fonts", O_RDWR) || opens("/dev/null", O_RDWR);
}

static bool make_folder(void)
{
    return mkdir("/tmp/tifa-escape", 0700) == 0;
}

static bool remove_file(void)
{
    return unlink("/tmp/tifa-probe-victim") == 0;
}

static bool internet_socket(void)
{
    return socket(AF_INET, SOCK_STREAM, 0) >= 0;
}

static bool local_socket(void)
{
    int ends[2];
    return socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
}

static bool run_program(void)
{
    execl("/bin/true", "true", NULL);
    return false; /* a program that ran would answer nothing at all */
}

static bool new_process(void)
{
    pid_t pid = (pid_t)syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
    if (pid == 0)
        _exit(0);
    return pid > 0;
}

static bool signal_others(void)
{
    return kill(getppid(), 0) == 0 || kill(-1, 0) == 0;
}

static bool trace_others(void)
{
    char byte;
    struct iovec local = {&byte, 1}, remote = {&byte, 1};
    return syscall(SYS_ptrace, 16 /* attach */, getppid(), 0, 0) == 0 ||
           process_vm_readv(getppid(), &local, 1, &remote, 1, 0) >= 0;
}

static bool raise_limits(void)
{
    struct rlimit none = {RLIM_INFINITY, RLIM_INFINITY};
    return setrlimit(RLIMIT_FSIZE, &none) == 0 || setrlimit(RLIMIT_CPU, &none) == 0;
}

static bool new_namespace(void)
{
    return syscall(SYS_unshare, 0x10000000 /* a user namespace */) == 0;
}

static bool kernel_doors(void)
{
    return syscall(SYS_io_uring_setup, 1, NULL) >= 0 || syscall(SYS_bpf, 0, NULL, 0) >= 0 ||
           syscall(SYS_memfd_create, "x", 0) >= 0 || syscall(SYS_keyctl, 0, 0, 0, 0, 0) >= 0;
}

static const struct {
    const char *name;
    bool (*succeeds)(void);
} probes[] = {
    {"read /etc/passwd", read_passwords},
    {"read the environment", read_environment},
    {"list the root folder", list_root},
    {"write a file", write_file},
    {"write to a readable place", append_to_library},
    {"make a folder", make_folder},
    {"remove a file", remove_file},
    {"open an internet socket", internet_socket},
    {"open a local socket", local_socket},
    {"run a program", run_program},
    {"make a process", new_process},
    {"send a signal", signal_others},
    {"trace a process", trace_others},
    {"raise its limits", raise_limits},
    {"make a namespace", new_namespace},
    {"use other doors of the kernel", kernel_doors},
};

/* One block for each probe: "refused: name" or "possible: name". */
static bool add_probes(TifaDocument *document, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(probes); i++) {
        TifaBlock block = {.kind = TIFA_BLOCK_PARAGRAPH};
        const char *verdict = probes[i].succeeds() ? "possible" : "refused";
        g_autofree char *line = g_strdup_printf("%s: %s", verdict, probes[i].name);
        if (!document_add_block(document, &block, line, strlen(line), error))
            return false;
    }
    return true;
}

/* ---- The extractor ------------------------------------------------------------------------------------ */

static bool misbehave(const ExtractInput *input, GPtrArray *documents, GPtrArray *failures, GError **error)
{
    g_autofree char *text = g_strndup((const char *)input->bytes, input->length);
    g_autofree char *word = g_strndup(text, strcspn(text, " \n"));
    for (size_t i = 0; i < G_N_ELEMENTS(manners); i++)
        if (strcmp(word, manners[i].word) == 0)
            manners[i].act();
    if (strcmp(word, "refuse") == 0)
        return fail(error, TIFA_ERROR_INPUT, "is refused; try another");
    if (strcmp(word, "fail-silently") == 0)
        return false;
    g_autoptr(TifaDocument) document = document_new();
    TifaBlock block = {.kind = TIFA_BLOCK_PARAGRAPH};
    bool is_good = strcmp(word, "probe") == 0
                       ? add_probes(document, error)
                       : document_add_block(document, &block, text, strlen(text), error);
    g_ptr_array_add(documents, g_steal_pointer(&document));
    if (strcmp(word, "partly") == 0)
        g_ptr_array_add(failures, g_strdup("inner.pdf: encrypted; remove the password"));
    return is_good;
}

int main(int count, char **arguments)
{
    return serve(count, arguments, misbehave);
}
