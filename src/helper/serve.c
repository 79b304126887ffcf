#include "helper/serve.h"

#include "base/error.h"
#include "helper/sandbox.h"
#include "text/exchange.h"

#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    SOCKET = 3,
    RECOGNISING_TIME = G_USEC_PER_SEC / 10 * 9, /* of each second allowed; the rest is for the pages' text */
    GRACE_SECONDS = 5, /* beyond the reader's own limit: only for a helper whose reader is gone */
};

/* Maps the file to read; NULL if there is nothing to map or no room for it. */
static const uint8_t *map_file(int file, size_t *length)
{
    struct stat about;
    if (fstat(file, &about) != 0 || about.st_size <= 0)
        return NULL;
    *length = (size_t)about.st_size;
    void *bytes = mmap(NULL, *length, PROT_READ, MAP_PRIVATE, file, 0);
    return bytes == MAP_FAILED ? NULL : bytes;
}

/* Reads the mapped file into the bytes of an answer. */
static void answer_to(ExtractFunction *extract, const ExtractInput *input, GByteArray *answer)
{
    g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_document_free);
    g_autoptr(GPtrArray) failures = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    if (!extract(input, documents, failures, &error) && !error)
        fail(&error, TIFA_ERROR_SYSTEM, "no reason was given; please report it");
    exchange_encode_answer(documents, failures, error, answer);
}

/* Writes the answer; where it is too long, writes that instead. */
static bool write_answer(int file, const GByteArray *answer)
{
    if (exchange_write(file, answer->data, answer->len))
        return true;
    g_autoptr(GError) error = NULL;
    g_autoptr(GByteArray) apology = g_byte_array_new();
    fail(&error, TIFA_ERROR_INPUT, "holds too much text for one file; split it");
    exchange_encode_answer(NULL, NULL, error, apology);
    return ftruncate(file, 0) == 0 && lseek(file, 0, SEEK_SET) == 0 &&
           exchange_write(file, apology->data, apology->len);
}

/* Whether so much memory stays taken after a file that a fresh process is better for the next one. */
static bool has_grown(uint64_t memory)
{
    struct mallinfo2 heap = mallinfo2();
    return heap.arena + heap.hblkhd > memory / 4;
}

/* Reads one file and answers. */
static bool serve_request(ExtractFunction *extract, const ExchangeRequest *request)
{
    ExtractInput input = {.name = request->name ? request->name : "",
                          .charset = request->charset,
                          .url = request->url,
                          .ocr = request->ocr,
                          .deadline = g_get_monotonic_time() + request->seconds * RECOGNISING_TIME};
    g_autoptr(GByteArray) answer = g_byte_array_new();
    alarm(request->seconds + GRACE_SECONDS);
    input.bytes = map_file(request->file, &input.length);
    if (!input.bytes)
        _exit(EXCHANGE_NO_MEMORY);
    answer_to(extract, &input, answer);
    munmap((void *)input.bytes, input.length);
    alarm(0);
    return write_answer(request->answer, answer);
}

/* Enters the sandbox and greets the reader; false if it is gone. */
static bool greet(uint64_t memory, uint64_t output)
{
    g_autofree char *lack = sandbox_enter(memory, output);
    return exchange_send_greeting(SOCKET, lack);
}

int serve(int count, char **arguments, ExtractFunction *extract)
{
    uint64_t memory = count > 1 ? g_ascii_strtoull(arguments[1], NULL, 10) : 0;
    uint64_t output = count > 2 ? g_ascii_strtoull(arguments[2], NULL, 10) : 0;
    if (memory == 0 || output == 0) {
        fputs("tifa-read: only tifa itself can run it; see tifa read --help\n", stderr);
        return EXIT_FAILURE;
    }
    ExchangeReceipt receipt = {0};
    bool goes_on = greet(memory, output);
    while (goes_on && !receipt.is_last) {
        ExchangeRequest request;
        if (exchange_take_request(SOCKET, &request) != EXCHANGE_GOT)
            break;
        goes_on = serve_request(extract, &request);
        receipt = (ExchangeReceipt){request.number, has_grown(memory)};
        exchange_request_clear(&request);
        goes_on = goes_on && exchange_send_receipt(SOCKET, &receipt);
    }
    return EXIT_SUCCESS;
}
