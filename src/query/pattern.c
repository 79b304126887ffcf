#include "query/pattern.h"

#include "base/utf8.h"

#include <string.h>

/* ---- Reading --------------------------------------------------------------------------------- */

typedef enum {
    SIGN_CHARACTER,
    SIGN_ONE, /* ? */
    SIGN_RUN, /* * */
    SIGN_GAP, /* … */
} SignKind;

typedef struct {
    SignKind kind;
    gunichar c;
    size_t gap;
} Sign;

/* The end of a row of … or of three or more full stops at the place; the place itself if there is none. */
static const char *end_of_dots(const char *place)
{
    const char *end = place;
    while (g_str_has_prefix(end, "…"))
        end += strlen("…");
    size_t stops = strspn(end, ".");
    return end > place ? end : stops >= 3 ? end + stops : place;
}

/* The next sign of the word; *place moves behind it. */
static Sign next_sign(const char *word, const char **place)
{
    const char *behind = end_of_dots(*place);
    if (behind > *place && *place > word && *behind) {
        char *end = (char *)behind;
        guint64 gap = g_ascii_isdigit(*behind) ? g_ascii_strtoull(behind, &end, 10) : PATTERN_GAP;
        if (!*end) { /* 第…5: the digits are what is looked for */
            gap = PATTERN_GAP;
            end = (char *)behind;
        }
        *place = end;
        return (Sign){SIGN_GAP, 0, (size_t)MIN(gap, PATTERN_WIDEST + 1)};
    }
    gunichar c = utf8_next(place);
    return (Sign){c == '*' ? SIGN_RUN : c == '?' ? SIGN_ONE : SIGN_CHARACTER, c, 0};
}

bool pattern_is_one(const char *word)
{
    for (const char *place = word; *place;)
        if (next_sign(word, &place).kind != SIGN_CHARACTER)
            return true;
    return false;
}

const char *pattern_refuses(const char *word)
{
    size_t pieces = 1, characters = 0;
    for (const char *place = word; *place;) {
        Sign sign = next_sign(word, &place);
        characters += sign.kind == SIGN_CHARACTER;
        pieces += sign.kind != SIGN_CHARACTER;
        if (sign.gap > PATTERN_WIDEST)
            return "at most 1000 characters between; for farther ones write A @p B or A @doc B";
    }
    if (characters == 0)
        return "nothing but wildcards; add a character, or put the signs in \"...\" to find them";
    return pieces > PATTERN_PIECES ? "more than 50 wildcards in a word; ask in parts" : NULL;
}

/* ---- Preparing ------------------------------------------------------------------------------- */

static void add_character(PatternPiece *piece, gunichar c, FoldScript own, size_t longest)
{
    for (int script = FOLD_SIMPLIFIED; script <= FOLD_TRADITIONAL; script++) {
        PhraseForm *form = &piece->forms[script];
        if (!form->characters)
            form->characters = g_new(gunichar, longest);
        form->characters[form->length++] =
            c ? fold_char(c, script == FOLD_SIMPLIFIED ? own : FOLD_TRADITIONAL) : 0;
    }
}

/* Splits the word into pieces; wildcards behind one another are one. */
static void read_pieces(Pattern *pattern, const char *word)
{
    FoldScript script = phrase_script(word);
    size_t length = strlen(word);
    bool is_new = true;
    for (const char *place = word; *place;) {
        Sign sign = next_sign(word, &place);
        if (sign.kind == SIGN_CHARACTER || sign.kind == SIGN_ONE) {
            if (is_new)
                array_push(&pattern->pieces, ((PatternPiece){.has_run = false}));
            is_new = false;
            add_character(&array_last(&pattern->pieces), sign.kind == SIGN_ONE ? 0 : sign.c, script, length);
            pattern->is_words &= !utf8_is_han(sign.c);
            continue;
        }
        PatternPiece *before = pattern->pieces.length ? &array_last(&pattern->pieces) : NULL;
        if (before && sign.kind == SIGN_GAP)
            before->gap = MAX(before->gap, sign.gap);
        else if (before)
            before->has_run = true;
        else
            pattern->starts_with_run = true;
        is_new = true;
    }
    pattern->ends_with_run = array_last(&pattern->pieces).has_run;
    for (size_t i = 0; i < pattern->pieces.length; i++) /* a gap takes in a run */
        pattern->pieces.items[i].has_run &= pattern->pieces.items[i].gap == 0;
}

