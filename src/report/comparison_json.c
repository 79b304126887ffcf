/* comparison_json.c - a comparison for programs: one object of JSON, or a line of CSV a change. */
#include "report/comparison.h"
#include "report/meanings.h"
#include "report/record.h"

static json_t *span_text(const char *text, TifaSpan span)
{
    return json_stringn(text + span.start, span.end - span.start);
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static json_t *edit_record(const ComparisonView *view, const TifaEdit *edit)
{
    static const char *const names[] = {
        [TIFA_EDIT_EQUAL] = "equal", [TIFA_EDIT_DELETE] = "delete", [TIFA_EDIT_INSERT] = "insert"};
    bool is_insert = edit->kind == TIFA_EDIT_INSERT;
    json_t *record = json_pack(
        "{s:s, s:o}", "kind", names[edit->kind], "text",
        span_text(is_insert ? view->new_text : view->old_text, is_insert ? edit->after : edit->before));
    json_object_set_new(record, "old",
                        json_pack("[I, I]", (json_int_t)edit->before.start, (json_int_t)edit->before.end));
    json_object_set_new(record, "new",
                        json_pack("[I, I]", (json_int_t)edit->after.start, (json_int_t)edit->after.end));
    if (edit->flags & TIFA_EDIT_LABEL)
        json_object_set_new(record, "label", json_true());
    if (edit->flags & TIFA_EDIT_ELSEWHERE)
        json_object_set_new(record, "elsewhere", json_true());
    if (edit->flags & TIFA_EDIT_TYPOGRAPHIC)
        json_object_set_new(record, "typographic", json_true());
    return record;
}

static json_t *change_record(const ComparisonView *view, const TifaChange *change)
{
    json_t *edits = json_array();
    for (size_t i = 0; i < change->edits; i++)
        json_array_append_new(edits, edit_record(view, &view->edits[change->first_edit + i]));
    json_t *record = json_pack("{s:o, s:o, s:s, s:o}", "old", record_string(change->old_label), "new",
                               record_string(change->new_label), "kind", tifa_change_kind_name(change->kind),
                               "subtype", record_string(tifa_change_subtype_name(change->subtype)));
    json_object_set_new(record, "unit", json_string(tifa_unit_kind_name(change->unit)));
    json_object_set_new(record, "modification", record_string(tifa_change_kind_modification(change->kind)));
    json_object_set_new(record, "primary", json_boolean(change->is_primary));
    json_object_set_new(record, "likeness", json_real(change->likeness));
    json_object_set_new(record, "edits", edits);
    return record;
}

static json_t *side_record(const TifaDocument *document)
{
    return json_pack("{s:o, s:o, s:o}", "title",
                     record_string(tifa_document_field(document, TIFA_FIELD_TITLE)), "date",
                     record_string(tifa_document_field(document, TIFA_FIELD_DATE)), "number",
                     record_string(tifa_document_field(document, TIFA_FIELD_NUMBER)));
}

/* {"article": "12-1", "paragraph": 2, "point": 3}; {"chapter": 3} for its heading, {"preamble": 7} for its
 * seventh paragraph (0 for the words in front of the first article); null where neither is named. */
static json_t *place_record(TifaPlace place)
{
    if (place.preamble)
        return json_pack("{s:i}", "preamble", (int)place.paragraph);
    if (!place.article)
        return place.chapter ? json_pack("{s:i}", "chapter", (int)place.chapter) : json_null();
    g_autoptr(GString) name = g_string_new(NULL);
    g_string_append_printf(name, "%u", place.article);
    if (place.insert)
        g_string_append_printf(name, "-%u", place.insert);
    json_t *record = json_pack("{s:s}", "article", name->str);
    if (place.paragraph)
        json_object_set_new(record, "paragraph", json_integer(place.paragraph));
    if (place.point)
        json_object_set_new(record, "point", json_integer(place.point));
    return record;
}

static json_t *order_record(const ComparisonView *view, const TifaFinding *finding)
{
    if (finding->amendment == TIFA_NONE)
        return json_null();
    const TifaAmendment *order = &view->amendments[finding->amendment];
    return json_pack("{s:s, s:o, s:o, s:o, s:o, s:o, s:o}", "kind", tifa_amendment_kind_name(order->kind),
                     "place", place_record(order->place), "new_place", place_record(order->new_place),
                     "old_words", record_string(order->old_words), "new_words",
                     record_string(order->new_words), "instrument", record_string(order->instrument), "text",
                     span_text(view->decision_text, order->source));
}

static json_t *finding_record(const ComparisonView *view, const TifaFinding *finding)
{
    const TifaChange *change = finding->change == TIFA_NONE ? NULL : &view->changes[finding->change];
    return json_pack("{s:s, s:s, s:o, s:o, s:o}", "finding", tifa_finding_kind_name(finding->kind), "reason",
                     finding->reason, "old", record_string(change ? change->old_label : NULL), "new",
                     record_string(change ? change->new_label : NULL), "order", order_record(view, finding));
}

static json_t *findings_record(const ComparisonView *view)
{
    json_t *record = json_array();
    for (size_t i = 0; i < view->findings.length; i++)
        json_array_append_new(record, finding_record(view, &view->findings.items[i]));
    return record;
}

void comparison_print_json(const ComparisonView *view)
{
    json_t *links = json_array(), *others = json_array(), *kinds = json_object();
    for (size_t i = 0; i < view->change_count; i++)
        json_array_append_new(view->changes[i].unit == TIFA_UNIT_ARTICLE ? links : others,
                              change_record(view, &view->changes[i]));
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++)
        json_object_set_new(kinds, tifa_change_kind_name(kind),
                            json_integer((json_int_t)view->summary.kinds[kind]));
    json_t *record = json_pack("{s:o, s:o, s:o, s:b, s:f}", "old", side_record(view->before), "new",
                               side_record(view->after), "summary", kinds, "related",
                               view->summary.is_related, "shared", view->summary.shared);
    json_object_set_new(record, "links", links);
    json_object_set_new(record, "others", others);
    if (view->meanings)
        json_object_set_new(record, "meanings", meanings_record(view));
    if (view->decision)
        json_object_set_new(record, "decision", findings_record(view));
    record_print_json(view->printer, record);
}

/* ---- CSV ------------------------------------------------------------------------------------- */

void comparison_print_csv(const ComparisonView *view)
{
    if (view->meanings) {
        meanings_print_csv(view);
        return;
    }
    for (size_t i = 0; i < view->change_count; i++) {
        const TifaChange *change = &view->changes[i];
        json_t *record =
            json_pack("{s:o, s:o, s:s, s:s, s:o, s:f}", "old", record_string(change->old_label), "new",
                      record_string(change->new_label), "unit", tifa_unit_kind_name(change->unit), "kind",
                      tifa_change_kind_name(change->kind), "subtype",
                      record_string(tifa_change_subtype_name(change->subtype)), "likeness", change->likeness);
        json_object_set_new(record, "old_text", span_text(view->old_text, change->before));
        json_object_set_new(record, "new_text", span_text(view->new_text, change->after));
        record_print_csv(view->printer, record, i == 0);
    }
}
