/* translations.c - English texts and the Chinese instruments that they translate.
 *
 * Three things tell: the title, if the dictionary of concepts has it as the English name of a law; a date
 * that is one of a version's; and the frame, that is how many articles there are and at which of them parts
 * begin. Two of them are sure. One alone is told as unsure, and of frames only if no other instrument has the
 * same.
 */
#include "text/slice.h"
#include "versions/families.h"

#include <string.h>

enum {
    FEWEST_ARTICLES = 5, /* of what is taken for a law */
    FEWEST_STARTS = 3,   /* that tell one frame from another */
    MOST_FRAMES = 2000,  /* texts that are looked at; beyond, titles and dates tell alone */
};

/* ---- Frames ---------------------------------------------------------------------------------- */

typedef struct {
    size_t articles;
    ARRAY(uint16_t) starts; /* the numbers of the articles right behind headings */
    bool is_read;
} Frame;

static Frame read_frame(const TifaDocument *document)
{
    Frame frame = {.is_read = true};
    const TifaBlocks *blocks = tifa_document_blocks(document);
    bool is_behind_heading = false;
    for (size_t i = 0; i < blocks->length; i++) {
        const TifaBlock *block = &blocks->items[i];
        is_behind_heading |= block->kind == TIFA_BLOCK_HEADING;
        if (block->kind != TIFA_BLOCK_ARTICLE || block->part != 0)
            continue;
        frame.articles++;
        if (is_behind_heading)
            array_push(&frame.starts, block->article);
        is_behind_heading = false;
    }
    return frame;
}

/* Whether all starts of one frame, which misses some headings, are starts of the other. Both ascend. */
static bool has_starts(const Frame *whole, const Frame *part)
{
    size_t place = 0;
    for (size_t i = 0; i < part->starts.length; i++) {
        while (place < whole->starts.length && whole->starts.items[place] < part->starts.items[i])
            place++;
        if (place == whole->starts.length || whole->starts.items[place] != part->starts.items[i])
            return false;
    }
    return true;
}

static bool same_frame(const Frame *one, const Frame *other)
{
    bool is_telling = MIN(one->starts.length, other->starts.length) >= FEWEST_STARTS;
    return one->articles == other->articles && is_telling &&
           (has_starts(one, other) || has_starts(other, one));
}

/* ---- Titles ---------------------------------------------------------------------------------- */

/* The title without the country and the year of the version. *names_china tells whether it was there. Free
 * with g_free(). */
static char *bare_title(const char *title, bool *names_china)
{
    static const char *const words =
        "(?i)\\b(?:(?:of )?the people['’]s republic of china|(?:of )?(?:the )?(?:PRC|P\\.R\\.C\\.)"
        "|\\([^()]*(?:19|20)[0-9]{2}[^()]*\\)|^the )";
    g_autoptr(GRegex) country = g_regex_new(words, 0, 0, NULL);
    char *bare = g_regex_replace_literal(country, title, -1, 0, " ", 0, NULL);
    *names_china = g_regex_match_simple("(?i)people['’]s republic of china|\\bPRC\\b", title, 0, 0);
    g_auto(GStrv) parts = g_strsplit_set(bare, " \t", -1);
    GString *joined = g_string_new(NULL);
    for (char **part = parts; *part; part++)
        if (**part)
            g_string_append_printf(joined, "%s%s", joined->len ? " " : "", *part);
    g_free(bare);
    return g_string_free(joined, FALSE);
}

/* The name of the law whose English label the whole title is, or NULL. Free with g_free(). */
static char *name_of(const TifaFamilies *families, const TifaConcepts *concepts, const char *title,
                     bool *names_china)
{
    g_autofree char *bare = bare_title(title, names_china);
    TifaTags tags = {0};
    char *name = NULL;
    tifa_concepts_tag(concepts, bare, strlen(bare), NULL, &tags);
    for (size_t i = 0; i < tags.length && !name; i++) {
        TifaConcept concept = tifa_concepts_get(concepts, tags.items[i].concept);
        bool is_whole = tags.items[i].span.start == 0 && tags.items[i].span.end == strlen(bare);
        if (!is_whole || !g_str_equal(concept.category, "law"))
            continue;
        Title read = title_read(families->titles, concept.zh);
        name = g_strdup(read.name);
        title_clear(&read);
    }
    g_free(tags.items);
    return name;
}

/* ---- Evidence -------------------------------------------------------------------------------- */

/* What speaks for a Chinese text. */
typedef struct {
    size_t paper; /* TIFA_NONE: nothing found */
    bool has_title, has_date, has_frame;
    bool is_rivalled; /* a text of another family has as much */
} Evidence;

static int weight_of(const Evidence *evidence)
{
    return evidence->paper == TIFA_NONE
               ? 0
               : 2 * evidence->has_title + evidence->has_date + 2 * evidence->has_frame;
}

/* The search for the original of one English text. */
typedef struct {
    TifaFamilies *families;
    TifaCorpus *corpus;
    Frame *frames; /* of each paper, as far as they are read */
    size_t frames_read;
    const Paper *english;
    Frame frame;
    char *name;
    Evidence best;
} Search;

