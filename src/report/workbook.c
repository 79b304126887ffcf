/* workbook.c - rows as an XLSX workbook, written by the program tifa-sheet: the library that makes workbooks
 * takes as long to load as a question takes to answer, so it is loaded only here. */
#include "base/error.h"
#include "base/method.h"
#include "base/place.h"
#include "report/sheet.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* The method is the last line, an array of pairs, where rows are objects. */
static void add_method(const TifaPrinter *printer)
{
    json_t *pairs = json_array();
    for (size_t i = 0; i < method_length(printer->method); i++) {
        const MethodSentence *sentence = method_get(printer->method, i);
        json_array_append_new(pairs, json_pack("[ss]", sentence->name, sentence->value));
    }
    sheet_add(printer->sheet, pairs);
}

/* Runs tifa-sheet on the rows; the workbook goes to the file of that name. */
static bool run_writer(FILE *rows, const char *path, GError **error)
{
    g_autofree char *program = place_of("libexec/tifa/tifa-sheet");
    const char *arguments[] = {program, path, NULL};
    GPid child;
    int status = 0;
    lseek(fileno(rows), 0, SEEK_SET); /* the stream's place is not the descriptor's */
    if (!g_spawn_async_with_pipes_and_fds(NULL, arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                          fileno(rows), -1, STDERR_FILENO, NULL, NULL, 0, &child, NULL, NULL,
                                          NULL, error)) {
        g_prefix_error(error, "%s: ", program);
        return false;
    }
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    return fail(error, TIFA_ERROR_SYSTEM,
                "workbook: it could not be written (%s ended with %d); --format csv can", program, status);
}

static bool copy_file(const char *path, FILE *to, GError **error)
{
    g_autofree char *bytes = NULL;
    size_t length;
    if (!g_file_get_contents(path, &bytes, &length, error))
        return false;
    fwrite(bytes, 1, length, to);
    return true;
}

bool workbook_print(const TifaPrinter *printer, GError **error)
{
    add_method(printer);
    FILE *rows = sheet_rows(printer->sheet, error);
    g_autofree char *path = NULL;
    int descriptor = rows ? g_file_open_tmp("tifa-XXXXXX.xlsx", &path, error) : -1;
    if (descriptor < 0)
        return false;
    close(descriptor);
    bool is_printed = run_writer(rows, path, error) && copy_file(path, printer->file, error);
    g_unlink(path);
    return is_printed;
}
