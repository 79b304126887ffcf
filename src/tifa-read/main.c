/* tifa-read: the program that parses files for tifa, one process away from everything that matters. */
#include "helper/serve.h"

#include <locale.h>

int main(int count, char **arguments)
{
    setlocale(LC_CTYPE, "C.UTF-8"); /* libarchive needs it for the names of members */
    return serve(count, arguments, extract_any);
}
