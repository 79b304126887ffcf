/* check.c - faults that only the whole dictionary shows. Loading does not need these, so they are warnings.
 */
#include "tag/concepts.h"

#include "tag/label.h"
#include <string.h>

typedef struct {
    const TifaConcepts *concepts;
    TifaFaults *faults;
} Check;

static void warn(const Check *check, const Concept *concept, Column column, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

static void warn(const Check *check, const Concept *concept, Column column, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *reason = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    FaultPlace place = concept_place(concept, column);
    fault_add(check->faults, &place, false, "%s", reason);
}

/* ---- Relations and dates --------------------------------------------------------------------- */

static void check_ids(const Check *check, const Concept *concept, Column column)
{
    g_autofree char *cell = g_strdup(concept->row->cells[column]);
    for (char *rest = cell, *id; (id = list_next(&rest, '|'));) {
        if (tifa_concepts_find(check->concepts, id) < 0)
            warn(check, concept, column, "there is no concept \"%s\"", id);
        else if (strcmp(id, concept->row->cells[COLUMN_ID]) == 0)
            warn(check, concept, column, "names the concept itself");
    }
}

static void check_renamed(const Check *check, const Concept *concept)
{
    g_autofree char *cell = g_strdup(concept->row->cells[COLUMN_RENAMED_TO]);
    for (char *rest = cell, *member; (member = list_next(&rest, '|'));) {
        char *date = strchr(member, '@');
        DateRange range;
        if (!date || !date_range(date + 1, &range)) {
            warn(check, concept, COLUMN_RENAMED_TO, "\"%s\" is not of the form id@2018 or id@2018-03-17",
                 member);
            continue;
        }
        *date = 0;
        if (tifa_concepts_find(check->concepts, member) < 0)
            warn(check, concept, COLUMN_RENAMED_TO, "there is no concept \"%s\"", member);
    }
}

/* The days of a date cell; all days if it is empty or faulty. */
static DateRange check_date(const Check *check, const Concept *concept, Column column)
{
    DateRange range = {0, DATE_LAST};
    const char *cell = concept->row->cells[column];
    if (*cell && !date_range(cell, &range)) {
        warn(check, concept, column, "\"%s\" is no date as 2018, 2018-03 or 2018-03-17", cell);
        range = (DateRange){0, DATE_LAST};
    }
    return range;
}

static void check_dates(const Check *check, const Concept *concept)
{
    DateRange from = check_date(check, concept, COLUMN_VALID_FROM);
    DateRange to = check_date(check, concept, COLUMN_VALID_TO);
    if (from.from > to.to)
        warn(check, concept, COLUMN_VALID_TO, "ends before it begins");
}

static void check_facets(const Check *check, const Concept *concept)
{
    static const char *const known[] = {"access", "integrity", "ip", "dual-use", NULL};
    g_autofree char *cell = g_strdup(concept->row->cells[COLUMN_FACETS]);
    for (char *rest = cell, *facet; (facet = list_next(&rest, '|'));)
        if (!g_strv_contains(known, facet))
            warn(check, concept, COLUMN_FACETS,
                 "\"%s\" is none of the facets access, integrity, ip, dual-use", facet);
}

/* ---- Circles --------------------------------------------------------------------------------- */

typedef enum {
    NOT_SEEN,
    ON_PATH,
    DONE,
} Colour;

typedef struct {
    uint32_t concept;
    char *cell, *rest; /* the broader concepts still to follow */
} Step;

typedef struct {
    Colour *colours;
    ARRAY(Step) path;
} Walk;

static void enter(const Check *check, Walk *walk, uint32_t index)
{
    const Concept *concept = &check->concepts->concepts.items[index];
    char *cell = g_strdup(concept->row->cells[COLUMN_BROADER]);
    walk->colours[index] = ON_PATH;
    array_push(&walk->path, ((Step){index, cell, cell}));
}

/* Follows the broader concepts of one concept, depth first, and reports each that leads back. */
static void walk_from(const Check *check, Walk *walk, uint32_t index)
{
    enter(check, walk, index);
    while (walk->path.length > 0) {
        Step *step = &array_last(&walk->path);
        char *id = list_next(&step->rest, '|');
        int64_t next = id ? tifa_concepts_find(check->concepts, id) : -1;
        if (!id) {
            walk->colours[step->concept] = DONE;
            g_free(step->cell);
            walk->path.length--;
        } else if (next >= 0 && walk->colours[next] == NOT_SEEN) {
            enter(check, walk, (uint32_t)next);
        } else if (next >= 0 && walk->colours[next] == ON_PATH && (uint32_t)next != step->concept) {
            warn(check, &check->concepts->concepts.items[step->concept], COLUMN_BROADER,
                 "runs in a circle: \"%s\" is also narrower", id);
        }
    }
}

static void check_circles(const Check *check)
{
    size_t count = check->concepts->concepts.length;
    Walk walk = {.colours = g_new0(Colour, count)};
    for (uint32_t i = 0; i < count; i++)
        if (walk.colours[i] == NOT_SEEN)
            walk_from(check, &walk, i);
    g_free(walk.colours);
    array_clear(&walk.path);
}

/* ---- Labels that never count ----------------------------------------------------------------- */

/* Whether the label can stand alone, without another word beside or near it. */
static bool can_stand_alone(const TifaConcepts *concepts, const Label *label)
{
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next) {
        GuardKind kind = concepts->guards.items[concepts->guard_links.items[link].guard].kind;
        if (kind == GUARD_ONLY_BEHIND || kind == GUARD_ONLY_BEFORE || kind == GUARD_NEAR ||
            kind == GUARD_QUOTED)
            return false;
    }
    return !label->is_never && label->kind != TIFA_LABEL_PINYIN &&
           (label_is_shown(label) || !label_is_pattern(label->text));
}

