/* title.h - what a title says: the name of an instrument, and beside it marks of version, draft and year.
 *
 * Titles of one instrument differ in print (中华人民共和国, 《》, blanks, widths, traditional characters), in
 * marks that say which version it is (2019年修正, 征求意见稿), and in the notice that carries it
 * (关于印发…的通知). What is left is its name. Marks that tell instruments apart stay: 实施细则 (implementing
 * rules), 试行 (for trial), （二） (the second of its name).
 */
#pragma once

#include "tifa.h"

typedef struct {
    char *name;    /* the instrument's */
    char *settled; /* the same without 试行 and 暂行 (for trial): what an instrument may be called that takes
                      its place */
    char *series; /* the same without years, ordinals and periods of five years */
    char *amended; /* the name of the instrument that 关于修改《…》的决定 and …修正案 amend, or NULL */
    bool amends_several; /* 关于修改《…》等八部法律的决定, 关于修改部分行政法规的决定: its text says which */
    const char *draft;   /* the kind of draft, or NULL; static */
    unsigned stage;      /* of a draft: later ones are higher */
    unsigned year;       /* that a document of a year names, 0 if none */
    unsigned period_end; /* the last year of a period that it names, 0 if none */
} Title;

/* The patterns, made once for many titles. */
typedef struct TitleReader TitleReader;
TitleReader *title_reader_new(void);
void title_reader_free(TitleReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TitleReader, title_reader_free)

Title title_read(const TitleReader *reader, const char *text);
void title_clear(Title *title);
