/* explain.c - why a question found nothing: what its filters ask for and the corpus does not have. */
#include "base/fold.h"
#include "base/utf8.h"
#include "search/filter.h"

#include <string.h>

enum {
    SHOWN = 4,          /* values at most */
    LONGEST_VALUE = 24, /* characters of a value */
};

/* ---- The values of a field ------------------------------------------------------------------- */

/* A value that documents have, and how near it is to what was asked for. */
typedef struct {
    char *text;
    size_t documents;
    double likeness;
} Value;

static void value_free(void *data)
{
    Value *value = data;
    g_free(value->text);
    g_free(value);
}

static bool take_value(int64_t document, const char *text, void *data, GError **error)
{
    (void)document, (void)error;
    GHashTable *values = data;
    Value *value = g_hash_table_lookup(values, text);
    if (!value) {
        value = g_new0(Value, 1);
        value->text = g_strdup(text);
        g_hash_table_insert(values, value->text, value);
    }
    value->documents++;
    return true;
}

/* How much of `wanted` stands in `have` in its order, as shares of both added up: 科技部 (kejibu) is near to
 * 科学技术部; 0 if less than half of `wanted` does. The strings are folded; of each the first 64 characters
 * are compared. */
static double likeness_of(const char *wanted, const char *have)
{
    enum { MOST = 64 };
    gunichar left[MOST], right[MOST];
    size_t left_length = 0, right_length = 0, row[MOST + 1] = {0};
    for (const char *place = wanted; *place && left_length < MOST;)
        left[left_length++] = utf8_next(&place);
    for (const char *place = have; *place && right_length < MOST;)
        right[right_length++] = utf8_next(&place);
    for (size_t i = 0; i < left_length; i++) {
        size_t diagonal = 0;
        for (size_t j = 0; j < right_length; j++) {
            size_t above = row[j + 1];
            row[j + 1] = left[i] == right[j] ? diagonal + 1 : MAX(above, row[j]);
            diagonal = above;
        }
    }
    double common = (double)row[right_length];
    bool is_near = left_length && common >= (double)left_length / 2;
    return is_near ? common / (double)left_length + common / (double)right_length : 0;
}

/* The likest first, of those that are as like the most frequent, then by text. */
static int compare_values(const void *left, const void *right)
{
    const Value *a = *(Value *const *)left, *b = *(Value *const *)right;
    if (a->likeness != b->likeness)
        return a->likeness > b->likeness ? -1 : 1;
    if (a->documents != b->documents)
        return a->documents > b->documents ? -1 : 1;
    return strcmp(a->text, b->text);
}

/* The values in that order, of Value, lent; `written` is what was asked for, or NULL.
 */
static GPtrArray *rank_values(GHashTable *values, const char *written)
{
    GPtrArray *ranked = g_ptr_array_new();
    g_autofree char *wanted =
        written ? fold_text(written, strlen(written), FOLD_TRADITIONAL, NULL) : g_strdup("");
    GHashTableIter iterator;
    void *data;
    g_hash_table_iter_init(&iterator, values);
    while (g_hash_table_iter_next(&iterator, NULL, &data)) {
        Value *value = data;
        g_autofree char *have = fold_text(value->text, strlen(value->text), FOLD_TRADITIONAL, NULL);
        value->likeness = likeness_of(wanted, have);
        g_ptr_array_add(ranked, value);
    }
    g_ptr_array_sort(ranked, compare_values);
    return ranked;
}

/* The first values, each with its documents: 国务院 (73); where any is near, those that are half as near as
 * the first at least. */
static char *list_values(const GPtrArray *ranked)
{
    GString *list = g_string_new(NULL);
    const Value *first = ranked->pdata[0];
    for (size_t i = 0; i < ranked->len && i < SHOWN; i++) {
        const Value *value = ranked->pdata[i];
        const char *slash = strrchr(value->text, '/'),
                   *start = slash ? slash + 1 : value->text; /* of a path */
        const char *end = utf8_forward(start, start + strlen(start), LONGEST_VALUE);
        if (first->likeness > 0 && value->likeness < first->likeness / 2)
            break;
        g_string_append_printf(list, "%s%.*s%s (%zu)", i ? ", " : "", (int)(end - start), start,
                               *end ? "…" : "", value->documents);
    }
    return g_string_free(list, FALSE);
}

/* ---- Filters --------------------------------------------------------------------------------- */

/* The first name and the value of a filter, as one writes them. Free with g_free(). */
static char *write_filter(const QueryFilter *filter)
{
    const char *name = filter->name->names;
    const FilterValue *value = &filter->values.items[0];
    g_autofree char *range =
        value->from && value->to && strcmp(value->from, value->to) == 0
            ? g_strdup(value->from)
            : g_strdup_printf("%s..%s", value->from ? value->from : "", value->to ? value->to : "");
    return g_strdup_printf("%s%.*s:%s%s", filter->is_negated ? "-" : "", (int)strcspn(name, " "), name,
                           filter->name->kind == FILTER_DATE ? range : value->from,
                           filter->values.length > 1 ? "|..." : "");
}

