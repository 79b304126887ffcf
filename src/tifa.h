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
    TIFA_FIELD_MEMBER, /* its name in the archive it came in */
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

/* A name for each block that stays while the text does, in the manner of Akoma Ntoso: part_1__chp_2, art_12,
 * art_12-1, art_12__para_2, art_12__para_1__point_3; h_4 and p_7 outside of articles; "~2" behind a name that
 * comes again. An array of char *; free with g_ptr_array_unref(). */
TIFA_API GPtrArray *tifa_document_block_ids(const TifaDocument *document);

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
    bool ocr;          /* recognise pages that are only images */
} TifaReaderOptions;

/* What came of one file: documents, or an error. */
typedef struct {
    char *path;
    char *digest;         /* SHA-256 of the file's bytes in hexadecimal, NULL if it could not be opened */
    uint64_t size;        /* bytes of the file */
    GPtrArray *documents; /* of TifaDocument, at least one; NULL on error */
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

/* Takes NULL-ended `words` as the user's own, instead of those taken before: each is one word of the reader
 * wherever it stands (fine, it begins and ends where words do), before every other rule. Words have 2 to 64
 * characters, letters and digits alone. False with TIFA_ERROR_INPUT, naming the word, if one cannot be taken;
 * then nothing has changed. The stamp changes with the words. */
TIFA_API bool tifa_segmenter_add_words(TifaSegmenter *segmenter, const char *const *words, GError **error);

/* Cuts `length` bytes of valid UTF-8 and appends their tokens, which tile the text; spans count from the
 * start of `text`. A '\n' ends a sentence. */
TIFA_API void tifa_segmenter_cut(TifaSegmenter *segmenter, const char *text, size_t length,
                                 TifaGranularity granularity, TifaTokens *tokens);

/* ---- Concepts: text to tags ------------------------------------------------------------------ */

/* A dictionary of concepts, ready to be looked for. Its format is described in tifa-concepts(5). */
typedef struct TifaConcepts TifaConcepts;

/* One concept; strings lent, never NULL (empty where the dictionary says nothing). broader, related,
 * renamed_to, facets and flags are lists separated by '|', guards is as written. */
typedef struct {
    const char *id, *zh, *en, *category, *gloss;
    const char *zh_hant, *pinyin, *broader, *related, *renamed_to, *valid_from, *valid_to;
    const char *guards, *facets, *flags, *source;
    const char *file; /* where the concept stands */
    uint32_t line;
} TifaConcept;

typedef enum {
    TIFA_LABEL_ZH,     /* simplified, the preferred one */
    TIFA_LABEL_ZH_ALT, /* simplified, further ones */
    TIFA_LABEL_HANT,   /* traditional; the first is the preferred one */
    TIFA_LABEL_PINYIN,
    TIFA_LABEL_EN,     /* English, the preferred one */
    TIFA_LABEL_EN_ALT, /* English, further ones */
} TifaLabelKind;

/* A dictionary's text that is not a file: the user's own, kept in a corpus. */
typedef struct {
    const char *name, *text;
    size_t length;
} TifaConceptSource;

/* Loads every *.tsv of the folder `path` (NULL: the installed dictionary), or the one file of that name. */
TIFA_API TifaConcepts *tifa_concepts_load(const char *path, GError **error);

/* Loads the dictionaries at `paths` (NULL-terminated, may be NULL; "" is the installed one), then `sources`.
 * A row replaces the row of an earlier dictionary with the same id, and takes over labels from other rows of
 * earlier ones. */
TIFA_API TifaConcepts *tifa_concepts_load_all(const char *const *paths, const TifaConceptSource *sources,
                                              size_t source_count, GError **error);
TIFA_API void tifa_concepts_free(TifaConcepts *concepts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaConcepts, tifa_concepts_free)

TIFA_API size_t tifa_concepts_count(const TifaConcepts *concepts);
TIFA_API TifaConcept tifa_concepts_get(const TifaConcepts *concepts, uint32_t concept);

/* The label `variant` of a concept (TifaTag.variant), 0 is the first; NULL behind the last. *kind may be
 * NULL. Lent. */
TIFA_API const char *tifa_concepts_label(const TifaConcepts *concepts, uint32_t concept, uint16_t variant,
                                         TifaLabelKind *kind);

/* The index of the concept with that id, or -1. */
TIFA_API int64_t tifa_concepts_find(const TifaConcepts *concepts, const char *id);

/* The index of the concept that a person calls `name`: its id, or a label of its that no other concept has.
 * -1 with TIFA_ERROR_INPUT if there is none, naming the nearest, or more than one. */
TIFA_API int64_t tifa_concepts_resolve(const TifaConcepts *concepts, const char *name, GError **error);

/* Indices of concepts. Free the items with g_free(). */
typedef struct {
    uint32_t *items;
    size_t length, capacity;
} TifaConceptList;

/* Appends the concepts of a category (NULL: all) in the order of the dictionary. False with TIFA_ERROR_INPUT,
 * naming the categories, if there is no such category. */
TIFA_API bool tifa_concepts_select(const TifaConcepts *concepts, const char *category, TifaConceptList *list,
                                   GError **error);

typedef enum {
    TIFA_RELATION_BROADER,
    TIFA_RELATION_NARROWER,
    TIFA_RELATION_RELATED,
    TIFA_RELATION_RENAMED_TO,
    TIFA_RELATION_RENAMED_FROM,
    TIFA_RELATION_COUNT
} TifaRelationKind;

/* "broader", "narrower", "related", "renamed to", "renamed from". */
TIFA_API const char *tifa_relation_name(TifaRelationKind kind);

typedef struct {
    TifaRelationKind kind;
    uint32_t concept; /* the other one */
    char date[12];    /* of a renaming, ISO; else empty */
} TifaRelation;

typedef struct {
    TifaRelation *items;
    size_t length, capacity;
} TifaRelations;

/* Appends the relations of a concept to others of the dictionary, those included that only the other's row
 * names. Free the items with g_free(). */
TIFA_API void tifa_concepts_relations(const TifaConcepts *concepts, uint32_t concept,
                                      TifaRelations *relations);

/* What is asked of a place where a label stands, besides the label: "not where 门 stands right behind" ...;
 * NULL-terminated. Free with g_strfreev(). */
TIFA_API char **tifa_concepts_rules(const TifaConcepts *concepts, uint32_t concept, uint16_t variant);

/* Identifies the dictionary's content: the first 16 hexadecimal digits of the SHA-256 of all its files, one
 * behind the other, "/", and the version of the matcher. Lent. */
TIFA_API const char *tifa_concepts_stamp(const TifaConcepts *concepts);

/* What is known about a text besides its characters; all may be missing. */
typedef struct {
    const char *date; /* ISO: labels that are valid only in some years */
    const TifaTokens
        *tokens; /* the text's words: labels of two characters are refused where they lie across words */
} TifaTagHints;

/* Appends the concepts found in `length` bytes of valid UTF-8, ordered by start, the longer first. `hints`
 * may be NULL. A label inside a longer label of the same concept is no tag of its own. */
TIFA_API void tifa_concepts_tag(const TifaConcepts *concepts, const char *text, size_t length,
                                const TifaTagHints *hints, TifaTags *tags);

/* What decided about a label that stands in a text. */
typedef enum {
    TIFA_WHY_TAGGED,   /* nothing speaks against it */
    TIFA_WHY_CASE,     /* other capitals than the label's */
    TIFA_WHY_CAPITALS, /* a label with the guard case, among words all in capitals */
    TIFA_WHY_NEGATED,  /* behind "non" */
    TIFA_WHY_GUARD,    /* the guard named */
    TIFA_WHY_DATE,     /* the guard named: the text's date is outside its range */
    TIFA_WHY_WORDS,    /* lies across the words of the text */
    TIFA_WHY_INSIDE,   /* inside a longer label of the same concept */
    TIFA_WHY_NEVER,    /* the label is not looked for: guard never, or flag struct */
} TifaWhy;

/* One label that stands in a text, and whether it became a tag. */
typedef struct {
    TifaSpan span;
    uint32_t concept;
    uint16_t variant;
    uint16_t why;      /* TifaWhy */
    const char *guard; /* the guard that decided, as written, or NULL. Lent by the dictionary */
    TifaSpan evidence; /* the words of the text that decided; empty if none did */
} TifaVerdict;

typedef struct {
    TifaVerdict *items;
    size_t length, capacity;
} TifaVerdicts;

/* Appends a verdict for every label that stands in the text and overlaps `place`, ordered like tags. */
TIFA_API void tifa_concepts_why(const TifaConcepts *concepts, const char *text, size_t length,
                                const TifaTagHints *hints, TifaSpan place, TifaVerdicts *verdicts);

/* The name of a reason ("tagged", "case", "guard" ...). */
TIFA_API const char *tifa_why_name(TifaWhy why);

/* The reason in one clause, with the guard and the words of the text that decided. Free with g_free(). */
TIFA_API char *tifa_concepts_explain(const TifaConcepts *concepts, const char *text,
                                     const TifaVerdict *verdict);

/* One fault of a dictionary. column counts cells from 1; 0 is the whole line. The reason does not name the
 * place. */
typedef struct {
    char *file;
    uint32_t line, column;
    bool is_error; /* false: the dictionary loads nonetheless */
    char *reason;
} TifaFault;

/* The faults found, the first thousand kept, and how many there are. */
typedef struct {
    TifaFault *items;
    size_t length, capacity;
    size_t errors, warnings;
} TifaFaults;

TIFA_API void tifa_faults_free(TifaFaults *faults);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaFaults, tifa_faults_free)

