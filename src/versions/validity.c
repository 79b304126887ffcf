/* validity.c - when each version was in force.
 *
 * It begins by its own clause; a version made by an amendment keeps the clause of the first version, so the
 * amendment's decision is asked, if the corpus has it. It ends when the next one begins, when another
 * instrument repeals it, or by its own term. What no text says is the most that can be said, and marked as
 * unsure.
 */
#include "text/dates.h"
#include "text/slice.h"
#include "text/structure.h"
#include "versions/day.h"
#include "versions/families.h"

#include <string.h>

static const Paper *paper_of(const TifaFamilies *families, int64_t document)
{
    return &families->papers.items[paper_find(families, document)];
}

/* The first value of a field among a version's texts, or NULL. */
static const char *value_of(const TifaFamilies *families, const TifaVersion *version, TifaField field)
{
    for (size_t i = 0; i < version->copies; i++) {
        const char *value = paper_of(families, version->documents[i])->values[field];
        if (value)
            return value;
    }
    return NULL;
}

/* ---- From when ------------------------------------------------------------------------------- */

static void set_from(TifaVersion *version, const char *from, bool is_sure, const char *reason)
{
    version->from = from;
    version->is_from_sure = is_sure;
    version->from_reason = reason;
}

/* The day on which the version was first adopted: what its clause may not precede. */
static const char *adopted_on(const TifaFamilies *families, const TifaVersion *version)
{
    for (size_t i = 0; i < version->copies; i++) {
        const Paper *paper = paper_of(families, version->documents[i]);
        const Making *last = paper->makings.length ? &array_last(&paper->makings) : NULL;
        if (last && g_strcmp0(last->last, version->date) == 0)
            return last->first;
    }
    return version->date;
}

/* Whether the version's preamble tells that a version came before it. */
static bool is_amended(const TifaFamilies *families, const TifaVersion *version)
{
    for (size_t i = 0; i < version->copies; i++)
        if (paper_of(families, version->documents[i])->makings.length > 1)
            return true;
    return version > &families->versions.items[families->families.items[version->family].first];
}

/* The decisions that amend, by the family and the day: "12 2018-09-20" -> TifaTie. */
static GHashTable *index_decisions(const TifaFamilies *families)
{
    GHashTable *decisions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; i < families->ties.length; i++) {
        const TifaTie *tie = &families->ties.items[i];
        const char *date = paper_of(families, tie->document)->values[TIFA_FIELD_DATE];
        if (tie->kind == TIFA_TIE_AMENDS && tie->other != TIFA_NONE && date)
            g_hash_table_insert(decisions, g_strdup_printf("%zu %s", tie->other, date), (void *)tie);
    }
    return decisions;
}

/* The decision of the version's day that amends its family, or NULL. */
static const TifaTie *find_decision(GHashTable *decisions, const TifaVersion *version)
{
    g_autofree char *key = g_strdup_printf("%zu %s", version->family, version->date);
    return g_hash_table_lookup(decisions, key);
}

/* A clause of a text of the family, kept by later versions, that can only be about this version: it lies
 * between its making and the next. */
static const char *find_kept_clause(const TifaFamilies *families, const TifaVersion *version,
                                    const char *next)
{
    const Family *family = &families->families.items[version->family];
    for (size_t i = 0; i < family->paper_count; i++) {
        const char *effective = families->papers.items[family->papers[i]].values[TIFA_FIELD_EFFECTIVE];
        if (effective && strcmp(effective, version->date) >= 0 && next && strcmp(effective, next) < 0)
            return effective;
    }
    return NULL;
}

static void find_from(TifaFamilies *families, GHashTable *decisions, TifaVersion *version, const char *next)
{
    const char *clause = value_of(families, version, TIFA_FIELD_EFFECTIVE);
    if (!version->date && clause)
        set_from(version, clause, true, "its clause says so");
    if (version->draft || !version->date)
        return;
    const TifaTie *decision = find_decision(decisions, version);
    const char *kept = find_kept_clause(families, version, next);
    bool is_own = clause && strcmp(clause, adopted_on(families, version)) >= 0;
    if (is_own || (clause && !is_amended(families, version)))
        set_from(version, clause, true, "its clause says so");
    else if (decision && decision->date)
        set_from(version, decision->date,
                 paper_of(families, decision->document)->values[TIFA_FIELD_EFFECTIVE],
                 "the decision that amends it says so");
    else if (kept)
        set_from(version, kept, true, "a later version keeps its clause");
    else if (clause)
        set_from(version, version->date, false, "amended then; its clause is that of an earlier version");
    else
        set_from(version, version->date, false,
                 version->copies ? "its text does not say" : "named by another version's preamble");
}

/* ---- Until when ------------------------------------------------------------------------------ */

static void set_until(TifaVersion *version, TifaEnd end, const char *until, bool is_sure, int64_t document,
                      const char *reason)
{
    if (version->draft || (version->until && strcmp(version->until, until) <= 0))
        return;
    version->end = end;
    version->until = until;
    version->is_until_sure = is_sure;
    version->until_reason = reason;
    version->ended_by = document;
}

