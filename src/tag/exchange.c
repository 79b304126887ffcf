#include "tag/exchange.h"

#include "base/error.h"
#include <string.h>

/* ---- Cells ----------------------------------------------------------------------------------- */

/* The labels of a column, as a list. */
static char *join_labels(const TifaConcepts *concepts, const Concept *concept, Column column)
{
    GString *list = g_string_new("");
    for (uint32_t i = 0; i < concept->labels; i++) {
        const Label *label = &concepts->labels.items[concept->first_label + i];
        if (label_column(label) == column)
            g_string_append_printf(list, "%s%s", list->len ? "|" : "", label->text);
    }
    return g_string_free(list, FALSE);
}

char *exchange_cell(const TifaConcepts *concepts, uint32_t index, Column column)
{
    const Concept *concept = &concepts->concepts.items[index];
    switch (column) {
    case COLUMN_ZH_ALT:
    case COLUMN_ZH_HANT:
    case COLUMN_EN_ALT:
        return join_labels(concepts, concept, column);
    case COLUMN_GUARDS:
        return g_strdup(concept->guards);
    case COLUMN_FLAGS:
        return g_strdup(concept->flags);
    default:
        return g_strdup(concept->row->cells[column]);
    }
}

/* ---- Tables ---------------------------------------------------------------------------------- */

static void append_csv(GString *out, const char *cell)
{
    if (!strpbrk(cell, ",\"\n\r")) {
        g_string_append(out, cell);
        return;
    }
    g_string_append_c(out, '"');
    for (; *cell; cell++) {
        if (*cell == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *cell);
    }
    g_string_append_c(out, '"');
}

static GString *write_table(const TifaConcepts *concepts, bool is_csv)
{
    GString *out = g_string_new("");
    for (int column = 0; column < COLUMN_COUNT; column++)
        g_string_append_printf(out, "%s%s", column ? (is_csv ? "," : "\t") : "", column_name((Column)column));
    g_string_append(out, is_csv ? "\r\n" : "\n");
    for (uint32_t i = 0; i < concepts->concepts.length; i++) {
        for (int column = 0; column < COLUMN_COUNT; column++) {
            g_autofree char *cell = exchange_cell(concepts, i, (Column)column);
            if (column)
                g_string_append_c(out, is_csv ? ',' : '\t');
            if (is_csv)
                append_csv(out, cell);
            else
                g_string_append(out, cell);
        }
        g_string_append(out, is_csv ? "\r\n" : "\n");
    }
    return out;
}

/* Adds a character of a CSV cell to a TSV one: tabs and line breaks become blanks. */
static void append_to_cell(GString *out, char c)
{
    g_string_append_c(out, c == '\t' || c == '\n' || c == '\r' ? ' ' : c);
}

/* CSV (RFC 4180, separated by commas or, as some spreadsheets write, semicolons) as TSV. */
static GString *read_csv(const char *name, const char *text, size_t length, GError **error)
{
    g_autoptr(GString) out = g_string_sized_new(length);
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3, length -= 3;
    size_t head = strcspn(text, ",;\n");
    char separator = head < length && text[head] == ';' ? ';' : ',';
    bool is_quoted = false;
    unsigned line = 1, opened = 0;
    for (size_t i = 0; i < length; i++) {
        line += text[i] == '\n';
        if (is_quoted && text[i] == '"' && i + 1 < length && text[i + 1] == '"')
            g_string_append_c(out, text[i++]);
        else if (text[i] == '"') {
            is_quoted = !is_quoted;
            opened = line;
        } else if (is_quoted)
            append_to_cell(out, text[i]);
        else if (text[i] == '\n' || text[i] == separator)
            g_string_append_c(out, text[i] == '\n' ? '\n' : '\t');
        else if (text[i] != '\r')
            append_to_cell(out, text[i]);
    }
    if (is_quoted) {
        fail(error, TIFA_ERROR_INPUT, "%s: line %u: a quotation mark without its end", name, opened);
        return NULL;
    }
    return g_steal_pointer(&out);
}

/* ---- The public functions -------------------------------------------------------------------- */

char *tifa_concepts_export(const TifaConcepts *concepts, TifaExchange form, size_t *length)
{
    GString *out = form == TIFA_EXCHANGE_TURTLE   ? turtle_write(concepts)
                   : form == TIFA_EXCHANGE_RDFXML ? rdfxml_write(concepts)
                                                  : write_table(concepts, form == TIFA_EXCHANGE_CSV);
    if (length)
        *length = out->len;
    return g_string_free(out, FALSE);
}

static GString *read_skos(const char *name, const char *text, size_t length, TifaExchange form,
                          GError **error)
{
    g_autoptr(SkosReader) reader = skos_reader_new();
    bool is_read = form == TIFA_EXCHANGE_TURTLE
                       ? turtle_read(name, text, length, skos_reader_take, reader, error)
                       : rdfxml_read(name, text, length, skos_reader_take, reader, error);
    return is_read ? skos_reader_finish(reader, name, error) : NULL;
}

char *tifa_concepts_import(const TifaConceptSource *source, TifaExchange form, size_t *length, GError **error)
{
    const char *bad;
    if (!g_utf8_validate_len(source->text, source->length, &bad)) {
        fail(error, TIFA_ERROR_INPUT, "%s: byte %zu: is not UTF-8; save the file as UTF-8", source->name,
             (size_t)(bad - source->text) + 1);
        return NULL;
    }
    g_autofree char *text = g_strndup(source->text, source->length); /* its readers want a NUL */
    GString *out = form == TIFA_EXCHANGE_TSV   ? g_string_new_len(text, (gssize)source->length)
                   : form == TIFA_EXCHANGE_CSV ? read_csv(source->name, text, source->length, error)
                                               : read_skos(source->name, text, source->length, form, error);
    if (!out)
        return NULL;
    if (length)
        *length = out->len;
    return g_string_free(out, FALSE);
}
