#include "segment/model.h"

#include "base/error.h"
#include "segment/model_file.h"

#include <string.h>

static bool is_slot_count(uint32_t slots)
{
    return slots > PAIR_OVERFLOW && slots < 1 << 24;
}

static bool is_sound(const ModelHeader *header, const ModelIndex *index, size_t length)
{
    if (memcmp(header->magic, MODEL_MAGIC, sizeof header->magic) != 0)
        return false;
    if (!is_slot_count(header->adjacent) || !is_slot_count(header->around) ||
        header->characters > MODEL_CHARACTERS)
        return false;
    size_t words = 2 * PAIR_FILTER_WORDS + (size_t)header->words;
    return header->words == model_word_count(index) &&
           length == sizeof *header + sizeof(uint16_t) * MODEL_CHARACTERS + sizeof(uint32_t) * words;
}

/* The index of a file, whose header is copied in `header`; `data` may be too short for it. */
static ModelIndex index_of(const ModelHeader *header, const uint8_t *data)
{
    const uint16_t *numbers = (const uint16_t *)(const void *)(data + sizeof *header);
    const uint32_t *filters = (const uint32_t *)(const void *)(numbers + MODEL_CHARACTERS);
    return (ModelIndex){
        .numbers = numbers,
        .filters = filters,
        .table = filters + 2 * PAIR_FILTER_WORDS,
        .characters = header->characters,
        .adjacent = header->adjacent,
        .around = header->around,
    };
}

/* Whether every search ends in the table, and no character leads out of it. */
static bool is_closed(const ModelIndex *index)
{
    const uint32_t *adjacent = index->table + model_adjacent_words(index);
    const uint32_t *around = index->table + model_around_words(index);
    if (adjacent[0] || adjacent[(index->adjacent - 1) * ADJACENT_WORDS] || around[0] ||
        around[(index->around - 1) * AROUND_WORDS])
        return false;
    for (size_t i = 0; i < MODEL_CHARACTERS; i++)
        if (index->numbers[i] >= index->characters)
            return false;
    return true;
}

/* Whether no sum of points over one window overflows. */
static bool are_moderate(const ModelHeader *header)
{
    enum { MOST = 1 << 16 };
    for (int before = 0; before < TAGS; before++)
        for (int after = 0; after < TAGS; after++)
            if (header->transitions[before][after] < -MOST || header->transitions[before][after] > MOST)
                return false;
    return true;
}

static bool load(Model *model, GBytes *bytes)
{
    size_t length;
    const uint8_t *data = g_bytes_get_data(bytes, &length);
    ModelHeader header;
    if (length < sizeof header)
        return false;
    memcpy(&header, data, sizeof header);
    ModelIndex index = index_of(&header, data);
    if (!is_sound(&header, &index, length) || !is_closed(&index) || !are_moderate(&header))
        return false;
    *model = (Model){.index = index, .bytes = g_bytes_ref(bytes)};
    for (int before = 0; before < TAGS; before++)
        for (int after = 0; after < TAGS; after++)
            model->transitions[before].of[after] = header.transitions[before][after];
    g_snprintf(model->stamp, sizeof model->stamp, "%016" G_GINT64_MODIFIER "x", header.digest);
    return true;
}

bool model_open(Model *model, const char *path, GError **error)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
    if (!file)
        return fail(error, TIFA_ERROR_SYSTEM, "%s: cannot be read; install tifa anew", path);
    g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
    if (!load(model, bytes))
        return fail(error, TIFA_ERROR_SYSTEM,
                    "%s: is no model for this version of tifa, or damaged; install tifa anew", path);
    return true;
}

void model_clear(Model *model)
{
    g_clear_pointer(&model->bytes, g_bytes_unref);
    *model = (Model){0};
}

uint16_t model_number(const ModelIndex *index, const Unit *unit)
{
    static const uint16_t stand_ins[] = {
        [UNIT_NUMBER] = '0', [UNIT_LATIN] = 'a', [UNIT_SPACE] = ' ', [UNIT_OTHER] = '#'};
    if (unit->class == UNIT_HAN || unit->class == UNIT_MARK)
        return unit->character < MODEL_CHARACTERS ? index->numbers[unit->character] : 0;
    return index->numbers[stand_ins[unit->class]];
}
