/* log.c - the log of questions: a record a line, read back. */
#include "base/error.h"
#include "report/record.h"
#include "report/style.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    LONGEST = 8 << 20, /* bytes of the file before it begins anew */
};

void tifa_log_entry_free(TifaLogEntry *entry)
{
    if (!entry)
        return;
    g_free(entry->id);
    g_free(entry->time);
    g_free(entry->corpus);
    g_free(entry->command);
    g_strfreev(entry->arguments);
    g_free(entry->question);
    g_free(entry->digest);
    g_free(entry->version);
    tifa_corpus_state_clear(&entry->state);
    g_free(entry);
}

char *tifa_log_command_line(char *const *arguments)
{
    GString *line = g_string_new(NULL);
    for (; *arguments; arguments++) {
        bool is_plain = **arguments && !strpbrk(*arguments, " \t\n'\"\\$`|&;<>()*?[]{}~#!");
        g_autofree char *quoted = is_plain ? g_strdup(*arguments) : g_shell_quote(*arguments);
        g_string_append_printf(line, "%s%s", line->len ? " " : "", quoted);
    }
    return g_string_free(line, FALSE);
}

char *tifa_log_path(void)
{
    const char *named = g_getenv("TIFA_LOG");
    if (named)
        return *named ? g_strdup(named) : NULL;
    return g_build_filename(g_get_user_state_dir(), "tifa", "log.jsonl", NULL);
}

/* ---- Writing --------------------------------------------------------------------------------- */

static json_t *entry_record(const TifaLogEntry *entry)
{
    json_t *arguments = json_array();
    for (char **argument = entry->arguments; *argument; argument++)
        json_array_append_new(arguments, json_string(*argument));
    json_t *record =
        json_pack("{s:s, s:o, s:s, s:o, s:s}", "time", entry->time, "corpus", record_string(entry->corpus),
                  "command", entry->command, "arguments", arguments, "question", entry->question);
    json_object_set_new(record, "hits", entry->hits < 0 ? json_null() : json_integer(entry->hits));
    json_object_set_new(record, "digest", record_string(entry->digest));
    json_object_set_new(record, "documents", json_integer((json_int_t)entry->state.documents));
    json_object_set_new(record, "contents", record_string(entry->state.contents));
    json_object_set_new(record, "fulltext", record_string(entry->state.fulltext));
    json_object_set_new(record, "segmenter", record_string(entry->state.segmenter));
    json_object_set_new(record, "concepts", record_string(entry->state.concepts));
    json_object_set_new(record, "tifa", record_string(entry->version));
    json_object_set_new(record, "id", record_string(entry->id));
    return record;
}

/* A file that has grown long becomes the old one. */
static void turn_over(const char *path)
{
    struct stat status;
    g_autofree char *old = g_strconcat(path, ".old", NULL);
    if (stat(path, &status) == 0 && status.st_size > LONGEST)
        (void)!rename(path, old);
}

static bool append_line(const char *path, const char *line, GError **error)
{
    int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    /* In one piece, so that lines of several programs do not mix. */
    bool is_written = file >= 0 && write(file, line, strlen(line)) == (ssize_t)strlen(line);
    if (!is_written)
        fail(error, TIFA_ERROR_SYSTEM, "%s: %s; TIFA_LOG names another file, or none if it is empty", path,
             g_strerror(errno));
    if (file >= 0)
        close(file);
    return is_written;
}

bool tifa_log_add(const TifaLogEntry *entry, GError **error)
{
    g_autofree char *path = tifa_log_path();
    if (!path)
        return true;
    g_autofree char *folder = g_path_get_dirname(path);
    g_mkdir_with_parents(folder, 0700);
    turn_over(path);
    json_t *record = json_pack("{s:i}", "version", 1), *facts = entry_record(entry);
    json_object_update(record, facts);
    char *text = json_dumps(record, JSON_COMPACT);
    json_decref(facts);
    json_decref(record);
    g_autofree char *line = g_strconcat(text ? text : "", "\n", NULL);
    free(text);
    return append_line(path, line, error);
}

/* ---- Reading --------------------------------------------------------------------------------- */

static char *get_string(const json_t *record, const char *key)
{
    return g_strdup(json_string_value(json_object_get(record, key)));
}

static char **get_strings(const json_t *record, const char *key)
{
    const json_t *array = json_object_get(record, key);
    GPtrArray *strings = g_ptr_array_new();
    for (size_t i = 0; i < json_array_size(array); i++)
        if (json_is_string(json_array_get(array, i)))
            g_ptr_array_add(strings, g_strdup(json_string_value(json_array_get(array, i))));
    g_ptr_array_add(strings, NULL);
    return (char **)g_ptr_array_free(strings, FALSE);
}

