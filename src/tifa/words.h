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

/* Takes NULL-ended `words` as the user's own, instead of those taken before: each is one word of the reader
 * wherever it stands (fine, it begins and ends where words do), before every other rule. Words have 2 to 64
 * characters, letters and digits alone. False with TIFA_ERROR_INPUT, naming the word, if one cannot be taken;
 * then nothing has changed. The stamp changes with the words. */
TIFA_API bool tifa_segmenter_add_words(TifaSegmenter *segmenter, const char *const *words, GError **error);

/* Cuts `length` bytes of valid UTF-8 and appends their tokens, which tile the text; spans count from the
 * start of `text`. A '\n' ends a sentence. */
TIFA_API void tifa_segmenter_cut(TifaSegmenter *segmenter, const char *text, size_t length,
                                 TifaGranularity granularity, TifaTokens *tokens);

/* ---- Printing -------------------------------------------------------------------------------- */

/* The words of a line, whose tokens these are. */
TIFA_API bool tifa_print_tokens(const TifaPrinter *printer, const char *line, const TifaTokens *tokens,
                                GError **error);

G_END_DECLS
