/* history.c - how a phrase or concept came, spread and went. */
#include "base/utf8.h"
#include "report/record.h"
#include "report/style.h"

#include <math.h>
#include <string.h>

/* ---- JSON ------------------------------------------------------------------------------------ */

static json_t *place_record(const TifaHistoryPlace *place)
{
    return json_pack("{s:I, s:o, s:o, s:o, s:o, s:o, s:I, s:I, s:s}", "document", (json_int_t)place->entry.id,
                     "title", record_string(place->entry.title), "date", record_string(place->entry.date),
                     "issuer", record_string(place->entry.issuer), "article",
                     place->article ? json_integer(place->article) : json_null(), "page",
                     place->page ? json_integer(place->page) : json_null(), "start",
                     (json_int_t)place->span.start, "end", (json_int_t)place->span.end, "quote",
                     place->quote);
}

static json_t *year_record(const TifaHistoryYear *year)
{
    json_t *tiers = json_object();
    for (TifaTier tier = 0; tier < TIFA_TIER_COUNT; tier++)
        json_object_set_new(tiers, tifa_tier_name(tier), json_integer((json_int_t)year->tiers[tier]));
    json_t *share =
        isnan(year->share.low) ? json_null() : json_pack("[f, f]", year->share.low, year->share.high);
    return json_pack("{s:i, s:I, s:I, s:I, s:o, s:o, s:I, s:I}", "year", (int)year->year, "hits",
                     (json_int_t)year->hits, "documents", (json_int_t)year->documents, "of",
                     (json_int_t)year->of, "share_95", share, "tiers", tiers, "issuers",
                     (json_int_t)year->issuers, "new_issuers", (json_int_t)year->new_issuers);
}

static json_t *change_record(const TifaFamilies *families, const TifaHistoryChange *change)
{
    TifaVersion version = tifa_families_version(families, change->version);
    return json_pack("{s:s, s:s, s:o, s:I}", "title", tifa_families_get(families, version.family).title,
                     "change", change->is_gone ? "went" : "came", "date", record_string(version.date),
                     "document", (json_int_t)version.documents[0]);
}

static json_t *successor_record(const TifaConcepts *concepts, const TifaSuccessor *successor)
{
    TifaConcept concept = tifa_concepts_get(concepts, successor->concept);
    return json_pack("{s:s, s:s, s:s, s:s, s:b, s:f, s:I, s:I, s:o, s:o}", "concept", concept.id, "zh",
                     concept.zh, "en", concept.en, "said", successor->said, "is_sure", successor->is_sure,
                     "likeness", successor->likeness, "before", (json_int_t)successor->before, "after",
                     (json_int_t)successor->after, "early", place_record(&successor->early), "late",
                     place_record(&successor->late));
}

static json_t *fading_record(const TifaHistoryFacts *facts, const TifaConcepts *concepts)
{
    if (!facts->turn)
        return json_null();
    json_t *successors = json_array();
    for (size_t i = 0; i < facts->successor_count; i++)
        json_array_append_new(successors, successor_record(concepts, &facts->successors[i]));
    return json_pack("{s:i, s:i, s:I, s:I, s:I, s:I, s:o}", "from_year", (int)facts->begin, "after_year",
                     (int)facts->turn, "before", (json_int_t)facts->before, "before_of",
                     (json_int_t)facts->before_of, "after", (json_int_t)facts->after, "after_of",
                     (json_int_t)facts->after_of, "successors", successors);
}

