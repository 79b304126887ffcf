#include "extract/pdf_scan.h"

#include "extract/pdf_library.h"

#include <math.h>
#include <string.h>

/* Points an inch that recognition wants, and points of a picture at most: a page of A1. */
static const double resolution = 300, most_points = 36e6;

bool pdf_scan_has_picture(const PdfSheet *sheet, bool most)
{
    double width, height, largest = 0;
    sheet->poppler->page_size(sheet->page, &width, &height);
    GList *images = sheet->poppler->images(sheet->page);
    for (GList *image = images; image; image = image->next) {
        const PopplerRectangle *area = &((PopplerImageMapping *)image->data)->area;
        largest = fmax(largest, fabs((area->x2 - area->x1) * (area->y2 - area->y1)));
    }
    bool has = images && (!most || largest > width * height / 2);
    sheet->poppler->free_images(images);
    return has;
}

/* Draws the page in colour on white, 32 bits a pixel. NULL if that is not possible; free with g_free(). */
static uint8_t *draw(const PdfSheet *sheet, double scale, int width, int height)
{
    const PdfLibrary *poppler = sheet->poppler;
    size_t size = (size_t)width * (size_t)height * 4;
    uint8_t *pixels = g_try_malloc(size);
    if (!pixels)
        return NULL;
    memset(pixels, 0xFF, size);
    cairo_surface_t *surface = poppler->surface(pixels, CAIRO_FORMAT_RGB24, width, height, width * 4);
    cairo_t *pen = poppler->pen(surface);
    poppler->scale(pen, scale, scale);
    poppler->draw(sheet->page, pen);
    bool is_drawn = poppler->pen_status(pen) == CAIRO_STATUS_SUCCESS;
    poppler->free_pen(pen);
    poppler->free_surface(surface);
    if (!is_drawn)
        g_clear_pointer(&pixels, g_free);
    return pixels;
}

/* Makes every pixel of 32 bits one of 8, in place (ITU-R BT.601). */
static void make_grey(uint8_t *pixels, size_t count)
{
    const uint32_t *from = (const uint32_t *)(void *)pixels;
    for (size_t i = 0; i < count; i++) {
        uint32_t pixel = from[i], red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;
        pixels[i] = (uint8_t)((299 * red + 587 * green + 114 * blue) / 1000);
    }
}

/* A page without any piece, of the same size. */
static void empty_page(const PdfSheet *sheet, PdfPage *page)
{
    double width, height;
    sheet->poppler->page_size(sheet->page, &width, &height);
    pdf_page_clear(page);
    *page = (PdfPage){.width = (float)width, .height = (float)height};
}

Trouble pdf_scan_read(const PdfSheet *sheet, Scanner *scanner, PdfPage *page)
{
    Trouble trouble;
    if (!scanner_is_ready(scanner, &trouble))
        return trouble;
    double width, height;
    sheet->poppler->page_size(sheet->page, &width, &height);
    double scale = fmin(resolution / 72, sqrt(most_points / fmax(width * height, 1)));
    OcrPicture picture = {.width = (int)ceil(width * scale), .height = (int)ceil(height * scale)};
    g_autofree uint8_t *pixels = draw(sheet, scale, picture.width, picture.height);
    if (!pixels)
        return TROUBLE_DAMAGED;
    make_grey(pixels, (size_t)picture.width * (size_t)picture.height);
    picture.grey = pixels;
    picture.stride = picture.width;
    picture.resolution = scale * 72;
    empty_page(sheet, page);
    return scanner_read(scanner, &picture, page);
}
