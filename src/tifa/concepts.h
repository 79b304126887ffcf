/* concepts.h - concepts: text to tags, and dictionaries of them. A part of tifa.h. */
#pragma once

#include "tifa/printer.h"

G_BEGIN_DECLS

/* ---- Concepts: text to tags ------------------------------------------------------------------ */

/* A dictionary of concepts, ready to be looked for. Its format is described in tifa-concepts(5). */
typedef struct TifaConcepts TifaConcepts;

/* One concept; strings lent, never NULL (empty where the dictionary says nothing). broader, related,
 * renamed_to, facets and flags are lists separated by '|', guards is as written. */
typedef struct {
    const char *id, *zh, *en, *category, *gloss;
    const char *zh_hant, *pinyin, *broader, *related, *renamed_to, *valid_from, *valid_to;
    const char *guards, *facets, *flags, *source;
    const char *file; /* where the concept stands */
    uint32_t line;
} TifaConcept;

typedef enum {
    TIFA_LABEL_ZH,     /* simplified, the preferred one */
    TIFA_LABEL_ZH_ALT, /* simplified, further ones */
    TIFA_LABEL_HANT,   /* traditional; the first is the preferred one */
    TIFA_LABEL_PINYIN,
    TIFA_LABEL_EN,     /* English, the preferred one */
    TIFA_LABEL_EN_ALT, /* English, further ones */
} TifaLabelKind;

/* A dictionary's text that is not a file: the user's own, kept in a corpus. */
typedef struct {
    const char *name, *text;
    size_t length;
} TifaConceptSource;

/* Loads every *.tsv of the folder `path` (NULL: the installed dictionary), or the one file of that name. */
TIFA_API TifaConcepts *tifa_concepts_load(const char *path, GError **error);

/* Loads the dictionaries at `paths` (NULL-terminated, may be NULL; "" is the installed one), then `sources`.
 * A row replaces the row of an earlier dictionary with the same id, and takes over labels from other rows of
 * earlier ones. */
TIFA_API TifaConcepts *tifa_concepts_load_all(const char *const *paths, const TifaConceptSource *sources,
                                              size_t source_count, GError **error);
TIFA_API void tifa_concepts_free(TifaConcepts *concepts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaConcepts, tifa_concepts_free)

TIFA_API size_t tifa_concepts_count(const TifaConcepts *concepts);
TIFA_API TifaConcept tifa_concepts_get(const TifaConcepts *concepts, uint32_t concept);

/* The label `variant` of a concept (TifaTag.variant), 0 is the first; NULL behind the last. *kind may be
 * NULL. Lent. */
TIFA_API const char *tifa_concepts_label(const TifaConcepts *concepts, uint32_t concept, uint16_t variant,
                                         TifaLabelKind *kind);

/* The index of the concept with that id, or -1. */
TIFA_API int64_t tifa_concepts_find(const TifaConcepts *concepts, const char *id);

/* The index of the concept that a person calls `name`: its id, or a label of its that no other concept has.
 * -1 with TIFA_ERROR_INPUT if there is none, naming the nearest, or more than one. */
TIFA_API int64_t tifa_concepts_resolve(const TifaConcepts *concepts, const char *name, GError **error);

/* Indices of concepts. Free the items with g_free(). */
typedef struct {
    uint32_t *items;
    size_t length, capacity;
} TifaConceptList;

/* Appends the concepts of a category (NULL: all) in the order of the dictionary. False with TIFA_ERROR_INPUT,
 * naming the categories, if there is no such category. */
TIFA_API bool tifa_concepts_select(const TifaConcepts *concepts, const char *category, TifaConceptList *list,
                                   GError **error);

typedef enum {
    TIFA_RELATION_BROADER,
    TIFA_RELATION_NARROWER,
    TIFA_RELATION_RELATED,
    TIFA_RELATION_RENAMED_TO,
    TIFA_RELATION_RENAMED_FROM,
    TIFA_RELATION_COUNT
} TifaRelationKind;

/* "broader", "narrower", "related", "renamed to", "renamed from". */
TIFA_API const char *tifa_relation_name(TifaRelationKind kind);

typedef struct {
    TifaRelationKind kind;
    uint32_t concept; /* the other one */
    char date[12];    /* of a renaming, ISO; else empty */
} TifaRelation;

