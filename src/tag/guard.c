#include "tag/guard.h"

#include <string.h>

void guard_clear(Guard *guard)
{
    for (size_t i = 0; i < guard->count; i++)
        array_clear(&guard->words[i]);
    g_free(guard->words);
    *guard = (Guard){0};
}

/* ---- Dates ----------------------------------------------------------------------------------- */

/* The number of exactly `digits` digits at *place, which moves behind them; -1 if there are none. */
static int read_number(const char **place, int digits)
{
    int number = 0;
    for (int i = 0; i < digits; i++) {
        if (!g_ascii_isdigit(**place))
            return -1;
        number = 10 * number + g_ascii_digit_value(*(*place)++);
    }
    return number;
}

/* Reads the days of the date at *place; false if there is none. */
static bool read_date(const char **place, DateRange *range)
{
    int year = read_number(place, 4), month = 0, day = 0;
    if (year < 0)
        return false;
    if (**place == '-') {
        *place += 1;
        month = read_number(place, 2);
        if (month < 1 || month > 12)
            return false;
    }
    if (month && **place == '-') {
        *place += 1;
        day = read_number(place, 2);
        if (day < 1 || day > 31)
            return false;
    }
    range->from = (uint32_t)(year * 10000 + MAX(month, 1) * 100 + MAX(day, 1));
    range->to = (uint32_t)(year * 10000 + (month ? month : 12) * 100 + (day ? day : 31));
    return true;
}

bool date_range(const char *date, DateRange *range)
{
    return read_date(&date, range) && *date == 0;
}

/* FROM..TO, either of which may be missing. */
static const char *parse_dates(Guard *guard, const char *place)
{
    DateRange from = {0, 0}, to = {0, DATE_LAST};
    if (*place != '.' && !read_date(&place, &from))
        return "@ must be followed by a date as 2018, 2018-03 or 2018-03-17";
    if (!g_str_has_prefix(place, ".."))
        return "two dates are separated by ..";
    place += 2;
    if (*place && !(read_date(&place, &to) && *place == 0))
        return ".. must be followed by a date as 2018, 2018-03 or 2018-03-17, or nothing";
    guard->dates = (DateRange){from.from, to.to};
    return guard->dates.from > guard->dates.to ? "the range ends before it begins, so the label never counts"
                                               : NULL;
}

/* ---- Parsing --------------------------------------------------------------------------------- */

static bool starts_with(const Form *longer, const Form *start)
{
    return longer->length > start->length &&
           memcmp(longer->items, start->items, start->length * sizeof *start->items) == 0;
}

static bool ends_with(const Form *longer, const Form *end)
{
    return longer->length > end->length && memcmp(longer->items + longer->length - end->length, end->items,
                                                  end->length * sizeof *end->items) == 0;
}

static bool looks_before(const Guard *guard)
{
    return guard->kind == GUARD_BEFORE || guard->kind == GUARD_ONLY_BEFORE;
}

/* Adds the word of a guard or an exception to it. */
static const char *add_word(Guard *guard, const char *word, size_t length)
{
    guard->words = g_renew(Form, guard->words, guard->count + 1);
    Form *form = &guard->words[guard->count++];
    *form = (Form){0};
    form_set(form, word, length);
    if (form->length == 0)
        return "a guard without a word refuses every place";
    if (guard->count > 1 && !(looks_before(guard) ? ends_with : starts_with)(form, &guard->words[0]))
        return looks_before(guard)
                   ? "the exception behind ! must end with the guard's own word, and be longer"
                   : "the exception behind ! must begin with the guard's own word, and be longer";
    return NULL;
}

/* WORD!EXCEPTION!EXCEPTION, the last hyphen of WORD left out where it ends with one. */
static const char *parse_words(Guard *guard, const char *words)
{
    size_t length = strcspn(words, "!");
    bool has_hyphen = guard->kind == GUARD_BEHIND || guard->kind == GUARD_ONLY_BEHIND;
    const char *reason = add_word(guard, words, length - has_hyphen);
    for (const char *rest = words + length; *rest && !reason; rest += length) {
        rest++;
        length = strcspn(rest, "!");
        reason = add_word(guard, rest, length);
    }
    return reason;
}

/* Whether the guard's word is followed by a hyphen. */
static bool has_hyphen_behind(const char *words)
{
    size_t length = strcspn(words, "!");
    return length > 0 && words[length - 1] == '-';
}

static bool parse_word_guard(Guard *guard)
{
    static const struct {
        const char *name;
        GuardKind kind;
    } names[] = {{"quoted", GUARD_QUOTED},     {"+-“", GUARD_QUOTED}, {"word", GUARD_WORD},
                 {"anywhere", GUARD_ANYWHERE}, {"case", GUARD_CASE},  {"anycase", GUARD_ANYCASE},
                 {"never", GUARD_NEVER}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(guard->written, names[i].name) == 0) {
            guard->kind = names[i].kind;
            return true;
        }
    return false;
}

