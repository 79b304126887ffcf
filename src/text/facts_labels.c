/* What a file states by labels: the table of facts above a text, the subject words below it. Web pages state
 * them by their layout, too; their reader has taken those. */
#include "text/facts_steps.h"

#include "text/labels.h"

#include <string.h>

enum { TABLE_LINES = 12, LONGEST_TABLE_LINE = 1000, FEWEST_LABELS = 3, TAIL_LINES = 16 };

/* A label and what it states; the names of the values are lent by the text. */
typedef struct {
    TifaField field;
    Slice stated;
} Stated;

typedef ARRAY(Stated) Table;

/* Reads the labels of one cell; a label that ends it has its value in the next. */
static void read_cell(Slice cell, TifaField *open, Table *table)
{
    const char *place = cell.text, *end = cell.text + cell.length;
    TifaField field;
    bool is_alone;
    if (*open != TIFA_FIELD_COUNT && !label_read(&place, end, &field, &is_alone))
        array_push(table, ((Stated){*open, cell}));
    *open = TIFA_FIELD_COUNT;
    for (place = cell.text; place < end && label_read(&place, end, &field, &is_alone);) {
        const char *behind = label_value_end(place, end);
        if (place == end)
            *open = field;
        else
            array_push(table, ((Stated){field, {place, (size_t)(behind - place)}}));
        place = behind;
    }
}

static void read_line(Slice line, Table *table)
{
    TifaField open = TIFA_FIELD_COUNT;
    while (line.length > 0) {
        int64_t tab = slice_find(line, "\t");
        Slice cell = slice_first(line, tab < 0 ? line.length : (size_t)tab);
        read_cell(cell, &open, table);
        line = slice_from(line, cell.length + 1);
    }
}

/* One label alone may be a line of the text; several are a table. */
void facts_find_labels(FactsView *view)
{
    Table table = {0};
    for (size_t i = 0; i < MIN(view->lines.length, TABLE_LINES); i++)
        if (view->lines.items[i].length <= LONGEST_TABLE_LINE)
            read_line(view->lines.items[i], &table);
    for (size_t i = 0; table.length >= FEWEST_LABELS && i < table.length; i++)
        label_take_value(view->document, table.items[i].field, table.items[i].stated, "table");
    array_clear(&table);
}

/* 主题词：科技　管理　办法 below the text (GB/T 9704-1999 8.3.1), or 关键词 above it. */
void facts_find_subjects(FactsView *view)
{
    size_t tail = view->lines.length > TAIL_LINES ? view->lines.length - TAIL_LINES : 0;
    for (size_t i = 0; i < view->lines.length; i = i == view->body && i < tail ? tail : i + 1) {
        Slice line = view->lines.items[i];
        const char *place = line.text, *end = line.text + line.length;
        TifaField field;
        bool is_alone;
        if (line.length <= LABEL_LONGEST_VALUE && label_read(&place, end, &field, &is_alone) && !is_alone &&
            field == TIFA_FIELD_SUBJECTS)
            label_take_value(view->document, field, (Slice){place, (size_t)(end - place)}, "text");
    }
}
