#include "extract/extract.h"
#include "extract/ocr_marks.h"

#include <cairo-pdf.h>
#include <check.h>
#include <string.h>

Suite *suite_ocr(void);

/* ---- Scans --------------------------------------------------------------------------------------------- */

enum { RESOLUTION = 300 };

static char *scan_path(const char *name)
{
    return g_strdup_printf("%s/tests/scans/%s.png", g_getenv("TIFA_SOURCE"), name);
}

static cairo_status_t append(void *bytes, const unsigned char *data, unsigned length)
{
    g_byte_array_append(bytes, data, length);
    return CAIRO_STATUS_SUCCESS;
}

/* The picture as the only thing on a page of a PDF. */
static GByteArray *make_pdf(cairo_surface_t *picture)
{
    double scale = 72.0 / RESOLUTION, width = cairo_image_surface_get_width(picture) * scale,
           height = cairo_image_surface_get_height(picture) * scale;
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_t *paper = cairo_pdf_surface_create_for_stream(append, bytes, width, height);
    cairo_t *pen = cairo_create(paper);
    cairo_scale(pen, scale, scale);
    cairo_set_source_surface(pen, picture, 0, 0);
    cairo_paint(pen);
    cairo_destroy(pen);
    cairo_surface_destroy(paper);
    return bytes;
}

/* The scan of that name as a PDF; "": an empty page. */
static GByteArray *scanned_pdf(const char *name)
{
    g_autofree char *path = scan_path(name);
    cairo_surface_t *picture = *name ? cairo_image_surface_create_from_png(path)
                                     : cairo_image_surface_create(CAIRO_FORMAT_A8, 1000, 500);
    ck_assert_int_eq(cairo_surface_status(picture), CAIRO_STATUS_SUCCESS);
    GByteArray *bytes = make_pdf(picture);
    cairo_surface_destroy(picture);
    return bytes;
}

static TifaDocument *read_bytes(const GByteArray *bytes, bool ocr, GError **error)
{
    ExtractInput input = {.name = "scan", .bytes = bytes->data, .length = bytes->len, .ocr = ocr};
    g_autoptr(TifaDocument) document = document_new();
    g_setenv("OMP_THREAD_LIMIT", "1", TRUE); /* as in the helper */
    return extract_part(&input, document, error) ? g_steal_pointer(&document) : NULL;
}

static TifaDocument *read_pdf(const char *name, bool ocr, GError **error)
{
    g_autoptr(GByteArray) bytes = scanned_pdf(name);
    return read_bytes(bytes, ocr, error);
}

static TifaDocument *read_image(const char *name, bool ocr, GError **error)
{
    g_autofree char *path = scan_path(name), *data = NULL;
    size_t length;
    ck_assert(g_file_get_contents(path, &data, &length, NULL));
    g_autoptr(GByteArray) bytes = g_byte_array_new_take((uint8_t *)g_steal_pointer(&data), length);
    return read_bytes(bytes, ocr, error);
}

/* ---- How right it is ----------------------------------------------------------------------------------- */

/* The characters of a text without blanks; free with g_free(). */
static gunichar *characters_of(const char *text, size_t *count)
{
    gunichar *characters = g_new(gunichar, strlen(text) + 1);
    *count = 0;
    for (; *text; text = g_utf8_next_char(text))
        if (!g_unichar_isspace(g_utf8_get_char(text)))
            characters[(*count)++] = g_utf8_get_char(text);
    return characters;
}

/* How many insertions, deletions and exchanges make one text of the other (Levenshtein). */
static size_t distance(const char *one, const char *other)
{
    size_t rows, columns;
    g_autofree gunichar *down = characters_of(one, &rows), *across = characters_of(other, &columns);
    g_autofree size_t *costs = g_new(size_t, columns + 1);
    for (size_t j = 0; j <= columns; j++)
        costs[j] = j;
    for (size_t i = 1; i <= rows; i++) {
        size_t diagonal = costs[0];
        costs[0] = i;
        for (size_t j = 1; j <= columns; j++) {
            size_t exchange = diagonal + (down[i - 1] != across[j - 1]), above = costs[j] + 1;
            diagonal = costs[j];
            size_t best = MIN(exchange, above), beside = costs[j - 1] + 1;
            costs[j] = MIN(best, beside);
        }
    }
    return costs[columns];
}

