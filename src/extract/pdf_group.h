/* pdf_group.h - the parts of a region that no vertical gap crosses as a whole.
 *
 * Its bands are put together again as far as they share a gap between columns: two articles below each other
 * give two parts, the heading between them a third. Lines close above a group and within one of its columns
 * belong to it, and so do lines below; but a heading across columns, or a few lines set apart below them, do
 * not.
 */
#pragma once

#include "extract/pdf_band.h"

/* The narrowest gap between columns, in font sizes. */
#define PDF_GUTTER 0.5F

/* Adds the parts from top to bottom; `size` is the region's usual font size. Sorts the region by top. False
 * if the cuts between them would go between lines of one column. */
bool pdf_parts(PdfRegion region, float size, PdfBands *parts);
