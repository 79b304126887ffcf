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

/* The title in 《...》 of an item that only names the law it is about, or NULL. */
static char *named_instrument(const char *text, TifaSpan span, const Mark *mark)
{
    TifaSpan body = {span.start + mark->length, span.end};
    size_t verb = strlen("修改《");
    if (mark->kind != MARK_COMMA || body.end - body.start < verb ||
        memcmp(text + body.start, "修改《", verb) != 0)
        return NULL;
    const char *start = text + body.start + verb, *end = text + body.end - strlen("》");
    if (end <= start || memcmp(end, "》", strlen("》")) != 0)
        return NULL;
    return g_strndup(start, (size_t)(end - start));
}

/* An item begins at a block with a mark of its own, outside of quotations. */
static bool begins_item(const Mark *mark, const char *instrument)
{
    return mark->kind == MARK_COMMA || mark->kind == MARK_ARTICLE || (mark->kind == MARK_POINT && instrument);
}

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
