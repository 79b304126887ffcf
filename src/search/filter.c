#include "search/filter.h"

#include "base/fold.h"
#include "search/search.h"

#include <string.h>

enum { SAVED_DEEPEST = 10 };

void document_set_clear(DocumentSet *set)
{
    g_clear_pointer(&set->has, g_free);
    set->length = set->count = 0;
}

bool filter_has_documents(const TifaQuery *query)
{
    for (size_t i = 0; i < query->filters->len; i++)
        if (((const QueryFilter *)query->filters->pdata[i])->name->kind != FILTER_IN)
            return true;
    return false;
}

bool filter_has_places(const TifaQuery *query)
{
    for (size_t i = 0; i < query->filters->len; i++)
        if (((const QueryFilter *)query->filters->pdata[i])->name->kind == FILTER_IN)
            return true;
    return false;
}

/* ---- Places ---------------------------------------------------------------------------------- */

static bool is_in(const StorePassage *passage, const char *place)
{
    static const struct {
        const char *names;
        TifaBlockKind kind;
    } kinds[] = {
        {"heading 节标题", TIFA_BLOCK_HEADING},
        {"item 项", TIFA_BLOCK_ITEM},
        {"row 表", TIFA_BLOCK_ROW},
        {"note 注", TIFA_BLOCK_NOTE},
    };
    if (strstr("title 标题", place))
        return passage->kind == TIFA_BLOCK_HEADING && passage->level == 1;
    if (strstr("text 正文", place))
        return passage->kind != TIFA_BLOCK_HEADING && passage->kind != TIFA_BLOCK_NOTE;
    if (strstr("article 条", place))
        return passage->article > 0;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strstr(kinds[i].names, place))
            return passage->kind == kinds[i].kind;
    return false;
}

bool filter_admits_passage(const TifaQuery *query, const StorePassage *passage)
{
    for (size_t i = 0; i < query->filters->len; i++) {
        const QueryFilter *filter = query->filters->pdata[i];
        bool fits = false;
        for (size_t j = 0; j < filter->values.length; j++)
            fits |= is_in(passage, filter->values.items[j].from);
        if (filter->name->kind == FILTER_IN && fits == filter->is_negated)
            return false;
    }
    return true;
}

/* ---- Documents ------------------------------------------------------------------------------- */

static char *folded(const char *text)
{
    return fold_text(text, strlen(text), FOLD_TRADITIONAL, NULL);
}

/* Whether the ISO date lies in the range; ends that are a year or a month take in all of it. */
static bool is_between(const char *date, const char *from, const char *to)
{
    return (!from || strcmp(date, from) >= 0) && (!to || strncmp(date, to, strlen(to)) <= 0);
}

static bool value_fits(FilterKind kind, const FilterValue *wanted, const char *value)
{
    if (kind == FILTER_DATE)
        return is_between(value, wanted->from, wanted->to);
    g_autofree char *have = folded(value), *want = folded(wanted->from);
    size_t length = strlen(want);
    if (kind == FILTER_LANGUAGE)
        return strncmp(have, want, length) == 0 && (have[length] == '\0' || have[length] == '-');
    if (kind == FILTER_ENDS)
        return g_str_has_suffix(have, want);
    return kind == FILTER_IS ? strcmp(have, want) == 0 : strstr(have, want) != NULL;
}

/* A filter at work on the values of its field, which come by document. */
typedef struct {
    const QueryFilter *filter;
    const GPtrArray *documents;
    size_t next;
    bool *fits; /* by index */
} Filtering;

static bool filter_value(int64_t document, const char *value, void *data, GError **error)
{
    (void)error;
    Filtering *filtering = data;
    const QueryFilter *filter = filtering->filter;
    const GPtrArray *documents = filtering->documents;
    while (filtering->next < documents->len &&
           ((const StoreDocument *)documents->pdata[filtering->next])->id < document)
        filtering->next++;
    bool is_listed = filtering->next < documents->len &&
                     ((const StoreDocument *)documents->pdata[filtering->next])->id == document;
    for (size_t i = 0; is_listed && i < filter->values.length; i++)
        filtering->fits[filtering->next] |= value_fits(filter->name->kind, &filter->values.items[i], value);
    return true;
}

/* Sets fits[] for the documents of one saved question. */
static bool run_saved_one(TifaCorpus *corpus, const char *name, unsigned depth, bool *fits, GError **error)
{
    g_autofree char *text = NULL;
    if (!store_find_question(corpus->store, name, &text, error))
        return false;
    if (!text)
        return fail(error, TIFA_ERROR_QUERY, "question: sub:%s: no question is saved under that name", name);
    if (depth == SAVED_DEEPEST)
        return fail(error, TIFA_ERROR_QUERY, "question: sub:%s: saved questions ask for each other", name);
    g_autoptr(TifaQuery) query = tifa_query_parse(text, error);
    DocumentSet set = {0};
    if (query)
        query->depth = depth + 1;
    if (!query || !search_documents(corpus, query, &set, error))
        return false;
    for (size_t i = 0; i < set.length; i++)
        fits[i] |= set.has[i];
    document_set_clear(&set);
    return true;
}

