#include "extract/picture.h"

#include "extract/late_library.h"

#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <string.h>

enum {
    LEAST_RESOLUTION = 100, /* what less is stated is a screen's, not the scanner's */
    PAPER_WIDTH = 8,        /* inches of A4, then assumed */
    MOST_POINTS = 100 * 1000 * 1000,
};

typedef struct {
    void *handle;
    __typeof__(pixReadMem) *read;
    __typeof__(pixReadMemFromMultipageTiff) *read_tiff;
    __typeof__(pixReadHeaderMem) *read_header;
    __typeof__(pixConvertTo8) *make_grey;
    __typeof__(pixGetDimensions) *dimensions;
    __typeof__(pixGetData) *data;
    __typeof__(pixGetWpl) *words_per_line;
    __typeof__(pixGetXRes) *resolution;
    __typeof__(pixDestroy) *free;
} Leptonica;

static const LateFunction functions[] = {
    {"pixReadMem", offsetof(Leptonica, read)},
    {"pixReadMemFromMultipageTiff", offsetof(Leptonica, read_tiff)},
    {"pixReadHeaderMem", offsetof(Leptonica, read_header)},
    {"pixConvertTo8", offsetof(Leptonica, make_grey)},
    {"pixGetDimensions", offsetof(Leptonica, dimensions)},
    {"pixGetData", offsetof(Leptonica, data)},
    {"pixGetWpl", offsetof(Leptonica, words_per_line)},
    {"pixGetXRes", offsetof(Leptonica, resolution)},
    {"pixDestroy", offsetof(Leptonica, free)},
};

struct PictureFile {
    Leptonica library;
    const uint8_t *bytes;
    size_t length;
    size_t place; /* of the next picture in a TIFF */
    bool is_tiff, is_done;
    uint8_t *grey; /* of the picture lent */
};

PictureFile *picture_open(const uint8_t *bytes, size_t length)
{
    PictureFile *file = g_new0(PictureFile, 1);
    *file = (PictureFile){.bytes = bytes, .length = length};
    file->is_tiff = length > 2 && (memcmp(bytes, "II", 2) == 0 || memcmp(bytes, "MM", 2) == 0);
    file->library.handle =
        late_library_load("liblept.so.5", functions, G_N_ELEMENTS(functions), &file->library);
    if (file->library.handle)
        return file;
    g_free(file);
    return NULL;
}

void picture_close(PictureFile *file)
{
    dlclose(file->library.handle);
    g_free(file->grey);
    g_free(file);
}

/* The next picture, decoded; NULL if there is none or it is too large. */
static PIX *decode_next(PictureFile *file)
{
    const Leptonica *library = &file->library;
    l_int32 width = 0, height = 0;
    if (file->is_done)
        return NULL;
    file->is_done = !file->is_tiff;
    if (library->read_header(file->bytes, file->length, NULL, &width, &height, NULL, NULL, NULL) != 0 ||
        (int64_t)width * height > MOST_POINTS)
        return NULL;
    if (!file->is_tiff)
        return library->read(file->bytes, file->length);
    PIX *pix = library->read_tiff(file->bytes, file->length, &file->place);
    file->is_done = file->place == 0;
    return pix;
}

/* Copies the points of a picture of 8 bits, which leptonica keeps in words, the leftmost in the highest byte.
 */
static void copy_grey(PictureFile *file, PIX *pix, OcrPicture *picture)
{
    const Leptonica *library = &file->library;
    library->dimensions(pix, &picture->width, &picture->height, NULL);
    const uint32_t *words = library->data(pix);
    size_t step = (size_t)library->words_per_line(pix), width = (size_t)picture->width;
    g_free(file->grey);
    file->grey = g_malloc(width * (size_t)picture->height + 1);
    for (size_t y = 0; y < (size_t)picture->height; y++)
        for (size_t x = 0; x < width; x++)
            file->grey[y * width + x] = (uint8_t)(words[y * step + x / 4] >> (24 - 8 * (x % 4)));
    picture->grey = file->grey;
    picture->stride = picture->width;
}

bool picture_next(PictureFile *file, OcrPicture *picture)
{
    const Leptonica *library = &file->library;
    PIX *pix = decode_next(file);
    PIX *grey = pix ? library->make_grey(pix, 0) : NULL;
    if (grey) {
        copy_grey(file, grey, picture);
        int stated = library->resolution(pix);
        picture->resolution = stated >= LEAST_RESOLUTION ? stated : MAX(picture->width / PAPER_WIDTH, 72);
    }
    bool has_one = grey != NULL;
    library->free(&grey);
    library->free(&pix);
    return has_one;
}
