#include "report/meanings.h"

#include "report/record.h"
#include "report/style.h"

#include <string.h>

/* ---- Order ----------------------------------------------------------------------------------- */

static bool same_words(const char *text, TifaSpan left, TifaSpan right)
{
    return left.end - left.start == right.end - right.start &&
           memcmp(text + left.start, text + right.start, left.end - left.start) == 0;
}

/* Whether two meanings tell the same of the same agencies. */
static bool is_same_again(const ComparisonView *view, const TifaMeaning *left, const TifaMeaning *right)
{
    return left->kind == TIFA_MEANING_AGENCY && right->kind == TIFA_MEANING_AGENCY &&
           left->shift == right->shift && same_words(view->old_text, left->before, right->before) &&
           same_words(view->new_text, left->after, right->after);
}

/* Adds the group of the meaning at `index` and all that tell the same behind it. */
static void add_group(const ComparisonView *view, MeaningOrder *order, bool *is_taken, size_t *length,
                      size_t index)
{
    const TifaMeaning *items = view->meanings->items;
    MeaningGroup group = {*length, 0};
    for (size_t i = index; i < view->meanings->length; i++) {
        if (is_taken[i] || (i > index && !is_same_again(view, &items[index], &items[i])))
            continue;
        is_taken[i] = true;
        order->indices[(*length)++] = i;
        if (items[index].kind != TIFA_MEANING_AGENCY)
            break;
    }
    group.again = *length - group.first - 1;
    order->groups[order->count++] = group;
}

MeaningOrder meanings_order(const ComparisonView *view)
{
    size_t all = view->meanings->length, length = 0;
    g_autofree bool *is_taken = g_new0(bool, all + 1);
    MeaningOrder order = {g_new(size_t, all + 1), g_new(MeaningGroup, all + 1), 0};
    for (TifaMeaningKind kind = TIFA_MEANING_DUTY; kind <= TIFA_MEANING_CONCEPT; kind++)
        for (TifaShift shift = TIFA_SHIFT_ADDED; shift <= TIFA_SHIFT_MOVED; shift++)
            for (size_t i = 0; i < all; i++)
                if (!is_taken[i] && view->meanings->items[i].kind == kind &&
                    view->meanings->items[i].shift == shift)
                    add_group(view, &order, is_taken, &length, i);
    return order;
}

void meanings_order_clear(MeaningOrder *order)
{
    g_free(order->indices);
    g_free(order->groups);
}

size_t meanings_count(const ComparisonView *view, TifaMeaningKind kind, TifaShift shift)
{
    size_t count = 0;
    for (size_t i = 0; i < view->meanings->length; i++)
        count += view->meanings->items[i].kind == kind && view->meanings->items[i].shift == shift;
    return count;
}

const char *meanings_shift_name(TifaMeaningKind kind, TifaShift shift)
{
    bool is_concept = kind == TIFA_MEANING_CONCEPT;
    return is_concept && shift == TIFA_SHIFT_ADDED     ? "gained"
           : is_concept && shift == TIFA_SHIFT_DROPPED ? "lost"
                                                       : tifa_shift_name(shift);
}

const char *meanings_kind_name(const TifaMeaning *meaning)
{
    bool is_one_duty = meaning->kind == TIFA_MEANING_DUTY &&
                       (meaning->shift == TIFA_SHIFT_ADDED || meaning->shift == TIFA_SHIFT_DROPPED);
    return is_one_duty ? tifa_duty_kind_name(meaning->duty) : tifa_meaning_kind_name(meaning->kind);
}

const char *meanings_actor_text(const ComparisonView *view, const TifaMeaning *meaning)
{
    return meaning->after.end ? view->new_text : view->old_text;
}

/* ---- Text ------------------------------------------------------------------------------------ */

static void print_counts(const ComparisonView *view)
{
    const char *stop = "";
    for (TifaMeaningKind kind = TIFA_MEANING_DUTY; kind <= TIFA_MEANING_CONCEPT; kind++) {
        bool is_named = false;
        for (TifaShift shift = TIFA_SHIFT_ADDED; shift <= TIFA_SHIFT_MOVED; shift++) {
            size_t count = meanings_count(view, kind, shift);
            if (!count)
                continue;
            if (!is_named)
                fprintf(view->printer->file, "%s%s:", stop, tifa_meaning_kind_name(kind));
            fprintf(view->printer->file, "%s %zu %s", is_named ? "," : "", count,
                    meanings_shift_name(kind, shift));
            is_named = true;
            stop = "; ";
        }
    }
    fputs(*stop ? "\n\n" : "No duty, quantity, deadline, agency or concept changed.\n\n",
          view->printer->file);
}