/* Whether a word may go on beyond the left (right) end of the piece. */
static bool is_open(const Pattern *pattern, size_t piece, bool is_right)
{
    if (!pattern->is_words)
        return true;
    if (is_right)
        return pattern->pieces.items[piece].has_run;
    return piece == 0 ? pattern->starts_with_run : pattern->pieces.items[piece - 1].has_run;
}

/* The expression for the characters first..end-1 of a form, in both scripts; appends nothing if the index
 * does not know them. */
static void add_stretch(const Pattern *pattern, size_t piece, size_t first, size_t end, GString *out)
{
    const PhraseForm *forms = pattern->pieces.items[piece].forms;
    bool is_left = first > 0 || is_open(pattern, piece, false);
    bool is_right = end < forms[0].length || is_open(pattern, piece, true);
    const gunichar *characters[2] = {forms[0].characters + first, forms[1].characters + first};
    g_autofree char *simplified = g_ucs4_to_utf8(characters[0], (glong)(end - first), NULL, NULL, NULL);
    g_autofree char *traditional = g_ucs4_to_utf8(characters[1], (glong)(end - first), NULL, NULL, NULL);
    g_autofree char *part = phrase_index_expression(simplified, traditional, is_left, is_right);
    if (part)
        g_string_append_printf(out, "%s(%s)", out->len ? " AND " : "", part);
}

static char *expression_of(const Pattern *pattern)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < pattern->pieces.length; i++) {
        const PhraseForm *form = &pattern->pieces.items[i].forms[0];
        for (size_t first = 0, end; first < form->length; first = end + 1) {
            for (end = first; end < form->length && form->characters[end];)
                end++;
            if (end > first)
                add_stretch(pattern, i, first, end, out);
        }
    }
    return g_string_free(out, out->len == 0);
}

Pattern pattern_prepare(const char *word)
{
    Pattern pattern = {.is_words = true};
    read_pieces(&pattern, word);
    pattern.expression = expression_of(&pattern);
    return pattern;
}

void pattern_clear(Pattern *pattern)
{
    for (size_t i = 0; i < pattern->pieces.length; i++) {
        g_free(pattern->pieces.items[i].forms[0].characters);
        g_free(pattern->pieces.items[i].forms[1].characters);
    }
    array_clear(&pattern->pieces);
    g_free(pattern->expression);
    *pattern = (Pattern){.is_words = false};
}

/* ---- Finding --------------------------------------------------------------------------------- */

/* The text as folded characters, with the byte at which each starts and the end of the run it is in. */
typedef struct {
    gunichar *characters;
    uint32_t *offsets, *run_ends;
    size_t length;
} Line;

/* Where a piece and all that follows it stand. */
typedef struct {
    uint32_t start, end; /* of the piece and of the whole, in characters */
} Stand;

typedef ARRAY(Stand) Stands;

/* Whether c is of what wildcards stand for: letters and digits, beside Han characters these, too. */
static bool is_run(const Pattern *pattern, gunichar c)
{
    return cut_is_word(c) || (!pattern->is_words && utf8_is_han(c));
}

