/* reference.c - documents as items of a bibliography.
 *
 * A law or regulation is a statute, as Zotero's translators for the Chinese legal databases make it: its
 * number (发文字号) is the public law number, its date the date of enactment; what is below a law has the
 * type "regulation". RIS tags are those by which Zotero reads statutes and reports; CSL names are those of
 * CSL 1.0.2. */
#include "report/record.h"

#include <string.h>

typedef enum { REFERENCE_LAW, REFERENCE_REGULATION, REFERENCE_REPORT, REFERENCE_OTHER } ReferenceKind;

typedef struct {
    ReferenceKind kind;
    int64_t id;
    char **authors;                  /* NULL-ended */
    const char *title, *short_title; /* short_title: within title, or NULL */
    const char *date, *number, *type, *language, *url, *status;
} Reference;

static ReferenceKind kind_of(const TifaDocument *document)
{
    static const char *const regulations[] = {"regulation", "rule",  "normative",
                                              "party",      "local", "judicial"};
    const char *level = tifa_document_field(document, TIFA_FIELD_LEVEL);
    if (!level)
        return REFERENCE_OTHER;
    for (size_t i = 0; i < G_N_ELEMENTS(regulations); i++)
        if (strcmp(level, regulations[i]) == 0)
            return REFERENCE_REGULATION;
    return strcmp(level, "law") == 0 ? REFERENCE_LAW : REFERENCE_REPORT;
}

/* The title without the name of the state, as laws are cited; NULL if that changes nothing. */
static const char *short_title_of(const char *title)
{
    static const char *const state = "中华人民共和国";
    return g_str_has_prefix(title, state) && title[strlen(state)] ? title + strlen(state) : NULL;
}

static Reference reference_of(const TifaEntry *entry, const TifaDocument *document)
{
    const char *issuer = entry->issuer ? entry->issuer : "";
    Reference reference = {
        .kind = kind_of(document),
        .id = entry->id,
        .authors = *issuer ? g_strsplit(issuer, "、", -1) : g_new0(char *, 1),
        .title = entry->title ? entry->title : entry->path,
        .date = entry->date,
        .number = entry->number,
        .type = tifa_document_field(document, TIFA_FIELD_TYPE),
        .language = entry->language,
        .url = tifa_document_field(document, TIFA_FIELD_URL),
        .status = tifa_document_field(document, TIFA_FIELD_STATUS),
    };
    reference.short_title = short_title_of(reference.title);
    return reference;
}

/* "zh-CN" for "zh-Hans", as Zotero names the languages. */
static const char *language_name(const char *language)
{
    return !language                          ? NULL
           : strcmp(language, "zh-Hans") == 0 ? "zh-CN"
           : strcmp(language, "zh-Hant") == 0 ? "zh-TW"
                                              : language;
}

/* ---- BibTeX ---------------------------------------------------------------------------------- */

/* A field, unless its value is NULL, with the characters guarded that mean something to TeX. */
static void bibtex_field(FILE *file, const char *name, const char *value)
{
    if (!value)
        return;
    fprintf(file, ",\n  %s = {", name);
    for (; *value; value++) {
        if (*value == '\\')
            fputs("\\textbackslash{}", file);
        else if (*value == '~' || *value == '^')
            fprintf(file, "\\%c{}", *value);
        else
            fprintf(file, "%s%c", strchr("{}%$&#_", *value) ? "\\" : "", *value);
    }
    fputc('}', file);
}

/* Agencies are names as they stand, not first and last ones. */
static void bibtex_authors(FILE *file, char **authors)
{
    for (size_t i = 0; authors[i]; i++)
        fprintf(file, "%s{%s}", i ? " and " : ",\n  author = {", authors[i]);
    if (authors[0])
        fputc('}', file);
}

static void print_bibtex(FILE *file, const Reference *reference)
{
    static const char *const types[] = {"legislation", "legislation", "report", "misc"};
    fprintf(file, "@%s{d%" G_GINT64_FORMAT, types[reference->kind], reference->id);
    bibtex_field(file, "title", reference->title);
    bibtex_field(file, "shorttitle", reference->short_title);
    bibtex_authors(file, reference->authors);
    bibtex_field(file, "date", reference->date);
    bibtex_field(file, "number", reference->number);
    bibtex_field(file, "type", reference->type);
    bibtex_field(file, "language", language_name(reference->language));
    bibtex_field(file, "url", reference->url);
    bibtex_field(file, "note", reference->status);
    fputs("\n}\n", file);
}

/* ---- RIS ------------------------------------------------------------------------------------- */

