/* decision_read.c - the items of a decision, and what each orders. */
#include "base/error.h"
#include "compare/decision_clause.h"
#include "text/mark.h"
#include "text/slice.h"

#include <string.h>

static void read_item(TifaDecision *decision, const char *text, TifaSpan source, const char *instrument)
{
    Clause clause = {.decision = decision, .text = text, .source = source, .instrument = instrument};
    DecisionTokens tokens = {0};
    size_t first = decision->amendments.length;
    bool has_order = false;
    decision_tokens(text, source, &tokens);
    for (size_t i = 0; i < tokens.length; i++) {
        DecisionTokenKind kind = tokens.items[i].kind;
        has_order = has_order || kind == TOKEN_REPLACE || kind == TOKEN_ADD || kind == TOKEN_DELETE;
        clause_take(&clause, &tokens.items[i], i + 1 < tokens.length ? &tokens.items[i + 1] : NULL);
    }
    clause_end(&clause);
    if (has_order && (clause.is_unclear || decision->amendments.length == first))
        clause_add_amendment(&clause, (TifaAmendment){.kind = TIFA_AMENDMENT_UNCLEAR});
    array_clear(&tokens);
    array_clear(&clause.targets);
    array_clear(&clause.new_places);
}

/* Whether a quotation is still open behind `length` bytes, given whether one was open before. */
static bool leaves_quotation_open(const char *text, TifaSpan span, bool was_open)
{
    int depth = was_open;
    for (uint32_t i = span.start; i + 3 <= span.end; i++) {
        if (memcmp(text + i, "“", 3) == 0)
            depth += !(was_open && i == span.start);
        else if (memcmp(text + i, "”", 3) == 0)
            depth -= depth > 0;
    }
    return depth > 0;
}

/* ---- Decisions on several laws --------------------------------------------------------------- */

/* The title in the 《...》 at the head of the line. Free with g_free(). */
static char *title_of(Slice line, size_t quoted)
{
    const size_t mark = strlen("《");
    return g_strndup(line.text + mark, quoted - 2 * mark);
}

/* 修改《甲法》, 对《甲法》作出修改: the title in a line that only says so; NULL if it is no such line. */
static char *heading_instrument(Slice line)
{
    static const char *const before[] = {"修改", "对", NULL};
    static const char *const after[] = {"作出修改", "作如下修改", "作出如下修改", "进行修改", NULL};
    const char *verb = slice_starts_one(line, before);
    line = slice_from(line, verb ? strlen(verb) : 0);
    size_t quoted = verb ? slice_quoted(line) : 0;
    Slice rest = slice_from(line, quoted);
    bool is_heading = quoted && (rest.length == 0 || slice_starts_one(rest, after));
    return is_heading ? title_of(line, quoted) : NULL;
}

/* 将《甲条例》第五条修改为: the title that stands right in front of a place and of all words that are quoted;
 * NULL if none does. */
static char *ordered_instrument(Slice line)
{
    int64_t words = slice_find(line, "“"), start = slice_find(line, "《");
    line = slice_from(line, start >= 0 ? (size_t)start : 0);
    size_t quoted = start >= 0 && (words < 0 || start < words) ? slice_quoted(line) : 0;
    return quoted && slice_starts(slice_from(line, quoted), "第") ? title_of(line, quoted) : NULL;
}

/* The title of the law that an item is about, NULL if it names none. Free with g_free(). */
static char *named_instrument(const char *text, TifaSpan span, const Mark *mark)
{
    Slice line = slice_from((Slice){text + span.start, span.end - span.start}, mark->length);
    if (mark->kind != MARK_COMMA)
        return NULL;
    char *heading = heading_instrument(line);
    return heading ? heading : ordered_instrument(line);
}

/* An item begins at a block with a mark of its own, outside of quotations; of a decision on several laws also
 * at （一） and 1. below the law's title. */
static bool begins_item(const Mark *mark, const char *instrument)
{
    bool is_below = mark->kind == MARK_BRACKETS || mark->kind == MARK_POINT;
    return mark->kind == MARK_COMMA || mark->kind == MARK_ARTICLE || (is_below && instrument);
}

/* ---- Items ----------------------------------------------------------------------------------- */

/* Whether a paragraph closes the decision: that articles are numbered anew, when it enters into force, that
 * the law is published anew. */
static bool is_closing(const char *text, TifaSpan span)
{
    Slice line = {text + span.start, span.end - span.start};
    return slice_starts(line, "本决定") || slice_starts(line, "本修正案") || slice_has(line, "条文顺序") ||
           slice_has(line, "根据本决定") || slice_has(line, "根据本修正案");
}

static void read_items(TifaDecision *decision)
{
    const TifaBlocks *blocks = tifa_document_blocks(decision->document);
    const char *text = tifa_document_text(decision->document, NULL), *instrument = NULL;
    TifaSpan item = {0, 0};
    bool is_quoted = false, is_closed = false;
    for (size_t i = 0; i < blocks->length; i++) {
        TifaSpan span = blocks->items[i].span;
        Mark mark = {0};
        if (!is_quoted)
            mark = mark_read(text + span.start, span.end - span.start);
        if (begins_item(&mark, instrument)) {
            read_item(decision, text, item, instrument);
            char *named = named_instrument(text, span, &mark);
            instrument = named ? decision_keep(decision, named) : instrument;
            item.start = span.start + mark.length;
            is_closed = false;
        }
        is_closed =
            is_closed || (!is_quoted && is_closing(text, (TifaSpan){span.start + mark.length, span.end}));
        item.end = is_closed ? item.end : span.end;
        is_quoted = leaves_quotation_open(text, span, is_quoted);
    }
    read_item(decision, text, item, instrument);
}

TifaDecision *tifa_decision_read(const TifaDocument *document, GError **error)
{
    TifaDecision *decision = g_new0(TifaDecision, 1);
    decision->document = document;
    decision->strings = g_ptr_array_new_with_free_func(g_free);
    read_items(decision);
    if (decision->amendments.length > 0)
        return decision;
    tifa_decision_free(decision);
    fail(error, TIFA_ERROR_INPUT,
         "decision: it orders no change that could be read; is it a 修改决定 or 修正案?");
    return NULL;
}

void tifa_decision_free(TifaDecision *decision)
{
    if (!decision)
        return;
    array_clear(&decision->amendments);
    g_ptr_array_unref(decision->strings);
    g_free(decision);
}

const TifaAmendment *tifa_decision_amendments(const TifaDecision *decision, size_t *count)
{
    *count = decision->amendments.length;
    return decision->amendments.items;
}

const char *tifa_amendment_kind_name(TifaAmendmentKind kind)
{
    static const char *const names[] = {"replace", "insert", "delete", "renumber",
                                        "merge",   "reword", "unclear"};
    return kind <= TIFA_AMENDMENT_UNCLEAR ? names[kind] : NULL;
}
