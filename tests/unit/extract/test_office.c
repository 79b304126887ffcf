/* DOCX, ODT, EPUB, OFD and MHTML. */
#include "base/array.h"
#include "sample.h"

#include <check.h>
#include <string.h>

Suite *suite_office(void);

/* ---- DOCX --------------------------------------------------------------------------------------------- */

#define W_OPEN                "<w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:mc=\"mc\"><w:body>"
#define W_CLOSE               "</w:body></w:document>"
#define W_P(properties, runs) "<w:p><w:pPr>" properties "</w:pPr>" runs "</w:p>"
#define W_T(text)             "<w:r><w:rPr><w:b/></w:rPr><w:t>" text "</w:t></w:r>"

/* The blocks of a Word document with that body, styles, numbering and footnotes. */
static char *read_docx(const char *body, const char *styles, const char *numbering, const char *footnotes)
{
    SampleMember members[] = {
        {"word/document.xml", body},
        {"word/_rels/document.xml.rels",
         "<Relationships><Relationship Id=\"r1\" Target=\"http://a.example/\" TargetMode=\"External\"/>"
         "<Relationship Id=\"r2\" Target=\"/word/chunk.htm\"/><Relationship Id=\"r3\" "
         "Target=\"diagrams/data1.xml\"/>"
         "</Relationships>"},
        {"word/diagrams/data1.xml", "<d xmlns:a=\"a\"><a:p><a:r><a:t>in the diagram</a:t></a:r></a:p></d>"},
        {"word/chunk.htm", "<html><body><p>a page inside</p></body></html>"},
        {"word/styles.xml", styles ? styles : "<w:styles xmlns:w=\"w\"/>"},
        {"word/numbering.xml", numbering ? numbering : "<w:numbering xmlns:w=\"w\"/>"},
        {"word/footnotes.xml", footnotes ? footnotes : "<w:footnotes xmlns:w=\"w\"/>"},
        {NULL, NULL},
    };
    g_autoptr(GByteArray) zip = sample_zip(members);
    return sample_blocks(extract_docx, (const char *)zip->data, zip->len);
}

