/* statistics.h - numbers about a corpus, with their uncertainty. A part of tifa.h.
 *
 * Words are the tokens that are Chinese words, words of other scripts or numbers; punctuation is none. They
 * are compared folded (case, full and half width, traditional and simplified) and shown in the form that is
 * most frequent in the texts that are counted. "Documents" are those that the filters of the question let
 * through; a question of filters alone is a sub-corpus, and any other stands for the documents that answer
 * it. Rates are per 10,000 words. Intervals are of 95 %: of shares of documents by Wilson, of rates by a
 * bootstrap of documents. */
#pragma once

#include "tifa/search.h"
#include "tifa/table.h"

G_BEGIN_DECLS

/* What the statistics of one corpus share: its words and the sizes of its documents. The corpus must outlive
 * it; of documents added later it knows nothing. */
typedef struct TifaAnalysis TifaAnalysis;

TIFA_API TifaAnalysis *tifa_analysis_new(TifaCorpus *corpus, GError **error);
TIFA_API void tifa_analysis_free(TifaAnalysis *analysis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaAnalysis, tifa_analysis_free)

/* ---- Counts ---------------------------------------------------------------------------------- */

typedef enum {
    TIFA_BY_YEAR,
    TIFA_BY_AGENCY,
    TIFA_BY_LEVEL, /* law, regulation, plan, report ... */
    TIFA_BY_TYPE,  /* 办法 通知 ... */
    TIFA_BY_DOCUMENT,
    TIFA_BY_CONCEPT, /* that the places are tagged with */
    TIFA_BY_COUNT
} TifaGrouping;

/* The name of a grouping ("year"), which is that of its column. */
TIFA_API const char *tifa_grouping_name(TifaGrouping by);

/* The places of a question, a row for each combination of the groupings that there is (at least one): hits,
 * documents with at least one, of how many, their share, words, rate, and the part of the hits that stands in
 * one document. A document of several agencies stands in the row of each; its hits are in each. Rows by year
 * first are in the order of years, others by hits. `seed` starts the bootstrap. */
TIFA_API TifaTable *tifa_analysis_count(TifaAnalysis *analysis, const TifaQuery *query,
                                        const TifaGrouping *by, size_t by_count, uint64_t seed,
                                        GError **error);

/* ---- Words ----------------------------------------------------------------------------------- */

/* Which words are listed. All words count where words are counted. */
typedef struct {
    unsigned kinds; /* a sum of 1 << TifaTokenKind; 0: Chinese words and words of other scripts, no numbers */
    const char *const *stop; /* words that are not listed, NULL-ended; may be NULL */
    uint64_t least; /* hits that a word needs to be listed; 0: what the statistic has for its default */
} TifaWordChoice;

/* The words of the documents a question stands for (all if it is NULL), the most frequent first: frequency,
 * documents, share of the documents with its interval, rate, and the part that stands in one document. */
TIFA_API TifaTable *tifa_analysis_frequencies(TifaAnalysis *analysis, const TifaQuery *query,
                                              const TifaWordChoice *choice, GError **error);

typedef struct {
    TifaWordChoice words;
    double most_q; /* list words up to this false discovery rate */
    size_t limit;  /* at most so many words that are more frequent, and as many that are less; 0: all */
} TifaKeywordOptions;

/* Words that the documents of `target` have more often, or less often, than those of `reference` (NULL: all
 * other documents; documents in both count as target alone): G2, log ratio with its interval, and q, the
 * false discovery rate by Benjamini and Hochberg among all words with `least` hits (default 5) in both
 * together. First the more frequent, then the less frequent words, each by G2. */
TIFA_API TifaTable *tifa_analysis_keywords(TifaAnalysis *analysis, const TifaQuery *target,
                                           const TifaQuery *reference, const TifaKeywordOptions *options,
                                           GError **error);

/* Words that stand up to `left` words before and `right` words behind the places of a question, in the same
 * passage, at least `least` times (default 5) and more often than elsewhere, by log-likelihood. The words in
 * which the places stand are the node and no collocates; a word in the windows of two places counts once.
 * Other words are those of the documents that the question's filters let through. */
TIFA_API TifaTable *tifa_analysis_collocates(TifaAnalysis *analysis, const TifaQuery *query, unsigned left,
                                             unsigned right, const TifaWordChoice *choice, GError **error);

