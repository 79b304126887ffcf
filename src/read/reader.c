/* The reader: a queue of files in the order they were handed in, and the helpers that work on its head.
 *
 * Work is done in tifa_reader_submit() and tifa_reader_next() only; there is no thread. What has been read
 * and not been handed back is bounded: a helper that is too far ahead of the oldest file waits. */
#include "base/array.h"
#include "base/error.h"
#include "read/helper.h"
#include "text/exchange.h"
#include "tifa.h"

#include <poll.h>
#include <string.h>

#define MEGABYTE (1024ull * 1024)

enum {
    AHEAD_FILES = 64, /* files at most between the oldest and the newest that is worked on */
    MOST_JOBS = 1024,
    MOST_SECONDS = 24 * 60 * 60,
};

/* Bytes of answers waiting to be handed back, beyond which no file is begun. */
static const size_t AHEAD_BYTES = 64 * MEGABYTE;

/* Beyond this no text fits its offsets. */
static const uint64_t MOST_SIZE = 2048 * MEGABYTE;

typedef struct {
    TifaReading *reading;
    Source source; /* while a helper has it */
    size_t kept;   /* bytes of its answer, once it is done */
    bool is_done;
} Job;

/* A place for a helper at work. */
typedef struct {
    Helper *helper; /* NULL until needed, and after one failed */
    size_t job;     /* number of the job it works on */
    bool is_busy;
} Worker;

struct TifaReader {
    TifaReaderOptions options;
    HelperLimits limits;
    ARRAY(Job) jobs; /* items[first] is the oldest pending, items[next] the oldest not begun */
    size_t first, next;
    size_t kept; /* bytes of answers of jobs that are done */
    ARRAY(Worker) workers;
    char *warning;
};

/* ---- Making ---------------------------------------------------------------------------------- */

/* What a helper may use follows from the largest file: parsers need a few times its bytes, recognition some
 * hundred megabytes for pictures and models. */
static HelperLimits limits_of(const TifaReaderOptions *options)
{
    return (HelperLimits){
        .seconds = options->seconds,
        .ocr = options->ocr,
        .memory = MAX((options->ocr ? 1024 : 512) * MEGABYTE, 8 * options->max_size),
        .output = MAX(128 * MEGABYTE, 2 * options->max_size),
    };
}

/* The options with what is left open filled in. */
static TifaReaderOptions complete(TifaReaderOptions options)
{
    options.jobs = CLAMP(options.jobs ? options.jobs : g_get_num_processors(), 1, MOST_JOBS);
    unsigned usual = options.ocr ? 600 : 60;
    options.seconds = MIN(options.seconds ? options.seconds : usual, MOST_SECONDS);
    options.max_size = MIN(options.max_size ? options.max_size : 64 * MEGABYTE, MOST_SIZE);
    return options;
}

TifaReader *tifa_reader_new(const TifaReaderOptions *options, GError **error)
{
    TifaReader *reader = g_new0(TifaReader, 1);
    reader->options = complete(options ? *options : (TifaReaderOptions){0});
    reader->limits = limits_of(&reader->options);
    for (unsigned i = 0; i < reader->options.jobs; i++)
        array_push(&reader->workers, ((Worker){0}));
    Helper *helper = helper_start(&reader->limits, error);
    reader->workers.items[0].helper = helper;
    if (helper && helper_wait_ready(helper, error)) {
        reader->warning = g_strdup(helper_warning(helper));
        return reader;
    }
    tifa_reader_free(reader);
    return NULL;
}

void tifa_reader_free(TifaReader *reader)
{
    if (!reader)
        return;
    for (size_t i = 0; i < reader->workers.length; i++)
        helper_free(reader->workers.items[i].helper);
    for (size_t i = reader->first; i < reader->jobs.length; i++) {
        source_clear(&reader->jobs.items[i].source);
        tifa_reading_free(reader->jobs.items[i].reading);
    }
    array_clear(&reader->workers);
    array_clear(&reader->jobs);
    g_free(reader->warning);
    g_free(reader);
}

