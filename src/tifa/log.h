/* log.h - which questions were asked, on what, and what came of them. A part of tifa.h.
 *
 * The log is one file of the user's, not of the corpus: a corpus may be read-only or belong to many, and what
 * one asks is one's own. It is $XDG_STATE_HOME/tifa/log.jsonl (else below ~/.local/state), a line of JSON a
 * question, appended whole, so that several programs may write; a long one begins anew and leaves the older
 * half as log.jsonl.old. TIFA_LOG names another file; empty, it switches the log off. */
#pragma once

#include "tifa/corpus.h"

G_BEGIN_DECLS

/* One question that was asked. */
typedef struct {
    char *id;      /* an entry takes the place of an earlier one of its id: asked, then answered; or NULL */
    char *time;    /* UTC, ISO 8601 */
    char *corpus;  /* its whole path */
    char *command; /* "find", "count" */
    char **arguments; /* what stood behind it, without what only changes how it is printed; NULL-ended */
    char *question;
    int64_t hits; /* places in all, -1 if they were not counted */
    char *digest; /* of the answer as it was shown; NULL while it is not known: it was not read to the end */
    TifaCorpusState state;
    char *version; /* of tifa */
} TifaLogEntry;

TIFA_API void tifa_log_entry_free(TifaLogEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaLogEntry, tifa_log_entry_free)

/* The log's file, NULL if it is switched off. Free with g_free(). */
TIFA_API char *tifa_log_path(void);

/* Arguments as one types them in a shell, with blanks between. Free with g_free(). */
TIFA_API char *tifa_log_command_line(char *const *arguments);

/* Adds a question, unless the log is switched off. */
TIFA_API bool tifa_log_add(const TifaLogEntry *entry, GError **error);

/* The questions to the corpus at that path, of TifaLogEntry, the oldest first; free with g_ptr_array_unref().
 * Without a log there are none. NULL on error. */
TIFA_API GPtrArray *tifa_log_read(const char *corpus, GError **error);

/* The same of the log in that file. */
TIFA_API GPtrArray *tifa_log_read_file(const char *path, const char *corpus, GError **error);

/* ---- Printing -------------------------------------------------------------------------------- */

TIFA_API bool tifa_print_log(const TifaPrinter *printer, const GPtrArray *entries, GError **error);

G_END_DECLS
