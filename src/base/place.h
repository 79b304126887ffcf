/* place.h - where the program's own parts and data are.
 *
 * In this order: below the folder named by the environment variable TIFA_PREFIX, below the folder above the
 * running program's bin/, below the prefix it was built for. The build tree has the same shape, so tests need
 * nothing else.
 */
#pragma once

#include "tifa.h"

/* The path of a file or folder of the installation, given relative to the prefix ("libexec/tifa/tifa-read",
 * "share/tifa/concepts"). Never NULL; the file may not exist. Free with g_free(). */
char *place_of(const char *relative);
