/* skos.c - dictionaries as SKOS statements, and back.
 *
 * Labels are skos:prefLabel and skos:altLabel by language (zh-Hans, zh-Hant, en, zh-Latn-pinyin); patterns
 * are skos:hiddenLabel. What SKOS has no property for is kept under urn:tifa:term:, so that a dictionary
 * comes back whole.
 */
#include "tag/exchange.h"

#include "base/error.h"
#include "tag/label.h"
#include <string.h>

#define LANGUAGE_ZH     "zh-Hans"
#define LANGUAGE_HANT   "zh-Hant"
#define LANGUAGE_PINYIN "zh-Latn-pinyin"
#define LANGUAGE_EN     "en"

char *skos_short_name(const char *uri)
{
    static const struct {
        const char *prefix, *name;
    } names[] = {
        {"skos", SKOS_NAMESPACE}, {"rdf", RDF_NAMESPACE}, {"dct", DCT_NAMESPACE}, {"tifa", TIFA_NAMESPACE}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_str_has_prefix(uri, names[i].name))
            return g_strdup_printf("%s:%s", names[i].prefix, uri + strlen(names[i].name));
    return NULL;
}

/* ---- Writing --------------------------------------------------------------------------------- */

typedef struct {
    const TifaConcepts *concepts;
    uint32_t concept;
    const char *subject;
    StatementSink sink;
    void *user;
} Writer;

static void state(const Writer *writer, const char *predicate, const char *object, ObjectKind kind,
                  const char *language)
{
    if (*object)
        writer->sink(writer->user, &(Statement){writer->subject, predicate, object, kind, language});
}

static void state_labels(const Writer *writer)
{
    static const char *const languages[] = {LANGUAGE_ZH,     LANGUAGE_ZH, LANGUAGE_HANT,
                                            LANGUAGE_PINYIN, LANGUAGE_EN, LANGUAGE_EN};
    const Concept *concept = &writer->concepts->concepts.items[writer->concept];
    bool has_hant = false;
    for (uint32_t i = 0; i < concept->labels; i++) {
        const Label *label = &writer->concepts->labels.items[concept->first_label + i];
        bool is_preferred = label->kind == TIFA_LABEL_ZH || label->kind == TIFA_LABEL_EN ||
                            (label->kind == TIFA_LABEL_HANT && !has_hant);
        bool is_pattern = !label_is_shown(label) && label_is_pattern(label->text);
        has_hant |= label->kind == TIFA_LABEL_HANT;
        state(writer,
              is_pattern     ? SKOS_NAMESPACE "hiddenLabel"
              : is_preferred ? SKOS_NAMESPACE "prefLabel"
                             : SKOS_NAMESPACE "altLabel",
              label->text, OBJECT_TEXT, languages[label->kind]);
    }
}

/* States each member of a list; as names of concepts, or as texts. */
static void state_list(const Writer *writer, Column column, const char *predicate, ObjectKind kind)
{
    g_autofree char *cell = exchange_cell(writer->concepts, writer->concept, column);
    for (char *rest = cell, *member; (member = list_next(&rest, '|'));) {
        g_autofree char *object =
            kind == OBJECT_RESOURCE ? g_strconcat(TIFA_CONCEPT, member, NULL) : g_strdup(member);
        state(writer, predicate, object, kind, NULL);
    }
}

static void state_text(const Writer *writer, Column column, const char *predicate, const char *language)
{
    g_autofree char *cell = exchange_cell(writer->concepts, writer->concept, column);
    state(writer, predicate, cell, OBJECT_TEXT, language);
}

static void state_concept(Writer *writer)
{
    const char *id = tifa_concepts_get(writer->concepts, writer->concept).id;
    g_autofree char *subject = g_strconcat(TIFA_CONCEPT, id, NULL);
    writer->subject = subject;
    state(writer, RDF_NAMESPACE "type", SKOS_NAMESPACE "Concept", OBJECT_RESOURCE, NULL);
    state(writer, SKOS_NAMESPACE "notation", id, OBJECT_TEXT, NULL);
    state_labels(writer);
    state_text(writer, COLUMN_GLOSS, SKOS_NAMESPACE "definition", LANGUAGE_EN);
    state_list(writer, COLUMN_BROADER, SKOS_NAMESPACE "broader", OBJECT_RESOURCE);
    state_list(writer, COLUMN_RELATED, SKOS_NAMESPACE "related", OBJECT_RESOURCE);
    state_text(writer, COLUMN_CATEGORY, TIFA_NAMESPACE "category", NULL);
    state_list(writer, COLUMN_RENAMED_TO, TIFA_NAMESPACE "renamedTo", OBJECT_TEXT);
    state_text(writer, COLUMN_VALID_FROM, TIFA_NAMESPACE "validFrom", NULL);
    state_text(writer, COLUMN_VALID_TO, TIFA_NAMESPACE "validTo", NULL);
    state_text(writer, COLUMN_GUARDS, TIFA_NAMESPACE "guards", NULL);
    state_list(writer, COLUMN_FACETS, TIFA_NAMESPACE "facet", OBJECT_TEXT);
    state_list(writer, COLUMN_FLAGS, TIFA_NAMESPACE "flag", OBJECT_TEXT);
    state_text(writer, COLUMN_SOURCE, DCT_NAMESPACE "source", NULL);
}

