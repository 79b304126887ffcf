/* annotate.c - a kept document with its words and concepts, for who asks for all of them at once. */
#include "corpus/annotate.h"

#include "corpus/corpus.h"
#include "corpus/fit.h"

void annotate_text(TifaSegmenter *segmenter, const TifaConcepts *concepts, const char *text, size_t length,
                   const char *date, TifaTokens *tokens, TifaTags *tags)
{
    TifaTagHints hints = {.date = date, .tokens = tokens};
    tokens->length = tags->length = 0;
    tifa_segmenter_cut(segmenter, text, length, TIFA_WORDS, tokens);
    tifa_concepts_tag(concepts, text, length, &hints, tags);
    fit_tokens(tokens, tags);
}

typedef struct {
    TifaSegmenter *segmenter;
    const TifaConcepts *concepts;
    const char *text, *date;
    TifaTokens tokens; /* of the block at hand */
    TifaTags tags;
    ARRAY(uint8_t) parts; /* of all blocks */
    TifaAnnotation *annotation;
} Work;

/* Appends the block's tokens and tags with spans in the whole text. */
static void take_over(Work *work, uint32_t start)
{
    for (size_t i = 0; i < work->tokens.length; i++) {
        TifaToken token = work->tokens.items[i];
        token.span = (TifaSpan){token.span.start + start, token.span.end + start};
        array_push(&work->annotation->tokens, token);
    }
    for (size_t i = 0; i < work->tags.length; i++) {
        TifaTag tag = work->tags.items[i];
        tag.span = (TifaSpan){tag.span.start + start, tag.span.end + start};
        array_push(&work->annotation->tags, tag);
    }
}

static void annotate_block(Work *work, TifaSpan span)
{
    const char *text = work->text + span.start;
    size_t length = span.end - span.start;
    annotate_text(work->segmenter, work->concepts, text, length, work->date, &work->tokens, &work->tags);
    size_t known = work->parts.length;
    for (size_t i = 0; i < work->tokens.length; i++)
        array_push(&work->parts, 0);
    if (work->tokens.length)
        tifa_segmenter_tag_parts(work->segmenter, text, &work->tokens, work->parts.items + known);
    take_over(work, span.start);
}

bool tifa_corpus_annotate(TifaCorpus *corpus, const TifaDocument *document, TifaAnnotation *annotation,
                          GError **error)
{
    Work work = {.segmenter = corpus_segmenter(corpus, error),
                 .text = tifa_document_text(document, NULL),
                 .date = tifa_document_field(document, TIFA_FIELD_DATE),
                 .annotation = annotation};
    work.concepts = work.segmenter ? tifa_corpus_concepts(corpus, error) : NULL;
    if (!work.concepts)
        return false;
    const TifaBlocks *blocks = tifa_document_blocks(document);
    for (size_t i = 0; i < blocks->length; i++)
        annotate_block(&work, blocks->items[i].span);
    annotation->parts = work.parts.items;
    array_clear(&work.tokens);
    array_clear(&work.tags);
    return true;
}

void tifa_annotation_clear(TifaAnnotation *annotation)
{
    array_clear(&annotation->tokens);
    array_clear(&annotation->tags);
    g_free(annotation->parts);
    annotation->parts = NULL;
}