static void print_json(const TifaPrinter *printer, const TifaFamilies *families,
                       const TifaHistoryFacts *facts, const TifaConcepts *concepts)
{
    json_t *firsts = json_object(), *years = json_array(), *series = json_array(), *changes = json_array();
    for (size_t i = 0; i < facts->first_count; i++)
        json_object_set_new(firsts, tifa_tier_name(facts->first_tiers[i]), place_record(&facts->firsts[i]));
    for (size_t i = 0; i < facts->year_count; i++)
        json_array_append_new(years, year_record(&facts->years[i]));
    for (size_t i = 0; i < facts->series_count; i++)
        json_array_append_new(series, json_pack("{s:s, s:I, s:I, s:s, s:s}", "name", facts->series[i].name,
                                                "items", (json_int_t)facts->series[i].items, "with",
                                                (json_int_t)facts->series[i].with, "years",
                                                facts->series[i].years, "all", facts->series[i].all));
    for (size_t i = 0; i < facts->change_count; i++)
        json_array_append_new(changes, change_record(families, &facts->changes[i]));
    record_print_json(
        printer, json_pack("{s:I, s:I, s:I, s:I, s:o, s:o, s:I, s:b, s:o, s:o, s:o, s:o}", "hits",
                           (json_int_t)facts->hits, "documents", (json_int_t)facts->documents, "of",
                           (json_int_t)facts->of, "undated", (json_int_t)facts->undated, "firsts", firsts,
                           "last", facts->last ? place_record(facts->last) : json_null(), "later",
                           (json_int_t)facts->later, "is_gone", facts->is_gone, "years", years, "series",
                           series, "versions", changes, "fading", fading_record(facts, concepts)));
}

/* ---- Text ------------------------------------------------------------------------------------ */

static void print_place(const TifaPrinter *printer, const char *label, const TifaHistoryPlace *place)
{
    fprintf(printer->file, "%-16s %-10s  %s, document %" G_GINT64_FORMAT, label,
            place->entry.date ? place->entry.date : "",
            place->entry.title ? place->entry.title : place->entry.path, place->entry.id);
    if (place->article)
        fprintf(printer->file, ", article %u", place->article);
    if (place->page)
        fprintf(printer->file, ", page %u", place->page);
    fputs("\n                 ", printer->file);
    style_print_wrapped(printer, place->quote, MAX(printer->width, 60u) - 17, 17);
    fputc('\n', printer->file);
}

static void print_head(const TifaPrinter *printer, const TifaHistoryFacts *facts)
{
    fprintf(printer->file, "%" G_GUINT64_FORMAT " places in %zu of %zu documents with a date", facts->hits,
            facts->documents, facts->of);
    if (facts->undated)
        fprintf(printer->file, ", and %zu without, which are left out", facts->undated);
    fputc('\n', printer->file);
    for (size_t i = 0; i < facts->first_count; i++) {
        g_autofree char *label = g_strdup_printf("first %s", tifa_tier_name(facts->first_tiers[i]));
        print_place(printer, label, &facts->firsts[i]);
    }
    if (!facts->last)
        return;
    print_place(printer, "last", facts->last);
    if (facts->later)
        fprintf(printer->file,
                "                 none of %zu later documents has it (share at most %.3g %%): %s\n",
                facts->later, MIN(300.0 / (double)facts->later, 100.0),
                facts->is_gone ? "gone" : "too few to tell whether it is gone");
}

static void print_years(const TifaPrinter *printer, const TifaHistoryFacts *facts)
{
    static const char head[] =
        "\nyear     hits  documents       share, 95 %  central province local  new issuers\n";
    bool has_begun = false;
    style_print(printer, STYLE_DIM, head, strlen(head));
    for (size_t i = 0; i < facts->year_count; i++) {
        const TifaHistoryYear *year = &facts->years[i];
        has_begun |= year->documents > 0;
        if (!has_begun || !year->of)
            continue;
        fprintf(printer->file,
                "%u %8" G_GUINT64_FORMAT " %5zu of %-5zu %5.1f to %5.1f %% %7zu %8zu %5zu %8zu\n", year->year,
                year->hits, year->documents, year->of, 100 * year->share.low, 100 * year->share.high,
                year->tiers[TIFA_TIER_CENTRAL], year->tiers[TIFA_TIER_PROVINCE], year->tiers[TIFA_TIER_LOCAL],
                year->new_issuers);
    }
}

