/* Markdown: the part of CommonMark that is met in collections of official texts, and the tables, footnotes
 * and folded parts (<details>) of its extensions.
 *
 * One thing is read otherwise: a line is a paragraph of its own unless the file's lines are broken at a fixed
 * width, because that is how such files are written, and joining would mix a list of figures into one
 * sentence. */
#include "extract/markdown.h"

#include "base/error.h"
#include "extract/lines.h"

#include <string.h>

enum {
    HEADING_BYTES = 200, /* a longer bold line is no heading */
    DEEPEST_ITEM = 8,
};

typedef struct {
    const char *text;
    TifaDocument *document;
    GError **error;
    GString *raw, *stripped; /* the block that is being read, and room to strip it in */
    TifaBlock block;         /* what it is */
    bool is_wrapped;
    bool is_failed;
    bool is_in_table;
    size_t fence;     /* length of the fence of the code we are in, 0 outside */
    size_t details;   /* number of <details> we are in */
    bool is_in_alert; /* in a quotation that begins "[!NOTE]" */
} Markdown;

/* ---- Blocks ---------------------------------------------------------------------------------- */

/* Whether the block being read is one short bold line, which is how many files write headings. */
static bool is_bold_line(const Markdown *markdown)
{
    const char *raw = markdown->raw->str;
    size_t length = markdown->raw->len;
    return markdown->block.kind == TIFA_BLOCK_PARAGRAPH && length > 4 && length < HEADING_BYTES &&
           g_str_has_prefix(raw, "**") && strstr(raw + 2, "**") == raw + length - 2;
}

/* Turns a bold line into a heading: the title if it is the first text, or the title that the header gave. */
static void make_heading(Markdown *markdown)
{
    const char *title = tifa_document_field(markdown->document, TIFA_FIELD_TITLE);
    bool is_first = tifa_document_blocks(markdown->document)->length == 0;
    bool is_title = is_first || (title && g_str_has_prefix(title, markdown->stripped->str));
    markdown->block.kind = TIFA_BLOCK_HEADING;
    markdown->block.level = is_title ? 1 : 2;
}

/* Adds the block that is being read, if there is one, and begins a paragraph. */
static void end_block(Markdown *markdown)
{
    GString *stripped = markdown->stripped;
    TifaBlock *block = &markdown->block;
    if (markdown->raw->len > 0) {
        g_string_truncate(stripped, 0);
        markdown_strip(markdown->raw->str, markdown->raw->len, markdown->document, stripped);
        if (is_bold_line(markdown))
            make_heading(markdown);
        if (markdown->details > 0 || markdown->is_in_alert)
            *block = (TifaBlock){.kind = TIFA_BLOCK_NOTE};
        if (block->kind == TIFA_BLOCK_HEADING && block->level == 1)
            document_offer_field(markdown->document, TIFA_FIELD_TITLE, stripped->str, "heading");
        if (!markdown->is_failed)
            markdown->is_failed =
                !document_add_block(markdown->document, block, stripped->str, stripped->len, markdown->error);
    }
    g_string_truncate(markdown->raw, 0);
    *block = (TifaBlock){.kind = TIFA_BLOCK_PARAGRAPH};
}

static void begin_block(Markdown *markdown, TifaBlockKind kind, size_t level)
{
    end_block(markdown);
    markdown->block = (TifaBlock){.kind = kind, .level = (uint16_t)level};
}

static void add_line(Markdown *markdown, TifaSpan line)
{
    lines_join(markdown->raw, markdown->text + line.start, line.end - line.start);
}

/* A whole block of one line. */
static void add_block(Markdown *markdown, TifaBlockKind kind, size_t level, TifaSpan line)
{
    begin_block(markdown, kind, level);
    add_line(markdown, line);
    end_block(markdown);
}

/* ---- Kinds of line --------------------------------------------------------------------------- */

/* Each takes a line without white space around it and says whether it was one of its kind. */

static size_t length_of(TifaSpan span)
{
    return span.end - span.start;
}

/* How often c is repeated at the head of the line. */
static size_t count_at_head(const char *text, TifaSpan line, char c)
{
    size_t count = 0;
    while (line.start + count < line.end && text[line.start + count] == c)
        count++;
    return count;
}

/* Whether the line has nothing but the characters in `set` (and at least one). */
static bool is_only(const char *text, TifaSpan line, const char *set)
{
    for (uint32_t place = line.start; place < line.end; place++)
        if (!strchr(set, text[place]) || text[place] == '\0')
            return false;
    return length_of(line) > 0;
}

