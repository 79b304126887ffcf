#include "text/document.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

typedef struct {
    char *value, *origin;
} FieldValue;

struct TifaDocument {
    GString *text;
    TifaBlocks blocks;
    FieldValue fields[TIFA_FIELD_COUNT];
    GPtrArray *warnings; /* of char *, NULL-terminated */
    ARRAY(DocumentLink) links;
};

static const char *const field_names[TIFA_FIELD_COUNT] = {
    [TIFA_FIELD_TITLE] = "title",
    [TIFA_FIELD_DATE] = "date",
    [TIFA_FIELD_ISSUER] = "issuer",
    [TIFA_FIELD_NUMBER] = "number",
    [TIFA_FIELD_LANGUAGE] = "lang",
    [TIFA_FIELD_FORMAT] = "format",
    [TIFA_FIELD_PAGES] = "pages",
    [TIFA_FIELD_LEVEL] = "level",
    [TIFA_FIELD_TYPE] = "type",
    [TIFA_FIELD_SIGNED] = "signed",
    [TIFA_FIELD_PUBLISHED] = "published",
    [TIFA_FIELD_EFFECTIVE] = "effective",
    [TIFA_FIELD_REPEALS] = "repeals",
    [TIFA_FIELD_STATUS] = "status",
    [TIFA_FIELD_ADDRESSEES] = "addressees",
    [TIFA_FIELD_SIGNATURE] = "signature",
    [TIFA_FIELD_CARRIER] = "carrier",
    [TIFA_FIELD_URL] = "url",
    [TIFA_FIELD_MEMBER] = "member",
    [TIFA_FIELD_HISTORY] = "history",
    [TIFA_FIELD_INDEX] = "index",
    [TIFA_FIELD_SUBJECTS] = "subjects",
    [TIFA_FIELD_CATEGORY] = "category",
    [TIFA_FIELD_DISCLOSURE] = "disclosure",
};

const char *tifa_field_name(TifaField field)
{
    g_assert(field < TIFA_FIELD_COUNT);
    return field_names[field];
}

TifaDocument *document_new(void)
{
    TifaDocument *document = g_new0(TifaDocument, 1);
    document->text = g_string_new(NULL);
    document->warnings = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(document->warnings, NULL);
    return document;
}

void tifa_document_free(TifaDocument *document)
{
    if (!document)
        return;
    for (size_t i = 0; i < TIFA_FIELD_COUNT; i++) {
        g_free(document->fields[i].value);
        g_free(document->fields[i].origin);
    }
    for (size_t i = 0; i < document->links.length; i++) {
        g_free(document->links.items[i].url);
        g_free(document->links.items[i].text);
    }
    array_clear(&document->links);
    array_clear(&document->blocks);
    g_ptr_array_unref(document->warnings);
    g_string_free(document->text, TRUE);
    g_free(document);
}

/* ---- Text and blocks ------------------------------------------------------------------------- */

/* Moves behind the characters that are surely neither white space nor control characters: nearly all. */
static const char *skip_ink(const char *place, const char *end)
{
    while (place < end) {
        unsigned char byte = (unsigned char)*place;
        if (byte > 0x20 && byte < 0x7F)
            place++;
        else if (byte >= 0xE4 && byte < 0xF0) /* U+4000 and beyond */
            place += 3;
        else
            break;
    }
    return place;
}

/* Appends valid text as one line: see document_add_block(). Returns the bytes appended. */
static size_t append_line(GString *out, const char *text, size_t length, bool keeps_tabs)
{
    size_t start = out->len, ink = out->len; /* ink: behind the last character that is not white space */
    bool is_after_blank = true;              /* nothing is written for white space at the start */
    for (const char *place = text, *end = text + length; place < end;) {
        const char *character = place;
        place = skip_ink(place, end);
        if (place > character) {
            g_string_append_len(out, character, place - character);
            is_after_blank = false;
            ink = out->len;
            continue;
        }
        gunichar c = utf8_next(&place);
        if (c == '\t' && keeps_tabs) {
            g_string_append_c(out, '\t');
            is_after_blank = true;
            ink = out->len; /* an empty last cell is still a cell */
        } else if (c == 0x3000) {
            if (out->len > start)
                g_string_append_len(out, character, place - character);
            is_after_blank = true;
        } else if (utf8_is_space(c)) {
            if (!is_after_blank)
                g_string_append_c(out, ' ');
            is_after_blank = true;
        } else if (!g_unichar_iscntrl(c)) {
            g_string_append_len(out, character, place - character);
            is_after_blank = false;
            ink = out->len;
        }
    }
    g_string_truncate(out, ink);
    return ink - start;
}

