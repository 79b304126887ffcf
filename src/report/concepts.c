/* concepts.c - the dictionary: a list of concepts, and all about one. */
#include "base/utf8.h"
#include "report/record.h"
#include "report/style.h"

#include <string.h>

static const char *const kind_names[] = {
    [TIFA_LABEL_ZH] = "zh",         [TIFA_LABEL_ZH_ALT] = "zh_alt", [TIFA_LABEL_HANT] = "zh_hant",
    [TIFA_LABEL_PINYIN] = "pinyin", [TIFA_LABEL_EN] = "en",         [TIFA_LABEL_EN_ALT] = "en_alt",
};

/* ---- The list -------------------------------------------------------------------------------- */

static json_t *concept_record(const TifaConcept *concept)
{
    json_t *record =
        json_pack("{s:s, s:s, s:s, s:s, s:s}", "concept", concept->id, "category", concept->category, "zh",
                  concept->zh, "en", concept->en, "gloss", concept->gloss);
    json_object_set_new(record, "facets", json_string(concept->facets));
    json_object_set_new(record, "file", json_string(concept->file));
    json_object_set_new(record, "line", json_integer(concept->line));
    return record;
}

static void print_line(const TifaPrinter *printer, const TifaConcept *concept)
{
    unsigned fixed = 20 + 1 + 11 + 1, labels = printer->width > fixed + 40 ? printer->width - fixed : 40;
    style_print_start(printer, concept->id, 20, true);
    fputc(' ', printer->file);
    style_print_start(printer, concept->category, 11, true);
    fputc(' ', printer->file);
    style_print_start(printer, concept->zh, labels * 2 / 5, true);
    fputc(' ', printer->file);
    style_print_start(printer, concept->en, labels - labels * 2 / 5 - 1, false);
    fputc('\n', printer->file);
}

bool tifa_print_concepts(const TifaPrinter *printer, const TifaConcepts *concepts,
                         const TifaConceptList *list, GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_ROWS, "a list of concepts", error))
        return false;
    for (size_t i = 0; i < list->length; i++) {
        TifaConcept concept = tifa_concepts_get(concepts, list->items[i]);
        if (printer->format == TIFA_FORMAT_TEXT)
            print_line(printer, &concept);
        else
            record_print(printer, concept_record(&concept), i == 0);
    }
    return record_finish(printer, error);
}

/* ---- One concept as a record ----------------------------------------------------------------- */

static json_t *label_record(const TifaConcepts *concepts, uint32_t concept, uint16_t variant)
{
    TifaLabelKind kind;
    const char *text = tifa_concepts_label(concepts, concept, variant, &kind);
    g_auto(GStrv) rules = tifa_concepts_rules(concepts, concept, variant);
    json_t *array = json_array();
    for (char **rule = rules; *rule; rule++)
        json_array_append_new(array, json_string(*rule));
    return json_pack("{s:s, s:s, s:o}", "text", text, "kind", kind_names[kind], "rules", array);
}

static json_t *labels_record(const TifaConcepts *concepts, uint32_t concept)
{
    json_t *labels = json_array();
    for (uint16_t i = 0; tifa_concepts_label(concepts, concept, i, NULL); i++)
        json_array_append_new(labels, label_record(concepts, concept, i));
    return labels;
}

static json_t *relations_record(const TifaConcepts *concepts, const TifaRelations *relations)
{
    json_t *array = json_array();
    for (size_t i = 0; i < relations->length; i++) {
        const TifaRelation *relation = &relations->items[i];
        TifaConcept other = tifa_concepts_get(concepts, relation->concept);
        json_array_append_new(array, json_pack("{s:s, s:s, s:s, s:s, s:o}", "relation",
                                               tifa_relation_name(relation->kind), "concept", other.id, "zh",
                                               other.zh, "en", other.en, "date",
                                               record_string(*relation->date ? relation->date : NULL)));
    }
    return array;
}

static json_t *whole_record(const TifaConcepts *concepts, uint32_t index, const TifaRelations *relations)
{
    TifaConcept concept = tifa_concepts_get(concepts, index);
    json_t *record = concept_record(&concept);
    json_object_set_new(record, "valid_from", json_string(concept.valid_from));
    json_object_set_new(record, "valid_to", json_string(concept.valid_to));
    json_object_set_new(record, "guards", json_string(concept.guards));
    json_object_set_new(record, "flags", json_string(concept.flags));
    json_object_set_new(record, "source", json_string(concept.source));
    json_object_set_new(record, "labels", labels_record(concepts, index));
    json_object_set_new(record, "relations", relations_record(concepts, relations));
    return record;
}

/* ---- One concept for a person ---------------------------------------------------------------- */

enum {
    MARGIN = 2, /* before the names of lines */
    NAME = 13,  /* columns of a name with the gap behind it */
    LABEL = 30, /* columns of a label whose rules follow on the same line */
};

static void print_name(const TifaPrinter *printer, const char *name)
{
    style_print_blanks(printer, MARGIN);
    g_autofree char *padded = g_strdup_printf("%-*s", NAME, name);
    style_print(printer, STYLE_DIM, padded, strlen(padded));
}

