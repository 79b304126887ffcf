/* decision_read.c - from the tokens of a decision to its amendments. */
#include "base/error.h"
#include "compare/decision.h"
#include "text/mark.h"
#include "text/slice.h"

#include <string.h>

typedef enum {
    ORDER_NONE,
    ORDER_REPLACE,  /* behind 修改为, 改为 */
    ORDER_DELETE,   /* behind 删去 */
    ORDER_ADD_UNIT, /* behind 增加一条, 增加一款 */
    ORDER_ADD_WORDS /* behind 增加 */
} Order;

/* The places named so far; a zero place first means the whole text. */
typedef struct {
    TifaPlace *items;
    size_t length, capacity;
} PlaceList;

/* One clause being understood, from one 。 to the next. */
typedef struct {
    TifaDecision *decision;
    const char *text;
    TifaSpan source;
    const char *instrument;
    TifaPlace current; /* the last article named: 第二款 alone is one of it */
    Order order;
    PlaceList targets, new_places;
    bool is_naming_new; /* places that come are new numbers */
    bool is_done;       /* an order was given: the next place begins another target */
    bool is_merge;
    char unit;         /* of ORDER_ADD_UNIT */
    TifaSpan words;    /* a quotation whose verb has not come yet; empty for none */
    DecisionSide side; /* of the words, where others are to be added */
    bool is_partial;   /* about a part of a place that TifaPlace cannot name */
    bool is_unclear;   /* an order of the item was not understood */
} Clause;

/* ---- Amendments ------------------------------------------------------------------------------ */

static const char *keep(TifaDecision *decision, char *string)
{
    g_ptr_array_add(decision->strings, string);
    return string;
}

/* Quoted text as paragraphs: each without its blanks and without the mark that opens it inside a quotation.
 */
static const char *keep_words(Clause *clause, TifaSpan span)
{
    g_auto(GStrv) lines = NULL;
    g_autofree char *quoted = g_strndup(clause->text + span.start, span.end - span.start);
    lines = g_strsplit(quoted, "\n", -1);
    GString *words = g_string_new(NULL);
    for (size_t i = 0; lines[i]; i++) {
        const char *line = g_strstrip(lines[i]);
        if (i > 0 && g_str_has_prefix(line, "“"))
            line += strlen("“");
        if (*line)
            g_string_append_printf(words, "%s%s", words->len > 0 ? "\n" : "", line);
    }
    /* Inside a quotation the law's own marks are single: ‘三个代表’ stands for “三个代表”. */
    if (!strstr(words->str, "“")) {
        g_string_replace(words, "‘", "“", 0);
        g_string_replace(words, "’", "”", 0);
    }
    return keep(clause->decision, g_string_free(words, FALSE));
}

static void add_amendment(Clause *clause, TifaAmendment amendment)
{
    clause->is_done = true;
    if (clause->is_partial && amendment.kind != TIFA_AMENDMENT_UNCLEAR) {
        clause->is_unclear = true;
        return;
    }
    amendment.source = clause->source;
    amendment.instrument = clause->instrument;
    array_push(&clause->decision->amendments, amendment);
}

/* The place an order is about: the last one named, or the whole text. */
static TifaPlace last_target(const Clause *clause)
{
    return clause->targets.length > 0 ? array_last(&clause->targets) : (TifaPlace){0};
}

static void add_rewording(Clause *clause, TifaSpan old_words, const char *new_words)
{
    const char *old = keep_words(clause, old_words);
    size_t count = MAX(clause->targets.length, 1);
    for (size_t i = 0; i < count; i++)
        add_amendment(clause, (TifaAmendment){.kind = TIFA_AMENDMENT_REWORD,
                                              .place = clause->targets.length > 0 ? clause->targets.items[i]
                                                                                  : (TifaPlace){0},
                                              .old_words = old,
                                              .new_words = new_words});
}

/* “A”后增加“B”: A becomes AB. */
static void add_words(Clause *clause, TifaSpan added)
{
    const char *old = keep_words(clause, clause->words), *new_words = keep_words(clause, added);
    bool is_before = clause->side == SIDE_BEFORE;
    char *joined = g_strconcat(is_before ? new_words : old, is_before ? old : new_words, NULL);
    add_rewording(clause, clause->words, keep(clause->decision, joined));
}

static void add_deletions(Clause *clause)
{
    for (size_t i = 0; i < clause->targets.length; i++)
        add_amendment(clause,
                      (TifaAmendment){.kind = TIFA_AMENDMENT_DELETE, .place = clause->targets.items[i]});
}

