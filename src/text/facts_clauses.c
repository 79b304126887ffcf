/* Clauses that say since when a text is in force, what it repeals, and until when it holds. */
#include "text/facts_steps.h"

#include <string.h>

enum { LONGEST_SINCE = 100, LONGEST_SUBJECT = 60, LONGEST_VALIDITY = 60, MOST_REPEALS = 50 };

/* ---- In force since -------------------------------------------------------------------------- */

/* What stands between 自 (zi, from) and 起施行 (qi shixing, in force), the last such place in the line; else
 * empty. */
static Slice find_since(Slice line)
{
    static const char *const forces[] = {"起施行",     "起实施",     "起执行", "起生效",
                                         "起正式施行", "起正式实施", NULL};
    const char *force = slice_has_one(line, forces);
    int64_t end = force ? slice_find_last(line, force) : -1;
    if (end < 0)
        return slice_first(line, 0);
    Slice before = slice_first(line, (size_t)end);
    size_t skipped = before.length > LONGEST_SINCE ? before.length - LONGEST_SINCE : 0;
    while (skipped < before.length && (before.text[skipped] & 0xC0) == 0x80)
        skipped++;
    int64_t from = slice_find_last(slice_from(before, skipped), "自");
    return from < 0 ? slice_first(line, 0) : slice_from(before, skipped + (size_t)from + strlen("自"));
}

/* Whether the clause is about this text: 本条例自…, 现予公布，自… */
static bool is_about_itself(Slice line, Slice since)
{
    Slice before = slice_first(line, (size_t)(since.text - line.text));
    size_t skipped = before.length > LONGEST_SUBJECT ? before.length - LONGEST_SUBJECT : 0;
    Slice near = slice_from(before, skipped);
    return slice_has(near, "本") || slice_has(near, "现予") || slice_has(near, "公布，自") ||
           slice_has(near, "发布，自");
}

/* The date that 公布之日 (the day of promulgation) and the like mean, or NULL. Free with g_free(). */
static char *day_of_issue(const FactsView *view)
{
    static const TifaField fields[] = {TIFA_FIELD_PUBLISHED, TIFA_FIELD_SIGNED, TIFA_FIELD_DATE};
    if (view->made.day)
        return date_iso(view->made);
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        const char *date = tifa_document_field(view->document, fields[i]);
        if (date && strlen(date) == strlen("2021-12-24"))
            return g_strdup(date);
    }
    return NULL;
}

/* These Measures shall come into force on 1 January 2022. */
static bool take_english_since(FactsView *view, Slice line)
{
    static const char *const forces[] = {"come into force",
                                         "comes into force",
                                         "come into effect",
                                         "takes effect",
                                         "take effect",
                                         "enter into force",
                                         NULL};
    const char *force = slice_has_one(line, forces);
    TifaSpan place;
    Date date;
    Slice rest = force ? slice_from(line, (size_t)slice_find_last(line, force)) : slice_first(line, 0);
    if (!date_find(rest.text, rest.length, &place, &date) || place.start > LONGEST_SINCE || !date.day)
        return false;
    g_autofree char *iso = date_iso(date);
    document_offer_field(view->document, TIFA_FIELD_EFFECTIVE, iso, "text");
    return true;
}

static bool take_since(FactsView *view, Slice line)
{
    Slice since = find_since(line);
    Date date;
    if (take_english_since(view, line))
        return true;
    if (since.length == 0 || !is_about_itself(line, since))
        return false;
    if (date_read(since.text, since.length, &date)) {
        g_autofree char *iso = date_iso(date);
        document_offer_field(view->document, TIFA_FIELD_EFFECTIVE, iso, "text");
        return true;
    }
    g_autofree char *issue = slice_ends(since, "之日") ? day_of_issue(view) : NULL;
    if (issue)
        document_offer_field(view->document, TIFA_FIELD_EFFECTIVE, issue, "text");
    return issue != NULL;
}

/* ---- Repeals --------------------------------------------------------------------------------- */

