/* fuzz_facts.c - any text, a block a line, the first line also the file's name: finding the facts keeps the
 * text and the document's invariants, dates are dates, and parts only grow from block to block. */
#include "text/dates.h"
#include "text/document.h"
#include "text/facts.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static TifaDocument *document_of(const uint8_t *data, size_t size)
{
    TifaDocument *document = document_new();
    const char *text = (const char *)data, *end = text + size;
    while (text < end) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        stop = stop ? stop : end;
        bool is_heading = *text == '#';
        TifaBlock block = {.kind = is_heading ? TIFA_BLOCK_HEADING : TIFA_BLOCK_PARAGRAPH,
                           .level = is_heading};
        g_assert(document_add_block(document, &block, text + is_heading, (size_t)(stop - text) - is_heading,
                                    NULL));
        text = stop + (stop < end);
    }
    return document;
}

/* A date as facts_find() writes it: 2021, 2021-03 or 2021-03-12, and in the calendar. */
static void check_date(const char *value)
{
    unsigned year = 0, month = 1, day = 1;
    int parts = value ? sscanf(value, "%4u-%2u-%2u", &year, &month, &day) : 0;
    g_assert(!value || strlen(value) == (size_t)(1 + 3 * parts));
    g_assert(!value || g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year));
}

static void check_parts(const TifaBlocks *blocks)
{
    for (size_t i = 1; i < blocks->length; i++)
        g_assert(blocks->items[i].part == blocks->items[i - 1].part ||
                 blocks->items[i].part == blocks->items[i - 1].part + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const TifaField dates[] = {TIFA_FIELD_DATE, TIFA_FIELD_SIGNED, TIFA_FIELD_PUBLISHED,
                                      TIFA_FIELD_EFFECTIVE};
    g_autoptr(TifaDocument) document = document_of(data, size);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    const char *text = tifa_document_text(document, NULL);
    g_autofree char *before = g_strdup(text);
    g_autofree char *name = blocks->length ? g_strndup(text, blocks->items[0].span.end) : NULL;
    facts_find(document, name);
    g_assert_cmpstr(before, ==, tifa_document_text(document, NULL));
    g_assert(document_is_sound(document));
    for (size_t i = 0; i < G_N_ELEMENTS(dates); i++)
        check_date(tifa_document_field(document, dates[i]));
    check_parts(blocks);
    return 0;
}
