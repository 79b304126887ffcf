/* words.c - tokens and tags of a text. */
#include "report/record.h"
#include "report/style.h"

/* ---- Tokens ---------------------------------------------------------------------------------- */

static const char *const kind_names[] = {
    [TIFA_TOKEN_WORD] = "word",     [TIFA_TOKEN_LATIN] = "latin",
    [TIFA_TOKEN_NUMBER] = "number", [TIFA_TOKEN_PUNCTUATION] = "punctuation",
    [TIFA_TOKEN_SPACE] = "space",   [TIFA_TOKEN_OTHER] = "other",
};

static json_t *tokens_record(const char *line, const TifaTokens *tokens, const uint8_t *parts)
{
    json_t *array = json_array();
    for (size_t i = 0; i < tokens->length; i++) {
        const TifaToken *token = &tokens->items[i];
        if (token->kind == TIFA_TOKEN_SPACE)
            continue;
        size_t length = token->span.end - token->span.start;
        json_t *record =
            json_pack("{s:i, s:i, s:s, s:s%}", "start", (int)token->span.start, "end", (int)token->span.end,
                      "kind", kind_names[token->kind], "text", line + token->span.start, length);
        if (parts)
            json_object_set_new(record, "pos", json_string(tifa_part_name((TifaPart)parts[i])));
        json_array_append_new(array, record);
    }
    return array;
}

static void print_words(const TifaPrinter *printer, const char *line, const TifaTokens *tokens,
                        const uint8_t *parts)
{
    const char *gap = "";
    for (size_t i = 0; i < tokens->length; i++) {
        const TifaToken *token = &tokens->items[i];
        if (token->kind == TIFA_TOKEN_SPACE)
            continue;
        fputs(gap, printer->file);
        fwrite(line + token->span.start, 1, token->span.end - token->span.start, printer->file);
        if (parts)
            fprintf(printer->file, "/%s", tifa_part_name((TifaPart)parts[i]));
        gap = " ";
    }
    fputc('\n', printer->file);
}

bool tifa_print_tokens(const TifaPrinter *printer, const char *line, const TifaTokens *tokens,
                       const uint8_t *parts, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_JSON, "words", error))
        return false;
    if (printer->format == TIFA_FORMAT_TEXT)
        print_words(printer, line, tokens, parts);
    else
        record_print_json(printer, json_pack("{s:o}", "tokens", tokens_record(line, tokens, parts)));
    return !ferror(printer->file) || record_finish(printer, error);
}

/* ---- Tags ------------------------------------------------------------------------------------ */

static void print_tag(const TifaPrinter *printer, TifaConcept concept, const TifaTag *tag, const char *found)
{
    fprintf(printer->file, "%8u %8u  ", tag->span.start, tag->span.end);
    style_print_start(printer, found, 30, true);
    fprintf(printer->file, " %-24s ", concept.id);
    fprintf(printer->file, "%s%s%s\n", *concept.zh ? concept.zh : concept.en, *concept.en ? " / " : "",
            concept.en);
}

static json_t *tag_record(TifaConcept concept, const TifaTag *tag, const char *found, const char *name)
{
    return json_pack("{s:i, s:i, s:s, s:s, s:s, s:s, s:b, s:o}", "start", (int)tag->span.start, "end",
                     (int)tag->span.end, "text", found, "concept", concept.id, "label",
                     *concept.zh ? concept.zh : concept.en, "en", concept.en, "nested",
                     (tag->flags & TIFA_TAG_NESTED) != 0, "member", record_string(name));
}

bool tifa_print_tags(const TifaPrinter *printer, const TifaConcepts *concepts, const TifaTagged *texts,
                     size_t count, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "tags", error))
        return false;
    bool is_first = true;
    for (size_t t = 0; t < count; t++) {
        const TifaTagged *text = &texts[t];
        if (text->name && printer->format == TIFA_FORMAT_TEXT)
            fprintf(printer->file, "%s%s\n", t ? "\n" : "", text->name);
        for (size_t i = 0; i < text->tags.length; i++, is_first = false) {
            const TifaTag *tag = &text->tags.items[i];
            TifaConcept concept = tifa_concepts_get(concepts, tag->concept);
            g_autofree char *found = g_strndup(text->text + tag->span.start, tag->span.end - tag->span.start);
            if (printer->format == TIFA_FORMAT_TEXT)
                print_tag(printer, concept, tag, found);
            else
                record_print(printer, tag_record(concept, tag, found, text->name), is_first);
        }
    }
    return record_finish(printer, error);
}
