#include "cli/asking.h"

#include <string.h>

/* ---- Names of options ------------------------------------------------------------------------ */

static const char *const collations[] = {
    [TIFA_COLLATION_PINYIN] = "pinyin",
    [TIFA_COLLATION_STROKE] = "stroke",
    [TIFA_COLLATION_RADICAL] = "radical",
    [TIFA_COLLATION_CODEPOINT] = "codepoint",
};

static const char *const layouts[] = {
    [TIFA_LAYOUT_KWIC] = "kwic",
    [TIFA_LAYOUT_TEXT] = "text",
    [TIFA_LAYOUT_LIST] = "list",
};

/* The place of `name` among the names, 0 for NULL; -1 after saying that it is none of them. */
static int parse_name(const char *option, const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!name || strcmp(name, names[i]) == 0)
            return (int)i;
    g_autoptr(GString) offered = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(offered, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", names[i]);
    report_note("%s %s: use %s", option, name, offered->str);
    return -1;
}

void asking_clear(Asking *asking)
{
    g_free(asking->question);
    g_free(asking->context);
    g_free(asking->sort);
    g_free(asking->collation);
    g_free(asking->group);
    g_free(asking->layout);
}

/* ---- From the command line, and back --------------------------------------------------------- */

static void show_progress(size_t done, size_t of, const char *what, void *data)
{
    (void)data;
    progress_show(done, of, what);
}

/* Whole contexts do not fit into a line. */
static TifaHitLayout usual_layout(const Asking *asking)
{
    return asking->find.context.unit >= TIFA_CONTEXT_SENTENCES ? TIFA_LAYOUT_TEXT : TIFA_LAYOUT_KWIC;
}

static bool interpret(Asking *asking)
{
    GError *error = NULL;
    if (asking->context && !tifa_context_parse(asking->context, &asking->find.context, &error)) {
        report_error(error);
        return false;
    }
    int collation = parse_name("--order", asking->collation, collations, G_N_ELEMENTS(collations));
    int layout = parse_name("--layout", asking->layout, layouts, G_N_ELEMENTS(layouts));
    if (collation < 0 || layout < 0 || !is_not_negative("--limit", asking->limit) ||
        !is_not_negative("--offset", asking->offset) || !is_not_negative("--sample", asking->sample))
        return false;
    asking->parsed_layout = asking->layout ? (TifaHitLayout)layout : usual_layout(asking);
    asking->parsed_each = asking->each < 0 ? SIZE_MAX : (size_t)asking->each;
    asking->find = (TifaFindOptions){
        .context = asking->find.context,
        .limit = (size_t)asking->limit,
        .offset = (size_t)asking->offset,
        .sort = asking->sort,
        .collation = (TifaCollation)collation,
        .sample = (size_t)asking->sample,
        .seed = (uint64_t)asking->seed,
        .group = asking->group,
        .each = asking->each < 0 ? NULL : &asking->parsed_each,
        .progress = show_progress,
    };
    return true;
}

enum {
    OPTION_COUNT = 12, /* and the end */
};

/* Fills in the options, whose values go into the question. */
static void list_options(Asking *asking, GOptionEntry entries[OPTION_COUNT])
{
    asking->each = -1;
    asking->seed = 1;
    const GOptionEntry all[OPTION_COUNT] = {
        {"context", 'C', 0, G_OPTION_ARG_STRING, &asking->context,
         "how much around each place: 40 (characters), 5w (words), s or 2s (sentences), p (the paragraph), a "
         "(the article)",
         "SIZE"},
        {"sort", 's', 0, G_OPTION_ARG_STRING, &asking->sort,
         "L1 R1 (words), cL1 cR1 (characters), left, right, match, date, title, agency ...; -KEY turns it "
         "round",
         "KEY,..."},
        {"order", 0, 0, G_OPTION_ARG_STRING, &asking->collation,
         "of Chinese characters: pinyin, stroke, radical or codepoint", "NAME"},
        {"sample", 0, 0, G_OPTION_ARG_INT, &asking->sample, "so many places at random", "N"},
        {"seed", 0, 0, G_OPTION_ARG_INT64, &asking->seed, "of the sample (default: 1)", "N"},
        {"group", 'g', 0, G_OPTION_ARG_STRING, &asking->group, "in groups of one key, the largest first",
         "KEY"},
        {"each", 0, 0, G_OPTION_ARG_INT, &asking->each,
         "of each group at most so many places; 0: the groups alone", "N"},
        {"limit", 'n', 0, G_OPTION_ARG_INT, &asking->limit, "at most so many places (default: all)", "N"},
        {"offset", 0, 0, G_OPTION_ARG_INT, &asking->offset, "pass over so many places first", "N"},
        {"layout", 'l', 0, G_OPTION_ARG_STRING, &asking->layout,
         "kwic (a line each), text (whole contexts) or list (addresses)", "NAME"},
        {"saved", 0, 0, G_OPTION_ARG_NONE, &asking->is_saved, "QUERY is the name of a saved question", NULL},
        {NULL, 0, 0, 0, NULL, NULL, NULL},
    };
    memcpy(entries, all, sizeof all);
}

