/* documents.c - the list of a corpus, one document, and the health of the whole. */
#include "base/utf8.h"
#include "report/record.h"
#include "report/source.h"
#include "report/style.h"

#include <string.h>

/* ---- The list -------------------------------------------------------------------------------- */

static json_t *entry_record(const TifaEntry *entry)
{
    return json_pack("{s:I, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "document", (json_int_t)entry->id, "title",
                     record_string(entry->title), "date", record_string(entry->date), "issuer",
                     record_string(entry->issuer), "number", record_string(entry->number), "lang",
                     record_string(entry->language), "format", record_string(entry->format), "path",
                     record_string(entry->path));
}

static void print_entry(const TifaPrinter *printer, const TifaEntry *entry)
{
    unsigned issuer = MIN(printer->width / 4, 28u), number = MIN(printer->width / 6, 20u);
    unsigned fixed = 6 + 11 + number + 1 + issuer + 1;
    fprintf(printer->file, "%4" G_GINT64_FORMAT "  %-10.10s ", entry->id, entry->date ? entry->date : "");
    unsigned room = printer->width > fixed + 20 ? printer->width - fixed : 20;
    g_autofree char *title = source_fit(entry->title ? entry->title : entry->path, room);
    style_print_start(printer, title, room, true);
    fputc(' ', printer->file);
    g_autofree char *short_number = source_fit(entry->number ? entry->number : "", number);
    style_print_start(printer, short_number, number, true);
    fputc(' ', printer->file);
    style_print_start(printer, entry->issuer ? entry->issuer : "", issuer, false);
    fputc('\n', printer->file);
}

bool tifa_print_entries(const TifaPrinter *printer, const TifaEntries *entries, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a list of documents", error))
        return false;
    for (size_t i = 0; i < tifa_entries_count(entries); i++) {
        TifaEntry entry = tifa_entries_get(entries, i);
        if (printer->format == TIFA_FORMAT_TEXT)
            print_entry(printer, &entry);
        else
            record_print(printer, entry_record(&entry), i == 0);
    }
    return record_finish(printer, error);
}

/* ---- One document ---------------------------------------------------------------------------- */

static const char *const kind_names[] = {
    [TIFA_BLOCK_PARAGRAPH] = "paragraph", [TIFA_BLOCK_HEADING] = "heading", [TIFA_BLOCK_ARTICLE] = "article",
    [TIFA_BLOCK_ITEM] = "item",           [TIFA_BLOCK_ROW] = "row",         [TIFA_BLOCK_NOTE] = "note",
};

static json_t *block_record(const TifaBlock *block, const char *id, const char *text)
{
    json_t *record = json_pack("{s:s, s:s, s:s%}", "id", id, "kind", kind_names[block->kind], "text",
                               text + block->span.start, (size_t)(block->span.end - block->span.start));
    json_object_set_new(record, "page", block->page ? json_integer(block->page) : json_null());
    json_object_set_new(record, "start", json_integer(block->span.start));
    json_object_set_new(record, "level", json_integer(block->level));
    if (block->article)
        json_object_set_new(record, "article",
                            block->insert ? json_sprintf("%u-%u", block->article, block->insert)
                                          : json_sprintf("%u", block->article));
    if (block->part)
        json_object_set_new(record, "part", json_integer(block->part));
    if (block->flags & TIFA_BLOCK_OCR)
        json_object_set_new(record, "ocr", json_true());
    if (block->flags & TIFA_BLOCK_REPAIRED)
        json_object_set_new(record, "repaired", json_true());
    if (block->flags & TIFA_BLOCK_FOLDED)
        json_object_set_new(record, "folded", json_true());
    if (block->box.right > block->box.left)
        json_object_set_new(record, "box",
                            json_pack("[f, f, f, f]", (double)block->box.left, (double)block->box.top,
                                      (double)block->box.right, (double)block->box.bottom));
    return record;
}

static json_t *field_value(const TifaDocument *document, TifaField field)
{
    const char *value = tifa_document_field(document, field);
    if (value && field == TIFA_FIELD_PAGES)
        return json_integer(g_ascii_strtoll(value, NULL, 10));
    return record_string(value);
}

