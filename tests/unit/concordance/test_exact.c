/* Gaps, wildcards, nearness, order, and, or, not and regions are exact: held against an evaluator of this
 * file that knows neither the parser nor the plan nor the index. It makes a question as a tree, writes it
 * down for the program, and looks for its places itself, character by character, trying everything. */
#include "asked.h"
#include "base/array.h"
#include "base/fold.h"
#include "base/utf8.h"

#include <string.h>

enum { QUESTIONS = 250 };

/* ---- Texts ----------------------------------------------------------------------------------- */

/* A place, start..end-1, in characters of one document. */
typedef struct {
    size_t start, end;
} Stretch;

typedef ARRAY(Stretch) Stretches;

enum { SENTENCE, PARAGRAPH, ARTICLE, DOCUMENT, REGIONS };

typedef struct {
    gunichar c; /* folded; '\n' between paragraphs */
    uint32_t byte;
    size_t regions[REGIONS]; /* the number of each that it stands in */
} Character;

typedef struct {
    int64_t id;
    ARRAY(Character) characters;
} Text;

typedef ARRAY(Text) Texts;

static Text text_of(TifaEntry entry, const TifaDocument *document, TifaSegmenter *segmenter)
{
    Text text = {.id = entry.id};
    FoldScript script = g_strcmp0(entry.language, "zh-Hant") == 0 ? FOLD_TRADITIONAL : FOLD_SIMPLIFIED;
    size_t length, sentence = 0, article = 0, token = 0;
    const char *bytes = tifa_document_text(document, &length);
    const TifaBlocks *blocks = tifa_document_blocks(document);
    TifaTokens tokens = {0};
    tifa_segmenter_cut(segmenter, bytes, length, TIFA_WORDS, &tokens);
    for (size_t i = 0; i < blocks->length; i++) {
        const TifaBlock *block = &blocks->items[i], *before = i ? block - 1 : NULL;
        bool is_same = before && block->article && block->article == before->article &&
                       block->insert == before->insert && block->part == before->part;
        article += !is_same;
        sentence++;
        for (const char *place = bytes + block->span.start; place < bytes + block->span.end;) {
            uint32_t byte = (uint32_t)(place - bytes);
            while (tokens.items[token].span.end <= byte)
                sentence += tokens.items[token++].flags & TIFA_TOKEN_SENTENCE_END;
            gunichar c = fold_char(utf8_next(&place), script);
            array_push(&text.characters, ((Character){c, byte, {sentence, i, article, 0}}));
        }
        array_push(&text.characters, ((Character){'\n', block->span.end, {sentence, i, article, 0}}));
    }
    array_clear(&tokens);
    return text;
}

static Texts read_texts(TifaCorpus *corpus)
{
    Texts texts = {0};
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(NULL);
    g_autoptr(TifaEntries) entries = tifa_corpus_list(corpus, NULL);
    for (size_t i = 0; i < tifa_entries_count(entries); i++) {
        TifaEntry entry = tifa_entries_get(entries, i);
        g_autoptr(TifaDocument) document = tifa_corpus_get(corpus, entry.id, NULL);
        array_push(&texts, text_of(entry, document, segmenter));
    }
    return texts;
}

static void texts_clear(Texts *texts)
{
    for (size_t i = 0; i < texts->length; i++)
        array_clear(&texts->items[i].characters);
    array_clear(texts);
}

static gunichar at(const Text *text, size_t place)
{
    return place < text->characters.length ? text->characters.items[place].c : '\n';
}

/* ---- Questions ------------------------------------------------------------------------------- */

typedef enum {
    LEAF,
    NEAR,
    ORDER,
    AND,
    OR,
} Kind;

/* One element of a leaf: a character, ? (ONE), * (RUN) or a gap. */
typedef struct {
    enum { CHARACTER, ONE, RUN, GAP } kind;
    gunichar c;
    size_t most;
} Element;

typedef struct Question {
    Kind kind;
    bool is_negated, has_han;
    size_t number; /* distance or region */
    ARRAY(Element) elements;
    struct Question *children[3];
} Question;

static void question_free(Question *question)
{
    if (!question)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(question->children); i++)
        question_free(question->children[i]);
    array_clear(&question->elements);
    g_free(question);
}

static void write_leaf(const Question *question, GString *out)
{
    bool is_plain = true;
    for (size_t i = 0; i < question->elements.length; i++)
        is_plain &= question->elements.items[i].kind == CHARACTER;
    g_string_append(out, is_plain ? "\"" : "");
    for (size_t i = 0; i < question->elements.length; i++) {
        const Element *element = &question->elements.items[i];
        if (element->kind == CHARACTER)
            g_string_append_unichar(out, element->c);
        else if (element->kind == GAP)
            g_string_append_printf(out, "…%zu", element->most);
        else
            g_string_append_c(out, element->kind == ONE ? '?' : '*');
    }
    g_string_append(out, is_plain ? "\"" : "");
}

