/* sample.h - documents for the tests of this room: from lines of text, or from a Markdown file of the shared
 * texts. */
#pragma once

#include "tifa.h"

/* A document of the given lines, NULL-ended, its structure marked. Free with tifa_document_free(). */
TifaDocument *sample_of_lines(const char *const *lines);

/* A document of `text`, a block a line: # is a heading, blank lines and front matter go. */
TifaDocument *sample_of_markdown(const char *text);

/* The Markdown file at `path`, or NULL if it is missing. */
TifaDocument *sample_of_file(const char *path);

/* The path of `relative` in the folder of shared texts beside the project, or NULL (said on stderr) if there
 * is none. Free with g_free(). */
char *sample_shared(const char *relative);