/* Sequences of `shortest` to `longest` words (2 to 8) that come at least `least` times (default 5): of the
 * documents the filters let through, or, if the question asks for more than documents, of those around its
 * places, with a word of a place in each. They do not reach over punctuation, numbers and other words that
 * are not listed, or the end of a passage. One that stands only inside one a word longer is left out. */
TIFA_API TifaTable *tifa_analysis_ngrams(TifaAnalysis *analysis, const TifaQuery *query, size_t shortest,
                                         size_t longest, const TifaWordChoice *choice, GError **error);

/* How the places of a question are spread: a row for each document that has any, by date, with the numbers of
 * places in 40 parts of it of as many paragraphs; and as facts Gries' DP and DPnorm and Juilland's D over all
 * documents that the filters let through. */
TIFA_API TifaTable *tifa_analysis_dispersion(TifaAnalysis *analysis, const TifaQuery *query, GError **error);

/* ---- Concepts -------------------------------------------------------------------------------- */

/* The concepts of the documents a question stands for (all if it is NULL), the most frequent first. Tags of
 * one concept inside each other are one place. */
TIFA_API TifaTable *tifa_analysis_concepts(TifaAnalysis *analysis, const TifaQuery *query, uint64_t least,
                                           GError **error);

typedef enum {
    TIFA_WITHIN_SENTENCE,
    TIFA_WITHIN_PARAGRAPH,
    TIFA_WITHIN_DOCUMENT,
} TifaWithin;

/* Pairs of concepts that stand in the same unit at least `least` times (0: 3) and more often than by chance,
 * by log-likelihood, in the documents a question stands for (all if it is NULL); only pairs of the concept
 * `with` (its id or label) unless it is NULL. A concept inside the words of another is not counted. */
TIFA_API TifaTable *tifa_analysis_cooccurrence(TifaAnalysis *analysis, const TifaQuery *query,
                                               TifaWithin unit, const char *with, uint64_t least,
                                               GError **error);

/* ---- Trends ---------------------------------------------------------------------------------- */

/* Questions followed over the years. */
typedef struct TifaTrend TifaTrend;

/* `names` are what the questions are called. `seed` starts the bootstrap. */
TIFA_API TifaTrend *tifa_analysis_trend(TifaAnalysis *analysis, const TifaQuery *const *queries,
                                        const char *const *names, size_t count, uint64_t seed,
                                        GError **error);
TIFA_API void tifa_trend_free(TifaTrend *trend);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaTrend, tifa_trend_free)

/* A row for each question and year, from the first to the last that any of them has documents of; a year
 * without documents has no share and no rate. Lent. */
TIFA_API const TifaTable *tifa_trend_points(const TifaTrend *trend);

/* A row for each question: the dates of its first and last document, and its state. "present" if there is no
 * later document than the last with a hit; "vanished" if the documents since are so many that a share of
 * 3/their number (`bound`) is less than the share while it was there (the lower end of its interval); else
 * "not detectable"; "never" without a hit. Also the test of Mann and Kendall for a trend of the yearly rates
 * (tau, p) and their slope by Sen, from eight years with documents on. Lent. */
TIFA_API const TifaTable *tifa_trend_findings(const TifaTrend *trend);

/* A row for each question and each span of years with a level of its own in the share of documents, between
 * the change points that PELT finds (binomial likelihood, BIC in the number of documents). Lent. */
TIFA_API const TifaTable *tifa_trend_levels(const TifaTrend *trend);

typedef enum {
    TIFA_MEASURE_AUTO,  /* the share; the rate where most years have fewer than three documents */
    TIFA_MEASURE_SHARE, /* of documents */
    TIFA_MEASURE_RATE,  /* per 10,000 words */
    TIFA_MEASURE_HITS,
} TifaMeasure;

/* ---- Printing -------------------------------------------------------------------------------- */

/* Text: a chart of one measure, then findings and levels; CSV: the points; JSON: all, a "kind" in each line:
 * "point", "finding" or "level". */
TIFA_API bool tifa_print_trend(const TifaPrinter *printer, const TifaTrend *trend, TifaMeasure measure,
                               GError **error);

/* The chart as SVG, with the numbers behind it in the picture as text and as data. */
TIFA_API bool tifa_print_trend_svg(FILE *file, const TifaTrend *trend, TifaMeasure measure, GError **error);

G_END_DECLS
