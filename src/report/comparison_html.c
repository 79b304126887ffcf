/* comparison_html.c - a comparison as a page for people and for paper: the two texts side by side (对照表
 * duizhaobiao). The page needs nothing else: one style sheet inside, no script, nothing fetched, and a policy
 * in its head that forbids both. */
#include "comparison_css.h"
#include "report/comparison.h"

#include <string.h>

static const char chinese_language[] = "zh-Hans";

/* What readers see of a kind, in English and Chinese. */
typedef struct {
    const char *english, *chinese;
} Term;

static const Term kind_terms[TIFA_CHANGE_COUNT] = {
    [TIFA_CHANGE_UNCHANGED] = {"unchanged", "未修改"},
    [TIFA_CHANGE_RENUMBERED] = {"renumbered", "重新编号"},
    [TIFA_CHANGE_MODIFIED] = {"modified", "修改"},
    [TIFA_CHANGE_MOVED] = {"moved", "移动"},
    [TIFA_CHANGE_MOVED_MODIFIED] = {"moved and modified", "移动并修改"},
    [TIFA_CHANGE_SPLIT] = {"split", "拆分"},
    [TIFA_CHANGE_MERGED] = {"merged", "合并"},
    [TIFA_CHANGE_ADDED] = {"added", "增加"},
    [TIFA_CHANGE_DELETED] = {"deleted", "删除"},
};

static const Term subtype_terms[TIFA_SUBTYPE_COUNT] = {
    [TIFA_SUBTYPE_SUBSTANTIVE] = {"in substance", "实质"},
    [TIFA_SUBTYPE_CROSSREF] = {"numbers of articles referred to, only", "仅引用条号"},
    [TIFA_SUBTYPE_TYPOGRAPHIC] = {"punctuation or type only", "仅标点字形"},
    [TIFA_SUBTYPE_NOTE] = {"editors’ notes only", "仅编者注"},
};

static const Term finding_terms[] = {
    [TIFA_FINDING_CONFIRMED] = {"confirmed", "相符"},
    [TIFA_FINDING_DISPUTED] = {"disputed", "不符"},
    [TIFA_FINDING_OPEN] = {"open", "待核"},
};

/* ---- Text ------------------------------------------------------------------------------------ */

static void put(const ComparisonView *view, const char *markup)
{
    fputs(markup, view->printer->file);
}

static void put_text(const ComparisonView *view, const char *text, size_t length)
{
    g_autofree char *escaped = g_markup_escape_text(text, (gssize)length);
    put(view, escaped);
}

static void put_string(const ComparisonView *view, const char *text)
{
    put_text(view, text, strlen(text));
}

/* "modified <span>修改</span>" */
static void put_term(const ComparisonView *view, const Term *term)
{
    fprintf(view->printer->file, "%s <span lang=\"%s\">%s</span>", term->english, chinese_language,
            term->chinese);
}

/* Opens an element in the language of a document. */
static void open_in_language(const ComparisonView *view, const char *element, const TifaDocument *document)
{
    const char *language = tifa_document_field(document, TIFA_FIELD_LANGUAGE);
    fprintf(view->printer->file, "<%s", element);
    if (language) {
        put(view, " lang=\"");
        put_string(view, language);
        put(view, "\"");
    }
    put(view, ">");
}

