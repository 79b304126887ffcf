/* token_batch.h - tokens of whole documents, gathered in memory until they are written.
 *
 * When they are written, the terms that are new get the next ids, the frequent ones first: so frequent terms
 * of the whole file have small ids, which take little room. */
#pragma once

#include "store/terms.h"
#include "text/document.h"

#include <sqlite3.h>

typedef struct Store Store;

/* What was gathered of a passage ends here; it begins where the one before ends. */
typedef struct {
    int64_t passage;
    size_t tokens;    /* its end in TokenBatch.tokens */
    size_t sentences; /* its end in TokenBatch.sentences */
} GatheredPassage;

typedef struct {
    int64_t document;
    size_t passages; /* its end in TokenBatch.passages */
} GatheredDocument;

typedef struct {
    Terms *terms;           /* those of the file, and new ones */
    uint32_t last_id;       /* that a term has */
    ARRAY(uint32_t) tokens; /* indices of terms; ids of terms while they are written */
    ARRAY(GatheredPassage) passages;
    ARRAY(GatheredDocument) documents;
    GByteArray *sentences;        /* as in passage_tokens */
    ARRAY(uint32_t) counts;       /* by id, in the document being written; 0 between documents */
    ARRAY(uint32_t) counted;      /* the ids that have a count */
    GByteArray *lengths, *packed; /* of the row being written */
} TokenBatch;

/* The batch that the store gathers in, made with the terms of the file; NULL on error. Lent. */
TokenBatch *token_batch_of(Store *store, GError **error);
void token_batch_free(TokenBatch *batch);

/* Writes what was gathered. */
bool token_batch_write(Store *store, GError **error);
