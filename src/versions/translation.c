/* translation.c - the same article in another language. */
#include "base/array.h"
#include "corpus/corpus.h"

typedef ARRAY(int64_t) Ids;

typedef struct {
    int64_t document;
    Ids others;
} Looking;

static void take_relation(int64_t document, int64_t other, const char *kind, void *data)
{
    Looking *looking = data;
    bool is_it = document == looking->document || other == looking->document;
    if (is_it && g_str_equal(kind, tifa_link_name(TIFA_LINK_TRANSLATION)))
        array_push(&looking->others, document == looking->document ? other : document);
}

/* The article's blocks, a line each; NULL if the document has it not. */
static char *article_text(const TifaDocument *document, uint16_t article, uint16_t insert)
{
    size_t length;
    const char *text = tifa_document_text(document, &length);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    g_autoptr(GString) lines = g_string_new(NULL);
    for (size_t i = 0; i < blocks->length; i++) {
        const TifaBlock *block = &blocks->items[i];
        if (block->article == article && block->insert == insert)
            g_string_append_printf(lines, "%s%.*s", lines->len ? "\n" : "",
                                   (int)(block->span.end - block->span.start), text + block->span.start);
    }
    return lines->len ? g_strdup(lines->str) : NULL;
}

bool tifa_corpus_translation(TifaCorpus *corpus, int64_t document, uint16_t article, uint16_t insert,
                             TifaTranslation *translation, GError **error)
{
    Looking looking = {.document = document};
    *translation = (TifaTranslation){0};
    bool is_good = store_each_relation(corpus->store, take_relation, &looking, error);
    for (size_t i = 0; is_good && i < looking.others.length && !translation->text; i++) {
        g_autoptr(TifaDocument) other = tifa_corpus_get(corpus, looking.others.items[i], error);
        is_good = other != NULL;
        if (!other)
            break;
        const char *title = tifa_document_field(other, TIFA_FIELD_TITLE);
        char *text = article_text(other, article, insert);
        if (text)
            *translation = (TifaTranslation){looking.others.items[i], g_strdup(title), text};
    }
    array_clear(&looking.others);
    return is_good;
}

void tifa_translation_clear(TifaTranslation *translation)
{
    g_free(translation->title);
    g_free(translation->text);
    *translation = (TifaTranslation){0};
}