/* All faults of what tifa_concepts_load_all() would load; NULL with an error only if a file cannot be read.
 */
TIFA_API TifaFaults *tifa_concepts_check(const char *const *paths, const TifaConceptSource *sources,
                                         size_t source_count, GError **error);

/* Forms in which dictionaries are exchanged. */
typedef enum {
    TIFA_EXCHANGE_TSV,    /* the format of tifa-concepts(5) */
    TIFA_EXCHANGE_CSV,    /* the same columns, RFC 4180 */
    TIFA_EXCHANGE_TURTLE, /* SKOS */
    TIFA_EXCHANGE_RDFXML, /* SKOS */
} TifaExchange;

/* The dictionary in one of these forms; *length (may be NULL) gets its bytes. Free with g_free(). */
TIFA_API char *tifa_concepts_export(const TifaConcepts *concepts, TifaExchange form, size_t *length);

/* A dictionary of another form in the format of tifa-concepts(5), to be checked and loaded like any other.
 * Free with g_free(). */
TIFA_API char *tifa_concepts_import(const TifaConceptSource *source, TifaExchange form, size_t *length,
                                    GError **error);

/* Finds fixed phrases of texts that a dictionary lacks. Texts are added one by one and kept as numbers, some
 * six bytes a character, until the discovery is freed. */
