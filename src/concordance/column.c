/* column.c - the values of keys: what stands at a place, and what its document is. */
#include "base/utf8.h"
#include "concordance/order.h"
#include "concordance/passage_words.h"

#include <string.h>

enum {
    PROGRESS_EVERY = 4096, /* places */
};

void columns_clear(Columns *columns)
{
    for (size_t i = 0; i < columns->length; i++) {
        labels_clear(&columns->items[i].labels);
        g_free(columns->items[i].values);
    }
    array_clear(columns);
}

char *column_label(const Column *column, uint32_t value)
{
    size_t length;
    const char *text = labels_get(&column->labels, value, &length);
    char *label = g_strndup(text, length);
    return column->key.field == KEY_ARTICLE ? g_strchug(label) : label;
}

/* ---- Of the document ------------------------------------------------------------------------- */

static bool is_of_document(const OrderKey *key)
{
    return key->field >= KEY_DOCUMENT;
}

/* The value of a document, NULL if it has none; *own is to be freed. */
static const char *document_value(const StoreDocument *document, KeyField field, const char *looked_up,
                                  char **own)
{
    switch (field) {
    case KEY_DOCUMENT: /* two documents may have one title */
        return *own = g_strdup_printf("%08zu", document->index);
    case KEY_DATE:
        return document->date;
    case KEY_YEAR:
        return document->date ? *own = g_strndup(document->date, strnlen(document->date, 4)) : NULL;
    case KEY_TITLE:
        return document->title;
    case KEY_AGENCY:
        return document->issuer;
    case KEY_NUMBER:
        return document->number;
    case KEY_LANGUAGE:
        return document->lang;
    default:
        return looked_up;
    }
}

/* Values of a field, by the index of the document. */
typedef struct {
    const GPtrArray *documents;
    size_t next;
    GPtrArray *values; /* of char *; NULL where it is not known */
} FieldReading;

static bool take_value(int64_t document, const char *value, void *data, GError **error)
{
    (void)error;
    FieldReading *reading = data;
    const GPtrArray *documents = reading->documents;
    while (reading->next < documents->len &&
           ((const StoreDocument *)documents->pdata[reading->next])->id < document)
        reading->next++;
    if (reading->next < documents->len &&
        ((const StoreDocument *)documents->pdata[reading->next])->id == document)
        reading->values->pdata[reading->next] = g_strdup(value);
    return true;
}

/* The values of a field that the list of documents has not, by their index; of one that it has, NULLs. Free
 * it with g_ptr_array_unref(); NULL on error. */
static GPtrArray *look_up(TifaCorpus *corpus, KeyField field, GError **error)
{
    g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_set_size(values, (int)corpus->documents->len);
    FieldReading reading = {.documents = corpus->documents, .values = values};
    const char *name = tifa_field_name(field == KEY_LEVEL ? TIFA_FIELD_LEVEL : TIFA_FIELD_TYPE);
    bool is_wanted = field == KEY_LEVEL || field == KEY_TYPE;
    if (is_wanted && !store_each_field(corpus->store, name, take_value, &reading, error))
        return NULL;
    return g_steal_pointer(&values);
}

static bool read_document_column(TifaCorpus *corpus, const Spots *spots, Column *column, GError **error)
{
    g_autoptr(GPtrArray) values = look_up(corpus, column->key.field, error);
    if (!values)
        return false;
    g_autofree uint32_t *numbers = g_new(uint32_t, values->len + 1);
    for (size_t i = 0; i < values->len; i++) {
        g_autofree char *own = NULL;
        const char *value =
            document_value(corpus->documents->pdata[i], column->key.field, values->pdata[i], &own);
        numbers[i] = labels_add(&column->labels, value ? value : "", value ? strlen(value) : 0);
    }
    for (size_t i = 0; i < spots->length; i++)
        column->values[i] = numbers[spots->items[i].document];
    return true;
}

/* ---- Of the text ----------------------------------------------------------------------------- */

typedef struct {
    PassageWords words;
    Spans places; /* of the words of the passage at hand */
    StorePassage passage;
    bool has_words; /* wanted by a key */
} TextReading;

/* The word so far from the place; what reaches out of it counts as a word of its own (科技 in 科技创新: R1 is
 * 创新). Empty where there is none. */
