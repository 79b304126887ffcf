#include "run_suites.h"

Suite *suite_title(void);
Suite *suite_families(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_title, suite_families, NULL});
}
