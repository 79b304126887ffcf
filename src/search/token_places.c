#include "search/token_places.h"

#include "base/utf8.h"
#include "query/phrase.h"

typedef struct {
    TifaCorpus *corpus;
    TermTexts terms;
    TokenPassage passage; /* at hand */
    Spans spans;          /* of its places, where they were found in the text */
    SearchTokensVisit *visit;
    void *data;
    /* Of a phrase. */
    Phrase phrase;
    DocumentSet documents; /* let through; without any if there are no filters */
    uint8_t *begins[2];    /* by script, and by term: Beginning; NULL until needed */
} Search;

static void search_clear(Search *search)
{
    array_clear(&search->passage.terms);
    array_clear(&search->passage.places);
    array_clear(&search->spans);
    phrase_clear(&search->phrase);
    document_set_clear(&search->documents);
    g_free(search->begins[FOLD_SIMPLIFIED]);
    g_free(search->begins[FOLD_TRADITIONAL]);
}

static void hand_out(Search *search)
{
    if (search->passage.places.length)
        search->visit(&search->passage, search->data);
}

/* ---- From places in the text ------------------------------------------------------------------ */

/* No term of a sound file is above the last. */
static uint32_t length_of(const TermTexts *terms, uint32_t term)
{
    return term <= terms->count ? terms->lengths[term] : 0;
}

/* Makes ranges of tokens of the spans; both are in order. */
static void find_ranges(Search *search)
{
    const StoreTermIds *tokens = &search->passage.terms;
    size_t first = 0;
    uint32_t start = 0, length;
    for (size_t i = 0; i < search->spans.length; i++) {
        TifaSpan span = search->spans.items[i];
        for (; first < tokens->length; start += length, first++)
            if (start + (length = length_of(&search->terms, tokens->items[first])) > span.start)
                break;
        size_t end = first;
        for (uint32_t at = start; end < tokens->length && at < span.end; end++)
            at += length_of(&search->terms, tokens->items[end]);
        array_push(&search->passage.places, ((TokenRange){first, end}));
    }
}

/* Hands out the passage whose spans were gathered. */
static bool close_passage(Search *search, GError **error)
{
    search->passage.places.length = 0;
    if (search->spans.length == 0)
        return true;
    if (!store_get_tokens(search->corpus->store, search->passage.id, &search->passage.terms, error))
        return false;
    find_ranges(search);
    search->spans.length = 0;
    hand_out(search);
    return true;
}

static bool take_place(const Place *place, void *data, GError **error)
{
    Search *search = data;
    if (place->passage->id != search->passage.id) {
        if (!close_passage(search, error))
            return false;
        search->passage.id = place->passage->id;
        search->passage.document = place->document;
    }
    array_push(&search->spans, place->span);
    return true;
}

/* ---- A phrase in tokens ----------------------------------------------------------------------- */

/* How the phrase stands in a term. */
typedef enum {
    NOT_IN_TERM,
    ONCE_IN_TERM, /* whole and once, and it cannot begin in it again: no need to look at the text */
    IN_TERM,      /* it may begin in it */
} Beginning;

/* How many characters of the phrase a term's text has from `place` on, if it has no other before it ends;
 * else 0. */
static size_t begins_at(const PhraseForm *form, const char *place, const char *end, FoldScript script)
{
    size_t i = 0;
    for (; i < form->length && place < end; i++)
        if (fold_char(utf8_next(&place), script) != form->characters[i])
            return 0;
    return i;
}

enum { COMMON_CHARACTERS = 0x10000 };

/* By code point, which of the common characters are the first of the phrase: a look into a table for each
 * character of all terms is a third of what folding it would be. Free with g_free(). */
static bool *find_firsts(const PhraseForm *form, FoldScript script)
{
    bool *is_first = g_new(bool, COMMON_CHARACTERS);
    for (gunichar c = 0; c < COMMON_CHARACTERS; c++)
        is_first[c] = fold_char(c, script) == form->characters[0];
    return is_first;
}

static Beginning begins_in(const PhraseForm *form, const bool *is_first, const char *text, uint32_t length,
                           FoldScript script)
{
    size_t whole = 0, begun = 0;
    for (const char *place = text, *end = text + length; place < end;) {
        const char *start = place;
        gunichar c = utf8_next(&place);
        if (c < COMMON_CHARACTERS && !is_first[c])
            continue;
        size_t characters = begins_at(form, start, end, script);
        whole += characters == form->length;
        begun += characters > 0;
    }
    return begun == 0 ? NOT_IN_TERM : begun == 1 && whole == 1 ? ONCE_IN_TERM : IN_TERM;
}

static const uint8_t *begins_of(Search *search, FoldScript script)
{
    if (search->begins[script])
        return search->begins[script];
    const PhraseForm *form = &search->phrase.forms[script];
    uint8_t *begins = search->begins[script] = g_new0(uint8_t, search->terms.count + 1);
    g_autofree bool *is_first = find_firsts(form, script);
    for (size_t term = 1; term <= search->terms.count; term++)
        if (search->terms.texts[term])
            begins[term] = (uint8_t)begins_in(form, is_first, search->terms.texts[term],
                                              search->terms.lengths[term], script);
    return begins;
}

