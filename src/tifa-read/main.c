/* tifa-read: the program that parses files for tifa, one process away from everything that matters. */
#include "helper/serve.h"

int main(int count, char **arguments)
{
    return serve(count, arguments, extract_any);
}
