/* vertical.c - a document as corpus tools read it: a token a line. VRT is what the IMS Open Corpus Workbench,
 * CQPweb and NoSketch Engine take (word, part of speech, concepts; structures text, p and s); CoNLL-U is that
 * of Universal Dependencies (https://universaldependencies.org/format.html) without lemmas and dependencies.
 */
#include "report/record.h"

#include <string.h>

/* One document on its way out. */
typedef struct {
    FILE *file;
    int64_t id;
    const TifaDocument *document;
    const char *text;
    const TifaAnnotation *annotation;
    const TifaConcepts *concepts;
    size_t token, tag;     /* the next ones */
    size_t sentence, word; /* numbers in the block and the sentence, from 1 */
} Vertical;

/* The concepts of a token: those of tags that reach into it. `each` gets them with whether the tag begins
 * there. */
typedef void EachConcept(const char *id, bool is_start, size_t index, FILE *file);

static size_t each_concept(Vertical *vertical, TifaSpan span, EachConcept *each)
{
    const TifaTags *tags = &vertical->annotation->tags;
    /* Tags come by start; one is done with when it ends before the token and all before it do. */
    while (vertical->tag < tags->length && tags->items[vertical->tag].span.end <= span.start)
        vertical->tag++;
    size_t count = 0;
    for (size_t i = vertical->tag; i < tags->length && tags->items[i].span.start < span.end; i++)
        if (tags->items[i].span.end > span.start)
            each(tifa_concepts_get(vertical->concepts, tags->items[i].concept).id,
                 tags->items[i].span.start >= span.start, count++, vertical->file);
    return count;
}

static const char *part_of(const Vertical *vertical)
{
    return tifa_part_name((TifaPart)vertical->annotation->parts[vertical->token]);
}

/* ---- VRT ------------------------------------------------------------------------------------- */

static void put_markup(FILE *file, const char *text, size_t length)
{
    g_autofree char *escaped = g_markup_escape_text(text, (gssize)length);
    fputs(escaped, file);
}

static void put_attribute(FILE *file, const char *name, const char *value)
{
    fprintf(file, " %s=\"", name);
    put_markup(file, value ? value : "", value ? strlen(value) : 0);
    fputc('"', file);
}

static void vrt_concept(const char *id, bool is_start, size_t index, FILE *file)
{
    (void)is_start;
    fprintf(file, "%s%s|", index ? "" : "|", id);
}

/* A set of values is written |a|b|, an empty one |. */
static void vrt_token(Vertical *vertical, TifaSpan span, bool is_glued)
{
    (void)is_glued;
    put_markup(vertical->file, vertical->text + span.start, span.end - span.start);
    fprintf(vertical->file, "\t%s\t", part_of(vertical));
    if (!each_concept(vertical, span, vrt_concept))
        fputc('|', vertical->file);
    fputc('\n', vertical->file);
}

static void vrt_sentence(Vertical *vertical, TifaSpan span)
{
    (void)span;
    fputs("<s>\n", vertical->file);
}

static void vrt_block(Vertical *vertical, size_t index, const TifaBlock *block)
{
    static const char *const kinds[] = {"paragraph", "heading", "article", "item", "row", "note"};
    g_autofree char *article = block->insert    ? g_strdup_printf("%u-%u", block->article, block->insert)
                               : block->article ? g_strdup_printf("%u", block->article)
                                                : g_strdup("");
    fprintf(vertical->file, "<p id=\"%zu\" kind=\"%s\" article=\"%s\" page=\"%u\">\n", index + 1,
            kinds[block->kind], article, block->page);
}

static void vrt_text(const Vertical *vertical, const TifaEntry *entry)
{
    static const TifaField fields[] = {TIFA_FIELD_TITLE,   TIFA_FIELD_DATE,  TIFA_FIELD_ISSUER,
                                       TIFA_FIELD_NUMBER,  TIFA_FIELD_LEVEL, TIFA_FIELD_TYPE,
                                       TIFA_FIELD_LANGUAGE};
    g_autofree char *year = entry->date ? g_strndup(entry->date, 4) : NULL;
    fprintf(vertical->file, "<text id=\"d%" G_GINT64_FORMAT "\"", vertical->id);
    put_attribute(vertical->file, "year", year);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        put_attribute(vertical->file, tifa_field_name(fields[i]),
                      tifa_document_field(vertical->document, fields[i]));
    put_attribute(vertical->file, "path", entry->path);
    fputs(">\n", vertical->file);
}

/* ---- CoNLL-U --------------------------------------------------------------------------------- */

static void conllu_concept(const char *id, bool is_start, size_t index, FILE *file)
{
    fprintf(file, "%s%c-%s", index ? "," : "Concept=", is_start ? 'B' : 'I', id);
}