const char *guard_parse(Guard *guard, const char *written)
{
    *guard = (Guard){.written = written};
    if (parse_word_guard(guard))
        return NULL;
    const char *words = written;
    if (*written == '@') {
        guard->kind = GUARD_DATES;
        return parse_dates(guard, written + 1);
    }
    if (g_str_has_prefix(written, "near ")) {
        guard->kind = GUARD_NEAR;
        return add_word(guard, written + 5, strlen(written + 5));
    }
    bool is_only = *words == '+';
    words += is_only;
    if (*words == '-') {
        guard->kind = is_only ? GUARD_ONLY_BEFORE : GUARD_BEFORE;
        return parse_words(guard, words + 1);
    }
    if (!has_hyphen_behind(words))
        return "is none of X-, -X, +X-, +-X, near X, @FROM..TO, quoted, word, anywhere, case, anycase, never";
    guard->kind = is_only ? GUARD_ONLY_BEHIND : GUARD_BEHIND;
    return parse_words(guard, words);
}

/* ---- Looking at the text --------------------------------------------------------------------- */

static bool is_word_at(const char *place, const char *end)
{
    return place < end && form_is_word(utf8_next(&place));
}

/* Whether the word stands right behind `start`; a Latin word as a whole, after blanks. Returns its end, or
 * NULL. */
static const char *find_behind(const Form *word, const char *start, const char *end)
{
    const char *place = start;
    bool may_be_blank = form_is_word(word->items[0]);
    for (size_t i = 0; i < word->length; i++) {
        gunichar c = form_next(&place, end);
        if (i == 0 && may_be_blank && c == FORM_BLANK)
            c = form_next(&place, end);
        if (c != word->items[i])
            return NULL;
    }
    return form_is_word(array_last(word)) && is_word_at(place, end) ? NULL : place;
}

/* The same before `start`, backwards; returns the word's beginning, or NULL. */
static const char *find_before(const Form *word, const char *start, const char *begin)
{
    const char *place = start;
    bool may_be_blank = form_is_word(array_last(word));
    for (size_t i = word->length; i-- > 0;) {
        gunichar c = form_previous(&place, begin);
        if (i == word->length - 1 && may_be_blank && c == FORM_BLANK)
            c = form_previous(&place, begin);
        if (c != word->items[i])
            return NULL;
    }
    const char *before = place;
    if (form_is_word(word->items[0]) && before > begin && form_is_word(form_previous(&before, begin)))
        return NULL;
    return place;
}

static bool stands_behind(const Guard *guard, const LabelPlace *place, TifaSpan *evidence)
{
    const char *start = place->text + place->span.end;
    const char *end = find_behind(&guard->words[0], start, place->end);
    if (!end)
        return false;
    for (size_t i = 1; i < guard->count; i++)
        if (find_behind(&guard->words[i], start, place->end))
            return false;
    *evidence = (TifaSpan){place->span.end, (uint32_t)(end - place->text)};
    return true;
}

static bool stands_before(const Guard *guard, const LabelPlace *place, TifaSpan *evidence)
{
    const char *end = place->text + place->span.start;
    const char *start = find_before(&guard->words[0], end, place->text);
    if (!start)
        return false;
    for (size_t i = 1; i < guard->count; i++)
        if (find_before(&guard->words[i], end, place->text))
            return false;
    *evidence = (TifaSpan){(uint32_t)(start - place->text), place->span.start};
    return true;
}

static bool stands_near(const Guard *guard, const LabelPlace *place, TifaSpan *evidence)
{
    const char *start = place->text + place->span.start, *end = start;
    while (start > place->text && start[-1] != '\n')
        start--;
    while (end < place->end && *end != '\n')
        end++;
    bool must_be_word = form_is_word(guard->words[0].items[0]), is_word_before = false;
    for (; start < end; is_word_before = form_is_word(utf8_next(&start))) {
        const char *stop = find_behind(&guard->words[0], start, end);
        if (!stop || (must_be_word && is_word_before))
            continue;
        *evidence = (TifaSpan){(uint32_t)(start - place->text), (uint32_t)(stop - place->text)};
        return true;
    }
    return false;
}

/* Whether an opening quotation mark, or one that may be, stands right before. */
static bool stands_quoted(const LabelPlace *place, TifaSpan *evidence)
{
    const char *end = place->text + place->span.start, *start = end;
    if (start == place->text)
        return false;
    start = g_utf8_prev_char(start);
    gunichar c = g_utf8_get_char(start);
    *evidence = (TifaSpan){(uint32_t)(start - place->text), place->span.start};
    return c == '"' || c == '\'' || c == 0x201C || c == 0x2018 || c == 0x300C || c == 0x300E || c == 0xFF02 ||
           c == 0x301D || c == 0xAB;
}

bool guard_stands(const Guard *guard, const LabelPlace *place, TifaSpan *evidence)
{
    if (guard->kind == GUARD_QUOTED)
        return stands_quoted(place, evidence);
    if (guard->kind == GUARD_NEAR)
        return stands_near(guard, place, evidence);
    return looks_before(guard) ? stands_before(guard, place, evidence)
                               : stands_behind(guard, place, evidence);
}
