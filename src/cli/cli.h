/* cli.h - what the commands share: options, the corpus's place, output, messages. A command is one file,
 * cmd_NAME.c. It says what it wants, calls the library, and hands the result to a printer; nothing is worked
 * out here. */
#pragma once

#include "tifa.h"

/* As grep's. */
enum {
    EXIT_FOUND = 0,
    EXIT_NOTHING = 1,
    EXIT_TROUBLE = 2,
};

typedef struct Command {
    const char *name;      /* NULL: the row is a heading, its summary */
    const char *arguments; /* "QUERY", "FILE..." */
    const char *summary;   /* one line */
    const char *examples;  /* for --help, may be NULL */
    int (*run)(const struct Command *command, int argc, char **argv);
} Command;

/* The commands a line each, below their headings; the one of that name, or NULL. */
void commands_print(FILE *file, const Command *commands, size_t count);
const Command *commands_find(const Command *commands, size_t count, const char *name);

/* The options that every command has, or those of them it shows. */
typedef struct {
    const Command *command;
    char **arguments; /* what stood behind the command, without these options; NULL-ended */
    char *question;   /* the arguments of a command that asks one question, joined; NULL if it was one */
    char *corpus;     /* never NULL after options_parse() */
    char *format;
    char *output; /* a file to write to; NULL for standard output */
    char *color;
    TifaFormat parsed_format;
    bool has_color;
} Options;

/* False, after saying so, if a number that an option was given is less than 0. */
bool is_not_negative(const char *option, int number);

/* Parses the command's line: its own options (an array ended by {NULL}) and the shared ones. Leaves the
 * arguments in argv [1..argc-1]; there must be `least` to `most` of them (-1: any number). Of a command whose
 * arguments are QUERY all are one question, joined by blanks. False after printing why not; --help prints and
 * exits. */
bool options_parse(Options *options, const Command *command, const GOptionEntry *own, int *argc, char ***argv,
                   int least, int most);
void options_clear(Options *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, options_clear)

/* The printer on standard output, through a pager where a person reads. Close it with output_close(). */
TifaPrinter output_open(const Options *options, bool has_pager);

/* Waits for the pager. */
void output_close(TifaPrinter *printer);

/* Before the command: remembers how tifa was called. */
void output_remember(char **argv);

/* Makes ready what the format and --output need. False after saying what stands against it. */
bool output_prepare(const Options *options);

/* Notes, for results that are kept, how they come about: the command, the corpus and what it was made with.
 * To be called before output_open(); false after printing why not. */
bool output_describe(TifaCorpus *corpus);

/* After the command: a file that is whole gets its name, one that is not goes away. The exit status. */
int output_finish(int status);

/* Prints "tifa: message" on standard error, frees the error; always EXIT_TROUBLE. */
int report_error(GError *error);

