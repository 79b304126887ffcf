/* concepts.h - the dictionary in memory: concepts, their labels, the guards of each label, and the matcher
 * over all forms of all labels. Filled by build.c, read by the rest of the room.
 */
#pragma once

#include "tag/guard.h"
#include "tag/matcher.h"
#include "tag/sources.h"
#include "tag/table.h"

#define LABELS_AT_MOST 1000 /* of one concept */
#define GUARDS_AT_MOST 1000

typedef struct {
    const Table *table;
    const Row *row;
    uint16_t rank; /* of its dictionary: later ones win */
    uint32_t first_label, labels;
    const char *guards; /* as written */
    const char *flags;  /* as written */
    bool is_ambiguous, is_structural;
} Concept;

typedef struct {
    const char *text;
    uint32_t concept;
    uint16_t variant;
    uint16_t kind;          /* TifaLabelKind */
    uint32_t first_guard;   /* into guard_links, 0 for none */
    bool is_never, is_word; /* not looked for; refused where it lies across words */
    bool is_exact;          /* found only as it is spelled */
    bool is_case;           /* ... and not among words all in capitals */
} Label;

/* A label may have several guards and a guard several labels. */
typedef struct {
    uint32_t guard, next;
} GuardLink;

/* What a string of the matcher stands for. Several claims on one string are linked. */
typedef struct {
    uint32_t label, next;
    const char *spelled; /* for exact labels */
    Form rest;           /* the characters behind an insertion; empty for most */
    uint8_t insert;      /* how many characters may be inserted */
    uint8_t strength;    /* ClaimStrength */
} Claim;

/* Of two concepts that claim one string the stronger gets it. */
typedef enum {
    CLAIM_PINYIN,
    CLAIM_DERIVED, /* a plural or another spelling */
    CLAIM_NAMED,   /* the label itself */
} ClaimStrength;

struct TifaConcepts {
    GPtrArray *tables;
    ARRAY(Concept) concepts;
    ARRAY(Label) labels;
    ARRAY(Guard) guards;
    ARRAY(GuardLink) guard_links; /* the first is not used */
    ARRAY(Claim) claims;          /* the first is not used */
    GHashTable *ids;              /* id to index + 1 */
    GStringChunk *strings;
    Matcher *matcher;
    char *stamp;
    GMappedFile *snapshot; /* what holds all of the above, if it was not read from text; see snapshot.h */
};

/* Makes the dictionaries of `sources` ready. What is wrong goes to `faults`; the rest is usable even so. */
TifaConcepts *concepts_build(const Sources *sources, TifaFaults *faults);

/* Where a concept's cell stands. */
FaultPlace concept_place(const Concept *concept, Column column);

/* The column a label came from. */
Column label_column(const Label *label);

/* Whether a label is a preferred one, which is shown and so is no pattern. */
bool label_is_shown(const Label *label);