/* A place in the text of a token. */
typedef struct {
    size_t token;
    const char *place, *end;
} Cursor;

static Cursor cursor_at(const Search *search, size_t token)
{
    uint32_t term = search->passage.terms.items[token];
    const char *text = term <= search->terms.count ? search->terms.texts[term] : NULL;
    return (Cursor){token, text, text ? text + search->terms.lengths[term] : NULL};
}

/* Whether the phrase stands at the cursor, which is then moved behind it. */
static bool pass_phrase(const Search *search, FoldScript script, Cursor *cursor)
{
    const PhraseForm *form = &search->phrase.forms[script];
    Cursor at = *cursor;
    for (size_t i = 0; i < form->length; i++) {
        while (at.place == at.end && at.token + 1 < search->passage.terms.length)
            at = cursor_at(search, at.token + 1);
        if (at.place == at.end || fold_char(utf8_next(&at.place), script) != form->characters[i])
            return false;
    }
    *cursor = at;
    return true;
}

/* Finds the places from the cursor on that begin in its token; the cursor is moved behind the last. */
static void find_from(Search *search, FoldScript script, Cursor *cursor)
{
    size_t token = cursor->token;
    while (cursor->token == token && cursor->place < cursor->end) {
        if (pass_phrase(search, script, cursor))
            array_push(&search->passage.places, ((TokenRange){token, cursor->token + 1}));
        else
            utf8_next(&cursor->place);
    }
}

/* The first token from there on in which the phrase can begin; the number of tokens if there is none. */
static size_t next_beginning(const StoreTermIds *terms, size_t token, const uint8_t *begins, size_t count)
{
    while (token < terms->length && (terms->items[token] > count || !begins[terms->items[token]]))
        token++;
    return token;
}

static void find_phrase(Search *search)
{
    FoldScript script = search->passage.document->is_traditional ? FOLD_TRADITIONAL : FOLD_SIMPLIFIED;
    const uint8_t *begins = begins_of(search, script);
    size_t count = search->terms.count;
    const StoreTermIds *terms = &search->passage.terms;
    Cursor behind = {0, NULL, NULL}; /* the last place that was looked for in texts */
    search->passage.places.length = 0;
    for (size_t token = next_beginning(terms, 0, begins, count); token < terms->length;
         token = next_beginning(terms, token + 1, begins, count)) {
        bool is_inside = behind.place && behind.token >= token; /* a place may end in the next one's text */
        if (begins[terms->items[token]] == ONCE_IN_TERM && !is_inside) {
            array_push(&search->passage.places, ((TokenRange){token, token + 1}));
            continue;
        }
        if (!is_inside)
            behind = cursor_at(search, token);
        find_from(search, script, &behind);
        token = MAX(token, behind.token - (behind.token > token));
    }
}

/* Of a passage without token layer the text says how many places there are. */
static bool find_in_text(Search *search, GError **error)
{
    StorePassage passage;
    if (!store_get_passage(search->corpus->store, search->passage.id, &passage, error))
        return false;
    phrase_find(&search->phrase, passage.text, passage.length,
                search->passage.document->is_traditional ? FOLD_TRADITIONAL : FOLD_SIMPLIFIED,
                &search->spans);
    search->passage.places.length = 0;
    find_ranges(search);
    search->spans.length = 0;
    return true;
}

static bool look_at(int64_t passage, const StoreTermIds *terms, void *data, GError **error)
{
    Search *search = data;
    const StoreDocument *document = search_document_of(search->corpus, passage, error);
    if (!document || (search->documents.has && !search->documents.has[document->index]))
        return document != NULL;
    search->passage = (TokenPassage){passage, document, *terms, search->passage.places};
    if (terms->length)
        find_phrase(search);
    else if (!find_in_text(search, error))
        return false;
    hand_out(search);
    return true;
}

/* ---- Questions -------------------------------------------------------------------------------- */

/* A phrase of whole words needs to know what stands around it, and a filter for places more than tokens. */
static bool is_plain(const TifaQuery *query, const Phrase *phrase)
{
    return phrase->expression && !phrase->is_words && !filter_has_places(query);
}

static bool run_phrase(Search *search, const TifaQuery *query, GError **error)
{
    if (filter_has_documents(query) && !filter_documents(search->corpus, query, &search->documents, error))
        return false;
    bool is_done =
        store_match_tokens(search->corpus->store, search->phrase.expression, look_at, search, error);
    search->passage.terms = (StoreTermIds){0}; /* they were lent */
    return is_done;
}

bool search_token_places(TifaCorpus *corpus, const TifaQuery *query, TermTexts terms,
                         SearchTokensVisit *visit, void *data, GError **error)
{
    Search search = {.corpus = corpus, .terms = terms, .visit = visit, .data = data};
    bool is_phrase = query->root && query->root->kind == QUERY_PHRASE;
    if (is_phrase)
        search.phrase = phrase_prepare(query->root->text);
    bool is_done = corpus_documents(corpus, false, error) != NULL;
    if (is_done && is_phrase && is_plain(query, &search.phrase))
        is_done = run_phrase(&search, query, error);
    else if (is_done)
        is_done = search_places(corpus, query, take_place, &search, error) && close_passage(&search, error);
    search_clear(&search);
    return is_done;
}
