/* The head of a document: title, number, addressees, and the agencies it names. */
#include "text/facts_steps.h"

#include "text/agency.h"
#include "text/mark.h"

#include <string.h>

enum { LONGEST_PREAMBLE_LINE = 400 };

/* Whether what stands around the text's title in a longer one is only an addition: a year, a site's name. */
static bool is_addition(Slice before, Slice after)
{
    static const char *const leads[] = {"《", "】", " ", "　", NULL};
    static const char *const tails[] = {"（", "(", "-", "_", "|", "—", "–", " ", "　", "》", NULL};
    return (before.length == 0 || slice_ends_one(before, leads)) &&
           (after.length == 0 || slice_starts_one(after, tails));
}

/* Whether the title the reader knows is only in the file's metadata, which programs fill with anything. */
static bool is_loose(const FactsView *view, const char *known)
{
    static const char *const formats[] = {"pdf", "docx", "odt", "epub", NULL};
    const char *format = tifa_document_field(view->document, TIFA_FIELD_FORMAT);
    const char *origin = tifa_document_field_origin(view->document, TIFA_FIELD_TITLE);
    bool is_certain = document_block(view->document, view->title)->kind == TIFA_BLOCK_HEADING ||
                      facts_type_of(slice_of(view->name));
    return format && g_strv_contains(formats, format) && strcmp(origin, "meta") == 0 && is_certain &&
           !strstr(known, view->name) && !strstr(tifa_document_text(view->document, NULL), known);
}

/* Whether the title that the reader knows gives way to the text's own: it is a date, a decree's, or that one
 * with additions. What a page shows as its heading stays even then. */
static bool is_better(const FactsView *view, const char *known)
{
    const char *found = strstr(known, view->name);
    const char *origin = tifa_document_field_origin(view->document, TIFA_FIELD_TITLE);
    Date date;
    bool is_date = date_read(known, strlen(known), &date) == strlen(known);
    if (is_date || line_is_decree(slice_of(known)) || is_loose(view, known))
        return true;
    bool is_quoted = found && g_str_has_suffix(known, "》") && strcmp(origin, "meta") != 0;
    return found && !is_quoted &&
           is_addition((Slice){known, (size_t)(found - known)}, slice_of(found + strlen(view->name)));
}

static void set_title(FactsView *view)
{
    const char *known = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    if (view->title_end == 0 || (known && !is_better(view, known)))
        return;
    bool is_marked = document_block(view->document, view->title)->kind == TIFA_BLOCK_HEADING;
    document_set_field(view->document, TIFA_FIELD_TITLE, view->name, is_marked ? "heading" : "head");
}

/* A title in a format without headings, plain text, becomes one where its type or its reader vouches for it.
 */
static void mark_title(FactsView *view)
{
    const char *title = tifa_document_field(view->document, TIFA_FIELD_TITLE);
    bool is_certain = facts_type_of(slice_of(view->name)) && g_strcmp0(title, view->name) == 0;
    for (size_t i = view->title; is_certain && i < view->title_end; i++) {
        TifaBlock *block = document_block(view->document, i);
        if (block->kind != TIFA_BLOCK_PARAGRAPH)
            continue;
        block->kind = TIFA_BLOCK_HEADING;
        block->level = 1;
    }
}

/* ---- Number, addressees, agencies ------------------------------------------------------------ */

/* The number in a line; that of an announcement (公告) is its head and the serial, often in the line below:
 * 商务部公告2023年第23号. */
static char *number_at(const FactsView *view, size_t i)
{
    Slice line = view->lines.items[i];
    if (!line_is_number(line))
        return NULL;
    char *number = number_in_line(line);
    if (number || slice_has(line, "告"))
        return number ? number : slice_copy(line);
    if (i == 0 || !line_is_red_head(view->lines.items[i - 1]))
        return NULL;
    g_autofree char *head = slice_squeeze(view->lines.items[i - 1]);
    g_autofree char *serial = slice_squeeze(line);
    return g_strconcat(head, serial, NULL);
}

