#include "compare/decision.h"

#include "base/utf8.h"
#include "text/structure.h"

#include <string.h>

/* What is still to be read. */
typedef struct {
    const char *text;
    uint32_t place, end;
} Reader;

static bool takes(Reader *reader, const char *word)
{
    size_t length = strlen(word);
    if (reader->end - reader->place < length || memcmp(reader->text + reader->place, word, length) != 0)
        return false;
    reader->place += (uint32_t)length;
    return true;
}

static bool takes_number(Reader *reader, uint16_t *number)
{
    size_t used;
    int64_t value = structure_number(reader->text + reader->place, reader->end - reader->place, &used);
    if (value < 0 || value > UINT16_MAX)
        return false;
    *number = (uint16_t)value;
    reader->place += (uint32_t)used;
    return true;
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* One of 第十二条之一, 第二款, 第三项, 第（三）项 behind what is known of the place. */
static bool takes_step(Reader *reader, TifaPlace *place)
{
    Reader start = *reader;
    uint16_t number;
    if (!takes(reader, "第"))
        return false;
    bool is_bracketed = takes(reader, "（") || takes(reader, "(");
    bool is_number = takes_number(reader, &number);
    if (is_number && is_bracketed)
        is_number = takes(reader, "）") || takes(reader, ")");
    if (is_number && takes(reader, "条") && !place->paragraph && !place->point) {
        place->article = number;
        if (takes(reader, "之") && !takes_number(reader, &place->insert))
            reader->place -= (uint32_t)strlen("之");
        return true;
    }
    if (is_number && !place->point && (takes(reader, "款") || (place->article && takes(reader, "段")))) {
        place->paragraph = number;
        return true;
    }
    if (is_number && !place->point && takes(reader, "自然段")) {
        place->paragraph = number;
        return true;
    }
    if (is_number && takes(reader, "项")) {
        place->point = number;
        return true;
    }
    *reader = start;
    return false;
}

/* 序言第七自然段, 引言; 这一自然段 (the one just named) leaves the place empty. */
static bool takes_preamble(Reader *reader, TifaPlace *place)
{
    if (takes(reader, "这一自然段") || takes(reader, "该自然段"))
        return true;
    if (!takes(reader, "序言") && !takes(reader, "引言"))
        return false;
    place->preamble = 1;
    Reader behind = *reader;
    while (takes(&behind, "的") || takes(&behind, "部分"))
        continue;
    TifaPlace inside = *place;
    if (takes_step(&behind, &inside) && !inside.article) {
        *place = inside;
        *reader = behind;
    }
    return true;
}

static bool takes_place(Reader *reader, TifaPlace *place)
{
    *place = (TifaPlace){0};
    uint32_t start = reader->place;
    if (takes_preamble(reader, place))
        return true;
    while (takes_step(reader, place) && !place->point) {
        TifaPlace next = *place;
        Reader ahead = *reader;
        /* 第三条第四条 without a comma is two places. */
        if (!takes_step(&ahead, &next) || next.article != place->article || next.insert != place->insert)
            break;
    }
    return reader->place > start;
}

TifaPlace decision_place(const char *text, TifaSpan span)
{
    Reader reader = {text, span.start, span.end};
    TifaPlace place;
    return takes_place(&reader, &place) && reader.place == span.end ? place : (TifaPlace){0};
}

/* ---- Quotations ------------------------------------------------------------------------------ */

/* Moves behind a quotation that has just been opened and gives what stands inside. A paragraph inside may
 * begin with an opening mark of its own, which opens nothing; other marks nest. Without an end it reaches to
 * the reader's. */
static TifaSpan take_quotation(Reader *reader)
{
    uint32_t start = reader->place;
    for (int depth = 1; reader->place < reader->end;) {
        uint32_t mark = reader->place;
        bool is_line_start = reader->text[mark - 1] == '\n';
        if (takes(reader, "“"))
            depth += !is_line_start;
        else if (takes(reader, "”"))
            depth--;
        else
            reader->place += (uint32_t)(g_utf8_next_char(reader->text + mark) - (reader->text + mark));
        if (depth == 0)
            return (TifaSpan){start, mark};
    }
    return (TifaSpan){start, reader->end};
}

/* ---- Tokens ---------------------------------------------------------------------------------- */

static DecisionSide take_side(Reader *reader)
{
    if (takes(reader, "后") || takes(reader, "之后"))
        return SIDE_AFTER;
    if (takes(reader, "前") || takes(reader, "之前"))
        return SIDE_BEFORE;
    return SIDE_NONE;
}

/* 一条, 两款, 三项, 一章, 一句. */
static bool takes_unit(Reader *reader, char *unit)
{
    Reader start = *reader;
    uint16_t number;
    if (takes_number(reader, &number)) {
        static const char *const names[] = {"条", "款", "段", "项", "章", "句"};
        for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
            if (takes(reader, names[i])) {
                *unit = "appics"[i];
                return true;
            }
    }
    *reader = start;
    return false;
}

static bool takes_word(Reader *reader, DecisionTokenKind *kind)
{
    static const struct {
        const char *word;
        DecisionTokenKind kind;
    } words[] = {
        {"修改为", TOKEN_REPLACE}, {"调整为", TOKEN_REPLACE}, {"改为", TOKEN_REPLACE}, {"合并", TOKEN_MERGE},
        {"增加", TOKEN_ADD},       {"增写", TOKEN_ADD},       {"删去", TOKEN_DELETE},  {"删除", TOKEN_DELETE},
        {"作为", TOKEN_AS},        {"。", TOKEN_STOP},        {"；", TOKEN_STOP},      {";", TOKEN_STOP},
        {"\n", TOKEN_STOP},        {"将", TOKEN_BEGIN},       {"章名", TOKEN_OTHER},   {"一章", TOKEN_OTHER},
        {"一节", TOKEN_OTHER},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (takes(reader, words[i].word)) {
            *kind = words[i].kind;
            return true;
        }
    return false;
}

/* 第三章; with 章名 behind it the heading is a place that orders are about. */
static bool takes_chapter(Reader *reader, DecisionToken *token)
{
    Reader start = *reader;
    if (!takes(reader, "第") || !takes_number(reader, &token->place.chapter) || !takes(reader, "章")) {
        *reader = start;
        token->place.chapter = 0;
        return false;
    }
    Reader behind = *reader;
    while (takes(&behind, "的") || takes(&behind, " "))
        continue;
    bool is_heading = takes(&behind, "章名") || takes(&behind, "名称") || takes(&behind, "标题");
    token->kind = is_heading ? TOKEN_PLACE : TOKEN_CHAPTER;
    *reader = is_heading ? behind : *reader;
    return true;
}

static bool takes_part(Reader *reader, uint16_t *part)
{
    static const struct {
        const char *word;
        TifaPlacePart part;
    } words[] = {{"条首部分", TIFA_PLACE_OPENING}, {"条首", TIFA_PLACE_OPENING},
                 {"开头部分", TIFA_PLACE_START},   {"开始部分", TIFA_PLACE_START},
                 {"开头", TIFA_PLACE_START},       {"末尾", TIFA_PLACE_END}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (takes(reader, words[i].word)) {
            *part = (uint16_t)words[i].part;
            return true;
        }
    return false;
}

static bool take_token(Reader *reader, DecisionToken *token)
{
    *token = (DecisionToken){.span.start = reader->place};
    if (takes(reader, "“")) {
        token->kind = TOKEN_QUOTE;
        token->span = take_quotation(reader);
        token->side = take_side(reader);
        return true;
    }
    if (takes_place(reader, &token->place)) {
        token->kind = TOKEN_PLACE;
        token->span.end = reader->place;
        token->side = take_side(reader);
        return true;
    }
    if (takes_part(reader, &token->place.part))
        token->kind = TOKEN_PART;
    else if (!takes_chapter(reader, token) && !takes_word(reader, &token->kind))
        return false;
    token->span.end = reader->place;
    return true;
}

void decision_tokens(const char *text, TifaSpan span, DecisionTokens *tokens)
{
    Reader reader = {text, span.start, span.end};
    while (reader.place < reader.end) {
        DecisionToken token;
        if (!take_token(&reader, &token)) {
            reader.place += (uint32_t)(g_utf8_next_char(text + reader.place) - (text + reader.place));
            continue;
        }
        array_push(tokens, token);
        DecisionToken unit = {.kind = TOKEN_UNIT, .span.start = reader.place};
        if (token.kind == TOKEN_ADD && takes_unit(&reader, &unit.unit)) {
            unit.span.end = reader.place;
            array_push(tokens, unit);
        }
    }
}
