/* What carries another text: a decree, a notice that forwards, news of an issue; and the attachments. */
#include "text/facts_steps.h"

#include <string.h>

enum { DECREE_LINES = 8, LONGEST_TITLE = 120 };

/* ---- Titles in titles ------------------------------------------------------------------------ */

/* What stands in the first 《》, or an empty slice. */
static Slice quoted_title(Slice text)
{
    static const char *const opening = "《", *const closing = "》";
    int64_t start = slice_find(text, opening);
    Slice rest = slice_from(text, start < 0 ? text.length : (size_t)start);
    size_t length = slice_quoted(rest);
    size_t frame = length ? strlen(opening) + strlen(closing) : 0;
    return slice_first(slice_from(rest, length ? strlen(opening) : 0), length - frame);
}

/* Whether the line is this title, written without blanks, with or without 《》. */
static bool line_is_title(Slice line, const char *title)
{
    if (line.length > 3 * strlen(title) + 64)
        return false;
    g_autofree char *squeezed = title_without_quotes(slice_squeeze(line));
    return strcmp(squeezed, title) == 0;
}

/* The first line from `from` on that is the title, or that behind the last. */
static size_t find_title_line(const FactsView *view, Slice title, size_t from)
{
    g_autofree char *name = slice_squeeze(title);
    while (from < view->lines.length && !(*name && line_is_title(view->lines.items[from], name)))
        from++;
    return from;
}

/* ---- Decrees, news, notices ------------------------------------------------------------------ */

/* Makes the text that begins at the line the main one, and what comes before its carrier. */
static void take_carried(FactsView *view, size_t line)
{
    view->title = line;
    view->title_end = line + 1;
    g_clear_pointer(&view->forwarded, g_free);
    g_free(view->name);
    view->name = title_without_quotes(slice_copy(view->lines.items[line]));
}

/* What the decree says of itself: its number, and the day and person of its signature. */
static void read_decree(FactsView *view, size_t decree, size_t end)
{
    bool is_numbered = line_is_number(view->lines.items[decree + 1]);
    g_autofree char *head = slice_squeeze(view->lines.items[decree]);
    g_autofree char *serial = is_numbered ? slice_squeeze(view->lines.items[decree + 1]) : g_strdup("");
    g_autofree char *carrier = g_strconcat(head, serial, NULL);
    document_offer_field(view->document, TIFA_FIELD_CARRIER, carrier, "head");
    document_offer_field(view->document, TIFA_FIELD_NUMBER, carrier, "head");
    for (size_t i = end; i > decree; i--)
        if (facts_take_signature(view, i - 1))
            return;
}

/* Whether a line below the head promulgates what it names in 《》. That of an announcement (公告) must say
 * that it was adopted; other announcements are documents themselves. */
static bool is_promulgation(Slice head, Slice line)
{
    bool is_announcement = slice_ends(head, "公告") && line_is_red_head(head);
    return line_is_decree(head) || (is_announcement && slice_has(line, "通过") && slice_ends(line, "。"));
}

/* The first line that is the head of a decree or announcement, else the first of all. */
static size_t find_decree_head(const FactsView *view)
{
    for (size_t i = 0; i < view->lines.length && i < FACTS_HEAD_LINES; i++)
        if (line_is_decree(view->lines.items[i]) || line_is_red_head(view->lines.items[i]))
            return i;
    return 0;
}

/* A decree (令) or announcement (公告) comes before the text it promulgates; false if there is none. */
static bool pass_decree(FactsView *view)
{
    size_t head = find_decree_head(view);
    for (size_t i = head + 1; i < MIN(head + DECREE_LINES, view->lines.length); i++) {
        Slice line = view->lines.items[i];
        if (!is_promulgation(view->lines.items[head], line))
            continue;
        size_t title = find_title_line(view, quoted_title(line), i + 1);
        if (title == view->lines.length)
            continue;
        take_carried(view, title);
        read_decree(view, head, title);
        return true;
    }
    return false;
}

