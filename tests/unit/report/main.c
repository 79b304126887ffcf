#include "run_suites.h"

Suite *suite_comparison(void);
Suite *suite_record(void);
Suite *suite_style(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_comparison, suite_record, suite_style, NULL});
}
