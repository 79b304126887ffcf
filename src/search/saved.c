/* saved.c - questions that the corpus keeps under a name. */
#include "base/utf8.h"
#include "corpus/corpus.h"

#include <string.h>

enum {
    LONGEST_NAME = 64, /* characters */
};

/* Names stand inside other questions (sub:NAME): they hold nothing that means something there. */
static bool is_name(const char *name)
{
    size_t count = utf8_count(name, strlen(name));
    for (const char *place = name; *place;) {
        gunichar c = utf8_next(&place);
        if (!g_unichar_isalnum(c) && !g_unichar_ismark(c) && c != '-' && c != '_' && c != '.')
            return false;
    }
    return count > 0 && count <= LONGEST_NAME;
}

static bool fail_unknown(const char *name, GError **error)
{
    return fail(error, TIFA_ERROR_INPUT, "%s: no question is saved under that name; tifa save lists them",
                name);
}

bool tifa_corpus_save(TifaCorpus *corpus, const char *name, const char *question, GError **error)
{
    if (!g_utf8_validate(name, -1, NULL) || !is_name(name))
        return fail(error, TIFA_ERROR_INPUT,
                    "%s: no name for a question; use at most %d letters, digits, - _ and .", name,
                    LONGEST_NAME);
    g_autoptr(TifaQuery) query = tifa_query_parse(question, error);
    if (!query || !store_begin(corpus->store, error))
        return false;
    if (store_save_question(corpus->store, name, question, error) && store_commit(corpus->store, error))
        return true;
    corpus_rollback(corpus);
    return false;
}

bool tifa_corpus_forget(TifaCorpus *corpus, const char *name, GError **error)
{
    bool found;
    if (!store_begin(corpus->store, error))
        return false;
    if (store_forget_question(corpus->store, name, &found, error) && store_commit(corpus->store, error))
        return found || fail_unknown(name, error);
    corpus_rollback(corpus);
    return false;
}

GPtrArray *tifa_corpus_saved(TifaCorpus *corpus, GError **error)
{
    return store_list_questions(corpus->store, error);
}

char *tifa_corpus_question(TifaCorpus *corpus, const char *name, GError **error)
{
    char *question;
    if (store_find_question(corpus->store, name, &question, error) && !question)
        fail_unknown(name, error);
    return question;
}
