#include "run_suites.h"

Suite *suite_array(void);
Suite *suite_collate(void);
Suite *suite_fold(void);
Suite *suite_random(void);
Suite *suite_utf8(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_array, suite_collate, suite_fold, suite_random, suite_utf8, NULL});
}
