/* rdfxml.c - SKOS in RDF/XML. Writes one element a concept; reads what SKOS files are made of: typed elements
 * with rdf:about or rdf:ID, properties with texts, rdf:resource or one nested element, xml:lang and xml:base.
 */
#include "tag/exchange.h"

#include "base/error.h"
#include <string.h>

/* ---- Writing --------------------------------------------------------------------------------- */

typedef struct {
    GString *out;
    bool is_open; /* an element of a concept */
} Writing;

static void close_concept(Writing *writing)
{
    if (writing->is_open)
        g_string_append(writing->out, "  </skos:Concept>\n");
    writing->is_open = false;
}

static void write_statement(void *user, const Statement *statement)
{
    Writing *writing = user;
    g_autofree char *name = skos_short_name(statement->predicate);
    g_autofree char *object = g_markup_escape_text(statement->object, -1);
    if (strcmp(name, "rdf:type") == 0) {
        close_concept(writing);
        g_autofree char *subject = g_markup_escape_text(statement->subject, -1);
        g_string_append_printf(writing->out, "  <skos:Concept rdf:about=\"%s\">\n", subject);
        writing->is_open = true;
    } else if (statement->kind == OBJECT_RESOURCE) {
        g_string_append_printf(writing->out, "    <%s rdf:resource=\"%s\"/>\n", name, object);
    } else {
        g_string_append_printf(writing->out, "    <%s", name);
        if (statement->language)
            g_string_append_printf(writing->out, " xml:lang=\"%s\"", statement->language);
        g_string_append_printf(writing->out, ">%s</%s>\n", object, name);
    }
}

GString *rdfxml_write(const TifaConcepts *concepts)
{
    Writing writing = {g_string_new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                    "<rdf:RDF xmlns:rdf=\"" RDF_NAMESPACE "\"\n"
                                    "         xmlns:skos=\"" SKOS_NAMESPACE "\"\n"
                                    "         xmlns:dct=\"" DCT_NAMESPACE "\"\n"
                                    "         xmlns:tifa=\"" TIFA_NAMESPACE "\">\n"),
                       false};
    skos_state(concepts, write_statement, &writing);
    close_concept(&writing);
    g_string_append(writing.out, "</rdf:RDF>\n");
    return writing.out;
}

/* ---- Reading --------------------------------------------------------------------------------- */

#define DEPTH_AT_MOST 100

/* One open element. Elements are nodes (subjects) and properties in turn. */
typedef struct {
    char *subject;   /* of a node */
    char *predicate; /* of a property */
    char *resource;  /* what the property names, if it is a resource */
    char *language, *base;
    GHashTable *namespaces; /* prefix to URI; NULL if the element declares none */
    GString *text;
} Level;

typedef struct {
    StatementSink sink;
    void *user;
    struct {
        Level items[DEPTH_AT_MOST];
        size_t length;
    } levels; /* the open elements */
    unsigned blank_nodes;
} Reading;

static void level_clear(Level *level)
{
    g_free(level->subject);
    g_free(level->predicate);
    g_free(level->resource);
    g_free(level->language);
    g_free(level->base);
    if (level->namespaces)
        g_hash_table_unref(level->namespaces);
    g_string_free(level->text, TRUE);
}

/* A qualified name as a whole URI, by the namespaces of the open elements. */
static char *whole_name(const Reading *reading, const char *name)
{
    const char *colon = strchr(name, ':');
    g_autofree char *prefix = colon ? g_strndup(name, (size_t)(colon - name)) : g_strdup("");
    for (size_t i = reading->levels.length; i-- > 0;) {
        GHashTable *namespaces = reading->levels.items[i].namespaces;
        const char *uri = namespaces ? g_hash_table_lookup(namespaces, prefix) : NULL;
        if (uri)
            return g_strconcat(uri, colon ? colon + 1 : name, NULL);
    }
    return g_strdup(name);
}

