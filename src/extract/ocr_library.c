#include "extract/ocr_library.h"

#include "extract/late_library.h"

#include <dlfcn.h>
#include <glib.h>

/* The library of the headers that this was built with. */
static const char *const name = "libtesseract.so.5";

static const LateFunction functions[] = {
    {"TessBaseAPICreate", offsetof(OcrLibrary, create)},
    {"TessBaseAPIDelete", offsetof(OcrLibrary, free)},
    {"TessBaseAPIInit2", offsetof(OcrLibrary, init)},
    {"TessBaseAPISetVariable", offsetof(OcrLibrary, set_variable)},
    {"TessBaseAPISetPageSegMode", offsetof(OcrLibrary, set_mode)},
    {"TessBaseAPISetImage", offsetof(OcrLibrary, set_image)},
    {"TessBaseAPISetRectangle", offsetof(OcrLibrary, set_part)},
    {"TessBaseAPISetSourceResolution", offsetof(OcrLibrary, set_resolution)},
    {"TessBaseAPIRecognize", offsetof(OcrLibrary, recognise)},
    {"TessBaseAPIMeanTextConf", offsetof(OcrLibrary, confidence)},
    {"TessBaseAPIGetIterator", offsetof(OcrLibrary, results)},
    {"TessBaseAPIClear", offsetof(OcrLibrary, clear)},
    {"TessMonitorCreate", offsetof(OcrLibrary, monitor_create)},
    {"TessMonitorDelete", offsetof(OcrLibrary, monitor_free)},
    {"TessMonitorSetDeadlineMSecs", offsetof(OcrLibrary, monitor_set_deadline)},
    {"TessResultIteratorDelete", offsetof(OcrLibrary, result_free)},
    {"TessResultIteratorNext", offsetof(OcrLibrary, result_next)},
    {"TessResultIteratorGetUTF8Text", offsetof(OcrLibrary, result_text)},
    {"TessResultIteratorConfidence", offsetof(OcrLibrary, result_confidence)},
    {"TessResultIteratorGetPageIteratorConst", offsetof(OcrLibrary, result_place)},
    {"TessPageIteratorBoundingBox", offsetof(OcrLibrary, place_box)},
    {"TessPageIteratorIsAtFinalElement", offsetof(OcrLibrary, place_is_last)},
    {"TessDeleteText", offsetof(OcrLibrary, text_free)},
};

bool ocr_library_open(OcrLibrary *library)
{
    library->handle = late_library_load(name, functions, G_N_ELEMENTS(functions), library);
    return library->handle != NULL;
}

void ocr_library_close(OcrLibrary *library)
{
    if (library->handle)
        dlclose(library->handle);
    library->handle = NULL;
}