static const struct {
    const char *what, *body, *blocks;
} bodies[] = {
    {"runs are one text", W_P("", W_T("第一") W_T("条")), "P|第一条\n"},
    {"breaks make lines", W_P("", W_T("one") "<w:r><w:br/></w:r>" W_T("two")), "P|one\nP|two\n"},
    {"a centered text is one line",
     W_P("<w:jc w:val=\"center\"/>", W_T("关于试点") "<w:r><w:br/></w:r>" W_T("的通知")),
     "P|关于试点的通知\n"},
    {"deleted text is gone, inserted is there",
     W_P("", "<w:del>" W_T("old") "</w:del><w:ins>" W_T("new") "</w:ins>"), "P|new\n"},
    {"a paragraph whose end is deleted goes on in the next",
     W_P("<w:rPr><w:del/></w:rPr>", W_T("one, ")) W_P("", W_T("two"))
         W_P("<w:rPr><w:del/></w:rPr>", W_T("three")),
     "P|one, two\nP|three\n"},
    {"hidden text is no text", W_P("", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>" W_T("text")),
     "P|text\n"},
    {"a diagram is read",
     W_P("", "<w:r><w:drawing><d:relIds xmlns:d=\"d\" r:dm=\"r3\"/></w:drawing></w:r>") W_P("", W_T("text")),
     "P|in the diagram\nP|text\n"},
    {"codes of fields are no text", W_P("", "<w:r><w:instrText>PAGE</w:instrText></w:r>" W_T("text")),
     "P|text\n"},
    {"alternatives are read once",
     W_P("", "<mc:AlternateContent><mc:Choice>" W_T("new") "</mc:Choice><mc:Fallback>" W_T(
                 "old") "</mc:Fallback></mc:AlternateContent>"),
     "P|new\n"},
    {"an outline level is a heading",
     W_P("<w:outlineLvl w:val=\"0\"/>", W_T("one")) W_P("<w:outlineLvl w:val=\"1\"/>", W_T("two")),
     "H1|one\nH3|two\n"},
    {"tables are rows",
     "<w:tbl><w:tr><w:tc>" W_P("", W_T("a"))
         W_P("", W_T("b")) "</w:tc><w:tc>" W_P("", W_T("c")) "</w:tc></w:tr></w:tbl>",
     "R|a b\tc\n"},
    {"a frame is no table",
     "<w:tbl><w:tr><w:tc>" W_P("", W_T("a")) W_P("", W_T("b")) "</w:tc></w:tr></w:tbl>", "P|a\nP|b\n"},
    {"a table in a table is text of the cell",
     "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>" W_P("", W_T("a")) "</w:tc><w:tc>" W_P(
         "", W_T("b")) "</w:tc></w:tr></w:tbl></w:tc><w:tc>" W_P("", W_T("c")) "</w:tc></w:tr></w:tbl>",
     "R|a b\tc\n"},
    {"text boxes are paragraphs",
     W_P("", "<w:r><w:txbxContent>" W_P("", W_T("box")) "</w:txbxContent></w:r>" W_T("text")),
     "P|box\nP|text\n"},
    {"chunks are pages", "<w:altChunk r:id=\"r2\"/>", "P|a page inside\n"},
};

START_TEST(word_documents_are_read_as_word_shows_them)
{
    g_autofree char *body = g_strconcat(W_OPEN, bodies[_i].body, W_CLOSE, NULL);
    g_autofree char *blocks = read_docx(body, NULL, NULL, NULL);
    ck_assert_msg(strcmp(blocks, bodies[_i].blocks) == 0, "%s: %s", bodies[_i].what, blocks);
}
END_TEST

START_TEST(styles_of_word_name_titles_headings_and_contents)
{
    g_autofree char *blocks = read_docx(
        W_OPEN W_P("<w:pStyle w:val=\"a\"/>", W_T("条例")) W_P("<w:pStyle w:val=\"toc\"/>", W_T("第一章 1"))
            W_P("<w:pStyle w:val=\"own\"/>", W_T("第一章")) W_CLOSE,
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a\"><w:name w:val=\"Title\"/></w:style>"
        "<w:style w:styleId=\"toc\"><w:name w:val=\"toc 1\"/></w:style>"
        "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
        "<w:style w:styleId=\"own\"><w:name w:val=\"mine\"/><w:basedOn w:val=\"1\"/></w:style></w:styles>",
        NULL, NULL);
    ck_assert_str_eq(blocks, "H1|条例\nN|第一章 1\nH2|第一章\n");
}
END_TEST

START_TEST(styles_based_on_each_other_come_to_an_end)
{
    g_autofree char *blocks =
        read_docx(W_OPEN W_P("<w:pStyle w:val=\"a\"/>", W_T("text")) W_CLOSE,
                  "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
                  "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>",
                  NULL, NULL);
    ck_assert_str_eq(blocks, "P|text\n");
}
END_TEST

#define W_NUMBERED(level, text)                                                                              \
    W_P("<w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"7\"/></w:numPr>", W_T(text))

static const struct {
    const char *format, *pattern, *numbers;
} numberings[] = {
    {"chineseCounting", "第%1条", "I1|第一条 a\nI2|1) x\nI1|第二条 b\nI2|1) y\nI1|第三条 c\n"},
    {"chineseCountingThousand", "（%1）", "I1|（一）a\nI2|1) x\nI1|（二）b\nI2|1) y\nI1|（三）c\n"},
    {"upperRoman", "%1.", "I1|I. a\nI2|1) x\nI1|II. b\nI2|1) y\nI1|III. c\n"},
    {"chineseLegalSimplified", "%1、", "I1|壹、a\nI2|1) x\nI1|贰、b\nI2|1) y\nI1|叁、c\n"},
    {"decimalFullWidth", "%1．", "I1|１．a\nI2|1) x\nI1|２．b\nI2|1) y\nI1|３．c\n"},
    {"decimalEnclosedCircleChinese", "%1", "I1|① a\nI2|1) x\nI1|② b\nI2|1) y\nI1|③ c\n"},
    {"lowerLetter", "%1、", "I1|a、a\nI2|1) x\nI1|b、b\nI2|1) y\nI1|c、c\n"},
    {"bullet", "-", "I1|a\nI2|1) x\nI1|b\nI2|1) y\nI1|c\n"},
};

START_TEST(the_numbers_that_word_makes_itself_are_text)
{
    g_autofree char *numbering = g_strdup_printf(
        "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"3\">"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>"
        "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText "
        "w:val=\"%%2)\"/></w:lvl>"
        "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"3\"/></w:num></w:numbering>",
        numberings[_i].format, numberings[_i].pattern);
    g_autofree char *blocks = read_docx(W_OPEN W_NUMBERED("0", "a") W_NUMBERED("1", "x") W_NUMBERED("0", "b")
                                            W_NUMBERED("1", "y") W_NUMBERED("0", "c") W_CLOSE,
                                        NULL, numbering, NULL);
    ck_assert_str_eq(blocks, numberings[_i].numbers);
}
END_TEST

START_TEST(a_list_of_word_starts_anew_where_it_says_so)
{
    g_autofree char *blocks = read_docx(
        W_OPEN W_NUMBERED("0", "a") W_NUMBERED("0", "") W_NUMBERED("0", "c")
            W_P("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"8\"/></w:numPr>", W_T("d"))
                W_NUMBERED("0", "e") W_CLOSE,
        NULL,
        "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink "
        "w:val=\"s\"/></w:abstractNum>"
        "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"s\"/><w:lvl w:ilvl=\"0\"><w:numFmt "
        "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
        "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"8\"><w:abstractNumId "
        "w:val=\"1\"/>"
        "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>",
        NULL);
    ck_assert_str_eq(blocks, "I1|1. a\nI1|3. c\nI1|1. d\nI1|2. e\n");
}
END_TEST

START_TEST(footnotes_of_word_stand_behind_the_text)
{
    g_autofree char *blocks = read_docx(
        W_OPEN W_P("", W_T("text") "<w:r><w:footnoteReference w:id=\"1\"/></w:r>") W_CLOSE, NULL, NULL,
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\">" W_P(
            "", "") "</w:footnote>\n<w:footnote>" W_P("", W_T("note")) "</w:footnote></w:footnotes>");
    ck_assert_str_eq(blocks, "P|text\nN|note\n");
}
END_TEST

START_TEST(a_word_document_that_breaks_off_gives_what_stands_before)
{
    g_autofree char *blocks = read_docx(W_OPEN W_P("", W_T("whole")) "<w:p><w:r><w:t>cut", NULL, NULL, NULL);
    ck_assert(g_str_has_prefix(blocks, "P|whole\n"));
}
END_TEST

/* ---- ODT, EPUB, OFD ----------------------------------------------------------------------------------- */

START_TEST(open_documents_are_read)
{
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){
        {"content.xml",
         "<o:c xmlns:o=\"o\"><o:body><o:text><o:tracked-changes><o:p>old</o:p></o:tracked-changes>"
         "<o:table-of-content><o:p>第一章</o:p></o:table-of-content>"
         "<o:h "
         "o:outline-level=\"1\">第一<o:span>章</o:span></o:h><o:p>a<o:s/>b<o:note><o:note-citation>1</"
         "o:note-citation>"
         "<o:note-body><o:p>note</o:p></o:note-body></o:note>c</o:p>"
         "<o:list><o:list-item><o:p>item</o:p></o:list-item></o:list>"
         "<o:table><o:table-row><o:table-cell><o:p>1</o:p></o:table-cell><o:table-cell><o:p>2</o:p></"
         "o:table-cell>"
         "</o:table-row></o:table></o:text></o:body></o:c>"},
        {NULL, NULL}});
    g_autofree char *blocks = sample_blocks(extract_odt, (const char *)zip->data, zip->len);
    ck_assert_str_eq(blocks, "N|第一章\nH2|第一章\nP|a bc\nI1|item\nR|1\t2\nN|note\n");
}
END_TEST

