#include "run_suites.h"

Suite *suite_encoding(void);
Suite *suite_html(void);
Suite *suite_pdf(void);

int main(void)
{
    return run_suites((const SuiteMaker[]){suite_encoding, suite_html, suite_pdf, NULL});
}
