/* words.h - segmentation: text to words. A part of tifa.h. */
#pragma once

#include "tifa/printer.h"

G_BEGIN_DECLS

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

/* What is missing of the installation, and what is cut instead, one sentence; empty if all is there. Static.
 */
TIFA_API const char *tifa_segmenter_warning(const TifaSegmenter *segmenter);

/* Takes NULL-ended `words` as the user's own, instead of those taken before: each is one word of the reader
 * wherever it stands (fine, it begins and ends where words do), before every other rule. Words have 2 to 64
 * characters, letters and digits alone. False with TIFA_ERROR_INPUT, naming the word, if one cannot be taken;
 * then nothing has changed. The stamp changes with the words. */
TIFA_API bool tifa_segmenter_add_words(TifaSegmenter *segmenter, const char *const *words, GError **error);

/* Cuts `length` bytes of valid UTF-8 and appends their tokens, which tile the text; spans count from the
 * start of `text`. A '\n' ends a sentence. */
TIFA_API void tifa_segmenter_cut(TifaSegmenter *segmenter, const char *text, size_t length,
                                 TifaGranularity granularity, TifaTokens *tokens);

/* ---- Parts of speech ------------------------------------------------------------------------- */

/* The parts of speech of Universal Dependencies, in the order of their names. */
typedef enum {
    TIFA_PART_NONE, /* white space */
    TIFA_PART_ADJ,
    TIFA_PART_ADP,
    TIFA_PART_ADV,
    TIFA_PART_AUX,
    TIFA_PART_CCONJ,
    TIFA_PART_DET,
    TIFA_PART_INTJ,
    TIFA_PART_NOUN,
    TIFA_PART_NUM,
    TIFA_PART_PART,
    TIFA_PART_PRON,
    TIFA_PART_PROPN,
    TIFA_PART_PUNCT,
    TIFA_PART_SCONJ,
    TIFA_PART_SYM,
    TIFA_PART_VERB,
    TIFA_PART_X, /* other: words of foreign scripts in a Chinese sentence */
    TIFA_PARTS,
} TifaPart;

/* Sets parts[i] to the TifaPart of each token of a text, as tifa_segmenter_cut() gave them for the whole of
 * it in either granularity. Words of an English sentence get theirs by a short list and their endings: a
 * guess. */
TIFA_API void tifa_segmenter_tag_parts(TifaSegmenter *segmenter, const char *text, const TifaTokens *tokens,
                                       uint8_t *parts);

/* "NOUN"; "" for TIFA_PART_NONE. Static. */
TIFA_API const char *tifa_part_name(TifaPart part);

/* The part of that name, in capitals or not; TIFA_PART_NONE if there is none. */
TIFA_API TifaPart tifa_part_named(const char *name);

/* ---- Printing -------------------------------------------------------------------------------- */

/* The words of a line, whose tokens these are, with their TifaPart unless `parts` is NULL. */
TIFA_API bool tifa_print_tokens(const TifaPrinter *printer, const char *line, const TifaTokens *tokens,
                                const uint8_t *parts, GError **error);

G_END_DECLS
