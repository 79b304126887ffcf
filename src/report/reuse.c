/* reuse.c - which sentences of a text come from which others. */
#include "base/array.h"
#include "base/utf8.h"
#include "report/record.h"
#include "report/style.h"

#include <string.h>

/* A sentence of the target and the source it is most like. */
typedef struct {
    TifaPassage passage;
    size_t source;
} Found;

typedef ARRAY(Found) FoundList;

/* What is printed, at hand everywhere. */
typedef struct {
    const TifaPrinter *printer;
    const TifaDocument *target;
    const char *text;
    const TifaReuseSource *sources;
    size_t count;
    FoundList found;
    GPtrArray *ids;         /* of the target's blocks */
    GPtrArray **source_ids; /* of each source's */
} ReuseView;

/* ---- The best source of each sentence -------------------------------------------------------- */

static int compare_found(const void *left, const void *right)
{
    const Found *a = left, *b = right;
    if (a->passage.target.start != b->passage.target.start)
        return a->passage.target.start < b->passage.target.start ? -1 : 1;
    if (a->passage.likeness != b->passage.likeness)
        return a->passage.likeness > b->passage.likeness ? -1 : 1;
    return a->source < b->source ? -1 : a->source > b->source;
}

static void find_best(ReuseView *view)
{
    FoundList all = {0};
    for (size_t i = 0; i < view->count; i++)
        for (size_t j = 0; j < view->sources[i].passages.length; j++)
            array_push(&all, ((Found){view->sources[i].passages.items[j], i}));
    array_sort(&all, compare_found);
    for (size_t i = 0; i < all.length; i++)
        if (i == 0 || all.items[i].passage.target.start != all.items[i - 1].passage.target.start)
            array_push(&view->found, all.items[i]);
    array_clear(&all);
}

static size_t count_chars(const ReuseView *view, TifaSpan span)
{
    return utf8_count(view->text + span.start, span.end - span.start);
}

/* The share of the target's characters in the passages of a source, or of all (TIFA_NONE). */
static double share_of(const ReuseView *view, size_t source)
{
    size_t all = utf8_count(view->text, strlen(view->text)), chars = 0;
    if (source == TIFA_NONE) {
        for (size_t i = 0; i < view->found.length; i++)
            chars += count_chars(view, view->found.items[i].passage.target);
    } else {
        const TifaPassages *passages = &view->sources[source].passages;
        for (size_t i = 0; i < passages->length; i++)
            chars += count_chars(view, passages->items[i].target);
    }
    return all ? (double)chars / (double)all : 0;
}

static const char *name_of(const TifaReuseSource *source)
{
    const char *title = tifa_document_field(source->document, TIFA_FIELD_TITLE);
    return title ? title : source->name;
}

/* The name of the block that a place stands in; lent by `ids`. */
static const char *place_name(const TifaDocument *document, const GPtrArray *ids, uint32_t place)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    size_t low = 0, high = blocks->length;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (blocks->items[middle].span.start <= place)
            low = middle;
        else
            high = middle;
    }
    return ids->len ? g_ptr_array_index(ids, low) : "";
}

static const char *target_place(const ReuseView *view, const Found *found)
{
    return place_name(view->target, view->ids, found->passage.target.start);
}

static const char *source_place(const ReuseView *view, const Found *found)
{
    return place_name(view->sources[found->source].document, view->source_ids[found->source],
                      found->passage.source.start);
}

/* ---- Text ------------------------------------------------------------------------------------ */

static int percent(double share)
{
    return (int)(share * 100 + 0.5);
}

/* "科学技术进步法, 2021-12-24" */
static void print_name(const ReuseView *view, size_t source)
{
    const char *date = tifa_document_field(view->sources[source].document, TIFA_FIELD_DATE);
    fprintf(view->printer->file, "%s%s%s", name_of(&view->sources[source]), date ? ", " : "",
            date ? date : "");
}

static void print_sources(const ReuseView *view)
{
    const char *title = tifa_document_field(view->target, TIFA_FIELD_TITLE);
    fprintf(view->printer->file, "%s: ", title ? title : "(no title)");
    if (view->count == 0)
        fputs("no sentence of it stands in another text\n", view->printer->file);
    else
        fprintf(view->printer->file, "%d %% of it stands in other texts\n\n",
                percent(share_of(view, TIFA_NONE)));
    for (size_t i = 0; i < view->count; i++) {
        size_t sentences = view->sources[i].passages.length;
        fprintf(view->printer->file, "%4d %%  %4zu sentence%s  ", percent(share_of(view, i)), sentences,
                sentences == 1 ? " " : "s");
        print_name(view, i);
        fputc('\n', view->printer->file);
    }
    fputs(view->count ? "\n" : "", view->printer->file);
}

