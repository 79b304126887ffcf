/* Tracked changes, read back as an office program reads them. */
#include "paper.h"
#include "text/document.h"
#include "text/structure.h"

#include <check.h>
#include <string.h>
#include <zlib.h>

Suite *suite_docx(void);

/* ---- Reading an archive --------------------------------------------------------------------- */

static unsigned number16(const char *bytes)
{
    return (unsigned char)bytes[0] | (unsigned)(unsigned char)bytes[1] << 8;
}

static size_t number32(const char *bytes)
{
    return number16(bytes) | (size_t)number16(bytes + 2) << 16;
}

/* The text of a member, found by the list at the archive's end, its sum checked. Free with g_free(). */
static char *unzip(const char *bytes, size_t length, const char *name)
{
    const char *end = bytes + length - 22, *entry = bytes + number32(end + 16);
    ck_assert(memcmp(end, "PK\5\6", 4) == 0);
    for (unsigned i = number16(end + 10); i > 0; i--, entry += 46 + number16(entry + 28)) {
        ck_assert(memcmp(entry, "PK\1\2", 4) == 0);
        if (number16(entry + 28) != strlen(name) || memcmp(entry + 46, name, strlen(name)) != 0)
            continue;
        const char *member = bytes + number32(entry + 42);
        ck_assert(memcmp(member, "PK\3\4", 4) == 0);
        size_t size = number32(entry + 24);
        char *text = g_malloc0(size + 1);
        z_stream stream = {.next_in = (Bytef *)member + 30 + strlen(name),
                           .avail_in = (uInt)number32(entry + 20),
                           .next_out = (Bytef *)text,
                           .avail_out = (uInt)size + 1};
        ck_assert_int_eq(inflateInit2(&stream, -MAX_WBITS), Z_OK);
        ck_assert_int_eq(inflate(&stream, Z_FINISH), Z_STREAM_END);
        inflateEnd(&stream);
        ck_assert_uint_eq(crc32(0, (const Bytef *)text, (uInt)size), number32(entry + 16));
        return text;
    }
    ck_abort_msg("%s is not in the archive", name);
}

/* ---- Accepting and rejecting ------------------------------------------------------------------ */

/* What an office program makes of the document. */
typedef struct {
    bool accepts;
    GString *text;
    bool is_in_properties, is_gone, is_end_gone, is_text;
    bool is_deleted_text;
    GHashTable *ids, *moves; /* ids seen; names of moves: the pieces seen of each */
} Office;

/* Whether the mark's content is not there when all is accepted, or rejected. */
static bool goes(const Office *office, const char *mark)
{
    bool is_new = strcmp(mark, "w:ins") == 0 || strcmp(mark, "w:moveTo") == 0;
    return is_new != office->accepts;
}

static bool is_mark(const char *name)
{
    static const char *const marks[] = {"w:ins", "w:del", "w:moveFrom", "w:moveTo", NULL};
    return g_strv_contains(marks, name);
}

/* Every id is its own, but that the two ends of a range share one. */
static void check_id(Office *office, const char *element, const char **names, const char **values)
{
    for (size_t i = 0; names[i]; i++) {
        if (strcmp(names[i], "w:id") == 0 && !g_str_has_suffix(element, "RangeEnd"))
            ck_assert_msg(g_hash_table_add(office->ids, g_strdup(values[i])), "%s comes twice", values[i]);
        if (strcmp(names[i], "w:id") == 0 && g_str_has_suffix(element, "RangeEnd"))
            ck_assert_msg(g_hash_table_contains(office->ids, values[i]), "%s opens nothing", values[i]);
        if (strcmp(names[i], "w:name") == 0) {
            int seen = GPOINTER_TO_INT(g_hash_table_lookup(office->moves, values[i]));
            int this = g_str_has_prefix(element, "w:moveFrom") ? 1 : 2;
            ck_assert_msg(!(seen & this), "%s comes twice", values[i]);
            g_hash_table_insert(office->moves, g_strdup(values[i]), GINT_TO_POINTER(seen | this));
        }
    }
}

static void open_element(GMarkupParseContext *context, const char *element, const char **names,
                         const char **values, gpointer data, GError **error)
{
    Office *office = data;
    (void)context, (void)error;
    check_id(office, element, names, values);
    if (strcmp(element, "w:p") == 0)
        office->is_end_gone = false;
    else if (strcmp(element, "w:pPr") == 0)
        office->is_in_properties = true;
    else if (is_mark(element) && office->is_in_properties)
        office->is_end_gone = goes(office, element);
    else if (is_mark(element))
        office->is_gone = goes(office, element);
    else if (strcmp(element, "w:tab") == 0 && !office->is_gone)
        g_string_append_c(office->text, '\t');
    office->is_text = strcmp(element, "w:t") == 0 || strcmp(element, "w:delText") == 0;
    if (office->is_text)
        ck_assert_int_eq(strcmp(element, "w:delText") == 0, office->is_deleted_text);
    if (is_mark(element) && !office->is_in_properties)
        office->is_deleted_text = strcmp(element, "w:del") == 0;
}

