/* hits.c - the concordance: a line for each hit, the hit in its middle, or whole contexts. */
#include "report/record.h"
#include "report/source.h"
#include "report/style.h"

#include <string.h>

/* ---- Records --------------------------------------------------------------------------------- */

/* The parts' first and end bytes, as "start" and "end" are counted. */
static json_t *parts_record(const TifaHit *hit)
{
    json_t *parts = json_array();
    for (size_t i = 0; i < hit->part_count; i++)
        json_array_append_new(parts, json_pack("[I, I]", (json_int_t)hit->span.start + hit->parts[i].start,
                                               (json_int_t)hit->span.start + hit->parts[i].end));
    return parts;
}

static json_t *hit_record(const TifaHit *hit, const TifaHitGroup *group)
{
    g_autofree char *article = source_article(hit), *address = tifa_hit_address(hit);
    json_t *record = json_pack("{s:I, s:o, s:o, s:o, s:o}", "document", (json_int_t)hit->document, "title",
                               record_string(hit->entry.title), "date", record_string(hit->entry.date),
                               "agency", record_string(hit->entry.issuer), "article", record_string(article));
    json_object_set_new(record, "page", hit->page ? json_integer(hit->page) : json_null());
    json_object_set_new(record, "start", json_integer(hit->span.start));
    json_object_set_new(record, "end", json_integer(hit->span.end));
    json_object_set_new(record, "left", json_string(hit->left));
    json_object_set_new(record, "match", json_string(hit->match));
    json_object_set_new(record, "right", json_string(hit->right));
    if (hit->part_count)
        json_object_set_new(record, "parts", parts_record(hit));
    json_object_set_new(record, "number", record_string(hit->entry.number));
    json_object_set_new(record, "hit", json_integer((json_int_t)hit->number));
    json_object_set_new(record, "address", json_string(address));
    if (group)
        json_object_set_new(record, "group", json_string(group->label));
    return record;
}

static json_t *group_record(const TifaHitGroup *group)
{
    json_t *record = json_pack("{s:s, s:I, s:I}", "group", group->label, "hits", (json_int_t)group->hits,
                               "documents", (json_int_t)group->documents);
    if (group->document)
        json_object_set_new(record, "document", json_integer(group->document));
    return record;
}

/* ---- A line a hit ---------------------------------------------------------------------------- */

/* The columns of a line: number, date, left context, hit and right context, source. */
typedef struct {
    unsigned number, date, left, right, source;
} Columns;

enum {
    DATE_COLUMNS = 11, /* with the gap behind it */
    NARROW = 72,       /* columns of a terminal with no room for dates */
};