/* 合并: all targets but the last go into it. */
static void add_merges(Clause *clause)
{
    TifaPlace into = last_target(clause);
    for (size_t i = 0; i + 1 < clause->targets.length; i++)
        add_amendment(clause, (TifaAmendment){.kind = TIFA_AMENDMENT_MERGE,
                                              .place = clause->targets.items[i],
                                              .new_place = into});
}

/* The text behind the label 第三条 with which a quoted article may begin. */
static const char *without_label(const char *line)
{
    Mark mark = mark_read(line, strlen(line));
    return mark.kind == MARK_ARTICLE && mark.is_spaced ? line + mark.length : line;
}

static void add_replacement(Clause *clause, TifaSpan words)
{
    if (clause->targets.length == 0) {
        clause->is_unclear = true;
        return;
    }
    TifaPlace new_place = clause->new_places.length > 0 ? array_last(&clause->new_places) : (TifaPlace){0};
    if (clause->is_merge)
        add_merges(clause);
    TifaAmendment *last =
        clause->decision->amendments.length > 0 ? &array_last(&clause->decision->amendments) : NULL;
    bool is_renumbered = last && last->kind == TIFA_AMENDMENT_RENUMBER &&
                         last->source.start == clause->source.start &&
                         memcmp(&last->place, &(TifaPlace){0}, sizeof last->place) != 0 &&
                         memcmp(&last->new_place, &new_place, sizeof new_place) == 0;
    if (is_renumbered)
        clause->decision->amendments.length--; /* one amendment does both */
    add_amendment(clause, (TifaAmendment){.kind = TIFA_AMENDMENT_REPLACE,
                                          .place = last_target(clause),
                                          .new_place = new_place,
                                          .new_words = without_label(keep_words(clause, words))});
}

/* The text of one new place: the lines first.. up to the next, joined again. */
static void add_insertion(Clause *clause, TifaPlace new_place, char *const *lines, size_t count)
{
    g_autoptr(GString) words = g_string_new(without_label(lines[0]));
    for (size_t i = 1; i < count; i++)
        g_string_append_printf(words, "\n%s", lines[i]);
    add_amendment(clause, (TifaAmendment){.kind = TIFA_AMENDMENT_INSERT,
                                          .place = last_target(clause),
                                          .new_place = new_place,
                                          .new_words = keep(clause->decision, g_strdup(words->str))});
}

/* The lines from `first` that belong to one of several new places: up to the next label, or one line each. */
static size_t count_lines(char *const *lines, size_t first, bool has_labels)
{
    size_t end = first + 1;
    while (lines[end] && has_labels && without_label(lines[end]) == lines[end])
        end++;
    return end - first;
}

/* New articles, paragraphs or points, one for each place named. */
static void add_insertions(Clause *clause, TifaSpan span)
{
    g_auto(GStrv) lines = g_strsplit(keep_words(clause, span), "\n", -1);
    size_t places = clause->new_places.length, all = g_strv_length(lines);
    if (all == 0)
        return;
    if (places <= 1) {
        add_insertion(clause, places ? clause->new_places.items[0] : (TifaPlace){0}, lines, all);
        return;
    }
    bool has_labels = without_label(lines[0]) != lines[0];
    size_t first = 0, place = 0;
    for (; first < all && place < places; place++) {
        size_t count = count_lines(lines, first, has_labels);
        add_insertion(clause, clause->new_places.items[place], lines + first, count);
        first += count;
    }
    clause->is_unclear = clause->is_unclear || first < all || place < places;
}

/* ---- Tokens ---------------------------------------------------------------------------------- */

static void begin_clause(Clause *clause)
{
    if (clause->order == ORDER_DELETE && !clause->is_done)
        add_deletions(clause);
    clause->order = ORDER_NONE;
    clause->targets.length = clause->new_places.length = 0;
    clause->is_naming_new = clause->is_done = clause->is_merge = clause->is_partial = false;
    clause->words = (TifaSpan){0, 0};
}

static void take_new_place(Clause *clause, TifaPlace place)
{
    array_push(&clause->new_places, place);
    if (clause->order != ORDER_REPLACE)
        return;
    clause->is_partial = clause->is_partial || clause->targets.length == 0;
    add_amendment(
        clause,
        (TifaAmendment){.kind = TIFA_AMENDMENT_RENUMBER, .place = last_target(clause), .new_place = place});
    clause->is_naming_new = false;
}

/* Behind an order another target begins; it keeps the new number only within the same article. */
static void take_target(Clause *clause, TifaPlace place, bool is_same_article)
{
    if (clause->is_done) {
        clause->new_places.length =
            is_same_article && clause->targets.length > 0 ? clause->new_places.length : 0;
        clause->targets.length = 0;
        clause->is_done = false;
    }
    clause->current = place;
    array_push(&clause->targets, place);
}

