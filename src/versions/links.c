/* links.c - what people say of two documents. */
#include "base/array.h"
#include "corpus/corpus.h"

const char *tifa_link_name(TifaLink link)
{
    static const char *const names[] = {
        [TIFA_LINK_VERSION] = "version", [TIFA_LINK_SUCCESSOR] = "successor",
        [TIFA_LINK_AMENDS] = "amends",   [TIFA_LINK_TRANSLATION] = "translation",
        [TIFA_LINK_COUNT] = "apart",
    };
    return names[link];
}

/* ---- Circles --------------------------------------------------------------------------------- */

typedef struct {
    int64_t heir, of;
} Succession;

typedef ARRAY(Succession) Successions;

static void take_succession(int64_t document, int64_t other, const char *kind, void *data)
{
    Successions *successions = data;
    if (g_str_equal(kind, tifa_link_name(TIFA_LINK_SUCCESSOR)))
        array_push(successions, ((Succession){document, other}));
}

/* Whether `document` was said to come after `other`, at once or by way of others: walks the statements until
 * nothing new is reached. */
static bool comes_after(const Successions *successions, int64_t document, int64_t other)
{
    g_autoptr(GHashTable) reached = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_hash_table_add(reached, g_memdup2(&other, sizeof other));
    for (bool has_grown = true; has_grown;) {
        has_grown = false;
        for (size_t i = 0; i < successions->length; i++) {
            const Succession *succession = &successions->items[i];
            if (g_hash_table_contains(reached, &succession->of) &&
                g_hash_table_add(reached, g_memdup2(&succession->heir, sizeof succession->heir)))
                has_grown = true;
        }
    }
    return g_hash_table_contains(reached, &document);
}

static bool is_circle(TifaCorpus *corpus, int64_t document, int64_t other, GError **error)
{
    Successions successions = {0};
    bool is_read = store_each_relation(corpus->store, take_succession, &successions, error);
    bool is_found = is_read && comes_after(&successions, other, document);
    array_clear(&successions);
    if (is_found)
        fail(error, TIFA_ERROR_INPUT,
             "link: document %" G_GINT64_FORMAT " was said to come after %" G_GINT64_FORMAT
             " already; unlink those first",
             other, document);
    return !is_read || is_found;
}

/* ---- Links ----------------------------------------------------------------------------------- */

static bool has_both(TifaCorpus *corpus, int64_t document, int64_t other, GError **error)
{
    if (document == other)
        return fail(error, TIFA_ERROR_INPUT, "link: %" G_GINT64_FORMAT " is one document; name two",
                    document);
    GPtrArray *documents = corpus_documents(corpus, false, error);
    size_t found = 0;
    for (size_t i = 0; documents && i < documents->len; i++) {
        int64_t id = ((StoreDocument *)documents->pdata[i])->id;
        found += id == document || id == other;
    }
    return documents && (found == 2 || fail(error, TIFA_ERROR_INPUT,
                                            "link: there is no document %" G_GINT64_FORMAT
                                            " or none %" G_GINT64_FORMAT "; see tifa list",
                                            document, other));
}

static bool keep(TifaCorpus *corpus, int64_t document, int64_t other, TifaLink link, GError **error)
{
    if (!store_begin(corpus->store, error))
        return false;
    if (store_set_relation(corpus->store, document, other, tifa_link_name(link), error) &&
        store_commit(corpus->store, error))
        return true;
    corpus_rollback(corpus);
    return false;
}

bool tifa_corpus_link(TifaCorpus *corpus, int64_t document, int64_t other, TifaLink link, GError **error)
{
    return has_both(corpus, document, other, error) &&
           !(link == TIFA_LINK_SUCCESSOR && is_circle(corpus, document, other, error)) &&
           keep(corpus, document, other, link, error);
}

bool tifa_corpus_unlink(TifaCorpus *corpus, int64_t document, int64_t other, bool *was_linked, GError **error)
{
    g_autofree char *kind = NULL;
    if (!has_both(corpus, document, other, error) || !store_begin(corpus->store, error))
        return false;
    bool is_done = store_remove_relation(corpus->store, document, other, &kind, error);
    bool is_link = kind && !g_str_equal(kind, tifa_link_name(TIFA_LINK_COUNT));
    if (is_done && !is_link)
        is_done = store_set_relation(corpus->store, document, other, tifa_link_name(TIFA_LINK_COUNT), error);
    if (was_linked)
        *was_linked = is_link;
    if (is_done && store_commit(corpus->store, error))
        return true;
    corpus_rollback(corpus);
    return false;
}