static void ris_line(FILE *file, const char *tag, const char *value)
{
    if (value)
        fprintf(file, "%s  - %s\r\n", tag, value);
}

/* A date is written 2018/05/03, with nothing between the slashes where it is not known. */
static void ris_date(FILE *file, const char *date)
{
    if (!date)
        return;
    g_auto(GStrv) parts = g_strsplit(date, "-", 3);
    guint count = g_strv_length(parts);
    fprintf(file, "DA  - %s/%s/%s/\r\nPY  - %s\r\n", parts[0], count > 1 ? parts[1] : "",
            count > 2 ? parts[2] : "", parts[0]);
}

static void print_ris(FILE *file, const Reference *reference)
{
    static const char *const types[] = {"STAT", "STAT", "RPRT", "GEN"};
    bool is_statute = reference->kind <= REFERENCE_REGULATION;
    ris_line(file, "TY", types[reference->kind]);
    ris_line(file, "TI", reference->title);
    ris_line(file, "ST", reference->short_title);
    for (size_t i = 0; reference->authors[i]; i++)
        ris_line(file, "AU", reference->authors[i]);
    ris_date(file, reference->date);
    ris_line(file, is_statute ? "M1" : "SN", reference->number);
    ris_line(file, "M3", is_statute ? NULL : reference->type);
    ris_line(file, "LA", language_name(reference->language));
    ris_line(file, "UR", reference->url);
    ris_line(file, "N1", reference->kind == REFERENCE_REGULATION ? "Type: regulation" : NULL);
    ris_line(file, "N1", reference->status);
    fprintf(file, "ID  - d%" G_GINT64_FORMAT "\r\nER  - \r\n\r\n", reference->id);
}

/* ---- CSL-JSON -------------------------------------------------------------------------------- */

static void csl_string(json_t *item, const char *name, const char *value)
{
    if (value)
        json_object_set_new(item, name, json_string(value));
}

static void csl_date(json_t *item, const char *date)
{
    if (!date)
        return;
    g_auto(GStrv) parts = g_strsplit(date, "-", 3);
    json_t *numbers = json_array();
    for (size_t i = 0; parts[i]; i++)
        json_array_append_new(numbers, json_integer(g_ascii_strtoll(parts[i], NULL, 10)));
    json_object_set_new(item, "issued", json_pack("{s:[o]}", "date-parts", numbers));
}

static json_t *csl_item(const Reference *reference)
{
    static const char *const types[] = {"legislation", "regulation", "report", "document"};
    g_autofree char *id = g_strdup_printf("d%" G_GINT64_FORMAT, reference->id);
    json_t *item =
        json_pack("{s:s, s:s, s:s}", "id", id, "type", types[reference->kind], "title", reference->title);
    csl_string(item, "title-short", reference->short_title);
    json_t *authors = json_array();
    for (size_t i = 0; reference->authors[i]; i++)
        json_array_append_new(authors, json_pack("{s:s}", "literal", reference->authors[i]));
    json_object_set_new(item, "author", authors);
    csl_date(item, reference->date);
    csl_string(item, "number", reference->number);
    csl_string(item, "genre", reference->type);
    csl_string(item, "language", language_name(reference->language));
    csl_string(item, "URL", reference->url);
    csl_string(item, "status", reference->status);
    return item;
}

static void print_csl(FILE *file, const Reference *reference, bool is_first, bool is_last)
{
    json_t *item = csl_item(reference);
    fputs(is_first ? "[\n" : "", file);
    json_dumpf(item, file, JSON_COMPACT);
    fputs(is_last ? "\n]\n" : ",\n", file);
    json_decref(item);
}

/* ---- All ------------------------------------------------------------------------------------- */

bool tifa_print_reference(const TifaPrinter *printer, const TifaEntry *entry, const TifaDocument *document,
                          size_t index, size_t count, GError **error)
{
    static const unsigned formats = 1u << TIFA_FORMAT_BIBTEX | 1u << TIFA_FORMAT_RIS | 1u << TIFA_FORMAT_CSL;
    if (!record_accepts(printer, formats, "a bibliography", error))
        return false;
    Reference reference = reference_of(entry, document);
    if (printer->format == TIFA_FORMAT_BIBTEX)
        print_bibtex(printer->file, &reference);
    else if (printer->format == TIFA_FORMAT_RIS)
        print_ris(printer->file, &reference);
    else
        print_csl(printer->file, &reference, index == 0, index + 1 == count);
    g_strfreev(reference.authors);
    return record_flush(printer, error);
}
