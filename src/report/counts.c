/* counts.c - numbers by year, agency or document, with bars. */
#include "base/utf8.h"
#include "report/record.h"
#include "report/style.h"

#include <string.h>

static const char *const key_names[] = {
    [TIFA_BY_NOTHING] = "all",
    [TIFA_BY_YEAR] = "year",
    [TIFA_BY_AGENCY] = "agency",
    [TIFA_BY_DOCUMENT] = "title",
};

static json_t *row_record(TifaGrouping by, const TifaCount *row)
{
    json_t *record = json_pack("{s:o, s:I}", key_names[by], *row->key ? json_string(row->key) : json_null(),
                               "hits", (json_int_t)row->hits);
    if (by == TIFA_BY_DOCUMENT) {
        json_object_set_new(record, "document", json_integer(row->document));
    } else {
        json_object_set_new(record, "documents", json_integer((json_int_t)row->documents));
        json_object_set_new(record, "of", json_integer((json_int_t)row->of));
    }
    return record;
}

static void print_bar(const TifaPrinter *printer, uint64_t hits, uint64_t most, unsigned columns)
{
    /* Eighths of a column, at least one where there is anything. */
    uint64_t eighths = most ? hits * columns * 8 / most : 0;
    if (hits && !eighths)
        eighths = 1;
    for (; eighths >= 8; eighths -= 8)
        fputs("█", printer->file);
    static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    fputs(parts[eighths], printer->file);
}

static void print_row(const TifaPrinter *printer, TifaGrouping by, const TifaCount *row, uint64_t most,
                      unsigned keys)
{
    const char *key = *row->key ? row->key : by == TIFA_BY_YEAR ? "none" : "unknown";
    style_print_start(printer, key, keys, true);
    fprintf(printer->file, " %8" G_GUINT64_FORMAT "  ", row->hits);
    if (by != TIFA_BY_DOCUMENT) {
        g_autofree char *share =
            g_strdup_printf("%4" G_GUINT64_FORMAT " of %-4" G_GUINT64_FORMAT " ", row->documents, row->of);
        style_print(printer, STYLE_DIM, share, strlen(share));
    }
    print_bar(printer, row->hits, most, printer->width > keys + 40 ? printer->width - keys - 30 : 10);
    fputc('\n', printer->file);
}

/* The columns that keys take, up to half of the line; *most gets the largest number. */
static unsigned measure(const TifaPrinter *printer, const TifaCounts *counts, uint64_t *most)
{
    size_t widest = 7;
    *most = 0;
    for (size_t i = 0; i < tifa_counts_rows(counts); i++) {
        TifaCount row = tifa_counts_get(counts, i);
        widest = MAX(widest, utf8_width(row.key, strlen(row.key)));
        *most = MAX(*most, row.hits);
    }
    return (unsigned)MIN(widest, printer->width / 2);
}

static void print_text(const TifaPrinter *printer, const TifaCounts *counts)
{
    uint64_t most;
    TifaGrouping by = tifa_counts_grouping(counts);
    if (by == TIFA_BY_NOTHING) {
        fprintf(printer->file, "%" G_GUINT64_FORMAT "\n", tifa_counts_total(counts));
        return;
    }
    unsigned keys = measure(printer, counts, &most);
    g_autofree char *head = g_strdup_printf("%-*s %8s  %s\n", (int)keys, key_names[by], "hits",
                                            by == TIFA_BY_DOCUMENT ? "" : "documents");
    style_print(printer, STYLE_DIM, head, strlen(head));
    for (size_t i = 0; i < tifa_counts_rows(counts); i++) {
        TifaCount row = tifa_counts_get(counts, i);
        print_row(printer, by, &row, most, keys);
    }
    g_autofree char *total =
        g_strdup_printf("%-*s %8" G_GUINT64_FORMAT "\n", (int)keys, "total", tifa_counts_total(counts));
    style_print(printer, STYLE_HEAD, total, strlen(total));
}

bool tifa_print_counts(const TifaPrinter *printer, const TifaCounts *counts, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a count", error))
        return false;
    if (printer->format == TIFA_FORMAT_TEXT)
        print_text(printer, counts);
    else if (tifa_counts_grouping(counts) == TIFA_BY_NOTHING)
        record_print(printer, json_pack("{s:I}", "hits", (json_int_t)tifa_counts_total(counts)), true);
    for (size_t i = 0; printer->format != TIFA_FORMAT_TEXT && i < tifa_counts_rows(counts); i++) {
        TifaCount row = tifa_counts_get(counts, i);
        record_print(printer, row_record(tifa_counts_grouping(counts), &row), i == 0);
    }
    return record_finish(printer, error);
}