static json_t *document_record(const TifaDocument *document)
{
    json_t *record = json_object(), *origins = json_object(), *blocks = json_array(),
           *warnings = json_array();
    for (TifaField field = 0; field < TIFA_FIELD_COUNT; field++) {
        json_object_set_new(record, tifa_field_name(field), field_value(document, field));
        if (tifa_document_field(document, field))
            json_object_set_new(origins, tifa_field_name(field),
                                record_string(tifa_document_field_origin(document, field)));
    }
    size_t length;
    const char *text = tifa_document_text(document, &length);
    const TifaBlocks *all = tifa_document_blocks(document);
    g_autoptr(GPtrArray) ids = tifa_document_block_ids(document);
    for (size_t i = 0; i < all->length; i++)
        json_array_append_new(blocks, block_record(&all->items[i], ids->pdata[i], text));
    for (const char *const *warning = tifa_document_warnings(document); *warning; warning++)
        json_array_append_new(warnings, json_string(*warning));
    json_object_set_new(record, "origins", origins);
    json_object_set_new(record, "text", json_stringn(text, length));
    json_object_set_new(record, "blocks", blocks);
    json_object_set_new(record, "warnings", warnings);
    return record;
}

/* The fields that are known, one a line, with how they are known. */
static void print_fields(const TifaPrinter *printer, const TifaDocument *document)
{
    for (TifaField field = 0; field < TIFA_FIELD_COUNT; field++) {
        const char *value = tifa_document_field(document, field);
        if (!value)
            continue;
        g_autofree char *name = g_strdup_printf("%-11s", tifa_field_name(field));
        g_autofree char *origin = g_strdup_printf("  (%s)\n", tifa_document_field_origin(document, field));
        style_print(printer, STYLE_DIM, name, strlen(name));
        fputs(value, printer->file);
        style_print(printer, STYLE_DIM, origin, strlen(origin));
    }
    for (const char *const *warning = tifa_document_warnings(document); *warning; warning++)
        fprintf(printer->file, "warning    %s\n", *warning);
}

static Style block_style(const TifaBlock *block)
{
    return block->kind == TIFA_BLOCK_HEADING ? STYLE_HEAD
           : block->kind == TIFA_BLOCK_NOTE  ? STYLE_DIM
                                             : STYLE_PLAIN;
}

/* Prints a block; what is marked in it in colour, or in brackets where there is none. *mark is the first mark
 * that may lie in it, and moves on. */
static void print_block(const TifaPrinter *printer, const TifaView *view, const TifaBlock *block,
                        const char *text, size_t *mark)
{
    uint32_t place = block->span.start;
    Style style = block_style(block);
    for (; *mark < view->mark_count && view->marks[*mark].start < block->span.end; ++*mark) {
        uint32_t start = MAX(view->marks[*mark].start, place);
        uint32_t end = MIN(view->marks[*mark].end, block->span.end);
        if (end < start || view->marks[*mark].end <= block->span.start)
            continue;
        style_print(printer, style, text + place, start - place);
        fputs(printer->has_color ? "" : "【", printer->file);
        style_print(printer, STYLE_HIT, text + start, end - start);
        fputs(printer->has_color ? "" : "】", printer->file);
        place = end;
    }
    style_print(printer, style, text + place, block->span.end - place);
    fputc('\n', printer->file);
}

static bool is_shown(const TifaView *view, const TifaBlock *block)
{
    bool is_article = !view->article || (block->article == view->article && block->insert == view->insert);
    return is_article && block->span.end >= view->from;
}

static void print_blocks(const TifaPrinter *printer, const TifaDocument *document, const TifaView *view)
{
    const char *text = tifa_document_text(document, NULL);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    size_t mark = 0;
    for (size_t i = 0; i < blocks->length; i++)
        if (is_shown(view, &blocks->items[i]))
            print_block(printer, view, &blocks->items[i], text, &mark);
}