static void write_question(const Question *question, GString *out)
{
    static const char *const regions[] = {" ", " @p ", " @art ", " @doc "};
    g_string_append(out, question->is_negated ? "-" : "");
    if (question->kind == LEAF) {
        write_leaf(question, out);
        return;
    }
    g_string_append(out, "(");
    for (size_t i = 0; i < G_N_ELEMENTS(question->children) && question->children[i]; i++) {
        if (i && (question->kind == NEAR || question->kind == ORDER))
            g_string_append_printf(out, " %c%zu ", question->kind == NEAR ? '~' : '>', question->number);
        else if (i)
            g_string_append(out, question->kind == OR ? " | " : regions[question->number]);
        write_question(question->children[i], out);
    }
    g_string_append(out, ")");
}

/* ---- Leaves by trying everything ------------------------------------------------------------- */

static bool is_word(gunichar c)
{
    return g_unichar_isalnum(c) && !utf8_is_han(c);
}

static bool fits_run(const Question *question, gunichar c)
{
    return is_word(c) || (question->has_han && utf8_is_han(c));
}

/* Whether a word may not be cut at the place, between the elements before and from `element`. */
static bool is_cut_wrongly(const Question *question, const Text *text, size_t place, size_t element)
{
    const Element *elements = question->elements.items;
    bool is_free = question->has_han || (element > 0 && elements[element - 1].kind == RUN) ||
                   (element < question->elements.length && elements[element].kind == RUN);
    bool is_edge = element == 0 || element == question->elements.length || elements[element].kind == GAP ||
                   elements[element - 1].kind == GAP;
    return is_edge && !is_free && place > 0 && is_word(at(text, place - 1)) && is_word(at(text, place));
}

/* The nearest end of a match of the elements from `element` at the place, 0 if there is none. */
static size_t nearest_end(const Question *question, const Text *text, size_t place, size_t element)
{
    if (is_cut_wrongly(question, text, place, element))
        return 0;
    if (element == question->elements.length)
        return place;
    const Element *wanted = &question->elements.items[element];
    gunichar c = at(text, place);
    if (wanted->kind == CHARACTER)
        return c == wanted->c ? nearest_end(question, text, place + 1, element + 1) : 0;
    if (wanted->kind == ONE)
        return fits_run(question, c) ? nearest_end(question, text, place + 1, element + 1) : 0;
    size_t best = 0;
    for (size_t skipped = 0;; skipped++) {
        size_t end = nearest_end(question, text, place + skipped, element + 1);
        best = end && (!best || end < best) ? end : best;
        c = at(text, place + skipped);
        if (wanted->kind == GAP ? skipped == wanted->most || c == '\n' : !fits_run(question, c))
            return best;
    }
}

static void find_leaf(const Question *question, const Text *text, Stretches *found)
{
    const Element *elements = question->elements.items;
    bool starts_open = elements[0].kind == RUN,
         ends_open = elements[question->elements.length - 1].kind == RUN;
    size_t done = 0;
    for (size_t start = 0; start < text->characters.length; start++) {
        size_t end = start < done ? 0 : nearest_end(question, text, start, starts_open);
        if (!end)
            continue;
        size_t from = start;
        while (starts_open && from > done && fits_run(question, at(text, from - 1)))
            from--;
        while (ends_open && fits_run(question, at(text, end)))
            end++;
        array_push(found, ((Stretch){from, end}));
        done = end;
    }
}

/* ---- Questions by trying everything ---------------------------------------------------------- */

static void find(const Question *question, const Text *text, Stretches *found);

/* For each place of one the nearest of the other behind it. */
static void find_pairs(const Question *question, const Text *text, const Stretches *firsts,
                       const Stretches *seconds, Stretches *found)
{
    for (size_t i = 0; i < firsts->length; i++) {
        Stretch first = firsts->items[i], best = {SIZE_MAX, SIZE_MAX};
        for (size_t j = 0; j < seconds->length; j++) {
            Stretch second = seconds->items[j];
            bool is_better =
                second.start < best.start || (second.start == best.start && second.end < best.end);
            if (second.start >= first.end && is_better)
                best = second;
        }
        if (best.start == SIZE_MAX || best.start - first.end > question->number ||
            text->characters.items[first.start].regions[PARAGRAPH] !=
                text->characters.items[best.start].regions[PARAGRAPH])
            continue;
        array_push(found, ((Stretch){first.start, best.end}));
    }
}

