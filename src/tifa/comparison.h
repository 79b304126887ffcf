/* comparison.h - comparing versions: what changed, what it means, what was ordered. A part of tifa.h. */
#pragma once

#include "tifa/concepts.h"
#include "tifa/document.h"
#include "tifa/words.h"

G_BEGIN_DECLS

/* ---- Comparing versions ---------------------------------------------------------------------- */

typedef enum {
    TIFA_CHANGE_UNCHANGED,
    TIFA_CHANGE_RENUMBERED, /* same text under another number */
    TIFA_CHANGE_MODIFIED,
    TIFA_CHANGE_MOVED,
    TIFA_CHANGE_MOVED_MODIFIED,
    TIFA_CHANGE_SPLIT,
    TIFA_CHANGE_MERGED,
    TIFA_CHANGE_ADDED,
    TIFA_CHANGE_DELETED,
    TIFA_CHANGE_COUNT
} TifaChangeKind;

typedef enum {
    TIFA_SUBTYPE_NONE,
    TIFA_SUBTYPE_SUBSTANTIVE,
    TIFA_SUBTYPE_CROSSREF,    /* only the numbers of other articles changed */
    TIFA_SUBTYPE_TYPOGRAPHIC, /* only quotation marks, widths, blanks */
    TIFA_SUBTYPE_NOTE,        /* only an editor's note */
    TIFA_SUBTYPE_COUNT
} TifaChangeSubtype;

/* What is compared: whole articles; headings, and paragraphs outside of articles; or, where one of the two
 * texts has no articles, headings and paragraphs only. */
typedef enum {
    TIFA_UNIT_ARTICLE,
    TIFA_UNIT_HEADING,
    TIFA_UNIT_PARAGRAPH,
} TifaUnitKind;

/* The names in JSON and on the command line: "moved+modified", "crossref-only", "article" ...; subtype NONE
 * has none (NULL). */
TIFA_API const char *tifa_change_kind_name(TifaChangeKind kind);
TIFA_API const char *tifa_change_subtype_name(TifaChangeSubtype subtype);
TIFA_API const char *tifa_unit_kind_name(TifaUnitKind kind);

/* The Akoma Ntoso modification a kind stands for: "substitution", "renumbering", "insertion", "repeal",
 * "split", "join", "replacement" (moved); NULL for unchanged. */
TIFA_API const char *tifa_change_kind_modification(TifaChangeKind kind);

typedef enum {
    TIFA_EDIT_EQUAL,
    TIFA_EDIT_DELETE,
    TIFA_EDIT_INSERT,
} TifaEditKind;

enum {
    TIFA_EDIT_LABEL = 1, /* only the unit's own number: 第十二条 became 第十四条 */
    TIFA_EDIT_ELSEWHERE =
        2, /* a paragraph that stands in another unit of the other text (see split, merged) */
    TIFA_EDIT_TYPOGRAPHIC =
        4, /* a deletion and an insertion that read the same: other quotation marks, widths */
};

/* One step from the old text to the new; an empty span, in its place, where a side has nothing. */
typedef struct {
    TifaEditKind kind;
    uint16_t flags;         /* TIFA_EDIT_LABEL ... */
    TifaSpan before, after; /* in the old and in the new document's text */
} TifaEdit;

/* One unit of the old text linked to one of the new. A unit with several partners has a change for each. */
typedef struct {
    TifaChangeKind kind;
    TifaChangeSubtype subtype; /* NONE where the words are the same, and for added and deleted units */
    TifaUnitKind unit;
    TifaSpan before, after;           /* the units' text; empty (0, 0) where there is none */
    uint32_t before_body, after_body; /* where the text behind the label starts */
    const char *old_label; /* "12", "120-1", or a heading's or paragraph's id; NULL where there is none */
    const char *new_label;
    double likeness; /* of the two texts, 0..1 */
    bool is_primary; /* the unit's main partner, where it has several */
    size_t first_edit,
        edits; /* its steps in tifa_comparison_edits(): together they are both units' whole text */
} TifaChange;

/* How units become words, so that edits keep to word boundaries: tifa_segmenter_cut() with a segmenter behind
 * `data`. It appends tokens that tile `length` bytes and count from the start of `text`. */
typedef struct {
    void (*cut)(void *data, const char *text, size_t length, TifaTokens *tokens);
    void *data;
} TifaCutter;

typedef struct {
    const TifaCutter *cutter; /* NULL: every Chinese character is a word */
} TifaCompareOptions;

