#include "extract/ocr.h"

#include "extract/ocr_library.h"
#include "extract/ocr_lines.h"
#include "extract/ocr_shrink.h"

#include <string.h>

enum {
    PAGE_SECONDS = 40, /* for one page in one language */
    DARK = 128,        /* points below are ink */
    GAP_INK = 3,       /* dark points in a hundred of a column of points that is a gap */
    GAPS_IN_PAGE = 60, /* as many gaps as wide as a page */
    MARGIN = 2,        /* by which a later language must be surer than one before it */
    LARGE_SIZE =
        38,    /* points of the picture; a page with larger characters is read once more, made smaller */
    SURE = 75, /* a page read with this confidence is in the document's language */
};

/* What can be read, and the Debian packages that have it; NULL for what few need. Vertical writing comes
 * last. */
static const struct {
    const char *model, *package;
} languages[] = {
    {"chi_sim", "tesseract-ocr-chi-sim"},
    {"chi_tra", "tesseract-ocr-chi-tra"},
    {"eng", "tesseract-ocr-eng"},
    {"chi_sim_vert", NULL},
    {"chi_tra_vert", NULL},
};

enum { LANGUAGES = G_N_ELEMENTS(languages), FIRST_VERTICAL = 3 };

struct Ocr {
    OcrLibrary library;
    TessBaseAPI *models[LANGUAGES]; /* NULL: not installed */
    int64_t deadline;
    int chosen; /* the document's language, -1 until a page tells */
    float size; /* of its text in points of 1/72 inch, 0 until a page tells */
    char *lack;
};

/* ---- Models ---------------------------------------------------------------------------------- */

static TessBaseAPI *load_model(const OcrLibrary *library, const char *name)
{
    TessBaseAPI *model = library->create();
    if (library->init(model, NULL, name, OEM_LSTM_ONLY) != 0) {
        library->free(model);
        return NULL;
    }
    library->set_variable(model, "debug_file", "/dev/null");
    return model;
}

/* Loads what is installed; false if nothing is. */
static bool load_models(Ocr *ocr)
{
    GString *lack = g_string_new(NULL);
    bool has_one = false;
    for (int i = 0; i < LANGUAGES; i++) {
        ocr->models[i] = load_model(&ocr->library, languages[i].model);
        has_one |= ocr->models[i] != NULL;
        if (!ocr->models[i] && languages[i].package)
            g_string_append_printf(lack, "%s%s", lack->len ? " " : "", languages[i].package);
    }
    ocr->lack = g_string_free(lack, FALSE);
    return has_one;
}

Ocr *ocr_open(int64_t deadline)
{
    Ocr *ocr = g_new0(Ocr, 1);
    ocr->deadline = deadline ? deadline : INT64_MAX;
    ocr->chosen = -1;
    if (ocr_library_open(&ocr->library) && load_models(ocr))
        return ocr;
    ocr_close(ocr);
    return NULL;
}

void ocr_close(Ocr *ocr)
{
    for (int i = 0; i < LANGUAGES; i++)
        if (ocr->models[i])
            ocr->library.free(ocr->models[i]);
    ocr_library_close(&ocr->library);
    g_free(ocr->lack);
    g_free(ocr);
}

const char *ocr_lack(const Ocr *ocr)
{
    return *ocr->lack ? ocr->lack : NULL;
}

/* ---- Columns --------------------------------------------------------------------------------- */

/* Rows of the middle of a page in which the point at `x` is dark, in a hundred. */
static int ink_at(const OcrPicture *picture, int x)
{
    int top = picture->height / 6, bottom = picture->height - top, dark = 0;
    for (int y = top; y < bottom; y++)
        dark += picture->grey[(size_t)y * (size_t)picture->stride + (size_t)x] < DARK;
    return dark * 100 / MAX(bottom - top, 1);
}

/* Whether a gap parts the page into columns or cells: white but for a headline, in the middle three fifths of
 * the width, and wider than a character. Without one, a page is read best as one block. */
static bool has_columns(const OcrPicture *picture)
{
    int left = picture->width / 5, gap = 0, widest = 0;
    for (int x = left; x < picture->width - left; x++) {
        gap = ink_at(picture, x) <= GAP_INK ? gap + 1 : 0;
        widest = MAX(widest, gap);
    }
    return widest * GAPS_IN_PAGE > picture->width;
}

/* ---- Pages ----------------------------------------------------------------------------------- */

/* The rows of a picture that are read, and whether columns are looked for. */
typedef struct {
    int top, height;
    TessPageSegMode mode;
} Band;