typedef struct TifaDiscovery TifaDiscovery;

/* `known` (may be NULL) must outlive the discovery: its labels are not proposed. */
TIFA_API TifaDiscovery *tifa_discovery_new(const TifaConcepts *known);
TIFA_API void tifa_discovery_free(TifaDiscovery *discovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaDiscovery, tifa_discovery_free)

/* Adds a text of valid UTF-8; `document` is the caller's number for it. False if there are too many
 * characters (2^31). */
TIFA_API bool tifa_discovery_add(TifaDiscovery *discovery, const char *text, size_t length, uint32_t document,
                                 GError **error);

typedef struct {
    size_t least_count;     /* of occurrences; 0: 5 */
    size_t least_documents; /* in which it occurs; 0: 2 */
    size_t shortest;        /* in characters; 0: 4, as most fixed phrases; 2 proposes words, too */
    size_t longest;         /* in characters; 0: 16, at most 64 */
    size_t at_most;         /* candidates; 0: 500 */
} TifaDiscoveryOptions;

/* A phrase proposed. */
typedef struct {
    char *text;
    size_t count, documents; /* occurrences that are not part of a longer candidate, and of all */
    size_t total;
    double cohesion; /* how much more often its parts stand together than by chance, in bits */
    double freedom;  /* how freely its neighbours vary, in bits: of the less free side */
    double score;    /* by which candidates are ordered */
    uint32_t example_document;
    TifaSpan example; /* its first place in that document's text */
} TifaCandidate;