const char *tifa_reader_warning(const TifaReader *reader)
{
    return reader->warning;
}

/* ---- One job --------------------------------------------------------------------------------- */

/* The name a message gives to a path. Free with g_free(). */
static char *display_name(const char *path)
{
    return strcmp(path, "-") == 0 ? g_strdup("standard input") : g_filename_display_name(path);
}

/* Ends a job without documents; takes `trouble`. */
static void end_with_error(Job *job, GError *trouble)
{
    g_autofree char *name = display_name(job->reading->path);
    g_clear_pointer(&job->reading->documents, g_ptr_array_unref);
    g_clear_pointer(&job->reading->failures, g_ptr_array_unref);
    fail_in(&trouble, name);
    job->reading->error = trouble;
    source_clear(&job->source);
    job->is_done = true;
}

/* Ends a job with what the helper answered. Returns false if the answer makes the helper suspect. */
static bool end_with_answer(TifaReader *reader, Job *job, GBytes *answer)
{
    TifaReading *reading = job->reading;
    GError *trouble = NULL;
    size_t length;
    const uint8_t *bytes = g_bytes_get_data(answer, &length);
    reading->documents = g_ptr_array_new_with_free_func((GDestroyNotify)tifa_document_free);
    reading->failures = g_ptr_array_new_with_free_func(g_free);
    if (!exchange_decode_answer(bytes, length, reading->documents, reading->failures, &trouble)) {
        bool is_trusted = trouble->code == TIFA_ERROR_INPUT;
        end_with_error(job, trouble);
        return is_trusted;
    }
    job->kept = length;
    reader->kept += length;
    source_clear(&job->source);
    job->is_done = true;
    return true;
}

/* Opens the job's file; ends the job if that is not possible. */
static bool open_job(const TifaReader *reader, Job *job)
{
    GError *trouble = NULL;
    if (!source_take(job->reading->path, reader->options.max_size, &job->source, &trouble)) {
        end_with_error(job, trouble);
        return false;
    }
    job->reading->digest = g_strdup(job->source.digest);
    job->reading->size = job->source.size;
    return true;
}

/* ---- Helpers at work ------------------------------------------------------------------------- */

static void drop_helper(Worker *worker)
{
    g_clear_pointer(&worker->helper, helper_free);
}

/* Hands the job's source to the worker, on a fresh helper if its own is gone. */
static bool send_job(const TifaReader *reader, Worker *worker, const Job *job, GError **error)
{
    const char *path = job->reading->path;
    g_autofree char *name = strcmp(path, "-") == 0 ? g_strdup("") : g_path_get_basename(path);
    for (int attempt = 0; attempt < 2; attempt++) {
        if (!worker->helper)
            worker->helper = helper_start(&reader->limits, error);
        if (!worker->helper)
            return false;
        if (helper_send(worker->helper, &job->source, name))
            return true;
        drop_helper(worker);
    }
    return fail(error, TIFA_ERROR_SYSTEM, "the reading program does not take files; install tifa again");
}

static bool is_any_busy(const TifaReader *reader)
{
    for (size_t i = 0; i < reader->workers.length; i++)
        if (reader->workers.items[i].is_busy)
            return true;
    return false;
}

/* Begins the next job. Returns false if the worker cannot, now, and another one is at work. */
static bool begin_job(TifaReader *reader, Worker *worker)
{
    Job *job = &reader->jobs.items[reader->next];
    GError *trouble = NULL;
    if (job->source.file < 0 && !open_job(reader, job)) {
        reader->next++;
        return true;
    }
    worker->is_busy = send_job(reader, worker, job, &trouble);
    worker->job = reader->next;
    if (!worker->is_busy && is_any_busy(reader)) { /* no process to be had: go on with fewer */
        g_clear_error(&trouble);
        return false;
    }
    reader->next++;
    if (!worker->is_busy)
        end_with_error(job, trouble);
    return true;
}

