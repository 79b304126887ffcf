/* tifa.h - the public interface of libtifa: reading, cutting, tagging, comparing and searching policy
 * documents.
 *
 * This header is the contract. It stands on the ground floor of the house: it includes nothing of the house,
 * and every room may include it. What it declares is exactly what the shared library exports (a test compares
 * both).
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

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

G_BEGIN_DECLS

#define TIFA_API __attribute__((visibility("default")))

/* ---- Errors ---------------------------------------------------------------------------------- */

typedef enum {
    TIFA_ERROR_INPUT,  /* a file, a text or a dictionary is not what it should be */
    TIFA_ERROR_QUERY,  /* a question cannot be understood */
    TIFA_ERROR_SYSTEM, /* disk, memory, processes, a damaged or foreign corpus file */
} TifaError;

#define TIFA_ERROR tifa_error_quark()
TIFA_API GQuark tifa_error_quark(void);

/* The version of the library, "0.1.0". */
TIFA_API const char *tifa_version(void);

/* ---- Places and pieces of text --------------------------------------------------------------- */

/* The bytes start..end-1 of one text. */
typedef struct {
    uint32_t start, end;
} TifaSpan;

/* Where a block stands on its page, in points (1/72 inch) from the upper left corner; all zero if unknown. */
typedef struct {
    float left, top, right, bottom;
} TifaBox;

typedef enum {
    TIFA_BLOCK_PARAGRAPH,
    TIFA_BLOCK_HEADING, /* level: 1 the title of the document, 2.. its parts (编 章 节 or 一、（一）...) */
    TIFA_BLOCK_ARTICLE, /* the first paragraph (款) of an article; its further ones are paragraphs or items */
    TIFA_BLOCK_ITEM,    /* an item of a list, 项 or 目; level: depth from 1 */
    TIFA_BLOCK_ROW,     /* a row of a table, its cells separated by one tab */
    TIFA_BLOCK_NOTE,    /* a footnote or an editor's note, not part of the running text */
} TifaBlockKind;

/* How a block's text came about. */
enum {
    TIFA_BLOCK_OCR = 1,      /* recognised from an image: may be wrong */
    TIFA_BLOCK_REPAIRED = 2, /* decoded anew because the file named a wrong encoding or font */
};

/* One block of a document. The text of a document is its blocks in reading order, joined by one '\n' each; a
 * block holds no '\n' of its own. */
typedef struct {
    TifaSpan span;
    uint16_t kind;    /* TifaBlockKind */
    uint16_t level;   /* see the kinds; 0 where it means nothing */
    uint16_t article; /* the number of the article the block belongs to (第十二条之一: 12), 0 for none */
    uint16_t insert;  /* the number behind 之 (第十二条之一: 1), 0 for none */
    uint16_t flags;   /* TIFA_BLOCK_OCR ... */
    uint16_t part;    /* 0 the main text, 1.. attachments (附件) or articles of a newspaper page */
    uint32_t page;    /* from 1; 0 where the format has no pages */
    TifaBox box;
} TifaBlock;

typedef struct {
    TifaBlock *items;
    size_t length, capacity;
} TifaBlocks;

typedef enum {
    TIFA_TOKEN_WORD,   /* a Chinese word */
    TIFA_TOKEN_LATIN,  /* a word of a script with spaces, with its inner hyphens and apostrophes; also 5G,
                          COVID-19 */
    TIFA_TOKEN_NUMBER, /* a number, with 万 亿 % where written */
    TIFA_TOKEN_PUNCTUATION, /* one mark */
    TIFA_TOKEN_SPACE,       /* a run of white space */
    TIFA_TOKEN_OTHER,       /* symbols, control characters, private use */
} TifaTokenKind;

enum {
    TIFA_TOKEN_SENTENCE_END = 1, /* the last token of a sentence */
};

/* One token of a text. The tokens of a text tile it: each starts where the one before ends. */
typedef struct {
    TifaSpan span;
    uint16_t kind;  /* TifaTokenKind */
    uint16_t flags; /* TIFA_TOKEN_SENTENCE_END ... */
} TifaToken;

typedef struct {
    TifaToken *items;
    size_t length, capacity;
} TifaTokens;

