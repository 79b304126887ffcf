#include "text/structure.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/document.h"
#include "text/mark.h"
#include "text/slice.h"

enum {
    LONGEST_HEADING = 60,       /* characters: a longer line is running text, whatever its mark */
    LONGEST_SHORT_HEADING = 40, /* the same for 1. and （1）, which more often head a list */
    WHATEVER_COMES = MARK_INNER + 1,
};

/* One walk over the blocks, from the first to the last. */
typedef struct {
    TifaDocument *document;
    const char *text;
    uint16_t article, insert; /* of the article that is open, 0 for none */
    bool is_contents;         /* in the table of contents */
    Mark contents_first;      /* its first line */
    int list;                 /* the mark whose blocks are items, not headings, since a list was announced */
    bool has_heading[MARK_INNER + 1];
    ARRAY(MarkKind) marks; /* the mark of each block that became a heading, else MARK_NONE */
} Walk;

/* ---- Looking at one line --------------------------------------------------------------------- */

/* Whether the line is words without white space, as 目录 (mulu, contents) is in "目  录". */
static bool is_spaced_word(Slice line, const char *word)
{
    for (const char *place = line.text, *end = line.text + line.length; place < end;) {
        gunichar c = utf8_next(&place);
        if (utf8_is_space(c) || c == '*' || c == '#')
            continue;
        if (!*word || c != utf8_next(&word))
            return false;
    }
    return !*word;
}

/* Whether a line is short and no sentence: what a heading looks like. */
static bool looks_like_heading(Slice line, size_t longest)
{
    static const char *const stops[] = {"；", "：", "，", "、", ";", ":", ",", "？", "！", NULL};
    return slice_count(line) <= longest && !slice_ends_one(line, stops) && !slice_has(line, "。");
}

/* Whether the line is an editor's note or a footnote, which is no part of the text itself. */
static bool is_note(Slice line)
{
    static const char *const heads[] = {"注：",     "注:",      "编者注",  "（编者注", "(编者注",
                                        "【编者注", "［编者注", "[编者注", "〔编者注", "编者按",
                                        "［注］",   "[注]",     "【注】",  "[^",       NULL};
    return slice_starts_one(line, heads);
}

/* Whether the line opens what comes behind the articles: 附件 (fujian, annex), 附表 (table) ... */
static bool is_annex(Slice line)
{
    static const char *const heads[] = {"附件", "附：", "附:", "附表", "附录", "附图", NULL};
    return slice_starts_one(line, heads) && slice_count(line) <= LONGEST_HEADING && !slice_has(line, "。");
}

/* Whether the line behind its mark goes on as a reference does: 第三条的, 第三条规定, 第三条第二款. */
static bool is_reference(const Mark *mark, Slice line)
{
    static const char *const follows[] = {"的",   "规定", "、",   "和第", "至第", "或者第", "及第", "与第",
                                          "第",   "中的", "所",   "，",   "。",   "；",     "）",   ")",
                                          "修改", "改为", "删去", "增加", "以及", "之",     NULL};
    return slice_starts_one(slice_from(line, mark->length), follows);
}

/* ---- Kinds ----------------------------------------------------------------------------------- */

static bool is_part(MarkKind kind)
{
    return kind >= MARK_BOOK && kind <= MARK_SECTION;
}

/* An article set off by a blank is one; without it, only if its number is the next. */
static bool opens_article(const Walk *walk, const Mark *mark, Slice line)
{
    if (mark->kind != MARK_ARTICLE)
        return false;
    if (mark->is_spaced)
        return true;
    bool is_next = (mark->number == walk->article + 1 && mark->insert == 0) ||
                   (mark->number == walk->article && mark->insert == walk->insert + 1);
    return is_next && !is_reference(mark, line);
}

static bool opens_heading(const Walk *walk, const Mark *mark, const TifaBlock *block, Slice line)
{
    if (is_part(mark->kind))
        return (mark->is_spaced || block->kind == TIFA_BLOCK_HEADING || !is_reference(mark, line)) &&
               looks_like_heading(line, LONGEST_HEADING);
    if (mark->kind < MARK_COMMA || mark->length == line.length)
        return false;
    if (block->kind == TIFA_BLOCK_HEADING)
        return true;
    bool is_listed = walk->article > 0 || walk->list == (int)mark->kind;
    return !is_listed &&
           looks_like_heading(line, mark->kind >= MARK_POINT ? LONGEST_SHORT_HEADING : LONGEST_HEADING);
}

/* The depth of a list's item: 项 (xiang) 1, 目 (mu) 2. */
static uint16_t item_level(const Walk *walk, MarkKind kind)
{
    MarkKind first = walk->article ? MARK_BRACKETS : MARK_COMMA;
    return (uint16_t)(kind <= first ? 1 : kind - first + 1);
}

