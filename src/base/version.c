#include "tifa.h"

const char *tifa_version(void)
{
    return TIFA_VERSION;
}
