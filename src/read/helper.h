/* helper.h - one helper process, tifa-read, seen from the reader.
 *
 * A helper reads one file at a time for as long as it behaves. It may do anything else: crash, hang, answer
 * nonsense or too much. Then it is killed, helper_collect() says why, and the reader starts another. A helper
 * is never left behind as a zombie, and gets none of the program's descriptors, signals or terminal.
 */
#pragma once

#include "read/source.h"
#include "tifa.h"

typedef struct {
    unsigned seconds; /* wall-clock time and processor time for one file */
    uint64_t memory;  /* bytes the helper may use */
    uint64_t output;  /* bytes of an answer */
    bool ocr;
} HelperLimits;

typedef struct Helper Helper;

/* Starts the program; NULL with TIFA_ERROR_SYSTEM if that is not possible. It may yet turn out to be broken.
 */
Helper *helper_start(const HelperLimits *limits, GError **error);

/* Kills the helper and waits for its end. */
void helper_free(Helper *helper);

/* Waits until the helper is ready; false with TIFA_ERROR_SYSTEM if it does not become so. */
bool helper_wait_ready(Helper *helper, GError **error);

/* What protection the system does not give, or an empty string. Lent. */
const char *helper_warning(const Helper *helper);

/* Hands over a file; the helper must have none. False if it is gone or the system has no memory for the
 * answer: take another helper. */
bool helper_send(Helper *helper, const Source *source, const char *name);

/* The descriptor to poll for reading, and the time (g_get_monotonic_time()) when it is too late. */
int helper_socket(const Helper *helper);
int64_t helper_deadline(const Helper *helper);

typedef enum {
    HELPER_WORKS,   /* nothing to collect yet */
    HELPER_IS_DONE, /* *answer is the answer; the helper can take another file */
    HELPER_FAILED,  /* *error says why; the helper is of no use any more */
    HELPER_RETIRES, /* as HELPER_IS_DONE, but the helper is of no use any more */
} HelperState;

/* Looks, without waiting, what became of the file handed over. */
HelperState helper_collect(Helper *helper, GBytes **answer, GError **error);
