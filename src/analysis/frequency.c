#include "analysis/frequency.h"

#include "base/array.h"

/* The words of the document at hand. */
typedef struct {
    uint32_t *counts; /* by word */
    ARRAY(uint32_t) met;
} InDocument;

static void count_terms(const Vocabulary *vocabulary, StoreCounts *counts, Frequencies *frequencies,
                        InDocument *document)
{
    for (uint32_t term, count; store_next_count(counts, &term, &count);) {
        uint32_t word = term <= vocabulary->term_count ? vocabulary->word_of[term] : 0;
        if (!word)
            continue;
        frequencies->terms[term] += count;
        if (!document->counts[word])
            array_push(&document->met, word);
        document->counts[word] += count;
    }
}

static void close_document(Frequencies *frequencies, InDocument *document)
{
    for (size_t i = 0; i < document->met.length; i++) {
        uint32_t *count = &document->counts[document->met.items[i]];
        WordCount *word = &frequencies->words[document->met.items[i]];
        word->count += *count;
        word->documents++;
        word->most = MAX(word->most, *count);
        frequencies->total += *count;
        *count = 0;
    }
    document->met.length = 0;
}

bool frequencies_count(Store *store, const Vocabulary *vocabulary, const GPtrArray *documents,
                       const bool *has, Frequencies *frequencies, GError **error)
{
    *frequencies = (Frequencies){.words = g_new0(WordCount, vocabulary->word_count + 1),
                                 .terms = g_new0(uint32_t, vocabulary->term_count + 1)};
    InDocument document = {.counts = g_new0(uint32_t, vocabulary->word_count + 1)};
    bool is_counted = true;
    for (size_t i = 0; is_counted && i < documents->len; i++) {
        StoreCounts counts;
        if (!has[i])
            continue;
        is_counted =
            store_get_document_terms(store, ((const StoreDocument *)documents->pdata[i])->id, &counts, error);
        if (is_counted)
            count_terms(vocabulary, &counts, frequencies, &document);
        close_document(frequencies, &document);
    }
    g_free(document.counts);
    array_clear(&document.met);
    if (!is_counted)
        frequencies_clear(frequencies);
    return is_counted;
}

void frequencies_clear(Frequencies *frequencies)
{
    g_clear_pointer(&frequencies->words, g_free);
    g_clear_pointer(&frequencies->terms, g_free);
}

/* ---- Listing --------------------------------------------------------------------------------- */

Listing listing_make(const Vocabulary *vocabulary, const TifaWordChoice *choice, const uint32_t *term_counts)
{
    enum { NO_NUMBERS = 1 << TIFA_TOKEN_WORD | 1 << TIFA_TOKEN_LATIN };
    unsigned kinds = choice && choice->kinds ? choice->kinds : NO_NUMBERS;
    Listing listing = {vocabulary, vocabulary_forms(vocabulary, term_counts)};
    for (uint32_t word = 1; word <= vocabulary->word_count; word++)
        if (!(kinds & 1u << vocabulary->kinds[listing.forms[word]]))
            listing.forms[word] = 0;
    for (const char *const *stop = choice ? choice->stop : NULL; stop && *stop; stop++)
        listing.forms[vocabulary_find(vocabulary, *stop)] = 0;
    return listing;
}

void listing_clear(Listing *listing)
{
    g_clear_pointer(&listing->forms, g_free);
}

const char *listing_text(const Listing *listing, uint32_t word)
{
    return listing->forms[word] ? listing->vocabulary->texts[listing->forms[word]] : NULL;
}

const char *listing_kind(const Listing *listing, uint32_t word)
{
    static const char *const names[] = {
        [TIFA_TOKEN_WORD] = "word", [TIFA_TOKEN_LATIN] = "latin", [TIFA_TOKEN_NUMBER] = "number"};
    return names[listing->vocabulary->kinds[listing->forms[word]]];
}
