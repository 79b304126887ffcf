#include "tag/table.h"

#include "base/utf8.h"
#include <string.h>

static const char *const column_names[COLUMN_COUNT] = {
    "id",      "zh",      "zh_alt",     "zh_hant",    "pinyin",   "en",     "en_alt", "category", "gloss",
    "broader", "related", "renamed_to", "valid_from", "valid_to", "guards", "facets", "flags",    "source",
};

#define CELLS_AT_MOST 64

static char no_text[] = "";

const char *column_name(Column column)
{
    return column_names[column];
}

int column_of_name(const char *name)
{
    for (int column = 0; column < COLUMN_COUNT; column++)
        if (strcmp(column_names[column], name) == 0)
            return column;
    return -1;
}

FaultPlace table_place(const Table *table, const Row *row, Column column)
{
    return (FaultPlace){table->name, row->line, table->position[column]};
}

size_t list_inside(const char *place)
{
    if (*place != '(' && *place != '[')
        return 0;
    size_t length = 1 + strcspn(place + 1, "()[]");
    return place[length] == ')' || place[length] == ']' ? length : 0;
}

/* The separator that ends the member at `place`, or the end of the list. */
static char *member_end(char *place, char separator)
{
    while (*place && *place != separator)
        place += 1 + list_inside(place);
    return place;
}

char *list_next(char **rest, char separator)
{
    while (*rest) {
        char *member = *rest, *end = member_end(member, separator);
        *rest = *end ? end + 1 : NULL;
        *end = 0;
        g_strstrip(member);
        if (*member)
            return member;
    }
    return NULL;
}

static bool is_control(gunichar c)
{
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFFFD;
}

/* Reports the first bad byte or control character of a line; false if there is one. */
static bool check_line(const char *line, size_t length, FaultPlace place, TifaFaults *faults)
{
    const char *bad = line;
    g_utf8_validate_len(line, length, &bad);
    place.column = 1;
    for (const char *at = line; at < line + length;) {
        if (at == bad) {
            fault_add(faults, &place, true, "is not UTF-8: byte 0x%02X; save the file as UTF-8",
                      (unsigned char)*at);
            return false;
        }
        gunichar c = utf8_next(&at);
        if (is_control(c)) {
            fault_add(faults, &place, true, "holds the control character U+%04X", c);
            return false;
        }
        place.column += c == '\t';
    }
    return true;
}

/* Cuts a line at its tabs. Returns the number of cells, which may exceed CELLS_AT_MOST. */
static size_t cut_cells(char *line, char **cells)
{
    size_t count = 0;
    for (char *rest = line; rest; count++) {
        char *tab = strchr(rest, '\t');
        if (tab)
            *tab = 0;
        if (count < CELLS_AT_MOST)
            cells[count] = g_strstrip(rest);
        rest = tab ? tab + 1 : NULL;
    }
    return count;
}

/* Reads the names of the columns; returns how many there are, 0 on a fault. */
static size_t read_header(Table *table, char *line, TifaFaults *faults)
{
    char *cells[CELLS_AT_MOST];
    size_t count = cut_cells(line, cells), before = faults->errors;
    for (size_t i = 0; i < MIN(count, CELLS_AT_MOST); i++) {
        FaultPlace place = {table->name, 1, (uint32_t)i + 1};
        int column = column_of_name(cells[i]);
        if (column < 0)
            fault_add(faults, &place, true, "there is no column \"%s\" in this format", cells[i]);
        else if (table->position[column])
            fault_add(faults, &place, true, "the column \"%s\" stands twice", cells[i]);
        else
            table->position[column] = (uint16_t)(i + 1);
    }
    if (!table->position[COLUMN_ID] || !(table->position[COLUMN_ZH] || table->position[COLUMN_EN]))
        fault_add(faults, &(FaultPlace){table->name, 1, 0}, true,
                  "the first line must name the columns id and zh or en");
    return faults->errors == before ? count : 0;
}

static void read_row(Table *table, char *line, uint32_t number, size_t columns, TifaFaults *faults)
{
    char *cells[CELLS_AT_MOST];
    size_t count = cut_cells(line, cells);
    if (count > columns) {
        fault_add(faults, &(FaultPlace){table->name, number, (uint32_t)columns + 1}, true,
                  "%zu cells, but the first line names %zu columns", count, columns);
        return;
    }
    Row row = {.line = number};
    for (int column = 0; column < COLUMN_COUNT; column++) {
        size_t position = table->position[column];
        row.cells[column] = position && position <= count ? cells[position - 1] : no_text;
    }
    array_push(&table->rows, row);
}

Table *table_read(const char *name, const char *text, size_t length, TifaFaults *faults)
{
    Table *table = g_new0(Table, 1);
    table->name = g_strdup(name);
    table->text = g_malloc(length + 1);
    memcpy(table->text, text, length);
    table->text[length] = 0;
    bool has_mark = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
    size_t columns = 0;
    uint32_t number = 0;
    for (char *line = table->text + (has_mark ? 3 : 0), *end = table->text + length; line < end;) {
        char *next = memchr(line, '\n', (size_t)(end - line));
        char *stop = next ? next : end;
        next = next ? next + 1 : end;
        number++;
        if (stop > line && stop[-1] == '\r')
            stop--;
        *stop = 0;
        bool is_sound = check_line(line, (size_t)(stop - line), (FaultPlace){name, number, 0}, faults);
        if (number == 1)
            columns = is_sound ? read_header(table, line, faults) : 0;
        else if (columns && is_sound && *line && *line != '#')
            read_row(table, line, number, columns, faults);
        line = next;
    }
    if (number == 0)
        fault_add(faults, &(FaultPlace){name, 1, 0}, true, "is empty; its first line must name the columns");
    return table;
}

void table_free(Table *table)
{
    if (!table)
        return;
    g_free(table->name);
    g_free(table->text);
    array_clear(&table->rows);
    g_free(table);
}
