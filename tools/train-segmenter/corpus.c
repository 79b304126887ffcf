#include "corpus.h"

#include <string.h>

static bool joins_letters(const GString *text, const char *word)
{
    return text->len > 0 && g_ascii_isalnum(text->str[text->len - 1]) && g_ascii_isalnum(*word);
}

static void read_units(Sentence *sentence)
{
    units_scan(&sentence->units, sentence->text, 0, sentence->length, sentence->length);
    sentence->edges = g_new0(uint8_t, sentence->units.length + 1);
    for (size_t i = 0; i < sentence->units.length; i++)
        sentence->edges[i] = sentence->is_start[sentence->units.items[i].start] ? EDGE_CUT : EDGE_JOIN;
}

static void add_sentence(Sentences *sentences, const char *const *words)
{
    Sentence sentence = {0};
    GString *text = g_string_new(NULL);
    ARRAY(size_t) starts = {0};
    for (; *words; words++) {
        if (!**words)
            continue;
        if (joins_letters(text, *words))
            g_string_append_c(text, ' ');
        array_push(&starts, text->len);
        g_string_append(text, *words);
    }
    sentence.length = text->len;
    sentence.text = g_string_free(text, FALSE);
    sentence.words = starts.length;
    sentence.is_start = g_new0(bool, sentence.length + 1);
    for (size_t i = 0; i < starts.length; i++)
        sentence.is_start[starts.items[i]] = true;
    sentence.is_start[sentence.length] = true;
    array_clear(&starts);
    read_units(&sentence);
    array_push(sentences, sentence);
}

/* The FORM of a CoNLL-U line, or NULL for comments, multiword ranges and empty nodes. */
static char *conllu_form(const char *line)
{
    g_auto(GStrv) fields = g_strsplit(line, "\t", 3);
    if (g_strv_length(fields) < 3 || strspn(fields[0], "0123456789") != strlen(fields[0]))
        return NULL;
    return g_strdup(fields[1]);
}

static void add_conllu(Sentences *sentences, char **lines)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    for (char **line = lines; *line; line++) {
        char *form = conllu_form(*line);
        if (form)
            g_ptr_array_add(words, form);
        if (**line || words->len == 0)
            continue;
        g_ptr_array_add(words, NULL);
        add_sentence(sentences, (const char *const *)words->pdata);
        g_ptr_array_set_size(words, 0);
    }
}

static void add_lines(Sentences *sentences, char **lines)
{
    for (char **line = lines; *line; line++) {
        g_auto(GStrv) words = g_strsplit(*line, " ", -1);
        if (**line)
            add_sentence(sentences, (const char *const *)words);
    }
}

bool sentences_read(Sentences *sentences, const char *path, GError **error)
{
    g_autofree char *content = NULL;
    if (!g_file_get_contents(path, &content, NULL, error))
        return false;
    g_auto(GStrv) lines = g_strsplit(content, "\n", -1);
    if (g_str_has_suffix(path, ".conllu") || g_str_has_suffix(path, ".conll"))
        add_conllu(sentences, lines);
    else
        add_lines(sentences, lines);
    return true;
}

void sentences_clear(Sentences *sentences)
{
    for (size_t i = 0; i < sentences->length; i++) {
        Sentence *sentence = &sentences->items[i];
        g_free(sentence->text);
        g_free(sentence->edges);
        g_free(sentence->is_start);
        array_clear(&sentence->units);
    }
    array_clear(sentences);
}

bool sentence_next_run(const Sentence *sentence, size_t first, Run *run)
{
    const Units *units = &sentence->units;
    while (first < units->length && !unit_is_joinable(&units->items[first]))
        first++;
    *run = (Run){sentence->text, units, first, first};
    while (run->end < units->length && unit_is_joinable(&units->items[run->end]))
        run->end++;
    return run->end > run->first;
}
