/* structure.h - the parts of a law, a plan or a report, found in its blocks.
 *
 * 编 章 节 条（之一）款 项 目 of laws by GB/T 9704 and the Legislation Law; 一、（一）1. of plans and
 * reports. Looks at the text at the head of each block, whatever format it came from, and sets kind, level,
 * article and insert; the text stays. Works on every document; one without such marks keeps the kinds its
 * reader gave.
 */
#pragma once

#include "tifa.h"

/* Marks the structure of all blocks. */
void structure_mark(TifaDocument *document);

/* The value of a Chinese or Arabic numeral at the head of `length` bytes (一百二十 120, 〇五 5, 12 12, １２
 * 12), its bytes in *used; -1 if there is none or it is 100 million or more. */
int64_t structure_number(const char *text, size_t length, size_t *used);
