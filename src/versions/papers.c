/* papers.c - what the fields of all documents tell, read in one walk. */
#include "text/slice.h"
#include "versions/day.h"
#include "versions/families.h"

#include <string.h>

enum { PROMULGATION_DAYS = 400 };

size_t paper_find(const TifaFamilies *families, int64_t document)
{
    size_t low = 0, high = families->papers.length;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (families->papers.items[middle].id < document)
            low = middle + 1;
        else
            high = middle;
    }
    return low < families->papers.length && families->papers.items[low].id == document ? low : TIFA_NONE;
}

bool paper_is_final(const Paper *paper)
{
    return !paper->title.draft;
}

/* ---- Fields ---------------------------------------------------------------------------------- */

static void take_field(int64_t document, const char *name, const char *value, const char *origin, void *data)
{
    TifaFamilies *families = data;
    size_t index = paper_find(families, document);
    TifaField field = 0;
    while (field < TIFA_FIELD_COUNT && !g_str_equal(tifa_field_name(field), name))
        field++;
    if (index == TIFA_NONE || field == TIFA_FIELD_COUNT)
        return;
    Paper *paper = &families->papers.items[index];
    paper->values[field] = g_string_chunk_insert(families->strings, value);
    if (field == TIFA_FIELD_DATE)
        paper->is_dated_by_text = g_str_equal(origin, "preamble");
}

/* ---- Makings --------------------------------------------------------------------------------- */

/* Whether a text adopted, and then published, was made once: 3月20日通过, 5月28日公布. */
static bool is_promulgation(const Making *before, const char *date, const char *deed)
{
    static const char *const publishing[] = {"公布", "发布", "颁布", "印发", NULL};
    int days = days_between(before->last, date);
    return g_strv_contains(publishing, deed) && !g_strv_contains(publishing, before->deed) && days >= 0 &&
           days < PROMULGATION_DAYS;
}

/* Reads "1993-07-02 通过、2007-12-29 修订". */
static void read_makings(TifaFamilies *families, Paper *paper)
{
    const char *history = paper->values[TIFA_FIELD_HISTORY];
    g_auto(GStrv) events = g_strsplit(history ? history : "", "、", -1);
    for (char **event = events; *event; event++) {
        char *blank = strchr(*event, ' ');
        if (!blank)
            continue;
        *blank = '\0';
        const char *date = g_string_chunk_insert_const(families->strings, *event);
        const char *deed = g_string_chunk_insert_const(families->strings, blank + 1);
        if (paper->makings.length && is_promulgation(&array_last(&paper->makings), date, deed))
            array_last(&paper->makings).last = date;
        else
            array_push(&paper->makings, ((Making){date, date, deed}));
    }
}

/* ---- Scope ----------------------------------------------------------------------------------- */

/* The agency without its office, which issues in its name. */
static Slice without_office(Slice agency)
{
    static const char *const offices[] = {"办公厅", "办公室", NULL};
    const char *office = slice_ends_one(agency, offices);
    return office && agency.length > strlen(office) ? slice_first(agency, agency.length - strlen(office))
                                                    : agency;
}

/* Laws, regulations of the State Council, and what the party and the highest courts issue have one author, by
 * whatever organ; of a province's congress and its standing committee too. Else two agencies may well have
 * rules of the same title. */
static const char *scope_of(TifaFamilies *families, const Paper *paper)
{
    static const char *const one_author[] = {"law", "regulation", "judicial", "party", NULL};
    static const char *const congress = "人民代表大会";
    const char *issuer = paper->values[TIFA_FIELD_ISSUER], *level = paper->values[TIFA_FIELD_LEVEL];
    const char *title = paper->values[TIFA_FIELD_TITLE];
    if ((level && g_strv_contains(one_author, level)) || (title && strstr(title, "中华人民共和国")))
        return "";
    if (!issuer)
        return NULL;
    Slice agency = slice_of(issuer);
    int64_t comma = slice_find(agency, "、");
    agency = without_office(comma > 0 ? slice_first(agency, (size_t)comma) : agency);
    int64_t at = slice_find(agency, congress);
    agency = at > 0 ? slice_first(agency, (size_t)at) : agency;
    g_autofree char *scope = slice_copy(agency);
    return g_str_equal(scope, "全国") ? "" : g_string_chunk_insert_const(families->strings, scope);
}

/* ---- Decisions ------------------------------------------------------------------------------- */

static void add_amended(TifaFamilies *families, Paper *paper, const char *title)
{
    const char *kept = g_string_chunk_insert_const(families->strings, title);
    for (size_t i = 0; i < paper->amended.length; i++)
        if (paper->amended.items[i] == kept)
            return;
    array_push(&paper->amended, kept);
}

/* The laws that the text of a decision on several names. */
static bool read_several(TifaFamilies *families, TifaCorpus *corpus, Paper *paper, GError **error)
{
    g_autoptr(TifaDocument) document = tifa_corpus_get(corpus, paper->id, error);
    g_autoptr(TifaDecision) decision = document ? tifa_decision_read(document, NULL) : NULL;
    size_t count = 0;
    const TifaAmendment *amendments = decision ? tifa_decision_amendments(decision, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (amendments[i].instrument)
            add_amended(families, paper, amendments[i].instrument);
    return document != NULL;
}

/* What a decision amends: by its text if its title stands for several, else by its title. */
static bool read_amended(TifaFamilies *families, TifaCorpus *corpus, Paper *paper, GError **error)
{
    if (paper->title.amends_several && !read_several(families, corpus, paper, error))
        return false;
    if (paper->title.amended && paper->amended.length == 0)
        add_amended(families, paper, paper->title.amended);
    return true;
}

/* ---- Reading --------------------------------------------------------------------------------- */

static void finish_paper(TifaFamilies *families, Paper *paper)
{
    const char *title = paper->values[TIFA_FIELD_TITLE];
    paper->title = title_read(families->titles, title ? title : "");
    paper->scope = scope_of(families, paper);
    read_makings(families, paper);
}

static void take_saying(int64_t document, int64_t other, const char *kind, void *data)
{
    TifaFamilies *families = data;
    Saying saying = {paper_find(families, document), paper_find(families, other), 0};
    while (saying.link < TIFA_LINK_COUNT && !g_str_equal(tifa_link_name(saying.link), kind))
        saying.link++;
    if (saying.paper != TIFA_NONE && saying.other != TIFA_NONE)
        array_push(&families->sayings, saying);
}

bool papers_read(TifaFamilies *families, TifaCorpus *corpus, GError **error)
{
    GPtrArray *documents = corpus_documents(corpus, true, error);
    for (unsigned i = 0; documents && i < documents->len; i++) {
        const StoreDocument *document = documents->pdata[i];
        Paper paper = {.id = document->id, .path = g_string_chunk_insert(families->strings, document->path)};
        array_push(&families->papers, paper);
    }
    if (!documents || !store_walk_fields(corpus->store, take_field, families, error) ||
        !store_each_relation(corpus->store, take_saying, families, error))
        return false;
    for (size_t i = 0; i < families->papers.length; i++) {
        finish_paper(families, &families->papers.items[i]);
        if (!read_amended(families, corpus, &families->papers.items[i], error))
            return false;
    }
    return true;
}
