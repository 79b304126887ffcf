/* serve.h - the life of a helper process: greet, then read files until there are no more.
 *
 * Descriptor 3 is the socket to the reader (text/exchange.h). A helper ends when the reader does, when it has
 * grown too large to be worth keeping, or by a signal; it never reports trouble by other means than its
 * answers.
 */
#pragma once

#include "extract/extract.h"

/* A function like extract_any(). */
typedef bool ExtractFunction(const ExtractInput *input, GPtrArray *documents, GPtrArray *failures,
                             GError **error);

/* The main function of a helper, called as PROGRAM MEMORY OUTPUT: how many bytes it may use, and how many an
 * answer may have. Returns the exit status. */
int serve(int count, char **arguments, ExtractFunction *extract);
