/* meanings_html.c - what the changes mean, as a table of the page, a row each with both quotations. */
#include "report/comparison_markup.h"
#include "report/meanings.h"

static const MarkupTerm kind_terms[] = {
    [TIFA_MEANING_DUTY] = {"duty", "义务权限"},     [TIFA_MEANING_NUMBER] = {"number", "数额"},
    [TIFA_MEANING_DEADLINE] = {"deadline", "期限"}, [TIFA_MEANING_AGENCY] = {"agency", "机构"},
    [TIFA_MEANING_CONCEPT] = {"concept", "概念"},
};

static const char *const chinese_shifts[] = {
    [TIFA_SHIFT_ADDED] = "增加",    [TIFA_SHIFT_DROPPED] = "删去", [TIFA_SHIFT_STRENGTHENED] = "加强",
    [TIFA_SHIFT_WEAKENED] = "减弱", [TIFA_SHIFT_RAISED] = "提高",  [TIFA_SHIFT_LOWERED] = "降低",
    [TIFA_SHIFT_REPLACED] = "改为", [TIFA_SHIFT_MOVED] = "移动",
};

static const MarkupTerm duty_terms[] = {
    [TIFA_DUTY_OBLIGATION] = {"obligation", "义务"},
    [TIFA_DUTY_PERMISSION] = {"permission", "权限"},
    [TIFA_DUTY_ENCOURAGEMENT] = {"encouragement", "鼓励支持"},
    [TIFA_DUTY_PROHIBITION] = {"prohibition", "禁止"},
};

static const MarkupTerm *kind_term(const TifaMeaning *meaning)
{
    bool is_one_duty = meaning->kind == TIFA_MEANING_DUTY &&
                       (meaning->shift == TIFA_SHIFT_ADDED || meaning->shift == TIFA_SHIFT_DROPPED);
    return is_one_duty ? &duty_terms[meaning->duty] : &kind_terms[meaning->kind];
}

static void put_quote(const ComparisonView *view, const TifaDocument *document, const char *text,
                      TifaSpan quote, TifaSpan words, const char *mark)
{
    if (!quote.end) {
        markup_put(view, "<td class=\"none\">–</td>\n");
        return;
    }
    markup_open(view, "td", document);
    markup_put(view, "<p>");
    if (words.end == 0)
        words = (TifaSpan){quote.end, quote.end};
    markup_marked(view, text, (TifaSpan){quote.start, words.start}, "<span>");
    markup_marked(view, text, words, mark);
    markup_marked(view, text, (TifaSpan){words.end, quote.end}, "<span>");
    markup_put(view, "</p></td>\n");
}

static void put_group(const ComparisonView *view, const size_t *indices, size_t again)
{
    const TifaMeaning *meaning = &view->meanings->items[indices[0]];
    MarkupTerm shift = {meanings_shift_name(meaning->kind, meaning->shift), chinese_shifts[meaning->shift]};
    markup_put(view, "<tr><th scope=\"row\"><p class=\"name\">");
    markup_term(view, kind_term(meaning));
    markup_put(view, "</p>\n<p class=\"kind\">");
    markup_term(view, &shift);
    markup_put(view, "</p>\n<p class=\"subtype\">");
    for (size_t i = 0; i <= again; i++) {
        markup_put(view, i ? ", " : "");
        markup_link(view, view->meanings->items[indices[i]].change);
    }
    if (meaning->kind == TIFA_MEANING_CONCEPT && view->concepts) {
        markup_put(view, "</p>\n<p>");
        markup_string(view, tifa_concepts_get(view->concepts, meaning->concept).id);
    }
    markup_put(view, "</p></th>\n");
    put_quote(view, view->before, view->old_text, meaning->before_quote, meaning->before, "<del>");
    put_quote(view, view->after, view->new_text, meaning->after_quote, meaning->after, "<ins>");
    markup_put(view, "</tr>\n");
}

void meanings_print_html(const ComparisonView *view)
{
    MeaningOrder order = meanings_order(view);
    markup_put(view, "<h2 id=\"meaning\">What it means <span lang=\"zh-Hans\">修改的含义</span></h2>\n");
    if (!order.count)
        markup_put(view, "<p>No duty, quantity, deadline, agency or concept changed.</p>\n");
    else
        markup_put(
            view,
            "<table class=\"changes\">\n<colgroup><col class=\"place\"><col><col></colgroup>\n<tbody>\n");
    for (size_t i = 0; i < order.count; i++)
        put_group(view, order.indices + order.groups[i].first, order.groups[i].again);
    if (order.count)
        markup_put(view, "</tbody>\n</table>\n");
    meanings_order_clear(&order);
}