typedef struct {
    TifaRelation *items;
    size_t length, capacity;
} TifaRelations;

/* Appends the relations of a concept to others of the dictionary, those included that only the other's row
 * names. Free the items with g_free(). */
TIFA_API void tifa_concepts_relations(const TifaConcepts *concepts, uint32_t concept,
                                      TifaRelations *relations);

/* What is asked of a place where a label stands, besides the label: "not where 门 stands right behind" ...;
 * NULL-terminated. Free with g_strfreev(). */
TIFA_API char **tifa_concepts_rules(const TifaConcepts *concepts, uint32_t concept, uint16_t variant);

/* Identifies the dictionary's content: the first 16 hexadecimal digits of the SHA-256 of all its files, one
 * behind the other, "/", and the version of the matcher. Lent. */
TIFA_API const char *tifa_concepts_stamp(const TifaConcepts *concepts);

/* What is known about a text besides its characters; all may be missing. */
typedef struct {
    const char *date; /* ISO: labels that are valid only in some years */
    const TifaTokens
        *tokens; /* the text's words: labels of two characters are refused where they lie across words */
} TifaTagHints;

/* Appends the concepts found in `length` bytes of valid UTF-8, ordered by start, the longer first. `hints`
 * may be NULL. A label inside a longer label of the same concept is no tag of its own. */
TIFA_API void tifa_concepts_tag(const TifaConcepts *concepts, const char *text, size_t length,
                                const TifaTagHints *hints, TifaTags *tags);

/* What decided about a label that stands in a text. */
typedef enum {
    TIFA_WHY_TAGGED,   /* nothing speaks against it */
    TIFA_WHY_CASE,     /* other capitals than the label's */
    TIFA_WHY_CAPITALS, /* a label with the guard case, among words all in capitals */
    TIFA_WHY_NEGATED,  /* behind "non" */
    TIFA_WHY_GUARD,    /* the guard named */
    TIFA_WHY_DATE,     /* the guard named: the text's date is outside its range */
    TIFA_WHY_WORDS,    /* lies across the words of the text */
    TIFA_WHY_INSIDE,   /* inside a longer label of the same concept */
    TIFA_WHY_NEVER,    /* the label is not looked for: guard never, or flag struct */
} TifaWhy;

/* One label that stands in a text, and whether it became a tag. */
typedef struct {
    TifaSpan span;
    uint32_t concept;
    uint16_t variant;
    uint16_t why;      /* TifaWhy */
    const char *guard; /* the guard that decided, as written, or NULL. Lent by the dictionary */
    TifaSpan evidence; /* the words of the text that decided; empty if none did */
} TifaVerdict;

typedef struct {
    TifaVerdict *items;
    size_t length, capacity;
} TifaVerdicts;

/* Appends a verdict for every label that stands in the text and overlaps `place`, ordered like tags. */
TIFA_API void tifa_concepts_why(const TifaConcepts *concepts, const char *text, size_t length,
                                const TifaTagHints *hints, TifaSpan place, TifaVerdicts *verdicts);

/* The name of a reason ("tagged", "case", "guard" ...). */
TIFA_API const char *tifa_why_name(TifaWhy why);

/* The reason in one clause, with the guard and the words of the text that decided. Free with g_free(). */
TIFA_API char *tifa_concepts_explain(const TifaConcepts *concepts, const char *text,
                                     const TifaVerdict *verdict);

/* One fault of a dictionary. column counts cells from 1; 0 is the whole line. The reason does not name the
 * place. */
typedef struct {
    char *file;
    uint32_t line, column;
    bool is_error; /* false: the dictionary loads nonetheless */
    char *reason;
} TifaFault;

/* The faults found, the first thousand kept, and how many there are. */
typedef struct {
    TifaFault *items;
    size_t length, capacity;
    size_t errors, warnings;
} TifaFaults;

TIFA_API void tifa_faults_free(TifaFaults *faults);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaFaults, tifa_faults_free)

/* All faults of what tifa_concepts_load_all() would load; NULL with an error only if a file cannot be read.
 */
TIFA_API TifaFaults *tifa_concepts_check(const char *const *paths, const TifaConceptSource *sources,
                                         size_t source_count, GError **error);