static void conllu_token(Vertical *vertical, TifaSpan span, bool is_glued)
{
    const char *part = part_of(vertical);
    fprintf(vertical->file, "%zu\t%.*s\t_\t%s\t_\t_\t_\t_\t_\t", vertical->word, (int)(span.end - span.start),
            vertical->text + span.start, *part ? part : "X");
    size_t count = each_concept(vertical, span, conllu_concept);
    if (is_glued)
        fprintf(vertical->file, "%sSpaceAfter=No", count ? "|" : "");
    fputs(!count && !is_glued ? "_\n" : "\n", vertical->file);
}

static void conllu_sentence(Vertical *vertical, TifaSpan span)
{
    fprintf(vertical->file, "# sent_id = d%" G_GINT64_FORMAT "-%u-%zu\n# text = %.*s\n", vertical->id,
            span.start, vertical->sentence, (int)(span.end - span.start), vertical->text + span.start);
}

static void conllu_text(const Vertical *vertical, const TifaEntry *entry)
{
    fprintf(vertical->file, "# newdoc id = d%" G_GINT64_FORMAT "\n", vertical->id);
    const struct {
        const char *name, *value;
    } facts[] = {
        {"title", entry->title}, {"date", entry->date}, {"agency", entry->issuer}, {"number", entry->number}};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i].value)
            fprintf(vertical->file, "# %s = %s\n", facts[i].name, facts[i].value);
}

/* ---- Both ------------------------------------------------------------------------------------ */

static bool is_space(const Vertical *vertical, size_t token)
{
    return vertical->annotation->tokens.items[token].kind == TIFA_TOKEN_SPACE;
}

/* The tokens from the next one to the end of its sentence, without white space at its ends. Moves *end behind
 * it all. */
static TifaSpan sentence_span(const Vertical *vertical, uint32_t limit, size_t *end)
{
    const TifaTokens *tokens = &vertical->annotation->tokens;
    size_t first = vertical->token, last = vertical->token;
    while (last + 1 < tokens->length && tokens->items[last + 1].span.start < limit &&
           !(tokens->items[last].flags & TIFA_TOKEN_SENTENCE_END))
        last++;
    *end = last + 1;
    while (first < last && is_space(vertical, first))
        first++;
    while (last > first && is_space(vertical, last))
        last--;
    return (TifaSpan){tokens->items[first].span.start, tokens->items[last].span.end};
}

static void print_sentence(Vertical *vertical, uint32_t limit, bool is_vrt)
{
    size_t end;
    TifaSpan span = sentence_span(vertical, limit, &end);
    bool has_words = false;
    vertical->word = 1;
    for (; vertical->token < end; vertical->token++) {
        if (is_space(vertical, vertical->token))
            continue;
        if (!has_words)
            (is_vrt ? vrt_sentence : conllu_sentence)(vertical, span);
        has_words = true;
        bool is_glued = vertical->token + 1 < end && !is_space(vertical, vertical->token + 1);
        (is_vrt ? vrt_token
                : conllu_token)(vertical, vertical->annotation->tokens.items[vertical->token].span, is_glued);
        vertical->word++;
    }
    if (has_words)
        fputs(is_vrt ? "</s>\n" : "\n", vertical->file);
    vertical->sentence += has_words;
}

static void print_block(Vertical *vertical, size_t index, const TifaBlock *block, bool is_vrt)
{
    const TifaTokens *tokens = &vertical->annotation->tokens;
    vertical->sentence = 1;
    if (is_vrt)
        vrt_block(vertical, index, block);
    else
        fprintf(vertical->file, "# newpar id = d%" G_GINT64_FORMAT "-p%zu\n", vertical->id, index + 1);
    while (vertical->token < tokens->length && tokens->items[vertical->token].span.start < block->span.end)
        print_sentence(vertical, block->span.end, is_vrt);
    if (is_vrt)
        fputs("</p>\n", vertical->file);
}

bool tifa_print_annotation(const TifaPrinter *printer, const TifaEntry *entry, const TifaDocument *document,
                           const TifaAnnotation *annotation, const TifaConcepts *concepts, GError **error)
{
    if (!record_accepts(printer, 1u << TIFA_FORMAT_VRT | 1u << TIFA_FORMAT_CONLLU,
                        "a document with its words", error))
        return false;
    bool is_vrt = printer->format == TIFA_FORMAT_VRT;
    Vertical vertical = {.file = printer->file,
                         .id = entry->id,
                         .document = document,
                         .text = tifa_document_text(document, NULL),
                         .annotation = annotation,
                         .concepts = concepts};
    (is_vrt ? vrt_text : conllu_text)(&vertical, entry);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    for (size_t i = 0; i < blocks->length; i++)
        if (blocks->items[i].span.end > blocks->items[i].span.start)
            print_block(&vertical, i, &blocks->items[i], is_vrt);
    if (is_vrt)
        fputs("</text>\n", printer->file);
    return record_flush(printer, error);
}
