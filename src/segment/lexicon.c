#include "segment/lexicon.h"

#include "base/error.h"
#include "segment/lexicon_file.h"

#include <string.h>

const char *const lexicon_classes[LEXICON_CLASSES] = {
    "",  "n", "v", "a", "d", "nr", "ns", "nt", "nz", "m", "q", "r", "t", "vn",  "an",   "ad",
    "i", "l", "j", "p", "c", "u",  "f",  "s",  "b",  "z", "y", "k", "h", "nrt", "nrfg", "zg",
};

static bool is_sound(const LexiconHeader *header, size_t length)
{
    return memcmp(header->magic, LEXICON_MAGIC, sizeof header->magic) == 0 &&
           length == sizeof *header + sizeof(uint16_t) * LEXICON_CHARACTERS +
                         sizeof(uint32_t) * LEXICON_FILTER_WORDS + sizeof(LexiconNode) * header->nodes;
}

/* Whether a step from any node by any character stays in the array. Nothing is looked up that was not checked
 * here, so that look-ups need no bounds. */
static bool is_closed(const Lexicon *lexicon, const LexiconHeader *header)
{
    uint32_t link = 0, number = 0;
    for (size_t i = 0; i < LEXICON_CHARACTERS; i++)
        number = lexicon->numbers[i] > number ? lexicon->numbers[i] : number;
    for (size_t i = 0; i < header->nodes; i++)
        link = lexicon->nodes[i].link > link ? lexicon->nodes[i].link : link;
    return lexicon_base(&(LexiconNode){.link = link}) + number < header->nodes;
}

static bool load(Lexicon *lexicon, GBytes *bytes)
{
    size_t length;
    const uint8_t *data = g_bytes_get_data(bytes, &length);
    LexiconHeader header;
    if (length < sizeof header)
        return false;
    memcpy(&header, data, sizeof header);
    if (!is_sound(&header, length))
        return false;
    const uint16_t *numbers = (const uint16_t *)(const void *)(data + sizeof header);
    const uint32_t *filter = (const uint32_t *)(const void *)(numbers + LEXICON_CHARACTERS);
    const LexiconNode *nodes = (const LexiconNode *)(const void *)(filter + LEXICON_FILTER_WORDS);
    Lexicon loaded = {.numbers = numbers, .filter = filter, .nodes = nodes, .bytes = bytes};
    if (!is_closed(&loaded, &header))
        return false;
    g_bytes_ref(bytes);
    *lexicon = loaded;
    g_snprintf(lexicon->stamp, sizeof lexicon->stamp, "%016" G_GINT64_MODIFIER "x", header.digest);
    return true;
}

bool lexicon_load(Lexicon *lexicon, GBytes *bytes, const char *name, GError **error)
{
    if (!load(lexicon, bytes))
        return fail(error, TIFA_ERROR_SYSTEM,
                    "%s: is no lexicon of this version of tifa, or damaged; install tifa anew", name);
    return true;
}

bool lexicon_open(Lexicon *lexicon, const char *path, GError **error)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
    if (!file)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: cannot be read; install tifa anew", path);
    g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
    return lexicon_load(lexicon, bytes, path, error);
}

void lexicon_clear(Lexicon *lexicon)
{
    g_clear_pointer(&lexicon->bytes, g_bytes_unref);
    *lexicon = (Lexicon){0};
}
