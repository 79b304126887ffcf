#include "cli/statistics.h"

#include "cli/logged.h"

#include <string.h>

bool parse_question(const char *text, TifaQuery **query)
{
    GError *error = NULL;
    *query = text ? tifa_query_parse(text, &error) : NULL;
    if (error)
        report_error(error);
    return !error;
}

bool study_open(Study *study, const Options *options, const char *question, TifaQuery **query)
{
    GError *error = NULL;
    if (!parse_question(question, query))
        return false;
    int layers = *query ? tifa_query_layers(*query) : 0;
    *study = (Study){.corpus = open_corpus(options, TIFA_CORPUS_READ, layers | TIFA_LAYER_TOKENS)};
    study->analysis = study->corpus ? tifa_analysis_new(study->corpus, &error) : NULL;
    if (error)
        report_error(error);
    return study->analysis != NULL;
}

void study_close(Study *study)
{
    tifa_analysis_free(study->analysis);
    tifa_corpus_close(study->corpus);
}

void report_notes(const TifaTable *table)
{
    for (const char *const *note = tifa_table_notes(table); *note; note++)
        report_note("note: %s", *note);
}

static bool print(const TifaPrinter *printer, const void *table, GError **error)
{
    return tifa_print_table(printer, table, error);
}

/* How many places the table says there are in all, -1 if it does not. */
static int64_t hits_of(const TifaTable *table)
{
    size_t count;
    const TifaFact *facts = tifa_table_facts(table, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(facts[i].name, "hits") == 0 || strcmp(facts[i].name, "places") == 0)
            return (int64_t)facts[i].number;
    return -1;
}

int print_table(const Options *options, TifaCorpus *corpus, const TableAnswer *answer)
{
    TifaTable *table = answer->table;
    GError *error = answer->error;
    if (!table || (answer->sort && !tifa_table_sort(table, answer->sort, &error)))
        return report_error(error);
    if (answer->limit)
        tifa_table_limit(table, (size_t)answer->limit);
    if (options->parsed_format != TIFA_FORMAT_JSON)
        report_notes(table);
    WholeAnswer whole = {.print = print,
                         .data = table,
                         .question = answer->question ? answer->question : "",
                         .query = answer->query,
                         .hits = tifa_table_rows(table) ? hits_of(table) : 0};
    if (!print_answer(options, corpus, &whole))
        return EXIT_TROUBLE;
    return tifa_table_rows(table) ? EXIT_FOUND : EXIT_NOTHING;
}

/* ---- Word lists ------------------------------------------------------------------------------ */

WordList wordlist_new(void)
{
    return (WordList){.limit = 50};
}

void wordlist_clear(WordList *list)
{
    g_free(list->kinds);
    g_free(list->stop_path);
    g_free(list->sort);
    g_strfreev(list->stop);
}

static bool parse_kinds(WordList *list)
{
    static const struct {
        const char *name;
        TifaTokenKind kind;
    } kinds[] = {{"word", TIFA_TOKEN_WORD}, {"latin", TIFA_TOKEN_LATIN}, {"number", TIFA_TOKEN_NUMBER}};
    g_auto(GStrv) names = g_strsplit(list->kinds ? list->kinds : "", ",", -1);
    for (char **name = names; *name; name++) {
        size_t i = 0;
        while (i < G_N_ELEMENTS(kinds) && strcmp(*name, kinds[i].name) != 0)
            i++;
        if (i == G_N_ELEMENTS(kinds)) {
            report_note("--kind %s: use word, latin or number", *name);
            return false;
        }
        list->choice.kinds |= 1u << kinds[i].kind;
    }
    return true;
}

static bool read_stop_list(WordList *list)
{
    if (!list->stop_path)
        return true;
    size_t length;
    g_autofree char *text = read_bytes(list->stop_path, &length);
    if (!text)
        return false;
    if (!g_utf8_validate(text, (gssize)length, NULL)) {
        report_note("--stop %s: is not UTF-8 text", list->stop_path);
        return false;
    }
    list->stop = g_strsplit_set(text, "\r\n", -1);
    list->choice.stop = (const char *const *)list->stop;
    return true;
}

bool wordlist_read(WordList *list)
{
    list->choice.least = list->least > 0 ? (uint64_t)list->least : 0;
    return is_not_negative("--least", list->least) && is_not_negative("--limit", list->limit) &&
           parse_kinds(list) && read_stop_list(list);
}
