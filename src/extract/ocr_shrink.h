/* ocr_shrink.h - pictures made smaller, so that characters have the size that the models were trained on.
 *
 * Tesseract's models read characters of 20 to 35 points of the picture best; the 67 points that 16 point type
 * has at 300 dots an inch cost three characters in a hundred and twice the time.
 */
#pragma once

#include "extract/ocr.h"

/* Makes the picture so small that its characters, which are `size` points (1/72 inch) on paper, have the size
 * of the models'. What then holds its points is given, to be freed with g_free(); NULL if it was small
 * enough. */
uint8_t *ocr_shrink(OcrPicture *picture, float size);