static void set_block(TifaBlock *block, TifaBlockKind kind, uint16_t level)
{
    block->kind = (uint16_t)kind;
    block->level = level;
}

static void close_article(Walk *walk)
{
    walk->article = walk->insert = 0;
}

/* ---- The table of contents ------------------------------------------------------------------- */

static bool opens_contents(Slice line)
{
    return is_spaced_word(line, "目录") || is_spaced_word(line, "目次");
}

/* Whether the block still belongs to the contents: its lines are short, and end where the first comes again.
 */
static bool stays_in_contents(Walk *walk, const Mark *mark, const TifaBlock *block, Slice line)
{
    const Mark *first = &walk->contents_first;
    if (mark->kind == MARK_ARTICLE || block->kind == TIFA_BLOCK_HEADING ||
        !looks_like_heading(line, LONGEST_HEADING))
        return false;
    if (mark->kind != MARK_NONE && mark->kind == first->kind && mark->number == first->number)
        return false;
    if (first->kind == MARK_NONE)
        walk->contents_first = *mark;
    return true;
}

/* ---- The walk -------------------------------------------------------------------------------- */

/* A list is announced by a colon or by 附件; its mark then heads items until another kind of block comes. */
static void watch_lists(Walk *walk, const Mark *mark, Slice line)
{
    static const char *const announcers[] = {"：", ":", "附件", NULL};
    if (slice_ends_one(line, announcers))
        walk->list = WHATEVER_COMES;
    else if ((int)mark->kind != walk->list)
        walk->list = MARK_NONE;
}

/* Sets what the block is by its own line; returns the mark if it became a heading by its mark. */
static MarkKind set_kind(Walk *walk, const Mark *mark, TifaBlock *block, Slice line)
{
    if (walk->is_contents) {
        set_block(block, TIFA_BLOCK_ITEM, 1);
    } else if (opens_article(walk, mark, line)) {
        walk->article = mark->number;
        walk->insert = mark->insert;
        set_block(block, TIFA_BLOCK_ARTICLE, 0);
    } else if (opens_heading(walk, mark, block, line)) {
        set_block(block, TIFA_BLOCK_HEADING, 0);
        return mark->kind;
    } else if (is_note(line)) {
        set_block(block, TIFA_BLOCK_NOTE, 0);
    } else if (mark->kind >= MARK_COMMA && block->kind != TIFA_BLOCK_HEADING) {
        set_block(block, TIFA_BLOCK_ITEM, item_level(walk, mark->kind));
    }
    return MARK_NONE;
}

static void mark_block(Walk *walk, TifaBlock *block)
{
    Slice line = {walk->text + block->span.start, block->span.end - block->span.start};
    Mark mark = mark_read(line.text, line.length);
    MarkKind heading = MARK_NONE;
    if (walk->list == WHATEVER_COMES)
        walk->list = (int)mark.kind;
    walk->is_contents = walk->is_contents && stays_in_contents(walk, &mark, block, line);
    if (opens_contents(line)) {
        walk->is_contents = true;
        walk->contents_first = (Mark){0};
        close_article(walk);
    } else {
        heading = set_kind(walk, &mark, block, line);
    }
    if (block->kind == TIFA_BLOCK_HEADING || is_annex(line))
        close_article(walk);
    watch_lists(walk, &mark, line);
    walk->has_heading[heading] = true;
    array_push(&walk->marks, heading);
}

/* Headings with marks get the levels 2, 3 ... in the order of the marks that the document uses. */
static void set_heading_levels(const Walk *walk)
{
    uint16_t levels[MARK_INNER + 1] = {0}, level = 2;
    for (int kind = MARK_BOOK; kind <= MARK_INNER; kind++)
        if (walk->has_heading[kind])
            levels[kind] = level++;
    for (size_t i = 0; i < walk->marks.length; i++)
        if (walk->marks.items[i] != MARK_NONE)
            document_block(walk->document, i)->level = levels[walk->marks.items[i]];
}

void structure_mark(TifaDocument *document)
{
    Walk walk = {.document = document, .text = tifa_document_text(document, NULL)};
    size_t count = tifa_document_blocks(document)->length;
    uint16_t part = 0;
    for (size_t i = 0; i < count; i++) {
        TifaBlock *block = document_block(document, i);
        if (block->part != part)
            close_article(&walk);
        part = block->part;
        if (block->kind == TIFA_BLOCK_ROW || block->kind == TIFA_BLOCK_NOTE)
            array_push(&walk.marks, MARK_NONE);
        else
            mark_block(&walk, block);
        block->article = walk.article;
        block->insert = walk.insert;
    }
    set_heading_levels(&walk);
    array_clear(&walk.marks);
}
