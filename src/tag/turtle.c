/* turtle.c - SKOS in Turtle, by serd. */
#include "tag/exchange.h"

#include "base/error.h"
#include <serd/serd.h>
#include <string.h>

static const struct {
    const char *name, *uri;
} prefixes[] = {{"skos", SKOS_NAMESPACE}, {"dct", DCT_NAMESPACE}, {"tifa", TIFA_NAMESPACE}};

static SerdNode node_of(SerdType type, const char *text)
{
    return serd_node_from_string(type, (const uint8_t *)text);
}

/* ---- Writing --------------------------------------------------------------------------------- */

static size_t append_bytes(const void *bytes, size_t length, void *stream)
{
    g_string_append_len(stream, bytes, (gssize)length);
    return length;
}

static void write_statement(void *user, const Statement *statement)
{
    SerdNode subject = node_of(SERD_URI, statement->subject),
             predicate = node_of(SERD_URI, statement->predicate);
    SerdNode object =
        node_of(statement->kind == OBJECT_RESOURCE ? SERD_URI : SERD_LITERAL, statement->object);
    SerdNode language = node_of(SERD_LITERAL, statement->language ? statement->language : "");
    serd_writer_write_statement(user, 0, NULL, &subject, &predicate, &object, NULL,
                                statement->language ? &language : NULL);
}

GString *turtle_write(const TifaConcepts *concepts)
{
    GString *out = g_string_new("");
    SerdEnv *environment = serd_env_new(NULL);
    SerdWriter *writer = serd_writer_new(SERD_TURTLE, SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED, environment,
                                         NULL, append_bytes, out);
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        SerdNode name = node_of(SERD_LITERAL, prefixes[i].name), uri = node_of(SERD_URI, prefixes[i].uri);
        serd_env_set_prefix(environment, &name, &uri);
        serd_writer_set_prefix(writer, &name, &uri);
    }
    skos_state(concepts, write_statement, writer);
    serd_writer_finish(writer);
    serd_writer_free(writer);
    serd_env_free(environment);
    return out;
}

/* ---- Reading --------------------------------------------------------------------------------- */

typedef struct {
    SerdEnv *environment;
    StatementSink sink;
    void *user;
    char *message; /* of the first error */
} Reading;

static SerdStatus take_base(void *handle, const SerdNode *uri)
{
    return serd_env_set_base_uri(((Reading *)handle)->environment, uri);
}

static SerdStatus take_prefix(void *handle, const SerdNode *name, const SerdNode *uri)
{
    return serd_env_set_prefix(((Reading *)handle)->environment, name, uri);
}

/* The node's text: a URI made whole, a literal or blank node as it is. Free with g_free(). */
static char *whole(const Reading *reading, const SerdNode *node)
{
    SerdNode expanded = serd_env_expand_node(reading->environment, node);
    const SerdNode *best = expanded.buf ? &expanded : node;
    char *text = g_strndup((const char *)best->buf, best->n_bytes);
    serd_node_free(&expanded);
    return text;
}

static SerdStatus take_statement(void *handle, SerdStatementFlags flags, const SerdNode *graph,
                                 const SerdNode *subject, const SerdNode *predicate, const SerdNode *object,
                                 const SerdNode *datatype, const SerdNode *language)
{
    (void)flags, (void)graph, (void)datatype;
    const Reading *reading = handle;
    g_autofree char *subject_text = whole(reading, subject);
    g_autofree char *predicate_text = whole(reading, predicate);
    bool is_text = object->type == SERD_LITERAL;
    g_autofree char *object_text =
        is_text ? g_strndup((const char *)object->buf, object->n_bytes) : whole(reading, object);
    g_autofree char *language_text =
        language && language->buf ? g_strndup((const char *)language->buf, language->n_bytes) : NULL;
    reading->sink(reading->user, &(Statement){subject_text, predicate_text, object_text,
                                              is_text ? OBJECT_TEXT : OBJECT_RESOURCE, language_text});
    return SERD_SUCCESS;
}

static SerdStatus take_error(void *handle, const SerdError *error)
{
    Reading *reading = handle;
    if (!reading->message) {
        g_autofree char *reason = g_strdup_vprintf(error->fmt, *error->args);
        reading->message =
            g_strdup_printf("line %u, column %u: %s", error->line, error->col, g_strstrip(reason));
    }
    return SERD_SUCCESS;
}

bool turtle_read(const char *name, const char *text, size_t length, StatementSink sink, void *user,
                 GError **error)
{
    if (strlen(text) != length)
        return fail(error, TIFA_ERROR_INPUT, "%s: holds a NUL byte", name);
    Reading reading = {serd_env_new(NULL), sink, user, NULL};
    SerdReader *reader =
        serd_reader_new(SERD_TURTLE, &reading, NULL, take_base, take_prefix, take_statement, NULL);
    serd_reader_set_error_sink(reader, take_error, &reading);
    SerdStatus status = serd_reader_read_string(reader, (const uint8_t *)text);
    serd_reader_free(reader);
    serd_env_free(reading.environment);
    g_autofree char *message = reading.message;
    if (status <= SERD_FAILURE && !message)
        return true;
    return fail(error, TIFA_ERROR_INPUT, "%s: %s", name,
                message ? message : (const char *)serd_strerror(status));
}
