/* comparison_html.c - a comparison as a page for people and for paper. The page needs nothing else: one style
 * sheet inside, no script, nothing fetched, and a policy in its head that forbids both. */
#include "comparison_css.h"
#include "report/comparison_markup.h"
#include "report/meanings.h"

#include <string.h>

/* ---- Above the table ------------------------------------------------------------------------- */

static void put_side(const ComparisonView *view, const char *name, const TifaDocument *document)
{
    fprintf(view->printer->file, "<tr><th scope=\"row\">%s</th>", name);
    markup_open(view, "td", document);
    markup_field(view, document, TIFA_FIELD_TITLE);
    markup_put(view, "</td><td>");
    markup_field(view, document, TIFA_FIELD_DATE);
    markup_put(view, "</td><td>");
    markup_field(view, document, TIFA_FIELD_NUMBER);
    markup_put(view, "</td></tr>\n");
}

static void put_sides(const ComparisonView *view)
{
    markup_put(
        view,
        "<table class=\"sides\">\n<thead><tr><th></th><th scope=\"col\">Title</th><th scope=\"col\">Date</th>"
        "<th scope=\"col\">Number <span lang=\"zh-Hans\">文号</span></th></tr></thead>\n<tbody>\n");
    put_side(view, "Old <span lang=\"zh-Hans\">旧</span>", view->before);
    put_side(view, "New <span lang=\"zh-Hans\">新</span>", view->after);
    markup_put(view, "</tbody>\n</table>\n");
}

/* Whether the change is one of those that the summary counts as its kind. */
static bool is_counted(const TifaChange *change, bool has_articles)
{
    return !has_articles || change->unit == TIFA_UNIT_ARTICLE;
}

/* A longer list of links would not be read; every row is below. */
enum { MOST_LINKS = 100 };

static void put_count(const ComparisonView *view, TifaChangeKind kind, bool has_articles)
{
    size_t links = 0;
    fprintf(view->printer->file, "<li><b>%zu</b> ", view->summary.kinds[kind]);
    markup_term(view, &markup_kind_terms[kind]);
    for (size_t i = 0; kind != TIFA_CHANGE_UNCHANGED && i < view->change_count; i++) {
        if (view->changes[i].kind != kind || !is_counted(&view->changes[i], has_articles))
            continue;
        if (links++ == MOST_LINKS) {
            markup_put(view, " …");
            break;
        }
        markup_put(view, links == 1 ? ": " : ", ");
        markup_link(view, i);
    }
    markup_put(view, "</li>\n");
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
        markup_put(view, count++ ? ", " : "<li><b></b> outside of articles: ");
        markup_link(view, i);
        fprintf(view->printer->file, " %s", markup_kind_terms[change->kind].english);
    }
    if (count)
        markup_put(view, "</li>\n");
}

static void put_decision_count(const ComparisonView *view)
{
    const char *comma = " ";
    markup_put(view,
               "<li><b></b> <a href=\"#decision\">the decision</a> <span lang=\"zh-Hans\">修改决定</span>:");
    for (TifaFindingKind kind = TIFA_FINDING_CONFIRMED; kind <= TIFA_FINDING_OPEN; kind++) {
        fprintf(view->printer->file, "%s%zu ", comma, comparison_count_findings(view, kind));
        markup_term(view, &markup_finding_terms[kind]);
        comma = ", ";
    }
    markup_put(view, "</li>\n");
}

static void put_summary(const ComparisonView *view)
{
    bool has_articles = false;
    for (size_t i = 0; i < view->change_count && !has_articles; i++)
        has_articles = view->changes[i].unit == TIFA_UNIT_ARTICLE;
    markup_put(view, "<h2>What changed</h2>\n");
    if (view->is_same)
        markup_put(view, "<p>The texts are the same. <span lang=\"zh-Hans\">两文本相同</span></p>\n");
    if (!view->summary.is_related)
        markup_put(view, "<p class=\"warning\">The two texts have nearly nothing in common.</p>\n");
    markup_put(view, "<ul class=\"counts\">\n");
    for (TifaChangeKind kind = 0; kind < TIFA_CHANGE_COUNT; kind++)
        if (view->summary.kinds[kind])
            put_count(view, kind, has_articles);
    if (has_articles)
        put_others(view);
    if (view->decision)
        put_decision_count(view);
    markup_put(view, "</ul>\n");
}

