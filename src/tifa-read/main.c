/* tifa-read: the program that parses files for tifa, one process away from everything that matters. */
#include "extract/pdf.h"
#include "helper/serve.h"

int main(int count, char **arguments)
{
    g_autoptr(GError) lack = NULL;
    extract_pdf_warm_up(&lack);
    return serve(count, arguments, extract_any, lack ? lack->message : NULL);
}
