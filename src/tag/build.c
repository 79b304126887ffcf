/* build.c - dictionaries read and made ready. */
#include "tag/concepts.h"

#include "tag/label.h"
#include <string.h>

typedef struct {
    TifaConcepts *concepts;
    TifaFaults *faults;
    size_t guards_before; /* the concept at hand */
} Build;

/* ---- Concepts -------------------------------------------------------------------------------- */

FaultPlace concept_place(const Concept *concept, Column column)
{
    return table_place(concept->table, concept->row, column);
}

Column label_column(const Label *label)
{
    static const Column columns[] = {COLUMN_ZH,     COLUMN_ZH_ALT, COLUMN_ZH_HANT,
                                     COLUMN_PINYIN, COLUMN_EN,     COLUMN_EN_ALT};
    return columns[label->kind];
}

static bool is_id(const char *id)
{
    return *id && strlen(id) <= 100 && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id);
}

static void add_concept(Build *build, const Table *table, const Row *row, uint16_t rank)
{
    TifaConcepts *concepts = build->concepts;
    FaultPlace place = table_place(table, row, COLUMN_ID);
    char *id = row->cells[COLUMN_ID];
    if (!is_id(id)) {
        fault_add(build->faults, &place, true, "\"%s\" is no id: an id is of a-z, 0-9 and hyphens", id);
        return;
    }
    Concept concept = {.table = table, .row = row, .rank = rank};
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(concepts->ids, id));
    if (known == 0) {
        array_push(&concepts->concepts, concept);
        g_hash_table_insert(concepts->ids, id, GSIZE_TO_POINTER(concepts->concepts.length));
        return;
    }
    Concept *old = &concepts->concepts.items[known - 1];
    if (old->rank < rank)
    *old = concept;
    else fault_add(build->faults, &place, true, "the id \"%s\" is already in %s, line %u", id,
                   old->table->name, old->row->line);
}

static void add_rows(Build *build, const Source *source)
{
    Table *table = table_read(source->name, source->text, source->length, build->faults);
    g_ptr_array_add(build->concepts->tables, table);
    for (size_t row = 0; row < table->rows.length; row++)
        add_concept(build, table, &table->rows.items[row], source->rank);
}

static void read_flags(Build *build, Concept *concept)
{
    char *cell = concept->row->cells[COLUMN_FLAGS];
    concept->flags = *cell ? g_string_chunk_insert(build->concepts->strings, cell) : cell;
    for (char *rest = cell, *flag; (flag = list_next(&rest, '|'));) {
        FaultPlace place = concept_place(concept, COLUMN_FLAGS);
        if (strcmp(flag, "amb") == 0)
        concept->is_ambiguous = true;
        else if (strcmp(flag, "struct") == 0) concept->is_structural = true;
        else if (strcmp(flag, "old") != 0 && strcmp(flag, "m") != 0)
            fault_add(build->faults, &place, false, "\"%s\" is none of the flags amb, old, struct, m", flag);
    }
}

/* ---- Labels ---------------------------------------------------------------------------------- */

static void add_label(Build *build, uint32_t index, TifaLabelKind kind, const char *text)
{
    Concept *concept = &build->concepts->concepts.items[index];
    Label label = {
        .text = text, .concept = index, .variant = (uint16_t) concept->labels, .kind = (uint16_t)kind};
    label.is_exact = label_is_capitals(text);
    label.is_never = concept->is_structural;
    array_push(&build->concepts->labels, label);
    concept->labels++;
}

static void add_label_list(Build *build, uint32_t index, TifaLabelKind kind, char *cell)
{
    for (char *rest = cell, *text; (text = list_next(&rest, '|'));) {
        const Concept *concept = &build->concepts->concepts.items[index];
        FaultPlace place = concept_place(concept, label_column(&(Label){.kind = (uint16_t)kind}));
        if (concept->labels == LABELS_AT_MOST)
            fault_add(build->faults, &place, true, "more than %d labels", LABELS_AT_MOST);
        if (concept->labels >= LABELS_AT_MOST)
            return;
        add_label(build, index, kind, text);
    }
}