/* Number and addressees stand right above and below the title. */
static void find_number_and_addressees(FactsView *view)
{
    for (size_t i = 0; i < MIN(view->body + 1, view->lines.length); i++) {
        Slice line = view->lines.items[i];
        g_autofree char *number = number_at(view, i);
        document_offer_field(view->document, TIFA_FIELD_NUMBER, number, "head");
        if (i < view->title_end || !line_is_addressees(line))
            continue;
        size_t colon = strlen(slice_ends(line, ":") ? ":" : "：");
        g_autofree char *addressees = slice_copy(slice_first(line, line.length - colon));
        document_offer_field(view->document, TIFA_FIELD_ADDRESSEES, addressees, "head");
    }
}

/* The agencies named before 关于 (about) or 印发 (issues) in a title. */
static void find_issuer_in(FactsView *view, const char *title)
{
    static const char *const verbs[] = {"关于", "關於", "印发", "转发", "批转"};
    for (size_t i = 0; i < G_N_ELEMENTS(verbs); i++) {
        int64_t verb = slice_find(slice_of(title), verbs[i]);
        g_autofree char *issuer =
            verb > 0 ? agency_of_session(slice_first(slice_of(title), (size_t)verb)) : NULL;
        if (issuer) {
            facts_know(view, TIFA_FIELD_ISSUER, issuer, "title");
            return;
        }
    }
}

/* The head above the title names the agency too: 澜江省人民政府文件, 国家某某总局令第76号. */
static void find_issuer_in_red_head(FactsView *view)
{
    for (size_t i = 0; i < view->title_end; i++) {
        Slice line = view->lines.items[i];
        if (!line_is_red_head(line) && !line_is_decree(line))
            continue;
        size_t tail = slice_ends(line, "文件") ? strlen("文件") : slice_ends(line, "令") ? strlen("令") : 0;
        g_autofree char *issuer = agency_of_session(slice_first(line, line.length - tail));
        if (issuer)
            facts_know(view, TIFA_FIELD_ISSUER, issuer, "head");
    }
}

/* An agency alone on a line below the title signs there. */
static void find_issuer_below_title(FactsView *view)
{
    for (size_t i = view->title_end; i < view->body; i++) {
        g_autofree char *issuer = agency_list(view->lines.items[i]);
        if (issuer)
            facts_know(view, TIFA_FIELD_ISSUER, issuer, "head");
    }
}

/* ---- All of the head ------------------------------------------------------------------------- */

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

/* Whether the line is a chapter or an article: even a preamble that was never closed ends here. */
static bool is_part(Slice line)
{
    Mark mark = mark_read(line.text, line.length);
    return mark.kind >= MARK_BOOK && mark.kind <= MARK_ARTICLE && mark.is_spaced;
}

/* The line where the body begins. A preamble that is broken inside 《》 or （） goes on, whatever its next
 * line looks like. */
static size_t find_body(const FactsView *view)
{
    size_t i = view->title_end, limit = MIN(i + FACTS_HEAD_LINES, view->lines.length);
    for (int depth = 0; i < limit; i++) {
        Slice line = view->lines.items[i];
        if (depth <= 0 ? line_is_body(line) : is_part(line))
            return i;
        depth = MAX(depth, 0) + (slice_count(line) <= LONGEST_PREAMBLE_LINE ? opened_in(line) : 0);
    }
    return i;
}

void facts_find_head(FactsView *view)
{
    facts_find_title(view);
    facts_pass_carrier(view);
    view->body = view->title_end;
    if (!view->name)
        return;
    set_title(view);
    mark_title(view);
    view->body = find_body(view);
    facts_part_attachments(view);
    find_number_and_addressees(view);
    const char *carrier = tifa_document_field(view->document, TIFA_FIELD_CARRIER);
    if (carrier)
        find_issuer_in(view, carrier);
    find_issuer_in(view, view->name);
    find_issuer_in_red_head(view);
    find_issuer_below_title(view);
}