void skos_state(const TifaConcepts *concepts, StatementSink sink, void *user)
{
    Writer writer = {.concepts = concepts, .sink = sink, .user = user};
    for (uint32_t i = 0; i < concepts->concepts.length; i++) {
        writer.concept = i;
        state_concept(&writer);
    }
}

/* ---- Reading --------------------------------------------------------------------------------- */

/* What is known of one subject. Lists are joined by '|'; broader and related hold URIs until the end. */
typedef struct {
    char *uri, *id;
    bool is_concept;
    GString *cells[COLUMN_COUNT];
} Subject;

struct SkosReader {
    GPtrArray *subjects;
    GHashTable *by_uri; /* to Subject, lent */
    GHashTable *ids;    /* those given away, lent */
};

static void subject_free(void *data)
{
    Subject *subject = data;
    for (int column = 0; column < COLUMN_COUNT; column++)
        g_string_free(subject->cells[column], TRUE);
    g_free(subject->uri);
    g_free(subject->id);
    g_free(subject);
}

SkosReader *skos_reader_new(void)
{
    SkosReader *reader = g_new0(SkosReader, 1);
    reader->subjects = g_ptr_array_new_with_free_func(subject_free);
    reader->by_uri = g_hash_table_new(g_str_hash, g_str_equal);
    reader->ids = g_hash_table_new(g_str_hash, g_str_equal);
    return reader;
}

void skos_reader_free(SkosReader *reader)
{
    if (!reader)
        return;
    g_hash_table_unref(reader->by_uri);
    g_hash_table_unref(reader->ids);
    g_ptr_array_unref(reader->subjects);
    g_free(reader);
}

static Subject *subject_of(SkosReader *reader, const char *uri)
{
    Subject *subject = g_hash_table_lookup(reader->by_uri, uri);
    if (subject)
        return subject;
    subject = g_new0(Subject, 1);
    subject->uri = g_strdup(uri);
    for (int column = 0; column < COLUMN_COUNT; column++)
        subject->cells[column] = g_string_new("");
    g_ptr_array_add(reader->subjects, subject);
    g_hash_table_insert(reader->by_uri, subject->uri, subject);
    return subject;
}

/* Adds a text to a cell, as a member of its list. What would end the member or the cell becomes a slash or a
 * blank. */
static void add_member(Subject *subject, Column column, const char *text)
{
    GString *cell = subject->cells[column];
    if (cell->len > 0)
        g_string_append_c(cell, '|');
    size_t inside = 0; /* bytes left of the brackets of a pattern, where a separator ends nothing */
    for (const char *place = text; *place; place++) {
        bool is_end = *place == '|' && inside == 0 && column != COLUMN_GUARDS;
        g_string_append_c(cell, (unsigned char)*place < 0x20 ? ' ' : is_end ? '/' : *place);
        inside = inside ? inside - 1 : list_inside(place);
    }
}

/* The list a label goes to by its language; -1 for other languages. */
static int label_list(const char *language)
{
    static const struct {
        const char *tag;
        Column column;
    } languages[] = {{"zh-latn", COLUMN_PINYIN}, {"zh-hant", COLUMN_ZH_HANT}, {"zh-tw", COLUMN_ZH_HANT},
                     {"zh-hk", COLUMN_ZH_HANT},  {"zh", COLUMN_ZH_ALT},       {"en", COLUMN_EN_ALT}};
    g_autofree char *small = language ? g_ascii_strdown(language, -1) : g_strdup("en");
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        size_t length = strlen(languages[i].tag);
        if (strncmp(small, languages[i].tag, length) == 0 && (small[length] == 0 || small[length] == '-'))
            return (int)languages[i].column;
    }
    return -1;
}

static void take_label(Subject *subject, const Statement *statement, bool is_preferred)
{
    int column = label_list(statement->language);
    if (column < 0 || statement->kind != OBJECT_TEXT)
        return;
    Column shown = column == COLUMN_ZH_ALT ? COLUMN_ZH : column == COLUMN_EN_ALT ? COLUMN_EN : (Column)column;
    bool is_first = is_preferred && (shown != (Column)column) && subject->cells[shown]->len == 0;
    if (column == COLUMN_PINYIN && subject->cells[column]->len > 0)
        return;
    if (column == COLUMN_ZH_HANT && is_preferred && subject->cells[column]->len > 0) {
        g_autofree char *others = g_strdup(subject->cells[column]->str);
        g_string_assign(subject->cells[column], statement->object);
        g_string_append_printf(subject->cells[column], "|%s", others);
        return;
    }
    add_member(subject, is_first ? shown : (Column)column, statement->object);
}