START_TEST(the_numbers_of_open_documents_are_text)
{
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){
        {"styles.xml", "<o:s xmlns:o=\"o\"><o:outline-style><o:outline-level-style o:level=\"1\" "
                       "o:num-format=\"一, 二, 三, ...\" "
                       "o:num-prefix=\"第\" o:num-suffix=\"章\"/></o:outline-style></o:s>"},
        {"content.xml",
         "<o:c xmlns:o=\"o\"><o:list-style o:name=\"L1\"><o:list-level-style-number o:level=\"1\" "
         "o:num-format=\"1\" "
         "o:num-suffix=\".\"/><o:list-level-style-number o:level=\"2\" o:num-format=\"1\" "
         "o:num-list-format=\"（%1%.%2%）\"/>"
         "</o:list-style><o:body><o:text><o:h o:outline-level=\"1\">总则</o:h>"
         "<o:list o:style-name=\"L1\"><o:list-item><o:p>a</o:p><o:p>more</o:p>"
         "<o:list><o:list-item><o:p>x</o:p></o:list-item><o:list-item><o:p>y</o:p></o:list-item></o:list></"
         "o:list-item>"
         "<o:list-header><o:p>head</o:p></o:list-header><o:list-item><o:p>b</o:p></o:list-item></o:list>"
         "<o:p>text</o:p><o:list o:style-name=\"L1\" "
         "o:continue-numbering=\"true\"><o:list-item><o:p>c</o:p></o:list-item>"
         "<o:list-item o:start-value=\"7\"><o:p>d</o:p></o:list-item></o:list>"
         "<o:list o:style-name=\"L1\"><o:list-item><o:p>e</o:p></o:list-item></o:list>"
         "<o:list o:style-name=\"lost\"><o:list-item><o:p>f</o:p></o:list-item></o:list>"
         "<o:h o:outline-level=\"1\">附则</o:h></o:text></o:body></o:c>"},
        {NULL, NULL}});
    g_autofree char *blocks = sample_blocks(extract_odt, (const char *)zip->data, zip->len);
    ck_assert_str_eq(
        blocks,
        "H1|第一章 总则\nI1|1. a\nI1|more\nI2|（1.1）x\nI2|（1.2）y\nI1|head\nI1|2. b\nP|text\nI1|3. c\n"
        "I1|7. d\nI1|1. e\nI1|f\nH2|第二章 附则\n");
}
END_TEST

