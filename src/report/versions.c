/* versions.c - instruments with their versions, what was in force on a day, and series. */
#include "base/utf8.h"
#include "report/record.h"
#include "report/style.h"

#include <string.h>

static const char *const end_names[] = {
    [TIFA_END_NONE] = NULL,
    [TIFA_END_REPLACED] = "replaced",
    [TIFA_END_REPEALED] = "repealed",
    [TIFA_END_EXPIRED] = "expired",
};

/* ---- JSON and CSV ---------------------------------------------------------------------------- */

static json_t *changes_record(const TifaComparisonSummary *changes)
{
    json_t *record = json_object();
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++)
        json_object_set_new(record, tifa_change_kind_name(kind),
                            json_integer((json_int_t)changes->kinds[kind]));
    return record;
}

static json_t *version_record(const TifaFamilies *families, size_t index,
                              const TifaFamiliesPrinting *printing)
{
    TifaVersion version = tifa_families_version(families, index);
    bool is_sure;
    TifaStatus status = tifa_families_status(families, index, printing->day, &is_sure);
    json_t *documents = json_array();
    for (size_t i = 0; i < version.copies; i++)
        json_array_append_new(documents, json_integer(version.documents[i]));
    json_t *record = json_pack("{s:o, s:o, s:o, s:o, s:o, s:s, s:b}", "title",
                               record_string(tifa_families_get(families, version.family).title), "date",
                               record_string(version.date), "deed", record_string(version.deed), "draft",
                               record_string(version.draft), "document",
                               version.copies ? json_integer(version.documents[0]) : json_null(), "status",
                               tifa_status_name(status), "status_sure", is_sure);
    json_object_set_new(record, "from", record_string(version.from));
    json_object_set_new(record, "from_sure", json_boolean(version.is_from_sure));
    json_object_set_new(record, "from_reason", record_string(version.from_reason));
    json_object_set_new(record, "until", record_string(version.until));
    json_object_set_new(record, "until_sure", json_boolean(version.is_until_sure));
    json_object_set_new(record, "until_reason", record_string(version.until_reason));
    json_object_set_new(record, "end", record_string(end_names[version.end]));
    json_object_set_new(record, "ended_by", version.ended_by ? json_integer(version.ended_by) : json_null());
    json_object_set_new(record, "said", record_string(version.said));
    json_object_set_new(record, "note", record_string(version.note));
    json_object_set_new(record, "documents", documents);
    return record;
}

static json_t *tie_record(const TifaFamilies *families, const TifaTie *tie, bool is_own)
{
    const char *other = is_own ? tie->title : tifa_families_get(families, tie->family).title;
    json_t *record =
        json_pack("{s:s, s:s, s:s, s:o, s:I, s:s, s:b}", "kind", tifa_tie_kind_name(tie->kind), "direction",
                  is_own ? "to" : "from", "title", other, "date", record_string(tie->date), "document",
                  (json_int_t)tie->document, "said", tie->said, "in_corpus", tie->other != TIFA_NONE);
    json_object_set_new(record, "sure", json_boolean(!tie->is_unsure));
    return record;
}

static bool add_change(json_t *record, const TifaFamilies *families, size_t index,
                       const TifaFamiliesPrinting *printing, GError **error)
{
    TifaVersionChange change;
    if (!tifa_families_version(families, index).copies)
        return true;
    if (!tifa_families_compare(families, printing->corpus, index, &change, error))
        return false;
    json_object_set_new(record, "articles", json_integer((json_int_t)change.articles));
    if (change.before != TIFA_NONE)
        json_object_set_new(record, "changes", changes_record(&change.changes));
    return true;
}

