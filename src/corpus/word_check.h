/* word_check.h - whether the layer of words is what the texts say. */
#pragma once

#include "corpus/corpus.h"

typedef struct {
    size_t missing; /* passages without their words */
    size_t
        damaged; /* passages whose words joined are not their text, or whose sentences do not end with it */
    size_t miscount; /* documents whose words are counted wrong */
} WordCheck;

bool word_check_run(TifaCorpus *corpus, WordCheck *check, GError **error);
