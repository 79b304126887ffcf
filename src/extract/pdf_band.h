/* pdf_band.h - white space that crosses a region: the bands between its horizontal gaps, the columns between
 * its vertical ones.
 *
 * A region is a stretch of an array of items (one for each piece of the page). Both functions sort that
 * stretch, so that each band or column is again a stretch; its places count from the region's first item.
 */
#pragma once

#include "extract/pdf_page.h"

/* A piece as the cuts see it: lines of print overlap by their boxes, so top and bottom are those of the
 * letters' middle. */
typedef struct {
    const PdfPiece *piece;
    float left, right, top, bottom;
} PdfItem;

typedef struct {
    PdfItem *items;
    size_t count;
} PdfRegion;

/* A band or column: the items first..first+count-1 of its region, and what they cover. */
typedef struct {
    size_t first, count;
    float left, right, top, bottom;
} PdfBand;

typedef ARRAY(PdfBand) PdfBands;

PdfItem pdf_item(const PdfPiece *piece);

/* The bands from top to bottom. Sorts the region by top. */
void pdf_bands(PdfRegion region, PdfBands *bands);

/* The columns from left to right, at least `gap` apart. Sorts the region by left edge. */
void pdf_columns(PdfRegion region, float gap, PdfBands *columns);

/* A copy of a region to sort, its items to be freed. */
static inline PdfRegion pdf_copy(PdfRegion region)
{
    return (PdfRegion){g_memdup2(region.items, region.count * sizeof *region.items), region.count};
}

/* The items of one of its bands or columns. */
static inline PdfRegion pdf_part(PdfRegion region, const PdfBand *band)
{
    return (PdfRegion){region.items + band->first, band->count};
}

/* The font size that half of the region's pieces do not exceed. */
float pdf_median_size(PdfRegion region);

/* The size of the larger letters of running text: so large or larger is a seventh of what the region holds.
 * Half of it may be smaller, as on a page of references or notes. */
float pdf_text_size(PdfRegion region);