static unsigned digits_of(size_t number)
{
    unsigned digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

static Columns columns_for(const TifaPrinter *printer, const TifaHits *hits)
{
    size_t last = tifa_hits_get(hits, tifa_hits_count(hits) - 1)->number;
    unsigned width = MAX(printer->width, 40);
    /* Later portions may have longer numbers. */
    size_t longest = tifa_hits_has_more(hits) ? MAX(last, tifa_hits_total(hits)) : last;
    Columns columns = {.number = digits_of(longest)};
    columns.date = width < NARROW ? 0 : DATE_COLUMNS;
    columns.source = CLAMP(width / 4, 10, 44);
    unsigned text = width - columns.number - columns.date - columns.source - 3; /* gaps */
    columns.left = text * 9 / 20;
    columns.right = text - columns.left; /* the hit and what follows */
    return columns;
}

/* The first `length` bytes of the match: its parts as hits, what stands between them plain. */
static void print_match(const TifaPrinter *printer, const TifaHit *hit, size_t length)
{
    const TifaSpan whole = {0, (uint32_t)length};
    const TifaSpan *parts = hit->part_count ? hit->parts : &whole;
    size_t count = hit->part_count ? hit->part_count : 1, at = 0;
    for (size_t i = 0; i < count && parts[i].start < length; i++) {
        size_t end = MIN(parts[i].end, length);
        style_print_flat(printer, STYLE_PLAIN, hit->match + at, parts[i].start - at);
        style_print_flat(printer, STYLE_HIT, hit->match + parts[i].start, end - parts[i].start);
        at = end;
    }
    style_print_flat(printer, STYLE_PLAIN, hit->match + at, length - at);
}

static void print_match_and_right(const TifaPrinter *printer, const TifaHit *hit, unsigned columns)
{
    size_t length = strlen(hit->match);
    unsigned width = style_columns(hit->match, length);
    if (width <= columns) {
        print_match(printer, hit, length);
        style_print_start(printer, hit->right, columns - width, true);
        return;
    }
    /* A long hit: as much of it as there is room for. */
    size_t fitting = style_fit(hit->match, length, columns - 1);
    print_match(printer, hit, fitting);
    style_print_start(printer, "……", columns - style_columns(hit->match, fitting), true);
}

static void print_kwic(const TifaPrinter *printer, const Columns *columns, const TifaHit *hit)
{
    fprintf(printer->file, "%*zu ", (int)columns->number, hit->number);
    g_autofree char *date = g_strdup_printf("%-10.10s ", hit->entry.date ? hit->entry.date : "");
    if (columns->date)
        style_print(printer, STYLE_DIM, date, strlen(date));
    style_print_end(printer, hit->left, columns->left);
    fputc(' ', printer->file);
    print_match_and_right(printer, hit, columns->right);
    fputc(' ', printer->file);
    g_autofree char *source = source_short(hit, columns->source);
    style_print_flat(printer, STYLE_DIM, source, strlen(source));
    fputc('\n', printer->file);
}

/* ---- Other layouts --------------------------------------------------------------------------- */

/* The whole context, the hit in colour, or in brackets where there is none. */
static void print_context(const TifaPrinter *printer, const TifaHit *hit, unsigned indent)
{
    bool is_plain = !printer->has_color;
    const char *before = is_plain ? "【" : "", *behind = is_plain ? "】" : "";
    g_autofree char *text = g_strconcat(hit->left, before, hit->match, behind, hit->right, NULL);
    uint32_t start = (uint32_t)(strlen(hit->left) + strlen(before));
    size_t count = MAX(hit->part_count, 1);
    g_autofree TifaSpan *parts = g_new(TifaSpan, count);
    parts[0] = (TifaSpan){start, start + (uint32_t)strlen(hit->match)};
    for (size_t i = 0; i < hit->part_count; i++)
        parts[i] = (TifaSpan){start + hit->parts[i].start, start + hit->parts[i].end};
    style_print_blanks(printer, indent);
    style_print_wrapped_hits(printer, text, parts, count, MAX(printer->width, indent + 20) - indent, indent);
    fputc('\n', printer->file);
}

static void print_whole(const TifaPrinter *printer, const TifaHit *hit)
{
    g_autofree char *source = source_long(hit), *address = tifa_hit_address(hit);
    g_autofree char *head = g_strdup_printf("%zu  %s  [%s]\n", hit->number, source, address);
    style_print(printer, STYLE_HEAD, head, strlen(head));
    print_context(printer, hit, 4);
    fputc('\n', printer->file);
}

static void print_listed(const TifaPrinter *printer, const TifaHit *hit)
{
    g_autofree char *address = tifa_hit_address(hit);
    fprintf(printer->file, "%s\t", address);
    print_match(printer, hit, strlen(hit->match));
    fputc('\n', printer->file);
}

static void print_hit(const TifaPrinter *printer, TifaHitLayout layout, const Columns *columns,
                      const TifaHit *hit)
{
    if (layout == TIFA_LAYOUT_KWIC)
        print_kwic(printer, columns, hit);
    else if (layout == TIFA_LAYOUT_TEXT)
        print_whole(printer, hit);
    else
        print_listed(printer, hit);
}

static void print_group(const TifaPrinter *printer, const TifaHitGroup *group)
{
    g_autofree char *head =
        g_strdup_printf("%s  %zu in %zu document%s\n", *group->label ? group->label : "(none)", group->hits,
                        group->documents, group->documents == 1 ? "" : "s");
    style_print(printer, STYLE_HEAD, head, strlen(head));
}

static void print_groups_alone(const TifaPrinter *printer, const TifaHits *hits)
{
    fputs("    hits  documents\n", printer->file);
    for (size_t i = 0; i < tifa_hits_group_count(hits); i++) {
        const TifaHitGroup *group = tifa_hits_group(hits, i);
        fprintf(printer->file, "%8zu %10zu  %s\n", group->hits, group->documents,
                *group->label ? group->label : "(none)");
    }
}

/* ---- The whole ------------------------------------------------------------------------------- */

/* The group a hit is the first or a later one of; NULL without grouping. */
static const TifaHitGroup *group_of(const TifaHits *hits, size_t index, size_t *group)
{
    if (tifa_hits_group_count(hits) == 0)
        return NULL;
    while (index >= tifa_hits_group(hits, *group)->first + tifa_hits_group(hits, *group)->shown)
        ++*group;
    return tifa_hits_group(hits, *group);
}

static void print_text(const TifaPrinter *printer, const TifaHits *hits, TifaHitLayout layout)
{
    size_t count = tifa_hits_count(hits), current = 0;
    if (count == 0 && tifa_hits_group_count(hits))
        print_groups_alone(printer, hits);
    Columns columns = {0};
    if (count)
        columns = columns_for(printer, hits);
    for (size_t i = 0; i < count; i++) {
        const TifaHitGroup *group = group_of(hits, i, &current);
        if (group && group->first == i && !group->goes_on)
            print_group(printer, group);
        print_hit(printer, layout, &columns, tifa_hits_get(hits, i));
    }
}

static void print_records(const TifaPrinter *printer, const TifaHits *hits, bool is_first)
{
    size_t count = tifa_hits_count(hits), current = 0;
    for (size_t i = 0; i < count; i++) {
        const TifaHitGroup *group = group_of(hits, i, &current);
        record_print(printer, hit_record(tifa_hits_get(hits, i), group), is_first && i == 0);
    }
    for (size_t i = 0; count == 0 && i < tifa_hits_group_count(hits); i++)
        record_print(printer, group_record(tifa_hits_group(hits, i)), is_first && i == 0);
}

bool tifa_print_hits(const TifaPrinter *printer, const TifaHits *hits, TifaHitLayout layout, bool is_first,
                     GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a concordance", error))
        return false;
    if (printer->format == TIFA_FORMAT_TEXT)
        print_text(printer, hits, layout);
    else
        print_records(printer, hits, is_first);
    return !ferror(printer->file) || record_flush(printer, error);
}

bool tifa_print_hits_end(const TifaPrinter *printer, GError **error)
{
    return record_finish(printer, error);
}
