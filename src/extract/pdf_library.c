#include "extract/pdf_library.h"

#include "base/error.h"
#include "extract/late_library.h"

/* The library of the headers that this was built with. */
static const char *const name = "libpoppler-glib.so.8";

/* Where it looks for its maps. */
static const char *const maps = "/usr/share/poppler/cMap/Adobe-GB1";

static const LateFunction functions[] = {
    {"poppler_document_new_from_bytes", offsetof(PdfLibrary, open)},
    {"poppler_error_quark", offsetof(PdfLibrary, error_domain)},
    {"poppler_document_get_n_pages", offsetof(PdfLibrary, page_count)},
    {"poppler_document_get_title", offsetof(PdfLibrary, title)},
    {"poppler_document_get_page", offsetof(PdfLibrary, page)},
    {"poppler_page_get_size", offsetof(PdfLibrary, page_size)},
    {"poppler_page_get_text", offsetof(PdfLibrary, text)},
    {"poppler_page_get_text_layout", offsetof(PdfLibrary, text_layout)},
    {"poppler_page_get_text_attributes", offsetof(PdfLibrary, text_fonts)},
    {"poppler_page_free_text_attributes", offsetof(PdfLibrary, free_text_fonts)},
    {"poppler_page_get_annot_mapping", offsetof(PdfLibrary, annotations)},
    {"poppler_page_free_annot_mapping", offsetof(PdfLibrary, free_annotations)},
    {"poppler_annot_get_annot_type", offsetof(PdfLibrary, annotation_type)},
    {"poppler_annot_get_contents", offsetof(PdfLibrary, annotation_text)},
    {"poppler_page_get_image_mapping", offsetof(PdfLibrary, images)},
    {"poppler_page_free_image_mapping", offsetof(PdfLibrary, free_images)},
    {"poppler_page_render", offsetof(PdfLibrary, draw)},
    {"cairo_image_surface_create_for_data", offsetof(PdfLibrary, surface)},
    {"cairo_surface_destroy", offsetof(PdfLibrary, free_surface)},
    {"cairo_create", offsetof(PdfLibrary, pen)},
    {"cairo_scale", offsetof(PdfLibrary, scale)},
    {"cairo_status", offsetof(PdfLibrary, pen_status)},
    {"cairo_destroy", offsetof(PdfLibrary, free_pen)},
    {"g_object_unref", offsetof(PdfLibrary, unref)},
};

bool pdf_library_open(PdfLibrary *library, GError **error)
{
    return late_library_load(name, functions, G_N_ELEMENTS(functions), library) ||
           fail(error, TIFA_ERROR_INPUT, "cannot be read without the library %s; install Poppler", name);
}

bool pdf_library_has_maps(void)
{
    return g_file_test(maps, G_FILE_TEST_IS_DIR);
}
