/* check.c - the health of a corpus: damage, stale layers, and what its coverage lacks. */
#include "corpus/corpus.h"
#include "corpus/coverage.h"
#include "corpus/word_check.h"

#include <string.h>

typedef struct {
    TifaCorpus *corpus;
    GPtrArray *problems, *remarks; /* of char * */
    TifaHealth *health;
} Check;

static void add(GPtrArray *list, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void add(GPtrArray *list, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_ptr_array_add(list, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

/* ---- Damage ---------------------------------------------------------------------------------- */

static void complain(const char *complaint, void *data)
{
    Check *check = data;
    add(check->problems, "SQLite: %s", complaint);
}

static bool count_rows(Check *check, const char *table, size_t *count, GError **error)
{
    int64_t rows;
    if (!store_count_rows(check->corpus->store, table, &rows, error))
        return false;
    *count = (size_t)rows;
    return true;
}

/* Every passage must be in every layer. */
static bool check_layers(Check *check, GError **error)
{
    TifaHealth *health = check->health;
    size_t indexed, counted;
    if (!count_rows(check, "document", &health->documents, error) ||
        !count_rows(check, "passage", &health->passages, error) ||
        !count_rows(check, "passage_fts", &indexed, error) ||
        !count_rows(check, "document_terms", &counted, error) ||
        !count_rows(check, "term", &health->terms, error) || !count_rows(check, "tag", &health->tags, error))
        return false;
    if (indexed != health->passages)
        add(check->problems, "the full text has %zu of %zu passages; run tifa rebuild", indexed,
            health->passages);
    if (counted != health->documents)
        add(check->problems, "%zu of %zu documents have their words counted; run tifa rebuild", counted,
            health->documents);
    return true;
}

/* The words of every passage are its text. */
static bool check_words(Check *check, GError **error)
{
    WordCheck words;
    if (!word_check_run(check->corpus, &words, error))
        return false;
    if (words.missing)
        add(check->problems, "%zu of %zu passages have no words; run tifa rebuild", words.missing,
            check->health->passages);
    if (words.damaged)
        add(check->problems, "the words of %zu passages are not their text; run tifa rebuild", words.damaged);
    if (words.miscount)
        add(check->problems, "the words of %zu documents are counted wrong; run tifa rebuild",
            words.miscount);
    return true;
}

/* The passages of a document follow each other without a gap, and those of all documents are all there are.
 */
static bool check_passages(Check *check, GError **error)
{
    GPtrArray *documents = corpus_documents(check->corpus, true, error);
    if (!documents)
        return false;
    int64_t total = 0, last_end = 0;
    for (size_t i = 0; i < documents->len; i++) {
        const StoreDocument *document = documents->pdata[i];
        total += document->end_passage - document->first_passage;
        if (document->first_passage < last_end)
            add(check->problems, "document %" G_GINT64_FORMAT " shares passages with the one before it",
                document->id);
        last_end = document->end_passage;
        g_autoptr(TifaDocument) loaded = store_load_document(check->corpus->store, document->id, error);
        if (!loaded)
            return false;
        if (!document_is_sound(loaded))
            add(check->problems,
                "document %" G_GINT64_FORMAT ": its text is damaged; remove it and add it again",
                document->id);
    }
    if (total != (int64_t)check->health->passages)
        add(check->problems, "%zu passages, but the documents name %" G_GINT64_FORMAT,
            check->health->passages, total);
    return true;
}

/* ---- Stale layers ---------------------------------------------------------------------------- */

static bool check_stamps(Check *check, GError **error)
{
    int stale = tifa_corpus_stale(check->corpus, TIFA_LAYER_ALL, error);
    if (stale < 0)
        return false;
    if (stale & TIFA_LAYER_FULLTEXT)
        add(check->remarks, "the full text was made by another version of tifa; run tifa rebuild");
    if (stale & TIFA_LAYER_TOKENS)
        add(check->remarks,
            "the words were cut with another lexicon or model than the installed one; run tifa rebuild");
    if (stale & TIFA_LAYER_TAGS)
        add(check->remarks, "the concepts were tagged with another dictionary than the installed one;"
                            " run tifa rebuild --tags");
    return true;
}

/* Names the dictionaries and counts the words that the corpus carries. */
static bool check_dictionaries(Check *check, GError **error)
{
    g_autoptr(GPtrArray) own = store_list_dictionaries(check->corpus->store, error);
    for (size_t i = 0; own && i < own->len; i++)
        add(check->remarks, "tagged with a dictionary of its own, too: %s",
            ((StoreDictionary *)own->pdata[i])->name);
    g_auto(GStrv) words = tifa_corpus_words(check->corpus);
    if (*words)
        add(check->remarks, "cut with words of its own, too: %u", g_strv_length(words));
    return own != NULL;
}

/* ---- The whole ------------------------------------------------------------------------------- */

static bool check_all(Check *check, GError **error)
{
    if (!store_check_integrity(check->corpus->store, complain, check, error) || !check_layers(check, error) ||
        !check_words(check, error) || !check_passages(check, error) || !check_dictionaries(check, error) ||
        !check_stamps(check, error))
        return false;
    coverage_add(check->corpus->documents, check->remarks);
    return true;
}

TifaHealth *tifa_corpus_check(TifaCorpus *corpus, GError **error)
{
    g_autoptr(TifaHealth) health = g_new0(TifaHealth, 1);
    Check check = {corpus, g_ptr_array_new(), g_ptr_array_new(), health};
    bool is_checked = check_all(&check, error);
    g_ptr_array_add(check.problems, NULL);
    g_ptr_array_add(check.remarks, NULL);
    health->problems = (char **)g_ptr_array_free(check.problems, FALSE);
    health->remarks = (char **)g_ptr_array_free(check.remarks, FALSE);
    return is_checked ? g_steal_pointer(&health) : NULL;
}

void tifa_health_free(TifaHealth *health)
{
    if (!health)
        return;
    g_strfreev(health->problems);
    g_strfreev(health->remarks);
    g_free(health);
}