static TifaSpan word_at(const Spans *places, TifaSpan place, int distance)
{
    size_t low = 0, high = places->length;
    uint32_t edge = distance < 0 ? place.start : place.end;
    while (low < high) { /* the first word that ends behind the edge */
        size_t middle = (low + high) / 2;
        if (places->items[middle].end <= edge)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_cut = low < places->length && places->items[low].start < edge;
    size_t index = distance < 0 ? low + is_cut - (size_t)-distance : low + (size_t)distance - 1;
    if (index >= places->length) /* also where the subtraction went below 0 */
        return (TifaSpan){0};
    TifaSpan word = places->items[index];
    if (distance < 0)
        return (TifaSpan){word.start, MIN(word.end, edge)};
    return (TifaSpan){MAX(word.start, edge), word.end};
}

static TifaSpan character_at(const StorePassage *passage, TifaSpan place, int distance)
{
    const char *text = passage->text, *end = text + passage->length;
    if (distance < 0) {
        const char *behind = utf8_back(text, text + place.start, (size_t)-distance - 1);
        const char *start = utf8_back(text, behind, 1);
        return (TifaSpan){(uint32_t)(start - text), (uint32_t)(behind - text)};
    }
    const char *start = utf8_forward(text + place.end, end, (size_t)distance - 1);
    return (TifaSpan){(uint32_t)(start - text), (uint32_t)(utf8_forward(start, end, 1) - text)};
}

static uint32_t article_value(Labels *labels, const StorePassage *passage)
{
    char label[32] = "";
    if (passage->insert)
        g_snprintf(label, sizeof label, "%5u-%u", passage->article, passage->insert);
    else if (passage->article)
        g_snprintf(label, sizeof label, "%5u", passage->article);
    return labels_add(labels, label, strlen(label));
}

static uint32_t text_value(Column *column, const TextReading *reading, const Spot *spot)
{
    TifaSpan span = spot->span;
    if (column->key.field == KEY_ARTICLE)
        return article_value(&column->labels, &reading->passage);
    if (column->key.field == KEY_WORD)
        span = word_at(&reading->places, spot->span, column->key.distance);
    else if (column->key.field == KEY_CHARACTER)
        span = character_at(&reading->passage, spot->span, column->key.distance);
    return labels_add(&column->labels, reading->passage.text + span.start, span.end - span.start);
}

/* Brings up the passage of a place, unless it is at hand. */
static bool turn_to(TextReading *reading, int64_t passage, GError **error)
{
    if (reading->passage.id == passage)
        return true;
    Store *store = reading->words.store;
    return store_get_passage(store, passage, &reading->passage, error) &&
           (!reading->has_words ||
            passage_words_get(&reading->words, passage, reading->passage.length, &reading->places, error));
}

static bool read_texts(TextReading *reading, const Spots *spots, const TifaFindOptions *options,
                       Columns *columns, GError **error)
{
    for (size_t i = 0; i < spots->length; i++) {
        if (options->progress && i % PROGRESS_EVERY == 0)
            options->progress(i, spots->length, "places sorted", options->data);
        if (!turn_to(reading, spots->items[i].passage, error))
            return false;
        for (size_t j = 0; j < columns->length; j++) {
            Column *column = &columns->items[j];
            if (!is_of_document(&column->key))
                column->values[i] = text_value(column, reading, &spots->items[i]);
        }
    }
    return true;
}

bool columns_read(TifaCorpus *corpus, const Spots *spots, const OrderKeys *keys,
                  const TifaFindOptions *options, Columns *columns, GError **error)
{
    TextReading reading = {.words = {.store = corpus->store}};
    bool has_text = false, is_read = corpus_documents(corpus, true, error) != NULL;
    for (size_t i = 0; is_read && i < keys->length; i++) {
        const OrderKey *key = &keys->items[i];
        array_push(columns, ((Column){.key = *key, .values = g_new(uint32_t, spots->length + 1)}));
        has_text |= !is_of_document(key);
        reading.has_words |= key->field == KEY_WORD;
        is_read = !is_of_document(key) || read_document_column(corpus, spots, &array_last(columns), error);
    }
    is_read = is_read && (!has_text || read_texts(&reading, spots, options, columns, error));
    passage_words_clear(&reading.words);
    array_clear(&reading.places);
    return is_read;
}
