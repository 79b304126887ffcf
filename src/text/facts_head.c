#include "text/facts_steps.h"

#include "text/agency.h"

#include <string.h>

enum { HEAD_LINES = 60, TITLE_LINES = 4, LONGEST_TITLE = 120, DECREE_LINES = 8, LONGEST_PREAMBLE_LINE = 400 };

/* ---- The title
 * --------------------------------------------------------------------------------------------- */

static const TifaBlock *block_at(const FactsView *view, size_t line)
{
    return &tifa_document_blocks(view->document)->items[line];
}

/* Whether the line may be a title or a part of one. */
static bool is_title_line(const FactsView *view, size_t i)
{
    Slice line = view->lines.items[i];
    const TifaBlock *block = block_at(view, i);
    Date date;
    if (line.length == 0 || slice_count(line) > LONGEST_TITLE || block->kind == TIFA_BLOCK_ROW ||
        block->kind == TIFA_BLOCK_NOTE)
        return false;
    return !line_is_red_head(line) && !line_is_number(line) && !line_is_label(line) &&
           !line_is_opening(line) && !line_is_body(line) && !date_is_all(line.text, line.length, &date) &&
           !slice_starts(line, "<!--");
}

/* The line behind the title that begins at `first`: titles are broken over lines, the last of which ends in a
 * type. */
static size_t title_end(const FactsView *view, size_t first)
{
    size_t last = MIN(first + TITLE_LINES, view->lines.length);
    for (size_t i = first; i < last && is_title_line(view, i); i++)
        if (facts_type_of(view->lines.items[i]) && block_at(view, i)->kind == block_at(view, first)->kind)
            return i + 1;
    return first + 1;
}

/* The run of lines that is the title the reader knows. */
static bool find_known_title(FactsView *view, const char *known, size_t limit)
{
    g_autofree char *wanted = known ? slice_squeeze(slice_of(known)) : NULL;
    for (size_t i = 0; wanted && i < limit; i++) {
        g_autoptr(GString) run = g_string_new(NULL);
        for (size_t end = i; end < MIN(i + TITLE_LINES, view->lines.length) && run->len < strlen(wanted);
             end++) {
            g_autofree char *line = slice_squeeze(view->lines.items[end]);
            g_string_append(run, line);
            if (strcmp(run->str, wanted) != 0)
                continue;
            view->title = i;
            view->title_end = end + 1;
            return true;
        }
    }
    return false;
}

/* The first line that is marked as the document's title and may be one, or `limit`. */
static size_t find_marked_title(const FactsView *view, size_t limit)
{
    for (size_t i = 0; i < limit; i++) {
        const TifaBlock *block = block_at(view, i);
        if (block->kind == TIFA_BLOCK_HEADING && block->level == 1 && is_title_line(view, i) &&
            !line_is_decree(view->lines.items[i]))
            return i;
    }
    return limit;
}

/* The first run of lines that ends as titles end, or `limit`. */
static size_t find_typed_title(const FactsView *view, size_t limit)
{
    for (size_t i = 0; i < limit; i++)
        if (is_title_line(view, i) && facts_type_of(view->lines.items[title_end(view, i) - 1]))
            return i;
    return limit;
}

/* The first line that may be a title at all, or `limit`. */
static size_t find_possible_title(const FactsView *view, size_t limit)
{
    size_t i = 0;
    while (i < limit && !is_title_line(view, i))
        i++;
    return i;
}

/* A line 关于… (about) that ends in a type is the title even where a later one is marked as title: that is of
 * what it forwards or decides on. */
static bool is_ahead(const FactsView *view, size_t typed, size_t marked)
{
    return typed < marked && slice_has(view->lines.items[title_end(view, typed) - 1], "关于");
}

/* Finds the title in the first `limit` lines by what it looks like; if it must be there, by its place alone.
 */
static void find_unknown_title(FactsView *view, size_t limit, bool must_be)
{
    size_t marked = find_marked_title(view, limit), typed = find_typed_title(view, limit);
    size_t title = marked < limit && !is_ahead(view, typed, marked) ? marked : typed;
    if (title == limit && must_be)
        title = find_possible_title(view, limit);
    if (title == limit)
        return;
    view->title = title;
    view->title_end = title_end(view, title);
}

/* The title's lines as one: without a blank between, but for Latin text. */
static char *join_title(const FactsView *view)
{
    GString *title = g_string_new(NULL);
    for (size_t i = view->title; i < view->title_end; i++) {
        Slice line = view->lines.items[i];
        if (title->len && g_ascii_isalnum(title->str[title->len - 1]) && g_ascii_isalnum(*line.text))
            g_string_append_c(title, ' ');
        g_string_append_len(title, line.text, (gssize)line.length);
    }
    return g_string_free(title, FALSE);
}