static const char *const repealing[] = {"同时废止", "即行废止", "自行废止", "予以废止", "一并废止",
                                        "相应废止", "同时失效", "停止执行", NULL};

/* Takes the sentence at the head of *text. */
static Slice take_sentence(Slice *text)
{
    static const char *const ends[] = {"。", "；", NULL};
    size_t length = 0;
    while (length < text->length && !slice_starts_one(slice_from(*text, length), ends))
        length++;
    Slice sentence = slice_first(*text, length);
    *text = slice_from(*text, length + strlen(ends[0]));
    return sentence;
}

/* Appends the titles that the sentence names; those it only refers to (施行, 规定) are not repealed. */
static void add_titles(Slice sentence, GString *titles, size_t *count)
{
    static const char *const references[] = {"施行", "实施", "规定", "第", "不", "的", NULL};
    for (int64_t start; (start = slice_find(sentence, "《")) >= 0;) {
        Slice rest = slice_from(sentence, (size_t)start);
        size_t length = slice_quoted(rest);
        if (length == 0 || *count == MOST_REPEALS)
            return;
        sentence = slice_from(rest, length);
        if (slice_starts_one(sentence, references))
            continue;
        g_string_append_printf(titles, "%s%.*s", titles->len ? "、" : "", (int)length, rest.text);
        ++*count;
    }
}

static void take_repeals(Slice line, GString *titles, size_t *count)
{
    if (!slice_has(line, "废止") && !slice_has(line, "停止执行") && !slice_has(line, "失效"))
        return;
    while (line.length > 0) {
        Slice sentence = take_sentence(&line);
        const char *verb = slice_has_one(sentence, repealing);
        if (!verb)
            continue;
        size_t place = (size_t)slice_find(sentence, verb), end = place + strlen(verb);
        bool is_list_behind = slice_starts(slice_from(sentence, end), "：");
        add_titles(is_list_behind ? slice_from(sentence, end) : slice_first(sentence, place), titles, count);
    }
}

/* ---- Validity -------------------------------------------------------------------------------- */

/* 有效期五年, 有效期至2028年7月9日 */
static void take_validity(FactsView *view, Slice line)
{
    static const char *const ends[] = {"。", "，", "；", "）", NULL};
    int64_t start = slice_find(line, "有效期");
    if (start < 0 || !slice_has(line, "施行"))
        return;
    Slice validity = slice_from(line, (size_t)start);
    for (size_t i = 0; ends[i]; i++) {
        int64_t end = slice_find(validity, ends[i]);
        validity = end < 0 ? validity : slice_first(validity, (size_t)end);
    }
    g_autofree char *value = validity.length <= LONGEST_VALIDITY ? slice_copy(validity) : NULL;
    document_offer_field(view->document, TIFA_FIELD_STATUS, value ? value : "", "text");
}

/* （征求意见稿） (draft for comment), （试行） (for trial), （已废止） (repealed) at the end of the title */
static void take_stage(FactsView *view)
{
    static const char *const stages[] = {"征求意见稿", "送审稿", "草案",   "试行",
                                         "已废止",     "已失效", "已修改", NULL};
    const char *title = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    const char *bracket = title ? strrchr(title, '(') : NULL;
    for (const char *next = title; next && (next = strstr(next, "（")); next += strlen("（"))
        bracket = next;
    const char *stage = bracket ? slice_has_one(slice_of(bracket), stages) : NULL;
    document_offer_field(view->document, TIFA_FIELD_STATUS, stage ? stage : "", "title");
}

void facts_find_clauses(FactsView *view)
{
    g_autoptr(GString) repeals = g_string_new(NULL);
    size_t count = 0;
    for (size_t i = 0; i < view->lines.length; i++) {
        take_repeals(view->lines.items[i], repeals, &count);
        take_validity(view, view->lines.items[i]);
    }
    take_stage(view);
    document_offer_field(view->document, TIFA_FIELD_REPEALS, repeals->str, "text");
    for (size_t i = view->lines.length; i > 0; i--)
        if (take_since(view, view->lines.items[i - 1]))
            return;
}
