/* paper.h - a printer that prints into memory. */
#pragma once

#include "tifa.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
    TifaPrinter printer;
    char *text;
    size_t length;
} Paper;

static inline void paper_open(Paper *paper, TifaFormat format)
{
    *paper = (Paper){.printer = {.format = format, .width = 80}};
    if (format == TIFA_FORMAT_HTML || format == TIFA_FORMAT_XLSX)
        paper->printer.sheet = tifa_sheet_new(NULL);
    paper->printer.file = open_memstream(&paper->text, &paper->length);
}

/* What was printed; free with paper_clear(). */
static inline const char *paper_read(Paper *paper)
{
    fflush(paper->printer.file);
    return paper->text;
}

static inline void paper_clear(Paper *paper)
{
    fclose(paper->printer.file);
    tifa_sheet_free(paper->printer.sheet);
    free(paper->text);
}