/* No index. */
#define TIFA_NONE SIZE_MAX

/* The changes between two documents, which must outlive it. */
typedef struct TifaComparison TifaComparison;

/* Compares any two documents; `options` may be NULL. The other way round gives the mirror image. NULL with
 * TIFA_ERROR_INPUT if one of them has no text. */
TIFA_API TifaComparison *tifa_compare(const TifaDocument *before, const TifaDocument *after,
                                      const TifaCompareOptions *options, GError **error);
TIFA_API void tifa_comparison_free(TifaComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaComparison, tifa_comparison_free)

/* Changes in the order of the new text, deleted units where they stood. Every unit of both texts is in at
 * least one change, primary for it; units tile the texts, one '\n' between two. Lent. */
TIFA_API const TifaChange *tifa_comparison_changes(const TifaComparison *comparison, size_t *count);
TIFA_API const TifaEdit *tifa_comparison_edits(const TifaComparison *comparison, size_t *count);

/* The whole comparison in figures. */
typedef struct {
    size_t kinds[TIFA_CHANGE_COUNT]; /* changes of articles, or of all units where there are no articles */
    size_t subtypes[TIFA_SUBTYPE_COUNT]; /* the same changes by subtype */
    double shared;                       /* share of the characters of both texts that are the same, 0..1 */
    bool is_related;                     /* false: the texts have nearly nothing in common */
} TifaComparisonSummary;

TIFA_API TifaComparisonSummary tifa_comparison_summary(const TifaComparison *comparison);

/* ---- One text of both ------------------------------------------------------------------------------- */

typedef enum {
    TIFA_STRETCH_SAME,
    TIFA_STRETCH_DELETED,
    TIFA_STRETCH_INSERTED,
    TIFA_STRETCH_MOVED_FROM, /* goes here ... */
    TIFA_STRETCH_MOVED_TO,   /* ... and comes there */
} TifaStretchKind;

/* A stretch of the redline. */
typedef struct {
    TifaStretchKind kind;
    TifaSpan span; /* DELETED and MOVED_FROM: in the old text; else in the new */
    size_t move;   /* the change that moved the unit it stands in, at both its places; else TIFA_NONE */
} TifaStretch;

typedef struct {
    TifaStretch *items;
    size_t length, capacity;
} TifaStretches;

/* Gives both texts as one, a redline, in the empty `stretches`: without what came it is the old text, without
 * what went the new, byte for byte. Units of one partner that stand in another order are moved; parts of
 * split and merged ones are deleted in one place and inserted in the other. Free the items with g_free(). */
TIFA_API void tifa_comparison_redline(const TifaComparison *comparison, TifaStretches *stretches);

/* ---- What changes mean ------------------------------------------------------------------------ */

typedef enum {
    TIFA_MEANING_DUTY, /* what must, must not, may or should be done: 应当 必须 不得 可以 鼓励 ... */
    TIFA_MEANING_NUMBER,   /* a quantity: 五万元, 百分之三十 */
    TIFA_MEANING_DEADLINE, /* a time to do something in: 三十日内, 六个月 */
    TIFA_MEANING_AGENCY,   /* who does it */
    TIFA_MEANING_CONCEPT,  /* a concept of the dictionary */
} TifaMeaningKind;

typedef enum {
    TIFA_SHIFT_ADDED,
    TIFA_SHIFT_DROPPED,
    TIFA_SHIFT_STRENGTHENED, /* 可以 became 应当, 应当 became 必须, 不得 became 严禁 */
    TIFA_SHIFT_WEAKENED,
    TIFA_SHIFT_RAISED, /* a quantity or time of the same unit */
    TIFA_SHIFT_LOWERED,
    TIFA_SHIFT_REPLACED,
    TIFA_SHIFT_MOVED, /* a concept left one unit and came into another */
} TifaShift;

/* What a word of duty does. */
typedef enum {
    TIFA_DUTY_OBLIGATION,    /* 应当 必须 */
    TIFA_DUTY_PERMISSION,    /* 可以 有权 */
    TIFA_DUTY_ENCOURAGEMENT, /* 鼓励 支持 提倡 */
    TIFA_DUTY_PROHIBITION,   /* 不得 禁止 严禁 */
} TifaDutyKind;

/* "obligation", "permission" ... */
TIFA_API const char *tifa_duty_kind_name(TifaDutyKind kind);

