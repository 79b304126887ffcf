/* picture.h - the pixels of image files, read by leptonica, which is loaded when it is first needed. */
#pragma once

#include "extract/ocr.h"

typedef struct PictureFile PictureFile;

/* Opens the bytes of an image (PNG, JPEG, TIFF of several pages ...); they must stay. NULL if leptonica is
 * not installed. */
PictureFile *picture_open(const uint8_t *bytes, size_t length);
void picture_close(PictureFile *file);

/* The next picture, lent until the next call; false behind the last, and where the image is damaged. */
bool picture_next(PictureFile *file, OcrPicture *picture);
