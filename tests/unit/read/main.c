#include "run_suites.h"

Suite *suite_corpora(void);
Suite *suite_reader(void);
Suite *suite_survival(void);

int main(void)
{
    return run_suites((const SuiteMaker[]){suite_corpora, suite_reader, suite_survival, NULL});
}
