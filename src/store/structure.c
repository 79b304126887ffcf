#include "store/structure.h"

#include <string.h>

enum {
    AVERAGES_ROW = 1,
    STRUCTURE_ROW = 10,
    MOST_SEGMENTS = 2000,
};

void varint_put(GByteArray *out, uint64_t number)
{
    g_assert(number < UINT64_C(1) << 56);
    uint8_t bytes[8];
    unsigned start = sizeof bytes;
    do {
        bytes[--start] = (uint8_t)(number | 0x80);
        number >>= 7;
    } while (number);
    bytes[sizeof bytes - 1] &= 0x7F;
    g_byte_array_append(out, bytes + start, (guint)sizeof bytes - start);
}

bool structure_write_data(Store *store, int64_t row, const GByteArray *bytes, GError **error)
{
    return db_do(store, error, "REPLACE INTO passage_fts_data (id, block) VALUES (?, ?)", "ib", row,
                 bytes->data, (size_t)bytes->len);
}

bool structure_add_to_averages(Store *store, uint64_t rows, uint64_t tokens, GError **error)
{
    sqlite3_stmt *row =
        db_query(store, error, "SELECT block FROM passage_fts_data WHERE id = ?", "i", (int64_t)AVERAGES_ROW);
    int found = row ? db_step(store, row, error) : -1;
    if (found < 0)
        return false;
    uint64_t rows_before = 0, tokens_before = 0;
    if (found) {
        Packed in = db_packed(row, 0);
        if (varint_next(&in, &rows_before))
            varint_next(&in, &tokens_before);
        sqlite3_reset(row);
    }
    g_autoptr(GByteArray) out = g_byte_array_new();
    varint_put(out, rows_before + rows);
    varint_put(out, tokens_before + tokens);
    return structure_write_data(store, AVERAGES_ROW, out, error);
}

/* ---- The list of segments: cookie; levels, segments, pages written; for each level how many are being
 * merged, how many there are, and for each its number, first and last page ----------------------------- */

static bool next_level(Structure *structure, Packed *in, unsigned level)
{
    uint64_t count;
    if (!varint_next(in, &structure->merging[level]) || !varint_next(in, &count))
        return false;
    for (uint64_t i = 0; i < count; i++) {
        Segment segment = {.level = level};
        if (!varint_next(in, &segment.number) || !varint_next(in, &segment.first) ||
            !varint_next(in, &segment.last))
            return false;
        array_push(&structure->segments, segment);
    }
    return true;
}

static bool unpack(Structure *structure, Packed in)
{
    uint64_t levels, segments;
    if (in.end - in.place < (ptrdiff_t)sizeof structure->cookie)
        return false;
    memcpy(structure->cookie, in.place, sizeof structure->cookie);
    in.place += sizeof structure->cookie;
    if (!varint_next(&in, &levels) || !varint_next(&in, &segments) ||
        !varint_next(&in, &structure->written) || levels > MOST_LEVELS)
        return false;
    for (structure->levels = 0; structure->levels < levels; structure->levels++)
        if (!next_level(structure, &in, structure->levels))
            return false;
    return structure->segments.length == segments;
}

bool structure_read(Store *store, Structure *structure, GError **error)
{
    sqlite3_stmt *row = db_query(store, error, "SELECT block FROM passage_fts_data WHERE id = ?", "i",
                                 (int64_t)STRUCTURE_ROW);
    int found = row ? db_step(store, row, error) : -1;
    if (found < 0)
        return false;
    bool is_read = found > 0 && unpack(structure, db_packed(row, 0));
    if (found > 0)
        sqlite3_reset(row);
    return is_read || fail(error, TIFA_ERROR_SYSTEM, "%s: the full text is damaged; run tifa rebuild --index",
                           store->path);
}

void structure_clear(Structure *structure)
{
    array_clear(&structure->segments);
}

int64_t structure_free_number(const Structure *structure)
{
    bool is_used[MOST_SEGMENTS + 1] = {false};
    for (size_t i = 0; i < structure->segments.length; i++)
        if (structure->segments.items[i].number <= MOST_SEGMENTS)
            is_used[structure->segments.items[i].number] = true;
    int64_t number = 1;
    while (number < MOST_SEGMENTS && is_used[number])
        number++;
    return number;
}

size_t structure_count_newest(const Structure *structure)
{
    size_t count = 0;
    while (count < structure->segments.length && structure->segments.items[count].level == 0)
        count++;
    return count;
}

static bool write_structure(Store *store, const Structure *structure, GError **error)
{
    g_autoptr(GByteArray) out = g_byte_array_new();
    g_byte_array_append(out, structure->cookie, sizeof structure->cookie);
    varint_put(out, structure->levels);
    varint_put(out, structure->segments.length);
    varint_put(out, structure->written);
    const Segment *next = structure->segments.items, *end = next + structure->segments.length;
    for (unsigned level = 0; level < structure->levels; level++) {
        const Segment *first = next;
        while (next < end && next->level == level)
            next++;
        varint_put(out, structure->merging[level]);
        varint_put(out, (uint64_t)(next - first));
        for (; first < next; first++) {
            varint_put(out, first->number);
            varint_put(out, first->first);
            varint_put(out, first->last);
        }
    }
    return structure_write_data(store, STRUCTURE_ROW, out, error);
}

bool structure_add(Store *store, Structure *structure, int64_t number, int64_t pages, GError **error)
{
    size_t place = structure_count_newest(structure);
    array_push(&structure->segments, ((Segment){0}));
    Segment *segment = structure->segments.items + place;
    memmove(segment + 1, segment, (structure->segments.length - 1 - place) * sizeof *segment);
    *segment = (Segment){.number = (uint64_t)number, .first = 1, .last = (uint64_t)pages};
    structure->levels = MAX(structure->levels, 1);
    structure->written += (uint64_t)pages;
    return write_structure(store, structure, error);
}