/* False, after saying so, if --each has no groups to hold for. */
static bool has_groups_for_each(const Asking *asking)
{
    if (asking->each >= 0 && !asking->group)
        report_note("--each %d: holds for groups; add --group KEY, as --group year", asking->each);
    return asking->each < 0 || asking->group;
}

bool asking_parse(Asking *asking, Options *options, const Command *command, int argc, char **argv)
{
    GOptionEntry entries[OPTION_COUNT];
    list_options(asking, entries);
    if (!options_parse(options, command, entries, &argc, &argv, 1, 1))
        return false;
    asking->question = g_strdup(argv[1]);
    return has_groups_for_each(asking) && interpret(asking);
}

bool asking_recall(Asking *asking, char *const *arguments)
{
    GOptionEntry entries[OPTION_COUNT];
    list_options(asking, entries);
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_add_main_entries(context, entries, NULL);
    g_autoptr(GPtrArray) line = g_ptr_array_new();
    g_ptr_array_add(line, (char *)"find");
    for (; *arguments; arguments++)
        g_ptr_array_add(line, *arguments);
    int argc = (int)line->len;
    g_ptr_array_add(line, NULL);
    char **argv = (char **)line->pdata;
    GError *error = NULL;
    if (!g_option_context_parse(context, &argc, &argv, &error) || argc < 2) {
        report_note("the log: %s", error ? error->message : "a question is missing");
        g_clear_error(&error);
        return false;
    }
    asking->question = g_strdup(argv[argc - 1]);
    return interpret(asking);
}

static void add_argument(GPtrArray *arguments, const char *option, const char *value)
{
    if (value)
        g_ptr_array_add(arguments, g_strconcat(option, "=", value, NULL));
}

static void add_number(GPtrArray *arguments, const char *option, int64_t value, int64_t usual)
{
    if (value != usual)
        g_ptr_array_add(arguments, g_strdup_printf("%s=%" G_GINT64_FORMAT, option, value));
}

char **asking_arguments(const Asking *asking)
{
    GPtrArray *arguments = g_ptr_array_new();
    add_argument(arguments, "--context", asking->context);
    add_argument(arguments, "--sort", asking->sort);
    add_argument(arguments, "--order", asking->collation);
    add_number(arguments, "--sample", asking->sample, 0);
    add_number(arguments, "--seed", asking->seed, 1);
    add_argument(arguments, "--group", asking->group);
    add_number(arguments, "--each", asking->each, -1);
    add_number(arguments, "--limit", asking->limit, 0);
    add_number(arguments, "--offset", asking->offset, 0);
    if (*asking->question == '-')
        g_ptr_array_add(arguments, g_strdup("--"));
    g_ptr_array_add(arguments, g_strdup(asking->question));
    g_ptr_array_add(arguments, NULL);
    return (char **)g_ptr_array_free(arguments, FALSE);
}

/* ---- The answer ------------------------------------------------------------------------------ */

void answer_clear(Answer *answer)
{
    g_clear_pointer(&answer->digest, g_checksum_free);
}

typedef struct {
    Answer *answer;
    TifaHitsVisit *visit;
    void *data;
} Answering;

static bool take_hits(const TifaHits *hits, void *data, GError **error)
{
    Answering *answering = data;
    Answer *answer = answering->answer;
    size_t count = tifa_hits_count(hits);
    answer->shown += count ? count : tifa_hits_group_count(hits);
    answer->total = tifa_hits_total(hits);
    answer->has_more = tifa_hits_has_more(hits);
    tifa_hits_digest(hits, answer->digest);
    return !answering->visit || answering->visit(hits, answering->data, error);
}

bool asking_answer(const Asking *asking, TifaCorpus *corpus, const TifaQuery *query, TifaHitsVisit *visit,
                   void *data, Answer *answer, GError **error)
{
    *answer = (Answer){.digest = g_checksum_new(G_CHECKSUM_SHA256)};
    Answering answering = {answer, visit, data};
    bool is_done = tifa_corpus_find_each(corpus, query, &asking->find, take_hits, &answering, error);
    progress_clear();
    return is_done;
}
