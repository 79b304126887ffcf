/* export.h - documents for other programs: corpus tools and reference managers. A part of tifa.h. */
#pragma once

#include "tifa/corpus.h"

G_BEGIN_DECLS

/* A document's words with their parts of speech and concepts, spans in its text; made of the kept text by
 * what the corpus cuts and tags with. The text's line ends, between blocks, belong to no token. */
typedef struct {
    TifaTokens tokens;
    uint8_t *parts; /* a TifaPart for each token */
    TifaTags tags;  /* of tifa_corpus_concepts() */
} TifaAnnotation;

/* *annotation is empty before and the caller's to clear after, also on error. */
TIFA_API bool tifa_corpus_annotate(TifaCorpus *corpus, const TifaDocument *document,
                                   TifaAnnotation *annotation, GError **error);
TIFA_API void tifa_annotation_clear(TifaAnnotation *annotation);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TifaAnnotation, tifa_annotation_clear)

/* ---- Printing -------------------------------------------------------------------------------- */

/* One document as vertical text or CoNLL-U; `concepts` are those of the annotation. */
TIFA_API bool tifa_print_annotation(const TifaPrinter *printer, const TifaEntry *entry,
                                    const TifaDocument *document, const TifaAnnotation *annotation,
                                    const TifaConcepts *concepts, GError **error);

/* One document as an item of a bibliography in BibTeX (biblatex), RIS or CSL-JSON, the `index`-th of `count`.
 * Laws and regulations are given the fields that Zotero's translators for Chinese legal databases give them.
 */
TIFA_API bool tifa_print_reference(const TifaPrinter *printer, const TifaEntry *entry,
                                   const TifaDocument *document, size_t index, size_t count, GError **error);

G_END_DECLS