/* "duty", "number" ...; "added", "strengthened" ... */
TIFA_API const char *tifa_meaning_kind_name(TifaMeaningKind kind);
TIFA_API const char *tifa_shift_name(TifaShift shift);

/* One thing that a change means, with the places of both texts that show it; spans are empty (0, 0) where a
 * side has nothing. The sentence without such words is quoted, too, where it can be told which it is. */
typedef struct {
    TifaMeaningKind kind;
    TifaShift shift;
    size_t change;                      /* its index in tifa_comparison_changes() */
    TifaSpan before, after;             /* the words themselves */
    TifaSpan before_quote, after_quote; /* the sentences they stand in */
    TifaDutyKind duty;      /* of a duty: what it is in the new text, of a dropped one in the old */
    TifaSpan actor, object; /* of a duty, where the clause shows them: in the new text, of a dropped
                               duty in the old */
    uint32_t concept;       /* of a concept */
} TifaMeaning;

typedef struct {
    TifaMeaning *items;
    size_t length, capacity;
} TifaMeanings;

/* Appends what the substantive changes mean, in their order. What left one article and came into another in
 * the same words is not told, but for concepts: a concept is added or dropped if the other text has it
 * nowhere, and told at its first place. The tags are those of the whole documents, or NULL. Free the items
 * with g_free(). */
TIFA_API void tifa_comparison_meanings(const TifaComparison *comparison, const TifaTags *before_tags,
                                       const TifaTags *after_tags, TifaMeanings *meanings);

/* ---- Passages that come from another text ----------------------------------------------------------- */

/* A sentence or item of one text and the one of another that it comes from. */
typedef struct {
    TifaSpan source, target; /* in the two documents' texts */
    double likeness;         /* 0..1; 1: the same words */
} TifaPassage;

typedef struct {
    TifaPassage *items;
    size_t length, capacity;
} TifaPassages;

/* Appends the passages of `target` that stand in `source` as well, in the order of the target; formulas that
 * every law has do not count. Gives the share of the target's characters in them, 0..1. Free the items with
 * g_free(). */
TIFA_API double tifa_find_reuse(const TifaDocument *source, const TifaDocument *target,
                                TifaPassages *passages);

/* ---- Near-duplicates ---------------------------------------------------------------------------------- */

enum { TIFA_SKETCH_SIZE = 128 };

/* What is needed of a text to tell reprints and near-duplicates: the smallest hash values of its runs of
 * eight characters, print aside, ascending. The same text has the same sketch on every machine; it may be
 * stored. */
typedef struct {
    uint64_t values[TIFA_SKETCH_SIZE];
    size_t length; /* fewer for short texts */
} TifaSketch;

TIFA_API void tifa_document_sketch(const TifaDocument *document, TifaSketch *sketch);

/* The share of runs that two texts have in common, 0..1, as far as the sketches tell (within some
 * hundredths). */
TIFA_API double tifa_sketch_likeness(const TifaSketch *left, const TifaSketch *right);

/* ---- Amendment decisions ----------------------------------------------------------------------------------
 */

/* What of a place is meant. */
typedef enum {
    TIFA_PLACE_WHOLE,
    TIFA_PLACE_OPENING, /* 条首: the words before the points */
    TIFA_PLACE_START,   /* in front of the first words */
    TIFA_PLACE_END,     /* behind the last words */
    TIFA_PLACE_NEXT     /* a paragraph of its own behind the last one */
} TifaPlacePart;

/* A place in a law; parts that are not named are 0. */
typedef struct {
    uint16_t article, insert; /* 第十二条之一: 12, 1 */
    uint16_t paragraph;       /* 款 */
    uint16_t point;           /* 项 */
    uint16_t chapter;         /* 章; without an article: its heading */
    uint16_t part;            /* a TifaPlacePart */
    uint16_t preamble; /* 1: the paragraph of the 序言 (xuyan); without one the 引言 (yinyan), the words
                          right in front of the first article */
} TifaPlace;

typedef enum {
    TIFA_AMENDMENT_REPLACE,  /* the place gets the new words as its text; may get a new number too */
    TIFA_AMENDMENT_INSERT,   /* new words at a new place */
    TIFA_AMENDMENT_DELETE,   /* the place goes */
    TIFA_AMENDMENT_RENUMBER, /* the place gets the number of the new place, its text stays */
    TIFA_AMENDMENT_MERGE,    /* the place goes into another, which has an amendment of its own */
    TIFA_AMENDMENT_REWORD,   /* in the place, the old words become the new words */
    TIFA_AMENDMENT_UNCLEAR,  /* an order that is not understood */
} TifaAmendmentKind;