/* The first and the last date of the field, "" where there is none. */
static char *span_of_dates(GHashTable *values)
{
    const char *first = NULL, *last = NULL;
    GHashTableIter iterator;
    void *key;
    g_hash_table_iter_init(&iterator, values);
    while (g_hash_table_iter_next(&iterator, &key, NULL)) {
        first = !first || strcmp(key, first) < 0 ? key : first;
        last = !last || strcmp(key, last) > 0 ? key : last;
    }
    return first ? g_strdup_printf("%s to %s", first, last) : g_strdup("");
}

/* What the corpus has instead of what the filter asks for. */
static char *describe_values(const QueryFilter *filter, GHashTable *values)
{
    g_autoptr(GPtrArray) ranked = rank_values(values, filter->values.items[0].from);
    if (ranked->len == 0)
        return g_strdup("; no document says anything of that");
    bool is_date = filter->name->kind == FILTER_DATE;
    bool is_near = !is_date && ((const Value *)ranked->pdata[0])->likeness > 0;
    g_autofree char *list = is_date ? span_of_dates(values) : list_values(ranked);
    return g_strdup_printf("; %s %s", is_near ? "the nearest:" : "the corpus has", list);
}

/* The sentence about a filter that no document passes. */
static char *explain_values(TifaCorpus *corpus, const QueryFilter *filter, GError **error)
{
    g_autofree char *written = write_filter(filter);
    g_autoptr(GHashTable) values = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, value_free);
    bool has_field = filter->name->field && filter->name->kind != FILTER_AS_OF;
    if (has_field && !store_each_field(corpus->store, filter->name->field, take_value, values, error))
        return NULL;
    g_autofree char *instead = has_field ? describe_values(filter, values) : g_strdup("");
    return g_strdup_printf("%s: no document%s", written, instead);
}

/* Adds a sentence for each filter that alone lets no document through, or one for all together. */
static bool explain_filters(TifaCorpus *corpus, const TifaQuery *query, GPtrArray *sentences, GError **error)
{
    DocumentSet set = {0};
    g_autofree bool *fits = g_new(bool, corpus->documents->len + 1);
    for (size_t i = 0; i < query->filters->len; i++) {
        const QueryFilter *filter = query->filters->pdata[i];
        size_t count = 0;
        if (filter->name->kind == FILTER_IN || filter->is_negated)
            continue;
        memset(fits, false, corpus->documents->len);
        if (!filter_run(corpus, filter, query->depth, fits, error))
            return false;
        for (size_t j = 0; j < corpus->documents->len; j++)
            count += fits[j];
        char *sentence = count ? NULL : explain_values(corpus, filter, error);
        if (sentence)
            g_ptr_array_add(sentences, sentence);
        else if (!count)
            return false;
    }
    if (!filter_documents(corpus, query, &set, error))
        return false;
    if (query->filters->len && sentences->len == 0 && set.count == 0)
        g_ptr_array_add(sentences, g_strdup("no document passes all filters together"));
    document_set_clear(&set);
    return true;
}

/* ---- Words ----------------------------------------------------------------------------------- */

/* Adds a sentence if a phrase is an operator of other search languages. */
static void explain_words(const QueryNode *node, GPtrArray *sentences)
{
    static const struct {
        const char *word, *advice;
    } operators[] = {{"AND", "a blank: 科技 创新"}, {"OR", "|: 科技|技术"}, {"NOT", "-: 科技 -军"}};
    for (size_t i = 0; node->kind == QUERY_PHRASE && i < G_N_ELEMENTS(operators); i++)
        if (strcmp(node->text, operators[i].word) == 0)
            g_ptr_array_add(sentences, g_strdup_printf("%s is looked for as a word; write %s",
                                                       operators[i].word, operators[i].advice));
    for (size_t i = 0; node->children && i < node->children->len; i++)
        explain_words(node->children->pdata[i], sentences);
}

char **tifa_corpus_explain(TifaCorpus *corpus, const TifaQuery *query, GError **error)
{
    g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func(g_free);
    if (!corpus_documents(corpus, false, error))
        return NULL;
    bool is_empty = corpus->documents->len == 0;
    if (is_empty)
        g_ptr_array_add(sentences, g_strdup("the corpus has no documents; add some with tifa add FOLDER"));
    else if (!explain_filters(corpus, query, sentences, error))
        return NULL;
    if (query->root && !is_empty)
        explain_words(query->root, sentences);
    g_ptr_array_add(sentences, NULL);
    return (char **)g_ptr_array_steal(sentences, NULL);
}
