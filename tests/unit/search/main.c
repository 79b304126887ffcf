#include "run_suites.h"

Suite *suite_answers(void);
Suite *suite_cql(void);
Suite *suite_saved(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_answers, suite_cql, suite_saved, NULL});
}