static bool take_fence(Markdown *markdown, TifaSpan line)
{
    char mark = length_of(line) > 0 ? markdown->text[line.start] : ' ';
    size_t count = mark == '`' || mark == '~' ? count_at_head(markdown->text, line, mark) : 0;
    if (markdown->fence == 0 && count < 3)
        return false;
    if (markdown->fence == 0) {
        end_block(markdown);
        markdown->fence = count;
    } else if (count >= markdown->fence && count == length_of(line)) {
        markdown->fence = 0;
    } else {
        add_block(markdown, TIFA_BLOCK_PARAGRAPH, 0, line);
    }
    return true;
}

static bool take_heading(Markdown *markdown, TifaSpan line)
{
    const char *text = markdown->text;
    size_t level = count_at_head(text, line, '#');
    if (level < 1 || level > 6 || (level < length_of(line) && !strchr(" \t", text[line.start + level])))
        return false;
    TifaSpan rest = lines_trim(text, (TifaSpan){line.start + (uint32_t)level, line.end});
    uint32_t end = rest.end;
    while (end > rest.start && text[end - 1] == '#')
        end--;
    if (end == rest.start || text[end - 1] == ' ')
        rest.end = end; /* closing marks */
    add_block(markdown, TIFA_BLOCK_HEADING, level, rest);
    return true;
}

/* A line below a paragraph that makes it a heading, or a rule between paragraphs. */
static bool take_rule(Markdown *markdown, TifaSpan line)
{
    const char *text = markdown->text;
    bool is_paragraph = markdown->raw->len > 0 && markdown->block.kind == TIFA_BLOCK_PARAGRAPH;
    bool is_double = is_only(text, line, "=");
    if (is_paragraph && (is_double || is_only(text, line, "-"))) {
        markdown->block.kind = TIFA_BLOCK_HEADING;
        markdown->block.level = is_double ? 1 : 2;
        end_block(markdown);
        return true;
    }
    bool is_rule = is_only(text, line, "- ") || is_only(text, line, "* ") || is_only(text, line, "_ ");
    if (!is_rule || length_of(line) < 3)
        return false;
    end_block(markdown);
    return true;
}

/* <details> and </details>: what is folded away there, mostly a table of contents, is no running text. */
static bool take_details(Markdown *markdown, TifaSpan line)
{
    const char *start = markdown->text + line.start;
    if (length_of(line) >= 8 && g_ascii_strncasecmp(start, "<details", 8) == 0) {
        end_block(markdown);
        markdown->details++;
        return true;
    }
    if (length_of(line) >= 10 && g_ascii_strncasecmp(start, "</details>", 10) == 0) {
        end_block(markdown);
        markdown->details -= markdown->details > 0;
        return true;
    }
    return false;
}

/* "[^1]: text", a footnote, or "[name]: http://...", which only says where a link goes. */
static bool take_definition(Markdown *markdown, TifaSpan line)
{
    const char *start = markdown->text + line.start, *end = markdown->text + line.end;
    const char *close = *start == '[' ? memchr(start, ']', length_of(line)) : NULL;
    if (!close || close + 1 >= end || close[1] != ':')
        return false;
    TifaSpan rest = lines_trim(markdown->text, (TifaSpan){(uint32_t)(close + 2 - markdown->text), line.end});
    g_autofree char *value = g_strndup(markdown->text + rest.start, length_of(rest));
    if (start[1] == '^') {
        begin_block(markdown, TIFA_BLOCK_NOTE, 0);
        add_line(markdown, rest);
    } else if (g_str_has_prefix(value, "http")) {
        end_block(markdown);
        document_add_link(markdown->document, value, "");
    } else {
        return false;
    }
    return true;
}

/* "- text" or "12. text". A number stays, as people cite it; the other marks go. */
static bool take_item(Markdown *markdown, TifaSpan line, size_t indent)
{
    const char *text = markdown->text;
    uint32_t place = line.start;
    while (place < line.end && g_ascii_isdigit(text[place]))
        place++;
    bool is_numbered = place > line.start && place - line.start < 10;
    if (place >= line.end || (place > line.start && !is_numbered) ||
        !strchr(is_numbered ? ".)" : "-*+", text[place]))
        return false;
    TifaSpan rest = lines_trim(text, (TifaSpan){place + 1, line.end});
    if (rest.start == place + 1 || length_of(rest) == 0)
        return false;
    begin_block(markdown, TIFA_BLOCK_ITEM, MIN(1 + indent / 2, DEEPEST_ITEM));
    add_line(markdown, is_numbered ? line : rest);
    return true;
}

/* ---- Tables ---------------------------------------------------------------------------------- */

/* The line between the head of a table and its body: |---|:-:| */
static bool is_table_rule(const char *text, TifaSpan line)
{
    const char *start = text + line.start;
    return is_only(text, line, "|-: \t") && memchr(start, '|', length_of(line)) &&
           memchr(start, '-', length_of(line));
}

