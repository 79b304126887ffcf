#include "query/phrase.h"

#include "base/utf8.h"

#include <string.h>

FoldScript phrase_script(const char *text)
{
    for (const char *place = text; *place;)
        if (fold_is_traditional(utf8_next(&place)))
            return FOLD_TRADITIONAL;
    return FOLD_SIMPLIFIED;
}

static PhraseForm form_of(const char *folded)
{
    PhraseForm form = {.characters = g_new(gunichar, strlen(folded))};
    for (const char *place = folded; *place;) {
        const char *start = place;
        gunichar c = form.characters[form.length++] = utf8_next(&place);
        if (*form.anchor || !fold_is_alone(c))
            continue;
        memcpy(form.anchor, start, (size_t)(place - start));
        form.before_anchor = form.length - 1;
    }
    return form;
}

static bool has_han(const PhraseForm *form)
{
    for (size_t i = 0; i < form->length; i++)
        if (utf8_is_han(form->characters[i]))
            return true;
    return false;
}

Phrase phrase_prepare(const char *text)
{
    g_autofree char *simplified = fold_text(text, strlen(text), phrase_script(text), NULL);
    g_autofree char *traditional = fold_text(text, strlen(text), FOLD_TRADITIONAL, NULL);
    Phrase phrase = {
        .forms = {[FOLD_SIMPLIFIED] = form_of(simplified), [FOLD_TRADITIONAL] = form_of(traditional)}};
    phrase.is_words = !has_han(&phrase.forms[0]);
    g_autoptr(GString) expression = g_string_new(NULL);
    CutQuality quality = cut_phrase(simplified, strlen(simplified), expression);
    phrase.is_exact = quality == CUT_EXACT;
    if (!g_str_equal(simplified, traditional)) { /* the index of a traditional text holds the other form */
        g_string_append(expression, " OR ");
        cut_phrase(traditional, strlen(traditional), expression);
        phrase.is_exact = false;
    }
    phrase.expression = quality == CUT_NOTHING ? NULL : g_strdup(expression->str);
    return phrase;
}

void phrase_clear(Phrase *phrase)
{
    g_free(phrase->forms[FOLD_SIMPLIFIED].characters);
    g_free(phrase->forms[FOLD_TRADITIONAL].characters);
    g_free(phrase->expression);
    *phrase = (Phrase){0};
}

/* The end of the phrase if it stands at `place`, else NULL. */
static const char *end_of_match(const PhraseForm *form, const char *place, const char *end, FoldScript script)
{
    for (size_t i = 0; i < form->length; i++)
        if (place >= end || fold_char(utf8_next(&place), script) != form->characters[i])
            return NULL;
    return place;
}

/* A character that is folded to no other is looked for byte by byte, which needs a tenth of the time that
 * folding the text takes. */
static void find_by_anchor(const PhraseForm *form, const char *text, size_t length, FoldScript script,
                           Spans *places)
{
    size_t anchor_length = strlen(form->anchor);
    const char *end = text + length, *least = text, *anchor = text;
    while ((anchor = memmem(anchor, (size_t)(end - anchor), form->anchor, anchor_length))) {
        const char *start = utf8_back(least, anchor, form->before_anchor);
        const char *match = end_of_match(form, start, end, script);
        anchor += anchor_length;
        if (!match)
            continue;
        array_push(places, ((TifaSpan){(uint32_t)(start - text), (uint32_t)(match - text)}));
        least = anchor = match;
    }
}

void phrase_find(const Phrase *phrase, const char *text, size_t length, FoldScript script, Spans *places)
{
    const PhraseForm *form = &phrase->forms[script];
    if (*form->anchor) {
        find_by_anchor(form, text, length, script, places);
        return;
    }
    bool starts_word = phrase->is_words && cut_is_word(form->characters[0]);
    bool ends_word = phrase->is_words && cut_is_word(form->characters[form->length - 1]);
    gunichar before = 0;
    for (const char *place = text, *end = text + length; place < end;) {
        const char *start = place;
        gunichar c = fold_char(utf8_next(&place), script);
        bool is_candidate = c == form->characters[0] && !(starts_word && cut_is_word(before));
        const char *match = is_candidate ? end_of_match(form, start, end, script) : NULL;
        before = c;
        if (!match)
            continue;
        const char *behind = match;
        if (ends_word && match < end && cut_is_word(fold_char(utf8_next(&behind), script)))
            continue;
        array_push(places, ((TifaSpan){(uint32_t)(start - text), (uint32_t)(match - text)}));
        place = match;
        before = form->characters[form->length - 1];
    }
}

char *phrase_index_expression(const char *simplified, const char *traditional, bool is_open_left,
                              bool is_open_right)
{
    g_autoptr(GString) expression = g_string_new(NULL);
    if (cut_part(simplified, strlen(simplified), is_open_left, is_open_right, expression) == CUT_NOTHING)
        return NULL;
    if (!g_str_equal(simplified, traditional)) {
        g_string_append(expression, " OR ");
        cut_part(traditional, strlen(traditional), is_open_left, is_open_right, expression);
    }
    return g_strdup(expression->str);
}