/* One concept found in a text: the label `variant` of `concept`, both indices into the dictionary that was
 * used. Tags may overlap and nest; they come ordered by start, the longer first. */
typedef struct {
    TifaSpan span;
    uint32_t concept;
    uint16_t variant;
    uint16_t flags;
} TifaTag;

enum {
    TIFA_TAG_NESTED = 1, /* lies inside a longer tag */
};

typedef struct {
    TifaTag *items;
    size_t length, capacity;
} TifaTags;

/* ---- Documents ------------------------------------------------------------------------------- */

/* What is known about a document as a whole. Dates are ISO 8601 (2021-12-24, 2021-12 or 2021). Several
 * agencies or addressees are separated by U+3001 (、). */
typedef enum {
    TIFA_FIELD_TITLE,
    TIFA_FIELD_DATE,       /* the date that places the text in time: adopted, else signed, else published */
    TIFA_FIELD_ISSUER,     /* the issuing agency or agencies */
    TIFA_FIELD_NUMBER,     /* 发文字号, as 国发〔2018〕5号 */
    TIFA_FIELD_LANGUAGE,   /* zh-Hans, zh-Hant, en, or another BCP 47 tag */
    TIFA_FIELD_FORMAT,     /* pdf, html, text, markdown ... */
    TIFA_FIELD_PAGES,      /* number of pages, absent where the format has none */
    TIFA_FIELD_LEVEL,      /* law, regulation, rule, normative, party, local, report, plan ... */
    TIFA_FIELD_TYPE,       /* 法 条例 办法 规定 通知 决定 意见 纲要 ... as the title ends */
    TIFA_FIELD_SIGNED,     /* 成文日期 */
    TIFA_FIELD_PUBLISHED,  /* 发布日期 */
    TIFA_FIELD_EFFECTIVE,  /* 施行日期 */
    TIFA_FIELD_REPEALS,    /* titles or numbers this text repeals (废止) */
    TIFA_FIELD_STATUS,     /* validity, only where the text itself says it */
    TIFA_FIELD_ADDRESSEES, /* 主送机关 */
    TIFA_FIELD_SIGNATURE,  /* 署名 */
    TIFA_FIELD_CARRIER,    /* the title of the notice that forwards this text (关于印发…的通知) */
    TIFA_FIELD_URL,
    TIFA_FIELD_COUNT
} TifaField;

/* The name of a field in JSON, SQL and on the command line ("title", "date", "issuer" ...). */
TIFA_API const char *tifa_field_name(TifaField field);

/* One document as read: immutable text, blocks, fields and warnings. */
typedef struct TifaDocument TifaDocument;

TIFA_API void tifa_document_free(TifaDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaDocument, tifa_document_free)

/* The text, NUL-terminated UTF-8 in NFC; *length (may be NULL) gets its bytes. Lent. */
TIFA_API const char *tifa_document_text(const TifaDocument *document, size_t *length);

/* The blocks in reading order. Lent. */
TIFA_API const TifaBlocks *tifa_document_blocks(const TifaDocument *document);

/* The value of a field, or NULL if it is not known. Lent. */
TIFA_API const char *tifa_document_field(const TifaDocument *document, TifaField field);

/* Where the value of a field came from: "meta", "table", "preamble", "heading", "head", "signature", "text",
 * "file name" ..., or NULL. Lent. */
TIFA_API const char *tifa_document_field_origin(const TifaDocument *document, TifaField field);

/* What went not quite right while reading, one sentence each, NULL-terminated; never NULL. Lent. */
TIFA_API const char *const *tifa_document_warnings(const TifaDocument *document);

/* ---- Reading: files to documents ------------------------------------------------------------- */

/* A reader keeps a few helper processes (tifa-read) that parse files under limits; a file that crashes, hangs
 * or floods its helper costs that one file. Files are handed in with tifa_reader_submit() and come back, in
 * the same order, from tifa_reader_next(). */
typedef struct TifaReader TifaReader;

typedef struct {
    unsigned jobs;     /* helpers at work at once; 0: as many as there are processors */
    unsigned seconds;  /* wall-clock limit for one file; 0: 60 */
    uint64_t max_size; /* the largest file to read, in bytes; 0: 64 MiB */
} TifaReaderOptions;

