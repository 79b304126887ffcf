/* block_ids.c - names for blocks that stay the same while the text does, in the manner of Akoma Ntoso. */
#include "base/array.h"
#include "text/mark.h"
#include "tifa.h"

/* Where the walk over the blocks stands. */
typedef struct {
    const TifaDocument *document;
    GHashTable *counts; /* how often an id was given */
    char *
        parts[MARK_SECTION + 1]; /* ids of the open parts by kind: part_1, part_1__chp_2 ...; NULL for none */
    char *article, *paragraph, *point;
    unsigned paragraphs; /* of the article */
    unsigned others;     /* blocks outside of articles without a number */
} Walk;

static char *join(const char *outer, const char *name, unsigned number)
{
    return outer ? g_strdup_printf("%s__%s_%u", outer, name, number) : g_strdup_printf("%s_%u", name, number);
}

static void replace(char **place, char *string)
{
    g_free(*place);
    *place = string;
}

/* The innermost open part that is wider than `kind`. */
static const char *part_around(const Walk *walk, MarkKind kind)
{
    for (int wider = (int)kind - 1; wider >= MARK_BOOK; wider--)
        if (walk->parts[wider])
            return walk->parts[wider];
    return NULL;
}

static char *name_heading(Walk *walk, const Mark *mark)
{
    static const char *const names[] = {
        [MARK_BOOK] = "part", [MARK_SUBBOOK] = "subpart", [MARK_CHAPTER] = "chp", [MARK_SECTION] = "sec"};
    if (mark->kind < MARK_BOOK || mark->kind > MARK_SECTION)
        return join(NULL, "h", ++walk->others);
    for (int narrower = (int)mark->kind + 1; narrower <= MARK_SECTION; narrower++)
        replace(&walk->parts[narrower], NULL);
    replace(&walk->parts[mark->kind], join(part_around(walk, mark->kind), names[mark->kind], mark->number));
    return g_strdup(walk->parts[mark->kind]);
}

/* Articles are numbered through the whole law: their ids need no part. */
static char *name_article(Walk *walk, const TifaBlock *block)
{
    replace(&walk->article, block->insert ? g_strdup_printf("art_%u-%u", block->article, block->insert)
                                          : g_strdup_printf("art_%u", block->article));
    replace(&walk->paragraph, join(walk->article, "para", 1));
    replace(&walk->point, NULL);
    walk->paragraphs = 1;
    return g_strdup(walk->article);
}

static char *name_inside(Walk *walk, const TifaBlock *block, const Mark *mark)
{
    if (block->kind == TIFA_BLOCK_ITEM && mark->kind != MARK_NONE) {
        if (block->level > 1 && walk->point)
            return join(walk->point, "item", mark->number);
        replace(&walk->point, join(walk->paragraph, "point", mark->number));
        return g_strdup(walk->point);
    }
    replace(&walk->paragraph, join(walk->article, "para", ++walk->paragraphs));
    replace(&walk->point, NULL);
    return g_strdup(walk->paragraph);
}

static char *name_block(Walk *walk, const TifaBlock *block)
{
    const char *text = tifa_document_text(walk->document, NULL);
    Mark mark = mark_read(text + block->span.start, block->span.end - block->span.start);
    if (block->kind == TIFA_BLOCK_HEADING)
        return name_heading(walk, &mark);
    if (block->kind == TIFA_BLOCK_ARTICLE)
        return name_article(walk, block);
    if (block->article && walk->article)
        return name_inside(walk, block, &mark);
    return join(NULL, "p", ++walk->others);
}

/* An id that was given before gets a count: art_31, art_31~2. */
static char *make_unique(Walk *walk, char *id)
{
    size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(walk->counts, id)) + 1;
    g_hash_table_insert(walk->counts, g_strdup(id), GSIZE_TO_POINTER(count));
    if (count == 1)
        return id;
    char *counted = g_strdup_printf("%s~%zu", id, count);
    g_free(id);
    return counted;
}

GPtrArray *tifa_document_block_ids(const TifaDocument *document)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    GPtrArray *ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Walk walk = {.document = document, .counts = counts};
    for (size_t i = 0; i < blocks->length; i++)
        g_ptr_array_add(ids, make_unique(&walk, name_block(&walk, &blocks->items[i])));
    for (size_t i = 0; i < G_N_ELEMENTS(walk.parts); i++)
        g_free(walk.parts[i]);
    g_free(walk.article);
    g_free(walk.paragraph);
    g_free(walk.point);
    return ids;
}