/* Properties that go to one column as they are. */
static int plain_column(const char *name)
{
    static const struct {
        const char *name;
        Column column;
    } columns[] = {
        {"skos:definition", COLUMN_GLOSS},     {"skos:broader", COLUMN_BROADER},
        {"skos:related", COLUMN_RELATED},      {"tifa:category", COLUMN_CATEGORY},
        {"tifa:renamedTo", COLUMN_RENAMED_TO}, {"tifa:validFrom", COLUMN_VALID_FROM},
        {"tifa:validTo", COLUMN_VALID_TO},     {"tifa:guards", COLUMN_GUARDS},
        {"tifa:facet", COLUMN_FACETS},         {"tifa:flag", COLUMN_FLAGS},
        {"dct:source", COLUMN_SOURCE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        if (strcmp(name, columns[i].name) == 0)
            return (int)columns[i].column;
    return -1;
}

void skos_reader_take(void *user, const Statement *statement)
{
    SkosReader *reader = user;
    g_autofree char *name = skos_short_name(statement->predicate);
    if (!name)
        return;
    Subject *subject = subject_of(reader, statement->subject);
    int column = plain_column(name);
    if (strcmp(name, "rdf:type") == 0)
        subject->is_concept |= strcmp(statement->object, SKOS_NAMESPACE "Concept") == 0;
    else if (strcmp(name, "skos:notation") == 0)
        g_string_assign(subject->cells[COLUMN_ID], statement->object);
    else if (strcmp(name, "skos:prefLabel") == 0)
        take_label(subject, statement, true);
    else if (strcmp(name, "skos:altLabel") == 0 || strcmp(name, "skos:hiddenLabel") == 0)
        take_label(subject, statement, false);
    else if (strcmp(name, "skos:narrower") == 0)
        add_member(subject_of(reader, statement->object), COLUMN_BROADER, statement->subject);
    else if (column == COLUMN_GLOSS && subject->cells[COLUMN_GLOSS]->len > 0)
        return; /* one definition, the first */
    else if (column >= 0)
        add_member(subject, (Column)column, statement->object);
}

/* An id from the notation, or else from the end of the URI: small letters, digits and hyphens. */
static char *make_id(const SkosReader *reader, const Subject *subject)
{
    const char *notation = subject->cells[COLUMN_ID]->str;
    const char *end = subject->uri;
    for (const char *place = subject->uri; *place; place++)
        if (strchr("/#:", *place) && place[1])
            end = place + 1;
    GString *id = g_string_new("");
    for (const char *place = *notation ? notation : end; *place && id->len < 90; place++)
        g_string_append_c(id, g_ascii_isalnum(*place) ? g_ascii_tolower(*place) : '-');
    size_t length = id->len;
    for (unsigned number = 2; id->len == 0 || g_hash_table_contains(reader->ids, id->str); number++) {
        g_string_truncate(id, length);
        g_string_append_printf(id, "-%u", number);
    }
    return g_string_free(id, FALSE);
}

/* The ids of a list of URIs; those that are no concepts are left out. */
static char *ids_of(const SkosReader *reader, char *uris)
{
    GString *ids = g_string_new("");
    for (char *rest = uris, *uri; (uri = list_next(&rest, '|'));) {
        const Subject *subject = g_hash_table_lookup(reader->by_uri, uri);
        const char *id = subject && subject->is_concept        ? subject->id
                         : g_str_has_prefix(uri, TIFA_CONCEPT) ? uri + strlen(TIFA_CONCEPT)
                                                               : NULL;
        if (id)
            g_string_append_printf(ids, "%s%s", ids->len ? "|" : "", id);
    }
    return g_string_free(ids, FALSE);
}

static void write_subject(const SkosReader *reader, const Subject *subject, GString *out)
{
    for (int column = 0; column < COLUMN_COUNT; column++) {
        char *text = subject->cells[column]->str;
        bool is_relation = column == COLUMN_BROADER || column == COLUMN_RELATED;
        g_autofree char *ids = is_relation ? ids_of(reader, text) : NULL;
        g_string_append_printf(out, "%s%s", column ? "\t" : "",
                               column == COLUMN_ID ? subject->id
                               : ids               ? ids
                                                   : text);
    }
    g_string_append_c(out, '\n');
}

GString *skos_reader_finish(SkosReader *reader, const char *name, GError **error)
{
    GString *out = g_string_new("");
    size_t concepts = 0;
    for (int column = 0; column < COLUMN_COUNT; column++)
        g_string_append_printf(out, "%s%s", column ? "\t" : "", column_name((Column)column));
    g_string_append_c(out, '\n');
    for (unsigned i = 0; i < reader->subjects->len; i++) {
        Subject *subject = reader->subjects->pdata[i];
        subject->id = make_id(reader, subject);
        if (subject->is_concept)
            g_hash_table_add(reader->ids, subject->id);
    }
    for (unsigned i = 0; i < reader->subjects->len; i++) {
        const Subject *subject = reader->subjects->pdata[i];
        concepts += subject->is_concept;
        if (subject->is_concept)
            write_subject(reader, subject, out);
    }
    if (concepts > 0)
        return out;
    g_string_free(out, TRUE);
    fail(error, TIFA_ERROR_INPUT, "%s: holds no skos:Concept", name);
    return NULL;
}