/* A label that is shown is one, not a list. */
static void add_shown_label(Build *build, uint32_t index, TifaLabelKind kind, char *cell)
{
    if (*cell == 0)
        return;
    Label label = {.kind = (uint16_t)kind};
    FaultPlace place = concept_place(&build->concepts->concepts.items[index], label_column(&label));
    if (strchr(cell, '|'))
        fault_add(build->faults, &place, true, "holds one label; further ones go to %s_alt",
                  column_name(label_column(&label)));
    else
        add_label(build, index, kind, cell);
}

static void add_labels(Build *build, uint32_t index)
{
    Concept *concept = &build->concepts->concepts.items[index];
    char *const *cells = concept->row->cells;
    concept->first_label = (uint32_t)build->concepts->labels.length;
    add_shown_label(build, index, TIFA_LABEL_ZH, cells[COLUMN_ZH]);
    add_label_list(build, index, TIFA_LABEL_ZH_ALT, cells[COLUMN_ZH_ALT]);
    add_label_list(build, index, TIFA_LABEL_HANT, cells[COLUMN_ZH_HANT]);
    if (*cells[COLUMN_PINYIN])
        add_label(build, index, TIFA_LABEL_PINYIN, cells[COLUMN_PINYIN]);
    add_shown_label(build, index, TIFA_LABEL_EN, cells[COLUMN_EN]);
    add_label_list(build, index, TIFA_LABEL_EN_ALT, cells[COLUMN_EN_ALT]);
    if (*cells[COLUMN_ZH] == 0 && *cells[COLUMN_EN] == 0) {
        FaultPlace place = concept_place(concept, COLUMN_ZH);
        fault_add(build->faults, &place, true, "neither a Chinese nor an English label");
    }
}

/* ---- Guards ---------------------------------------------------------------------------------- */

static bool is_chinese(const Label *label)
{
    return label->kind <= TIFA_LABEL_HANT;
}

static bool is_english(const Label *label)
{
    return label->kind >= TIFA_LABEL_EN;
}

static bool is_same_form(const char *one, const char *other)
{
    if (strcmp(one, other) == 0)
        return true;
    Form first = {0}, second = {0};
    form_set(&first, one, strlen(one));
    form_set(&second, other, strlen(other));
    bool is_same = first.length > 0 && first.length == second.length &&
                   memcmp(first.items, second.items, first.length * sizeof *first.items) == 0;
    array_clear(&first);
    array_clear(&second);
    return is_same;
}

/* Whether the left side of a guard entry means this label. */
static bool is_meant(const Label *label, const char *target)
{
    if (strcmp(target, "*") == 0)
        return is_chinese(label);
    if (strcmp(target, "en:*") == 0)
        return is_english(label);
    return is_same_form(target, label->text);
}

static void apply_guard(TifaConcepts *concepts, Label *label, uint32_t index)
{
    switch (concepts->guards.items[index].kind) {
    case GUARD_WORD:
        label->is_word = true;
        break;
    case GUARD_ANYWHERE:
        label->is_word = false;
        break;
    case GUARD_CASE:
        label->is_exact = label->is_case = true;
        break;
    case GUARD_ANYCASE:
        label->is_exact = false;
        break;
    case GUARD_NEVER:
        label->is_never = true;
        break;
    default:
        array_push(&concepts->guard_links, ((GuardLink){index, label->first_guard}));
        label->first_guard = (uint32_t)concepts->guard_links.length - 1;
    }
}

