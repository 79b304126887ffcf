#include "run_suites.h"

Suite *suite_corpus(void);
Suite *suite_coverage(void);
Suite *suite_fit(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_corpus, suite_coverage, suite_fit, NULL});
}
