/* segment.h - a sorted index written in the form in which FTS5 keeps it: one segment of the table
 * passage_fts.
 *
 * FTS5 takes its rows one by one through a tokenizer and a hash table that Han characters fill badly, and
 * spends four fifths of the time of a build on that. What it stores is simple and documented (the head of its
 * fts5_index.c; the format has not changed since 2015): pages of sorted terms with their rows and positions.
 * So a bulk load writes such pages itself; FTS5 reads, merges and checks them as its own. */
#pragma once

#include "store/db.h"
#include "store/postings.h"

/* Adds what was gathered, sorted by this, as the newest segment. In a transaction; passages must not be in
 * the table. */
bool segment_write(Store *store, Postings *postings, GError **error);