bool document_add_block(TifaDocument *document, const TifaBlock *block, const char *text, size_t length,
                        GError **error)
{
    size_t clean_length, replaced;
    g_autofree char *clean = utf8_clean(text, length, &clean_length, &replaced);
    if (replaced)
        document_warn(document,
                      "some bytes could not be decoded and are shown as U+FFFD; check the file's encoding");
    size_t old_length = document->text->len;
    if (old_length + clean_length + 1 >= UINT32_MAX)
        return fail(error, TIFA_ERROR_INPUT, "more than 4 GB of text; split the file");
    if (old_length > 0)
        g_string_append_c(document->text, '\n');
    size_t start = document->text->len;
    if (append_line(document->text, clean, clean_length, block->kind == TIFA_BLOCK_ROW) == 0) {
        g_string_truncate(document->text, old_length);
        return true;
    }
    TifaBlock added = *block;
    added.span = (TifaSpan){(uint32_t)start, (uint32_t)document->text->len};
    array_push(&document->blocks, added);
    return true;
}

TifaBlock *document_block(TifaDocument *document, size_t index)
{
    g_assert(index < document->blocks.length);
    return &document->blocks.items[index];
}

const char *tifa_document_text(const TifaDocument *document, size_t *length)
{
    if (length)
        *length = document->text->len;
    return document->text->str;
}

const TifaBlocks *tifa_document_blocks(const TifaDocument *document)
{
    return &document->blocks;
}

/* ---- Fields, warnings, links ----------------------------------------------------------------- */

/* A value as it is kept: valid, NFC, one line. */
static char *tidy(const char *value)
{
    size_t length;
    g_autofree char *clean = utf8_clean(value, strlen(value), &length, NULL);
    GString *line = g_string_sized_new(length);
    append_line(line, clean, length, false);
    return g_string_free(line, FALSE);
}

void document_set_field(TifaDocument *document, TifaField field, const char *value, const char *origin)
{
    g_assert(field < TIFA_FIELD_COUNT);
    g_autofree char *clean = value ? tidy(value) : NULL;
    if (!clean || !*clean)
        return;
    FieldValue *kept = &document->fields[field];
    g_free(kept->value);
    g_free(kept->origin);
    kept->value = g_steal_pointer(&clean);
    kept->origin = tidy(origin);
}

void document_offer_field(TifaDocument *document, TifaField field, const char *value, const char *origin)
{
    if (!tifa_document_field(document, field))
        document_set_field(document, field, value, origin);
}

const char *tifa_document_field(const TifaDocument *document, TifaField field)
{
    g_assert(field < TIFA_FIELD_COUNT);
    return document->fields[field].value;
}

const char *tifa_document_field_origin(const TifaDocument *document, TifaField field)
{
    g_assert(field < TIFA_FIELD_COUNT);
    return document->fields[field].origin;
}

/* More say nothing that a person would read, and looking for the same one among them takes time. */
static const unsigned MOST_WARNINGS = 100;

void document_warn(TifaDocument *document, const char *format, ...)
{
    GPtrArray *warnings = document->warnings;
    if (warnings->len > MOST_WARNINGS)
        return;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *raw = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *warning =
        warnings->len < MOST_WARNINGS ? tidy(raw) : g_strdup("and more warnings than these");
    if (*warning && !g_strv_contains((const char *const *)warnings->pdata, warning))
        g_ptr_array_insert(warnings, (int)warnings->len - 1, g_steal_pointer(&warning));
}

const char *const *tifa_document_warnings(const TifaDocument *document)
{
    return (const char *const *)document->warnings->pdata;
}

void document_add_link(TifaDocument *document, const char *url, const char *text)
{
    DocumentLink link = {tidy(url), tidy(text ? text : "")};
    array_push(&document->links, link);
}

const DocumentLink *document_links(const TifaDocument *document, size_t *count)
{
    *count = document->links.length;
    return document->links.items;
}

/* ---- Soundness ------------------------------------------------------------------------------- */

static bool text_is_sound(const GString *text)
{
    return text->len < UINT32_MAX && utf8_is_valid(text->str, text->len);
}

/* Whether the blocks tile the text but for the '\n' between them. */
static bool blocks_are_sound(const TifaDocument *document)
{
    const char *text = document->text->str;
    size_t place = 0;
    for (size_t i = 0; i < document->blocks.length; i++) {
        TifaSpan span = document->blocks.items[i].span;
        if (span.start != place || span.end <= span.start || span.end > document->text->len)
            return false;
        if (memchr(text + span.start, '\n', span.end - span.start))
            return false;
        bool is_last = i + 1 == document->blocks.length;
        if (!is_last && text[span.end] != '\n')
            return false;
        place = (size_t)span.end + (is_last ? 0 : 1);
    }
    return place == document->text->len;
}

bool document_is_sound(const TifaDocument *document)
{
    for (size_t i = 0; i < TIFA_FIELD_COUNT; i++) {
        const FieldValue *field = &document->fields[i];
        if (field->value && (!*field->value || !g_utf8_validate(field->value, -1, NULL) || !field->origin))
            return false;
    }
    return text_is_sound(document->text) && blocks_are_sound(document);
}