/* What stands behind a name, in as many lines as it takes. */
static void print_value(const TifaPrinter *printer, const char *text)
{
    unsigned used = MARGIN + NAME;
    style_print_wrapped(printer, text, printer->width > used + 20 ? printer->width - used : 20, used);
    fputc('\n', printer->file);
}

static void print_field(const TifaPrinter *printer, const char *name, const char *value)
{
    if (!*value)
        return;
    print_name(printer, name);
    print_value(printer, value);
}

/* A label, and behind it one rule a line. */
static void print_label(const TifaPrinter *printer, const TifaConcepts *concepts, uint32_t concept,
                        uint16_t variant)
{
    const char *text = tifa_concepts_label(concepts, concept, variant, NULL);
    g_auto(GStrv) rules = tifa_concepts_rules(concepts, concept, variant);
    unsigned width = (unsigned)utf8_width(text, strlen(text));
    fputs(text, printer->file);
    for (char **rule = rules; *rule; rule++) {
        bool is_beside = rule == rules && width < LABEL;
        if (!is_beside)
            fputc('\n', printer->file);
        style_print_blanks(printer, is_beside ? LABEL - width : MARGIN + NAME + LABEL);
        unsigned used = MARGIN + NAME + LABEL;
        style_print_wrapped(printer, *rule, printer->width > used + 30 ? printer->width - used : 30, used);
    }
    fputc('\n', printer->file);
}

static void print_labels(const TifaPrinter *printer, const TifaConcepts *concepts, uint32_t concept)
{
    static const char *const names[] = {
        [TIFA_LABEL_ZH] = "Chinese",    [TIFA_LABEL_ZH_ALT] = "also", [TIFA_LABEL_HANT] = "traditional",
        [TIFA_LABEL_PINYIN] = "pinyin", [TIFA_LABEL_EN] = "English",  [TIFA_LABEL_EN_ALT] = "also",
    };
    TifaLabelKind kind, before = TIFA_LABEL_ZH;
    for (uint16_t i = 0; tifa_concepts_label(concepts, concept, i, &kind); i++) {
        print_name(printer, i > 0 && kind == before ? "" : names[kind]);
        print_label(printer, concepts, concept, i);
        before = kind;
    }
}

static void print_relations(const TifaPrinter *printer, const TifaConcepts *concepts,
                            const TifaRelations *relations)
{
    for (TifaRelationKind kind = 0; kind < TIFA_RELATION_COUNT; kind++) {
        const char *name = tifa_relation_name(kind);
        for (size_t i = 0; i < relations->length; i++) {
            const TifaRelation *relation = &relations->items[i];
            if (relation->kind != kind)
                continue;
            TifaConcept other = tifa_concepts_get(concepts, relation->concept);
            g_autofree char *value =
                g_strdup_printf("%s  %s%s%s%s%s", other.id, other.zh, *other.zh && *other.en ? " / " : "",
                                other.en, *relation->date ? ", " : "", relation->date);
            print_name(printer, name);
            print_value(printer, value);
            name = "";
        }
    }
}

static void print_facts(const TifaPrinter *printer, const TifaConcept *concept)
{
    const char *from = concept->valid_from, *to = concept->valid_to;
    g_autofree char *life = g_strdup_printf("%s%s%s%s%s", *from ? "from " : "", from, *from && *to ? " " : "",
                                            *to ? "to " : "", to);
    g_autofree char *place = g_strdup_printf("%s, line %u", concept->file, concept->line);
    print_field(printer, "valid", life);
    print_field(printer, "facets", concept->facets);
    print_field(printer, "flags", concept->flags);
    print_field(printer, "source", concept->source);
    print_field(printer, "stands in", place);
}

static void print_whole(const TifaPrinter *printer, const TifaConcepts *concepts, uint32_t index,
                        const TifaRelations *relations)
{
    TifaConcept concept = tifa_concepts_get(concepts, index);
    g_autofree char *head = g_strdup_printf("%s  %s%s%s", concept.id, concept.zh,
                                            *concept.zh && *concept.en ? " / " : "", concept.en);
    style_print(printer, STYLE_HEAD, head, strlen(head));
    fputc('\n', printer->file);
    print_field(printer, "category", concept.category);
    print_field(printer, "gloss", concept.gloss);
    print_labels(printer, concepts, index);
    print_relations(printer, concepts, relations);
    print_facts(printer, &concept);
    fputc('\n', printer->file);
}

bool tifa_print_concept(const TifaPrinter *printer, const TifaConcepts *concepts, uint32_t index,
                        GError **error)
{
    if (!record_accepts(printer, RECORD_TEXT | RECORD_JSON, "a concept", error))
        return false;
    TifaRelations relations = {0};
    tifa_concepts_relations(concepts, index, &relations);
    if (printer->format == TIFA_FORMAT_TEXT)
        print_whole(printer, concepts, index, &relations);
    else
        record_print_json(printer, whole_record(concepts, index, &relations));
    g_free(relations.items);
    return record_finish(printer, error);
}