static bool has_in_region(const Stretches *places, const Text *text, size_t kind, size_t number)
{
    for (size_t i = 0; i < places->length; i++)
        if (text->characters.items[places->items[i].start].regions[kind] == number)
            return true;
    return false;
}

static void find_together(const Question *question, const Text *text, const Stretches *places,
                          Stretches *found)
{
    for (size_t i = 0; i < G_N_ELEMENTS(question->children) && question->children[i]; i++)
        for (size_t j = 0; j < places[i].length && !question->children[i]->is_negated; j++) {
            size_t number = text->characters.items[places[i].items[j].start].regions[question->number];
            bool holds = true;
            for (size_t k = 0; k < G_N_ELEMENTS(question->children) && question->children[k]; k++)
                holds &= has_in_region(&places[k], text, question->number, number) !=
                         question->children[k]->is_negated;
            if (holds)
                array_push(found, places[i].items[j]);
        }
}

static void find(const Question *question, const Text *text, Stretches *found)
{
    if (question->kind == LEAF) {
        find_leaf(question, text, found);
        return;
    }
    Stretches places[3] = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(places) && question->children[i]; i++)
        find(question->children[i], text, &places[i]);
    if (question->kind == NEAR || question->kind == ORDER)
        find_pairs(question, text, &places[0], &places[1], found);
    if (question->kind == NEAR)
        find_pairs(question, text, &places[1], &places[0], found);
    if (question->kind == AND)
        find_together(question, text, places, found);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        for (size_t j = 0; j < places[i].length && question->kind == OR; j++)
            array_push(found, places[i].items[j]);
        array_clear(&places[i]);
    }
}

static int compare_stretches(const void *left, const void *right)
{
    const Stretch *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->end < b->end) - (a->end > b->end);
}

/* The places as "document:start-end " in bytes, those left out that overlap one before. */
static char *expected_places(const Question *question, const Texts *texts)
{
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < texts->length; i++) {
        const Text *text = &texts->items[i];
        Stretches found = {0};
        find(question, text, &found);
        array_sort(&found, compare_stretches);
        size_t done = 0;
        for (size_t j = 0; j < found.length; j++) {
            if (found.items[j].start < done)
                continue;
            done = found.items[j].end;
            g_string_append_printf(out, "%d:%u-%u ", (int)text->id,
                                   text->characters.items[found.items[j].start].byte,
                                   text->characters.items[done].byte);
        }
        array_clear(&found);
    }
    return g_string_free(out, FALSE);
}

static char *given_places(TifaCorpus *corpus, const char *question)
{
    GError *error = NULL;
    g_autoptr(TifaQuery) query = tifa_query_parse(question, &error);
    ck_assert_msg(query != NULL, "%s: %s", question, error ? error->message : "");
    g_autoptr(TifaHits) hits = tifa_corpus_find(corpus, query, NULL, &error);
    ck_assert_msg(hits != NULL, "%s: %s", question, error ? error->message : "");
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < tifa_hits_count(hits); i++) {
        const TifaHit *hit = tifa_hits_get(hits, i);
        g_string_append_printf(out, "%d:%u-%u ", (int)hit->document, hit->span.start, hit->span.end);
    }
    return g_string_free(out, FALSE);
}

/* ---- Random questions ------------------------------------------------------------------------ */

/* Appends some characters that stand somewhere in the texts: letters, digits and Han if `is_bare`. */
static void add_characters(Question *leaf, const Texts *texts, GRand *random, bool is_bare)
{
    const Text *text = &texts->items[g_rand_int_range(random, 0, (gint32)texts->length)];
    size_t place = (size_t)g_rand_int_range(random, 0, (gint32)text->characters.length);
    size_t length = (size_t)g_rand_int_range(random, 1, 4), before = leaf->elements.length;
    for (size_t i = place; i < place + length; i++) {
        gunichar c = at(text, i);
        bool is_letter = utf8_is_han(c) || g_ascii_isalpha((char)(c < 128 ? c : 0));
        if (c == '\n' || c == '"' || (!is_letter && (is_bare || utf8_is_space(c))))
            break;
        array_push(&leaf->elements, ((Element){CHARACTER, c, 0}));
        leaf->has_han |= utf8_is_han(c);
    }
    if (leaf->elements.length == before)
        add_characters(leaf, texts, random, is_bare);
}