/* ---- Below the table ------------------------------------------------------------------------- */

/* The item of the decision, in a cell beside all the findings on it. */
static void put_order(const ComparisonView *view, const TifaFinding *finding, size_t rows)
{
    TifaSpan order = comparison_order(view, finding);
    g_autofree char *cell = g_strdup_printf("td rowspan=\"%zu\"", rows);
    markup_open(view, cell, view->decision_document);
    markup_put(view, "<p>");
    if (order.end)
        markup_marked(view, view->decision_text, order, "<span>");
    else
        markup_put(view, "(no order)");
    markup_put(view, "</p></td>\n");
}

static void put_finding(const ComparisonView *view, const TifaFinding *finding, size_t rows)
{
    const MarkupTerm *term = &markup_finding_terms[finding->kind];
    fprintf(view->printer->file, "<tr class=\"%s\">", term->english);
    if (rows)
        put_order(view, finding, rows);
    markup_put(view, "<td><p class=\"name\">");
    markup_term(view, term);
    markup_put(view, "</p></td>\n<td><p>");
    if (finding->change != TIFA_NONE) {
        markup_link(view, finding->change);
        markup_put(view, ": ");
    }
    markup_string(view, finding->reason);
    markup_put(view, "</p></td></tr>\n");
}

static void put_decision(const ComparisonView *view)
{
    markup_put(
        view, "<h2 id=\"decision\">The amendment decision, order by order <span lang=\"zh-Hans\">修改决定"
              "</span></h2>\n<table class=\"orders\">\n<colgroup><col><col class=\"place\"><col></colgroup>\n"
              "<thead><tr><th scope=\"col\">Order</th><th scope=\"col\">Finding</th>"
              "<th scope=\"col\">What the comparison shows</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0, next = 0; i < view->findings.length; i++) {
        const TifaFinding *finding = &view->findings.items[i];
        bool has_order = finding->amendment != TIFA_NONE;
        size_t rows = i < next ? 0 : has_order ? comparison_finding_run(view, i) : 1;
        next += rows;
        put_finding(view, finding, rows);
    }
    markup_put(view, "</tbody>\n</table>\n");
}

/* How the page was made, what its marks mean, and what it does not show. */
static void put_method(const ComparisonView *view)
{
    static const char marks[] =
        "Articles (in texts without articles: headings and paragraphs) are matched by their words, not by "
        "their numbers. <del>Words that went</del> and <ins>words that came</ins> are marked at the "
        "boundaries of words. <del class=\"print\">Dots</del> mark other punctuation or widths that read the "
        "same. <span class=\"away\">Grey words</span> stand in another row: the article was split or merged. "
        "A changed number of the article itself is not marked. ";
    static const char folds[] =
        "Folded into single lines, and not on paper unless opened: what is unchanged, or changed only in its "
        "number, numbers of other articles, punctuation or editors’ notes, and a title line that one of the "
        "two files lacks.";
    fprintf(view->printer->file, "<p class=\"note\">Made by tifa %s. %s%s</p>\n", tifa_version(), marks,
            view->is_all ? "Nothing is hidden." : folds);
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
    markup_field(view, view->after, TIFA_FIELD_TITLE);
    fprintf(view->printer->file, ": what changed</title>\n<style>%s</style>\n</head>\n<body>\n",
            comparison_css);
}

void comparison_print_html(const ComparisonView *view)
{
    put_head(view);
    markup_put(view, "<h1>Comparison of two versions <span lang=\"zh-Hans\">版本对照</span></h1>\n");
    put_sides(view);
    put_summary(view);
    if (view->meanings)
        meanings_print_html(view);
    comparison_print_table(view);
    if (view->decision)
        put_decision(view);
    put_method(view);
    markup_put(view, "</body>\n</html>\n");
}
