/* Web pages: what is text, what it says of itself, and what must not stop the reader. */
#include <check.h>
#include <string.h>

#include "extract/extract.h"

/* A page's body between the parts that surround texts on government sites. */
#define PAGE(head, body)                                                                                     \
    "<html><head>" head                                                                                      \
    "</head><body><div class=\"nav\"><a href=\"/\">首页</a><a href=\"/a\">政务公开</a></div>" body           \
    "<div class=\"footer\">版权所有：某部 京ICP备00000000号</div></body></html>"

#define PROSE "<p>　　各有关单位要高度重视，认真组织实施，确保各项工作落到实处。</p>"

static TifaDocument *read_bytes(const char *bytes, size_t length)
{
    ExtractInput input = {.name = "page.html", .bytes = (const uint8_t *)bytes, .length = length};
    TifaDocument *document = document_new();
    GError *error = NULL;
    ck_assert_msg(extract_html(&input, document, &error), "%s", error ? error->message : "");
    ck_assert(document_is_sound(document));
    return document;
}

static TifaDocument *read_page(const char *page)
{
    return read_bytes(page, strlen(page));
}

static void check_text(const char *page, const char *expected)
{
    g_autoptr(TifaDocument) document = read_page(page);
    ck_assert_str_eq(tifa_document_text(document, NULL), expected);
}

static void check_field(const char *page, TifaField field, const char *expected, const char *origin)
{
    g_autoptr(TifaDocument) document = read_page(page);
    const char *value = tifa_document_field(document, field);
    ck_assert_msg(value, "no field %s in %s", tifa_field_name(field), page);
    ck_assert_str_eq(value, expected);
    ck_assert_str_eq(tifa_document_field_origin(document, field), origin);
}

