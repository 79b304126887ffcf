#include "text/wire.h"

#include "base/error.h"
#include "text/document.h"

#include <string.h>

/* Numbers are little-endian uint32_t, strings a length and their bytes. A document is: magic, text blocks,
 * fields, warnings, links. The text travels inside its blocks, so that the receiver builds the document anew
 * by the same function as any reader. */
static const uint32_t WIRE_MAGIC = 0x31616674;

static void put_number(GByteArray *out, uint32_t number)
{
    number = GUINT32_TO_LE(number);
    g_byte_array_append(out, (const uint8_t *)&number, sizeof number);
}

static void put_bytes(GByteArray *out, const char *bytes, size_t length)
{
    put_number(out, (uint32_t)length);
    g_byte_array_append(out, (const uint8_t *)bytes, (guint)length);
}

static void put_string(GByteArray *out, const char *string)
{
    put_bytes(out, string, strlen(string));
}

static void put_block(GByteArray *out, const TifaBlock *block, const char *text)
{
    put_bytes(out, text + block->span.start, block->span.end - block->span.start);
    put_number(out, (uint32_t)block->kind | (uint32_t)block->level << 16);
    put_number(out, (uint32_t)block->article | (uint32_t)block->insert << 16);
    put_number(out, (uint32_t)block->flags | (uint32_t)block->part << 16);
    put_number(out, block->page);
    g_byte_array_append(out, (const uint8_t *)&block->box, sizeof block->box);
}

static void put_fields(GByteArray *out, const TifaDocument *document)
{
    for (TifaField field = 0; field < TIFA_FIELD_COUNT; field++) {
        const char *value = tifa_document_field(document, field);
        put_string(out, value ? value : "");
        put_string(out, value ? tifa_document_field_origin(document, field) : "");
    }
}

void wire_encode(const TifaDocument *document, GByteArray *out)
{
    const char *text = tifa_document_text(document, NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    put_number(out, WIRE_MAGIC);
    put_number(out, (uint32_t)blocks->length);
    for (size_t i = 0; i < blocks->length; i++)
        put_block(out, &blocks->items[i], text);
    put_fields(out, document);
    const char *const *warnings = tifa_document_warnings(document);
    put_number(out, g_strv_length((char **)warnings));
    for (; *warnings; warnings++)
        put_string(out, *warnings);
    size_t count;
    const DocumentLink *links = document_links(document, &count);
    put_number(out, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        put_string(out, links[i].url);
        put_string(out, links[i].text);
    }
}

/* ---- Reading: once something is wrong, is_bad stays set and every further take is empty ------ */

typedef struct {
    const uint8_t *place, *end;
    bool is_bad;
} WireInput;

static const char *take_raw(WireInput *input, size_t length)
{
    if (input->is_bad || (size_t)(input->end - input->place) < length) {
        input->is_bad = true;
        return NULL;
    }
    const char *bytes = (const char *)input->place;
    input->place += length;
    return bytes;
}

static uint32_t take_number(WireInput *input)
{
    uint32_t number = 0;
    const char *bytes = take_raw(input, sizeof number);
    if (bytes)
        memcpy(&number, bytes, sizeof number);
    return GUINT32_FROM_LE(number);
}

static const char *take_bytes(WireInput *input, size_t *length)
{
    *length = take_number(input);
    return take_raw(input, *length);
}

/* A string, never NULL. Free with g_free(). */
static char *take_string(WireInput *input)
{
    size_t length;
    const char *bytes = take_bytes(input, &length);
    return bytes ? g_strndup(bytes, length) : g_strdup("");
}

static void take_block(WireInput *input, TifaDocument *document)
{
    size_t length;
    const char *text = take_bytes(input, &length);
    uint32_t kind = take_number(input), article = take_number(input), flags = take_number(input);
    TifaBlock block = {.kind = kind & 0xFFFF,
                       .level = (uint16_t)(kind >> 16),
                       .article = article & 0xFFFF,
                       .insert = (uint16_t)(article >> 16),
                       .flags = flags & 0xFFFF,
                       .part = (uint16_t)(flags >> 16)};
    block.page = take_number(input);
    const char *box = take_raw(input, sizeof block.box);
    if (!box || block.kind > TIFA_BLOCK_NOTE) {
        input->is_bad = true;
        return;
    }
    memcpy(&block.box, box, sizeof block.box);
    if (!document_add_block(document, &block, text, length, NULL))
        input->is_bad = true;
}

static void take_fields(WireInput *input, TifaDocument *document)
{
    for (TifaField field = 0; field < TIFA_FIELD_COUNT; field++) {
        g_autofree char *value = take_string(input), *origin = take_string(input);
        document_set_field(document, field, value, origin);
    }
}

static void take_warnings_and_links(WireInput *input, TifaDocument *document)
{
    for (uint32_t left = take_number(input); left > 0 && !input->is_bad; left--) {
        g_autofree char *warning = take_string(input);
        document_warn(document, "%s", warning);
    }
    for (uint32_t left = take_number(input); left > 0 && !input->is_bad; left--) {
        g_autofree char *url = take_string(input), *text = take_string(input);
        document_add_link(document, url, text);
    }
}

TifaDocument *wire_decode(const uint8_t *bytes, size_t length, GError **error)
{
    WireInput input = {bytes, bytes + length, false};
    g_autoptr(TifaDocument) document = document_new();
    input.is_bad = take_number(&input) != WIRE_MAGIC;
    for (uint32_t left = take_number(&input); left > 0 && !input.is_bad; left--)
        take_block(&input, document);
    take_fields(&input, document);
    take_warnings_and_links(&input, document);
    if (input.is_bad || input.place != input.end || !document_is_sound(document)) {
        fail(error, TIFA_ERROR_SYSTEM, "the reading helper's answer is damaged; please report it");
        return NULL;
    }
    return g_steal_pointer(&document);
}