/* A note that is no error. */
void report_note(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Says why a file cannot be read or written, as errno has it; false. */
bool report_unreadable(const char *path);
bool report_unwritable(const char *path);

/* Opens the corpus and says so on standard error if layers of it are stale. NULL after printing why not. */
TifaCorpus *open_corpus(const Options *options, TifaCorpusMode mode, int needed_layers);

/* The corpus, and the question that it is opened for. NULL after printing why not; *query is the caller's
 * either way. */
TifaCorpus *open_for_question(const Options *options, const char *text, TifaQuery **query);

/* Says why the question (may be NULL) may have found nothing. */
void explain_nothing(TifaCorpus *corpus, const TifaQuery *query);

/* The corpus, its instruments, and the one that `name` (may be NULL) names, else TIFA_NONE (families.c).
 * False after printing why not; what was opened is the caller's either way. */
bool open_families(const Options *options, const char *name, TifaCorpus **corpus, TifaFamilies **families,
                   size_t *family);
/* The corpus, and the documents that the question finds, all of them if `text` is NULL. NULL after printing
 * why not; *entries is the caller's. */
TifaCorpus *open_for_documents(const Options *options, const char *text, TifaEntries **entries);

/* A document: the file of that path ("-": standard input), else what the name means in the corpus. NULL after
 * printing why not. */
TifaDocument *open_document(const Options *options, const char *name);

/* A text that a command is given (input.c). */
typedef struct {
    TifaDocument *document;  /* NULL if it is not from a file */
    char *own;               /* what must be freed, may be NULL */
    const char *text, *date; /* date: of the document, NULL if not known */
    size_t length;
} Input;

/* Reads a file as tifa does, or standard input ("-"): UTF-8, taken as it is, so that offsets are its own.
 * False after printing why not. */
bool input_read(Input *input, const char *path);
void input_clear(Input *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Input, input_clear)

/* All bytes of a file or of standard input ("-"). Free with g_free(); NULL after printing why not. */
char *read_bytes(const char *path, size_t *length);

/* False, after saying so, if `date` is not NULL and not as 2021, 2021-03 or 2021-03-12. */
bool is_date(const char *option, const char *date);

/* The installed dictionary and beside it those at the paths `own` (NULL-ended, may be NULL). NULL after
 * printing why not. */
TifaConcepts *open_concepts(char *const *own);

/* The entry of an option that names these; `own` is a char ***. */
#define DICTIONARY_OPTION(own)                                                                               \
    {                                                                                                        \
        "dictionary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, own,                                                \
            "a dictionary of your own, beside the installed one; may be given again", "FILE|FOLDER"          \
    }

/* Prints why labels were tagged or not; gives the exit status. */
int print_verdicts(const Options *options, const TifaConcepts *concepts, const Input *input,
                   const TifaVerdicts *verdicts);

/* The first Ctrl-C (or order to end, or hang-up) is only noted, so that long work can be ended in good order;
 * the second ends the program at once. Once the work is ended, interrupt_pass_on() ends the program as the
 * signal would have, so that a script that runs it ends, too; it returns if there was none. */
void interrupt_catch(void);
bool interrupt_seen(void);
void interrupt_pass_on(void);

/* One line of progress on standard error, on a terminal, after the first second; `done` of `of` things. */
void progress_show(size_t done, size_t of, const char *what);
void progress_clear(void);

int cmd_add(const Command *command, int argc, char **argv);
int cmd_amend(const Command *command, int argc, char **argv);
int cmd_asof(const Command *command, int argc, char **argv);
int cmd_check(const Command *command, int argc, char **argv);
int cmd_collocates(const Command *command, int argc, char **argv);
int cmd_compare(const Command *command, int argc, char **argv);
int cmd_concept(const Command *command, int argc, char **argv);
int cmd_count(const Command *command, int argc, char **argv);
int cmd_cooccur(const Command *command, int argc, char **argv);
int cmd_dispersion(const Command *command, int argc, char **argv);
int cmd_export(const Command *command, int argc, char **argv);
int cmd_find(const Command *command, int argc, char **argv);
int cmd_frequencies(const Command *command, int argc, char **argv);
int cmd_history(const Command *command, int argc, char **argv);
int cmd_keywords(const Command *command, int argc, char **argv);
int cmd_link(const Command *command, int argc, char **argv);
int cmd_list(const Command *command, int argc, char **argv);
int cmd_log(const Command *command, int argc, char **argv);
int cmd_ngrams(const Command *command, int argc, char **argv);
int cmd_quote(const Command *command, int argc, char **argv);
int cmd_read(const Command *command, int argc, char **argv);
int cmd_rebuild(const Command *command, int argc, char **argv);
int cmd_remove(const Command *command, int argc, char **argv);
int cmd_save(const Command *command, int argc, char **argv);
int cmd_reuse(const Command *command, int argc, char **argv);
int cmd_show(const Command *command, int argc, char **argv);
int cmd_tag(const Command *command, int argc, char **argv);
int cmd_trend(const Command *command, int argc, char **argv);
int cmd_unlink(const Command *command, int argc, char **argv);
int cmd_versions(const Command *command, int argc, char **argv);
int cmd_words(const Command *command, int argc, char **argv);

/* What stands below tifa concept. */
int concept_adopt(const Command *command, int argc, char **argv);
int concept_check(const Command *command, int argc, char **argv);
int concept_discover(const Command *command, int argc, char **argv);
int concept_export(const Command *command, int argc, char **argv);
int concept_drop(const Command *command, int argc, char **argv);
int concept_import(const Command *command, int argc, char **argv);
int concept_why(const Command *command, int argc, char **argv);
