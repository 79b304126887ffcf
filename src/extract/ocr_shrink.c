#include "extract/ocr_shrink.h"

#include <math.h>

/* The size of a character in points of the picture that the models read best. */
#define BEST_SIZE 30.0
/* Pictures that are hardly larger are left alone. */
#define LARGER 1.1

typedef struct {
    double left, top, right, bottom;
} Area;

/* How much of the stretch from `index` to the next lies between start and end. */
static double share(int index, double start, double end)
{
    return fmin(index + 1, end) - fmax(index, start);
}

/* The mean of the points in an area, those at its edges by their share. */
static uint8_t mean(const OcrPicture *picture, Area area)
{
    double sum = 0;
    for (int y = (int)area.top; y < picture->height && y < area.bottom; y++) {
        const uint8_t *row = picture->grey + (size_t)y * (size_t)picture->stride;
        double height = share(y, area.top, area.bottom);
        for (int x = (int)area.left; x < picture->width && x < area.right; x++)
            sum += height * share(x, area.left, area.right) * row[x];
    }
    return (uint8_t)lround(sum / ((area.right - area.left) * (area.bottom - area.top)));
}

uint8_t *ocr_shrink(OcrPicture *picture, float size)
{
    double scale = size * picture->resolution / 72 / BEST_SIZE;
    if (scale < LARGER)
        return NULL;
    int width = (int)(picture->width / scale), height = (int)(picture->height / scale);
    uint8_t *grey = g_malloc((size_t)width * (size_t)height + 1);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++)
            grey[(size_t)y * (size_t)width + (size_t)x] =
                mean(picture, (Area){x * scale, y * scale, (x + 1) * scale, (y + 1) * scale});
    }
    *picture = (OcrPicture){grey, width, height, width, picture->resolution / scale};
    return grey;
}
