/* hits.c - the concordance: keyword in context, the hit in the middle of the line. */
#include "base/utf8.h"
#include "report/record.h"
#include "report/style.h"

#include <string.h>

/* "12", "120-1", or NULL: the number of the article a hit stands in. Free with g_free(). */
static char *article_label(const TifaHit *hit)
{
    if (!hit->article)
        return NULL;
    return hit->insert ? g_strdup_printf("%u-%u", hit->article, hit->insert)
                       : g_strdup_printf("%u", hit->article);
}

static json_t *hit_record(const TifaHit *hit)
{
    g_autofree char *article = article_label(hit);
    json_t *record = json_pack("{s:I, s:o, s:o, s:o, s:o}", "document", (json_int_t)hit->document, "title",
                               record_string(hit->entry.title), "date", record_string(hit->entry.date),
                               "agency", record_string(hit->entry.issuer), "article", record_string(article));
    json_object_set_new(record, "page", hit->page ? json_integer(hit->page) : json_null());
    json_object_set_new(record, "start", json_integer(hit->span.start));
    json_object_set_new(record, "end", json_integer(hit->span.end));
    json_object_set_new(record, "left", json_string(hit->left));
    json_object_set_new(record, "match", json_string(hit->match));
    json_object_set_new(record, "right", json_string(hit->right));
    json_object_set_new(record, "number", record_string(hit->entry.number));
    return record;
}

/* The columns of a line: number and date, left context, hit and right context, source. */
typedef struct {
    unsigned number, left, right, source;
} Layout;

static Layout layout_for(const TifaPrinter *printer, const TifaHits *hits)
{
    Layout layout = {.number = 1};
    for (size_t count = tifa_hits_count(hits); count >= 10; count /= 10)
        layout.number++;
    unsigned width = MAX(printer->width, 60u), margin = layout.number + 13; /* number, date, gaps */
    layout.source = (width - margin) / 4;
    unsigned text = width - margin - layout.source - 2;
    layout.left = text * 2 / 5;
    layout.right = text - layout.left; /* the hit and what follows */
    return layout;
}

static void print_match_and_right(const TifaPrinter *printer, const TifaHit *hit, unsigned columns)
{
    unsigned width = (unsigned)utf8_width(hit->match, strlen(hit->match));
    if (width >= columns) { /* a long hit: as much of it as there is room for */
        style_print_start(printer, hit->match, columns, true);
        return;
    }
    style_print(printer, STYLE_HIT, hit->match, strlen(hit->match));
    style_print_start(printer, hit->right, columns - width, true);
}

static void print_source(const TifaPrinter *printer, const TifaHit *hit, unsigned columns)
{
    g_autofree char *article = article_label(hit);
    g_autofree char *place = article     ? g_strdup_printf(" §%s", article)
                             : hit->page ? g_strdup_printf(" p. %u", hit->page)
                                         : g_strdup("");
    const char *title = hit->entry.title ? hit->entry.title : hit->entry.path;
    unsigned reserved = (unsigned)utf8_width(place, strlen(place));
    style_print_start(printer, title, columns > reserved ? columns - reserved : 0, false);
    fputs(place, printer->file);
}

static void print_line(const TifaPrinter *printer, const Layout *layout, size_t number, const TifaHit *hit)
{
    fprintf(printer->file, "%*zu ", (int)layout->number, number);
    g_autofree char *date = g_strdup_printf("%-10.10s ", hit->entry.date ? hit->entry.date : "");
    style_print(printer, STYLE_DIM, date, strlen(date));
    style_print_end(printer, hit->left, layout->left);
    fputc(' ', printer->file);
    print_match_and_right(printer, hit, layout->right);
    fputc(' ', printer->file);
    print_source(printer, hit, layout->source);
    fputc('\n', printer->file);
}

bool tifa_print_hits(const TifaPrinter *printer, const TifaHits *hits, size_t first, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a concordance", error))
        return false;
    Layout layout = layout_for(printer, hits);
    for (size_t i = 0; i < tifa_hits_count(hits); i++) {
        const TifaHit *hit = tifa_hits_get(hits, i);
        if (printer->format == TIFA_FORMAT_TEXT)
            print_line(printer, &layout, first + i, hit);
        else
            record_print(printer, hit_record(hit), i == 0);
    }
    return record_finish(printer, error);
}
