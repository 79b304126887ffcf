/* Where the title stands, by what the reader knows, by how it is marked, by how titles end. */
#include "text/facts_steps.h"

#include <string.h>

enum { TITLE_LINES = 4, LONGEST_TITLE = 120, LONGEST_LINE = 2000 };

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
        for (size_t end = i; end < MIN(i + TITLE_LINES, limit) && run->len < strlen(wanted); end++) {
            g_autofree char *line = slice_squeeze(slice_first(view->lines.items[end], LONGEST_LINE));
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

/* Where the head must be over. */
static size_t head_limit(const FactsView *view)
{
    size_t limit = 0;
    while (limit < view->lines.length && !line_is_body(view->lines.items[limit]))
        limit++;
    return limit;
}

static size_t first_line(const FactsView *view, size_t limit, bool (*is_it)(const FactsView *, size_t))
{
    size_t i = 0;
    while (i < limit && !is_it(view, i))
        i++;
    return i;
}

static bool is_red_head(const FactsView *view, size_t i)
{
    return line_is_red_head(view->lines.items[i]);
}

/* The first line that may be a title at all, in the head if there is one, else the head of an announcement
 * (公告) that has no other title, else any line; or `limit`. */
static size_t find_possible_title(const FactsView *view, size_t limit)
{
    size_t head = MIN(limit, head_limit(view));
    size_t line = first_line(view, head, is_title_line);
    if (line == head)
        line = first_line(view, head, is_red_head);
    return line < head ? line : first_line(view, limit, is_title_line);
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

/* Cuts a footnote's mark off: 统计公报[1]. */
static void cut_note(GString *title)
{
    size_t end = title->len;
    if (end == 0 || title->str[end - 1] != ']')
        return;
    for (end--; end > 0 && g_ascii_isdigit(title->str[end - 1]);)
        end--;
    if (end > 0 && title->str[end - 1] == '[')
        g_string_truncate(title, end - 1);
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
    cut_note(title);
    return g_string_free(title, FALSE);
}

char *title_without_quotes(char *title)
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

/* The heading that the reader took for the title may be that of what the document decides on or forwards. */
static void look_ahead(FactsView *view)
{
    size_t typed = find_typed_title(view, view->title);
    if (!is_ahead(view, typed, view->title))
        return;
    view->title = typed;
    view->title_end = title_end(view, typed);
    g_autofree char *title = title_without_quotes(join_title(view));
    document_set_field(view->document, TIFA_FIELD_TITLE, title, "head");
}

void facts_find_title(FactsView *view)
{
    const char *known = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    size_t limit = MIN(view->lines.length, FACTS_HEAD_LINES);
    /* a page whose title the reader knows need not have it in its text */
    if (find_known_title(view, known, limit))
        look_ahead(view);
    else
        find_unknown_title(view, known ? MIN(limit, head_limit(view)) : limit, !known);
    view->name = view->title_end > 0 ? title_without_quotes(join_title(view)) : g_strdup(known);
}
