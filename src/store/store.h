/* store.h - the corpus file: one SQLite database, the only home of SQL.
 *
 * What stands where is said in schema.sql. Kept tables change only by adding and removing documents; derived
 * tables are filled from them by corpus/, passage by passage, and can be emptied and filled again. All
 * changes happen in a transaction (store_begin() ... store_commit()); what is committed survives a crash or a
 * power cut (WAL, synchronous = FULL). One writer at a time; readers go on meanwhile: a store opened to read
 * is that of one commit, the last before it was opened, until it is closed.
 *
 * Every function that returns bool returns false with an error on trouble; after that only store_rollback()
 * and store_close() make sense.
 */
#pragma once

#include "store/packed.h"
#include "text/document.h"

typedef struct Store Store;

typedef ARRAY(int64_t) StoreIds;

typedef enum {
    STORE_READ,
    STORE_WRITE,
    STORE_CREATE,  /* to write; the file is made if it is not there */
    STORE_REBUILD, /* to write; the file of an older version is opened too, for store_upgrade() */
} StoreMode;

/* Opens a corpus file. NULL with TIFA_ERROR_SYSTEM if there is none, or if it is not one. */
Store *store_open(const char *path, StoreMode mode, GError **error);
void store_close(Store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_close)

const char *store_path(const Store *store);

/* Brings the tables of an older version's file up to date: what is kept stays, the derived tables are then
 * empty. *is_upgraded says whether that was needed. In a transaction. */
bool store_upgrade(Store *store, bool *is_upgraded, GError **error);

bool store_begin(Store *store, GError **error);

/* Whether another has written between the last transaction and the one before. */
bool store_was_changed(const Store *store);

bool store_commit(Store *store, GError **error);
void store_rollback(Store *store);

/* A fact about the file, or NULL if it is not set or cannot be read. Free with g_free(). */
char *store_setting(Store *store, const char *key);
bool store_set_setting(Store *store, const char *key, const char *value, GError **error);

/* A digest of all documents with their fields and texts, whatever their order: 32 hexadecimal digits, kept up
 * to date as documents come and go. NULL if it cannot be read. Free with g_free(). */
char *store_contents(Store *store);

/* How many documents were added after that time (UTC, ISO 8601). */
bool store_count_since(Store *store, const char *time, int64_t *count, GError **error);

/* Questions kept under a name: one kept (a later one of that name replaces it), one forgotten (*found says
 * whether there was one), one read (NULL if there is none of that name; that is no error), all of them in the
 * order of their names. */
bool store_save_question(Store *store, const char *name, const char *question, GError **error);
bool store_forget_question(Store *store, const char *name, bool *found, GError **error);
bool store_find_question(Store *store, const char *name, char **question, GError **error);

/* Of TifaSaved; NULL on error. */
GPtrArray *store_list_questions(Store *store, GError **error);

/* The user's own dictionaries: one kept under a name (a later one of that name replaces it), one taken out
 * (*found says whether there was one), all of them in the order of their names. */
typedef struct {
    char *name, *text;
} StoreDictionary;

bool store_set_dictionary(Store *store, const char *name, const char *text, size_t length, GError **error);
bool store_remove_dictionary(Store *store, const char *name, bool *found, GError **error);

/* Of StoreDictionary; NULL on error. */
GPtrArray *store_list_dictionaries(Store *store, GError **error);

/* Runs SQLite's own check of the whole file; hands each complaint to `report`. */
typedef void StoreReport(const char *complaint, void *data);
bool store_check_integrity(Store *store, StoreReport *report, void *data, GError **error);

/* ---- Kept: sources and documents (documents.c) ----------------------------------------------- */

/* One row of the list of documents. The strings are owned; NULL where unknown, or where fields were not asked
 * for. */
typedef struct {
    int64_t id, first_passage, end_passage;
    size_t index; /* in the list */
    bool is_traditional, has_fields;
    char *title, *date, *issuer, *number, *lang, *format, *path;
} StoreDocument;

void store_document_free(StoreDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StoreDocument, store_document_free)

/* The id of the source with that SHA-256, 0 if there is none. Its path goes to *path (may be NULL; free it).
 */
bool store_find_source(Store *store, const char *digest, int64_t *id, char **path, GError **error);
bool store_add_source(Store *store, const char *digest, const char *path, uint64_t size, int64_t *id,
                      GError **error);

/* Adds a document with its fields, warnings, links and passages; `ordinal` is its place in the file, from 1.
 * *added gets its id, passages and script. */
bool store_add_document(Store *store, int64_t source, unsigned ordinal, const TifaDocument *document,
                        StoreDocument *added, GError **error);

/* All documents in the order they were added, of StoreDocument, without their fields; NULL on error. */
GPtrArray *store_list_documents(Store *store, GError **error);

