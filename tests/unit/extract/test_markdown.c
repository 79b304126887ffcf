/* Markdown. */
#include "extract/markdown.h"
#include "sample.h"

#include <check.h>
#include <string.h>

Suite *suite_markdown(void);

/* ---- Blocks ------------------------------------------------------------------------------------------- */

static const struct {
    const char *what, *content, *blocks;
} forms[] = {
    {"headings", "# 总则 #\n## 第一章\n###### 小节\n#7 is none\n",
     "H1|总则\nH2|第一章\nH6|小节\nP|#7 is none\n"},
    {"underlined headings", "Title\n=====\n\nPart\n---\n\ntext\n", "H1|Title\nH2|Part\nP|text\n"},
    {"rules", "one\n\n---\n\n* * *\n\ntwo\n", "P|one\nP|two\n"},
    {"lines", "one\ntwo  \nthree\n\nfour\n", "P|one\nP|two\nP|three\nP|four\n"},
    {"quotations", "> one\n>\n> > two\n", "P|one\nP|two\n"},
    {"notes", "> [!NOTE] from the editor\n> more\n\ntext\n", "N|from the editor\nN|more\nP|text\n"},
    {"lists", "- one\n  - two\n* three\n+ four\n-none\n", "I1|one\nI2|two\nI1|three\nI1|four\nP|-none\n"},
    {"numbered lists", "1. one\n12) two\n2.none\n", "I1|1. one\nI1|12) two\nP|2.none\n"},
    {"tables", "| a | **b** |\n|---|:--:|\n| 1 |  |\n|  | x\\|y |\n\nafter | it\n",
     "R|a\tb\nR|1\t\nR|\tx|y\nP|after | it\n"},
    {"tables without edges", "a | b\n--|--\n1 | 2\n", "R|a\tb\nR|1\t2\n"},
    {"fences", "```c\n# no heading\n- no item\n```\ntext\n", "P|# no heading\nP|- no item\nP|text\n"},
    {"folded parts", "<details>\n<summary>目录</summary>\n\n- 第一章\n\n</details>\n\ntext\n",
     "N|目录\nN|第一章\nP|text\n"},
    {"comments", "one <!-- not\nthis --> two\n<!-- open\n", "P|one two\nP|<!-- open\n"},
    {"footnotes", "text[^1] goes on\n\n[^1]: the note\n", "P|text goes on\nN|the note\n"},
    {"definitions", "[a]: http://a.example/\ntext\n", "P|text\n"},
    {"a bold title", "**关于计划的决议**\n\ntext\n", "H1|关于计划的决议\nP|text\n"},
    {"bold headings", "text\n\n**二、工作部署**\n", "P|text\nH2|二、工作部署\n"},
    {"bold beginnings", "text\n\n**加快发展。**坚持改革。\n", "P|text\nP|加快发展。坚持改革。\n"},
    {"indented lines", "text\n\n    第七十五条 缴纳费用。\n", "P|text\nP|第七十五条 缴纳费用。\n"},
    {"tags", "<center>第四章</center>\n<p style=\"x\">text<br>more</p>\n", "P|第四章\nP|text more\n"},
};

START_TEST(blocks_are_what_they_look_like)
{
    g_autofree char *blocks = sample_blocks(extract_markdown, forms[_i].content, strlen(forms[_i].content));
    ck_assert_msg(strcmp(blocks, forms[_i].blocks) == 0, "%s: %s", forms[_i].what, blocks);
}
END_TEST

/* ---- Marks in a line ---------------------------------------------------------------------------------- */

static const struct {
    const char *marked, *plain;
} lines[] = {
    {"**bold** and *slanted* and ***both***", "bold and slanted and both"},
    {"__bold__ and _slanted_, snake_case_name", "bold and slanted, snake_case_name"},
    {"国家“千*计划”和省“百*计划”", "国家“千*计划”和省“百*计划”"},
    {"2 ** 3 ** 4, a * b", "2 ** 3 ** 4, a * b"},
    {"**never closed", "**never closed"},
    {"~~gone~~ ~left~", "gone ~left~"},
    {"`code *with* stars` and ``a`b``", "code *with* stars and a`b"},
    {"[text](http://a.example/b_(c) \"title\")", "text"},
    {"[国发[2018]5号](http://a.example/)", "国发[2018]5号"},
    {"![a picture](x.png)![](y.png) [![in a link](z.png)](http://a.example/)", "a picture in a link"},
    {"[1] is no link, nor is [this]", "[1] is no link, nor is [this]"},
    {"5&permil; 3&times;20 &#20013;&#x6587; &unknown; &", "5‰ 3×20 中文 &unknown; &"},
    {"\\*no\\* \\[mark\\] C:\\dir", "*no* [mark] C:\\dir"},
    {"a < b > c <b>bold</b> <https://a.example/>", "a < b > c bold https://a.example/"},
};

