/* corpus.h - inside corpus/: the open corpus and what its files share. */
#pragma once

#include "base/error.h"
#include "store/store.h"

/* Bump when src/store/cut.c or base/fold cuts text differently: the full text of older files is then stale.
 */
#define CORPUS_FULLTEXT_STAMP "pairs 1"

struct TifaCorpus {
    Store *store;
    GPtrArray *documents;     /* of StoreDocument, by id; NULL until asked for */
    TifaSegmenter *segmenter; /* NULL until asked for */
    TifaConcepts *concepts;   /* NULL until asked for */
    int64_t *numbers;         /* of each concept in the file, 0 not known yet; NULL until tags are added */
};

/* The documents, read when first asked for; `has_fields` wants the fields of all of them too. Lent; NULL on
 * error. */
GPtrArray *corpus_documents(TifaCorpus *corpus, bool has_fields, GError **error);

/* The document a passage belongs to; the list must have been read. NULL if the file is damaged. */
StoreDocument *corpus_document_of(const TifaCorpus *corpus, int64_t passage);

/* The segmenter and the dictionary in force, with what the corpus adds to the installed ones; loaded when
 * first asked for. Lent; NULL on error. */
TifaSegmenter *corpus_segmenter(TifaCorpus *corpus, GError **error);
TifaConcepts *corpus_concepts(TifaCorpus *corpus, GError **error);

/* Those of the listed documents that are chosen, by their index (NULL: all). Free with tifa_entries_free().
 */
TifaEntries *corpus_entries(GPtrArray *documents, const bool *is_chosen);

/* Forgets the segmenter after the words of the corpus have changed. */
void corpus_forget_segmenter(TifaCorpus *corpus);

/* What a listed document is in the public interface. */
TifaEntry corpus_entry(const StoreDocument *document);

/* Forgets the list of documents after the corpus has changed. */
void corpus_forget_documents(TifaCorpus *corpus);

/* Takes back what was not committed, and forgets what was known of it. */
void corpus_rollback(TifaCorpus *corpus);

/* ---- layers.c -------------------------------------------------------------------------------- */

/* Fills layers (a sum of TifaLayer) for one document that stands in the corpus as `stored`. */
bool layers_fill(TifaCorpus *corpus, const TifaDocument *document, const StoreDocument *stored, int layers,
                 GError **error);

/* Records what the layers were made with; `only_new` leaves the stamps alone that a corpus already has, so
 * that a corpus to which another dictionary added stays known as mixed. */
bool layers_stamp(TifaCorpus *corpus, int layers, bool only_new, GError **error);

/* ---- duplicates.c ---------------------------------------------------------------------------- */

/* Warns in a document that is about to be added, and whose sketch this is, if the corpus has its text
 * already, or one that is nearly the same. */
bool duplicates_warn(TifaCorpus *corpus, TifaDocument *document, const TifaSketch *sketch, GError **error);

/* ---- files.c --------------------------------------------------------------------------------- */

/* The files that paths name: a file for itself, a folder for all files below it that are of a kind tifa
 * reads, in the order of their names, hidden ones left out. */
typedef struct {
    GPtrArray *paths;   /* of char *, to be read */
    GPtrArray *skipped; /* of char *, of other kinds */
    GPtrArray *images;  /* of char *; the same as `paths` if images are read */
} FileList;

FileList files_collect(const char *const *paths, bool reads_images);
void files_clear(FileList *files);