static void close_element(GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
    Office *office = data;
    (void)context, (void)error;
    office->is_text = false;
    if (strcmp(element, "w:pPr") == 0)
        office->is_in_properties = false;
    else if (is_mark(element) && !office->is_in_properties)
        office->is_gone = office->is_deleted_text = false;
    else if (strcmp(element, "w:p") == 0 && !office->is_end_gone)
        g_string_append_c(office->text, '\n');
}

static void take_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data,
                      GError **error)
{
    Office *office = data;
    (void)context, (void)error;
    if (office->is_text && !office->is_gone)
        g_string_append_len(office->text, text, (gssize)length);
}

/* The text when all changes are accepted, or rejected. Free with g_free(). */
static char *settle(const char *xml, bool accepts)
{
    static const GMarkupParser parser = {open_element, close_element, take_text, NULL, NULL};
    Office office = {.accepts = accepts, .text = g_string_new(NULL)};
    office.ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    office.moves = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GError *error = NULL;
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &office, NULL);
    bool is_read = g_markup_parse_context_parse(context, xml, -1, &error) &&
                   g_markup_parse_context_end_parse(context, &error);
    ck_assert_msg(is_read, "%s", error ? error->message : "");
    g_markup_parse_context_free(context);
    GHashTableIter iter;
    gpointer name, seen;
    g_hash_table_iter_init(&iter, office.moves);
    while (g_hash_table_iter_next(&iter, &name, &seen))
        ck_assert_msg(GPOINTER_TO_INT(seen) == 3, "%s has one end", (char *)name);
    g_hash_table_unref(office.ids);
    g_hash_table_unref(office.moves);
    ck_assert(g_str_has_suffix(office.text->str, "\n")); /* of the last paragraph */
    g_string_truncate(office.text, office.text->len - 1);
    return g_string_free(office.text, FALSE);
}

/* ---- Documents -------------------------------------------------------------------------------- */

/* The document's XML. Free with g_free(). */
static char *print_docx(const TifaDocument *before, const TifaDocument *after)
{
    Paper paper;
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    paper_open(&paper, TIFA_FORMAT_DOCX);
    ck_assert(
        tifa_print_comparison(&paper.printer, before, after, comparison, &(TifaComparisonPrinting){0}, NULL));
    paper_read(&paper);
    char *xml = unzip(paper.text, paper.length, "word/document.xml");
    paper_clear(&paper);
    tifa_comparison_free(comparison);
    return xml;
}

static TifaDocument *document_of(const char *text)
{
    TifaDocument *document = document_new();
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (size_t i = 0; lines[i]; i++)
        if (*lines[i])
            ck_assert(document_add_block(document, &(TifaBlock){0}, lines[i], strlen(lines[i]), NULL));
    structure_mark(document);
    return document;
}

static void check_pair(const TifaDocument *before, const TifaDocument *after)
{
    g_autofree char *xml = print_docx(before, after);
    g_autofree char *accepted = settle(xml, true), *rejected = settle(xml, false);
    ck_assert_str_eq(accepted, tifa_document_text(after, NULL));
    ck_assert_str_eq(rejected, tifa_document_text(before, NULL));
}

static void check_texts(const char *old_text, const char *new_text)
{
    TifaDocument *before = document_of(old_text), *after = document_of(new_text);
    check_pair(before, after);
    check_pair(after, before);
    tifa_document_free(before);
    tifa_document_free(after);
}

START_TEST(accepting_all_gives_the_new_text_and_rejecting_all_the_old)
{
    check_texts(
        "第一条　为了促进科技创新，制定本条例。\n第二条　单位应当报告成果。\n第三条　科普经费列入预算。",
        "第一条　为了促进科技创新，制定本条例。\n第二条　国家支持基础研究。\n第三条　单位必须报告成果。");
    check_texts("a", "b\nc");
    check_texts("一、甲\n二、乙", "三、丙");
    check_texts("甲<b> & \t\"乙\"\n同", "同\n甲<b> &amp;\t \"丙\"");
}
END_TEST