static Line line_of(const Pattern *pattern, const char *text, size_t length, FoldScript script)
{
    Line line = {g_new(gunichar, length + 1), g_new(uint32_t, length + 1), g_new(uint32_t, length + 1), 0};
    for (const char *place = text, *end = text + length; place < end; line.length++) {
        line.offsets[line.length] = (uint32_t)(place - text);
        line.characters[line.length] = fold_char(utf8_next(&place), script);
    }
    line.offsets[line.length] = (uint32_t)length;
    line.run_ends[line.length] = (uint32_t)line.length;
    for (size_t i = line.length; i-- > 0;)
        line.run_ends[i] = is_run(pattern, line.characters[i]) ? line.run_ends[i + 1] : (uint32_t)i;
    return line;
}

static void line_clear(Line *line)
{
    g_free(line->characters);
    g_free(line->offsets);
    g_free(line->run_ends);
}

/* Whether the place lies inside a word of letters and digits. */
static bool is_inside_word(const Line *line, size_t place)
{
    return place > 0 && place < line->length && cut_is_word(line->characters[place - 1]) &&
           cut_is_word(line->characters[place]);
}

static bool stands_at(const Pattern *pattern, const PhraseForm *form, const Line *line, size_t place)
{
    if (place + form->length > line->length)
        return false;
    for (size_t i = 0; i < form->length; i++) {
        gunichar c = line->characters[place + i];
        if (form->characters[i] ? c != form->characters[i] : !is_run(pattern, c))
            return false;
    }
    return true;
}

/* Finds the places of a piece, last first, from which the rest of the pattern can be reached; `next` are
 * those of the piece behind it, last first. Of these the first behind a place is the one to reach: one
 * further on never ends sooner. */
static void find_piece(const Pattern *pattern, size_t piece, const Line *line, FoldScript script,
                       const Stands *next, Stands *found)
{
    const PatternPiece *part = &pattern->pieces.items[piece];
    const PhraseForm *form = &part->forms[script];
    bool is_last = piece + 1 == pattern->pieces.length;
    bool is_open_left = is_open(pattern, piece, false), is_open_right = is_open(pattern, piece, true);
    size_t nearest = 0; /* of next: so many start at the present place or behind it */
    for (size_t place = line->length; place-- > 0;) {
        size_t end = place + form->length;
        if (!stands_at(pattern, form, line, place) || (!is_open_left && is_inside_word(line, place)) ||
            (!is_open_right && is_inside_word(line, end)))
            continue;
        while (nearest < next->length && next->items[nearest].start >= end)
            nearest++;
        size_t limit = part->has_run ? line->run_ends[end] : end + part->gap;
        if (is_last)
            array_push(found, ((Stand){(uint32_t)place, (uint32_t)end}));
        else if (nearest > 0 && next->items[nearest - 1].start <= limit)
            array_push(found, ((Stand){(uint32_t)place, next->items[nearest - 1].end}));
    }
}

/* Hands out the places from left to right, stretched over the runs at their ends. */
static void collect(const Pattern *pattern, const Line *line, const Stands *found, Spans *places)
{
    size_t done = 0;
    for (size_t i = found->length; i-- > 0;) {
        size_t start = found->items[i].start, end = found->items[i].end;
        if (start < done)
            continue;
        while (pattern->starts_with_run && start > done && is_run(pattern, line->characters[start - 1]))
            start--;
        if (pattern->ends_with_run)
            end = line->run_ends[end];
        array_push(places, ((TifaSpan){line->offsets[start], line->offsets[end]}));
        done = end;
    }
}

void pattern_find(const Pattern *pattern, const char *text, size_t length, FoldScript script, Spans *places)
{
    Line line = line_of(pattern, text, length, script);
    Stands next = {0}, found = {0};
    for (size_t piece = pattern->pieces.length; piece-- > 0;) {
        Stands behind = next;
        next = found;
        found = behind;
        found.length = 0;
        find_piece(pattern, piece, &line, script, &next, &found);
    }
    collect(pattern, &line, &found, places);
    array_clear(&next);
    array_clear(&found);
    line_clear(&line);
}