static void take_place(Clause *clause, const DecisionToken *token)
{
    TifaPlace place = token->place;
    if (place.article == 0) {
        place.article = clause->current.article;
        place.insert = clause->current.insert;
    }
    if (clause->is_naming_new)
        take_new_place(clause, place);
    else
        take_target(clause, place, token->place.article == 0);
}

/* “第八条”调整为“第七条”: quotations that are places. */
static bool take_quoted_numbers(Clause *clause, TifaSpan span)
{
    TifaPlace from = decision_place(clause->text, clause->words), to = decision_place(clause->text, span);
    if (clause->targets.length > 0 || from.article == 0 || to.article == 0)
        return false;
    add_amendment(clause, (TifaAmendment){.kind = TIFA_AMENDMENT_RENUMBER, .place = from, .new_place = to});
    clause->order = ORDER_NONE;
    return true;
}

static void take_quote(Clause *clause, const DecisionToken *token)
{
    bool has_words = clause->words.end > clause->words.start;
    if (clause->order == ORDER_ADD_UNIT) {
        add_insertions(clause, token->span);
    } else if (clause->order == ORDER_ADD_WORDS && has_words && clause->side != SIDE_NONE) {
        add_words(clause, token->span);
    } else if (clause->order == ORDER_REPLACE && has_words) {
        if (!take_quoted_numbers(clause, token->span))
            add_rewording(clause, clause->words, keep_words(clause, token->span));
    } else if (clause->order == ORDER_REPLACE) {
        add_replacement(clause, token->span);
    } else if (clause->order == ORDER_DELETE) {
        add_rewording(clause, token->span, "");
        return;
    } else if (clause->order == ORDER_ADD_WORDS) {
        clause->is_unclear = true;
    } else {
        clause->words = token->span;
        clause->side = token->side;
        return;
    }
    clause->words = (TifaSpan){0, 0};
    clause->order = ORDER_NONE;
}

static void take_replace(Clause *clause, const DecisionToken *next)
{
    clause->order = ORDER_REPLACE;
    clause->is_naming_new = next && next->kind == TOKEN_PLACE;
}

static void take_add(Clause *clause, const DecisionToken *next)
{
    bool is_unit = next && next->kind == TOKEN_UNIT;
    clause->order = is_unit ? ORDER_ADD_UNIT : ORDER_ADD_WORDS;
    clause->unit = is_unit ? next->unit : 0;
    clause->new_places.length = 0;
    clause->is_done = false;
}

/* 将 behind another order of the same clause: its places are not that order's. */
static void take_begin(Clause *clause)
{
    if (clause->order == ORDER_DELETE && !clause->is_done)
        add_deletions(clause);
    clause->is_done = clause->is_done || clause->order == ORDER_DELETE;
    clause->order = ORDER_NONE;
}

/* The end of a paragraph does not end a clause that still waits for its quotation. */
static bool is_waiting(const Clause *clause)
{
    return (clause->order == ORDER_REPLACE || clause->order == ORDER_ADD_UNIT) && !clause->is_done;
}

static void take_token(Clause *clause, const DecisionToken *token, const DecisionToken *next)
{
    bool is_line_end = clause->text[token->span.start] == '\n';
    switch (token->kind) {
    case TOKEN_PLACE:
        take_place(clause, token);
        break;
    case TOKEN_QUOTE:
        take_quote(clause, token);
        break;
    case TOKEN_REPLACE:
        take_replace(clause, next);
        break;
    case TOKEN_MERGE:
        clause->is_merge = true;
        break;
    case TOKEN_ADD:
        take_add(clause, next);
        break;
    case TOKEN_UNIT:
        break;
    case TOKEN_DELETE:
        clause->order = ORDER_DELETE;
        clause->words = (TifaSpan){0, 0};
        break;
    case TOKEN_AS:
        clause->is_naming_new = clause->order == ORDER_ADD_UNIT || clause->is_merge;
        break;
    case TOKEN_STOP:
        if (!is_line_end ||
            !(is_waiting(clause) || (clause->order == ORDER_REPLACE && clause->new_places.length)))
            begin_clause(clause);
        break;
    case TOKEN_BEGIN:
        take_begin(clause);
        break;
    case TOKEN_OTHER:
        clause->is_partial = true;
        break;
    }
}

/* ---- Items ----------------------------------------------------------------------------------- */

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
        take_token(&clause, &tokens.items[i], i + 1 < tokens.length ? &tokens.items[i + 1] : NULL);
    }
    begin_clause(&clause);
    if (has_order && (clause.is_unclear || decision->amendments.length == first))
        add_amendment(&clause, (TifaAmendment){.kind = TIFA_AMENDMENT_UNCLEAR});
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
            instrument = named ? keep(decision, named) : instrument;
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
