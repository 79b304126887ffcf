/* document.h - building a document, the one object that all rooms share.
 *
 * A reader makes a document with document_new(), hands it block after block with document_add_block() and the
 * facts it meets with document_set_field(). From then on the text never changes. Invariants, checked by
 * document_is_sound():
 *   - the text is valid UTF-8 in NFC without NUL, and shorter than 4 GB;
 *   - it is the blocks in order, joined by one '\n' each; no block holds a '\n', and none is empty;
 *   - fields are valid UTF-8, not empty.
 */
#pragma once

#include "base/array.h"
#include "tifa.h"

/* A document without text. Free it with tifa_document_free(). */
TifaDocument *document_new(void);

/* Adds one block behind the present ones. `text` is any bytes: they are made valid (each bad byte becomes
 * U+FFFD, and a warning says so once), NFC, and one line: runs of white space become one blank, but for tabs
 * in a row and the full-width blanks U+3000 inside a line; white space at both ends goes. `block` gives
 * everything but the span. A block that is empty after that is not added. Returns false if the text would
 * reach 4 GB. */
bool document_add_block(TifaDocument *document, const TifaBlock *block, const char *text, size_t length,
                        GError **error);

/* Changes kind, level, article, insert, part or flags of a block that is already there; its span and text
 * stay. */
TifaBlock *document_block(TifaDocument *document, size_t index);

/* Sets a field unless `value` is empty; both strings are copied. A field that is already set is replaced. */
void document_set_field(TifaDocument *document, TifaField field, const char *value, const char *origin);

/* The same, but only where the field is not yet known: the first who knows wins. */
void document_offer_field(TifaDocument *document, TifaField field, const char *value, const char *origin);

/* Adds a warning in printf form. The same warning is kept once, and a hundred at most. */
void document_warn(TifaDocument *document, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* A link found in the document, kept for the record. Both strings are copied; text may be empty. */
void document_add_link(TifaDocument *document, const char *url, const char *text);

typedef struct {
    char *url, *text;
} DocumentLink;

/* The links in the order found. Lent. */
const DocumentLink *document_links(const TifaDocument *document, size_t *count);

/* Whether the invariants hold. Slow; for tests and for what comes from another process. */
bool document_is_sound(const TifaDocument *document);