/* A quotation with the words, if any, marked in it. */
static void print_quote(const ComparisonView *view, const char *text, TifaSpan quote, TifaSpan words,
                        bool is_old)
{
    const TifaPrinter *printer = view->printer;
    bool has_words = words.end > 0;
    uint32_t start = has_words ? words.start : quote.end, end = has_words ? words.end : quote.end;
    bool has_marks = has_words && !printer->has_color;
    if (quote.end == 0)
        return;
    fprintf(printer->file, "    %s %.*s%s", is_old ? "-" : "+", (int)(start - quote.start),
            text + quote.start,
            !has_marks ? ""
            : is_old   ? "[-"
                       : "{+");
    style_print(printer, is_old ? STYLE_DELETED : STYLE_INSERTED, text + start, end - start);
    fprintf(printer->file, "%s%.*s\n",
            !has_marks ? ""
            : is_old   ? "-]"
                       : "+}",
            (int)(quote.end - end), text + end);
}

static void print_words(const ComparisonView *view, const char *before, const char *text, TifaSpan span)
{
    if (span.end)
        fprintf(view->printer->file, "%s%.*s", before, (int)(span.end - span.start), text + span.start);
}

static void print_group(const ComparisonView *view, const size_t *indices, size_t again)
{
    const TifaMeaning *meaning = &view->meanings->items[indices[0]];
    g_autofree char *head = g_strdup_printf("%s %s", meanings_kind_name(meaning),
                                            meanings_shift_name(meaning->kind, meaning->shift));
    style_print(view->printer, STYLE_HEAD, head, strlen(head));
    for (size_t i = 0; i <= again; i++) {
        g_autofree char *place = comparison_place(&view->changes[view->meanings->items[indices[i]].change]);
        fprintf(view->printer->file, "%s%s", i ? ", " : "  ", place);
    }
    if (meaning->kind == TIFA_MEANING_CONCEPT && view->concepts)
        fprintf(view->printer->file, "  %s", tifa_concepts_get(view->concepts, meaning->concept).id);
    print_words(view, "  by ", meanings_actor_text(view, meaning), meaning->actor);
    fputc('\n', view->printer->file);
    print_quote(view, view->old_text, meaning->before_quote, meaning->before, true);
    print_quote(view, view->new_text, meaning->after_quote, meaning->after, false);
    fputc('\n', view->printer->file);
}

void meanings_print_text(const ComparisonView *view)
{
    MeaningOrder order = meanings_order(view);
    print_counts(view);
    for (size_t i = 0; i < order.count; i++)
        print_group(view, order.indices + order.groups[i].first, order.groups[i].again);
    meanings_order_clear(&order);
}

/* ---- For programs ---------------------------------------------------------------------------- */

/* The words, or null where there are none. */
static json_t *words_record(const char *text, TifaSpan span)
{
    return span.end ? json_stringn(text + span.start, span.end - span.start) : json_null();
}

static json_t *meaning_record(const ComparisonView *view, const TifaMeaning *meaning)
{
    const TifaChange *change = &view->changes[meaning->change];
    const char *actor_text = meanings_actor_text(view, meaning);
    bool is_concept = meaning->kind == TIFA_MEANING_CONCEPT && view->concepts;
    const char *concept = is_concept ? tifa_concepts_get(view->concepts, meaning->concept).id : NULL;
    bool is_duty = meaning->kind == TIFA_MEANING_DUTY;
    return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "kind",
                     tifa_meaning_kind_name(meaning->kind), "shift", tifa_shift_name(meaning->shift), "duty",
                     record_string(is_duty ? tifa_duty_kind_name(meaning->duty) : NULL), "old",
                     record_string(change->old_label), "new", record_string(change->new_label), "old_words",
                     words_record(view->old_text, meaning->before), "new_words",
                     words_record(view->new_text, meaning->after), "actor",
                     words_record(actor_text, meaning->actor), "object",
                     words_record(actor_text, meaning->object), "concept", record_string(concept),
                     "old_quote", words_record(view->old_text, meaning->before_quote), "new_quote",
                     words_record(view->new_text, meaning->after_quote));
}

json_t *meanings_record(const ComparisonView *view)
{
    json_t *record = json_array();
    for (size_t i = 0; i < view->meanings->length; i++)
        json_array_append_new(record, meaning_record(view, &view->meanings->items[i]));
    return record;
}

void meanings_print_csv(const ComparisonView *view)
{
    for (size_t i = 0; i < view->meanings->length; i++)
        record_print_csv(view->printer, meaning_record(view, &view->meanings->items[i]), i == 0);
}