/* Applies the guards from number `first` on to every label that is meant; returns how many there are. */
static size_t apply_guards(TifaConcepts *concepts, const Concept *concept, const char *target, size_t first)
{
    size_t meant = 0;
    for (uint32_t i = concept->first_label; i < concept->first_label + concept->labels; i++) {
        Label *label = &concepts->labels.items[i];
        if (!is_meant(label, target))
            continue;
        meant++;
        for (size_t guard = first; guard < concepts->guards.length; guard++)
            apply_guard(concepts, label, (uint32_t)guard);
    }
    return meant;
}

static void read_guard_entry(Build *build, const Concept *concept, char *entry)
{
    TifaConcepts *concepts = build->concepts;
    FaultPlace place = concept_place(concept, COLUMN_GUARDS);
    char *equals = strchr(entry, '=');
    if (!equals) {
        fault_add(build->faults, &place, true, "\"%s\" is not of the form label=guard|guard", entry);
        return;
    }
    *equals = 0;
    size_t first = concepts->guards.length;
    for (char *rest = equals + 1, *written; (written = list_next(&rest, '|'));) {
        if (concepts->guards.length - build->guards_before == GUARDS_AT_MOST) {
            fault_add(build->faults, &place, true, "more than %d guards", GUARDS_AT_MOST);
            break;
        }
        Guard guard;
        const char *reason = guard_parse(&guard, written);
        if (!reason) {
            array_push(&concepts->guards, guard);
            continue;
        }
        fault_add(build->faults, &place, true, "guard \"%s\" of %s: %s", written, entry, reason);
        guard_clear(&guard);
    }
    if (apply_guards(concepts, concept, g_strstrip(entry), first) == 0)
        fault_add(build->faults, &place, true, "\"%s\" is no label of this concept", entry);
}

static void read_guards(Build *build, uint32_t index)
{
    Concept *concept = &build->concepts->concepts.items[index];
    char *cell = concept->row->cells[COLUMN_GUARDS];
    concept->guards = *cell ? g_string_chunk_insert(build->concepts->strings, cell) : cell;
    build->guards_before = build->concepts->guards.length;
    for (char *rest = cell, *entry; (entry = list_next(&rest, ';'));)
        read_guard_entry(build, concept, entry);
}

/* ---- Strings to look for --------------------------------------------------------------------- */

static const Concept *claimant(const TifaConcepts *concepts, const Claim *claim)
{
    return &concepts->concepts.items[concepts->labels.items[claim->label].concept];
}

/* The years in which a label counts; all, if it has no such guard. */
static DateRange label_dates(const TifaConcepts *concepts, const Label *label)
{
    DateRange dates = {DATE_LAST, 0};
    for (uint32_t link = label->first_guard; link; link = concepts->guard_links.items[link].next) {
        const Guard *guard = &concepts->guards.items[concepts->guard_links.items[link].guard];
        if (guard->kind == GUARD_DATES) {
            dates.from = MIN(dates.from, guard->dates.from);
            dates.to = MAX(dates.to, guard->dates.to);
        }
    }
    return dates.to ? dates : (DateRange){0, DATE_LAST};
}

/* Whether two labels with one form can be told apart: by dates, or by case. */
static bool are_distinct(const TifaConcepts *concepts, const Claim *one, const Claim *other)
{
    const Label *first = &concepts->labels.items[one->label], *second = &concepts->labels.items[other->label];
    DateRange first_dates = label_dates(concepts, first), second_dates = label_dates(concepts, second);
    if (first_dates.from > second_dates.to || second_dates.from > first_dates.to)
        return true;
    if (first->is_never || second->is_never || one->insert || other->insert)
        return true;
    return first->is_exact && second->is_exact && strcmp(one->spelled, other->spelled) != 0;
}

typedef enum {
    CLAIM_BOTH,
    CLAIM_OLD,
    CLAIM_NEW,
} ClaimWinner;

/* Which of two claims of one concept on one string holds: the one that finds more, then the one that is
 * named. */
