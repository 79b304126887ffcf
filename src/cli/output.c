/* output.c - where results go: the terminal, through a pager; a pipe; or a file, which has its name only once
 * it is whole. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The one output of the run. */
static struct {
    char *command;     /* as it was typed */
    char *path, *part; /* of the file, and its name until it is whole; NULL without --output */
    TifaFormat format;
    TifaSheet *sheet;
    TifaMethod *method;
    int pager; /* the pipe to it, 0 without one */
    bool has_color;
} output;

/* ---- Interruption ---------------------------------------------------------------------------- */

static void write_all(int file, const char *bytes)
{
    if (isatty(file))
        (void)!write(file, bytes, strlen(bytes));
}

/* Leaves a clean terminal and no half file, and then dies of the signal. A pager, which does not die of it,
 * is waited for, so that the shell does not come back while it still has the terminal. Calls nothing that a
 * handler may not call. */
static void die_cleanly(int number)
{
    if (output.part)
        unlink(output.part);
    write_all(STDERR_FILENO, "\r\033[K"); /* the line of progress */
    if (output.pager) {
        close(output.pager);
        while (wait(NULL) >= 0 || errno == EINTR)
            ;
    } else if (output.has_color) {
        write_all(STDOUT_FILENO, "\033[0m\n");
    }
    signal(number, SIG_DFL);
    raise(number);
}

/* What the caller wants ignored stays ignored. */
static void expect_signals(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        struct sigaction present, wanted = {.sa_handler = die_cleanly, .sa_flags = (int)SA_NODEFER};
        sigemptyset(&wanted.sa_mask);
        if (sigaction(numbers[i], NULL, &present) == 0 && present.sa_handler == SIG_DFL)
            sigaction(numbers[i], &wanted, NULL);
    }
}

/* ---- Opening and closing --------------------------------------------------------------------- */

void output_remember(char **argv)
{
    g_autofree char *arguments = tifa_log_command_line(argv + 1);
    output.command = g_strconcat("tifa ", arguments, NULL);
}

/* Makes the file standard output, so that nothing that is printed goes past it. */
static bool open_file(const char *path)
{
    output.path = g_strdup(path);
    output.part = g_strdup_printf("%s.part", path);
    int file = open(output.part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file >= 0 && dup2(file, STDOUT_FILENO) >= 0 && close(file) == 0)
        return true;
    return report_unwritable(path);
}

bool output_prepare(const Options *options)
{
    GError *error = NULL;
    expect_signals();
    output.format = options->parsed_format;
    output.has_color = options->has_color;
    bool is_binary = output.format == TIFA_FORMAT_XLSX || output.format == TIFA_FORMAT_DOCX;
    if (is_binary && !options->output && isatty(STDOUT_FILENO)) {
        report_note("--format %s: not for a terminal; name a file with --output FILE", options->format);
        return false;
    }
    if (output.format == TIFA_FORMAT_HTML || output.format == TIFA_FORMAT_XLSX)
        output.sheet = tifa_sheet_new(&error);
    if (error)
        report_error(error);
    return !error && (!options->output || open_file(options->output));
}

static unsigned terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    if (columns && atoi(columns) > 0)
        return (unsigned)atoi(columns);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 120;
}

TifaPrinter output_open(const Options *options, bool has_pager)
{
    TifaPrinter printer = {.file = stdout,
                           .format = options->parsed_format,
                           .width = terminal_width(),
                           .has_color = options->has_color,
                           .sheet = output.sheet,
                           .method = output.method};
    const char *pager = getenv("PAGER");
    if (!has_pager || !isatty(STDOUT_FILENO) || (pager && !*pager))
        return printer;
    FILE *pipe = popen(pager ? pager : "less -FRX", "w");
    printer.file = pipe ? pipe : stdout;
    output.pager = pipe ? fileno(pipe) : 0;
    return printer;
}

void output_close(TifaPrinter *printer)
{
    if (printer->file != stdout)
        pclose(printer->file);
    printer->file = stdout;
    output.pager = 0;
}

/* ---- The method ------------------------------------------------------------------------------ */

/* Today, or the day that SOURCE_DATE_EPOCH names, so that an output can be made again byte for byte. */
static char *today(void)
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    g_autoptr(GDateTime) now =
        fixed ? g_date_time_new_from_unix_utc(g_ascii_strtoll(fixed, NULL, 10)) : g_date_time_new_now_local();
    return now ? g_date_time_format(now, "%Y-%m-%d") : g_strdup("unknown");
}

bool output_describe(TifaCorpus *corpus)
{
    if (!output.path && !output.sheet)
        return true;
    g_autofree char *date = today();
    g_autofree char *program = g_strdup_printf("tifa %s", tifa_version());
    output.method = tifa_method_new();
    tifa_method_add(output.method, "Program", program);
    tifa_method_add(output.method, "Command", output.command);
    tifa_method_add(output.method, "Date", date);
    GError *error = NULL;
    if (!tifa_corpus_describe(corpus, output.method, &error))
        report_error(error);
    return !error;
}

/* CSV and text have no room for the method; it goes into a file beside them. */
static bool write_method(void)
{
    bool has_room = output.format != TIFA_FORMAT_CSV && output.format != TIFA_FORMAT_TEXT;
    if (!output.method || !output.path || has_room)
        return true;
    g_autofree char *path = g_strdup_printf("%s.method.txt", output.path);
    FILE *file = fopen(path, "w");
    TifaPrinter printer = {.file = file, .method = output.method};
    bool is_written = file && tifa_print_method(&printer, NULL) && fclose(file) == 0;
    return is_written || report_unwritable(path);
}

/* ---- The end --------------------------------------------------------------------------------- */

/* Gives the file its name if it is whole, else takes it away. */
static bool keep_file(bool is_whole)
{
    is_whole = fflush(stdout) == 0 && is_whole;
    if (is_whole && rename(output.part, output.path) == 0)
        return write_method();
    if (is_whole)
        report_unwritable(output.path);
    unlink(output.part);
    return false;
}

int output_finish(int status)
{
    if (output.path && !keep_file(status != EXIT_TROUBLE))
        status = EXIT_TROUBLE;
    tifa_sheet_free(output.sheet);
    tifa_method_free(output.method);
    g_free(output.command);
    g_free(output.path);
    g_free(output.part);
    return status;
}
