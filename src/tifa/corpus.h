/* corpus.h - the corpus: documents kept in one file. A part of tifa.h. */
#pragma once

#include "tifa/comparison.h"
#include "tifa/concepts.h"
#include "tifa/document.h"
#include "tifa/words.h"

G_BEGIN_DECLS

/* ---- Rooms joined ---------------------------------------------------------------------------- */

/* Tags a text with the words that the segmenter cuts it into as hints; what the corpus does on adding. `date`
 * may be NULL. */
TIFA_API void tifa_tag(const TifaConcepts *concepts, TifaSegmenter *segmenter, const char *text,
                       size_t length, const char *date, TifaTags *tags);

/* What tifa_tag() decides about every label that stands in the text. */
TIFA_API void tifa_why(const TifaConcepts *concepts, TifaSegmenter *segmenter, const char *text,
                       size_t length, const char *date, TifaVerdicts *verdicts);

/* The document of a file ("-": standard input) that holds just one; the caller's. */
TIFA_API TifaDocument *tifa_read_one(const char *path, GError **error);

/* A cutter for tifa_compare() that cuts with the segmenter, which must outlive it. */
TIFA_API TifaCutter tifa_cutter(TifaSegmenter *segmenter);

/* ---- The corpus ------------------------------------------------------------------------------ */

/* One corpus is one SQLite file. Any number may read it while one writes. */
typedef struct TifaCorpus TifaCorpus;

typedef enum {
    TIFA_CORPUS_READ,
    TIFA_CORPUS_WRITE,
    TIFA_CORPUS_CREATE,  /* to write; made if it is not there */
    TIFA_CORPUS_REBUILD, /* to write; one that an older version made is opened too, for tifa_corpus_rebuild()
                          */
} TifaCorpusMode;

TIFA_API TifaCorpus *tifa_corpus_open(const char *path, TifaCorpusMode mode, GError **error);
TIFA_API void tifa_corpus_close(TifaCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaCorpus, tifa_corpus_close)

typedef enum {
    TIFA_OUTCOME_ADDED,
    TIFA_OUTCOME_KNOWN,   /* the same bytes are in the corpus already */
    TIFA_OUTCOME_SKIPPED, /* met in a folder, and of a kind that tifa does not read */
    TIFA_OUTCOME_IMAGE,   /* met in a folder, and read only with TifaReaderOptions.ocr */
    TIFA_OUTCOME_FAILED,
    TIFA_OUTCOME_COUNT
} TifaOutcome;

/* What became of one file. What is reported as added is safely on disk. */
typedef struct {
    TifaOutcome outcome;
    const char *path;
    const char *message;  /* FAILED: the whole error; KNOWN: the path it was first added from; else "" */
    GPtrArray *documents; /* ADDED: of TifaDocument, lent; else NULL */
    size_t done, files;   /* files finished so far, this one included, and in all */
} TifaAdding;

typedef struct {
    TifaReaderOptions reader;
    unsigned commit_every; /* files that share a commit at most; 0: as many as come in two seconds */
    void (*report)(const TifaAdding *adding, void *data); /* called for every file, in order; may be NULL */
    void (*warn)(const char *warning,
                 void *data);       /* called if the system lacks some protection; may be NULL */
    bool (*is_stopped)(void *data); /* asked again and again; once true, what is done is made safe and
                                       reported, and the rest left; may be NULL */
    void *data;
} TifaAddOptions;

/* Adds files and, recursively, folders. One file is added whole or not at all; a bad file is reported and the
 * rest goes on. Returns false only where going on makes no sense (disk full, damaged corpus); *failed gets
 * the number of files that could not be added. May be interrupted and repeated at any time. */
TIFA_API bool tifa_corpus_add(TifaCorpus *corpus, const char *const *paths, const TifaAddOptions *options,
                              size_t *failed, GError **error);

/* One document of the corpus in short; strings lent, NULL where unknown. */
typedef struct {
    int64_t id;
    const char *title, *date, *issuer, *number, *language, *format, *path;
    size_t passages;
} TifaEntry;

/* All documents, in the order they were added. */
typedef struct TifaEntries TifaEntries;
TIFA_API TifaEntries *tifa_corpus_list(TifaCorpus *corpus, GError **error);
TIFA_API void tifa_entries_free(TifaEntries *entries);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaEntries, tifa_entries_free)
TIFA_API size_t tifa_entries_count(const TifaEntries *entries);
TIFA_API TifaEntry tifa_entries_get(const TifaEntries *entries, size_t index);