static const struct {
    const char *name, *text;
} scans[] = {
    {"simplified",
     "为加快科技创新，推动高质量发展，根据国家有关规定，现就有关事项通知如下，请各市、各部门认真贯彻执行。"},
    {"traditional",
     "為保障研究資料安全，維護學術自由與科研誠信，各單位須把研究資料分為公開、內部、機密三級。"},
    {"english",
     "The text asks universities to carry out due diligence before they sign a memorandum of understanding."},
};

START_TEST(a_scan_is_recognised_and_marked)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(TifaDocument) document = read_pdf(scans[_i].name, true, &error);
    ck_assert_msg(document != NULL, "%s", error ? error->message : "");
    const char *text = tifa_document_text(document, NULL);
    size_t wrong = distance(text, scans[_i].text);
    ck_assert_msg(wrong * 20 <= (size_t)g_utf8_strlen(scans[_i].text, -1), "%zu wrong: %s", wrong, text);
    ck_assert_uint_eq(tifa_document_blocks(document)->length, 1);
    const TifaBlock *block = tifa_document_blocks(document)->items;
    ck_assert_uint_eq(block->flags & TIFA_BLOCK_OCR, TIFA_BLOCK_OCR);
    ck_assert_uint_eq(block->page, 1);
    ck_assert(block->box.left > 75 && block->box.left < 95 && block->box.top > 55 && block->box.top < 70);
    ck_assert_ptr_nonnull(strstr(tifa_document_warnings(document)[0], "page 1: recognised from an image"));
}
END_TEST

START_TEST(an_image_file_is_recognised)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(TifaDocument) document = read_image("simplified", true, &error);
    ck_assert_msg(document != NULL, "%s", error ? error->message : "");
    ck_assert_uint_le(distance(tifa_document_text(document, NULL), scans[0].text), 2);
}
END_TEST

START_TEST(nothing_is_recognised_unasked)
{
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(_i ? read_pdf("simplified", false, &error) : read_image("simplified", false, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "read it with --ocr"));
}
END_TEST

START_TEST(a_page_without_text_says_so)
{
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(read_pdf("", true, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "no text"));
}
END_TEST

START_TEST(a_damaged_image_says_so)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(TifaDocument) document = document_new();
    ExtractInput input = {
        .name = "x.png", .bytes = (const uint8_t *)"\x89PNG\r\n\x1A\n", .length = 8, .ocr = true};
    ck_assert(!extract_image(&input, document, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "damaged"));
}
END_TEST

START_TEST(western_marks_in_chinese_become_chinese)
{
    static const char *const cases[][2] = {
        {"第一条 为了保护,制定本法;", "第一条 为了保护，制定本法；"},
        {"科学技术进步法(2021年)", "科学技术进步法（2021年）"},
        {"二0一七年八月", "二〇一七年八月"},
        {"二O〇年", "二〇年"},
        {"增长10.5%,比上年", "增长10.5%,比上年"},
        {"guidance (研究安全), then", "guidance (研究安全), then"},
        {"1) 目标", "1) 目标"},
    };
    g_autofree char *text = ocr_marks_widen(cases[_i][0]);
    ck_assert_str_eq(text, cases[_i][1]);
}
END_TEST

Suite *suite_ocr(void)
{
    Suite *suite = suite_create("ocr");
    TCase *tests = tcase_create("ocr");
    tcase_set_timeout(tests, 120);
    suite_add_tcase(suite, tests);
    tcase_add_loop_test(tests, a_scan_is_recognised_and_marked, 0, G_N_ELEMENTS(scans));
    tcase_add_test(tests, an_image_file_is_recognised);
    tcase_add_loop_test(tests, nothing_is_recognised_unasked, 0, 2);
    tcase_add_test(tests, a_page_without_text_says_so);
    tcase_add_test(tests, a_damaged_image_says_so);
    tcase_add_loop_test(tests, western_marks_in_chinese_become_chinese, 0, 7);
    return suite;
}
