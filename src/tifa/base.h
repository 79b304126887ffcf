/* base.h - errors and places in a text. A part of tifa.h. */
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
    TIFA_BLOCK_FOLDED = 4,   /* the file has radicals or compatibility forms in the place of its ideographs */
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

G_END_DECLS
