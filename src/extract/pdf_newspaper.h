/* pdf_newspaper.h - the articles of a page that has several beside and below each other.
 *
 * White space alone does not part such a page: articles interlock, and the gap between two of them is not
 * always wider than that between two columns of one. What belongs together is told by what stands above what:
 * text below a headline is its article, and so is the next column that goes on with it.
 */
#pragma once

#include "extract/pdf_band.h"

/* A stretch of a region's items. */
typedef struct {
    size_t first, count;
    bool is_column; /* lines of text below each other; else a headline or a mixture, to be cut further */
} PdfChunk;

typedef ARRAY(PdfChunk) PdfChunks;

/* Sorts a region into chunks in the order of reading. False, with the region as it was but for its order, if
 * it is not a page with three columns of prose side by side, or one recognised from a picture, where the
 * sizes of letters are not sure enough to tell headlines. */
bool pdf_newspaper(PdfRegion region, PdfChunks *chunks);
