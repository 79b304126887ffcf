/* pdf.h - what the helper program must know of PDF besides extract_pdf(). */
#pragma once

#include "tifa.h"

/* Loads what Poppler and the converter of old Chinese fonts read from disk, as long as that is still allowed.
 * False with TIFA_ERROR_SYSTEM if the character maps of Chinese fonts (Debian: poppler-data) are missing:
 * such PDFs would be read without their text. */
bool extract_pdf_warm_up(GError **error);
