/* Marks inside a line of Markdown.
 *
 * CommonMark's rules for emphasis know only spaces and Western punctuation; Chinese writers put ** anywhere
 * (**加快发展。**坚持..., "speed up development"), so here two marks that hug some text are a pair. A single
 * * or _ is a mark only at the edge of a word: 千*计划 keeps its star. */
#include "base/array.h"
#include "base/utf8.h"
#include "extract/markdown.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* How far apart the parts of one mark may be, in bytes. Keeps the search linear. */
enum {
    PAIR_REACH = 4096,
    LINK_REACH = 1024,
    TAG_REACH = 256,
    ENTITY_REACH = 32,
};

enum {
    EMPHASIS_RUNS = 3, /* the longest run of one mark that is a mark */
    OPEN_PAIRS = 8,    /* pairs that may enclose each other */
    LINK_DEPTH = 2,    /* an image may stand in a link */
};

/* Two brackets that belong together. */
typedef struct {
    const char *open, *close;
} Bracket;

typedef struct {
    const char *place, *end; /* what is still to be read */
    const char *start;
    TifaDocument *document;
    GString *out;
    const char *closers[OPEN_PAIRS]; /* closing marks to come */
    size_t closer_count;
    const char
        *searched[3][EMPHASIS_RUNS + 1]; /* before here no closing mark of this kind and length is free */
    ARRAY(Bracket) brackets;             /* all pairs [ ], by their opening */
    size_t next_bracket;
    int depth;
} Strip;

static void strip_text(const char *text, size_t length, int depth, TifaDocument *document, GString *out);

/* ---- Emphasis -------------------------------------------------------------------------------- */

static bool is_edge(gunichar c)
{
    return c == 0 || utf8_is_space(c) || g_unichar_ispunct(c);
}

static gunichar char_before(const Strip *strip, const char *place)
{
    return place > strip->start ? g_utf8_get_char(g_utf8_prev_char(place)) : 0;
}

static gunichar char_at(const Strip *strip, const char *place)
{
    return place < strip->end ? g_utf8_get_char(place) : 0;
}

/* Number of times the character at `place` is repeated there. */
static size_t run_length(const Strip *strip, const char *place)
{
    size_t length = 1;
    while (place + length < strip->end && place[length] == *place)
        length++;
    return length;
}

/* Takes `place` out of the closing marks to come; false if it is none. */
static bool take_closer(Strip *strip, const char *place)
{
    for (size_t i = 0; i < strip->closer_count; i++)
        if (strip->closers[i] == place) {
            strip->closers[i] = strip->closers[--strip->closer_count];
            return true;
        }
    return false;
}

static bool can_open(const Strip *strip, const char *place, size_t run)
{
    gunichar next = char_at(strip, place + run);
    return next != 0 && !utf8_is_space(next) && (run > 1 || is_edge(char_before(strip, place)));
}

static bool can_close(const Strip *strip, const char *place, size_t run)
{
    gunichar before = char_before(strip, place);
    return before != 0 && !utf8_is_space(before) && (run > 1 || is_edge(char_at(strip, place + run)));
}

/* The mark that closes the one at strip->place, or NULL. Which of several it is does not matter, as all go.
 */
static const char *find_closer(Strip *strip, size_t run)
{
    char mark = *strip->place;
    const char **searched = &strip->searched[mark == '*' ? 0 : mark == '_' ? 1 : 2][run];
    const char *reach = MIN(strip->end, strip->place + PAIR_REACH);
    const char *place = MAX(strip->place + run, *searched), *found = NULL;
    while (!found && place < reach && (place = memchr(place, mark, (size_t)(reach - place)))) {
        size_t length = run_length(strip, place);
        if (length == run && can_close(strip, place, run))
            found = place;
        place += length;
        *searched = place;
    }
    return found;
}

/* A run of * _ ~ at strip->place: drops it if it is a mark, else copies it. */
static void strip_emphasis(Strip *strip)
{
    size_t run = run_length(strip, strip->place);
    if (!take_closer(strip, strip->place)) {
        bool is_mark = run <= EMPHASIS_RUNS && (*strip->place != '~' || run == 2) &&
                       can_open(strip, strip->place, run) && strip->closer_count < OPEN_PAIRS;
        const char *closer = is_mark ? find_closer(strip, run) : NULL;
        if (closer)
            strip->closers[strip->closer_count++] = closer;
        else
            g_string_append_len(strip->out, strip->place, (gssize)run);
    }
    strip->place += run;
}

