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
    return length >= sizeof *header && memcmp(header->magic, LEXICON_MAGIC, sizeof header->magic) == 0 &&
           length == sizeof *header + sizeof(uint16_t) * LEXICON_CHARACTERS +
                         sizeof(uint32_t) * LEXICON_FILTER_WORDS + sizeof(LexiconNode) * header->nodes;
}

/* A step from any node must stay in the array, whatever the file says. */
static bool is_closed(const LexiconNode *nodes, const LexiconHeader *header)
{
    uint32_t highest = header->highest_number;
    return header->highest_base < header->nodes && header->nodes - header->highest_base > highest &&
           lexicon_base(&nodes[0]) <= header->highest_base;
}

bool lexicon_load(Lexicon *lexicon, GBytes *bytes, const char *name, GError **error)
{
    size_t length;
    const uint8_t *data = g_bytes_get_data(bytes, &length);
    LexiconHeader header = {0};
    memcpy(&header, data, MIN(length, sizeof header));
    const uint16_t *numbers = (const uint16_t *)(const void *)(data + sizeof header);
    const uint32_t *filter = (const uint32_t *)(const void *)(numbers + LEXICON_CHARACTERS);
    const LexiconNode *nodes = (const LexiconNode *)(const void *)(filter + LEXICON_FILTER_WORDS);
    if (!is_sound(&header, length) || !is_closed(nodes, &header))
        return fail(error, TIFA_ERROR_SYSTEM, "%s: is no lexicon of this version of tifa; install tifa anew",
                    name);
    *lexicon = (Lexicon){.numbers = numbers, .filter = filter, .nodes = nodes, .bytes = g_bytes_ref(bytes)};
    g_snprintf(lexicon->stamp, sizeof lexicon->stamp, "%016" G_GINT64_MODIFIER "x", header.digest);
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