/* Whether the title only tells that something was issued, as news do: …印发《…》 with nothing behind it. */
static bool is_news(Slice title, Slice forwarded)
{
    Slice rest = slice_from(title, (size_t)(forwarded.text - title.text) + forwarded.length + strlen("》"));
    return rest.length == 0 || slice_starts(rest, "（") || slice_starts(rest, "(");
}

/* Whether the title says that what it names in 《》 is issued with it. */
static bool is_issuing(Slice title)
{
    static const char *const verbs[] = {"印发", "转发", "批转", "发布", "公布", "颁发", NULL};
    return slice_has_one(slice_first(title, (size_t)slice_find(title, "《")), verbs);
}

/* What stands between the verb and 的通知 (notice): 关于印发“十四五”数字经济发展规划的通知. Else empty. */
static Slice issued_title(Slice title)
{
    static const char *const verbs[] = {"印发", "转发", "批转", NULL};
    static const char *const notice = "的通知";
    const char *verb = slice_ends(title, notice) ? slice_has_one(title, verbs) : NULL;
    if (!verb)
        return slice_first(title, 0);
    Slice rest = slice_from(title, (size_t)slice_find(title, verb) + strlen(verb));
    return slice_first(rest, rest.length - strlen(notice));
}

/* A carrier's title names what it carries: 关于印发《…》的通知, 印发《…》. News of an issue give way to the
 * text itself. A decision to amend (关于修改《…》的决定) is followed by the amended text, and is the document
 * all the same. */
void facts_pass_carrier(FactsView *view)
{
    if (pass_decree(view) || !view->name)
        return;
    Slice title = slice_of(view->name), quoted = quoted_title(title);
    Slice forwarded = quoted.length ? quoted : issued_title(title);
    if (forwarded.length == 0)
        return;
    view->forwarded = slice_copy(forwarded);
    if (quoted.length && !is_issuing(title))
        return;
    document_offer_field(view->document, TIFA_FIELD_CARRIER, view->name, "title");
    if (!quoted.length)
        return;
    if (!is_news(title, forwarded))
        return;
    size_t line = find_title_line(view, forwarded, view->title_end);
    if (line < view->lines.length)
        take_carried(view, line);
}

/* ---- Attachments ----------------------------------------------------------------------------- */

/* 附件 or 附件2 alone, or 附件：title at the head of an attachment. */
static bool is_attachment_head(Slice line, bool is_behind_signature)
{
    static const char *const mark = "附件";
    if (!slice_starts(line, "附") || slice_count(line) > LONGEST_TITLE)
        return false;
    g_autofree char *squeezed = slice_squeeze(line);
    Slice rest = slice_of(squeezed);
    if (!slice_starts(rest, mark))
        return false;
    rest = slice_from(rest, strlen(mark));
    while (rest.length > 0 && (g_ascii_isdigit(*rest.text) || slice_starts(rest, "一") ||
                               slice_starts(rest, "二") || slice_starts(rest, "三")))
        rest = slice_from(rest, (size_t)(g_utf8_next_char(rest.text) - rest.text));
    bool is_bare = rest.length == 0 || slice_is(rest, "：") || slice_is(rest, ":");
    return is_bare || (is_behind_signature && (slice_starts(rest, "：") || slice_starts(rest, ":")));
}

/* Parts the attachments off. Only for what has a body, and for documents that their reader has not parted. */
void facts_part_attachments(FactsView *view)
{
    g_autofree char *forwarded = view->forwarded ? slice_squeeze(slice_of(view->forwarded)) : NULL;
    uint16_t part = 0;
    bool is_signed = false;
    for (size_t i = view->body; i < view->lines.length; i++) {
        Slice line = view->lines.items[i];
        Date date;
        if (document_block(view->document, i)->part > 0)
            return;
        bool is_forwarded = part == 0 && forwarded && i > view->title_end && line_is_title(line, forwarded);
        if (is_forwarded || is_attachment_head(line, is_signed)) {
            view->end = part == 0 ? i : view->end;
            part++;
        }
        is_signed = is_signed || (part == 0 && date_is_all(line.text, line.length, &date));
        document_block(view->document, i)->part = part;
    }
}
