#include "paper.h"
#include "text/document.h"

#include <check.h>
#include <string.h>

/* ---- Documents ------------------------------------------------------------------------------- */

/* A law of a title and articles; has_title_line: the title is a heading of the text as well. */
static TifaDocument *make_law(const char *title, bool has_title_line, const char *const *articles)
{
    TifaDocument *law = document_new();
    TifaBlock heading = {.kind = TIFA_BLOCK_HEADING, .level = 1};
    document_set_field(law, TIFA_FIELD_TITLE, title, "heading");
    document_set_field(law, TIFA_FIELD_LANGUAGE, "zh-Hans", "text");
    if (has_title_line)
        document_add_block(law, &heading, title, strlen(title), NULL);
    for (uint16_t i = 0; articles[i]; i++) {
        TifaBlock article = {.kind = TIFA_BLOCK_ARTICLE, .article = (uint16_t)(i + 1)};
        document_add_block(law, &article, articles[i], strlen(articles[i]), NULL);
    }
    return law;
}

/* Two laws and what was printed of them. */
typedef struct {
    TifaDocument *before, *after;
    TifaComparison *comparison;
    Paper paper;
} Page;

static void page_compare(Page *page, TifaDocument *before, TifaDocument *after, TifaFormat format)
{
    *page = (Page){.before = before, .after = after};
    page->comparison = tifa_compare(before, after, NULL, NULL);
    ck_assert_ptr_nonnull(page->comparison);
    paper_open(&page->paper, format);
}

static const char *page_print(Page *page, bool is_all)
{
    TifaComparisonPrinting printing = {.is_all = is_all};
    ck_assert(tifa_print_comparison(&page->paper.printer, page->before, page->after, page->comparison,
                                    &printing, NULL));
    return paper_read(&page->paper);
}

static void page_clear(Page *page)
{
    paper_clear(&page->paper);
    tifa_comparison_free(page->comparison);
    tifa_document_free(page->before);
    tifa_document_free(page->after);
}

static const char *const old_articles[] = {
    "第一条　为了促进科技创新，制定本条例。",
    "第二条　单位应当报告<b>成果</b> & \"数据\"，不得写 </td><script>alert(1)</script>。",
    "第三条　科普经费列入预算。",
    NULL,
};

static const char *const new_articles[] = {
    "第一条　为了促进科技创新，制定本条例。",
    "第二条　国家支持基础研究，鼓励原始创新。",
    "第三条　单位必须报告<b>成果</b> & \"数据\"，不得写 </td><script>alert(2)</script>。",
    NULL,
};

static void page_of_two_laws(Page *page, TifaFormat format)
{
    page_compare(page, make_law("条例<一> & \"甲\"", true, old_articles),
                 make_law("条例<二> & \"乙\"", true, new_articles), format);
}

/* ---- The page -------------------------------------------------------------------------------- */

static bool is_void(const char *name)
{
    return strcmp(name, "meta") == 0 || strcmp(name, "col") == 0 || strcmp(name, "input") == 0 ||
           strcmp(name, "!DOCTYPE") == 0;
}

/* Walks over the tags from `page` on and fails where one closes what is not open. */
static void check_balance(const char *page)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func(g_free);
    for (const char *tag = strchr(page, '<'); tag; tag = strchr(tag + 1, '<')) {
        bool is_closing = tag[1] == '/';
        const char *start = tag + 1 + is_closing;
        g_autofree char *name = g_strndup(start, strcspn(start, " >"));
        if (is_closing) {
            ck_assert_msg(open->len > 0, "</%s> closes nothing", name);
            ck_assert_str_eq(g_ptr_array_index(open, open->len - 1), name);
            g_ptr_array_remove_index(open, open->len - 1);
        } else if (!is_void(name)) {
            g_ptr_array_add(open, g_steal_pointer(&name));
        }
    }
    ck_assert_uint_eq(open->len, 0);
}

START_TEST(every_tag_of_the_page_is_closed_in_its_place)
{
    Page page;
    page_of_two_laws(&page, TIFA_FORMAT_HTML);
    check_balance(page_print(&page, _i));
    page_clear(&page);
}
END_TEST

START_TEST(marks_of_html_in_a_document_are_text)
{
    Page page;
    page_of_two_laws(&page, TIFA_FORMAT_HTML);
    const char *html = page_print(&page, true);
    ck_assert_ptr_null(strstr(html, "<script"));
    ck_assert_ptr_null(strstr(html, "<b>成果"));
    ck_assert_ptr_nonnull(strstr(html, "&lt;b&gt;成果&lt;/b&gt; &amp; &quot;数据&quot;"));
    ck_assert_ptr_nonnull(strstr(html, "<title>条例&lt;二&gt; &amp; &quot;乙&quot;: what changed</title>"));
    page_clear(&page);
}
END_TEST

START_TEST(the_policy_of_the_page_lets_its_own_style_pass_and_nothing_else)
{
    Page page;
    page_of_two_laws(&page, TIFA_FORMAT_HTML);
    const char *html = page_print(&page, false);
    const char *style = strstr(html, "<style>") + strlen("<style>");
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)style, strstr(style, "</style>") - style);
    guint8 digest[32];
    gsize length = sizeof digest;
    g_checksum_get_digest(checksum, digest, &length);
    g_autofree char *hash = g_base64_encode(digest, length);
    g_autofree char *policy = g_strdup_printf("\"default-src 'none'; style-src 'sha256-%s'\"", hash);
    ck_assert_ptr_nonnull(strstr(html, policy));
    ck_assert_ptr_null(strstr(html, " style="));
    ck_assert_ptr_null(strstr(html, "://"));
    page_clear(&page);
}
END_TEST

