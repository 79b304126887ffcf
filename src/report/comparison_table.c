/* comparison_table.c - the two texts side by side (对照表 duizhaobiao), what did not change folded. */
#include "report/comparison_markup.h"

/* ---- The texts ------------------------------------------------------------------------------- */

/* How a step stands in the column of one side. */
static const char *opening_mark(const TifaEdit *edit, bool is_new)
{
    if (edit->flags & TIFA_EDIT_ELSEWHERE)
        return "<span class=\"away\">";
    if (edit->kind == TIFA_EDIT_EQUAL || edit->flags & TIFA_EDIT_LABEL)
        return "<span>";
    if (edit->flags & TIFA_EDIT_TYPOGRAPHIC)
        return is_new ? "<ins class=\"print\">" : "<del class=\"print\">";
    return is_new ? "<ins>" : "<del>";
}

/* The cell of one side: its whole text, with what went or came marked. */
static void put_cell(const ComparisonView *view, const TifaChange *change, bool is_new)
{
    if (is_new ? !change->new_label : !change->old_label) {
        markup_put(view, "<td class=\"none\">–</td>\n");
        return;
    }
    markup_open(view, "td", is_new ? view->after : view->before);
    markup_put(view, "<p>");
    for (size_t i = change->first_edit; i < change->first_edit + change->edits; i++) {
        const TifaEdit *edit = &view->edits[i];
        const char *mark = opening_mark(edit, is_new);
        if (is_new)
            markup_marked(view, view->new_text, edit->after, mark);
        else
            markup_marked(view, view->old_text, edit->before, mark);
    }
    markup_put(view, "</p></td>\n");
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static void put_row(const ComparisonView *view, size_t index)
{
    const TifaChange *change = &view->changes[index];
    fprintf(view->printer->file, "<tr id=\"c%zu\" class=\"k%d%s\">\n<th scope=\"row\"><p class=\"name\">",
            index + 1, change->kind, change->unit == TIFA_UNIT_HEADING ? " heading" : "");
    markup_place(view, change);
    markup_put(view, "</p>\n<p class=\"kind\">");
    markup_term(view, &markup_kind_terms[change->kind]);
    markup_put(view, "</p>");
    if (change->subtype != TIFA_SUBTYPE_NONE) {
        markup_put(view, "\n<p class=\"subtype\">");
        markup_term(view, &markup_subtype_terms[change->subtype]);
        markup_put(view, "</p>");
    }
    markup_put(view, "</th>\n");
    put_cell(view, change, false);
    put_cell(view, change, true);
    markup_put(view, "</tr>\n");
}

static void open_table(const ComparisonView *view, bool has_head)
{
    markup_put(view, "<table class=\"changes\">\n<colgroup><col class=\"place\"><col><col></colgroup>\n");
    if (has_head) {
        markup_put(
            view,
            "<thead><tr><th scope=\"col\">Place</th><th scope=\"col\">Old <span lang=\"zh-Hans\">旧</span> ");
        markup_field(view, view->before, TIFA_FIELD_DATE);
        markup_put(view, "</th><th scope=\"col\">New <span lang=\"zh-Hans\">新</span> ");
        markup_field(view, view->after, TIFA_FIELD_DATE);
        markup_put(view, "</th></tr></thead>\n");
    }
    markup_put(view, "<tbody>\n");
}

static void close_table(const ComparisonView *view)
{
    markup_put(view, "</tbody>\n</table>\n");
}

/* Counts, of the rows from `first` to `last`, those of a kind and subtype. */
static size_t count_rows(const ComparisonView *view, size_t first, size_t last, TifaChangeKind kind,
                         TifaChangeSubtype subtype)
{
    size_t count = 0;
    for (size_t i = first; i <= last; i++)
        count += view->changes[i].kind == kind && view->changes[i].subtype == subtype &&
                 !comparison_is_title_line(view, &view->changes[i]);
    return count;
}

static void put_fold_count(const ComparisonView *view, size_t count, TifaChangeKind kind,
                           TifaChangeSubtype subtype, const char **comma)
{
    if (!count)
        return;
    fprintf(view->printer->file, "%s%zu ", *comma, count);
    markup_term(view, &markup_kind_terms[kind]);
    if (subtype != TIFA_SUBTYPE_NONE) {
        markup_put(view, " ");
        markup_term(view, &markup_subtype_terms[subtype]);
    }
    *comma = ", ";
}

/* Says what the rows from `first` to `last` are that nobody needs to read. */
static void put_fold_summary(const ComparisonView *view, size_t first, size_t last)
{
    markup_put(view, "<summary>");
    markup_place(view, &view->changes[first]);
    if (last > first) {
        markup_put(view, last > first + 1 ? " … " : ", ");
        markup_place(view, &view->changes[last]);
    }
    const char *comma = ": ";
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++)
        for (TifaChangeSubtype subtype = 0; subtype < TIFA_SUBTYPE_COUNT; subtype++)
            put_fold_count(view, count_rows(view, first, last, kind, subtype), kind, subtype, &comma);
    for (size_t i = first; i <= last; i++)
        if (comparison_is_title_line(view, &view->changes[i]))
            fprintf(view->printer->file, "%s1 title line that one of the files lacks", comma);
    markup_put(view, "</summary>\n");
}

/* The rows from `first` to `last`, behind one line that opens them. */
static void put_fold(const ComparisonView *view, size_t first, size_t last)
{
    markup_put(view, "<tr class=\"fold\"><td colspan=\"3\"><details>");
    put_fold_summary(view, first, last);
    open_table(view, false);
    for (size_t i = first; i <= last; i++)
        put_row(view, i);
    close_table(view);
    markup_put(view, "</details></td></tr>\n");
}

/* A box for each kind of change, to hide its rows; the style sheet does it, for the boxes stand before the
 * table. */
static void put_filter(const ComparisonView *view)
{
    bool has_rows[TIFA_CHANGE_COUNT] = {false};
    for (size_t i = 0; i < view->change_count; i++)
        has_rows[view->changes[i].kind] |= comparison_shows(view, &view->changes[i]);
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++) {
        if (!has_rows[kind])
            continue;
        fprintf(view->printer->file,
                "<input type=\"checkbox\" class=\"filter\" id=\"k%d\" checked><label for=\"k%d\">", kind,
                kind);
        markup_term(view, &markup_kind_terms[kind]);
        markup_put(view, "</label>\n");
    }
}

void comparison_print_table(const ComparisonView *view)
{
    markup_put(view, "<h2>Side by side <span lang=\"zh-Hans\">对照表</span></h2>\n");
    put_filter(view);
    open_table(view, true);
    for (size_t i = 0; i < view->change_count; i++) {
        size_t first = i;
        while (i < view->change_count && !comparison_shows(view, &view->changes[i]))
            i++;
        if (i > first)
            put_fold(view, first, i - 1);
        if (i < view->change_count)
            put_row(view, i);
    }
    close_table(view);
}
