/* exchange.h - dictionaries in other forms: what the writers and readers of the room share.
 *
 * SKOS is written and read as statements, whatever the syntax; tables (TSV, CSV) as cells.
 */
#pragma once

#include "tag/concepts.h"

#define SKOS_NAMESPACE "http://www.w3.org/2004/02/skos/core#"
#define RDF_NAMESPACE  "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DCT_NAMESPACE  "http://purl.org/dc/terms/"
#define TIFA_NAMESPACE "urn:tifa:term:"    /* properties SKOS does not have */
#define TIFA_CONCEPT   "urn:tifa:concept:" /* followed by an id: the name of a concept */

typedef enum {
    OBJECT_RESOURCE,
    OBJECT_TEXT,
} ObjectKind;

/* One statement. All names are whole URIs. */
typedef struct {
    const char *subject, *predicate, *object;
    ObjectKind kind;
    const char *language; /* of a text, NULL if it has none */
} Statement;

typedef void (*StatementSink)(void *user, const Statement *statement);

/* A cell of a concept as the table writes it. Free with g_free(). */
char *exchange_cell(const TifaConcepts *concepts, uint32_t concept, Column column);

/* Hands all statements about all concepts to `sink`, concept by concept, the type first. */
void skos_state(const TifaConcepts *concepts, StatementSink sink, void *user);

/* The prefix and local name of a URI of the namespaces above ("skos:Concept"), or NULL. Free with g_free().
 */
char *skos_short_name(const char *uri);

/* Gathers statements into a dictionary. */
typedef struct SkosReader SkosReader;

SkosReader *skos_reader_new(void);
void skos_reader_free(SkosReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SkosReader, skos_reader_free)

/* A StatementSink; `user` is the SkosReader. */
void skos_reader_take(void *user, const Statement *statement);

/* The dictionary in the form of tifa-concepts(5). NULL with an error if there is no concept. */
GString *skos_reader_finish(SkosReader *reader, const char *name, GError **error);

GString *turtle_write(const TifaConcepts *concepts);
bool turtle_read(const char *name, const char *text, size_t length, StatementSink sink, void *user,
                 GError **error);
GString *rdfxml_write(const TifaConcepts *concepts);
bool rdfxml_read(const char *name, const char *text, size_t length, StatementSink sink, void *user,
                 GError **error);
