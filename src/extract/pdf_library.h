/* pdf_library.h - the functions of Poppler, and of cairo below it, found when the first PDF comes.
 *
 * With all they need in turn they are fifty libraries, which take five times as long to load as the rest of
 * the helper. Once loaded they stay: GObject does not forget the types of a library.
 */
#pragma once

#include "extract/pdf_page.h"

#include <poppler.h>

typedef struct {
    __typeof__(poppler_document_new_from_bytes) *open;
    __typeof__(poppler_error_quark) *error_domain;
    __typeof__(poppler_document_get_n_pages) *page_count;
    __typeof__(poppler_document_get_title) *title;
    __typeof__(poppler_document_get_page) *page;
    __typeof__(poppler_page_get_size) *page_size;
    __typeof__(poppler_page_get_text) *text;
    __typeof__(poppler_page_get_text_layout) *text_layout;
    __typeof__(poppler_page_get_text_attributes) *text_fonts;
    __typeof__(poppler_page_free_text_attributes) *free_text_fonts;
    __typeof__(poppler_page_get_annot_mapping) *annotations;
    __typeof__(poppler_page_free_annot_mapping) *free_annotations;
    __typeof__(poppler_annot_get_annot_type) *annotation_type;
    __typeof__(poppler_annot_get_contents) *annotation_text;
    __typeof__(poppler_page_get_image_mapping) *images;
    __typeof__(poppler_page_free_image_mapping) *free_images;
    __typeof__(poppler_page_render) *draw;
    __typeof__(cairo_image_surface_create_for_data) *surface;
    __typeof__(cairo_surface_destroy) *free_surface;
    __typeof__(cairo_create) *pen;
    __typeof__(cairo_scale) *scale;
    __typeof__(cairo_status) *pen_status;
    __typeof__(cairo_destroy) *free_pen;
    __typeof__(g_object_unref) *unref; /* of documents and pages */
} PdfLibrary;

/* A page as Poppler has it. */
struct PdfSheet {
    const PdfLibrary *poppler;
    PopplerPage *page;
};

/* Loads the libraries, or finds them again. False with TIFA_ERROR_INPUT if they are not installed. */
bool pdf_library_open(PdfLibrary *library, GError **error);

/* Whether Poppler's character maps are installed (Debian: poppler-data). Without them the text in Chinese
 * fonts that are not embedded is lost. */
bool pdf_library_has_maps(void);
