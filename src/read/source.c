#include "read/source.h"

#include "base/error.h"
#include "text/exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 256 * 1024 };

static bool fail_to_open(GError **error)
{
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
        return fail(error, TIFA_ERROR_INPUT, "there is no such file; check the name");
    case EACCES:
    case EPERM:
        return fail(error, TIFA_ERROR_INPUT, "you have no permission to read it; change its permissions");
    case EMFILE:
    case ENFILE:
    case ENOMEM:
        return fail(error, TIFA_ERROR_SYSTEM, "cannot open it: %s; close other programs", g_strerror(errno));
    default:
        return fail(error, TIFA_ERROR_INPUT, "cannot open it: %s", g_strerror(errno));
    }
}

/* Whether the descriptor is of a kind that can be read to an end. */
static bool check_kind(const struct stat *about, GError **error)
{
    if (S_ISREG(about->st_mode))
        return true;
    if (S_ISDIR(about->st_mode))
        return fail(error, TIFA_ERROR_INPUT, "is a folder; name the files in it");
    return fail(error, TIFA_ERROR_INPUT,
                "is a device, pipe or socket, not a file; give its content on standard input (-)");
}

static bool fail_too_large(uint64_t max_size, GError **error)
{
    return fail(error, TIFA_ERROR_INPUT,
                "is larger than the limit of %.4g MB; split it or raise the limit (--max-size)",
                (double)max_size / (1024 * 1024));
}

/* The descriptor of the file at `path`, -1 on failure. Opening never waits, not even for a pipe's other end.
 */
static int open_source(const char *path, uint64_t max_size, GError **error)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (file < 0) {
        fail_to_open(error);
        return -1;
    }
    struct stat about;
    bool is_good = fstat(file, &about) == 0 ? check_kind(&about, error) : fail_to_open(error);
    if (is_good && (uint64_t)about.st_size > max_size)
        is_good = fail_too_large(max_size, error);
    if (is_good)
        return file;
    close(file);
    return -1;
}

/* read(), again after an interruption. */
static ssize_t read_chunk(int file, char *buffer)
{
    ssize_t got;
    do
        got = read(file, buffer, CHUNK);
    while (got < 0 && errno == EINTR);
    return got;
}

/* Copies `from` to its end into `source`, whose descriptor is open. */
static bool copy_and_hash(int from, uint64_t max_size, Source *source, GError **error)
{
    g_autofree char *buffer = g_malloc(CHUNK);
    g_autoptr(GChecksum) hash = g_checksum_new(G_CHECKSUM_SHA256);
    for (;;) {
        ssize_t got = read_chunk(from, buffer);
        if (got < 0)
            return fail(error, TIFA_ERROR_INPUT, "cannot read it: %s", g_strerror(errno));
        if (got == 0)
            break;
        source->size += (uint64_t)got;
        if (source->size > max_size)
            return fail_too_large(max_size, error);
        g_checksum_update(hash, (const guchar *)buffer, got);
        if (!exchange_write(source->file, buffer, (size_t)got))
            return fail(error, TIFA_ERROR_SYSTEM, "no memory to read it into: %s", g_strerror(errno));
    }
    if (source->size == 0)
        return fail(error, TIFA_ERROR_INPUT, "is empty; fetch it again");
    source->digest = g_strdup(g_checksum_get_string(hash));
    return true;
}

/* Opens the copy and fills it. */
static bool take_from(int from, uint64_t max_size, Source *source, GError **error)
{
    source->file = memfd_create("tifa-source", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (source->file < 0)
        return fail(error, TIFA_ERROR_SYSTEM, "no memory to read it into: %s", g_strerror(errno));
    if (!copy_and_hash(from, max_size, source, error))
        return false;
    if (fcntl(source->file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
        return fail(error, TIFA_ERROR_SYSTEM, "cannot seal its copy in memory: %s", g_strerror(errno));
    return true;
}

bool source_take(const char *path, uint64_t max_size, Source *source, GError **error)
{
    *source = (Source){.file = -1};
    bool is_stdin = strcmp(path, "-") == 0;
    int from = is_stdin ? STDIN_FILENO : open_source(path, max_size, error);
    if (from < 0)
        return false;
    bool is_good = take_from(from, max_size, source, error);
    if (!is_stdin)
        close(from);
    if (!is_good)
        source_clear(source);
    return is_good;
}

void source_clear(Source *source)
{
    if (source->file >= 0)
        close(source->file);
    g_free(source->digest);
    *source = (Source){.file = -1};
}