/* A title set in 《》 as a whole, without them. */
static char *without_quotes(char *title)
{
    Slice slice = slice_of(title);
    bool is_quoted =
        slice_starts(slice, "《") && slice_find(slice, "》") == (int64_t)(slice.length - strlen("》"));
    if (!is_quoted)
        return title;
    char *inner = g_strndup(title + strlen("《"), slice.length - strlen("《") - strlen("》"));
    g_free(title);
    return inner;
}

/* ---- What is forwarded
 * ------------------------------------------------------------------------------------- */

/* What stands in the outermost 《》 that begins first, or an empty slice. */
static Slice quoted_title(Slice text)
{
    int64_t start = slice_find(text, "《"), end = -1;
    if (start < 0)
        return slice_first(text, 0);
    Slice rest = slice_from(text, (size_t)start + strlen("《"));
    int depth = 1;
    for (size_t i = 0; i + strlen("》") <= rest.length && end < 0; i++) {
        Slice here = slice_from(rest, i);
        depth += slice_starts(here, "《") ? 1 : slice_starts(here, "》") ? -1 : 0;
        if (depth == 0)
            end = (int64_t)i;
    }
    return slice_first(rest, end < 0 ? 0 : (size_t)end);
}

/* Whether the line is this title, with or without 《》, however it is spaced. */
static bool line_is_title(Slice line, const char *title)
{
    if (line.length > 3 * strlen(title) + 64)
        return false;
    g_autofree char *name = slice_squeeze(slice_of(title));
    g_autofree char *squeezed = without_quotes(slice_squeeze(line));
    return strcmp(squeezed, name) == 0;
}

/* The line in [from, to) that is the title, or `to`. */
static size_t find_title_line(const FactsView *view, const char *title, size_t from, size_t to)
{
    while (from < to && !line_is_title(view->lines.items[from], title))
        from++;
    return from;
}

/* A carrier's title names what it carries: 关于印发《…》的通知, 印发《…》. */
static void find_forwarded(FactsView *view)
{
    static const char *const verbs[] = {"印发", "转发", "批转", "发布", "公布", "颁发", NULL};
    Slice title = slice_of(view->name);
    int64_t quote = slice_find(title, "《");
    if (quote < 0 || !slice_has_one(slice_first(title, (size_t)quote), verbs))
        return;
    Slice forwarded = quoted_title(title);
    if (forwarded.length > 0)
        view->forwarded = slice_copy(forwarded);
}

/* What the decree says of itself: its number, and the day and person of its signature. */
static void read_decree(FactsView *view, size_t decree)
{
    bool is_numbered = line_is_number(view->lines.items[decree + 1]);
    g_autofree char *head = slice_squeeze(view->lines.items[decree]);
    g_autofree char *serial = is_numbered ? slice_squeeze(view->lines.items[decree + 1]) : g_strdup("");
    g_autofree char *carrier = g_strconcat(head, serial, NULL);
    document_offer_field(view->document, TIFA_FIELD_CARRIER, carrier, "head");
    document_offer_field(view->document, TIFA_FIELD_NUMBER, carrier, "head");
    for (size_t i = view->title; i > decree; i--)
        if (facts_take_signature(view, i - 1))
            return;
}

/* A decree (令) comes before the text it promulgates: the title is that of the text. */
static void pass_decree(FactsView *view, size_t limit)
{
    size_t decree = 0;
    while (decree < limit && !line_is_decree(view->lines.items[decree]))
        decree++;
    for (size_t i = decree + 1; i < MIN(decree + DECREE_LINES, view->lines.length); i++) {
        Slice quoted = quoted_title(view->lines.items[i]);
        g_autofree char *title = slice_copy(quoted);
        size_t line =
            quoted.length ? find_title_line(view, title, i + 1, view->lines.length) : view->lines.length;
        if (line == view->lines.length)
            continue;
        view->title = line;
        view->title_end = line + 1;
        read_decree(view, decree);
        return;
    }
}

/* ---- Attachments
 * ------------------------------------------------------------------------------------------- */

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
static void part_attachments(FactsView *view)
{
    uint16_t part = 0;
    bool is_signed = false;
    for (size_t i = view->body; i < view->lines.length; i++) {
        Slice line = view->lines.items[i];
        Date date;
        if (block_at(view, i)->part > 0)
            return;
        bool is_forwarded =
            part == 0 && view->forwarded && i > view->title_end && line_is_title(line, view->forwarded);
        if (is_forwarded || is_attachment_head(line, is_signed)) {
            view->end = part == 0 ? i : view->end;
            part++;
        }
        is_signed = is_signed || (part == 0 && date_is_all(line.text, line.length, &date));
        document_block(view->document, i)->part = part;
    }
}

/* ---- All of the head
 * --------------------------------------------------------------------------------------- */

/* Whether what stands around the text's title in a longer one is only an addition: a year, a site's name. */
static bool is_addition(Slice before, Slice after)
{
    static const char *const leads[] = {"《", "】", " ", "　", NULL};
    static const char *const tails[] = {"（", "(", "-", "_", "|", "—", "–", " ", "　", "》", NULL};
    return (before.length == 0 || slice_ends_one(before, leads)) &&
           (after.length == 0 || slice_starts_one(after, tails));
}