static ClaimWinner settle_own(const TifaConcepts *concepts, const Claim *old, const Claim *new)
{
    bool is_old_exact = concepts->labels.items[old->label].is_exact;
    bool is_new_exact = concepts->labels.items[new->label].is_exact;
    if (old->insert != new->insert)
        return CLAIM_BOTH;
    if (is_old_exact != is_new_exact)
        return is_old_exact ? CLAIM_NEW : CLAIM_OLD;
    if (is_old_exact && strcmp(old->spelled, new->spelled) != 0)
        return CLAIM_BOTH;
    return old->strength >= new->strength ? CLAIM_OLD : CLAIM_NEW;
}

/* Which of the claims of two concepts on one string holds; a conflict is reported. */
static ClaimWinner settle(Build *build, const Claim *old, const Claim *new)
{
    TifaConcepts *concepts = build->concepts;
    const Concept *holder = claimant(concepts, old), *rival = claimant(concepts, new);
    if (holder == rival)
        return settle_own(concepts, old, new);
    if (are_distinct(concepts, old, new))
        return CLAIM_BOTH;
    if (old->strength != new->strength)
        return old->strength > new->strength ? CLAIM_OLD : CLAIM_NEW;
    if (holder->rank != rival->rank)
        return holder->rank > rival->rank ? CLAIM_OLD : CLAIM_NEW;
    if (new->strength == CLAIM_PINYIN) { /* means either: no tag */
        concepts->labels.items[old->label].is_never = true;
        return CLAIM_OLD;
    }
    if (new->strength != CLAIM_NAMED || (holder->is_ambiguous && rival->is_ambiguous))
        return CLAIM_BOTH;
    const Label *label = &concepts->labels.items[new->label];
    FaultPlace place = concept_place(rival, label_column(label));
    fault_add(build->faults, &place, true,
              "the label \"%s\" is also one of %s (%s, line %u); take it out of one, or flag both rows amb",
              label->text, holder->row->cells[COLUMN_ID], holder->table->name, holder->row->line);
    return CLAIM_OLD;
}

/* Adds a claim to the chain at *first, unless another claim holds the string. */
static void add_claim(Build *build, uint32_t *first, Claim claim)
{
    TifaConcepts *concepts = build->concepts;
    for (uint32_t *link = first; *link;) {
        Claim *old = &concepts->claims.items[*link];
        ClaimWinner winner = settle(build, old, &claim);
        if (winner == CLAIM_OLD) {
            array_clear(&claim.rest);
            return;
        }
        if (winner == CLAIM_NEW)
            *link = old->next;
        else
            link = &old->next;
    }
    claim.next = *first;
    array_push(&concepts->claims, claim);
    *first = (uint32_t)concepts->claims.length - 1;
}

/* Reports a form that cannot be looked for. */
static bool check_length(Build *build, const Label *label, size_t length)
{
    const Concept *concept = &build->concepts->concepts.items[label->concept];
    FaultPlace place = concept_place(concept, label_column(label));
    if (length >= 2 && length <= MATCHER_LONGEST)
        return true;
    if (length < 2 && !label->is_never)
        fault_add(build->faults, &place, true,
                  "the label \"%s\" has fewer than two characters; give it the guard never", label->text);
    if (length > MATCHER_LONGEST)
        fault_add(build->faults, &place, true, "a label of %zu characters; at most %d are possible", length,
                  MATCHER_LONGEST);
    return false;
}

static void add_form(Build *build, uint32_t index, const LabelForm *form, Form *string)
{
    TifaConcepts *concepts = build->concepts;
    const Label *label = &concepts->labels.items[index];
    form_set(string, form->text, form->insert ? form->head : strlen(form->text));
    if (!check_length(build, label, string->length))
        return;
    Claim claim = {.label = index, .insert = form->insert};
    claim.strength = label->kind == TIFA_LABEL_PINYIN ? CLAIM_PINYIN
                     : form->is_derived               ? CLAIM_DERIVED
                                                      : CLAIM_NAMED;
    if (form->insert)
        form_set(&claim.rest, form->text + form->head, strlen(form->text + form->head));
    if (label->is_exact)
        claim.spelled = g_string_chunk_insert(concepts->strings, form->text);
    uint32_t *value = matcher_add(concepts->matcher, string);
    if (!value) {
        FaultPlace place = concept_place(claimant(concepts, &claim), label_column(label));
        fault_add(build->faults, &place, true, "more than 65,000 different characters in one dictionary");
        array_clear(&claim.rest);
        return;
    }
    add_claim(build, value, claim);
}

