/* ocr_library.h - tesseract's functions, found at run time. */
#pragma once

#include <stdbool.h>
#include <tesseract/capi.h>

typedef struct {
    void *handle;
    __typeof__(TessBaseAPICreate) *create;
    __typeof__(TessBaseAPIDelete) *free;
    __typeof__(TessBaseAPIInit2) *init;
    __typeof__(TessBaseAPISetVariable) *set_variable;
    __typeof__(TessBaseAPISetPageSegMode) *set_mode;
    __typeof__(TessBaseAPISetImage) *set_image;
    __typeof__(TessBaseAPISetRectangle) *set_part;
    __typeof__(TessBaseAPISetSourceResolution) *set_resolution;
    __typeof__(TessBaseAPIRecognize) *recognise;
    __typeof__(TessBaseAPIMeanTextConf) *confidence;
    __typeof__(TessBaseAPIGetIterator) *results;
    __typeof__(TessBaseAPIClear) *clear;
    __typeof__(TessMonitorCreate) *monitor_create;
    __typeof__(TessMonitorDelete) *monitor_free;
    __typeof__(TessMonitorSetDeadlineMSecs) *monitor_set_deadline;
    __typeof__(TessResultIteratorDelete) *result_free;
    __typeof__(TessResultIteratorNext) *result_next;
    __typeof__(TessResultIteratorGetUTF8Text) *result_text;
    __typeof__(TessResultIteratorConfidence) *result_confidence;
    __typeof__(TessResultIteratorGetPageIteratorConst) *result_place;
    __typeof__(TessPageIteratorBoundingBox) *place_box;
    __typeof__(TessPageIteratorIsAtFinalElement) *place_is_last;
    __typeof__(TessDeleteText) *text_free;
} OcrLibrary;

/* Loads the library; false if it is not installed or lacks a function. To be closed in both cases. */
bool ocr_library_open(OcrLibrary *library);
void ocr_library_close(OcrLibrary *library);