/* The question of one line; NULL if it is none to that corpus, or damaged. */
static TifaLogEntry *read_entry(const char *line, size_t length, const char *corpus)
{
    json_t *record = json_loadb(line, length, 0, NULL);
    const char *of = json_string_value(json_object_get(record, "corpus"));
    TifaLogEntry *entry = NULL;
    if (of && g_str_equal(of, corpus) && json_is_string(json_object_get(record, "question"))) {
        const json_t *hits = json_object_get(record, "hits");
        entry = g_new0(TifaLogEntry, 1);
        *entry = (TifaLogEntry){
            .id = get_string(record, "id"),
            .time = get_string(record, "time"),
            .corpus = g_strdup(of),
            .command = get_string(record, "command"),
            .arguments = get_strings(record, "arguments"),
            .question = get_string(record, "question"),
            .hits = json_is_integer(hits) ? json_integer_value(hits) : -1,
            .digest = get_string(record, "digest"),
            .state = {(size_t)json_integer_value(json_object_get(record, "documents")),
                      get_string(record, "contents"), get_string(record, "fulltext"),
                      get_string(record, "segmenter"), get_string(record, "concepts")},
            .version = get_string(record, "tifa"),
        };
    }
    json_decref(record);
    return entry;
}

static void entry_free(void *entry)
{
    tifa_log_entry_free(entry);
}

/* Adds an entry, or puts it into the place of the earlier one of its id. */
static void take_entry(GPtrArray *entries, GHashTable *places, TifaLogEntry *entry)
{
    void *place;
    if (entry->id && g_hash_table_lookup_extended(places, entry->id, NULL, &place)) {
        TifaLogEntry **earlier = (TifaLogEntry **)&entries->pdata[GPOINTER_TO_SIZE(place)];
        tifa_log_entry_free(*earlier);
        *earlier = entry;
        return;
    }
    if (entry->id)
        g_hash_table_insert(places, g_strdup(entry->id), GSIZE_TO_POINTER((size_t)entries->len));
    g_ptr_array_add(entries, entry);
}

static void take_lines(GPtrArray *entries, const char *text, size_t length, const char *corpus)
{
    g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (const char *line = text, *end; line < text + length; line = end + 1) {
        end = memchr(line, '\n', (size_t)(text + length - line));
        if (!end) /* a line that is being written */
            break;
        TifaLogEntry *entry = read_entry(line, (size_t)(end - line), corpus);
        if (entry)
            take_entry(entries, places, entry);
    }
}

GPtrArray *tifa_log_read(const char *corpus, GError **error)
{
    g_autofree char *path = tifa_log_path();
    return path ? tifa_log_read_file(path, corpus, error) : g_ptr_array_new_with_free_func(entry_free);
}

GPtrArray *tifa_log_read_file(const char *path, const char *corpus, GError **error)
{
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func(entry_free);
    g_autofree char *text = NULL;
    size_t length;
    GError *trouble = NULL;
    if (!g_file_get_contents(path, &text, &length, &trouble) &&
        g_error_matches(trouble, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
        g_clear_error(&trouble);
        return g_steal_pointer(&entries);
    }
    if (trouble) {
        fail(error, TIFA_ERROR_SYSTEM, "%s", trouble->message);
        g_error_free(trouble);
        return NULL;
    }
    take_lines(entries, text, length, corpus);
    return g_steal_pointer(&entries);
}

/* ---- Printing -------------------------------------------------------------------------------- */

static void print_entry(const TifaPrinter *printer, const TifaLogEntry *entry, size_t number)
{
    g_autofree char *arguments = tifa_log_command_line(entry->arguments);
    g_autofree char *hits =
        entry->hits < 0 ? g_strdup("?") : g_strdup_printf("%" G_GINT64_FORMAT, entry->hits);
    fprintf(printer->file, "%4zu  %.10s %.5s  %8s  %s %s\n", number, entry->time,
            strlen(entry->time) > 11 ? entry->time + 11 : "", hits, entry->command, arguments);
}

bool tifa_print_log(const TifaPrinter *printer, const GPtrArray *entries, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a log", error))
        return false;
    for (size_t i = 0; i < entries->len; i++) {
        if (printer->format == TIFA_FORMAT_TEXT)
            print_entry(printer, entries->pdata[i], i + 1);
        else
            record_print(printer, entry_record(entries->pdata[i]), i == 0);
    }
    return record_finish(printer, error);
}