bool label_is_shown(const Label *label)
{
    return label->kind == TIFA_LABEL_ZH || label->kind == TIFA_LABEL_PINYIN || label->kind == TIFA_LABEL_EN;
}

/* Whether a label is looked for at all: pinyin of one word would be found in too many places. */
static bool is_looked_for(const Label *label)
{
    return label->kind != TIFA_LABEL_PINYIN || strchr(label->text, ' ');
}

static void add_strings(Build *build, uint32_t index, LabelForms *forms, Form *string)
{
    Label *label = &build->concepts->labels.items[index];
    if (!is_looked_for(label))
        return;
    const char *reason = label_spell(label->text, label_is_shown(label), forms);
    if (reason) {
        FaultPlace place =
            concept_place(&build->concepts->concepts.items[label->concept], label_column(label));
        fault_add(build->faults, &place, true, "label \"%s\": %s", label->text, reason);
    }
    for (size_t i = 0; i < forms->length && !reason; i++)
        add_form(build, index, &forms->items[i], string);
    for (size_t i = 0; i < forms->length; i++)
        g_free(forms->items[i].text);
    forms->length = 0;
}

/* ---- All together ---------------------------------------------------------------------------- */

static bool is_two_han(const char *text)
{
    return label_is_han(text) && g_utf8_strlen(text, -1) == 2;
}

static void fill_concept(Build *build, uint32_t index)
{
    TifaConcepts *concepts = build->concepts;
    read_flags(build, &concepts->concepts.items[index]);
    add_labels(build, index);
    const Concept *concept = &concepts->concepts.items[index];
    for (uint32_t i = concept->first_label; i < concept->first_label + concept->labels; i++)
        concepts->labels.items[i].is_word = is_two_han(concepts->labels.items[i].text);
    read_guards(build, index);
}

static void fill(Build *build)
{
    TifaConcepts *concepts = build->concepts;
    for (uint32_t i = 0; i < concepts->concepts.length; i++)
        fill_concept(build, i);
    LabelForms forms = {0};
    Form string = {0};
    for (uint32_t i = 0; i < concepts->labels.length; i++)
        add_strings(build, i, &forms, &string);
    label_forms_clear(&forms);
    array_clear(&string);
    matcher_finish(concepts->matcher);
}

static TifaConcepts *concepts_new(void)
{
    TifaConcepts *concepts = g_new0(TifaConcepts, 1);
    concepts->tables = g_ptr_array_new_with_free_func((GDestroyNotify)table_free);
    concepts->ids = g_hash_table_new(g_str_hash, g_str_equal);
    concepts->strings = g_string_chunk_new(4096);
    concepts->matcher = matcher_new();
    array_reserve(&concepts->guard_links, 1);
    array_reserve(&concepts->claims, 1);
    concepts->guard_links.items[concepts->guard_links.length++] = (GuardLink){0};
    concepts->claims.items[concepts->claims.length++] = (Claim){0};
    return concepts;
}

TifaConcepts *concepts_build(const Sources *sources, TifaFaults *faults)
{
    TifaConcepts *concepts = concepts_new();
    Build build = {concepts, faults, 0};
    for (size_t i = 0; i < sources->files.length; i++)
        add_rows(&build, &sources->files.items[i]);
    fill(&build);
    concepts->stamp = g_strdup(sources->stamp);
    return concepts;
}