/* ---- Links, tags, entities ------------------------------------------------------------------- */

typedef ARRAY(size_t) Indices;

static void open_bracket(Strip *strip, Indices *open, const char *place)
{
    array_push(open, strip->brackets.length);
    array_push(&strip->brackets, ((Bracket){place, NULL}));
}

/* Finds all pairs of square brackets. */
static void match_brackets(Strip *strip)
{
    Indices open = {0};
    for (const char *place = strip->start; place < strip->end; place++) {
        if (*place == '\\')
            place++;
        else if (*place == '[')
            open_bracket(strip, &open, place);
        else if (*place == ']' && open.length > 0)
            strip->brackets.items[open.items[--open.length]].close = place;
    }
    array_clear(&open);
}

/* The ']' that closes the '[' at `open`, NULL if there is none near. */
static const char *find_bracket(Strip *strip, const char *open)
{
    while (strip->next_bracket < strip->brackets.length &&
           strip->brackets.items[strip->next_bracket].open < open)
        strip->next_bracket++;
    if (strip->next_bracket == strip->brackets.length ||
        strip->brackets.items[strip->next_bracket].open != open)
        return NULL;
    const char *close = strip->brackets.items[strip->next_bracket].close;
    return close && close - open <= LINK_REACH ? close : NULL;
}

/* The end of a target "(url)" that begins at `place`, NULL if there is none. */
static const char *find_target_end(const Strip *strip, const char *place)
{
    int depth = 0;
    if (place >= strip->end || *place != '(')
        return NULL;
    for (const char *reach = MIN(strip->end, place + LINK_REACH); place < reach && *place != '['; place++) {
        if (*place == '(')
            depth++;
        else if (*place == ')' && --depth == 0)
            return place;
    }
    return NULL;
}

/* "[text](url)", "![text](url)" or "[^note]" at strip->place; false if it is none of them. */
static bool strip_link(Strip *strip)
{
    bool is_image = *strip->place == '!';
    const char *open = strip->place + is_image;
    const char *close = open < strip->end && *open == '[' ? find_bracket(strip, open) : NULL;
    if (!close)
        return false;
    const char *target_end = find_target_end(strip, close + 1);
    bool is_note = open[1] == '^' && !target_end;
    if (is_note)
        strip->place = close + 1;
    if (is_note || !target_end || strip->depth >= LINK_DEPTH)
        return is_note;
    size_t before = strip->out->len;
    strip_text(open + 1, (size_t)(close - open - 1), strip->depth + 1, strip->document, strip->out);
    const char *url = close + 2;
    g_autofree char *target = g_strndup(url, MIN(strcspn(url, " \n"), (size_t)(target_end - url)));
    if (!is_image && *target)
        document_add_link(strip->document, target, strip->out->str + before);
    strip->place = target_end + 1;
    return true;
}

static bool is_tag(const char *name)
{
    static const char *const newer[] = {"article", "aside",   "details", "figcaption", "figure", "footer",
                                        "header",  "main",    "mark",    "nav",        "ruby",   "rt",
                                        "rp",      "section", "summary", "time",       "wbr",    NULL};
    return htmlTagLookup((const xmlChar *)name) || g_strv_contains(newer, name);
}

/* "<tag ...>", "</tag>" or "<http://...>" at strip->place; false if it is something else. */
static bool strip_tag(Strip *strip)
{
    const char *reach = MIN(strip->end, strip->place + TAG_REACH);
    const char *close = memchr(strip->place, '>', (size_t)(reach - strip->place));
    if (!close)
        return false;
    const char *name = strip->place + (strip->place[1] == '/' ? 2 : 1);
    size_t length = 0;
    while (name + length < close && g_ascii_isalnum(name[length]))
        length++;
    g_autofree char *tag = g_ascii_strdown(name, (gssize)length);
    if (g_str_has_prefix(tag, "http") && name[length] == ':') {
        g_autofree char *url = g_strndup(name, (size_t)(close - name));
        document_add_link(strip->document, url, url);
        g_string_append(strip->out, url);
    } else if (length == 0 || !is_tag(tag)) {
        return false;
    } else if (strcmp(tag, "br") == 0) {
        g_string_append_c(strip->out, ' ');
    }
    strip->place = close + 1;
    return true;
}

