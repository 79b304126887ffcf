/* error.h - how the house reports trouble.
 *
 * A function that can fail returns bool or a pointer and takes a GError ** last. The message has the form
 * "thing: place: reason; what to do" and is written by the room that knows; it is printed once, by cli/.
 * A bug is g_assert(); a user's mistake never is.
 */
#pragma once

#include "tifa.h"

/* Sets *error (unless error is NULL) to a message in printf form and returns false, so that a function can
 * end with `return fail(error, TIFA_ERROR_INPUT, "%s: is empty", name);`. */
bool fail(GError **error, TifaError code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* Puts "prefix: " before the message of *error, where the caller knows a thing or place that the callee did
 * not. Returns false like fail(). */
bool fail_in(GError **error, const char *prefix);