START_TEST(books_are_read_in_the_order_of_their_spine)
{
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){
        {"META-INF/container.xml", "<c><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></c>"},
        {"OEBPS/book.opf",
         "<package><metadata><dc:title xmlns:dc=\"dc\">一本书</dc:title></metadata><manifest>"
         "<item id=\"a\" href=\"text/one%20.xhtml\"/><item id=\"b\" href=\"two.xhtml\"/></manifest>"
         "<spine><itemref idref=\"b\"/><itemref idref=\"a\"/><itemref idref=\"lost\"/></spine></package>"},
        {"OEBPS/text/one .xhtml", "<html><body><p>first file</p></body></html>"},
        {"OEBPS/two.xhtml", "<html><body><h1>second file</h1></body></html>"},
        {NULL, NULL}});
    g_autofree char *blocks = sample_blocks(extract_epub, (const char *)zip->data, zip->len);
    ck_assert_str_eq(blocks, "H1|second file\nP|first file\n");
}
END_TEST

START_TEST(a_book_without_a_spine_has_the_order_of_its_list)
{
    g_autoptr(GByteArray) zip = sample_zip(
        (const SampleMember[]){{"META-INF/container.xml", "<c><rootfile full-path=\"b.opf\"/></c>"},
                               {"b.opf", "<package><manifest><item id=\"s\" href=\"s.css\"/><item id=\"a\" "
                                         "href=\"a.xhtml\"/></manifest><spine/></package>"},
                               {"a.xhtml", "<html><body><p>text</p></body></html>"},
                               {NULL, NULL}});
    g_autofree char *blocks = sample_blocks(extract_epub, (const char *)zip->data, zip->len);
    ck_assert_str_eq(blocks, "P|text\n");
}
END_TEST

START_TEST(a_protected_book_is_refused)
{
    g_autoptr(GByteArray) zip = sample_zip(
        (const SampleMember[]){{"META-INF/container.xml", "<c><rootfile full-path=\"b.opf\"/></c>"},
                               {"META-INF/encryption.xml", "<e><CipherReference URI=\"a.xhtml\"/></e>"},
                               {"a.xhtml", "\x93\x12\x81"},
                               {NULL, NULL}});
    g_autofree char *outcome = sample_outcome("a.epub", zip->data, zip->len);
    ck_assert_str_eq(outcome, "error: is protected against copying; get a copy without protection\n");
}
END_TEST

#define OFD_TEXT(x, y, code) "<TextObject Boundary=\"" x " " y " 100 6\" Size=\"5\">" code "</TextObject>"

START_TEST(ofd_text_is_put_in_order_by_its_places)
{
    g_autoptr(GByteArray) zip = sample_zip((const SampleMember[]){
        {"OFD.xml", "<OFD><DocBody><DocInfo/><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"},
        {"Doc_0/Document.xml",
         "<Document><CommonData><TemplatePage ID=\"9\" BaseLoc=\"Tpl.xml\"/></CommonData>"
         "<Pages><Page ID=\"1\" BaseLoc=\"/Doc_0/P/Content.xml\"/></Pages></Document>"},
        {"Doc_0/Tpl.xml",
         "<Page><Content>" OFD_TEXT("30", "20",
                                    "<TextCode X=\"0\" Y=\"5\">某部文件</TextCode>") "</Content></Page>"},
        {"Doc_0/P/Content.xml",
         "<Page><Template TemplateID=\"9\"/><Area><PhysicalBox>0 0 210 "
         "297</PhysicalBox></Area><Content><Layer>" OFD_TEXT(
             "30", "120", "<TextCode X=\"0\" Y=\"5\" DeltaX=\"g 3 5\">后面的话</TextCode>")
             OFD_TEXT("35", "80", "<TextCode X=\"0\" Y=\"5\">二</TextCode>")
                 OFD_TEXT("30", "80", "<TextCode X=\"0\" Y=\"5\">第</TextCode>")
                     OFD_TEXT("40", "80", "<TextCode X=\"0\" Y=\"5\" DeltaX=\"5\">章x</TextCode>") OFD_TEXT(
                         "30", "150",
                         "<TextCode X=\"0\" Y=\"5\" DeltaX=\"2.5 5 2.5\">abcd</TextCode>") "</Layer></"
                                                                                           "Content></Page>"},
        {NULL, NULL}});
    g_autofree char *blocks = sample_blocks(extract_ofd, (const char *)zip->data, zip->len);
    const char *head = strstr(blocks, "某部文件"), *chapter = strstr(blocks, "第二章x");
    const char *last = strstr(blocks, "后面的话"), *latin = strstr(blocks, "ab cd");
    ck_assert_msg(head && chapter && last && latin, "%s", blocks);
    ck_assert_msg(head < chapter && chapter < last && last < latin, "%s", blocks);
}
END_TEST

