/* wire.h - a document as bytes, to send it from one process to another.
 *
 * The form is private to one build of tifa (both ends are the same version) and is never stored. The
 * receiving end trusts nothing: wire_decode() checks every length and the document's invariants.
 */
#pragma once

#include "tifa.h"

/* Appends the document to `out`. */
void wire_encode(const TifaDocument *document, GByteArray *out);

/* Reads one document from exactly `length` bytes; NULL with TIFA_ERROR_SYSTEM if they are not one. */
TifaDocument *wire_decode(const uint8_t *bytes, size_t length, GError **error);
