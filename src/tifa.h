/* tifa.h - the public interface of libtifa: reading, cutting, tagging, comparing and searching policy
 * documents.
 *
 * This header, with the parts in tifa/ that it includes, is the contract. It stands on the ground floor of
 * the house: it includes nothing else of the house, and every room may include it. What it declares is
 * exactly what the shared library exports (a test compares both).
 *
 * Text is UTF-8 in NFC and never changes once read. Places in it are byte offsets (TifaSpan), always on
 * character boundaries. Sizes are size_t, offsets uint32_t: a text of 4 GB or more is refused, never cut
 * short.
 *
 * Ownership: what a function returns as `T *` is the caller's to free, `const T *` is lent until its owner is
 * freed or changed. Errors: a function that can fail takes a GError ** last (NULL is allowed); its message
 * reads "thing: place: reason; what to do". The library never prints and never exits.
 */
#pragma once

#include "tifa/base.h"
#include "tifa/comparison.h"
#include "tifa/concepts.h"
#include "tifa/concordance.h"
#include "tifa/corpus.h"
#include "tifa/document.h"
#include "tifa/export.h"
#include "tifa/history.h"
#include "tifa/log.h"
#include "tifa/printer.h"
#include "tifa/search.h"
#include "tifa/statistics.h"
#include "tifa/table.h"
#include "tifa/versions.h"
#include "tifa/words.h"
