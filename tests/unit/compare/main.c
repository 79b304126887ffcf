#include "run_suites.h"

Suite *suite_normal(void);
Suite *suite_match(void);
Suite *suite_compare(void);
Suite *suite_property(void);
Suite *suite_decision(void);
Suite *suite_meaning(void);
Suite *suite_reuse(void);
Suite *suite_sketch(void);
Suite *suite_gold(void);

int main(void)
{
    return run_suites((const SuiteMaker[]){suite_normal, suite_match, suite_compare, suite_property,
                                           suite_decision, suite_meaning, suite_reuse, suite_sketch,
                                           suite_gold, NULL});
}