typedef struct {
    TifaCandidate *items;
    size_t length, capacity;
} TifaCandidates;

/* Sets `candidates` to the best ones, the best first. `options` may be NULL. Clear with
 * tifa_candidates_clear(). */
TIFA_API void tifa_discovery_find(TifaDiscovery *discovery, const TifaDiscoveryOptions *options,
                                  TifaCandidates *candidates);
TIFA_API void tifa_candidates_clear(TifaCandidates *candidates);

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

/* "duty", "number" ...; "added", "strengthened" ... */
TIFA_API const char *tifa_meaning_kind_name(TifaMeaningKind kind);
TIFA_API const char *tifa_shift_name(TifaShift shift);

/* One thing that a change means, with the places of both texts that show it; spans are empty (0, 0) where a
 * side has nothing. */
typedef struct {
    TifaMeaningKind kind;
    TifaShift shift;
    size_t change;                      /* its index in tifa_comparison_changes() */
    TifaSpan before, after;             /* the words themselves */
    TifaSpan before_quote, after_quote; /* the sentences they stand in */
    TifaSpan actor, object; /* of a duty, where the clause shows them: in the new text, of a dropped
                               duty in the old */
    uint32_t concept;       /* of a concept */
} TifaMeaning;

typedef struct {
    TifaMeaning *items;
    size_t length, capacity;
} TifaMeanings;

/* Appends what the substantive changes mean, in their order. The tags are those of the whole documents, or
 * NULL. Free the items with g_free(). */
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