/* Each version ends when the next that was adopted begins. */
static void end_by_next(TifaFamilies *families, const Family *family)
{
    const TifaVersion *next = NULL;
    for (size_t i = family->first + family->count; i > family->first; i--) {
        TifaVersion *version = &families->versions.items[i - 1];
        if (version->draft || !version->date)
            continue;
        if (next && next->from)
            set_until(version, TIFA_END_REPLACED, next->from, next->is_from_sure,
                      next->copies ? next->documents[0] : 0, "the next version begins");
        next = version;
    }
}

static void end_by_ties(TifaFamilies *families)
{
    for (size_t t = 0; t < families->ties.length; t++) {
        const TifaTie *tie = &families->ties.items[t];
        bool is_end = tie->kind == TIFA_TIE_REPEALS || tie->kind == TIFA_TIE_SUCCEEDS;
        if (!is_end || tie->other == TIFA_NONE || !tie->date)
            continue;
        const Family *family = &families->families.items[tie->other];
        for (size_t i = family->first; i < family->first + family->count; i++) {
            TifaVersion *version = &families->versions.items[i];
            if (!version->date || strcmp(version->date, tie->date) < 0)
                set_until(version, TIFA_END_REPEALED, tie->date, !g_str_equal(tie->said, "title"),
                          tie->document,
                          tie->kind == TIFA_TIE_REPEALS ? "another instrument repeals it"
                                                        : "another instrument takes its place");
        }
    }
}

/* 有效期五年, 有效期至2028年7月9日: the first day on which it holds no more; NULL if it does not say. Free
 * with g_free(). */
static char *read_term(const char *from, const char *status)
{
    static const char *const term = "有效期", *const lead[] = {"为", "：", NULL};
    const char *place = strstr(status, term);
    Slice rest = slice_of(place ? place + strlen(term) : "");
    int64_t to = slice_find(rest, "至");
    TifaSpan span;
    Date date;
    if (to >= 0 && date_find(rest.text + to, rest.length - (size_t)to, &span, &date) && date.day) {
        g_autofree char *last = date_iso(date);
        return day_after(last, 0, 1);
    }
    const char *word = slice_starts_one(rest, lead);
    size_t used;
    rest = word ? slice_from(rest, strlen(word)) : rest;
    int64_t years = structure_number(rest.text, rest.length, &used);
    bool is_term = years > 0 && years <= 100 && slice_starts(slice_from(rest, used), "年");
    return is_term ? day_after(from, (unsigned)years, 0) : NULL;
}

static void end_by_term(TifaFamilies *families, TifaVersion *version)
{
    const char *status = value_of(families, version, TIFA_FIELD_STATUS);
    g_autofree char *until = status && version->from ? read_term(version->from, status) : NULL;
    if (until)
        set_until(version, TIFA_END_EXPIRED, g_string_chunk_insert_const(families->strings, until),
                  version->is_from_sure, 0, "its own term ends");
    unsigned last = version->copies ? paper_of(families, version->documents[0])->title.period_end : 0;
    const char *level = value_of(families, version, TIFA_FIELD_LEVEL);
    if (last && g_strcmp0(level, "plan") == 0) {
        g_autofree char *day = g_strdup_printf("%u-01-01", last + 1);
        set_until(version, TIFA_END_EXPIRED, g_string_chunk_insert_const(families->strings, day), false, 0,
                  "the period it plans for ends");
    }
}

/* A page may say that its text has been repealed or amended, and not when. */
static void end_by_status(const TifaFamilies *families, TifaVersion *version)
{
    static const char *const repealed[] = {"废止", "失效", NULL}, *const amended[] = {"已修改", "已修订",
                                                                                      NULL};
    const char *status = value_of(families, version, TIFA_FIELD_STATUS);
    if (!status || version->until || version->draft)
        return;
    if (slice_has_one(slice_of(status), repealed))
        version->end = TIFA_END_REPEALED;
    else if (slice_has_one(slice_of(status), amended))
        version->end = TIFA_END_REPLACED;
}

/* ---- All families ---------------------------------------------------------------------------- */

void families_find_validity(TifaFamilies *families)
{
    g_autoptr(GHashTable) decisions = index_decisions(families);
    for (size_t f = 0; f < families->families.length; f++) {
        const Family *family = &families->families.items[f];
        const char *next = NULL;
        if (!family->is_rule)
            continue;
        for (size_t i = family->first + family->count; i > family->first; i--) {
            TifaVersion *version = &families->versions.items[i - 1];
            find_from(families, decisions, version, next);
            next = version->draft || !version->date ? next : version->date;
        }
        end_by_next(families, family);
    }
    end_by_ties(families);
    for (size_t i = 0; i < families->versions.length; i++) {
        end_by_term(families, &families->versions.items[i]);
        end_by_status(families, &families->versions.items[i]);
    }
}
