#include "cli/cli.h"

#include <locale.h>
#include <string.h>

/* A row of a heading alone opens a group of the help. */
static const Command commands[] = {
    {.summary = "Corpus commands"},
    {"add", "FILE|FOLDER...", "read files and add them to the corpus",
     "  tifa add laws/ notice.pdf      all that tifa reads below laws/, and one file\n", cmd_add},
    {"list", "[QUERY]", "the documents, all or those that a question finds",
     "  tifa list\n  tifa list 'year:2016..2020 军民融合'\n", cmd_list},
    {"show", "DOCUMENT", "one document: its facts and its text",
     "  tifa show 3\n  tifa show 国发〔2018〕5号\n"
     "  tifa show --hits 科技 --article 12 3  one article, the places marked\n",
     cmd_show},
    {"export", "[QUERY]", "documents for corpus tools and reference managers",
     "  tifa export --output laws.bib level:law\n  tifa export --format vrt > corpus.vrt\n", cmd_export},
    {"check", "", "the health of the corpus, and what it lacks", "  tifa check\n", cmd_check},
    {"rebuild", "", "make the index, words and tags anew", "  tifa rebuild\n", cmd_rebuild},
    {"remove", "DOCUMENT...", "take documents out of the corpus", "  tifa remove 3 7\n", cmd_remove},
    {.summary = "Search commands"},
    {"find", "QUERY", "every place of a phrase or concept, in context",
     "  tifa find 军民融合              these characters, traditional ones too\n"
     "  tifa find '军民 融合'           both in one sentence\n"
     "  tifa find '\"dual circulation\"'  a phrase of whole words\n"
     "  tifa find '{mcf}'              a concept in any form and language\n"
     "  tifa find '科技|技术 -军'        one of two, and not a third\n",
     cmd_find},
    {"count", "QUERY", "how many places there are, exactly",
     "  tifa count 科技\n  tifa count --by year '{nqpf}'\n", cmd_count},
    {"quote", "N|ADDRESS...", "a place as a quotation with its whole source",
     "  tifa quote 3                   the third place of the last tifa find\n"
     "  tifa quote 1,3,5-7             several of them\n"
     "  tifa quote 12:345-357          bytes of a document\n",
     cmd_quote},
    {"save", "[NAME QUERY]", "keep a question under a name, or list those kept",
     "  tifa save talent '{cat:talent}'  sub:talent: the documents that answer it\n", cmd_save},
    {"log", "[N]", "what was asked; ask again and see what has changed",
     "  tifa log\n"
     "  tifa log 3                      ask question 3 again\n"
     "  tifa log --again 3              only say whether its answer has changed\n",
     cmd_log},
    {.summary = "Statistics commands"},
    {"trend", "QUERY...", "questions over the years: chart, first, last, changes",
     "  tifa trend 军民融合 自立自强\n  tifa trend --in level:report --svg mcf.svg '{mcf}'\n", cmd_trend},
    {"history", "QUERY", "how a phrase or concept came, spread and went",
     "  tifa history 军民融合\n  tifa history '{nqpf}'\n", cmd_history},
    {"collocates", "QUERY", "the words around a phrase or concept",
     "  tifa collocates 创新\n  tifa collocates --window 0,3 --sort log_dice '{mcf}'\n", cmd_collocates},
    {"keywords", "QUERY", "words that some documents have more often than others",
     "  tifa keywords level:plan\n  tifa keywords year:2021.. --against year:..2020\n", cmd_keywords},
    {"ngrams", "[QUERY]", "sequences of words that come again",
     "  tifa ngrams level:plan\n  tifa ngrams --length 3-5 创新     those with a place of 创新\n",
     cmd_ngrams},
    {"frequencies", "[QUERY]", "the words of all or some documents, counted",
     "  tifa frequencies\n  tifa frequencies --kind latin level:plan\n", cmd_frequencies},
    {"dispersion", "QUERY", "how places are spread over and inside the documents",
     "  tifa dispersion '{mcf}'\n", cmd_dispersion},
    {"cooccur", "[QUERY]", "concepts that stand together", "  tifa cooccur --unit sentence --with mcf\n",
     cmd_cooccur},
    {.summary = "Version commands"},
    {"versions", "[DOCUMENT]", "instruments with their versions, and when each was in force",
     "  tifa versions                 all that have several versions\n"
     "  tifa versions 专利法           one, with what changed from each to the next\n",
     cmd_versions},
    {"asof", "DATE [DOCUMENT]", "what was in force on a day",
     "  tifa asof 2015-06-30\n  tifa asof --text 2015-06-30 专利法\n", cmd_asof},
    {"link", "DOCUMENT OTHER", "keep that two documents belong together",
     "  tifa link 3 7                 two versions of one instrument\n"
     "  tifa link --as successor 7 3  7 takes the place of 3\n",
     cmd_link},
    {"unlink", "DOCUMENT OTHER", "take that back, or keep that they do not", "  tifa unlink 3 7\n",
     cmd_unlink},
    {"compare", "OLD NEW", "what changed between two versions",
     "  tifa compare old.md new.md\n  tifa compare 3 4              two documents of the corpus\n",
     cmd_compare},
    {"amend", "OLD DECISION", "an old text as a decision amends it",
     "  tifa amend law.md decision.md > amended.md\n", cmd_amend},
    {"reuse", "TEXT [SOURCE...]", "which sentences of a text come from others",
     "  tifa reuse regulation.md law.md    from one file\n  tifa reuse regulation.md           from all "
     "documents of the corpus\n",
     cmd_reuse},
    {.summary = "File and concept commands"},
    {"read", "FILE", "the text and facts that tifa reads from a file", "  tifa read notice.pdf\n", cmd_read},
    {"words", "[FILE|-]", "a text cut into words, line by line",
     "  echo 建设科技强国 | tifa words\n"
     "  tifa words --pos notice.pdf\n",
     cmd_words},
    {"tag", "FILE|-", "the concepts in a text",
     "  tifa tag notice.pdf\n"
     "  echo 科技部 | tifa tag -\n",
     cmd_tag},
    {"concept", "COMMAND ...", "the dictionary: list, show, why, discover, export ...", NULL, cmd_concept},
};