/* A place in a law; parts that are not named are 0. */
typedef struct {
    uint16_t article, insert; /* 第十二条之一: 12, 1 */
    uint16_t paragraph;       /* 款 */
    uint16_t point;           /* 项 */
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

#define TIFA_NONE SIZE_MAX

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

/* ---- Rooms joined ---------------------------------------------------------------------------- */

/* Tags a text with the words that the segmenter cuts it into as hints; what the corpus does on adding. `date`
 * may be NULL. */
TIFA_API void tifa_tag(const TifaConcepts *concepts, TifaSegmenter *segmenter, const char *text,
                       size_t length, const char *date, TifaTags *tags);

/* What tifa_tag() decides about every label that stands in the text. */
TIFA_API void tifa_why(const TifaConcepts *concepts, TifaSegmenter *segmenter, const char *text,
                       size_t length, const char *date, TifaVerdicts *verdicts);

/* The first document of one file ("-": standard input); the caller's. */
TIFA_API TifaDocument *tifa_read_one(const char *path, GError **error);

/* A cutter for tifa_compare() that cuts with the segmenter, which must outlive it. */
TIFA_API TifaCutter tifa_cutter(TifaSegmenter *segmenter);

/* ---- The corpus ------------------------------------------------------------------------------ */

/* One corpus is one SQLite file. Any number may read it while one writes. */
typedef struct TifaCorpus TifaCorpus;

typedef enum {
    TIFA_CORPUS_READ,
    TIFA_CORPUS_WRITE,
    TIFA_CORPUS_CREATE, /* to write; made if it is not there */
} TifaCorpusMode;

TIFA_API TifaCorpus *tifa_corpus_open(const char *path, TifaCorpusMode mode, GError **error);
TIFA_API void tifa_corpus_close(TifaCorpus *corpus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaCorpus, tifa_corpus_close)

typedef enum {
    TIFA_OUTCOME_ADDED,
    TIFA_OUTCOME_KNOWN,   /* the same bytes are in the corpus already */
    TIFA_OUTCOME_SKIPPED, /* met in a folder, and of a kind that tifa does not read */
    TIFA_OUTCOME_FAILED,
    TIFA_OUTCOME_COUNT
} TifaOutcome;

/* What became of one file. What is reported as added is safely on disk. */
typedef struct {
    TifaOutcome outcome;
    const char *path;
    const char *message;  /* FAILED: the whole error; KNOWN: the path it was first added from; else "" */
    GPtrArray *documents; /* ADDED: of TifaDocument, lent; else NULL */
    size_t done, files;   /* files finished so far, this one included, and in all */
} TifaAdding;

typedef struct {
    TifaReaderOptions reader;
    unsigned commit_every; /* files that share a commit at most; 0: as many as come in two seconds */
    void (*report)(const TifaAdding *adding, void *data); /* called for every file, in order; may be NULL */
    void (*warn)(const char *warning,
                 void *data); /* called if the system lacks some protection; may be NULL */
    void *data;
} TifaAddOptions;

/* Adds files and, recursively, folders. One file is added whole or not at all; a bad file is reported and the
 * rest goes on. Returns false only where going on makes no sense (disk full, damaged corpus); *failed gets
 * the number of files that could not be added. May be interrupted and repeated at any time. */
TIFA_API bool tifa_corpus_add(TifaCorpus *corpus, const char *const *paths, const TifaAddOptions *options,
                              size_t *failed, GError **error);

/* One document of the corpus in short; strings lent, NULL where unknown. */
typedef struct {
    int64_t id;
    const char *title, *date, *issuer, *number, *language, *format, *path;
    size_t passages;
} TifaEntry;

/* All documents, in the order they were added. */
typedef struct TifaEntries TifaEntries;
TIFA_API TifaEntries *tifa_corpus_list(TifaCorpus *corpus, GError **error);
TIFA_API void tifa_entries_free(TifaEntries *entries);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaEntries, tifa_entries_free)
TIFA_API size_t tifa_entries_count(const TifaEntries *entries);
TIFA_API TifaEntry tifa_entries_get(const TifaEntries *entries, size_t index);

/* The id of the one document that `name` names: its id, its 发文字号, its path or the end of it, or its title
 * or a part of it that no other title has. 0 with TIFA_ERROR_INPUT if there is none or more than one. */
TIFA_API int64_t tifa_corpus_resolve(TifaCorpus *corpus, const char *name, GError **error);

/* A document as it was read; the caller's. */
TIFA_API TifaDocument *tifa_corpus_get(TifaCorpus *corpus, int64_t id, GError **error);
TIFA_API bool tifa_corpus_remove(TifaCorpus *corpus, int64_t id, GError **error);

/* The concepts that the corpus is tagged with: the installed dictionary's and its own. Lent. */
TIFA_API const TifaConcepts *tifa_corpus_concepts(TifaCorpus *corpus, GError **error);

/* Makes a dictionary part of the corpus, which carries it from then on, or takes one out again by its name.
 * Tags change with the next tifa_corpus_rebuild(). A dictionary with faults is refused. */
TIFA_API bool tifa_corpus_adopt(TifaCorpus *corpus, const TifaConceptSource *dictionary, GError **error);
TIFA_API bool tifa_corpus_drop(TifaCorpus *corpus, const char *name, GError **error);

/* What can be made again from the kept texts. */
typedef enum {
    TIFA_LAYER_FULLTEXT = 1,
    TIFA_LAYER_TOKENS = 2,
    TIFA_LAYER_TAGS = 4,
    TIFA_LAYER_ALL = 7,
} TifaLayer;

/* Makes layers (a sum of TifaLayer) anew, all or nothing. `progress` (may be NULL) is called after each
 * document. */
TIFA_API bool tifa_corpus_rebuild(TifaCorpus *corpus, int layers,
                                  void (*progress)(size_t done, size_t of, void *data), void *data,
                                  GError **error);

