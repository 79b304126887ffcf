/* exchange.h - what the reader and its helper program say to each other.
 *
 * They are joined by one local socket of packets. The helper greets; then the reader sends a request with two
 * descriptors, the file's bytes and an empty file for the answer, and the helper sends a receipt when the
 * answer is written. One request is under way at a time. The reader trusts nothing that comes back: every
 * packet is checked for its size and number, and the answer for each of its lengths.
 *
 * No call here raises SIGPIPE or is lost to an interrupted system call.
 */
#pragma once

#include "tifa.h"

/* The exit status of a helper that has run out of memory. */
enum { EXCHANGE_NO_MEMORY = 12 };

/* ---- Packets --------------------------------------------------------------------------------- */

/* What to read. Strings are lent on sending and the receiver's to free; NULL where there is nothing to say.
 */
typedef struct {
    uint32_t number;  /* the receipt repeats it */
    uint32_t seconds; /* after which the reader will have given up */
    bool ocr;
    char *name, *charset, *url;
    int file;   /* the bytes, from its start */
    int answer; /* where the answer goes */
} ExchangeRequest;

/* That the answer to request `number` is written. */
typedef struct {
    uint32_t number;
    bool is_last; /* the helper will take no further request */
} ExchangeReceipt;

typedef enum {
    EXCHANGE_GOT,     /* a packet came and is what it should be */
    EXCHANGE_ENDED,   /* the other end is closed */
    EXCHANGE_NOTHING, /* no packet is waiting (only for a socket that does not block) */
    EXCHANGE_GARBAGE, /* a packet came and is something else */
} ExchangeResult;

/* The helper is ready. `warning` says what protection the system does not give, or is empty. */
bool exchange_send_greeting(int socket, const char *warning);

/* *warning is the caller's to free. A greeting from another version of the program is garbage. */
ExchangeResult exchange_take_greeting(int socket, char **warning);

/* False if the helper is gone. The descriptors stay the caller's. */
bool exchange_send_request(int socket, const ExchangeRequest *request);

/* The strings and descriptors in *request are the caller's: exchange_request_clear(). */
ExchangeResult exchange_take_request(int socket, ExchangeRequest *request);
void exchange_request_clear(ExchangeRequest *request);

bool exchange_send_receipt(int socket, const ExchangeReceipt *receipt);
ExchangeResult exchange_take_receipt(int socket, ExchangeReceipt *receipt);

/* ---- Files ----------------------------------------------------------------------------------- */

/* Writes all bytes; false with errno set if that is not possible. */
bool exchange_write(int file, const void *bytes, size_t length);

/* ---- Answers --------------------------------------------------------------------------------- */

/* Appends the answer to `out`: the documents (of TifaDocument) and the failures (of char *, may be NULL: what
 * inside the file could not be read), or instead of both the error, unless it is NULL. */
void exchange_encode_answer(GPtrArray *documents, GPtrArray *failures, const GError *error, GByteArray *out);

/* Adds what the answer holds to `documents` (at least one) and `failures`; false with the error that it
 * tells, or with TIFA_ERROR_SYSTEM if it is not an answer. */
bool exchange_decode_answer(const uint8_t *bytes, size_t length, GPtrArray *documents, GPtrArray *failures,
                            GError **error);
