/* derived.c - the tables that can be made again: full text and tags (tokens: tokens.c); and removing a
 * document from all tables. */
#include "store/db.h"

#include <string.h>

/* ---- Emptying -------------------------------------------------------------------------------- */

bool store_clear_layers(Store *store, int layers, GError **error)
{
    if ((layers & TIFA_LAYER_FULLTEXT) &&
        (!fulltext_clear(store, error) ||
         !db_run(store, "DELETE FROM sketch; DELETE FROM sketch_key", error)))
        return false;
    tokens_forget(store);
    if ((layers & TIFA_LAYER_TOKENS) &&
        !db_run(store, "DELETE FROM passage_tokens; DELETE FROM document_terms; DELETE FROM term", error))
        return false;
    return !(layers & TIFA_LAYER_TAGS) || db_run(store, "DELETE FROM tag; DELETE FROM concept", error);
}

/* ---- Tags ------------------------------------------------------------------------------------ */

bool store_add_concept(Store *store, const TifaConcept *concept, int64_t *number, GError **error)
{
    if (!store_find_concept(store, concept->id, number, error))
        return false;
    if (*number)
        return true;
    bool is_added =
        db_do(store, error, "INSERT INTO concept (name, zh, en, category, gloss) VALUES (?, ?, ?, ?, ?)",
              "sssss", concept->id, concept->zh, concept->en, concept->category, concept->gloss);
    *number = sqlite3_last_insert_rowid(store->db);
    return is_added;
}

bool store_add_tag(Store *store, int64_t concept, int64_t passage, TifaSpan span, bool is_nested,
                   GError **error)
{
    return db_do(store, error,
                 "INSERT OR IGNORE INTO tag (concept, passage, start, end, nested) VALUES (?, ?, ?, ?, ?)",
                 "iiiii", concept, passage, (int64_t)span.start, (int64_t)span.end, (int64_t)is_nested);
}

/* ---- Removing -------------------------------------------------------------------------------- */

bool store_remove_document(Store *store, int64_t id, GError **error)
{
    static const char *const steps[] = {
        "DELETE FROM tag WHERE passage >= (SELECT first_passage FROM document WHERE id = ?1)"
        " AND passage < (SELECT end_passage FROM document WHERE id = ?1)",
        "DELETE FROM passage_tokens WHERE passage >= (SELECT first_passage FROM document WHERE id = ?1)"
        " AND passage < (SELECT end_passage FROM document WHERE id = ?1)",
        "DELETE FROM passage WHERE id >= (SELECT first_passage FROM document WHERE id = ?1)"
        " AND id < (SELECT end_passage FROM document WHERE id = ?1)",
        "DELETE FROM document_terms WHERE document = ?1",
        "DELETE FROM sketch WHERE document = ?1",
        "DELETE FROM field WHERE document = ?1",
        "DELETE FROM warning WHERE document = ?1",
        "DELETE FROM link WHERE document = ?1",
        "DELETE FROM relation WHERE document = ?1 OR other = ?1",
        "DELETE FROM document WHERE id = ?1",
    };
    tokens_release(store);
    if (!fulltext_remove(store, id, error) || !token_batch_write(store, error) ||
        !sketch_remove(store, id, error) || !contents_toggle(store, id, error))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        if (!db_do(store, error, steps[i], "i", id))
            return false;
    return db_run(store, "DELETE FROM source WHERE id NOT IN (SELECT source FROM document)", error);
}