/* The id of the one document that `name` names: its id, its 发文字号, its path or the end of it, or its title
 * or a part of it that no other title has. 0 with TIFA_ERROR_INPUT if there is none or more than one. */
TIFA_API int64_t tifa_corpus_resolve(TifaCorpus *corpus, const char *name, GError **error);

/* A document as it was read; the caller's. */
TIFA_API TifaDocument *tifa_corpus_get(TifaCorpus *corpus, int64_t id, GError **error);
TIFA_API bool tifa_corpus_remove(TifaCorpus *corpus, int64_t id, GError **error);

/* The concepts that the corpus is tagged with: the installed dictionary's and its own. Lent. */
TIFA_API const TifaConcepts *tifa_corpus_concepts(TifaCorpus *corpus, GError **error);

/* Makes a dictionary part of the corpus, which carries it from then on, or takes one out again by its name.
 * Tags change with the next tifa_corpus_rebuild(). A dictionary with faults is refused. */
TIFA_API bool tifa_corpus_adopt(TifaCorpus *corpus, const TifaConceptSource *dictionary, GError **error);
TIFA_API bool tifa_corpus_drop(TifaCorpus *corpus, const char *name, GError **error);

/* Makes NULL-ended words the corpus's own, instead of those it had: each is one word wherever it stands in
 * its texts, as with tifa_segmenter_add_words(). None at all takes them away. Words change with the next
 * tifa_corpus_rebuild(). The labels of adopted dictionaries, of three Chinese characters or more and without
 * guards, are words too. */
TIFA_API bool tifa_corpus_set_words(TifaCorpus *corpus, const char *const *words, GError **error);

/* Those words. Free with g_strfreev(). */
TIFA_API char **tifa_corpus_words(TifaCorpus *corpus);

/* Adds to a method what the corpus is: its file, documents, years and contents, and what cut and tagged it.
 */
TIFA_API bool tifa_corpus_describe(TifaCorpus *corpus, TifaMethod *method, GError **error);

/* What can be made again from the kept texts. */
typedef enum {
    TIFA_LAYER_FULLTEXT = 1,
    TIFA_LAYER_TOKENS = 2,
    TIFA_LAYER_TAGS = 4,
    TIFA_LAYER_ALL = 7,
} TifaLayer;

/* Makes layers (a sum of TifaLayer) anew, all or nothing; all of them where an older version made the file.
 * `progress` (may be NULL) is called after each document; when it returns false, the work is given up, with
 * an error, and the corpus as it was. */
typedef bool TifaProgress(size_t done, size_t of, void *data);
TIFA_API bool tifa_corpus_rebuild(TifaCorpus *corpus, int layers, TifaProgress *progress, void *data,
                                  GError **error);

/* Those of the layers that were made by another cutter or dictionary than the installed ones: what they
 * answer may differ from what a rebuild would give. 0 if there are none; -1 on error. */
TIFA_API int tifa_corpus_stale(TifaCorpus *corpus, int layers, GError **error);

/* What an answer rests on: equal states, equal answers. Strings are NULL where the file does not say. */
typedef struct {
    size_t documents;
    char *contents; /* a digest of all documents with their facts, whatever their order */
    char *fulltext, *segmenter, *concepts; /* the stamps of the layers: what they were made with */
} TifaCorpusState;

TIFA_API bool tifa_corpus_state(TifaCorpus *corpus, TifaCorpusState *state, GError **error);
TIFA_API void tifa_corpus_state_clear(TifaCorpusState *state);

/* How many documents came in after that time (UTC, ISO 8601); -1 on error. */
TIFA_API int64_t tifa_corpus_added_since(TifaCorpus *corpus, const char *time, GError **error);

/* What tifa_corpus_check() found; each string is one sentence. */
typedef struct {
    char **problems; /* damage: a restore or a rebuild is needed; empty if all is well */
    char **remarks; /* stale layers, gaps in coverage: years without documents, missing numbers of a 〔year〕
                       series */
    size_t documents, passages, terms, tags; /* terms: different words */
} TifaHealth;

TIFA_API TifaHealth *tifa_corpus_check(TifaCorpus *corpus, GError **error);
TIFA_API void tifa_health_free(TifaHealth *health);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaHealth, tifa_health_free)

/* ---- Printing -------------------------------------------------------------------------------- */

TIFA_API bool tifa_print_entries(const TifaPrinter *printer, const TifaEntries *entries, GError **error);

TIFA_API bool tifa_print_adding(const TifaPrinter *printer, const TifaAdding *adding, GError **error);

TIFA_API bool tifa_print_health(const TifaPrinter *printer, const TifaHealth *health, GError **error);

G_END_DECLS