/* The character of an entity's name between & and ; (nbsp, #20013, #x4E2D), 0 if there is none. */
static gunichar entity_character(const char *name)
{
    if (name[0] == '#') {
        bool is_hexadecimal = name[1] == 'x' || name[1] == 'X';
        guint64 number = g_ascii_strtoull(name + (is_hexadecimal ? 2 : 1), NULL, is_hexadecimal ? 16 : 10);
        return number <= 0x10FFFF && g_unichar_validate((gunichar)number) ? (gunichar)number : 0;
    }
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    return entity ? (gunichar)entity->value : 0;
}

static bool strip_entity(Strip *strip)
{
    const char *reach = MIN(strip->end, strip->place + ENTITY_REACH);
    const char *close = memchr(strip->place, ';', (size_t)(reach - strip->place));
    if (!close)
        return false;
    g_autofree char *name = g_strndup(strip->place + 1, (size_t)(close - strip->place - 1));
    gunichar character = entity_character(name);
    if (character == 0)
        return false;
    g_string_append_unichar(strip->out, character);
    strip->place = close + 1;
    return true;
}

/* A backslash before punctuation goes; the character behind it is no mark. */
static bool strip_escape(Strip *strip)
{
    if (strip->place + 1 >= strip->end || !g_ascii_ispunct(strip->place[1]))
        return false;
    g_string_append_c(strip->out, strip->place[1]);
    strip->place += 2;
    return true;
}

/* `code`: the marks go, and what is between stays as it is. */
static bool strip_code(Strip *strip)
{
    size_t run = run_length(strip, strip->place);
    const char *inner = strip->place + run, *place = inner;
    const char *reach = MIN(strip->end, inner + PAIR_REACH);
    while (place < reach && (place = memchr(place, '`', (size_t)(reach - place)))) {
        size_t length = run_length(strip, place);
        if (length == run) {
            g_string_append_len(strip->out, inner, place - inner);
            strip->place = place + run;
            return true;
        }
        place += length;
    }
    g_string_append_len(strip->out, strip->place, (gssize)run);
    strip->place = inner;
    return true;
}

/* ---- A line ---------------------------------------------------------------------------------- */

static const bool is_mark_character[256] = {
    ['*'] = true, ['_'] = true, ['~'] = true, ['['] = true,  ['!'] = true,
    ['<'] = true, ['&'] = true, ['`'] = true, ['\\'] = true,
};

/* Handles the mark at strip->place; false if the character there is just text. */
static bool strip_mark(Strip *strip)
{
    switch (*strip->place) {
    case '*':
    case '_':
    case '~':
        strip_emphasis(strip);
        return true;
    case '[':
    case '!':
        return strip_link(strip);
    case '<':
        return strip_tag(strip);
    case '&':
        return strip_entity(strip);
    case '\\':
        return strip_escape(strip);
    case '`':
        return strip_code(strip);
    default:
        return false;
    }
}

static void strip_text(const char *text, size_t length, int depth, TifaDocument *document, GString *out)
{
    Strip strip = {
        .place = text, .end = text + length, .start = text, .document = document, .out = out, .depth = depth};
    if (memchr(text, '[', length))
        match_brackets(&strip);
    while (strip.place < strip.end) {
        const char *mark = strip.place;
        while (mark < strip.end && !is_mark_character[(unsigned char)*mark])
            mark++;
        g_string_append_len(out, strip.place, mark - strip.place);
        strip.place = mark;
        if (mark < strip.end && !strip_mark(&strip))
            g_string_append_c(out, *strip.place++);
    }
    array_clear(&strip.brackets);
}

void markdown_strip(const char *text, size_t length, TifaDocument *document, GString *out)
{
    strip_text(text, length, 0, document, out);
}
