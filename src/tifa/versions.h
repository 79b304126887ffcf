/* versions.h - instruments, their versions, and what was in force when. A part of tifa.h. */
#pragma once

#include "tifa/comparison.h"
#include "tifa/corpus.h"

G_BEGIN_DECLS

/* ---- Families -------------------------------------------------------------------------------- */

/* All instruments of a corpus (laws, regulations, plans, notices ...), each with its versions, worked out
 * from titles, preambles, clauses and what people have said. Strings are lent by it. */
typedef struct TifaFamilies TifaFamilies;

TIFA_API TifaFamilies *tifa_families_new(TifaCorpus *corpus, GError **error);
TIFA_API void tifa_families_free(TifaFamilies *families);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaFamilies, tifa_families_free)

/* One instrument. Its versions are versions [first .. first + count - 1], by date, those without one last. */
typedef struct {
    const char *title;  /* of its latest text */
    const char *series; /* what a series calls itself that it is an item of (annual reports, five-year plans),
                           else NULL: items of a series are no versions of one another */
    bool is_rule;       /* sets rules and can be in force: laws, regulations, measures, opinions ... */
    size_t first, count;
    size_t texts;     /* versions of which the corpus has the text, drafts included */
    const char *note; /* what could not be settled, one sentence, or NULL */
} TifaFamily;

typedef enum {
    TIFA_END_NONE,     /* nothing in the corpus ends it */
    TIFA_END_REPLACED, /* by a later version */
    TIFA_END_REPEALED, /* by another instrument */
    TIFA_END_EXPIRED,  /* by its own term */
} TifaEnd;

/* One version. Dates are ISO 8601 and NULL where unknown. */
typedef struct {
    size_t family;
    const char *date;  /* when it was adopted, amended or issued */
    const char *deed;  /* what was done then, as its preamble says (修订 revised ...), or NULL */
    const char *draft; /* the kind of draft (草案, 征求意见稿 ...), NULL for a text that was adopted */
    const int64_t *documents; /* its texts in the corpus, copies and reprints; the first is the one to read */
    size_t copies;            /* how many; 0: another version's preamble names it, its text is not there */
    const char *from;         /* in force from this day on */
    const char *until;        /* and no longer from this day on */
    bool is_from_sure, is_until_sure;       /* the texts say so; else it is the most that can be said */
    const char *from_reason, *until_reason; /* one clause each; NULL where the date is */
    TifaEnd end;
    int64_t ended_by; /* the document that repeals or replaces it, 0 if there is none */
    const char *said; /* why it is a version of this family: "title", "number", "preamble", "manual" */
    const char *note; /* contradictions met, one sentence, or NULL */
} TifaVersion;

TIFA_API size_t tifa_families_count(const TifaFamilies *families);
TIFA_API TifaFamily tifa_families_get(const TifaFamilies *families, size_t family);
TIFA_API TifaVersion tifa_families_version(const TifaFamilies *families, size_t version);

/* The version that a document is a text of, TIFA_NONE if the document is not in the corpus. */
TIFA_API size_t tifa_families_find(const TifaFamilies *families, int64_t document);

/* The family that `name` means: the one of tifa_corpus_resolve()'s document, or of all the documents that
 * have that title or part of a title if they are texts of one. False with TIFA_ERROR_INPUT if there is none
 * or more than one. */
TIFA_API bool tifa_families_named(const TifaFamilies *families, TifaCorpus *corpus, const char *name,
                                  size_t *family, GError **error);

/* The text of a version, and what changed in it. */
typedef struct {
    size_t articles; /* how many it has */
    size_t before;   /* the version it was compared with: the nearest before it with a text; TIFA_NONE */
    TifaComparisonSummary changes; /* since that one */
} TifaVersionChange;

/* Reads and compares; the version must have a text. */
TIFA_API bool tifa_families_compare(const TifaFamilies *families, TifaCorpus *corpus, size_t version,
                                    TifaVersionChange *change, GError **error);

/* ---- In force -------------------------------------------------------------------------------- */

typedef enum {
    TIFA_STATUS_IN_FORCE, /* as far as the corpus tells */
    TIFA_STATUS_NOT_YET,
    TIFA_STATUS_REPLACED,
    TIFA_STATUS_REPEALED,
    TIFA_STATUS_EXPIRED,
    TIFA_STATUS_DRAFT,
    TIFA_STATUS_UNKNOWN, /* it has no date */
    TIFA_STATUS_NONE,    /* its family sets no rules */
} TifaStatus;