/* Reads the fields of one listed document, or of all of them at once, where they are not read yet. */
bool store_fill_document(Store *store, StoreDocument *document, GError **error);
bool store_fill_documents(Store *store, GPtrArray *documents, GError **error);

/* Hands out a field ("title", "level" ..., or "path") of each document that has it, in the order of
 * documents; ends early when `visit` returns false and sets no error. */
typedef bool StoreFieldVisit(int64_t document, const char *value, void *data, GError **error);
bool store_each_field(Store *store, const char *name, StoreFieldVisit *visit, void *data, GError **error);

/* The document as it was read; NULL if there is none with that id (an error too). */
TifaDocument *store_load_document(Store *store, int64_t id, GError **error);

/* Calls `walk` with every field of every document, ordered by document and name; the strings are lent until
 * it returns. */
typedef void StoreFieldWalk(int64_t document, const char *name, const char *value, const char *origin,
                            void *data);
bool store_walk_fields(Store *store, StoreFieldWalk *walk, void *data, GError **error);

/* ---- Kept: what people say of two documents (relations.c) -------------------------------------- */

/* Keeps one statement about a pair, in place of what was said of it before, either way round. `kind` as in
 * schema.sql. */
bool store_set_relation(Store *store, int64_t document, int64_t other, const char *kind, GError **error);

/* Forgets what was said of a pair; *kind gets it (free it), NULL if there was nothing. */
bool store_remove_relation(Store *store, int64_t document, int64_t other, char **kind, GError **error);

/* Calls `visit` with every statement, ordered by document and other. */
typedef void StoreRelationVisit(int64_t document, int64_t other, const char *kind, void *data);
bool store_each_relation(Store *store, StoreRelationVisit *visit, void *data, GError **error);

/* ---- Passages (documents.c) ------------------------------------------------------------------ */

typedef struct {
    int64_t id, document;
    uint32_t start; /* of its text in the document's text */
    uint16_t kind, level, article, insert, part;
    uint32_t page;
    const char *text; /* lent until the next passage is asked for */
    size_t length;
} StorePassage;

/* Reads one passage. */
bool store_get_passage(Store *store, int64_t id, StorePassage *passage, GError **error);

/* Which article a passage belongs to, as one number for each article of a document and 0 for none, without
 * touching texts that are lent. */
bool store_get_article(Store *store, int64_t passage, int64_t *article, GError **error);

/* Walks first <= id < end in order; the walk ends early, without error, when `visit` returns false and sets
 * none. */
typedef bool StoreVisit(const StorePassage *passage, void *data, GError **error);
bool store_each_passage(Store *store, int64_t first, int64_t end, StoreVisit *visit, void *data,
                        GError **error);

/* The same for the passages of a list, in its order; one that is missing is an error. The list must not
 * change meanwhile. */
bool store_each_listed(Store *store, const StoreIds *ids, StoreVisit *visit, void *data, GError **error);

/* ---- Derived (derived.c) --------------------------------------------------------------------- */

/* Empties the layers named (a sum of TifaLayer). */
bool store_clear_layers(Store *store, int layers, GError **error);

/* Adds a passage's text to the full text; ids ascend. It is found after the commit. */
bool store_add_fulltext(Store *store, int64_t passage, bool is_traditional, const char *text, size_t length,
                        GError **error);

/* Adds a passage's tokens (`count` of them, spans in `text`). They are found after the commit. */
bool store_add_tokens(Store *store, int64_t passage, const char *text, const TifaToken *tokens, size_t count,
                      GError **error);

/* Ends a document, once the tokens of all its passages have been added. */
bool store_end_tokens(Store *store, int64_t document, GError **error);

/* The number in this file of a concept, added if it is new. */
bool store_add_concept(Store *store, const TifaConcept *concept, int64_t *number, GError **error);
bool store_add_tag(Store *store, int64_t concept, int64_t passage, TifaSpan span, bool is_nested,
                   GError **error);

/* Keeps a document's sketch; part of the layer TIFA_LAYER_FULLTEXT (sketch.c). */
bool store_add_sketch(Store *store, int64_t document, const TifaSketch *sketch, GError **error);

/* The documents whose sketches may be like this one, each once, in the order of their ids. */
bool store_find_sketches(Store *store, const TifaSketch *sketch, StoreIds *documents, GError **error);

/* A document's sketch; empty if there is none. */
bool store_get_sketch(Store *store, int64_t document, TifaSketch *sketch, GError **error);

/* Removes a document, what is derived from it, and its source when no document of it is left. */
bool store_remove_document(Store *store, int64_t id, GError **error);

/* Merges the full text's segments after a bulk load, so that questions need fewer reads. */
bool store_optimize(Store *store, GError **error);