static bool is_in(const Paper *paper, const char *language)
{
    const char *value = paper->values[TIFA_FIELD_LANGUAGE];
    return value && g_str_has_prefix(value, language);
}

static bool read_frame_of(Search *search, size_t index, GError **error)
{
    Frame *frame = &search->frames[index];
    if (frame->is_read || search->frames_read == MOST_FRAMES)
        return true;
    g_autoptr(TifaDocument) document =
        tifa_corpus_get(search->corpus, search->families->papers.items[index].id, error);
    if (document)
        *frame = read_frame(document);
    search->frames_read++;
    return document != NULL;
}

static bool shares_date(const Paper *english, const Paper *paper)
{
    const char *date = english->values[TIFA_FIELD_DATE], *effective = english->values[TIFA_FIELD_EFFECTIVE];
    bool is_adopted = date && g_strcmp0(date, paper->values[TIFA_FIELD_DATE]) == 0;
    return is_adopted || (effective && g_strcmp0(effective, paper->values[TIFA_FIELD_EFFECTIVE]) == 0);
}

static bool weigh(Search *search, size_t index, GError **error)
{
    const Paper *paper = &search->families->papers.items[index];
    if (!is_in(paper, "zh") || !paper_is_final(paper) ||
        !search->families->families.items[paper->family].is_rule)
        return true;
    if (!read_frame_of(search, index, error))
        return false;
    Evidence found = {.paper = index,
                      .has_title = g_strcmp0(search->name, paper->title.name) == 0,
                      .has_date = shares_date(search->english, paper),
                      .has_frame = same_frame(&search->frame, &search->frames[index])};
    const Evidence *best = &search->best;
    bool is_other =
        best->paper != TIFA_NONE && search->families->papers.items[best->paper].family != paper->family;
    if (weight_of(&found) > weight_of(best))
        search->best = found;
    else if (weight_of(&found) == weight_of(best) && is_other)
        search->best.is_rivalled = true;
    return true;
}

/* What the evidence amounts to; NULL if it is not enough. */
static const char *judge(const Evidence *evidence, bool names_china, bool *is_sure)
{
    *is_sure = evidence->has_title + evidence->has_date + evidence->has_frame >= 2 ||
               (evidence->has_title && names_china);
    if (evidence->paper == TIFA_NONE || evidence->is_rivalled)
        return NULL;
    if (evidence->has_title)
        return evidence->has_frame ? "title and articles" : evidence->has_date ? "title and date" : "title";
    return evidence->has_frame ? (evidence->has_date ? "date and articles" : "articles") : NULL;
}

/* ---- All English texts ----------------------------------------------------------------------- */

static bool find_original(Search *search, const TifaConcepts *concepts, size_t index, GError **error)
{
    TifaFamilies *families = search->families;
    const char *title = search->english->values[TIFA_FIELD_TITLE];
    bool names_china = false, is_sure = false, is_good = true;
    search->best = (Evidence){.paper = TIFA_NONE};
    search->name = title ? name_of(families, concepts, title, &names_china) : NULL;
    for (size_t i = 0; is_good && i < families->papers.length; i++)
        is_good = weigh(search, i, error);
    const char *said = is_good ? judge(&search->best, names_china, &is_sure) : NULL;
    if (said)
        array_push(&families->translations, ((Translation){index, search->best.paper, said, is_sure}));
    g_clear_pointer(&search->name, g_free);
    return is_good;
}

static bool is_told_by_people(const TifaFamilies *families, size_t paper)
{
    for (size_t i = 0; i < families->sayings.length; i++)
        if (families->sayings.items[i].link == TIFA_LINK_TRANSLATION &&
            families->sayings.items[i].paper == paper)
            return true;
    return false;
}

static bool look_at(Search *search, size_t index, GError **error)
{
    search->english = &search->families->papers.items[index];
    if (!is_in(search->english, "en") || is_told_by_people(search->families, index))
        return true;
    g_autoptr(TifaDocument) document = tifa_corpus_get(search->corpus, search->english->id, error);
    if (!document)
        return false;
    search->frame = read_frame(document);
    const TifaConcepts *concepts =
        search->frame.articles >= FEWEST_ARTICLES ? corpus_concepts(search->corpus, error) : NULL;
    bool is_good = search->frame.articles < FEWEST_ARTICLES ||
                   (concepts && find_original(search, concepts, index, error));
    array_clear(&search->frame.starts);
    return is_good;
}

bool papers_find_translations(TifaFamilies *families, TifaCorpus *corpus, GError **error)
{
    size_t count = families->papers.length;
    Search search = {.families = families, .corpus = corpus, .frames = g_new0(Frame, count + 1)};
    bool is_good = true;
    for (size_t i = 0; is_good && i < count; i++)
        is_good = look_at(&search, i, error);
    for (size_t i = 0; i < count; i++)
        array_clear(&search.frames[i].starts);
    g_free(search.frames);
    return is_good;
}