static bool may_begin(const TifaReader *reader)
{
    return reader->next < reader->jobs.length && reader->next - reader->first < AHEAD_FILES &&
           (reader->kept < AHEAD_BYTES || reader->next == reader->first);
}

/* Gives every idle worker a job, as far as there are any. */
static void begin_jobs(TifaReader *reader)
{
    for (size_t i = 0; i < reader->workers.length; i++) {
        Worker *worker = &reader->workers.items[i];
        while (!worker->is_busy && may_begin(reader))
            if (!begin_job(reader, worker))
                return;
    }
}

/* Looks what became of a busy worker's job. */
static void collect(TifaReader *reader, Worker *worker)
{
    Job *job = &reader->jobs.items[worker->job];
    g_autoptr(GBytes) answer = NULL;
    GError *trouble = NULL;
    HelperState state = helper_collect(worker->helper, &answer, &trouble);
    if (state == HELPER_WORKS)
        return;
    worker->is_busy = false;
    bool is_trusted = state != HELPER_FAILED && end_with_answer(reader, job, answer);
    if (!is_trusted || state == HELPER_RETIRES)
        drop_helper(worker);
    if (state == HELPER_FAILED)
        end_with_error(job, trouble);
}

static void collect_all(TifaReader *reader)
{
    for (size_t i = 0; i < reader->workers.length; i++)
        if (reader->workers.items[i].is_busy)
            collect(reader, &reader->workers.items[i]);
}

/* Sleeps until a busy helper has something to say or is too late; false if a signal came first. */
static bool wait_for_helpers(const TifaReader *reader)
{
    struct pollfd waits[MOST_JOBS];
    nfds_t count = 0;
    int64_t deadline = INT64_MAX;
    for (size_t i = 0; i < reader->workers.length; i++) {
        const Worker *worker = &reader->workers.items[i];
        if (!worker->is_busy)
            continue;
        waits[count++] = (struct pollfd){.fd = helper_socket(worker->helper), .events = POLLIN};
        deadline = MIN(deadline, helper_deadline(worker->helper));
    }
    int64_t left = deadline - g_get_monotonic_time();
    return count == 0 || left <= 0 || poll(waits, count, (int)MIN(left / 1000 + 1, G_MAXINT)) >= 0;
}

/* ---- The queue ------------------------------------------------------------------------------- */

void tifa_reader_submit(TifaReader *reader, const char *path)
{
    Job job = {.reading = g_new0(TifaReading, 1), .source.file = -1};
    job.reading->path = g_strdup(path);
    array_push(&reader->jobs, job);
    collect_all(reader);
    begin_jobs(reader);
}

size_t tifa_reader_pending(const TifaReader *reader)
{
    return reader->jobs.length - reader->first;
}

/* Gives the room of the jobs handed back to those still to come. */
static void forget_first_jobs(TifaReader *reader)
{
    size_t gone = reader->first;
    if (gone < 1024 || gone < reader->jobs.length / 2)
        return;
    memmove(reader->jobs.items, reader->jobs.items + gone, (reader->jobs.length - gone) * sizeof(Job));
    reader->jobs.length -= gone;
    reader->next -= gone;
    for (size_t i = 0; i < reader->workers.length; i++)
        reader->workers.items[i].job -= gone;
    reader->first = 0;
}

bool tifa_reader_wait(TifaReader *reader)
{
    while (reader->first < reader->jobs.length) {
        collect_all(reader);
        begin_jobs(reader);
        if (reader->jobs.items[reader->first].is_done)
            return true;
        if (!wait_for_helpers(reader))
            return false;
    }
    return true;
}

TifaReading *tifa_reader_next(TifaReader *reader)
{
    if (reader->first == reader->jobs.length)
        return NULL;
    while (!tifa_reader_wait(reader))
        ;
    Job *job = &reader->jobs.items[reader->first++];
    TifaReading *reading = g_steal_pointer(&job->reading);
    reader->kept -= job->kept;
    begin_jobs(reader);
    forget_first_jobs(reader);
    return reading;
}