START_TEST(what_did_not_change_is_folded_unless_all_is_asked_for)
{
    Page page;
    page_of_two_laws(&page, TIFA_FORMAT_HTML);
    bool has_fold = strstr(page_print(&page, _i), "<details>") != NULL;
    ck_assert_int_eq(has_fold, !_i);
    page_clear(&page);
}
END_TEST

START_TEST(every_link_of_the_page_has_its_aim)
{
    Page page;
    page_of_two_laws(&page, TIFA_FORMAT_HTML);
    const char *html = page_print(&page, false);
    size_t links = 0;
    for (const char *link = strstr(html, "href=\"#"); link; link = strstr(link + 1, "href=\"#"), links++) {
        const char *name = link + strlen("href=\"#");
        g_autofree char *aim = g_strdup_printf("id=\"%.*s\"", (int)strcspn(name, "\""), name);
        ck_assert_msg(strstr(html, aim), "no %s", aim);
    }
    ck_assert_uint_gt(links, 2);
    page_clear(&page);
}
END_TEST

/* ---- What counts as a change ------------------------------------------------------------------ */

START_TEST(a_title_line_that_one_reader_keeps_is_no_change)
{
    Page page;
    page_compare(&page, make_law("科技 条例", _i, old_articles), make_law("科技条例", !_i, old_articles),
                 TIFA_FORMAT_TEXT);
    ck_assert(!tifa_comparison_has_changes(page.comparison, page.before, page.after));
    ck_assert_str_eq(page_print(&page, false),
                     "--- 科技 条例\n+++ 科技条例\n3 unchanged\nThe texts are the same.\n\n");
    page_clear(&page);
}
END_TEST

START_TEST(a_heading_that_is_not_the_title_is_a_change)
{
    Page page;
    page_compare(&page, make_law("科技条例", true, old_articles), make_law("科普条例", false, old_articles),
                 TIFA_FORMAT_TEXT);
    ck_assert(tifa_comparison_has_changes(page.comparison, page.before, page.after));
    ck_assert_ptr_nonnull(strstr(page_print(&page, false), "[-科技条例-]"));
    page_clear(&page);
}
END_TEST

/* ---- A decision ------------------------------------------------------------------------------- */

static TifaDocument *make_decision(void)
{
    static const char *const lines[] = {"关于修改《条例》的决定", "一、删去第三条。",
                                        "二、将第一条修改为：“甲<乙>。”"};
    TifaDocument *decision = document_new();
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        TifaBlock block = {.kind = i ? TIFA_BLOCK_PARAGRAPH : TIFA_BLOCK_HEADING, .level = !i};
        document_add_block(decision, &block, lines[i], strlen(lines[i]), NULL);
    }
    return decision;
}

/* Prints the two laws with the decision. */
static bool print_with_decision(Page *page, GError **error)
{
    g_autoptr(TifaDocument) document = make_decision();
    g_autoptr(TifaDecision) decision = tifa_decision_read(document, NULL);
    ck_assert_ptr_nonnull(decision);
    TifaComparisonPrinting printing = {.decision = decision, .decision_document = document};
    return tifa_print_comparison(&page->paper.printer, page->before, page->after, page->comparison, &printing,
                                 error);
}

START_TEST(each_order_of_a_decision_stands_on_the_page_with_its_finding)
{
    Page page;
    page_of_two_laws(&page, TIFA_FORMAT_HTML);
    ck_assert(print_with_decision(&page, NULL));
    const char *html = paper_read(&page.paper);
    check_balance(html);
    ck_assert_ptr_nonnull(strstr(html, "<tr class=\"confirmed\">"));
    ck_assert_ptr_nonnull(strstr(html, "<tr class=\"disputed\">"));
    ck_assert_ptr_nonnull(strstr(html, "甲&lt;乙&gt;"));
    page_clear(&page);
}
END_TEST

START_TEST(a_decision_is_not_printed_as_csv)
{
    Page page;
    GError *error = NULL;
    page_of_two_laws(&page, TIFA_FORMAT_CSV);
    ck_assert(!print_with_decision(&page, &error));
    ck_assert_str_eq(error->message,
                     "--format csv: a decision cannot be printed so; use one of text, json, html");
    g_error_free(error);
    page_clear(&page);
}
END_TEST

Suite *suite_comparison(void)
{
    Suite *suite = suite_create("comparison");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, every_tag_of_the_page_is_closed_in_its_place, 0, 2);
    tcase_add_test(all, marks_of_html_in_a_document_are_text);
    tcase_add_test(all, the_policy_of_the_page_lets_its_own_style_pass_and_nothing_else);
    tcase_add_loop_test(all, what_did_not_change_is_folded_unless_all_is_asked_for, 0, 2);
    tcase_add_test(all, every_link_of_the_page_has_its_aim);
    tcase_add_loop_test(all, a_title_line_that_one_reader_keeps_is_no_change, 0, 2);
    tcase_add_test(all, a_heading_that_is_not_the_title_is_a_change);
    tcase_add_test(all, each_order_of_a_decision_stands_on_the_page_with_its_finding);
    tcase_add_test(all, a_decision_is_not_printed_as_csv);
    suite_add_tcase(suite, all);
    return suite;
}
