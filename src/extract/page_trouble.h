/* page_trouble.h - what is not right with a page, told once for all neighbouring pages that share it. */
#pragma once

#include "text/document.h"

typedef enum {
    TROUBLE_NONE,
    TROUBLE_DAMAGED,
    TROUBLE_SCAN,       /* pictures without text, and nobody asked to recognise it */
    TROUBLE_GARBLED,    /* text that means nothing */
    TROUBLE_RECOGNISED, /* read from a picture */
    TROUBLE_UNSURE,     /* the same, with many doubts */
    TROUBLE_EMPTY,      /* a picture in which no text was found */
    TROUBLE_NO_TIME,    /* a picture left for lack of time */
    TROUBLE_NO_OCR,     /* a picture, and no program to recognise it */
} Trouble;

/* What it is and what to do, as part of a sentence. */
const char *trouble_words(Trouble trouble);

/* Pages in a row with the same trouble; all zero to begin with. */
typedef struct {
    Trouble trouble;
    int first, last; /* pages, from 1 */
} TroubleRun;

/* Adds the next page; warns of the run it ends. */
void trouble_add(TroubleRun *run, Trouble trouble, TifaDocument *document);

/* Warns of the last run. */
void trouble_end(const TroubleRun *run, TifaDocument *document);