static bool print_family_json(const TifaPrinter *printer, const TifaFamilies *families, size_t index,
                              const TifaFamiliesPrinting *printing, GError **error)
{
    TifaFamily family = tifa_families_get(families, index);
    json_t *versions = json_array(), *ties = json_array();
    bool is_read = true;
    for (size_t i = family.first; i < family.first + family.count; i++) {
        json_t *record = version_record(families, i, printing);
        json_array_append_new(versions, record);
        if (printing->family != TIFA_NONE)
            is_read = is_read && add_change(record, families, i, printing, error);
    }
    size_t count;
    const TifaTie *all = tifa_families_ties(families, &count);
    for (size_t i = 0; i < count; i++)
        if (all[i].family == index || all[i].other == index)
            json_array_append_new(ties, tie_record(families, &all[i], all[i].family == index));
    record_print_json(printer, json_pack("{s:s, s:o, s:b, s:o, s:o, s:o}", "title", family.title, "series",
                                         record_string(family.series), "is_rule", family.is_rule, "note",
                                         record_string(family.note), "versions", versions, "ties", ties));
    return is_read;
}

/* ---- Text ------------------------------------------------------------------------------------ */

static void print_dim(const TifaPrinter *printer, const char *text)
{
    style_print(printer, STYLE_DIM, text, strlen(text));
}

/* A date with ? behind it where it is not sure, padded to 12 columns. */
static void print_date(const TifaPrinter *printer, const char *date, bool is_sure)
{
    g_autofree char *shown = g_strconcat(date ? date : "", date && !is_sure ? "?" : "", NULL);
    fprintf(printer->file, "%-11s ", shown);
}

static void print_documents(const TifaPrinter *printer, const TifaVersion *version)
{
    if (!version->copies)
        print_dim(printer, "text not in the corpus");
    for (size_t i = 0; i < version->copies; i++)
        fprintf(printer->file, "%s%" G_GINT64_FORMAT, i ? ", " : "document ", version->documents[i]);
}

static void print_version(const TifaPrinter *printer, const TifaFamilies *families, size_t index,
                          const TifaFamiliesPrinting *printing)
{
    TifaVersion version = tifa_families_version(families, index);
    bool is_sure;
    TifaStatus status = tifa_families_status(families, index, printing->day, &is_sure);
    g_autofree char *name = g_strconcat(tifa_status_name(status), is_sure ? "" : "?", NULL);
    fprintf(printer->file, "  %-10s  %-18s", version.date ? version.date : "no date", name);
    print_date(printer, version.from, version.is_from_sure);
    fputs(version.until ? "to " : "   ", printer->file);
    print_date(printer, version.until, version.is_until_sure);
    print_documents(printer, &version);
    if (version.draft)
        fprintf(printer->file, "  %s", version.draft);
    else if (version.deed)
        fprintf(printer->file, "  %s", version.deed);
    fputc('\n', printer->file);
}

static void print_note(const TifaPrinter *printer, const char *label, const char *note)
{
    g_autofree char *line = g_strdup_printf("              %s%s\n", label, note ? note : "");
    if (note)
        print_dim(printer, line);
}

static void print_changes(const TifaPrinter *printer, const TifaFamilies *families,
                          const TifaVersionChange *change)
{
    const size_t *kinds = change->changes.kinds;
    size_t modified = kinds[TIFA_CHANGE_MODIFIED] + kinds[TIFA_CHANGE_MOVED_MODIFIED];
    g_autofree char *line = g_strdup_printf(
        "%zu modified, %zu added, %zu deleted, %zu moved, %zu split or merged, %zu only renumbered, %zu "
        "unchanged, since %s",
        modified, kinds[TIFA_CHANGE_ADDED], kinds[TIFA_CHANGE_DELETED], kinds[TIFA_CHANGE_MOVED],
        kinds[TIFA_CHANGE_SPLIT] + kinds[TIFA_CHANGE_MERGED], kinds[TIFA_CHANGE_RENUMBERED],
        kinds[TIFA_CHANGE_UNCHANGED], tifa_families_version(families, change->before).date);
    print_note(printer, "", line);
}