START_TEST(marks_go_and_text_stays)
{
    g_autoptr(TifaDocument) document = document_new();
    g_autoptr(GString) out = g_string_new(NULL);
    markdown_strip(lines[_i].marked, strlen(lines[_i].marked), document, out);
    ck_assert_str_eq(out->str, lines[_i].plain);
}
END_TEST

START_TEST(links_are_kept_for_the_record)
{
    size_t count;
    g_autoptr(TifaDocument) document = document_new();
    g_autoptr(GString) out = g_string_new(NULL);
    const char line[] =
        "see [the **plan**](http://a.example/plan \"title\"), <http://b.example/>, ![x](c.png)";
    markdown_strip(line, strlen(line), document, out);
    const DocumentLink *links = document_links(document, &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(links[0].url, "http://a.example/plan");
    ck_assert_str_eq(links[0].text, "the plan");
    ck_assert_str_eq(links[1].url, "http://b.example/");
}
END_TEST

/* Nothing of what follows may take more than time in proportion: each would take minutes otherwise. */
static const char *const repeated[] = {"[",  "**a ", "*a",    "[](",    "`a``", "<a",
                                       "&a", "![",   "[a](b", "_a *b ", "\\"};

START_TEST(hostile_lines_are_read_in_linear_time)
{
    g_autoptr(TifaDocument) document = document_new();
    g_autoptr(GString) line = g_string_new(NULL), out = g_string_new(NULL);
    while (line->len < 300 * 1000)
        g_string_append(line, repeated[_i]);
    markdown_strip(line->str, line->len, document, out);
    ck_assert_uint_le(out->len, line->len);
}
END_TEST

/* ---- Headers ------------------------------------------------------------------------------------------ */

static TifaDocument *read_document(const char *content)
{
    GError *error = NULL;
    TifaDocument *document = document_new();
    ExtractInput input = {.name = "a.md", .bytes = (const uint8_t *)content, .length = strlen(content)};
    ck_assert_msg(extract_markdown(&input, document, &error), "%s", error ? error->message : "");
    return document;
}

START_TEST(the_header_gives_fields)
{
    g_autoptr(TifaDocument) document = read_document("---\n"
                                                     "title: '关于体系的意见'\n"
                                                     "authors:\n  - 中共中央办公厅\n  - 国务院办公厅\n"
                                                     "date: \"2025-03-21\"\n"
                                                     "effective_date: tomorrow\n"
                                                     "source: https://a.example/b?c=d:e\n"
                                                     "unknown: thing\n"
                                                     "----\n\n## 一、总体要求\n");
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_TITLE), "关于体系的意见");
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_ISSUER), "中共中央办公厅、国务院办公厅");
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_DATE), "2025-03-21");
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_URL), "https://a.example/b?c=d:e");
    ck_assert_str_eq(tifa_document_field_origin(document, TIFA_FIELD_TITLE), "meta");
    ck_assert_ptr_null(tifa_document_field(document, TIFA_FIELD_EFFECTIVE));
    ck_assert_str_eq(tifa_document_text(document, NULL), "一、总体要求");
}
END_TEST

START_TEST(a_source_that_is_no_address_is_no_address)
{
    g_autoptr(TifaDocument) document = read_document("---\nsource: 共产党员网\n---\ntext\n");
    ck_assert_ptr_null(tifa_document_field(document, TIFA_FIELD_URL));
}
END_TEST

START_TEST(a_rule_at_the_head_without_an_end_is_no_header)
{
    g_autoptr(TifaDocument) document = read_document("---\ntitle: x\n\ntext\n");
    ck_assert_ptr_null(tifa_document_field(document, TIFA_FIELD_TITLE));
    ck_assert_str_eq(tifa_document_text(document, NULL), "title: x\ntext");
}
END_TEST

START_TEST(the_first_heading_is_the_title)
{
    g_autoptr(TifaDocument) document = read_document("# 反垄断法\n\n# second\n");
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_TITLE), "反垄断法");
    ck_assert_str_eq(tifa_document_field_origin(document, TIFA_FIELD_TITLE), "heading");
}
END_TEST

Suite *suite_markdown(void)
{
    Suite *suite = suite_create("markdown");
    TCase *tests = tcase_create("markdown");
    tcase_add_loop_test(tests, blocks_are_what_they_look_like, 0, G_N_ELEMENTS(forms));
    tcase_add_loop_test(tests, marks_go_and_text_stays, 0, G_N_ELEMENTS(lines));
    tcase_add_test(tests, links_are_kept_for_the_record);
    tcase_add_loop_test(tests, hostile_lines_are_read_in_linear_time, 0, G_N_ELEMENTS(repeated));
    tcase_add_test(tests, the_header_gives_fields);
    tcase_add_test(tests, a_source_that_is_no_address_is_no_address);
    tcase_add_test(tests, a_rule_at_the_head_without_an_end_is_no_header);
    tcase_add_test(tests, the_first_heading_is_the_title);
    suite_add_tcase(suite, tests);
    return suite;
}