/* ---- Looking things up (fulltext.c, lookup.c) ------------------------------------------------ */

/* Calls `visit` with each passage that matches the FTS5 expression, in order, and the number of places where
 * the expression's phrases stand in it. Ends early when `visit` returns false and sets no error. */
typedef bool StoreMatch(int64_t passage, unsigned places, void *data, GError **error);
bool store_match(Store *store, const char *expression, StoreMatch *match, void *data, GError **error);

/* The same, faster, for those who look at the text: some number of places is handed over, and a passage may
 * be among them that holds most of a phrase only. */
bool store_match_rows(Store *store, const char *expression, StoreMatch *match, void *data, GError **error);

/* The number of the concept with that name, 0 if no tag can be of it. */
bool store_find_concept(Store *store, const char *name, int64_t *number, GError **error);

/* A concept's tags in text order. */
typedef bool StoreTagVisit(int64_t passage, TifaSpan span, bool is_nested, void *data, GError **error);
bool store_each_tag(Store *store, int64_t concept, StoreTagVisit *visit, void *data, GError **error);

/* All tags, by the numbers of their concepts and then in text order; as store_each_tag(), in one statement.
 */
typedef bool StoreAnyTagVisit(int64_t concept, int64_t passage, TifaSpan span, bool is_nested, void *data,
                              GError **error);
bool store_each_any_tag(Store *store, StoreAnyTagVisit *visit, void *data, GError **error);

/* A concept of the file by its number there; the strings are lent until `visit` returns. */
typedef struct {
    int64_t number;
    const char *name, *zh, *en, *category;
} StoreConcept;

/* Walks all concepts that texts were tagged with, in the order of their numbers; as store_each_tag(). */
typedef bool StoreConceptVisit(const StoreConcept *concept, void *data, GError **error);
bool store_each_concept(Store *store, StoreConceptVisit *visit, void *data, GError **error);

/* Numbers of rows, for checks: names a table of schema.sql. */
bool store_count_rows(Store *store, const char *table, int64_t *count, GError **error);

/* ---- Tokens and terms (tokens.c) ------------------------------------------------------------- */

/* Appends the ends of a passage's sentences, as byte offsets in its text; nothing if it has no tokens. */
typedef ARRAY(uint32_t) StoreOffsets;
bool store_get_sentences(Store *store, int64_t passage, StoreOffsets *ends, GError **error);

/* Puts the terms of a passage's tokens into *terms, in order, instead of what is there. The tokens' texts
 * joined are the passage's text, so the lengths of the terms say where each token stands. */
typedef ARRAY(uint32_t) StoreTermIds;
bool store_get_tokens(Store *store, int64_t passage, StoreTermIds *terms, GError **error);

/* The same for all passages first <= id < end, in order; the ids are lent to `visit`. The walk ends early,
 * without error, when `visit` returns false and sets none. */
typedef bool StoreTokensVisit(int64_t passage, const StoreTermIds *terms, void *data, GError **error);
bool store_each_tokens(Store *store, int64_t first, int64_t end, StoreTokensVisit *visit, void *data,
                       GError **error);

/* The same for the passages that match the FTS5 expression (store_match()). A passage without token layer has
 * no terms. */
bool store_match_tokens(Store *store, const char *expression, StoreTokensVisit *visit, void *data,
                        GError **error);

/* A term: a token as it is written. Ids run from 1 without a gap; the text is lent until the next term is
 * asked for. */
typedef struct {
    uint32_t id;
    TifaTokenKind kind;
    const char *text;
    size_t length;
} StoreTerm;

/* Walks all terms in the order of their ids; as store_each_tokens(). */
typedef bool StoreTermVisit(const StoreTerm *term, void *data, GError **error);
bool store_each_term(Store *store, StoreTermVisit *visit, void *data, GError **error);

/* The term of an id. */
bool store_get_term(Store *store, uint32_t id, StoreTerm *term, GError **error);

/* The id of the term that is written so, 0 if no token is. */
bool store_find_term(Store *store, const char *text, size_t length, uint32_t *id, GError **error);

/* The terms of one document with their counts, read one by one with store_next_count(). */
typedef struct {
    uint32_t words; /* how many of its tokens are words or numbers */
    uint32_t id;    /* the term read last */
    Packed rest;
} StoreCounts;

/* Lent until the next document is asked for; without terms if the document has no token layer. */
bool store_get_document_terms(Store *store, int64_t document, StoreCounts *counts, GError **error);

/* The next term by id, and how many tokens of the document it is; false after the last. */
static inline bool store_next_count(StoreCounts *counts, uint32_t *term, uint32_t *count)
{
    uint32_t distance;
    if (!packed_next_count(&counts->rest, &distance, count))
        return false;
    *term = counts->id += distance;
    return true;
}