/* Reads a band of the picture with one model; how sure it is, or -1 if there was no time. */
static int recognise(const Ocr *ocr, int language, const OcrPicture *picture, Band band)
{
    const OcrLibrary *library = &ocr->library;
    TessBaseAPI *model = ocr->models[language];
    int64_t start = g_get_monotonic_time();
    int64_t left = MIN((ocr->deadline - start) / 1000, PAGE_SECONDS * 1000);
    if (left <= 0)
        return -1;
    library->set_image(model, picture->grey, picture->width, picture->height, 1, picture->stride);
    library->set_resolution(model, (int)picture->resolution);
    library->set_mode(model, language >= FIRST_VERTICAL ? PSM_SINGLE_BLOCK_VERT_TEXT : band.mode);
    library->set_part(model, 0, band.top, picture->width, band.height);
    ETEXT_DESC *monitor = library->monitor_create();
    library->monitor_set_deadline(monitor, (int)left);
    int status = library->recognise(model, monitor);
    library->monitor_free(monitor);
    bool is_late = g_get_monotonic_time() - start >= left * 1000;
    return status != 0 || is_late ? -1 : MAX(library->confidence(model), 0);
}

/* The language whose model is surest of the band; *confidence how sure, -1 if there was no time for any.
 * Vertical writing is looked for where no other is sure. */
static int choose_language(const Ocr *ocr, const OcrPicture *picture, Band band, int *confidence)
{
    int best = -1;
    *confidence = -1;
    for (int i = 0; i < LANGUAGES && (i < FIRST_VERTICAL || *confidence < SURE); i++) {
        int sureness = ocr->models[i] ? recognise(ocr, i, picture, band) : -1;
        if (sureness > *confidence + (best < 0 ? 0 : MARGIN)) {
            *confidence = sureness;
            best = i;
        }
    }
    return best;
}

/* The text that was recognised last as the pieces of the page. */
static void add_lines(const Ocr *ocr, int language, double resolution, PdfPage *page)
{
    if (language >= FIRST_VERTICAL)
        *page = (PdfPage){.width = page->height, .height = page->width, .vertical = true};
    ocr_lines_add(&ocr->library, ocr->models[language], resolution, page);
}

/* Chooses by the middle of the page, which is nearly always text. */
static void choose_by_sample(Ocr *ocr, const OcrPicture *picture)
{
    Band middle = {picture->height * 2 / 5, picture->height / 5, PSM_SINGLE_BLOCK};
    int confidence, best = choose_language(ocr, picture, middle, &confidence);
    if (confidence >= SURE)
        ocr->chosen = best;
}

/* Reads the page in the document's language, or in all if that is not sure; characters larger than the models
 * like are made smaller. How sure it is, -1 if there was no time. */
static int read_page(const Ocr *ocr, OcrPicture picture, PdfPage *page)
{
    g_autofree uint8_t *points = ocr_shrink(&picture, ocr->size);
    Band all = {0, picture.height, has_columns(&picture) ? PSM_AUTO : PSM_SINGLE_BLOCK};
    int language = ocr->chosen;
    int confidence = language >= 0 ? recognise(ocr, language, &picture, all) : -1;
    if (confidence < SURE)
        language = choose_language(ocr, &picture, all, &confidence);
    if (confidence >= 0)
        add_lines(ocr, language, picture.resolution, page);
    for (int i = 0; i < LANGUAGES; i++)
        if (ocr->models[i])
            ocr->library.clear(ocr->models[i]);
    return confidence;
}

/* The page without text, upright. */
static PdfPage empty_page(const PdfPage *page)
{
    return page->vertical ? (PdfPage){.width = page->height, .height = page->width}
                          : (PdfPage){.width = page->width, .height = page->height};
}

bool ocr_read(Ocr *ocr, const OcrPicture *picture, PdfPage *page, int *confidence)
{
    if (ocr->chosen < 0)
        choose_by_sample(ocr, picture);
    *confidence = read_page(ocr, *picture, page);
    float size = ocr_lines_size(page);
    bool is_columned = has_columns(picture) && !page->vertical;
    if (ocr->size > 0 || size * picture->resolution < LARGE_SIZE * 72 || is_columned)
        return *confidence >= 0;
    PdfPage again = empty_page(page);
    ocr->size = size;
    int surer = read_page(ocr, *picture, &again);
    if (surer >= *confidence) {
        PdfPage first = *page;
        *page = again;
        again = first;
        *confidence = surer;
    }
    pdf_page_clear(&again);
    return *confidence >= 0;
}