static Question *random_leaf(const Texts *texts, GRand *random)
{
    Question *leaf = g_new0(Question, 1);
    bool is_bare = g_rand_boolean(random);
    if (is_bare && g_rand_int_range(random, 0, 5) == 0)
        array_push(&leaf->elements, ((Element){RUN, 0, 0}));
    add_characters(leaf, texts, random, is_bare);
    for (int more = is_bare ? g_rand_int_range(random, 0, 3) : 0; more > 0; more--) {
        Element elements[] = {{ONE, 0, 0}, {RUN, 0, 0}, {GAP, 0, (size_t)g_rand_int_range(random, 0, 9)}};
        array_push(&leaf->elements, elements[g_rand_int_range(random, 0, 3)]);
        add_characters(leaf, texts, random, true);
    }
    if (is_bare && g_rand_int_range(random, 0, 5) == 0)
        array_push(&leaf->elements, ((Element){RUN, 0, 0}));
    return leaf;
}

static Question *random_question(const Texts *texts, GRand *random, unsigned depth)
{
    Kind kind = depth == 0 ? LEAF : (Kind)g_rand_int_range(random, LEAF, OR + 1);
    if (kind == LEAF)
        return random_leaf(texts, random);
    Question *question = g_new0(Question, 1);
    question->kind = kind;
    bool is_pair = kind == NEAR || kind == ORDER;
    question->number = (size_t)g_rand_int_range(random, 0, is_pair ? 12 : REGIONS);
    for (int i = 0; i < (is_pair ? 2 : g_rand_int_range(random, 2, 4)); i++) {
        question->children[i] = random_question(texts, random, depth - 1);
        question->children[i]->is_negated = kind == AND && i > 0 && g_rand_boolean(random);
    }
    return question;
}

static void ask_random_questions(Sample *sample, uint32_t seed)
{
    Texts texts = read_texts(sample->corpus);
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    size_t answered = 0;
    for (int i = 0; i < QUESTIONS; i++) {
        Question *question = random_question(&texts, random, (unsigned)g_rand_int_range(random, 0, 4));
        g_autoptr(GString) written = g_string_new(NULL);
        write_question(question, written);
        g_autofree char *expected = expected_places(question, &texts);
        g_autofree char *given = given_places(sample->corpus, written->str);
        ck_assert_msg(g_str_equal(expected, given), "%s (seed %u):\n%s\nbut there are\n%s", written->str,
                      seed, given, expected);
        answered += *expected != '\0';
        question_free(question);
    }
    ck_assert_msg(answered > QUESTIONS / 4, "only %zu questions had an answer", answered);
    texts_clear(&texts);
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static const char *const alphabet[] = {"科", "技", "科技", "军", "民", "国", "国", "国", "a",  "b",  "Ab",
                                       "ａ", "1",  "2",    "，", "。", "。", "、", " ",  "（", "）", "\n"};

/* A law of few different characters, so that places recur and overlap. */
static char *random_text(GRand *random, bool is_traditional)
{
    g_autoptr(GString) text = g_string_new("国\n");
    for (int article = 1; article <= 9; article++) {
        g_string_append_printf(text, "\n第%.3s条　", "一二三四五六七八九" + 3 * (article - 1));
        for (int i = 0; i < 60; i++)
            g_string_append(text, alphabet[g_rand_int_range(random, 0, G_N_ELEMENTS(alphabet))]);
    }
    if (is_traditional) {
        g_string_replace(text, "国", "國", 0);
        g_string_replace(text, "军", "軍", 0);
    }
    return g_strdup(text->str);
}

START_TEST(every_question_about_random_texts_is_answered_exactly)
{
    uint32_t seed = (uint32_t)_i + 1;
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    char *texts[5] = {NULL};
    for (int i = 0; i < 4; i++)
        texts[i] = random_text(random, i == 3);
    Sample sample = sample_make((const char *const *)texts);
    ask_random_questions(&sample, seed);
    sample_clear(&sample);
    for (int i = 0; i < 4; i++)
        g_free(texts[i]);
}
END_TEST

START_TEST(every_question_about_the_demonstration_corpus_is_answered_exactly)
{
    g_autofree char *demo = g_build_filename(g_getenv("TIFA_SOURCE"), "corpora/demo/regulation", NULL);
    Sample sample = sample_make((const char *const[]){NULL});
    sample_add(&sample, demo);
    ask_random_questions(&sample, 7);
    sample_clear(&sample);
}
END_TEST

Suite *suite_exact(void)
{
    Suite *suite = suite_create("exact");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, every_question_about_random_texts_is_answered_exactly, 0, 4);
    tcase_add_test(cases, every_question_about_the_demonstration_corpus_is_answered_exactly);
    suite_add_tcase(suite, cases);
    return suite;
}