START_TEST(navigation_and_footer_are_not_text)
{
    check_text(PAGE("", "<div>" PROSE PROSE "</div>"),
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。\n"
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。");
}
END_TEST

START_TEST(scripts_styles_and_comments_are_not_text)
{
    check_text(PAGE("<style>p{}</style>", "<div><script>var a='<p>one</p>'</script><!-- two -->" PROSE
                                          "<style>.x{}</style><noscript>three</noscript></div>"),
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。");
}
END_TEST

START_TEST(headings_items_and_rows_keep_their_kind)
{
    g_autoptr(TifaDocument) document =
        read_page(PAGE("", "<div><h2>一、总体要求</h2>" PROSE
                           "<ul><li>第一项，其他。</li></ul><table><tr><td>年份</td><td>经费</td></tr>"
                           "<tr><td>2020</td><td>24393<br>亿元</td></tr></table></div>"));
    const TifaBlocks *blocks = tifa_document_blocks(document);
    ck_assert_uint_eq(blocks->length, 5);
    ck_assert_int_eq(blocks->items[0].kind, TIFA_BLOCK_HEADING);
    ck_assert_int_eq(blocks->items[0].level, 2);
    ck_assert_int_eq(blocks->items[1].kind, TIFA_BLOCK_PARAGRAPH);
    ck_assert_int_eq(blocks->items[2].kind, TIFA_BLOCK_ITEM);
    ck_assert_int_eq(blocks->items[3].kind, TIFA_BLOCK_ROW);
    TifaSpan row = blocks->items[4].span;
    ck_assert(
        memcmp(tifa_document_text(document, NULL) + row.start, "2020\t24393 亿元", row.end - row.start) == 0);
}
END_TEST

START_TEST(a_line_end_in_the_source_is_no_blank_between_chinese_characters)
{
    check_text(PAGE("", "<p>国务院\n关于，加强\r\n  基础研究 的 science\nand technology 意见。</p>"),
               "国务院关于，加强基础研究 的 science and technology 意见。");
}
END_TEST

START_TEST(the_title_comes_without_the_name_of_the_site)
{
    static const char *const titles[] = {
        "关于加强基础研究的意见_某部政府网",
        "关于加强基础研究的意见-某部门户网站",
        "关于加强基础研究的意见|某某新闻",
        "关于加强基础研究的意见--某频道--某网",
        "关于加强基础研究的意见",
    };
    g_autofree char *page =
        g_strdup_printf("<html><head><title>%s</title></head><body>" PROSE "</body></html>", titles[_i]);
    check_field(page, TIFA_FIELD_TITLE, "关于加强基础研究的意见", "meta");
}
END_TEST

START_TEST(the_heading_above_the_text_is_the_title)
{
    check_field(PAGE("<title>某省科技厅</title>", "<h1>关于组织申报项目的通知</h1><div>" PROSE "</div>"),
                TIFA_FIELD_TITLE, "关于组织申报项目的通知", "heading");
}
END_TEST

START_TEST(a_title_broken_over_lines_is_one)
{
    check_field(PAGE("<title>某网</title>", "<h1>关于组织申报<br>项目的通知</h1><div>" PROSE PROSE "</div>"),
                TIFA_FIELD_TITLE, "关于组织申报项目的通知", "heading");
}
END_TEST

START_TEST(several_agencies_are_separated_by_the_enumeration_comma)
{
    check_field("<html><body><table><tr><td>发文机关：</td><td>科技部 "
                "财政部，国家发展改革委</td></tr><tr><td>文号：</td><td>-</td></tr>"
                "</table><div>" PROSE "</div></body></html>",
                TIFA_FIELD_ISSUER, "科技部、财政部、国家发展改革委", "table");
}
END_TEST

START_TEST(metadata_of_the_head_is_taken)
{
    const char *page = PAGE("<meta name=\"ArticleTitle\" content=\"管理办法\"><meta name=\"PubDate\" "
                            "content=\"2021-12-24 09:53\">"
                            "<meta name=\"ContentSource\" content=\"科技部\">",
                            "<div>" PROSE "</div>");
    check_field(page, TIFA_FIELD_TITLE, "管理办法", "meta");
    check_field(page, TIFA_FIELD_PUBLISHED, "2021-12-24", "meta");
    check_field(page, TIFA_FIELD_ISSUER, "科技部", "meta");
}
END_TEST

START_TEST(labelled_values_are_taken_in_every_layout)
{
    static const char *const layouts[] = {
        "<table><tr><td>索　引　号：</td><td>0001</td><td>发　文　字　号：</td><td>国发〔2018〕5号</td></"
        "tr></table>",
        "<table><tr><th>索引号</th><td></td></tr><tr><th>发文字号</th><td>国发〔2018〕5号</td></tr></table>",
        "<dl><dt>文号</dt><dd>国发〔2018〕5号</dd></dl>",
        "<ul><li><span>文&nbsp;&nbsp;号:</span><span>国发〔2018〕5号</span></li></ul>",
        "<p><b>发文字号</b>：国发〔2018〕5号</p>",
        "<p><b>发文字号：</b>国发〔2018〕5号</p>",
        "<p>索引号：0001　文号：国发〔2018〕5号　发布日期：2018-02-26</p>",
        "<div><span>【文件编号】</span><span>国发〔2018〕5号</span></div>",
        "<p><b>发文字号</b><!-- none -->：<!-- x -->国发〔2018〕5号</p>",
    };
    g_autofree char *page =
        g_strdup_printf("<html><body>%s<div>" PROSE PROSE "</div></body></html>", layouts[_i]);
    check_field(page, TIFA_FIELD_NUMBER, "国发〔2018〕5号", "table");
}
END_TEST

START_TEST(index_number_subject_words_and_category_are_facts)
{
    const char *page =
        "<html><body><table><tr><td>索引号：</td><td>0143/2017-00201</td><td>主题分类：</td><td>科技、教育</"
        "td></tr>"
        "<tr><td>主题词：</td><td>科技 数据</td><td>公开方式：</td><td>主动公开</td></tr></table><div>" PROSE
        "</div></body></html>";
    check_field(page, TIFA_FIELD_INDEX, "0143/2017-00201", "table");
    check_field(page, TIFA_FIELD_CATEGORY, "科技、教育", "table");
    check_field(page, TIFA_FIELD_SUBJECTS, "科技、数据", "table");
    check_field(page, TIFA_FIELD_DISCLOSURE, "主动公开", "table");
}
END_TEST

START_TEST(signing_and_publication_are_two_dates)
{
    const char *page =
        "<html><body><table><tr><td>成文日期：</td><td>2017年12月24日</td></tr><tr><td>发布日期：</td>"
        "<td>2018年01月02日</td></tr><tr><td>生成日期</td><td>2020-01-01</td></tr></table><div>" PROSE
        "</div></body></html>";
    check_field(page, TIFA_FIELD_SIGNED, "2017-12-24", "table");
    check_field(page, TIFA_FIELD_PUBLISHED, "2018-01-02", "table");
}
END_TEST

START_TEST(a_dash_is_no_value)
{
    static const char *const none[] = {"-", "——", "无", "&nbsp;", "", "/"};
    g_autofree char *page =
        g_strdup_printf("<html><body><table><tr><td>文号：</td><td>%s</td></tr><tr><td>主题词：</td>"
                        "<td>基金</td></tr></table><div>" PROSE "</div></body></html>",
                        none[_i]);
    g_autoptr(TifaDocument) document = read_page(page);
    ck_assert_ptr_null(tifa_document_field(document, TIFA_FIELD_NUMBER));
}
END_TEST

START_TEST(the_date_behind_the_title_is_the_date_of_publication)
{
    check_field(PAGE("", "<div>今天是2024年1月1日</div><h1>关于组织申报项目的通知</h1><div>时间：2021-03-05 "
                         "10:00 浏览：33</div><div>" PROSE "</div>"),
                TIFA_FIELD_PUBLISHED, "2021-03-05", "heading");
}
END_TEST

START_TEST(a_nul_byte_does_not_end_the_page)
{
    static const char page_bytes[] =
        "<html><body><p>第一段，说明情况。</p>\0<p>第二段，说明\0要求。</p></body></html>";
    g_autoptr(TifaDocument) document = read_bytes(page_bytes, sizeof page_bytes - 1);
    ck_assert_str_eq(tifa_document_text(document, NULL), "第一段，说明情况。\n第二段，说明要求。");
}
END_TEST

START_TEST(deep_nesting_loses_nothing)
{
    static const int depths[] = {300, 5000, 100000};
    GString *page = g_string_new("<html><body>");
    for (int i = 0; i < depths[_i]; i++)
        g_string_append(page, "<div>");
    g_string_append(page, PROSE);
    g_autofree char *bytes = g_string_free(page, FALSE);
    check_text(bytes, "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。");
}
END_TEST

START_TEST(no_repetition_loses_the_text)
{
    static const char *const repeated[] = {
        "<b>", "</i>", "<div>文号：", "<a href=x><div>", "<table><tr><td>", "<p a "};
    GString *page = g_string_new("<html><body>");
    for (int i = 0; i < 20000; i++)
        g_string_append(page, repeated[_i]);
    g_string_append(page, "></p></a></td>" PROSE);
    g_autofree char *bytes = g_string_free(page, FALSE);
    g_autoptr(TifaDocument) document = read_page(bytes);
    ck_assert_ptr_nonnull(strstr(tifa_document_text(document, NULL), "确保各项工作落到实处。"));
}
END_TEST

START_TEST(a_page_without_text_says_so)
{
    ExtractInput input = {.name = "x", .bytes = (const uint8_t *)"<html></html>", .length = 13};
    g_autoptr(TifaDocument) document = document_new();
    g_autoptr(GError) error = NULL;
    ck_assert(!extract_html(&input, document, &error));
    ck_assert_int_eq(error->code, TIFA_ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(error->message, "no text"));
}
END_TEST

START_TEST(related_links_and_comments_behind_the_text_are_left_out)
{
    check_text(PAGE("",
                    "<div><div class=\"a\"><h1>关于组织申报项目的通知</h1><div>" PROSE PROSE "</div></div>"
                    "<div class=\"b\"><h4>相关阅读</h4><div><a "
                    "href=\"1\">关于公布重点实验室评估结果的通知</a><p>为做好"
                    "评估工作，现公布结果，请遵照执行。</p></div></div></div>"),
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。\n"
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。");
}
END_TEST

START_TEST(comments_longer_than_the_text_are_left_out)
{
    check_text(PAGE("", "<div><h1>某地出台人才新政</h1><div>" PROSE PROSE PROSE
                        "</div><div class=\"post_comment\">" PROSE PROSE PROSE PROSE PROSE PROSE PROSE PROSE
                        "</div></div>"),
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。\n"
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。\n"
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。");
}
END_TEST

START_TEST(the_date_that_signs_a_short_notice_stays)
{
    check_text(PAGE("",
                    "<div><h3>某某部任免通知</h3><span>发布日期：2021-03-04</span><div>经研究决定：</div>"
                    "<div>张三同志任司长；</div><div>李四同志任副司长。</div><div>2021年3月3日</div></div>"),
               "经研究决定：\n张三同志任司长；\n李四同志任副司长。\n2021年3月3日");
}
END_TEST

START_TEST(sections_of_one_text_are_all_kept)
{
    check_text(
        PAGE("", "<div><div><h2>第一部分</h2>" PROSE "</div><div><h2>第二部分</h2>" PROSE "</div></div>"),
        "第一部分\n各有关单位要高度重视，认真组织实施，确保各项工作落到实处。\n第二部分\n"
        "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。");
}
END_TEST

START_TEST(a_short_notice_is_found_beside_a_long_list_of_news)
{
    GString *news = g_string_new(NULL);
    for (int i = 0; i < 12; i++)
        g_string_append_printf(news, "<li><a href=\"%d\">省科技厅召开年度工作会议部署重点任务</a></li>", i);
    g_autofree char *page =
        g_strdup_printf("<html><head><title>停机通知</title></head><body><div><h2>停机通知</h2><p>系统"
                        "今晚停机，请谅解。</p><p>办公室</p></div><ul>%s</ul></body></html>",
                        news->str);
    g_string_free(news, TRUE);
    check_text(page, "系统今晚停机，请谅解。\n办公室");
}
END_TEST

START_TEST(a_short_notice_is_found_beside_a_longer_text_about_the_site)
{
    check_text("<html><head><title>停机通知-某某省科技厅</title></head><body><div><div><h3>单位简介</"
               "h3><p>本单位负责贯彻执行国家方针"
               "政策，拟订全省规划，组织实施计划，推动体制改革，促进成果转化，服务全省发展。</p></"
               "div><div><div>停机通知</div><div><p>"
               "因系统升级，申报系统今晚八点到十点暂停服务，请各单位谅解。</p><p>办公室</p></div></div></"
               "div></body></html>",
               "因系统升级，申报系统今晚八点到十点暂停服务，请各单位谅解。\n办公室");
}
END_TEST

START_TEST(a_list_of_links_is_read_as_one_with_a_warning)
{
    GString *page = g_string_new("<html><body><h2>通知公告</h2><ul>");
    for (int i = 0; i < 10; i++)
        g_string_append_printf(page, "<li><a href=\"%d\">关于组织申报科技计划项目的通知</a> 2021-05-1%d</li>",
                               i, i);
    g_autofree char *bytes = g_string_free(page, FALSE);
    g_autoptr(TifaDocument) document = read_page(bytes);
    ck_assert_uint_eq(tifa_document_blocks(document)->length, 10);
    ck_assert_ptr_nonnull(strstr(tifa_document_warnings(document)[0], "list of links"));
    ck_assert_ptr_null(tifa_document_field(document, TIFA_FIELD_PUBLISHED));
}
END_TEST

START_TEST(links_to_attachments_are_text_and_other_links_are_not)
{
    check_text(PAGE("", "<div>" PROSE "<p><a href=\"/P0201.PDF?x\">申报指南</a></p><p><a "
                                      "href=\"b\">附件2</a></p><p>3.<a href=\"c\">申报表.docx</a></p><p><a "
                        "href=\"/more\">查看其他通知</a></p></div>"),
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。\n申报指南\n附件2\n3.申报表.docx");
}
END_TEST

START_TEST(tables_that_arrange_the_page_are_looked_through)
{
    check_text(PAGE("",
                    "<table><tr><td width=\"100\"><a href=\"a\">通知</a></td><td><table><tr><td>" PROSE PROSE
                    "</td></tr></table></td></tr></table>"),
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。\n"
               "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。");
}
END_TEST

START_TEST(an_order_keeps_the_lines_above_the_title_it_decrees)
{
    check_text("<html><head><title>某部令第18号</title></head><body><div><p>某部令</p><p>第18号</"
               "p><p>《办法》已经审议通过，"
               "现予公布，自2021年7月1日起施行。</p><p>2021年5月20日</p></div></body></html>",
               "某部令\n第18号\n《办法》已经审议通过，现予公布，自2021年7月1日起施行。\n2021年5月20日");
}
END_TEST

START_TEST(the_table_of_facts_is_not_text)
{
    check_text(
        PAGE(
            "",
            "<div><table><tr><th>索引号</th><td>1-1</td></tr><tr><th>文　号</th><td>某科〔2021〕5号</td></tr>"
            "</table>" PROSE PROSE "</div>"),
        "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。\n"
        "各有关单位要高度重视，认真组织实施，确保各项工作落到实处。");
}
END_TEST

START_TEST(names_that_would_leave_nothing_are_not_believed)
{
    check_text("<html><body><div><p class=\"margin-bottom\">各单位要重视，认真实施。</p><p "
               "class=\"margin-bottom\">各地方要"
               "配合，确保落实。</p></div></body></html>",
               "各单位要重视，认真实施。\n各地方要配合，确保落实。");
}
END_TEST

START_TEST(each_line_of_preformatted_text_is_a_block)
{
    check_text(
        "<html><body><pre>第一条　为了规范，制定本法。\n第二条　本法适用，依法。\n</pre></body></html>",
        "第一条　为了规范，制定本法。\n第二条　本法适用，依法。");
}
END_TEST

START_TEST(links_in_the_text_are_kept)
{
    g_autoptr(TifaDocument) document =
        read_page(PAGE("", "<div>" PROSE "<p>附件：<a href=\"a.pdf\">申报表</a>，见后。</p></div>"));
    size_t count;
    const DocumentLink *links = document_links(document, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_str_eq(links[0].url, "a.pdf");
    ck_assert_str_eq(links[0].text, "申报表");
}
END_TEST

Suite *suite_html(void)
{
    Suite *suite = suite_create("html");
    TCase *text = tcase_create("text");
    tcase_add_test(text, navigation_and_footer_are_not_text);
    tcase_add_test(text, scripts_styles_and_comments_are_not_text);
    tcase_add_test(text, headings_items_and_rows_keep_their_kind);
    tcase_add_test(text, a_line_end_in_the_source_is_no_blank_between_chinese_characters);
    tcase_add_test(text, related_links_and_comments_behind_the_text_are_left_out);
    tcase_add_test(text, comments_longer_than_the_text_are_left_out);
    tcase_add_test(text, the_date_that_signs_a_short_notice_stays);
    tcase_add_test(text, sections_of_one_text_are_all_kept);
    tcase_add_test(text, a_short_notice_is_found_beside_a_long_list_of_news);
    tcase_add_test(text, a_short_notice_is_found_beside_a_longer_text_about_the_site);
    tcase_add_test(text, a_list_of_links_is_read_as_one_with_a_warning);
    tcase_add_test(text, links_to_attachments_are_text_and_other_links_are_not);
    tcase_add_test(text, tables_that_arrange_the_page_are_looked_through);
    tcase_add_test(text, an_order_keeps_the_lines_above_the_title_it_decrees);
    tcase_add_test(text, the_table_of_facts_is_not_text);
    tcase_add_test(text, names_that_would_leave_nothing_are_not_believed);
    tcase_add_test(text, each_line_of_preformatted_text_is_a_block);
    tcase_add_test(text, links_in_the_text_are_kept);
    suite_add_tcase(suite, text);
    TCase *fields = tcase_create("fields");
    tcase_add_loop_test(fields, the_title_comes_without_the_name_of_the_site, 0, 5);
    tcase_add_test(fields, the_heading_above_the_text_is_the_title);
    tcase_add_test(fields, a_title_broken_over_lines_is_one);
    tcase_add_test(fields, several_agencies_are_separated_by_the_enumeration_comma);
    tcase_add_test(fields, metadata_of_the_head_is_taken);
    tcase_add_loop_test(fields, labelled_values_are_taken_in_every_layout, 0, 9);
    tcase_add_test(fields, index_number_subject_words_and_category_are_facts);
    tcase_add_test(fields, signing_and_publication_are_two_dates);
    tcase_add_loop_test(fields, a_dash_is_no_value, 0, 6);
    tcase_add_test(fields, the_date_behind_the_title_is_the_date_of_publication);
    suite_add_tcase(suite, fields);
    TCase *trouble = tcase_create("trouble");
    tcase_add_test(trouble, a_nul_byte_does_not_end_the_page);
    tcase_add_loop_test(trouble, deep_nesting_loses_nothing, 0, 3);
    tcase_add_loop_test(trouble, no_repetition_loses_the_text, 0, 6);
    tcase_add_test(trouble, a_page_without_text_says_so);
    suite_add_tcase(suite, trouble);
    return suite;
}