/* "in force", "not yet in force", "replaced" ... */
TIFA_API const char *tifa_status_name(TifaStatus status);

/* What a version was on a day (2021-03-12; 2021 and 2021-03 mean their last day); *is_sure (may be NULL) says
 * whether the texts settle it. */
TIFA_API TifaStatus tifa_families_status(const TifaFamilies *families, size_t version, const char *day,
                                         bool *is_sure);

/* The version of a family that was in force on that day, TIFA_NONE if there is none. Its text may not be in
 * the corpus. */
TIFA_API size_t tifa_families_as_of(const TifaFamilies *families, size_t family, const char *day);

/* ---- Ties between instruments ---------------------------------------------------------------- */

typedef enum {
    TIFA_TIE_REPEALS,     /* it repeals the other, and so takes its place */
    TIFA_TIE_SUCCEEDS,    /* it takes the other's place by its title or by what people said */
    TIFA_TIE_AMENDS,      /* it is a decision that amends the other */
    TIFA_TIE_TRANSLATION, /* it is a translation of the other */
} TifaTieKind;

/* "repeals", "succeeds", "amends", "translation". */
TIFA_API const char *tifa_tie_kind_name(TifaTieKind kind);

typedef struct {
    TifaTieKind kind;
    size_t family, other; /* other: TIFA_NONE if the corpus does not have it */
    const char *title;    /* the other as it is named */
    const char *date;     /* since when; NULL if unknown */
    int64_t document;     /* that says so */
    const char *said;     /* how it is known: "clause", "title", "manual"; of a translation also "title and
                             articles", "title and date", "date and articles", "articles" */
    bool is_unsure;       /* a translation that one thing alone tells */
} TifaTie;

/* Ordered by family, kind and title. Lent. */
TIFA_API const TifaTie *tifa_families_ties(const TifaFamilies *families, size_t *count);

/* ---- What people say --------------------------------------------------------------------------- */

typedef enum {
    TIFA_LINK_VERSION,     /* two versions of one instrument */
    TIFA_LINK_SUCCESSOR,   /* the document takes the place of the other's instrument */
    TIFA_LINK_AMENDS,      /* the document is a decision that amends the other's instrument */
    TIFA_LINK_TRANSLATION, /* the document is a translation of the other */
    TIFA_LINK_COUNT
} TifaLink;

/* "version", "successor", "amends", "translation". */
TIFA_API const char *tifa_link_name(TifaLink link);

/* Keeps that two documents belong together, whatever their titles say, in place of what was said of the two
 * before. False with TIFA_ERROR_INPUT for a document and itself, and where successors would go in a circle.
 */
TIFA_API bool tifa_corpus_link(TifaCorpus *corpus, int64_t document, int64_t other, TifaLink link,
                               GError **error);

/* The same article in a document that is linked as translation of this one, or of which this is one; the
 * first of them that has it. *text is NULL if there is none; `article` is not 0. Free it with
 * tifa_translation_clear(). False on error. */
typedef struct {
    int64_t document;
    char *title, *text;
} TifaTranslation;
TIFA_API bool tifa_corpus_translation(TifaCorpus *corpus, int64_t document, uint16_t article, uint16_t insert,
                                      TifaTranslation *translation, GError **error);
TIFA_API void tifa_translation_clear(TifaTranslation *translation);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TifaTranslation, tifa_translation_clear)

/* Takes a link back, or keeps that the document is not related to the other's instrument, whatever their
 * titles say. *was_linked (may be NULL) says which. */
TIFA_API bool tifa_corpus_unlink(TifaCorpus *corpus, int64_t document, int64_t other, bool *was_linked,
                                 GError **error);

/* ---- Printing -------------------------------------------------------------------------------- */

typedef struct {
    TifaCorpus *corpus;
    const char *day; /* the day that status is told for */
    size_t family;   /* the one to print in full, with what changed; TIFA_NONE: all with several versions */
    bool is_series;  /* with TIFA_NONE: the series instead */
} TifaFamiliesPrinting;

TIFA_API bool tifa_print_families(const TifaPrinter *printer, const TifaFamilies *families,
                                  const TifaFamiliesPrinting *printing, GError **error);

/* What was in force on the day: all rules, or the version of `family`. *count gets how many. */
TIFA_API bool tifa_print_in_force(const TifaPrinter *printer, const TifaFamilies *families,
                                  const TifaFamiliesPrinting *printing, size_t *count, GError **error);

G_END_DECLS
