#include "extract/pdf_scan.h"

#include <math.h>
#include <poppler.h>

/* Points an inch that recognition wants, and points of a picture at most: a page of A1. */
static const double resolution = 300, most_points = 36e6;

bool pdf_scan_has_picture(PopplerPage *source, bool most)
{
    double width, height, largest = 0;
    poppler_page_get_size(source, &width, &height);
    GList *images = poppler_page_get_image_mapping(source);
    for (GList *image = images; image; image = image->next) {
        const PopplerRectangle *area = &((PopplerImageMapping *)image->data)->area;
        largest = fmax(largest, fabs((area->x2 - area->x1) * (area->y2 - area->y1)));
    }
    bool has = images && (!most || largest > width * height / 2);
    poppler_page_free_image_mapping(images);
    return has;
}

/* Draws the page in colour on white. NULL if that is not possible; free with cairo_surface_destroy(). */
static cairo_surface_t *draw(PopplerPage *source, double scale)
{
    double width, height;
    poppler_page_get_size(source, &width, &height);
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(width * scale), (int)ceil(height * scale));
    cairo_t *pen = cairo_create(surface);
    cairo_set_source_rgb(pen, 1, 1, 1);
    cairo_paint(pen);
    cairo_scale(pen, scale, scale);
    poppler_page_render(source, pen);
    bool is_drawn = cairo_status(pen) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(pen);
    cairo_surface_flush(surface);
    if (!is_drawn)
        g_clear_pointer(&surface, cairo_surface_destroy);
    return surface;
}

/* Makes every pixel of 32 bits one of 8, in place (ITU-R BT.601). */
static OcrPicture make_grey(cairo_surface_t *surface)
{
    OcrPicture picture = {.width = cairo_image_surface_get_width(surface),
                          .height = cairo_image_surface_get_height(surface)};
    uint8_t *bytes = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < picture.height; y++) {
        const uint32_t *from = (const uint32_t *)(void *)(bytes + (size_t)y * (size_t)stride);
        uint8_t *to = bytes + (size_t)y * (size_t)picture.width;
        for (int x = 0; x < picture.width; x++) {
            uint32_t pixel = from[x], red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;
            to[x] = (uint8_t)((299 * red + 587 * green + 114 * blue) / 1000);
        }
    }
    picture.grey = bytes;
    picture.stride = picture.width;
    return picture;
}

/* A page without any piece, of the same size. */
static void empty_page(PopplerPage *source, PdfPage *page)
{
    double width, height;
    poppler_page_get_size(source, &width, &height);
    pdf_page_clear(page);
    *page = (PdfPage){.width = (float)width, .height = (float)height};
}

Trouble pdf_scan_read(PopplerPage *source, Scanner *scanner, PdfPage *page)
{
    Trouble trouble;
    if (!scanner_is_ready(scanner, &trouble))
        return trouble;
    double width, height;
    poppler_page_get_size(source, &width, &height);
    double scale = fmin(resolution / 72, sqrt(most_points / fmax(width * height, 1)));
    cairo_surface_t *surface = draw(source, scale);
    if (!surface)
        return TROUBLE_DAMAGED;
    OcrPicture picture = make_grey(surface);
    picture.resolution = scale * 72;
    empty_page(source, page);
    trouble = scanner_read(scanner, &picture, page);
    cairo_surface_destroy(surface);
    return trouble;
}
