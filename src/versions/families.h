/* families.h - inside versions/: the documents of a corpus grouped into instruments and their versions.
 *
 * Three steps, each over all documents once: papers.c reads what the fields tell of each document; group.c
 * says which of them belong to one instrument, by hashing names, never by looking at all pairs; lineage.c
 * puts the documents of an instrument into versions by date; translations.c finds what English texts
 * translate; validity.c and ties.c say from when until when each was in force. Nothing is kept but what
 * people say (table relation): the rest is worked out anew each time.
 */
#pragma once

#include "base/array.h"
#include "corpus/corpus.h"
#include "versions/title.h"

/* One making of a text as a preamble tells it: adopted on the first day, promulgated on the last. */
typedef struct {
    const char *first, *last, *deed;
} Making;

/* What the fields tell of a document; strings are the families'. */
typedef struct {
    int64_t id;
    Title title;
    const char *values[TIFA_FIELD_COUNT]; /* NULL where unknown */
    bool is_dated_by_text;                /* its date comes from the preamble */
    const char *path;
    const char
        *scope; /* whose instruments its name is one of: "" the nation's, else an agency; NULL unknown */
    const char *name; /* with the scope, what groups it: see group.c */
    ARRAY(Making) makings;
    ARRAY(const char *)
    amended; /* titles of the instruments it amends, as its text names them if they are several */
    size_t family, version;
    const char *said; /* see TifaVersion */
} Paper;

/* What people said of two documents. */
typedef struct {
    size_t paper, other; /* indices of papers */
    TifaLink link;       /* TIFA_LINK_COUNT: not related */
} Saying;

/* A text, and the one it is taken to translate. */
typedef struct {
    size_t paper, original; /* indices of papers */
    const char *said;       /* see TifaTie */
    bool is_sure;
} Translation;

typedef struct {
    const char *title, *series, *note;
    bool is_rule;
    size_t first, count, texts;
    size_t *papers, paper_count; /* indices of its papers, a part of TifaFamilies.members */
} Family;

struct TifaFamilies {
    GStringChunk *strings;
    TitleReader *titles;
    ARRAY(Paper) papers; /* by document id */
    ARRAY(Saying) sayings;
    GHashTable *apart; /* int64_t[2] of paper indices, the smaller first: not related */
    size_t *members;
    ARRAY(Family) families;
    ARRAY(TifaVersion) versions;
    ARRAY(int64_t) documents; /* the versions' documents, of each version in a row */
    ARRAY(Translation) translations;
    ARRAY(TifaTie) ties;
};

/* The index of the paper of that document, TIFA_NONE if there is none. */
size_t paper_find(const TifaFamilies *families, int64_t document);

/* Whether a paper was adopted, and not only drafted. */
bool paper_is_final(const Paper *paper);

/* papers.c: reads the papers and what people said. */
bool papers_read(TifaFamilies *families, TifaCorpus *corpus, GError **error);

/* group.c: says which papers are one instrument (Paper.family, Family.papers). */
void papers_group(TifaFamilies *families);

/* Whether people said that the two papers are not related. */
bool papers_are_apart(const TifaFamilies *families, size_t paper, size_t other);

/* lineage.c: makes the versions of every family. */
void families_make_versions(TifaFamilies *families);

/* translations.c: finds what English texts translate. Needs families. */
bool papers_find_translations(TifaFamilies *families, TifaCorpus *corpus, GError **error);

/* ties.c: finds the ties between families. Needs versions and translations. */
void families_find_ties(TifaFamilies *families);

/* validity.c: when each version was in force. Needs versions and ties. */
void families_find_validity(TifaFamilies *families);
