/* build_guards.c - the guards of concepts, and the labels they mean. */
#include "tag/build_parts.h"

#include <string.h>

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

/* Adds the guards of a list, at most `room`; `entry` is whose list it is. */
static void add_guards(Build *build, const Concept *concept, const char *entry, char *list, size_t room)
{
    FaultPlace place = concept_place(concept, COLUMN_GUARDS);
    for (char *rest = list, *written; (written = list_next(&rest, '|'));) {
        if (room == 0) {
            fault_add(build->faults, &place, true, "more than %d guards", GUARDS_AT_MOST);
            return;
        }
        Guard guard;
        const char *reason = guard_parse(&guard, written);
        if (!reason) {
            array_push(&build->concepts->guards, guard);
            room--;
            continue;
        }
        fault_add(build->faults, &place, true, "guard \"%s\" of %s: %s", written, entry, reason);
        guard_clear(&guard);
    }
}

static void read_guard_entry(Build *build, const Concept *concept, char *entry, size_t room)
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
    add_guards(build, concept, entry, equals + 1, room);
    if (apply_guards(concepts, concept, g_strstrip(entry), first) == 0)
        fault_add(build->faults, &place, true, "\"%s\" is no label of this concept", entry);
}

void build_guards(Build *build, uint32_t index)
{
    Concept *concept = &build->concepts->concepts.items[index];
    char *cell = concept->row->cells[COLUMN_GUARDS];
    concept->guards = *cell ? g_string_chunk_insert(build->concepts->strings, cell) : cell;
    size_t before = build->concepts->guards.length;
    for (char *rest = cell, *entry; (entry = list_next(&rest, ';'));)
        read_guard_entry(build, concept, entry, GUARDS_AT_MOST - (build->concepts->guards.length - before));
}
