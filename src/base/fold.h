/* fold.h - characters made comparable: traditional to simplified, full width to half width, upper to lower
 * case.
 *
 * Folding maps one character to one character and looks at nothing but that character, so that a folded text
 * has as many characters as the text itself and a question folded alone is what stands in the folded text. It
 * is for comparing only; stored text is never folded. The traditional-simplified pairs are made at build time
 * from OpenCC's characters.
 *
 * Some 100 characters are both: 乾 (qian, dry or a name) is a traditional form of 干 and a good simplified
 * character. FOLD_TRADITIONAL maps them too and is right for text known to be traditional; FOLD_SIMPLIFIED
 * leaves them alone.
 */
#pragma once

#include "tifa.h"

typedef enum {
    FOLD_SIMPLIFIED,
    FOLD_TRADITIONAL,
} FoldScript;

/* c folded. */
gunichar fold_char(gunichar c, FoldScript script);

/* Whether c, of the first block of unified ideographs, is written in traditional text only: evidence for the
 * script of a text. */
bool fold_is_traditional(gunichar c);

/* The same for simplified text. */
bool fold_is_simplified(gunichar c);

enum { FOLD_MOST_SOURCES = 16 };

/* The characters that are folded to c, which is itself folded: c first, and how many they are. */
size_t fold_sources(gunichar c, FoldScript script, gunichar sources[FOLD_MOST_SOURCES]);

/* `length` bytes folded, a new NUL-terminated string of *new_length bytes (may be NULL). Free with g_free().
 */
char *fold_text(const char *text, size_t length, FoldScript script, size_t *new_length);
