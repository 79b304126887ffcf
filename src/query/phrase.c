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

/* Chooses the character to look for, which is looked for byte by byte: a tenth of the time that folding the
 * text would take. */
static void choose_anchor(PhraseForm *form, FoldScript script)
{
    gunichar sources[FOLD_MOST_SOURCES];
    for (size_t i = 0; i < form->length && form->anchor_count != 1; i++) {
        size_t count = fold_sources(form->characters[i], script, sources);
        if (form->anchor_count && count >= form->anchor_count)
            continue;
        form->before_anchor = i;
        form->anchor_count = count;
        for (size_t j = 0; j < count; j++) {
            char bytes[6];
            form->anchors[j].length = (size_t)g_unichar_to_utf8(sources[j], bytes);
            memcpy(form->anchors[j].bytes, bytes, sizeof form->anchors[j].bytes);
        }
    }
}

static PhraseForm form_of(const char *folded, FoldScript script)
{
    PhraseForm form = {.characters = g_new(gunichar, strlen(folded))};
    for (const char *place = folded; *place;)
        form.characters[form.length++] = utf8_next(&place);
    choose_anchor(&form, script);
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
    Phrase phrase = {.forms = {[FOLD_SIMPLIFIED] = form_of(simplified, FOLD_SIMPLIFIED),
                               [FOLD_TRADITIONAL] = form_of(traditional, FOLD_TRADITIONAL)}};
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

/* A text in which a phrase is looked for. */
typedef struct {
    const PhraseForm *form;
    FoldScript script;
    bool starts_word, ends_word;
    const char *text, *end;
    const char *next[FOLD_MOST_SOURCES]; /* of each anchor: where it stands next, or the end */
} Finding;

static bool has_bytes(const char *place, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (place[i] != bytes[i])
            return false;
    return true;
}

/* The next place of an anchor, or the text's end. Its last byte tells the most of it. */
static const char *find_anchor(const PhraseAnchor *anchor, const char *place, const char *end)
{
    size_t tail = anchor->length - 1;
    while ((size_t)(end - place) > tail) {
        const char *last = memchr(place + tail, anchor->bytes[tail], (size_t)(end - place) - tail);
        if (!last)
            return end;
        place = last - tail;
        if (has_bytes(place, anchor->bytes, tail)) /* too few to call memcmp() for */
            return place;
        place++;
    }
    return end;
}

/* Whether a letter or digit stands before the place (behind it). */
static bool is_word_before(const Finding *finding, const char *place)
{
    const char *before = utf8_back(finding->text, place, 1);
    return before < place && cut_is_word(fold_char(utf8_next(&before), finding->script));
}

static bool is_word_behind(const Finding *finding, const char *place)
{
    return place < finding->end && cut_is_word(fold_char(utf8_next(&place), finding->script));
}

/* The end of the phrase if it stands at `start`, else NULL. */
static const char *end_of_match(const Finding *finding, const char *start)
{
    const PhraseForm *form = finding->form;
    const char *place = start;
    for (size_t i = 0; i < form->length; i++)
        if (place >= finding->end || fold_char(utf8_next(&place), finding->script) != form->characters[i])
            return NULL;
    bool is_whole = !(finding->starts_word && is_word_before(finding, start)) &&
                    !(finding->ends_word && is_word_behind(finding, place));
    return is_whole ? place : NULL;
}

/* The anchor that stands next. */
static size_t next_anchor(const Finding *finding)
{
    size_t first = 0;
    for (size_t i = 1; i < finding->form->anchor_count; i++)
        if (finding->next[i] < finding->next[first])
            first = i;
    return first;
}

/* Moves the anchors to their first places from `place` on. */
static void move_anchors(Finding *finding, const char *place)
{
    for (size_t i = 0; i < finding->form->anchor_count; i++)
        if (finding->next[i] < place)
            finding->next[i] = find_anchor(&finding->form->anchors[i], place, finding->end);
}

static Finding finding_new(const Phrase *phrase, const char *text, size_t length, FoldScript script)
{
    const PhraseForm *form = &phrase->forms[script];
    Finding finding = {.form = form, .script = script, .text = text, .end = text + length};
    finding.starts_word = phrase->is_words && cut_is_word(form->characters[0]);
    finding.ends_word = phrase->is_words && cut_is_word(form->characters[form->length - 1]);
    for (size_t i = 0; i < form->anchor_count; i++)
        finding.next[i] = find_anchor(&form->anchors[i], text, finding.end);
    return finding;
}

void phrase_find(const Phrase *phrase, const char *text, size_t length, FoldScript script, Spans *places)
{
    Finding finding = finding_new(phrase, text, length, script);
    const char *done = text, *anchor;
    while ((anchor = finding.next[next_anchor(&finding)]) < finding.end) {
        const char *start = utf8_back(done, anchor, finding.form->before_anchor);
        const char *match = end_of_match(&finding, start);
        move_anchors(&finding, match ? match : anchor + 1);
        if (!match)
            continue;
        array_push(places, ((TifaSpan){(uint32_t)(start - text), (uint32_t)(match - text)}));
        done = match;
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