/* The reader's title stays, unless the text's own is that one without additions. */
static void set_title(FactsView *view)
{
    const char *known = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    const char *found = known ? strstr(known, view->name) : NULL;
    bool is_decree = known && line_is_decree(slice_of(known));
    if (known && !is_decree &&
        !(found &&
          is_addition((Slice){known, (size_t)(found - known)}, slice_of(found + strlen(view->name)))))
        return;
    bool is_marked = block_at(view, view->title)->kind == TIFA_BLOCK_HEADING;
    document_set_field(view->document, TIFA_FIELD_TITLE, view->name, is_marked ? "heading" : "head");
}

/* Number and addressees stand right above and below the title. */
static void find_number_and_addressees(FactsView *view)
{
    for (size_t i = 0; i < MIN(view->body + 1, view->lines.length); i++) {
        Slice line = view->lines.items[i];
        g_autofree char *number = line_is_number(line) ? number_in_line(line) : NULL;
        if (number)
            document_offer_field(view->document, TIFA_FIELD_NUMBER, number, "head");
        if (i >= view->title_end && line_is_addressees(line)) {
            size_t colon = strlen(slice_ends(line, ":") ? ":" : "：");
            g_autofree char *addressees = slice_copy(slice_first(line, line.length - colon));
            document_offer_field(view->document, TIFA_FIELD_ADDRESSEES, addressees, "head");
        }
    }
}

/* The agencies named before 关于 (about) or 印发 (issues) in the title. */
static void find_issuer_in_title(FactsView *view)
{
    static const char *const verbs[] = {"关于", "關於", "印发", "转发", "批转"};
    Slice title = slice_of(view->name);
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++) {
        int64_t verb = slice_find(title, verbs[i]);
        g_autofree char *issuer = verb > 0 ? agency_of_session(slice_first(title, (size_t)verb)) : NULL;
        if (issuer) {
            facts_know(view, TIFA_FIELD_ISSUER, issuer, "title");
            return;
        }
    }
}

/* The red head names the agency too: 澜江省人民政府文件. */
static void find_issuer_in_red_head(FactsView *view)
{
    for (size_t i = 0; i < view->title; i++) {
        Slice line = view->lines.items[i];
        size_t tail = line_is_red_head(line) ? strlen("文件") : line_is_decree(line) ? strlen("令") : 0;
        g_autofree char *issuer = tail ? agency_list(slice_first(line, line.length - tail)) : NULL;
        if (issuer)
            facts_know(view, TIFA_FIELD_ISSUER, issuer, "head");
    }
}

/* Where the head must be over: a page whose title the reader knows need not have it in its text. */
static size_t head_limit(const FactsView *view)
{
    size_t limit = 0;
    while (limit < view->lines.length && !line_is_body(view->lines.items[limit]))
        limit++;
    return limit;
}

static void find_title(FactsView *view)
{
    const char *known = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    size_t limit = MIN(view->lines.length, HEAD_LINES);
    if (!find_known_title(view, known, limit))
        find_unknown_title(view, known ? MIN(limit, head_limit(view)) : limit, !known);
    pass_decree(view, limit);
    if (view->title_end > 0)
        view->name = without_quotes(join_title(view));
    else
        view->name = g_strdup(known);
    if (view->title_end > 0)
        set_title(view);
}

/* How much deeper in 《》 and （） the text is behind the line. */
static int opened_in(Slice line)
{
    int depth = 0;
    for (; line.length > 0; line = slice_from(line, (size_t)(g_utf8_next_char(line.text) - line.text))) {
        bool opens = slice_starts(line, "《") || slice_starts(line, "（");
        bool closes = slice_starts(line, "》") || slice_starts(line, "）");
        depth += opens ? 1 : closes ? -1 : 0;
    }
    return depth;
}

/* The line where the body begins. A preamble that is broken inside 《》 or （） goes on, whatever its next
 * line looks like. */
static size_t find_body(const FactsView *view)
{
    size_t i = view->title_end, limit = MIN(i + HEAD_LINES, view->lines.length);
    for (int depth = 0; i < limit; i++) {
        Slice line = view->lines.items[i];
        if (depth <= 0 && line_is_body(line))
            return i;
        depth = MAX(depth, 0) + (slice_count(line) <= LONGEST_PREAMBLE_LINE ? opened_in(line) : 0);
    }
    return i;
}

void facts_find_head(FactsView *view)
{
    find_title(view);
    view->body = view->title_end;
    if (!view->name)
        return;
    view->body = find_body(view);
    find_forwarded(view);
    part_attachments(view);
    if (view->forwarded)
        document_offer_field(view->document, TIFA_FIELD_CARRIER, view->name, "title");
    find_number_and_addressees(view);
    find_issuer_in_red_head(view);
    find_issuer_in_title(view);
}
