#include "corpus/word_check.h"

#include <string.h>

typedef struct {
    Store *store;
    WordCheck *check;
    GPtrArray *texts;       /* by term, NULL: there is none */
    ARRAY(uint32_t) counts; /* by term, in the document at hand */
    StoreTermIds counted;   /* the terms that have a count */
    StoreTermIds terms;     /* of the passage at hand */
    StoreOffsets sentences;
} Checking;

static bool take_term(const StoreTerm *term, void *data, GError **error)
{
    (void)error;
    Checking *checking = data;
    g_ptr_array_set_size(checking->texts, (int)term->id);
    g_ptr_array_add(checking->texts, g_strndup(term->text, term->length));
    return true;
}

/* Counts a token; NULL if there is no such term. Lent. */
static const char *count_token(Checking *checking, uint32_t term)
{
    if (term >= checking->texts->len || !checking->texts->pdata[term])
        return NULL;
    while (checking->counts.length <= term)
        array_push(&checking->counts, 0);
    if (checking->counts.items[term]++ == 0)
        array_push(&checking->counted, term);
    return checking->texts->pdata[term];
}

static bool are_text(Checking *checking, const StorePassage *passage)
{
    const char *place = passage->text;
    for (size_t i = 0; i < checking->terms.length; i++) {
        const char *text = count_token(checking, checking->terms.items[i]);
        if (!text || !g_str_has_prefix(place, text))
            return false;
        place += strlen(text);
    }
    const StoreOffsets *sentences = &checking->sentences;
    return *place == '\0' && sentences->length && array_last(sentences) == passage->length;
}

static bool check_passage(const StorePassage *passage, void *data, GError **error)
{
    Checking *checking = data;
    checking->sentences.length = 0;
    if (!store_get_tokens(checking->store, passage->id, &checking->terms, error) ||
        !store_get_sentences(checking->store, passage->id, &checking->sentences, error))
        return false;
    if (passage->length && !checking->terms.length)
        checking->check->missing++;
    else if (passage->length && !are_text(checking, passage))
        checking->check->damaged++;
    return true;
}

/* Compares the counts of the document at hand, and begins anew. */
static bool check_counts(Checking *checking, int64_t document, GError **error)
{
    StoreCounts counts;
    if (!store_get_document_terms(checking->store, document, &counts, error))
        return false;
    bool is_right = true;
    size_t listed = 0;
    for (uint32_t term, count; store_next_count(&counts, &term, &count); listed++)
        is_right &= term < checking->counts.length && checking->counts.items[term] == count;
    checking->check->miscount += !is_right || listed != checking->counted.length;
    for (size_t i = 0; i < checking->counted.length; i++)
        checking->counts.items[checking->counted.items[i]] = 0;
    checking->counted.length = 0;
    return true;
}

static bool check_documents(Checking *checking, const GPtrArray *documents, GError **error)
{
    for (size_t i = 0; i < documents->len; i++) {
        const StoreDocument *document = documents->pdata[i];
        if (!store_each_passage(checking->store, document->first_passage, document->end_passage,
                                check_passage, checking, error) ||
            !check_counts(checking, document->id, error))
            return false;
    }
    return true;
}

bool word_check_run(TifaCorpus *corpus, WordCheck *check, GError **error)
{
    *check = (WordCheck){0};
    const GPtrArray *documents = corpus_documents(corpus, true, error);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    Checking checking = {.store = corpus->store, .check = check, .texts = texts};
    bool is_done = documents && store_each_term(corpus->store, take_term, &checking, error) &&
                   check_documents(&checking, documents, error);
    array_clear(&checking.counts);
    array_clear(&checking.counted);
    array_clear(&checking.terms);
    array_clear(&checking.sentences);
    return is_done;
}
