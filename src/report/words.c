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

bool tifa_print_tags(const TifaPrinter *printer, const TifaConcepts *concepts, const char *text,
                     const TifaTags *tags, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "tags", error))
        return false;
    for (size_t i = 0; i < tags->length; i++) {
        const TifaTag *tag = &tags->items[i];
        TifaConcept concept = tifa_concepts_get(concepts, tag->concept);
        const char *label = *concept.zh ? concept.zh : concept.en;
        size_t length = tag->span.end - tag->span.start;
        g_autofree char *found = g_strndup(text + tag->span.start, length);
        if (printer->format == TIFA_FORMAT_TEXT) {
            fprintf(printer->file, "%8u %8u  ", tag->span.start, tag->span.end);
            style_print_start(printer, found, 30, true);
            fprintf(printer->file, " %-24s ", concept.id);
            fprintf(printer->file, "%s%s%s\n", label, *concept.en ? " / " : "", concept.en);
            continue;
        }
        json_t *record = json_pack("{s:i, s:i, s:s, s:s, s:s, s:s, s:b}", "start", (int)tag->span.start,
                                   "end", (int)tag->span.end, "text", found, "concept", concept.id, "label",
                                   label, "en", concept.en, "nested", (tag->flags & TIFA_TAG_NESTED) != 0);
        record_print(printer, record, i == 0);
    }
    return record_finish(printer, error);
}
