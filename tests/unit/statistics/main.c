#include "run_suites.h"

Suite *suite_association(void);
Suite *suite_changes(void);
Suite *suite_spread(void);
Suite *suite_uncertainty(void);

int main(void)
{
    return run_suites(
        (SuiteMaker[]){suite_association, suite_changes, suite_spread, suite_uncertainty, NULL});
}
