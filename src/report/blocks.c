#include "report/blocks.h"

#include <math.h>

void blocks_print_bar(const TifaPrinter *printer, double number, double most, unsigned columns)
{
    static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (isnan(number) || number <= 0 || most <= 0)
        return;
    unsigned eighths = (unsigned)fmax(1, floor(number * columns * 8 / most));
    for (; eighths >= 8; eighths -= 8)
        fputs("█", printer->file);
    fputs(parts[eighths], printer->file);
}

const char *blocks_standing(double height, unsigned row)
{
    static const char *const parts[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    double eighths = ceil((height - row) * 8 - 1e-9);
    return parts[(unsigned)fmin(8, fmax(0, eighths))];
}

char *blocks_of_series(const double *numbers, size_t length)
{
    double most = 0;
    for (size_t i = 0; i < length; i++)
        most = fmax(most, numbers[i]);
    GString *bars = g_string_new(NULL);
    for (size_t i = 0; i < length; i++)
        g_string_append(bars, isnan(numbers[i]) ? "·" : blocks_standing(most > 0 ? numbers[i] / most : 0, 0));
    return g_string_free(bars, FALSE);
}