/* Adds a row: its cells with one tab between them. */
static void add_row(Markdown *markdown, TifaSpan line)
{
    const char *text = markdown->text;
    if (text[line.start] == '|')
        line.start++;
    if (line.end > line.start && text[line.end - 1] == '|' && text[line.end - 2] != '\\')
        line.end--;
    begin_block(markdown, TIFA_BLOCK_ROW, 0);
    for (uint32_t place = line.start; place <= line.end; place++) {
        if (place < line.end && (text[place] != '|' || (place > line.start && text[place - 1] == '\\')))
            continue;
        TifaSpan cell = lines_trim(text, (TifaSpan){line.start, place});
        g_string_append_len(markdown->raw, text + cell.start, (gssize)length_of(cell));
        if (place < line.end)
            g_string_append_c(markdown->raw, '\t');
        line.start = place + 1;
    }
    end_block(markdown);
}

static bool take_row(Markdown *markdown, TifaSpan line, TifaSpan next)
{
    const char *text = markdown->text;
    if (!memchr(text + line.start, '|', length_of(line)))
        return false;
    bool is_row = markdown->is_in_table || text[line.start] == '|' || is_table_rule(text, next);
    if (!is_row)
        return false;
    markdown->is_in_table = true;
    if (!is_table_rule(text, line))
        add_row(markdown, line);
    return true;
}

/* ---- The whole ------------------------------------------------------------------------------- */

/* The line without the marks of a quotation before it. A quotation headed "[!NOTE]" is a note of the
 * editor's. */
static TifaSpan skip_quotation(Markdown *markdown, TifaSpan line)
{
    static const char *const alerts[] = {"[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"};
    const char *text = markdown->text;
    if (length_of(line) == 0 || text[line.start] != '>') {
        if (markdown->is_in_alert)
            end_block(markdown);
        markdown->is_in_alert = false;
    }
    while (length_of(line) > 0 && text[line.start] == '>')
        line = lines_trim(text, (TifaSpan){line.start + 1, line.end});
    for (size_t i = 0; i < G_N_ELEMENTS(alerts); i++) {
        size_t length = strlen(alerts[i]);
        if (length_of(line) < length || strncmp(text + line.start, alerts[i], length) != 0)
            continue;
        end_block(markdown);
        markdown->is_in_alert = true;
        return lines_trim(text, (TifaSpan){line.start + (uint32_t)length, line.end});
    }
    return line;
}

static void take_line(Markdown *markdown, TifaSpan whole, TifaSpan next)
{
    const char *text = markdown->text;
    TifaSpan line = lines_trim(text, whole);
    size_t indent = line.start - whole.start;
    if (take_fence(markdown, line))
        return;
    line = skip_quotation(markdown, line);
    if (length_of(line) == 0) {
        markdown->is_in_table = false;
        end_block(markdown);
        return;
    }
    if (take_row(markdown, line, lines_trim(text, next)) || take_rule(markdown, line) ||
        take_heading(markdown, line) || take_details(markdown, line) || take_definition(markdown, line) ||
        take_item(markdown, line, indent))
        return;
    if (!markdown->is_wrapped)
        end_block(markdown);
    add_line(markdown, line);
    bool is_broken = whole.end - whole.start >= 2 && strncmp(text + whole.end - 2, "  ", 2) == 0;
    if (is_broken)
        end_block(markdown);
}

/* The text without comments <!-- ... -->; takes and gives a string to be freed. */
static char *drop_comments(char *text, size_t *length)
{
    char *from = text, *to = text, *end = text + *length, *open;
    while ((open = memmem(from, (size_t)(end - from), "<!--", 4))) {
        char *close = memmem(open + 4, (size_t)(end - open - 4), "-->", 3);
        if (!close)
            break;
        memmove(to, from, (size_t)(open - from));
        to += open - from;
        from = close + 3;
    }
    memmove(to, from, (size_t)(end - from) + 1);
    *length = (size_t)(to - text) + (size_t)(end - from);
    return text;
}

bool extract_markdown(const ExtractInput *input, TifaDocument *document, GError **error)
{
    size_t length;
    g_autofree char *text = drop_comments(lines_decode(input, document, &length), &length);
    g_autoptr(GString) raw = g_string_new(NULL), stripped = g_string_new(NULL);
    Markdown markdown = {
        .text = text, .document = document, .error = error, .raw = raw, .stripped = stripped};
    size_t place = markdown_read_header(text, length, document);
    markdown.is_wrapped = lines_are_wrapped(text + place, length - place);
    TifaSpan line, next = {0, 0};
    bool is_more = lines_next(text, length, &place, &line);
    end_block(&markdown);
    while (is_more && !markdown.is_failed) {
        is_more = lines_next(text, length, &place, &next);
        take_line(&markdown, line, is_more ? next : (TifaSpan){0, 0});
        line = next;
    }
    end_block(&markdown);
    return !markdown.is_failed;
}
