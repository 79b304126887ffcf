/* duplicates.c - reprints among the documents: the same text in other bytes, and texts that differ in little.
 *
 * Versions of one law may differ in less than its reprints do (99 % alike, where the same law read from PDF
 * and from Markdown may be 97 %), so a share alone cannot tell them: documents that are known to be of
 * different dates are called the same only where every character is. Figures: doc/duplicates.md. */
#include "corpus/corpus.h"

#include <string.h>

static const double LEAST_LIKENESS = 0.9;

/* What is known of the document that another is most like. */
typedef struct {
    int64_t id; /* 0: there is none */
    double likeness;
    char *path;
    bool is_same_text;
} Original;

static bool has_text(const TifaDocument *left, const TifaDocument *right)
{
    return strcmp(tifa_document_text(left, NULL), tifa_document_text(right, NULL)) == 0;
}

static bool may_be_reprint(const TifaDocument *document, const StoreDocument *other)
{
    const char *date = tifa_document_field(document, TIFA_FIELD_DATE);
    return !date || !other->date || g_str_equal(date, other->date);
}

/* Looks at one document that shares values; takes it as the original if it is like enough, and more than the
 * one before. */
static bool consider(Store *store, const TifaDocument *document, const TifaSketch *sketch, int64_t id,
                     Original *original, GError **error)
{
    TifaSketch other;
    if (!store_get_sketch(store, id, &other, error))
        return false;
    double likeness = tifa_sketch_likeness(sketch, &other);
    if (likeness < LEAST_LIKENESS || likeness <= original->likeness)
        return true;
    g_autoptr(TifaDocument) loaded = likeness == 1 ? store_load_document(store, id, error) : NULL;
    if (likeness == 1 && !loaded)
        return false;
    bool is_same_text = loaded && has_text(document, loaded);
    g_autoptr(StoreDocument) listed = g_new0(StoreDocument, 1);
    listed->id = id;
    if (!store_fill_document(store, listed, error))
        return false;
    /* A few lines are alike by chance. */
    if (!is_same_text && (sketch->length < TIFA_SKETCH_SIZE || !may_be_reprint(document, listed)))
        return true;
    g_free(original->path);
    *original = (Original){id, likeness, g_steal_pointer(&listed->path), is_same_text};
    return true;
}

static bool find_original(Store *store, const TifaDocument *document, const TifaSketch *sketch,
                          Original *original, GError **error)
{
    StoreIds others = {0};
    bool is_good = store_find_sketches(store, sketch, &others, error);
    for (size_t i = 0; is_good && i < others.length; i++)
        is_good = consider(store, document, sketch, others.items[i], original, error);
    array_clear(&others);
    return is_good;
}

bool duplicates_warn(TifaCorpus *corpus, TifaDocument *document, const TifaSketch *sketch, GError **error)
{
    Original original = {0};
    bool is_good = find_original(corpus->store, document, sketch, &original, error);
    if (is_good && original.is_same_text)
        document_warn(document, "has the same text as document %" G_GINT64_FORMAT ", %s", original.id,
                      original.path);
    else if (is_good && original.id)
        document_warn(document, "near-duplicate of document %" G_GINT64_FORMAT ", %s: %.0f %% alike",
                      original.id, original.path, original.likeness * 100);
    g_free(original.path);
    return is_good;
}
