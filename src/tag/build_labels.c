/* build_labels.c - the labels of concepts. */
#include "tag/build_parts.h"

#include "tag/label.h"

#include <string.h>

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

void build_labels(Build *build, uint32_t index)
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