/* "replace", "insert" ... */
TIFA_API const char *tifa_amendment_kind_name(TifaAmendmentKind kind);

/* One order of a decision. */
typedef struct {
    TifaAmendmentKind kind;
    TifaSpan source;        /* the item of the decision's text that gives it */
    TifaPlace place;        /* in the old text's numbers; all 0 for the whole text */
    TifaPlace new_place;    /* in the new text's numbers; all 0 where none is given */
    const char *old_words;  /* what REWORD looks for; else NULL */
    const char *new_words;  /* paragraphs separated by '\n'; "" where words go; NULL where there are none */
    const char *instrument; /* the title of the law meant, where a decision amends several; else NULL */
} TifaAmendment;

/* What a decision orders; the decision's document must outlive it. */
typedef struct TifaDecision TifaDecision;

/* Reads a decision (修改决定) or amendment (修正案). NULL with TIFA_ERROR_INPUT if it orders nothing. */
TIFA_API TifaDecision *tifa_decision_read(const TifaDocument *document, GError **error);
TIFA_API void tifa_decision_free(TifaDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaDecision, tifa_decision_free)

/* In the order of the text. Lent. */
TIFA_API const TifaAmendment *tifa_decision_amendments(const TifaDecision *decision, size_t *count);

/* The old text with the decision applied: a new document, whose warnings name every order that could not be
 * applied. NULL with TIFA_ERROR_INPUT if none could be: the decision does not fit the law. */
TIFA_API TifaDocument *tifa_decision_apply(const TifaDecision *decision, const TifaDocument *before,
                                           GError **error);

typedef enum {
    TIFA_FINDING_CONFIRMED, /* the comparison shows what the decision orders */
    TIFA_FINDING_DISPUTED,  /* it shows something else, or a change that nothing orders */
    TIFA_FINDING_OPEN,      /* cannot be told */
} TifaFindingKind;

/* "confirmed", "disputed", "open". */
TIFA_API const char *tifa_finding_kind_name(TifaFindingKind kind);

/* One order held against the comparison, or one change that no order explains. */
typedef struct {
    TifaFindingKind kind;
    size_t amendment;   /* its index, or TIFA_NONE */
    size_t change;      /* the change that shows it, or TIFA_NONE */
    const char *reason; /* in one clause; static */
} TifaFinding;

typedef struct {
    TifaFinding *items;
    size_t length, capacity;
} TifaFindings;

/* Appends a finding on each order, and on each substantive change of an article that no order explains.
 * `comparison` is of the law before and after the decision. Free the items with g_free(). */
TIFA_API void tifa_decision_reconcile(const TifaDecision *decision, const TifaComparison *comparison,
                                      TifaFindings *findings);

/* ---- Printing -------------------------------------------------------------------------------- */

/* How a comparison is printed. */
typedef struct {
    bool is_all; /* in text and HTML, show unchanged units and changes of no substance, too */
    const TifaDecision *decision;          /* to be held against the comparison; may be NULL */
    const TifaDocument *decision_document; /* what the decision was read from; may be NULL without one */
    const TifaMeanings *meanings; /* to be told before the changes (CSV: instead of them); may be NULL */
    const TifaConcepts *concepts; /* what their concepts are of; may be NULL if they have none */
} TifaComparisonPrinting;

/* What changed, in the order of the new text, and what of it the decision orders. */
TIFA_API bool tifa_print_comparison(const TifaPrinter *printer, const TifaDocument *before,
                                    const TifaDocument *after, const TifaComparison *comparison,
                                    const TifaComparisonPrinting *printing, GError **error);

/* A text that others were searched in for, and what of it came from there. */
typedef struct {
    const TifaDocument *document;
    const char *name; /* told where it has no title */
    TifaPassages passages;
} TifaReuseSource;

/* Which sentences of `target` come from which of the sources, each from the one it is most like, with the
 * share of its characters. Sources without a passage are left out. */
TIFA_API bool tifa_print_reuse(const TifaPrinter *printer, const TifaDocument *target,
                               const TifaReuseSource *sources, size_t count, GError **error);

/* Whether anything changed that is worth telling: a line with the title that one of the two readers has put
 * into the title field alone is not. */
TIFA_API bool tifa_comparison_has_changes(const TifaComparison *comparison, const TifaDocument *before,
                                          const TifaDocument *after);

G_END_DECLS