/* ---- MHTML -------------------------------------------------------------------------------------------- */

static const char saved_page[] =
    "From: <Saved by a browser>\r\nSnapshot-Content-Location: http://a.example/x\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"==b\"\r\n\r\n"
    "--==b\r\nContent-Type: text/css\r\n\r\nbody{}\r\n"
    "--==b\r\nContent-Type: text/html; charset=gbk\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: http://a.example/page\r\n\r\n"
    "<html><body><p>=B9=FA=CE=F1=D4=BA=B0=EC=B9=AB=CC=FC=B9=D8=D3=DA=BD=F8=D2=BB=\r\n"
    "=B2=BD=CD=EA=C9=C6=D5=FE=B2=DF=B5=C4=CD=A8=D6=AA=A1=A3</p></body></html>\r\n--==b--\r\n";

START_TEST(a_saved_page_is_found_decoded_and_read)
{
    GError *error = NULL;
    g_autoptr(TifaDocument) document = document_new();
    ExtractInput input = {
        .name = "a.mht", .bytes = (const uint8_t *)saved_page, .length = strlen(saved_page)};
    ck_assert_msg(extract_mhtml(&input, document, &error), "%s", error ? error->message : "");
    ck_assert_str_eq(tifa_document_text(document, NULL), "国务院办公厅关于进一步完善政策的通知。");
    ck_assert_str_eq(tifa_document_field(document, TIFA_FIELD_URL), "http://a.example/page");
}
END_TEST

START_TEST(a_saved_page_cut_anywhere_does_no_harm)
{
    for (size_t length = 0; length < strlen(saved_page); length += 7) {
        g_autofree char *copy = g_memdup2(saved_page, length); /* so that reading beyond the end is seen */
        g_autoptr(TifaDocument) document = document_new();
        ExtractInput input = {.name = "a.mht", .bytes = (const uint8_t *)copy, .length = length};
        extract_mhtml(&input, document, NULL);
        ck_assert(document_is_sound(document));
    }
}
END_TEST

Suite *suite_office(void)
{
    Suite *suite = suite_create("office");
    TCase *tests = tcase_create("office");
    tcase_add_loop_test(tests, word_documents_are_read_as_word_shows_them, 0, G_N_ELEMENTS(bodies));
    tcase_add_test(tests, styles_of_word_name_titles_headings_and_contents);
    tcase_add_test(tests, styles_based_on_each_other_come_to_an_end);
    tcase_add_loop_test(tests, the_numbers_that_word_makes_itself_are_text, 0, G_N_ELEMENTS(numberings));
    tcase_add_test(tests, a_list_of_word_starts_anew_where_it_says_so);
    tcase_add_test(tests, footnotes_of_word_stand_behind_the_text);
    tcase_add_test(tests, a_word_document_that_breaks_off_gives_what_stands_before);
    tcase_add_test(tests, open_documents_are_read);
    tcase_add_test(tests, the_numbers_of_open_documents_are_text);
    tcase_add_test(tests, a_book_without_a_spine_has_the_order_of_its_list);
    tcase_add_test(tests, a_protected_book_is_refused);
    tcase_add_test(tests, books_are_read_in_the_order_of_their_spine);
    tcase_add_test(tests, ofd_text_is_put_in_order_by_its_places);
    tcase_add_test(tests, a_saved_page_is_found_decoded_and_read);
    tcase_add_test(tests, a_saved_page_cut_anywhere_does_no_harm);
    suite_add_tcase(suite, tests);
    return suite;
}