/* The record of the whole, its blocks those of the view. */
static json_t *view_record(const TifaDocument *document, const TifaView *view)
{
    json_t *record = document_record(document), *blocks = json_object_get(record, "blocks"),
           *hits = json_array();
    const TifaBlocks *all = tifa_document_blocks(document);
    for (size_t i = all->length; i > 0; i--)
        if (!is_shown(view, &all->items[i - 1]))
            json_array_remove(blocks, i - 1);
    for (size_t i = 0; i < view->mark_count; i++)
        json_array_append_new(hits, json_pack("{s:I, s:I}", "start", (json_int_t)view->marks[i].start, "end",
                                              (json_int_t)view->marks[i].end));
    json_object_set_new(record, "hits", hits);
    return record;
}

bool tifa_print_view(const TifaPrinter *printer, const TifaDocument *document, const TifaView *view,
                     GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_JSON, "a document", error))
        return false;
    if (printer->format == TIFA_FORMAT_JSON) {
        record_print_json(printer, view_record(document, view));
        return record_finish(printer, error);
    }
    if (view->with_fields) {
        print_fields(printer, document);
        fputc('\n', printer->file);
    }
    print_blocks(printer, document, view);
    return record_finish(printer, error);
}

bool tifa_print_document(const TifaPrinter *printer, const TifaDocument *document, bool with_fields,
                         GError **error)
{
    if (printer->format != TIFA_FORMAT_JSON)
        return tifa_print_view(printer, document, &(TifaView){.with_fields = with_fields}, error);
    record_print_json(printer, document_record(document));
    return record_finish(printer, error);
}

/* ---- What became of a file ------------------------------------------------------------------- */

bool tifa_print_adding(const TifaPrinter *printer, const TifaAdding *adding, GError **error)
{
    static const char *const names[] = {
        [TIFA_OUTCOME_ADDED] = "added", [TIFA_OUTCOME_KNOWN] = "known",   [TIFA_OUTCOME_SKIPPED] = "skipped",
        [TIFA_OUTCOME_IMAGE] = "image", [TIFA_OUTCOME_FAILED] = "failed",
    };
    if (!record_accepts(printer, RECORD_JSON, "what was added", error))
        return false;
    json_t *documents = json_array();
    for (unsigned i = 0; adding->documents && i < adding->documents->len; i++) {
        const TifaDocument *document = adding->documents->pdata[i];
        json_array_append_new(documents,
                              json_pack("{s:o, s:o}", "title", field_value(document, TIFA_FIELD_TITLE),
                                        "date", field_value(document, TIFA_FIELD_DATE)));
    }
    record_print_json(printer, json_pack("{s:s, s:s, s:s, s:o}", "outcome", names[adding->outcome], "path",
                                         adding->path, "message", adding->message, "documents", documents));
    return record_finish(printer, error);
}

/* ---- Health ---------------------------------------------------------------------------------- */

static json_t *strings_record(char **strings)
{
    json_t *array = json_array();
    for (; *strings; strings++)
        json_array_append_new(array, json_string(*strings));
    return array;
}

bool tifa_print_health(const TifaPrinter *printer, const TifaHealth *health, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_JSON, "a check", error))
        return false;
    if (printer->format == TIFA_FORMAT_JSON) {
        record_print_json(
            printer, json_pack("{s:o, s:o, s:I, s:I, s:I, s:I}", "problems", strings_record(health->problems),
                               "remarks", strings_record(health->remarks), "documents",
                               (json_int_t)health->documents, "passages", (json_int_t)health->passages,
                               "terms", (json_int_t)health->terms, "tags", (json_int_t)health->tags));
        return record_finish(printer, error);
    }
    fprintf(printer->file, "%zu documents, %zu passages, %zu different words, %zu concept tags\n",
            health->documents, health->passages, health->terms, health->tags);
    for (char **remark = health->remarks; *remark; remark++)
        fprintf(printer->file, "remark: %s\n", *remark);
    for (char **problem = health->problems; *problem; problem++)
        fprintf(printer->file, "PROBLEM: %s\n", *problem);
    if (!*health->problems)
        fputs("no damage found\n", printer->file);
    return record_finish(printer, error);
}
