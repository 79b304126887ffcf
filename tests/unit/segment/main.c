#include "run_suites.h"

Suite *suite_damage(void);
Suite *suite_unit(void);
Suite *suite_points(void);
Suite *suite_segment(void);

int main(void)
{
    return run_suites((const SuiteMaker[]){suite_unit, suite_points, suite_segment, suite_damage, NULL});
}
