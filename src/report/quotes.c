/* quotes.c - hits as quotations: what stands there, and where. */
#include "report/record.h"
#include "report/source.h"
#include "report/style.h"

#include <string.h>

/* The context with the hit in it, without the blanks around; *span gets the hit's place. Free with g_free().
 */
static char *quoted_text(const TifaHit *hit, TifaSpan *span)
{
    g_autofree char *left = g_strchug(g_strdup(hit->left)), *right = g_strchomp(g_strdup(hit->right));
    *span = (TifaSpan){(uint32_t)strlen(left), (uint32_t)(strlen(left) + strlen(hit->match))};
    return g_strconcat(left, hit->match, right, NULL);
}

static json_t *quote_record(const TifaHit *hit, const TifaTranslation *translation)
{
    const TifaEntry *entry = &hit->entry;
    TifaSpan span;
    g_autofree char *text = quoted_text(hit, &span), *article = source_article(hit),
                    *source = source_long(hit), *address = tifa_hit_address(hit);
    json_t *record =
        json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "text", text, "match", hit->match,
                  "source", source, "address", address, "title", record_string(entry->title), "agency",
                  record_string(entry->issuer), "number", record_string(entry->number), "date",
                  record_string(entry->date), "article", record_string(article));
    json_object_set_new(record, "page", hit->page ? json_integer(hit->page) : json_null());
    json_object_set_new(record, "document", json_integer(hit->document));
    json_object_set_new(record, "start", json_integer(hit->span.start));
    json_object_set_new(record, "end", json_integer(hit->span.end));
    json_object_set_new(record, "path", record_string(entry->path));
    json_object_set_new(record, "translation", record_string(translation->text));
    json_object_set_new(record, "translation_document",
                        translation->text ? json_integer(translation->document) : json_null());
    return record;
}

static void print_text(const TifaPrinter *printer, const TifaHit *hit, const TifaTranslation *translation)
{
    TifaSpan span;
    g_autofree char *text = quoted_text(hit, &span), *source = source_long(hit),
                    *address = tifa_hit_address(hit);
    style_print_wrapped_hits(printer, text, &span, 1, MAX(printer->width, 40), 0);
    fprintf(printer->file, "\n    — %s\n", source);
    g_autofree char *place = g_strdup_printf("      %s  [%s]\n\n", hit->entry.path, address);
    style_print(printer, STYLE_DIM, place, strlen(place));
    if (!translation->text)
        return;
    style_print_wrapped(printer, translation->text, MAX(printer->width, 40), 0);
    fprintf(printer->file, "\n    — %s, in the other language  [%" G_GINT64_FORMAT "]\n\n",
            translation->title ? translation->title : "without a title", translation->document);
}

/* ---- Markdown -------------------------------------------------------------------------------- */

/* The text as lines of a quotation, with the signs guarded that mean something in Markdown. */
static void print_quoted(FILE *file, const char *text)
{
    fputs("> ", file);
    for (; *text; text++) {
        if (strchr("\\`*_[]<>#", *text))
            fputc('\\', file);
        fputc(*text, file);
        if (*text == '\n')
            fputs(">\n> ", file);
    }
    fputc('\n', file);
}

static void print_markdown(const TifaPrinter *printer, const TifaHit *hit, const TifaTranslation *translation)
{
    TifaSpan span;
    g_autofree char *text = quoted_text(hit, &span), *source = source_long(hit),
                    *address = tifa_hit_address(hit);
    g_autofree char *line = g_strdup_printf("— %s (document %s)", source, address);
    print_quoted(printer->file, text);
    fputs(">\n", printer->file);
    print_quoted(printer->file, line);
    fputc('\n', printer->file);
    if (!translation->text)
        return;
    g_autofree char *other =
        g_strdup_printf("— %s, in the other language (document %" G_GINT64_FORMAT ")",
                        translation->title ? translation->title : "without a title", translation->document);
    print_quoted(printer->file, translation->text);
    fputs(">\n", printer->file);
    print_quoted(printer->file, other);
    fputc('\n', printer->file);
}

/* ---- The whole ------------------------------------------------------------------------------- */

static bool print_quote(const TifaPrinter *printer, TifaCorpus *corpus, const TifaHit *hit, bool is_first,
                        GError **error)
{
    g_auto(TifaTranslation) translation = {0};
    if (hit->article &&
        !tifa_corpus_translation(corpus, hit->document, hit->article, hit->insert, &translation, error))
        return false;
    if (printer->format == TIFA_FORMAT_TEXT)
        print_text(printer, hit, &translation);
    else if (printer->format == TIFA_FORMAT_MARKDOWN)
        print_markdown(printer, hit, &translation);
    else
        record_print(printer, quote_record(hit, &translation), is_first);
    return true;
}

bool tifa_print_quotes(const TifaPrinter *printer, TifaCorpus *corpus, const TifaHits *hits, bool is_first,
                       GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS | 1u << TIFA_FORMAT_MARKDOWN, "a quotation",
                        error))
        return false;
    for (size_t i = 0; i < tifa_hits_count(hits); i++)
        if (!print_quote(printer, corpus, tifa_hits_get(hits, i), is_first && i == 0, error))
            return false;
    return !ferror(printer->file) || record_flush(printer, error);
}