static bool print_details(const TifaPrinter *printer, const TifaFamilies *families, size_t index,
                          const TifaFamiliesPrinting *printing, GError **error)
{
    TifaVersion version = tifa_families_version(families, index);
    TifaVersionChange change;
    if (version.copies && !tifa_families_compare(families, printing->corpus, index, &change, error))
        return false;
    if (version.copies && change.articles) {
        g_autofree char *articles = g_strdup_printf("%zu articles", change.articles);
        print_note(printer, "", articles);
    }
    if (version.copies && change.before != TIFA_NONE)
        print_changes(printer, families, &change);
    bool is_plain = !version.copies || version.is_from_sure;
    print_note(printer, "from: ", is_plain ? NULL : version.from_reason);
    print_note(printer, "until: ", version.end == TIFA_END_EXPIRED ? version.until_reason : NULL);
    if (g_strcmp0(version.said, "manual") == 0)
        print_note(printer, "belongs here because people said so", "");
    print_note(printer, "note: ", version.note);
    return true;
}

static void print_ties(const TifaPrinter *printer, const TifaFamilies *families, size_t index)
{
    static const char *const own[] = {"repeals", "takes the place of", "amends", "is a translation of"};
    static const char *const others[] = {"repealed by", "gives way to", "amended by", "translated by"};
    size_t count;
    const TifaTie *ties = tifa_families_ties(families, &count);
    for (size_t i = 0; i < count; i++) {
        const TifaTie *tie = &ties[i];
        if (tie->family == index)
            fprintf(printer->file, "  %s %s%s", own[tie->kind], tie->title,
                    tie->other == TIFA_NONE ? " (not in the corpus)" : "");
        else if (tie->other == index)
            fprintf(printer->file, "  %s %s", others[tie->kind],
                    tifa_families_get(families, tie->family).title);
        else
            continue;
        fprintf(printer->file, "%s, %s (by %s, document %" G_GINT64_FORMAT ")\n", tie->is_unsure ? "?" : "",
                tie->date ? tie->date : "no date", tie->said, tie->document);
    }
}

static bool print_family_text(const TifaPrinter *printer, const TifaFamilies *families, size_t index,
                              const TifaFamiliesPrinting *printing, GError **error)
{
    TifaFamily family = tifa_families_get(families, index);
    bool is_read = true;
    style_print(printer, STYLE_HEAD, family.title, strlen(family.title));
    fputc('\n', printer->file);
    for (size_t i = family.first; is_read && i < family.first + family.count; i++) {
        print_version(printer, families, i, printing);
        if (printing->family != TIFA_NONE)
            is_read = print_details(printer, families, i, printing, error);
    }
    if (family.note)
        fprintf(printer->file, "  note: %s\n", family.note);
    print_ties(printer, families, index);
    return is_read;
}

/* ---- Series ---------------------------------------------------------------------------------- */

static int compare_series(const void *left, const void *right, void *data)
{
    const TifaFamilies *families = data;
    TifaFamily a = tifa_families_get(families, *(const size_t *)left);
    TifaFamily b = tifa_families_get(families, *(const size_t *)right);
    int by_name = strcmp(a.series, b.series);
    if (by_name)
        return by_name;
    return g_strcmp0(tifa_families_version(families, a.first).date,
                     tifa_families_version(families, b.first).date);
}

/* The families of one series, or of all, by series and date. Free with g_free(). */
static size_t *list_series(const TifaFamilies *families, const char *series, size_t *count)
{
    size_t *list = g_new(size_t, tifa_families_count(families) + 1);
    *count = 0;
    for (size_t i = 0; i < tifa_families_count(families); i++) {
        const char *own = tifa_families_get(families, i).series;
        if (own && (!series || g_str_equal(own, series)))
            list[(*count)++] = i;
    }
    g_qsort_with_data(list, (int)*count, sizeof *list, compare_series, (void *)families);
    return list;
}

static json_t *item_record(const TifaFamilies *families, size_t index)
{
    TifaFamily family = tifa_families_get(families, index);
    TifaVersion version = tifa_families_version(families, family.first);
    return json_pack("{s:s, s:o, s:s, s:o}", "series", family.series, "date", record_string(version.date),
                     "title", family.title, "document",
                     version.copies ? json_integer(version.documents[0]) : json_null());
}