/* Those of the layers that were made by another cutter or dictionary than the installed ones: what they
 * answer may differ from what a rebuild would give. 0 if there are none; -1 on error. */
TIFA_API int tifa_corpus_stale(TifaCorpus *corpus, int layers, GError **error);

/* What tifa_corpus_check() found; each string is one sentence. */
typedef struct {
    char **problems; /* damage: a restore or a rebuild is needed; empty if all is well */
    char **remarks; /* stale layers, gaps in coverage: years without documents, missing numbers of a 〔year〕
                       series */
    size_t documents, passages, terms, tags; /* terms: different words */
} TifaHealth;

TIFA_API TifaHealth *tifa_corpus_check(TifaCorpus *corpus, GError **error);
TIFA_API void tifa_health_free(TifaHealth *health);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaHealth, tifa_health_free)

/* ---- Questions ------------------------------------------------------------------------------- */

/* A question in the query language, understood. */
typedef struct TifaQuery TifaQuery;

/* NULL with TIFA_ERROR_QUERY, naming the column and the right form. */
TIFA_API TifaQuery *tifa_query_parse(const char *text, GError **error);
TIFA_API void tifa_query_free(TifaQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaQuery, tifa_query_free)

/* The layers (a sum of TifaLayer) that its answer rests on. */
TIFA_API int tifa_query_layers(const TifaQuery *query);

/* One place found, in context. Strings are owned by the hits. */
typedef struct {
    int64_t document, passage;
    TifaSpan span;            /* in the document's text */
    uint16_t article, insert; /* of the article it stands in, 0 for none */
    uint32_t page;            /* from 1, 0 for none */
    const char *left, *match, *right;
    TifaEntry entry; /* the document */
} TifaHit;

typedef struct TifaHits TifaHits;

typedef struct {
    size_t context; /* characters on each side; 0: 40 */
    size_t limit;   /* at most so many hits; 0: all */
    size_t offset;  /* so many hits are passed over first */
} TifaFindOptions;

/* The places in the order of the corpus. An empty result is no error. */
TIFA_API TifaHits *tifa_corpus_find(TifaCorpus *corpus, const TifaQuery *query,
                                    const TifaFindOptions *options, GError **error);
TIFA_API void tifa_hits_free(TifaHits *hits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaHits, tifa_hits_free)
TIFA_API size_t tifa_hits_count(const TifaHits *hits);
TIFA_API const TifaHit *tifa_hits_get(const TifaHits *hits, size_t index);

/* Whether there are more hits than the limit let through. */
TIFA_API bool tifa_hits_has_more(const TifaHits *hits);

/* Proposes fixed phrases of the corpus that `known` (may be NULL) lacks, the best first, as
 * tifa_discovery_find() does; `options` may be NULL. The hit of the same number is an example. NULL on error.
 */
TIFA_API TifaHits *tifa_corpus_discover(TifaCorpus *corpus, const TifaConcepts *known,
                                        const TifaDiscoveryOptions *options, TifaCandidates *candidates,
                                        GError **error);

typedef enum {
    TIFA_BY_NOTHING,
    TIFA_BY_YEAR,
    TIFA_BY_AGENCY,
    TIFA_BY_DOCUMENT,
} TifaGrouping;

/* One row of a count. */
typedef struct {
    const char *key;    /* "2021", an agency, a title; "" for what has none */
    int64_t document;   /* BY_DOCUMENT: its id, else 0 */
    uint64_t hits;      /* places in all documents of the row */
    uint64_t documents; /* documents with at least one */
    uint64_t of;        /* documents of that year or agency in the corpus */
} TifaCount;

typedef struct TifaCounts TifaCounts;

/* Counts every place exactly; rows by year ascending, else by hits descending. */
TIFA_API TifaCounts *tifa_corpus_count(TifaCorpus *corpus, const TifaQuery *query, TifaGrouping by,
                                       GError **error);
