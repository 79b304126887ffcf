/* coverage.h - what a corpus has and what it lacks: years, agencies, numbers of a series. Numbers drawn from
 * a corpus mean as much as its coverage does. */
#pragma once

#include "corpus/corpus.h"

/* Appends sentences (char *) on the listed documents, whose fields are read, to the list that owns them. */
void coverage_add(const GPtrArray *documents, GPtrArray *sentences);