static void print_lineage(const TifaPrinter *printer, const TifaFamilies *families,
                          const TifaHistoryFacts *facts)
{
    enum { MOST_SERIES = 12 };
    for (size_t i = 0; i < MIN(facts->series_count, (size_t)MOST_SERIES); i++)
        fprintf(printer->file, "%s%s, %zu of %zu items (%s): %s\n", i ? "" : "\n", facts->series[i].name,
                facts->series[i].with, facts->series[i].items, facts->series[i].all, facts->series[i].years);
    if (facts->series_count > MOST_SERIES)
        fprintf(printer->file, "and %zu more series; --format json shows all\n",
                facts->series_count - MOST_SERIES);
    for (size_t i = 0; i < facts->change_count; i++) {
        TifaVersion version = tifa_families_version(families, facts->changes[i].version);
        fprintf(printer->file, "%s%s %s with the version of %s, document %" G_GINT64_FORMAT "\n",
                i ? "" : "\n", facts->changes[i].is_gone ? "went out of" : "came into",
                tifa_families_get(families, version.family).title, version.date ? version.date : "no date",
                version.documents[0]);
    }
}

static void print_fading(const TifaPrinter *printer, const TifaHistoryFacts *facts,
                         const TifaConcepts *concepts)
{
    if (!facts->turn) {
        fputs("\nno fading can be detected: the share of documents falls in no year for sure\n",
              printer->file);
        return;
    }
    fprintf(printer->file, "\nfades after %u: in %zu of %zu documents from %u on, in %zu of %zu after\n",
            facts->turn, facts->before, facts->before_of, facts->begin, facts->after, facts->after_of);
    if (!facts->successor_count)
        fputs("no concept that surely rises meanwhile stands in like contexts\n", printer->file);
    for (size_t i = 0; i < facts->successor_count; i++) {
        const TifaSuccessor *successor = &facts->successors[i];
        TifaConcept concept = tifa_concepts_get(concepts, successor->concept);
        fprintf(printer->file,
                "rises meanwhile: {%s} %s (%s; contexts alike %.2f), in %zu before, in %zu after%s\n",
                concept.id, concept.zh, successor->said, successor->likeness, successor->before,
                successor->after, successor->is_sure ? "" : ": too few to be sure");
        print_place(printer, "  until then", &successor->early);
        print_place(printer, "  after", &successor->late);
    }
}

/* ---- CSV ------------------------------------------------------------------------------------- */

static void print_csv(const TifaPrinter *printer, const TifaHistoryFacts *facts)
{
    for (size_t i = 0; i < facts->year_count; i++) {
        const TifaHistoryYear *year = &facts->years[i];
        json_t *record =
            json_pack("{s:i, s:I, s:I, s:I}", "year", (int)year->year, "hits", (json_int_t)year->hits,
                      "documents", (json_int_t)year->documents, "of", (json_int_t)year->of);
        json_object_set_new(record, "low", isnan(year->share.low) ? json_null() : json_real(year->share.low));
        json_object_set_new(record, "high",
                            isnan(year->share.high) ? json_null() : json_real(year->share.high));
        for (TifaTier tier = 0; tier < TIFA_TIER_COUNT; tier++)
            json_object_set_new(record, tifa_tier_name(tier), json_integer((json_int_t)year->tiers[tier]));
        json_object_set_new(record, "new_issuers", json_integer((json_int_t)year->new_issuers));
        record_print_csv(printer, record, i == 0);
    }
}

bool tifa_print_history(const TifaPrinter *printer, TifaCorpus *corpus, const TifaFamilies *families,
                        const TifaHistory *history, GError **error)
{
    const TifaHistoryFacts *facts = tifa_history_facts(history);
    const TifaConcepts *concepts = tifa_corpus_concepts(corpus, error);
    if (!concepts || !record_accepts(printer, RECORD_TEXT | RECORD_JSON | RECORD_CSV, "a history", error))
        return false;
    if (printer->format == TIFA_FORMAT_JSON) {
        print_json(printer, families, facts, concepts);
    } else if (printer->format == TIFA_FORMAT_CSV) {
        print_csv(printer, facts);
    } else {
        print_head(printer, facts);
        if (facts->documents) {
            print_years(printer, facts);
            print_lineage(printer, families, facts);
            print_fading(printer, facts, concepts);
        }
    }
    return record_finish(printer, error);
}
