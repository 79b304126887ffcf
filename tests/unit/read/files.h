/* files.h - files for the tests of the reader, in a folder that goes with the test. */
#pragma once

#include "tifa.h"

/* Makes the folder; call first in every test. */
void files_set_up(void);
void files_tear_down(void);

/* The path of a file in the folder, which may not exist. Lent until files_tear_down(). */
const char *files_path(const char *name);

/* Writes a file with that content and returns its path. */
const char *files_write(const char *name, const char *content);

/* A reader on the helper that the build made, or on the misbehaving one. Both stop a file after `seconds`. */
TifaReader *files_reader(unsigned jobs, unsigned seconds);
TifaReader *files_misbehaving_reader(unsigned jobs, unsigned seconds);

/* Reads one file with the reader. */
TifaReading *files_read(TifaReader *reader, const char *path);

/* Reads a file with that content in a fresh misbehaving helper that is stopped after `seconds`, frees all and
 * returns the error's message (to be freed), or "" if there was none. */
char *files_complaint(const char *content, unsigned seconds);

/* The text of the reading's only document; fails the test if there is none. Lent. */
const char *files_text(const TifaReading *reading);
