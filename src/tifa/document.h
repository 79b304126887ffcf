/* document.h - documents, and reading files to documents. A part of tifa.h. */
#pragma once

#include "tifa/printer.h"

G_BEGIN_DECLS

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
    TIFA_FIELD_MEMBER,     /* its name in the archive it came in */
    TIFA_FIELD_HISTORY,    /* what the preamble says was done: 1993-07-02 通过、2007-12-29 修订 */
    TIFA_FIELD_INDEX,      /* 索引号, its number in the agency's catalogue */
    TIFA_FIELD_SUBJECTS,   /* 主题词: its subject words, as the agency chose them */
    TIFA_FIELD_CATEGORY,   /* 主题分类, where it stands in the agency's catalogue */
    TIFA_FIELD_DISCLOSURE, /* 公开类别 or 公开方式: 主动公开 ... */
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
    unsigned seconds;  /* wall-clock limit for one file; 0: 60, with ocr 600 */
    uint64_t max_size; /* the largest file to read, in bytes; 0: 64 MiB */
    bool ocr;          /* recognise pages that are only images, and image files */
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

/* Waits until the oldest pending file is read, if there is one; false if a signal came first. */
TIFA_API bool tifa_reader_wait(TifaReader *reader);

/* Waits for the oldest pending file; NULL if none is pending. */
TIFA_API TifaReading *tifa_reader_next(TifaReader *reader);
TIFA_API void tifa_reading_free(TifaReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaReading, tifa_reading_free)

/* The document of a file that holds just one; it is the caller's then. NULL with TIFA_ERROR_INPUT if the file
 * could not be read, or holds several: the message names some. */
TIFA_API TifaDocument *tifa_reading_take_only(TifaReading *reading, GError **error);

/* ---- Printing -------------------------------------------------------------------------------- */

/* The text, and before it the fields if they are wanted; JSON always has all. */
TIFA_API bool tifa_print_document(const TifaPrinter *printer, const TifaDocument *document, bool with_fields,
                                  GError **error);

/* A document, or a part of it, with places in it marked. */
typedef struct {
    bool with_fields;
    const TifaSpan *marks; /* in order, none inside another */
    size_t mark_count;
    uint16_t article, insert; /* these blocks alone; 0: all */
    uint32_t from;            /* from the block with that byte on */
} TifaView;

TIFA_API bool tifa_print_view(const TifaPrinter *printer, const TifaDocument *document, const TifaView *view,
                              GError **error);

G_END_DECLS