static void print_line(const ReuseView *view, const char *mark, const char *text, TifaSpan span)
{
    fprintf(view->printer->file, "    %s %.*s\n", mark, (int)(span.end - span.start), text + span.start);
}

static void print_found(const ReuseView *view, const Found *found)
{
    const TifaReuseSource *source = &view->sources[found->source];
    bool is_same = found->passage.likeness >= 1;
    const char *place = target_place(view, found);
    style_print(view->printer, STYLE_HEAD, place, strlen(place));
    fputs("  from ", view->printer->file);
    print_name(view, found->source);
    fprintf(view->printer->file, ": %s\n", source_place(view, found));
    print_line(view, is_same ? "=" : "+", view->text, found->passage.target);
    if (!is_same)
        print_line(view, "-", tifa_document_text(source->document, NULL), found->passage.source);
    fputc('\n', view->printer->file);
}

/* ---- For programs ---------------------------------------------------------------------------- */

static json_t *found_record(const ReuseView *view, const Found *found)
{
    const TifaReuseSource *source = &view->sources[found->source];
    TifaSpan target = found->passage.target, from = found->passage.source;
    const char *source_text = tifa_document_text(source->document, NULL);
    return json_pack("{s:s, s:i, s:i, s:s%, s:s, s:o, s:s, s:i, s:i, s:s%, s:f}", "place",
                     target_place(view, found), "start", (int)target.start, "end", (int)target.end, "text",
                     view->text + target.start, (size_t)(target.end - target.start), "source",
                     name_of(source), "source_date",
                     record_string(tifa_document_field(source->document, TIFA_FIELD_DATE)), "source_place",
                     source_place(view, found), "source_start", (int)from.start, "source_end", (int)from.end,
                     "source_text", source_text + from.start, (size_t)(from.end - from.start), "likeness",
                     found->passage.likeness);
}

static void print_json(const ReuseView *view)
{
    json_t *sources = json_array(), *passages = json_array();
    for (size_t i = 0; i < view->count; i++)
        json_array_append_new(
            sources,
            json_pack("{s:s, s:s, s:o, s:f, s:I}", "title", name_of(&view->sources[i]), "name",
                      view->sources[i].name, "date",
                      record_string(tifa_document_field(view->sources[i].document, TIFA_FIELD_DATE)), "share",
                      share_of(view, i), "sentences", (json_int_t)view->sources[i].passages.length));
    for (size_t i = 0; i < view->found.length; i++)
        json_array_append_new(passages, found_record(view, &view->found.items[i]));
    record_print_json(view->printer,
                      json_pack("{s:o, s:f, s:o, s:o}", "title",
                                record_string(tifa_document_field(view->target, TIFA_FIELD_TITLE)), "share",
                                share_of(view, TIFA_NONE), "sources", sources, "passages", passages));
}

bool tifa_print_reuse(const TifaPrinter *printer, const TifaDocument *target, const TifaReuseSource *sources,
                      size_t count, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_JSON | RECORD_CSV, "reused passages", error))
        return false;
    g_autoptr(GPtrArray) all_ids = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(all_ids, tifa_document_block_ids(sources[i].document));
    g_autoptr(GPtrArray) ids = tifa_document_block_ids(target);
    ReuseView view = {printer, target, tifa_document_text(target, NULL), sources, count,
                      {0},     ids,    (GPtrArray **)all_ids->pdata};
    find_best(&view);
    if (printer->format == TIFA_FORMAT_JSON)
        print_json(&view);
    if (printer->format == TIFA_FORMAT_TEXT)
        print_sources(&view);
    for (size_t i = 0; i < view.found.length && printer->format != TIFA_FORMAT_JSON; i++) {
        if (printer->format == TIFA_FORMAT_TEXT)
            print_found(&view, &view.found.items[i]);
        else
            record_print_csv(printer, found_record(&view, &view.found.items[i]), i == 0);
    }
    array_clear(&view.found);
    return record_finish(printer, error);
}