/* A URI made whole by the base; a full one stays. */
static char *whole_uri(const Level *level, const char *uri)
{
    if (!level->base || strstr(uri, ":"))
        return g_strdup(uri);
    g_autofree char *whole = g_uri_resolve_relative(level->base, uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
    return whole ? g_steal_pointer(&whole) : g_strdup(uri);
}

/* Notes the namespaces, language and base that an element declares. */
static void read_declarations(Level *level, const char **names, const char **values)
{
    for (; *names; names++, values++) {
        if (g_str_has_prefix(*names, "xmlns")) {
            if (!level->namespaces)
                level->namespaces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
            const char *prefix = (*names)[5] == ':' ? *names + 6 : "";
            g_hash_table_insert(level->namespaces, g_strdup(prefix), g_strdup(*values));
        } else if (strcmp(*names, "xml:lang") == 0) {
            g_free(level->language);
            level->language = g_strdup(*values);
        } else if (strcmp(*names, "xml:base") == 0) {
            g_free(level->base);
            level->base = g_strdup(*values);
        }
    }
}

static void emit(const Reading *reading, const char *subject, const char *predicate, const char *object,
                 ObjectKind kind, const char *language)
{
    reading->sink(reading->user, &(Statement){subject, predicate, object, kind, language});
}

/* The name a node element gives its subject by rdf:about or rdf:ID; a new blank node's otherwise. */
static char *subject_name(Reading *reading, const char **names, const char **values)
{
    const Level *level = &array_last(&reading->levels);
    for (; *names; names++, values++) {
        g_autofree char *name = whole_name(reading, *names);
        if (strcmp(name, RDF_NAMESPACE "about") == 0)
            return whole_uri(level, *values);
        if (strcmp(name, RDF_NAMESPACE "ID") == 0)
            return g_strconcat(level->base ? level->base : "", "#", *values, NULL);
    }
    return g_strdup_printf("_:%u", ++reading->blank_nodes);
}

/* Attributes of a node that are properties: all but RDF's and XML's own. */
static void read_property_attributes(const Reading *reading, const char **names, const char **values)
{
    const Level *level = &array_last(&reading->levels);
    for (; *names; names++, values++) {
        if (g_str_has_prefix(*names, "xml"))
            continue;
        g_autofree char *name = whole_name(reading, *names);
        if (!g_str_has_prefix(name, RDF_NAMESPACE))
            emit(reading, level->subject, name, *values, OBJECT_TEXT, level->language);
    }
}

static void open_node(Reading *reading, const char *name, const char **names, const char **values)
{
    Level *level = &array_last(&reading->levels);
    level->subject = subject_name(reading, names, values);
    if (strcmp(name, RDF_NAMESPACE "Description") != 0)
        emit(reading, level->subject, RDF_NAMESPACE "type", name, OBJECT_RESOURCE, NULL);
    read_property_attributes(reading, names, values);
    if (reading->levels.length >= 2) { /* the object of the property around it */
        Level *outer = &reading->levels.items[reading->levels.length - 2];
        if (outer->predicate && !outer->resource)
            outer->resource = g_strdup(level->subject);
    }
}

static void open_property(Reading *reading, char *name, const char **names, const char **values)
{
    Level *level = &array_last(&reading->levels);
    level->predicate = g_strdup(name);
    for (; *names; names++, values++) {
        g_autofree char *attribute = whole_name(reading, *names);
        if (strcmp(attribute, RDF_NAMESPACE "resource") == 0)
            level->resource = whole_uri(level, *values);
    }
}

static void open_element(GMarkupParseContext *context, const char *element, const char **names,
                         const char **values, gpointer user, GError **error)
{
    Reading *reading = user;
    int line, column;
    g_markup_parse_context_get_position(context, &line, &column);
    if (reading->levels.length >= DEPTH_AT_MOST) {
        g_set_error(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                    "line %d: elements nested more than %d deep", line, DEPTH_AT_MOST);
        return;
    }
    const Level *outer = reading->levels.length ? &array_last(&reading->levels) : NULL;
    Level level = {.text = g_string_new("")};
    level.language = outer ? g_strdup(outer->language) : NULL;
    level.base = outer ? g_strdup(outer->base) : NULL;
    bool is_inside_node = outer && outer->subject;
    read_declarations(&level, names, values);
    reading->levels.items[reading->levels.length++] = level;
    g_autofree char *name = whole_name(reading, element);
    if (strcmp(name, RDF_NAMESPACE "RDF") == 0)
        return;
    if (is_inside_node)
        open_property(reading, name, names, values);
    else
        open_node(reading, name, names, values);
}

static void close_element(GMarkupParseContext *context, const char *element, gpointer user, GError **error)
{
    (void)context, (void)element, (void)error;
    Reading *reading = user;
    Level *level = &array_last(&reading->levels);
    if (level->predicate) {
        const Level *node = level - 1;
        emit(reading, node->subject, level->predicate, level->resource ? level->resource : level->text->str,
             level->resource ? OBJECT_RESOURCE : OBJECT_TEXT, level->language);
    }
    level_clear(level);
    reading->levels.length--;
}

static void take_text(GMarkupParseContext *context, const char *text, gsize length, gpointer user,
                      GError **error)
{
    (void)context, (void)error;
    Reading *reading = user;
    if (reading->levels.length)
        g_string_append_len(array_last(&reading->levels).text, text, (gssize)length);
}

bool rdfxml_read(const char *name, const char *text, size_t length, StatementSink sink, void *user,
                 GError **error)
{
    static const GMarkupParser parser = {
        .start_element = open_element, .end_element = close_element, .text = take_text};
    Reading reading = {.sink = sink, .user = user};
    g_autoptr(GError) cause = NULL;
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reading, NULL);
    bool is_read = g_markup_parse_context_parse(context, text, (gssize)length, &cause) &&
                   g_markup_parse_context_end_parse(context, &cause);
    g_markup_parse_context_free(context);
    for (size_t i = 0; i < reading.levels.length; i++)
        level_clear(&reading.levels.items[i]);
    return is_read || fail(error, TIFA_ERROR_INPUT, "%s: %s", name, cause->message);
}
