#include "run_suites.h"

Suite *suite_encoding(void);
Suite *suite_html(void);

int main(void)
{
    return run_suites((const SuiteMaker[]){suite_encoding, suite_html, NULL});
}