TIFA_API void tifa_counts_free(TifaCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaCounts, tifa_counts_free)
TIFA_API size_t tifa_counts_rows(const TifaCounts *counts);
TIFA_API TifaCount tifa_counts_get(const TifaCounts *counts, size_t index);
TIFA_API uint64_t tifa_counts_total(const TifaCounts *counts);
TIFA_API TifaGrouping tifa_counts_grouping(const TifaCounts *counts);

/* ---- Printing -------------------------------------------------------------------------------- */

typedef enum {
    TIFA_FORMAT_TEXT,
    TIFA_FORMAT_JSON, /* one object a line; a single object for one document or comparison */
    TIFA_FORMAT_CSV,
    TIFA_FORMAT_HTML, /* one page that needs nothing else */
} TifaFormat;

/* Where and how to print. */
typedef struct {
    FILE *file;
    TifaFormat format;
    unsigned width; /* columns of the terminal */
    bool has_color;
} TifaPrinter;

/* Each prints one kind of result. False with TIFA_ERROR_INPUT where the format is not made for it, and with
 * TIFA_ERROR_SYSTEM when writing fails. */
/* `first` is the number of the first hit printed. */
TIFA_API bool tifa_print_hits(const TifaPrinter *printer, const TifaHits *hits, size_t first, GError **error);
TIFA_API bool tifa_print_counts(const TifaPrinter *printer, const TifaCounts *counts, GError **error);
TIFA_API bool tifa_print_entries(const TifaPrinter *printer, const TifaEntries *entries, GError **error);
/* The text, and before it the fields if they are wanted; JSON always has all. */
TIFA_API bool tifa_print_document(const TifaPrinter *printer, const TifaDocument *document, bool with_fields,
                                  GError **error);
/* `text` is the text that was tagged. */
TIFA_API bool tifa_print_tags(const TifaPrinter *printer, const TifaConcepts *concepts, const char *text,
                              const TifaTags *tags, GError **error);
/* What became of every label in the text. */
TIFA_API bool tifa_print_verdicts(const TifaPrinter *printer, const TifaConcepts *concepts, const char *text,
                                  const TifaVerdicts *verdicts, GError **error);
/* A line for each concept. */
TIFA_API bool tifa_print_concepts(const TifaPrinter *printer, const TifaConcepts *concepts,
                                  const TifaConceptList *list, GError **error);
/* All about one concept. */
TIFA_API bool tifa_print_concept(const TifaPrinter *printer, const TifaConcepts *concepts, uint32_t concept,
                                 GError **error);
TIFA_API bool tifa_print_faults(const TifaPrinter *printer, const TifaFaults *faults, GError **error);
/* `examples` are those of tifa_corpus_discover(). */
TIFA_API bool tifa_print_candidates(const TifaPrinter *printer, const TifaCandidates *candidates,
                                    const TifaHits *examples, GError **error);
TIFA_API bool tifa_print_tokens(const TifaPrinter *printer, const char *line, const TifaTokens *tokens,
                                GError **error);
/* How a comparison is printed. */
typedef struct {
    bool is_all; /* in text and HTML, show unchanged units and changes of no substance, too */
    const TifaDecision *decision;          /* to be held against the comparison; may be NULL */
    const TifaDocument *decision_document; /* what the decision was read from; may be NULL without one */
} TifaComparisonPrinting;

/* What changed, in the order of the new text, and what of it the decision orders. */
TIFA_API bool tifa_print_comparison(const TifaPrinter *printer, const TifaDocument *before,
                                    const TifaDocument *after, const TifaComparison *comparison,
                                    const TifaComparisonPrinting *printing, GError **error);

/* Whether anything changed that is worth telling: a line with the title that one of the two readers has put
 * into the title field alone is not. */
TIFA_API bool tifa_comparison_has_changes(const TifaComparison *comparison, const TifaDocument *before,
                                          const TifaDocument *after);
TIFA_API bool tifa_print_adding(const TifaPrinter *printer, const TifaAdding *adding, GError **error);
TIFA_API bool tifa_print_health(const TifaPrinter *printer, const TifaHealth *health, GError **error);

G_END_DECLS