static const char *const moved_law[] = {
    "第一条　为了促进科技创新，制定本条例。\n第二条　单位应当每年报告科技成果的数量和质量。\n"
    "第三条　科普经费列入同级政府的财政预算。\n第四条　国家鼓励原始创新和基础研究。",
    "第一条　为了促进科技创新，制定本条例。\n第二条　科普经费列入同级政府的财政预算。\n"
    "第三条　国家鼓励原始创新和基础研究。\n第四条　单位必须每年报告科技成果的数量和质量。"};

START_TEST(a_moved_article_is_a_move_with_its_own_changes_marked_inside)
{
    TifaDocument *before = document_of(moved_law[0]), *after = document_of(moved_law[1]);
    check_pair(before, after);
    g_autofree char *xml = print_docx(before, after);
    ck_assert(strstr(xml, "<w:moveFromRangeStart ") && strstr(xml, "<w:moveToRangeStart "));
    ck_assert(strstr(xml, "<w:delText xml:space=\"preserve\">应当</w:delText>"));
    ck_assert(strstr(xml, "<w:t xml:space=\"preserve\">必须</w:t>"));
    tifa_document_free(before);
    tifa_document_free(after);
}
END_TEST

START_TEST(changes_bear_the_day_of_the_new_version_or_none)
{
    TifaDocument *before = document_of(moved_law[0]), *after = document_of(moved_law[1]);
    g_autofree char *undated = print_docx(before, after);
    document_set_field(after, TIFA_FIELD_DATE, "2018-09-20", "test");
    g_autofree char *dated = print_docx(before, after);
    ck_assert_ptr_null(strstr(undated, "w:date="));
    ck_assert_ptr_nonnull(strstr(dated, "w:author=\"tifa\" w:date=\"2018-09-20T00:00:00Z\""));
    tifa_document_free(before);
    tifa_document_free(after);
}
END_TEST

/* A small random text out of few words, so that much repeats. */
static char *random_text(GRand *random)
{
    static const char *const words[] = {"国家", "应当",   "鼓励", "，", "。", "；",
                                        "科技", "第三条", "\t",   "<",  " "};
    static const char *const heads[] = {"第一条 ", "第二条　", "第三条之一 ", "第一章 总则\n", "（一）",
                                        "",        ""};
    GString *text = g_string_new("标题\n");
    for (int lines = g_rand_int_range(random, 1, 20); lines > 0; lines--) {
        g_string_append(text, heads[g_rand_int_range(random, 0, (int)G_N_ELEMENTS(heads))]);
        for (int j = g_rand_int_range(random, 0, 15); j > 0; j--)
            g_string_append(text, words[g_rand_int_range(random, 0, (int)G_N_ELEMENTS(words))]);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

START_TEST(random_texts_are_accepted_and_rejected_byte_for_byte)
{
    GRand *random = g_rand_new_with_seed(11);
    for (int i = 0; i < 150; i++) {
        g_autofree char *before = random_text(random), *after = random_text(random);
        check_texts(before, after);
    }
    g_rand_free(random);
}
END_TEST

/* Pairs of laws, a paragraph a line. */
START_TEST(real_laws_are_accepted_and_rejected_byte_for_byte)
{
    const char *source = g_getenv("TIFA_SOURCE");
    g_autofree char *folder = g_build_filename(source, "..", "shared", "gold", "versions", "laws", NULL);
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir)
        fprintf(stderr, "SKIPPED: %s is missing\n", folder);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        const char *dot = g_strrstr(name, ".old.md");
        if (!dot)
            continue;
        g_autofree char *old_path = g_build_filename(folder, name, NULL), *before = NULL, *after = NULL;
        g_autofree char *new_path = g_strdup_printf("%s/%.*s.new.md", folder, (int)(dot - name), name);
        ck_assert(g_file_get_contents(old_path, &before, NULL, NULL));
        ck_assert(g_file_get_contents(new_path, &after, NULL, NULL));
        check_texts(before, after);
    }
    if (dir)
        g_dir_close(dir);
}
END_TEST

Suite *suite_docx(void)
{
    Suite *suite = suite_create("docx");
    TCase *test = tcase_create("docx");
    tcase_set_timeout(test, 120);
    tcase_add_test(test, accepting_all_gives_the_new_text_and_rejecting_all_the_old);
    tcase_add_test(test, a_moved_article_is_a_move_with_its_own_changes_marked_inside);
    tcase_add_test(test, changes_bear_the_day_of_the_new_version_or_none);
    tcase_add_test(test, random_texts_are_accepted_and_rejected_byte_for_byte);
    tcase_add_test(test, real_laws_are_accepted_and_rejected_byte_for_byte);
    suite_add_tcase(suite, test);
    return suite;
}