static void put_field(const ComparisonView *view, const TifaDocument *document, TifaField field)
{
    const char *value = tifa_document_field(document, field);
    put_string(view, value ? value : "–");
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* What the prefix of a label means: "chp_3" is chapter 3. */
static const struct {
    const char *prefix, *name;
} label_names[] = {
    {"subpart_", "Subpart "}, {"part_", "Part "}, {"chp_", "Chapter "},
    {"sec_", "Section "},     {"h_", "Heading "}, {"p_", "Paragraph "},
};

/* The word for what a label counts; *label moves on to the number. */
static const char *name_label(TifaUnitKind unit, const char **label)
{
    if (unit == TIFA_UNIT_ARTICLE)
        return "Art. ";
    for (size_t i = 0; i < G_N_ELEMENTS(label_names); i++) {
        if (!g_str_has_prefix(*label, label_names[i].prefix))
            continue;
        *label += strlen(label_names[i].prefix);
        return label_names[i].name;
    }
    return "";
}

/* "Art. 8", "Art. 8 → 9", "Chapter 3 → Section 1". */
static void put_place(const ComparisonView *view, const TifaChange *change)
{
    const char *old_label = change->old_label ? change->old_label : change->new_label;
    const char *new_label = change->new_label ? change->new_label : old_label;
    const char *old_name = name_label(change->unit, &old_label);
    const char *new_name = name_label(change->unit, &new_label);
    put(view, old_name);
    put_string(view, old_label);
    if (strcmp(old_name, new_name) == 0 && strcmp(old_label, new_label) == 0)
        return;
    put(view, " → ");
    put(view, strcmp(old_name, new_name) == 0 ? "" : new_name);
    put_string(view, new_label);
}

/* The place as a link to its row. */
static void put_link(const ComparisonView *view, size_t change)
{
    fprintf(view->printer->file, "<a href=\"#c%zu\">", change + 1);
    put_place(view, &view->changes[change]);
    put(view, "</a>");
}

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

static const char *closing_mark(const char *opening)
{
    return g_str_has_prefix(opening, "<ins")   ? "</ins>"
           : g_str_has_prefix(opening, "<del") ? "</del>"
                                               : "</span>";
}

/* A line end closes the paragraph and the mark, and opens both again. */
static void put_marked(const ComparisonView *view, const char *text, TifaSpan span, const char *opening)
{
    bool is_plain = strcmp(opening, "<span>") == 0;
    for (uint32_t start = span.start; start < span.end;) {
        const char *line = text + start, *end = memchr(line, '\n', span.end - start);
        size_t length = end ? (size_t)(end - line) : span.end - start;
        if (length && !is_plain)
            put(view, opening);
        put_text(view, line, length);
        if (length && !is_plain)
            put(view, closing_mark(opening));
        if (end)
            put(view, "</p>\n<p>");
        start += (uint32_t)length + (end != NULL);
    }
}

/* The cell of one side: its whole text, with what went or came marked. */
static void put_cell(const ComparisonView *view, const TifaChange *change, bool is_new)
{
    if (is_new ? !change->new_label : !change->old_label) {
        put(view, "<td class=\"none\">–</td>\n");
        return;
    }
    open_in_language(view, "td", is_new ? view->after : view->before);
    put(view, "<p>");
    for (size_t i = change->first_edit; i < change->first_edit + change->edits; i++) {
        const TifaEdit *edit = &view->edits[i];
        const char *mark = opening_mark(edit, is_new);
        if (is_new)
            put_marked(view, view->new_text, edit->after, mark);
        else
            put_marked(view, view->old_text, edit->before, mark);
    }
    put(view, "</p></td>\n");
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static void put_row(const ComparisonView *view, size_t index)
{
    const TifaChange *change = &view->changes[index];
    fprintf(view->printer->file, "<tr id=\"c%zu\"%s>\n<th scope=\"row\"><p class=\"name\">", index + 1,
            change->unit == TIFA_UNIT_HEADING ? " class=\"heading\"" : "");
    put_place(view, change);
    put(view, "</p>\n<p class=\"kind\">");
    put_term(view, &kind_terms[change->kind]);
    put(view, "</p>");
    if (change->subtype != TIFA_SUBTYPE_NONE) {
        put(view, "\n<p class=\"subtype\">");
        put_term(view, &subtype_terms[change->subtype]);
        put(view, "</p>");
    }
    put(view, "</th>\n");
    put_cell(view, change, false);
    put_cell(view, change, true);
    put(view, "</tr>\n");
}

static void open_table(const ComparisonView *view, bool has_head)
{
    put(view, "<table class=\"changes\">\n<colgroup><col class=\"place\"><col><col></colgroup>\n");
    if (has_head) {
        put(view,
            "<thead><tr><th scope=\"col\">Place</th><th scope=\"col\">Old <span lang=\"zh-Hans\">旧</span> ");
        put_field(view, view->before, TIFA_FIELD_DATE);
        put(view, "</th><th scope=\"col\">New <span lang=\"zh-Hans\">新</span> ");
        put_field(view, view->after, TIFA_FIELD_DATE);
        put(view, "</th></tr></thead>\n");
    }
    put(view, "<tbody>\n");
}

static void close_table(const ComparisonView *view)
{
    put(view, "</tbody>\n</table>\n");
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
    put_term(view, &kind_terms[kind]);
    if (subtype != TIFA_SUBTYPE_NONE) {
        put(view, " in ");
        put_term(view, &subtype_terms[subtype]);
    }
    *comma = ", ";
}

/* Says what the rows from `first` to `last` are that nobody needs to read. */
static void put_fold_summary(const ComparisonView *view, size_t first, size_t last)
{
    put(view, "<summary>");
    put_place(view, &view->changes[first]);
    if (last > first) {
        put(view, last > first + 1 ? " … " : ", ");
        put_place(view, &view->changes[last]);
    }
    const char *comma = ": ";
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++)
        for (TifaChangeSubtype subtype = 0; subtype < TIFA_SUBTYPE_COUNT; subtype++)
            put_fold_count(view, count_rows(view, first, last, kind, subtype), kind, subtype, &comma);
    for (size_t i = first; i <= last; i++)
        if (comparison_is_title_line(view, &view->changes[i]))
            fprintf(view->printer->file, "%s1 title line that one of the files lacks", comma);
    put(view, "</summary>\n");
}

/* The rows from `first` to `last`, behind one line that opens them. */
static void put_fold(const ComparisonView *view, size_t first, size_t last)
{
    put(view, "<tr class=\"fold\"><td colspan=\"3\"><details>");
    put_fold_summary(view, first, last);
    open_table(view, false);
    for (size_t i = first; i <= last; i++)
        put_row(view, i);
    close_table(view);
    put(view, "</details></td></tr>\n");
}

static void put_changes(const ComparisonView *view)
{
    put(view, "<h2>Side by side <span lang=\"zh-Hans\">对照表</span></h2>\n");
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

/* ---- Above the table ------------------------------------------------------------------------- */

static void put_side(const ComparisonView *view, const char *name, const TifaDocument *document)
{
    fprintf(view->printer->file, "<tr><th scope=\"row\">%s</th>", name);
    open_in_language(view, "td", document);
    put_field(view, document, TIFA_FIELD_TITLE);
    put(view, "</td><td>");
    put_field(view, document, TIFA_FIELD_DATE);
    put(view, "</td><td>");
    put_field(view, document, TIFA_FIELD_NUMBER);
    put(view, "</td></tr>\n");
}

static void put_sides(const ComparisonView *view)
{
    put(view,
        "<table class=\"sides\">\n<thead><tr><th></th><th scope=\"col\">Title</th><th scope=\"col\">Date</th>"
        "<th scope=\"col\">Number <span lang=\"zh-Hans\">文号</span></th></tr></thead>\n<tbody>\n");
    put_side(view, "Old <span lang=\"zh-Hans\">旧</span>", view->before);
    put_side(view, "New <span lang=\"zh-Hans\">新</span>", view->after);
    close_table(view);
}

/* Whether the change is one of those that the summary counts as its kind. */
static bool is_counted(const TifaChange *change, bool has_articles)
{
    return !has_articles || change->unit == TIFA_UNIT_ARTICLE;
}

static void put_count(const ComparisonView *view, TifaChangeKind kind, bool has_articles)
{
    const char *comma = ": ";
    fprintf(view->printer->file, "<li><b>%zu</b> ", view->summary.kinds[kind]);
    put_term(view, &kind_terms[kind]);
    for (size_t i = 0; kind != TIFA_CHANGE_UNCHANGED && i < view->change_count; i++) {
        if (view->changes[i].kind != kind || !is_counted(&view->changes[i], has_articles))
            continue;
        put(view, comma);
        put_link(view, i);
        comma = ", ";
    }
    put(view, "</li>\n");
}

/* Headings, and paragraphs outside of articles. */
static void put_others(const ComparisonView *view)
{
    size_t count = 0;
    for (size_t i = 0; i < view->change_count; i++) {
        const TifaChange *change = &view->changes[i];
        if (is_counted(change, true) || change->kind == TIFA_CHANGE_UNCHANGED ||
            !comparison_shows(view, change))
            continue;
        put(view, count++ ? ", " : "<li><b></b> outside of articles: ");
        put_link(view, i);
        fprintf(view->printer->file, " %s", kind_terms[change->kind].english);
    }
    if (count)
        put(view, "</li>\n");
}

static void put_decision_count(const ComparisonView *view)
{
    const char *comma = " ";
    put(view, "<li><b></b> <a href=\"#decision\">the decision</a> <span lang=\"zh-Hans\">修改决定</span>:");
    for (TifaFindingKind kind = TIFA_FINDING_CONFIRMED; kind <= TIFA_FINDING_OPEN; kind++) {
        fprintf(view->printer->file, "%s%zu ", comma, comparison_count_findings(view, kind));
        put_term(view, &finding_terms[kind]);
        comma = ", ";
    }
    put(view, "</li>\n");
}

static void put_summary(const ComparisonView *view)
{
    bool has_articles = false;
    for (size_t i = 0; i < view->change_count && !has_articles; i++)
        has_articles = view->changes[i].unit == TIFA_UNIT_ARTICLE;
    put(view, "<h2>What changed</h2>\n");
    if (view->is_same)
        put(view, "<p>The texts are the same. <span lang=\"zh-Hans\">两文本相同</span></p>\n");
    if (!view->summary.is_related)
        put(view, "<p class=\"warning\">The two texts have nearly nothing in common.</p>\n");
    put(view, "<ul class=\"counts\">\n");
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++)
        if (view->summary.kinds[kind])
            put_count(view, kind, has_articles);
    if (has_articles)
        put_others(view);
    if (view->decision)
        put_decision_count(view);
    put(view, "</ul>\n");
}

/* ---- Below the table ------------------------------------------------------------------------- */

/* The item of the decision, in a cell beside all the findings on it. */
static void put_order(const ComparisonView *view, const TifaFinding *finding, size_t rows)
{
    TifaSpan order = comparison_order(view, finding);
    fprintf(view->printer->file, "<td rowspan=\"%zu\" lang=\"%s\"><p>", rows, chinese_language);
    if (order.end)
        put_marked(view, view->decision_text, order, "<span>");
    else
        put(view, "–");
    put(view, "</p></td>\n");
}

static void put_finding(const ComparisonView *view, const TifaFinding *finding, size_t rows)
{
    const Term *term = &finding_terms[finding->kind];
    fprintf(view->printer->file, "<tr class=\"%s\">", term->english);
    if (rows)
        put_order(view, finding, rows);
    put(view, "<td><p class=\"name\">");
    put_term(view, term);
    put(view, "</p></td>\n<td><p>");
    if (finding->change != TIFA_NONE) {
        put_link(view, finding->change);
        put(view, ": ");
    }
    put_string(view, finding->reason);
    put(view, "</p></td></tr>\n");
}

static void put_decision(const ComparisonView *view)
{
    put(view, "<h2 id=\"decision\">The amendment decision, order by order <span lang=\"zh-Hans\">修改决定"
              "</span></h2>\n<table class=\"orders\">\n<colgroup><col><col class=\"place\"><col></colgroup>\n"
              "<thead><tr><th scope=\"col\">Order</th><th scope=\"col\">Finding</th>"
              "<th scope=\"col\">What the comparison shows</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0, next = 0; i < view->findings.length; i++) {
        size_t rows = i == next ? comparison_finding_run(view, i) : 0;
        next += rows;
        put_finding(view, &view->findings.items[i], rows);
    }
    close_table(view);
}

static void put_method(const ComparisonView *view)
{
    fprintf(view->printer->file, "<p class=\"note\">Made by tifa %s. ", tifa_version());
    put(view,
        "Articles (in texts without articles: headings and paragraphs) are matched by their words, not by "
        "their numbers. <del>Words that went</del> and <ins>words that came</ins> are marked at the "
        "boundaries "
        "of words. <del class=\"print\">Dots</del> mark other punctuation or widths that read the same. "
        "<span class=\"away\">Grey words</span> stand in another row: the article was split or merged. ");
    put(view,
        view->is_all
            ? "Nothing is hidden.</p>\n"
            : "Folded into single lines, and not on paper unless opened: what is unchanged, or changed in "
              "its "
              "number, numbers of other articles, punctuation or editors’ notes only, and a title line that "
              "one of the two files lacks. Numbers of articles that renumbering changed are not "
              "marked.</p>\n");
}

/* ---- The page -------------------------------------------------------------------------------- */

/* The head of the page. The policy names the style sheet by its hash. */
static void put_head(const ComparisonView *view)
{
    guint8 digest[32];
    gsize length = sizeof digest;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)comparison_css, (gssize)strlen(comparison_css));
    g_checksum_get_digest(checksum, digest, &length);
    g_autofree char *hash = g_base64_encode(digest, length);
    fprintf(view->printer->file,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'sha256-%s'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
            hash);
    put_field(view, view->after, TIFA_FIELD_TITLE);
    fprintf(view->printer->file, ": what changed</title>\n<style>%s</style>\n</head>\n<body>\n",
            comparison_css);
}

void comparison_print_html(const ComparisonView *view)
{
    put_head(view);
    put(view, "<h1>Comparison of two versions <span lang=\"zh-Hans\">版本对照</span></h1>\n");
    put_sides(view);
    put_summary(view);
    put_changes(view);
    if (view->decision)
        put_decision(view);
    put_method(view);
    put(view, "</body>\n</html>\n");
}