/* Forms in which dictionaries are exchanged. */
typedef enum {
    TIFA_EXCHANGE_TSV,    /* the format of tifa-concepts(5) */
    TIFA_EXCHANGE_CSV,    /* the same columns, RFC 4180 */
    TIFA_EXCHANGE_TURTLE, /* SKOS */
    TIFA_EXCHANGE_RDFXML, /* SKOS */
} TifaExchange;

/* The dictionary in one of these forms; *length (may be NULL) gets its bytes. Free with g_free(). */
TIFA_API char *tifa_concepts_export(const TifaConcepts *concepts, TifaExchange form, size_t *length);

/* A dictionary of another form in the format of tifa-concepts(5), to be checked and loaded like any other.
 * Free with g_free(). */
TIFA_API char *tifa_concepts_import(const TifaConceptSource *source, TifaExchange form, size_t *length,
                                    GError **error);

/* Finds fixed phrases of texts that a dictionary lacks. Texts are added one by one and kept as numbers, some
 * six bytes a character, until the discovery is freed. */
typedef struct TifaDiscovery TifaDiscovery;

/* `known` (may be NULL) must outlive the discovery: its labels are not proposed. */
TIFA_API TifaDiscovery *tifa_discovery_new(const TifaConcepts *known);
TIFA_API void tifa_discovery_free(TifaDiscovery *discovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TifaDiscovery, tifa_discovery_free)

/* Adds a text of valid UTF-8; `document` is the caller's number for it. False if there are too many
 * characters (2^31). */
TIFA_API bool tifa_discovery_add(TifaDiscovery *discovery, const char *text, size_t length, uint32_t document,
                                 GError **error);

typedef struct {
    size_t least_count;     /* of occurrences; 0: 5 */
    size_t least_documents; /* in which it occurs; 0: 2 */
    size_t shortest;        /* in characters; 0: 4, as most fixed phrases; 2 proposes words, too */
    size_t longest;         /* in characters; 0: 16, at most 64 */
    size_t at_most;         /* candidates; 0: 500 */
} TifaDiscoveryOptions;

/* A phrase proposed. */
typedef struct {
    char *text;
    size_t count, documents; /* occurrences that are not part of a longer candidate, and of all */
    size_t total;
    double cohesion; /* how much more often its parts stand together than by chance, in bits */
    double freedom;  /* how freely its neighbours vary, in bits: of the less free side */
    double score;    /* by which candidates are ordered */
    uint32_t example_document;
    TifaSpan example; /* its first place in that document's text */
} TifaCandidate;

typedef struct {
    TifaCandidate *items;
    size_t length, capacity;
} TifaCandidates;

/* Sets `candidates` to the best ones, the best first. `options` may be NULL. Clear with
 * tifa_candidates_clear(). */
TIFA_API void tifa_discovery_find(TifaDiscovery *discovery, const TifaDiscoveryOptions *options,
                                  TifaCandidates *candidates);
TIFA_API void tifa_candidates_clear(TifaCandidates *candidates);

/* ---- Printing -------------------------------------------------------------------------------- */

/* A text that was tagged. */
typedef struct {
    const char *name; /* tells it from others tagged with it; NULL if there are none */
    const char *text;
    TifaTags tags;
} TifaTagged;

TIFA_API bool tifa_print_tags(const TifaPrinter *printer, const TifaConcepts *concepts,
                              const TifaTagged *texts, size_t count, GError **error);

/* What became of every label in the text. */
TIFA_API bool tifa_print_verdicts(const TifaPrinter *printer, const TifaConcepts *concepts, const char *text,
                                  const TifaVerdicts *verdicts, GError **error);

/* A line for each concept. */
TIFA_API bool tifa_print_concepts(const TifaPrinter *printer, const TifaConcepts *concepts,
                                  const TifaConceptList *list, GError **error);

/* All about one concept. */
TIFA_API bool tifa_print_concept(const TifaPrinter *printer, const TifaConcepts *concepts, uint32_t concept,
                                 GError **error);

/* What a check of a dictionary found. */
TIFA_API bool tifa_print_faults(const TifaPrinter *printer, const TifaFaults *faults, GError **error);

G_END_DECLS