static void print_help(FILE *file)
{
    fputs("Usage: tifa [--corpus FILE] COMMAND ...\n\n"
          "Search, tag and compare policy documents in Chinese and English.\n",
          file);
    commands_print(file, commands, G_N_ELEMENTS(commands));
    fputs("\nThe corpus is one file: --corpus, else $TIFA_CORPUS, else ./corpus.tifa.\n"
          "tifa COMMAND --help tells a command's options. Start with: tifa add FOLDER; tifa find WORD\n",
          file);
}

/* Takes a leading --corpus FILE, which then counts for the whole run. */
static int take_corpus(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "--corpus") == 0) {
        g_setenv("TIFA_CORPUS", argv[2], TRUE);
        return 2;
    }
    if (argc > 1 && g_str_has_prefix(argv[1], "--corpus=")) {
        g_setenv("TIFA_CORPUS", argv[1] + strlen("--corpus="), TRUE);
        return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    output_remember(argv);
    int taken = take_corpus(argc, argv);
    argc -= taken;
    argv += taken;
    if (argc < 2) {
        print_help(stderr);
        return EXIT_TROUBLE;
    }
    if (strcmp(argv[1], "--version") == 0)
        return printf("tifa %s\n", tifa_version()) < 0 ? EXIT_TROUBLE : EXIT_FOUND;
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        print_help(stdout);
        return EXIT_FOUND;
    }
    const Command *command = commands_find(commands, G_N_ELEMENTS(commands), argv[1]);
    if (!command) {
        report_note("%s: there is no such command; tifa --help lists them", argv[1]);
        return EXIT_TROUBLE;
    }
    return output_finish(command->run(command, argc - 1, argv + 1));
}
