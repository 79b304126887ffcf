#include "run_suites.h"

Suite *suite_comparison(void);
Suite *suite_docx(void);
Suite *suite_record(void);
Suite *suite_style(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_comparison, suite_docx, suite_record, suite_style, NULL});
}
