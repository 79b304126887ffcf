#include "run_suites.h"

Suite *suite_concordance(void);
Suite *suite_exact(void);
Suite *suite_search(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_concordance, suite_exact, suite_search, NULL});
}