/* Warns if a label alone would not become its concept's tag. */
static void check_label(const Check *check, const Label *label)
{
    const TifaConcepts *concepts = check->concepts;
    if (!can_stand_alone(concepts, label))
        return;
    TifaTags tags = {0};
    size_t length = strlen(label->text);
    tifa_concepts_tag(concepts, label->text, length, NULL, &tags);
    bool is_found = false;
    for (size_t i = 0; i < tags.length; i++)
    is_found |= tags.items[i].concept == label->concept;
    array_clear(&tags);
    if (!is_found)
        warn(check, &concepts->concepts.items[label->concept], label_column(label),
             "the label \"%s\" is never found: another concept or a guard stands against it", label->text);
}

/* Whether `refusing` refuses every place that `only` asks for. */
static bool is_contradiction(const Guard *only, const Guard *refusing)
{
    bool is_behind = only->kind == GUARD_ONLY_BEHIND && refusing->kind == GUARD_BEHIND;
    bool is_before = only->kind == GUARD_ONLY_BEFORE && refusing->kind == GUARD_BEFORE;
    if ((!is_behind && !is_before) || refusing->count > 1)
        return false;
    const Form *asked = &only->words[0], *refused = &refusing->words[0];
    size_t skip = asked->length - refused->length;
    return refused->length <= asked->length && memcmp(asked->items + (is_before ? skip : 0), refused->items,
                                                      refused->length * sizeof *refused->items) == 0;
}

/* Warns about guards of a label that ask for what another refuses. */
static void check_guards(const Check *check, const Label *label)
{
    const TifaConcepts *concepts = check->concepts;
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next) {
        const Guard *only = &concepts->guards.items[concepts->guard_links.items[link].guard];
        for (uint32_t other = label->first_guard; other; other = concepts->guard_links.items[other].next) {
            const Guard *refusing = &concepts->guards.items[concepts->guard_links.items[other].guard];
            if (is_contradiction(only, refusing))
                warn(check, &concepts->concepts.items[label->concept], COLUMN_GUARDS,
                     "guard \"%s\" of \"%s\" asks for what guard \"%s\" refuses", only->written, label->text,
                     refusing->written);
        }
    }
}

static void check_all(const Check *check)
{
    const TifaConcepts *concepts = check->concepts;
    for (size_t i = 0; i < concepts->concepts.length; i++) {
        const Concept *concept = &concepts->concepts.items[i];
        check_ids(check, concept, COLUMN_BROADER);
        check_ids(check, concept, COLUMN_RELATED);
        check_renamed(check, concept);
        check_dates(check, concept);
        check_facets(check, concept);
    }
    check_circles(check);
    for (size_t i = 0; i < concepts->labels.length; i++)
        check_guards(check, &concepts->labels.items[i]);
    for (size_t i = 0; i < concepts->labels.length && check->faults->errors == 0; i++)
        check_label(check, &concepts->labels.items[i]);
}

static int by_place(const void *a, const void *b)
{
    const TifaFault *one = a, *other = b;
    int order = strcmp(one->file, other->file);
    if (!order)
        order = (one->line > other->line) - (one->line < other->line);
    if (!order)
        order = (one->column > other->column) - (one->column < other->column);
    return order ? order : strcmp(one->reason, other->reason);
}

TifaFaults *tifa_concepts_check(const char *const *paths, const TifaConceptSource *texts, size_t text_count,
                                GError **error)
{
    Sources sources = {0};
    TifaFaults *faults = NULL;
    if (sources_read(&sources, paths, texts, text_count, error)) {
        faults = faults_new();
        g_autoptr(TifaConcepts) concepts = concepts_build(&sources, faults);
        check_all(&(Check){concepts, faults});
        array_sort(faults, by_place);
    }
    sources_clear(&sources);
    return faults;
}