static void print_series(const TifaPrinter *printer, const TifaFamilies *families, const char *series)
{
    size_t count;
    g_autofree size_t *list = list_series(families, series, &count);
    const char *last = NULL;
    for (size_t i = 0; i < count; i++) {
        TifaFamily family = tifa_families_get(families, list[i]);
        TifaVersion version = tifa_families_version(families, family.first);
        if (printer->format != TIFA_FORMAT_TEXT) {
            record_print(printer, item_record(families, list[i]), i == 0);
            continue;
        }
        if (g_strcmp0(last, family.series) != 0)
            fprintf(printer->file, "%s (a series: its items are no versions of one another)\n",
                    family.series);
        last = family.series;
        fprintf(printer->file, "  %-10s  %s, ", version.date ? version.date : "no date", family.title);
        print_documents(printer, &version);
        fputc('\n', printer->file);
    }
}

/* ---- Families -------------------------------------------------------------------------------- */

static void print_csv(const TifaPrinter *printer, const TifaFamilies *families, size_t index,
                      const TifaFamiliesPrinting *printing, bool *is_first)
{
    TifaFamily family = tifa_families_get(families, index);
    for (size_t i = family.first; i < family.first + family.count; i++, *is_first = false)
        record_print_csv(printer, version_record(families, i, printing), *is_first);
}

bool tifa_print_families(const TifaPrinter *printer, const TifaFamilies *families,
                         const TifaFamiliesPrinting *printing, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_JSON | RECORD_CSV, "versions", error))
        return false;
    bool is_first = true, is_one = printing->family != TIFA_NONE;
    if (printing->is_series)
        print_series(printer, families, NULL);
    for (size_t i = 0; !printing->is_series && i < tifa_families_count(families); i++) {
        if (is_one ? i != printing->family : tifa_families_get(families, i).texts < 2)
            continue;
        if (printer->format == TIFA_FORMAT_CSV)
            print_csv(printer, families, i, printing, &is_first);
        else if (printer->format == TIFA_FORMAT_JSON
                     ? !print_family_json(printer, families, i, printing, error)
                     : !print_family_text(printer, families, i, printing, error))
            return false;
    }
    const char *series = is_one ? tifa_families_get(families, printing->family).series : NULL;
    if (series && printer->format == TIFA_FORMAT_TEXT)
        print_series(printer, families, series);
    return record_finish(printer, error);
}

/* ---- In force -------------------------------------------------------------------------------- */

static void print_valid(const TifaPrinter *printer, const TifaFamilies *families, size_t index)
{
    TifaVersion version = tifa_families_version(families, index);
    print_date(printer, version.from, version.is_from_sure);
    fprintf(printer->file, "%s, %s%s%s, ", tifa_families_get(families, version.family).title,
            version.date ? version.date : "no date", version.deed ? " " : "",
            version.deed ? version.deed : "");
    print_documents(printer, &version);
    fputc('\n', printer->file);
}

bool tifa_print_in_force(const TifaPrinter *printer, const TifaFamilies *families,
                         const TifaFamiliesPrinting *printing, size_t *count, GError **error)
{
    *count = 0;
    if (!record_accepts(printer, RECORD_TEXT | RECORD_JSON | RECORD_CSV, "what was in force", error))
        return false;
    for (size_t i = 0; i < tifa_families_count(families); i++) {
        TifaFamily family = tifa_families_get(families, i);
        bool is_wanted = printing->family == TIFA_NONE ? family.is_rule : i == printing->family;
        size_t version = is_wanted ? tifa_families_as_of(families, i, printing->day) : TIFA_NONE;
        if (version == TIFA_NONE)
            continue;
        if (printer->format == TIFA_FORMAT_TEXT)
            print_valid(printer, families, version);
        else
            record_print(printer, version_record(families, version, printing), *count == 0);
        ++*count;
    }
    return record_finish(printer, error);
}
