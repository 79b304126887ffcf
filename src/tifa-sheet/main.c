/* tifa-sheet - writes an XLSX workbook: lines of JSON on standard input, the path of the workbook as
 * argument.
 *
 * A line that is an object is a row, its keys are the columns of the first; the last line is an array of
 * pairs [name, value], how the rows came about, for a sheet of its own. Text is always written as text, so
 * that nothing is taken for a formula or a link. Exit status 0, or 2 with a word on standard error. */
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/* What the format allows: characters in a cell, and rows. */
enum { MOST_CHARACTERS = 32767, MOST_ROWS = 1048576, MOST_COLUMNS = 64, NARROWEST = 6, WIDEST = 60 };

typedef struct {
    lxw_workbook *workbook;
    lxw_worksheet *sheet;
    lxw_format *head, *plain, *left, *match;
    lxw_row_t rows; /* written, with the head */
    int columns, widths[MOST_COLUMNS];
    size_t cut; /* cells that were longer than a cell may be */
} Sheet;

/* Columns that text takes, about: Han characters are twice as wide. */
static int width_of(const char *text)
{
    int width = 0;
    for (; *text && width < WIDEST; text++)
        if ((*text & 0xC0) != 0x80)
            width += (unsigned char)*text >= 0xE0 ? 2 : 1;
    return width;
}

static void widen(Sheet *sheet, int column, const char *text)
{
    int width = width_of(text);
    if (width > sheet->widths[column])
        sheet->widths[column] = width;
}

/* A cell holds so many UTF-16 units, of which no character takes more than two. */
static void write_string(Sheet *sheet, int column, const char *text, lxw_format *format)
{
    size_t units = 0, length = 0;
    while (text[length] && units < MOST_CHARACTERS - 2) {
        units += (unsigned char)text[length] >= 0xF0 ? 2 : 1;
        do
            length++;
        while (((unsigned char)text[length] & 0xC0) == 0x80);
    }
    char *start = strndup(text, length);
    sheet->cut += text[length] != '\0';
    worksheet_write_string(sheet->sheet, sheet->rows, (lxw_col_t)column, start, format);
    free(start);
    widen(sheet, column, text);
}

static lxw_format *format_of(const Sheet *sheet, const char *key)
{
    return strcmp(key, "left") == 0 ? sheet->left : strcmp(key, "match") == 0 ? sheet->match : sheet->plain;
}

static void write_cell(Sheet *sheet, int column, const char *key, const json_t *value)
{
    if (json_is_string(value))
        write_string(sheet, column, json_string_value(value), format_of(sheet, key));
    else if (json_is_number(value))
        worksheet_write_number(sheet->sheet, sheet->rows, (lxw_col_t)column, json_number_value(value), NULL);
    else if (json_is_boolean(value))
        worksheet_write_boolean(sheet->sheet, sheet->rows, (lxw_col_t)column, json_is_true(value), NULL);
}

/* One line: the keys of the row, or its values. Lists within a row have no place in a table. */
static void write_line(Sheet *sheet, json_t *row, bool is_head)
{
    const char *key;
    json_t *value;
    int column = 0;
    json_object_foreach (row, key, value) {
        if (json_is_array(value) || json_is_object(value) || column == MOST_COLUMNS)
            continue;
        if (is_head)
            write_string(sheet, column, key, sheet->head);
        else
            write_cell(sheet, column, key, value);
        column++;
    }
    sheet->rows++;
    if (column > sheet->columns)
        sheet->columns = column;
}

static bool write_row(Sheet *sheet, json_t *row)
{
    if (sheet->rows == 0)
        write_line(sheet, row, true);
    if (sheet->rows == MOST_ROWS) {
        fprintf(stderr, "tifa: workbook: a sheet holds %d rows; use --limit, or --format csv\n", MOST_ROWS);
        return false;
    }
    write_line(sheet, row, false);
    return true;
}

static void finish_rows(Sheet *sheet)
{
    for (int column = 0; column < sheet->columns; column++) {
        int width = sheet->widths[column] < NARROWEST ? NARROWEST : sheet->widths[column];
        worksheet_set_column(sheet->sheet, (lxw_col_t)column, (lxw_col_t)column, width + 2, NULL);
    }
    worksheet_freeze_panes(sheet->sheet, 1, 0);
    if (sheet->rows > 1)
        worksheet_autofilter(sheet->sheet, 0, 0, sheet->rows - 1, (lxw_col_t)(sheet->columns - 1));
}

static void write_method(Sheet *sheet, const json_t *pairs)
{
    lxw_worksheet *method = workbook_add_worksheet(sheet->workbook, "Method");
    lxw_row_t row = 0;
    size_t index;
    json_t *pair;
    json_array_foreach(pairs, index, pair)
    {
        worksheet_write_string(method, row, 0, json_string_value(json_array_get(pair, 0)), sheet->head);
        worksheet_write_string(method, row++, 1, json_string_value(json_array_get(pair, 1)), sheet->plain);
    }
    if (sheet->cut) {
        worksheet_write_string(method, row, 0, "Cut", sheet->head);
        char note[100];
        snprintf(note, sizeof note, "%zu cells were longer than a workbook allows (%d characters)",
                 sheet->cut, MOST_CHARACTERS);
        worksheet_write_string(method, row, 1, note, sheet->plain);
    }
    worksheet_set_column(method, 0, 0, 20, NULL);
    worksheet_set_column(method, 1, 1, 100, NULL);
}

static lxw_format *add_format(lxw_workbook *workbook, bool is_bold, enum lxw_format_alignments alignment)
{
    lxw_format *format = workbook_add_format(workbook);
    if (is_bold)
        format_set_bold(format);
    format_set_align(format, (uint8_t)alignment);
    return format;
}

static Sheet open_sheet(const char *path)
{
    lxw_workbook_options options = {.constant_memory = LXW_FALSE};
    lxw_workbook *workbook = workbook_new_opt(path, &options);
    Sheet sheet = {.workbook = workbook, .sheet = workbook_add_worksheet(workbook, "Result")};
    sheet.head = add_format(workbook, true, LXW_ALIGN_LEFT);
    sheet.plain = add_format(workbook, false, LXW_ALIGN_LEFT);
    sheet.left = add_format(workbook, false, LXW_ALIGN_RIGHT);
    sheet.match = add_format(workbook, true, LXW_ALIGN_LEFT);
    return sheet;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: tifa-sheet WORKBOOK <ROWS (run by tifa)\n", stderr);
        return 2;
    }
    Sheet sheet = open_sheet(argv[1]);
    bool is_written = true;
    for (json_t *line; is_written && (line = json_loadf(stdin, JSON_DISABLE_EOF_CHECK, NULL));
         json_decref(line)) {
        if (json_is_object(line))
            is_written = write_row(&sheet, line);
        else if (json_array_size(line) || sheet.cut)
            write_method(&sheet, line);
    }
    finish_rows(&sheet);
    lxw_error fault = workbook_close(sheet.workbook);
    if (fault)
        fprintf(stderr, "tifa: workbook: %s\n", lxw_strerror(fault));
    return is_written && !fault ? 0 : 2;
}