/* What came of one file: documents, or an error. */
typedef struct {
    char *path;
    char *digest;         /* SHA-256 of the file's bytes in hexadecimal, NULL if it could not be opened */
    uint64_t size;        /* bytes of the file */
    GPtrArray *documents; /* of TifaDocument; NULL on error */
    GPtrArray *failures;  /* of char *: what inside the file could not be read, and why; NULL on error */
    GError *error;        /* NULL on success */
} TifaReading;

/* `options` may be NULL. NULL with TIFA_ERROR_SYSTEM if the helper cannot be started. */
TIFA_API TifaReader *tifa_reader_new(const TifaReaderOptions *options, GError **error);
TIFA_API void tifa_reader_free(TifaReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaReader, tifa_reader_free)

/* What protection against hostile files this system does not give, one sentence; empty if it gives all. Lent.
 */
TIFA_API const char *tifa_reader_warning(const TifaReader *reader);

/* Queues the file at `path` ("-": standard input). Whatever is wrong with it is said by its TifaReading. */
TIFA_API void tifa_reader_submit(TifaReader *reader, const char *path);

/* Number of files queued and not yet handed back. */
TIFA_API size_t tifa_reader_pending(const TifaReader *reader);

/* Waits for the oldest pending file; NULL if none is pending. */
TIFA_API TifaReading *tifa_reader_next(TifaReader *reader);
TIFA_API void tifa_reading_free(TifaReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaReading, tifa_reading_free)

/* ---- Segmentation: text to words ------------------------------------------------------------- */

typedef struct TifaSegmenter TifaSegmenter;

typedef enum {
    TIFA_WORDS, /* the reader's word: 国务院 互联网 进一步 */
    TIFA_FINE,  /* the convention of UD Chinese GSD: 国务 院 */
} TifaGranularity;

/* A segmenter with the installed lexicon and model, and what follows where they are missing. */
TIFA_API TifaSegmenter *tifa_segmenter_new(GError **error);
TIFA_API void tifa_segmenter_free(TifaSegmenter *segmenter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaSegmenter, tifa_segmenter_free)

/* Names cutter, lexicon and model and their versions: two segmenters with the same stamp cut alike. Lent. */
TIFA_API const char *tifa_segmenter_stamp(const TifaSegmenter *segmenter);

/* Cuts `length` bytes of valid UTF-8 and appends their tokens, which tile the text; spans count from the
 * start of `text`. A '\n' ends a sentence. */
TIFA_API void tifa_segmenter_cut(TifaSegmenter *segmenter, const char *text, size_t length,
                                 TifaGranularity granularity, TifaTokens *tokens);

/* ---- Concepts: text to tags ------------------------------------------------------------------ */

/* A dictionary of concepts, ready to be looked for. */
typedef struct TifaConcepts TifaConcepts;

/* One concept; strings lent, never NULL (empty where the dictionary says nothing). */
typedef struct {
    const char *id, *zh, *en, *category, *gloss;
} TifaConcept;

/* Loads every *.tsv of the folder `path` (NULL: the installed dictionary), or the one file of that name. */
TIFA_API TifaConcepts *tifa_concepts_load(const char *path, GError **error);
TIFA_API void tifa_concepts_free(TifaConcepts *concepts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaConcepts, tifa_concepts_free)

TIFA_API size_t tifa_concepts_count(const TifaConcepts *concepts);
TIFA_API TifaConcept tifa_concepts_get(const TifaConcepts *concepts, uint32_t concept);

/* The index of the concept with that id, or -1. */
TIFA_API int64_t tifa_concepts_find(const TifaConcepts *concepts, const char *id);

/* Identifies the dictionary's content: the first 16 hexadecimal digits of its SHA-256, and the matcher's
 * version. */
TIFA_API const char *tifa_concepts_stamp(const TifaConcepts *concepts);

/* Appends the concepts found in `length` bytes of valid UTF-8. `date` (ISO, or NULL) is the text's date, for
 * labels that are valid only in some years. */
TIFA_API void tifa_concepts_tag(const TifaConcepts *concepts, const char *text, size_t length,
                                const char *date, TifaTags *tags);

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
