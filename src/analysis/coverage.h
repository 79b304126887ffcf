/* coverage.h - what a set of documents lacks, said with the results that rest on it. */
#pragma once

#include "analysis/analysis.h"

/* Notes the years without a document between the first and the last, documents without a date, and years that
 * differ much in their number of documents. */
void coverage_note_years(TifaTable *table, const TifaAnalysis *analysis, const DocumentSet *set);
