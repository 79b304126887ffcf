/* make-lexicon - the listed words of the segmenter as one file.
 *
 *     make-lexicon OUT SOURCE...
 *     make-lexicon --list phrases.txt dict.txt
 *
 * A source is jieba's dict.txt ("word frequency tag" lines), a concept dictionary (*.tsv, tifa-concepts(5)),
 * a list of our own (*.words: one word a line, or a line as jieba's; # begins a comment), or phrases.txt,
 * which says what of the sources behind it is left out. The same sources give the same bytes. --list prints
 * what is left of dict.txt.
 */
#include "base/error.h"
#include "jieba.h"
#include "labels.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    Words words;
    Jieba jieba;
    bool prints; /* jieba's words, instead of listing them */
} Making;

static void add_own_line(Words *words, char *line)
{
    line[strcspn(line, "#")] = '\0';
    g_strstrip(line);
    JiebaEntry entry;
    if (jieba_read_entry(line, &entry))
        words_add(words, entry.word, jieba_value(&entry));
    else if (*line)
        words_add(words, line, WORDS_WHOLE);
}

static void add_jieba(Making *making, char **lines)
{
    ARRAY(JiebaEntry) entries = {0};
    JiebaEntry read;
    for (; *lines; lines++) {
        if (!jieba_read_entry(*lines, &read))
            continue;
        jieba_learn(&making->jieba, &read);
        array_push(&entries, read);
    }
    for (size_t i = 0; i < entries.length; i++) {
        const JiebaEntry *entry = &entries.items[i];
        if (!jieba_has_word(&making->jieba, entry))
            continue;
        if (making->prints)
            printf("%s %lu %s\n", entry->word, entry->frequency, entry->tag);
        else
            words_add(&making->words, entry->word, jieba_value(entry));
    }
    array_clear(&entries);
}

/* The lines of a text. (g_strsplit() looks for its separator with strstr(), which the address sanitizer makes
 * quadratic.) */
static char **split_lines(const char *content)
{
    GPtrArray *lines = g_ptr_array_new();
    for (const char *line = content, *end; *line; line = *end ? end + 1 : end) {
        end = strchrnul(line, '\n');
        g_ptr_array_add(lines, g_strndup(line, (size_t)(end - line)));
    }
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

static bool add_source(Making *making, const char *path, GError **error)
{
    g_autofree char *content = NULL;
    if (!g_file_get_contents(path, &content, NULL, error))
        return false;
    g_auto(GStrv) lines = split_lines(content);
    if (g_str_has_suffix(path, ".tsv"))
        labels_add(&making->words, lines);
    else if (g_str_has_suffix(path, ".words"))
        for (char **line = lines; *line; line++)
            add_own_line(&making->words, *line);
    else if (g_str_has_suffix(path, "phrases.txt"))
        for (char **line = lines; *line; line++)
            jieba_read_phrases(&making->jieba, *line);
    else
        add_jieba(making, lines);
    return true;
}

static bool write_lexicon(const Words *words, const char *path, GError **error)
{
    size_t skipped, length;
    g_autoptr(GBytes) bytes = lexicon_build(words->entries.items, words->entries.length, &skipped);
    const char *data = g_bytes_get_data(bytes, &length);
    printf("%s: %zu words, %zu left out, %zu bytes\n", path, words->entries.length - skipped, skipped,
           length);
    return g_file_set_contents(path, data, (gssize)length, error);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: make-lexicon OUT SOURCE... | --list phrases.txt dict.txt\n");
        return EXIT_FAILURE;
    }
    Making making = {.words = {.texts = g_ptr_array_new_with_free_func(g_free)},
                     .jieba = jieba_new(),
                     .prints = strcmp(argv[1], "--list") == 0};
    g_autoptr(GError) error = NULL;
    bool is_done = true;
    for (int i = 2; i < argc && is_done; i++)
        is_done = add_source(&making, argv[i], &error);
    if (is_done && !making.prints)
        is_done = write_lexicon(&making.words, argv[1], &error);
    if (!is_done)
        fprintf(stderr, "make-lexicon: %s\n", error->message);
    array_clear(&making.words.entries);
    g_ptr_array_unref(making.words.texts);
    jieba_clear(&making.jieba);
    return is_done ? EXIT_SUCCESS : EXIT_FAILURE;
}