static bool run_saved(TifaCorpus *corpus, const QueryFilter *filter, unsigned depth, bool *fits,
                      GError **error)
{
    for (size_t i = 0; i < filter->values.length; i++)
        if (!run_saved_one(corpus, filter->values.items[i].from, depth, fits, error))
            return false;
    return true;
}

/* What was there on a day: rules that were in force, and other texts that had been issued. */
static bool filter_as_of(TifaCorpus *corpus, const QueryFilter *filter, bool *fits, GError **error)
{
    const GPtrArray *documents = corpus_documents(corpus, true, error);
    g_autoptr(TifaFamilies) families = documents ? tifa_families_new(corpus, error) : NULL;
    for (unsigned i = 0; families && i < documents->len; i++) {
        const StoreDocument *document = documents->pdata[i];
        size_t version = tifa_families_find(families, document->id);
        for (size_t j = 0; j < filter->values.length; j++) {
            const char *day = filter->values.items[j].from;
            TifaStatus status = tifa_families_status(families, version, day, NULL);
            fits[i] |= status == TIFA_STATUS_IN_FORCE || (status == TIFA_STATUS_NONE && document->date &&
                                                          is_between(document->date, NULL, day));
        }
    }
    return families != NULL;
}

/* Adds the full names of the agency that the dictionary knows by this one: 科技部 (kejibu) is 科学技术部. */
static void add_names(const TifaConcepts *concepts, const char *name, QueryFilter *names)
{
    int64_t index = tifa_concepts_resolve(concepts, name, NULL);
    bool is_agency =
        index >= 0 && strcmp(tifa_concepts_get(concepts, (uint32_t)index).category, "agency") == 0;
    TifaLabelKind kind;
    const char *label = "";
    for (uint16_t i = 0; is_agency && label; i++) {
        label = tifa_concepts_label(concepts, (uint32_t)index, i, &kind);
        if (label && kind != TIFA_LABEL_PINYIN && kind != TIFA_LABEL_EN_ALT)
            array_push(&names->values, ((FilterValue){.from = (char *)label}));
    }
}

static bool run_agency(TifaCorpus *corpus, const QueryFilter *filter, bool *fits, GError **error)
{
    const TifaConcepts *concepts = corpus_concepts(corpus, error);
    QueryFilter names = {.name = filter->name}; /* its values are lent */
    if (!concepts)
        return false;
    for (size_t i = 0; i < filter->values.length; i++) {
        array_push(&names.values, filter->values.items[i]);
        add_names(concepts, filter->values.items[i].from, &names);
    }
    Filtering filtering = {&names, corpus->documents, 0, fits};
    bool is_run = store_each_field(corpus->store, filter->name->field, filter_value, &filtering, error);
    array_clear(&names.values);
    return is_run;
}

bool filter_run(TifaCorpus *corpus, const QueryFilter *filter, unsigned depth, bool *fits, GError **error)
{
    Filtering filtering = {filter, corpus->documents, 0, fits};
    switch (filter->name->kind) {
    case FILTER_SAVED:
        return run_saved(corpus, filter, depth, fits, error);
    case FILTER_AS_OF:
        return filter_as_of(corpus, filter, fits, error);
    case FILTER_AGENCY:
        return run_agency(corpus, filter, fits, error);
    default:
        return store_each_field(corpus->store, filter->name->field, filter_value, &filtering, error);
    }
}

bool filter_documents(TifaCorpus *corpus, const TifaQuery *query, DocumentSet *set, GError **error)
{
    GPtrArray *documents = corpus_documents(corpus, false, error);
    if (!documents)
        return false;
    *set = (DocumentSet){g_new(bool, documents->len + 1), documents->len, 0};
    memset(set->has, true, documents->len);
    g_autofree bool *fits = g_new(bool, documents->len + 1);
    for (size_t i = 0; i < query->filters->len; i++) {
        const QueryFilter *filter = query->filters->pdata[i];
        if (filter->name->kind == FILTER_IN)
            continue;
        memset(fits, false, documents->len);
        if (!filter_run(corpus, filter, query->depth, fits, error)) {
            document_set_clear(set);
            return false;
        }
        for (size_t j = 0; j < documents->len; j++)
            set->has[j] &= fits[j] != filter->is_negated;
    }
    for (size_t j = 0; j < documents->len; j++)
        set->count += set->has[j];
    return true;
}
