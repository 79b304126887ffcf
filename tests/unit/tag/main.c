#include "run_suites.h"

Suite *suite_form(void);
Suite *suite_label(void);
Suite *suite_matcher(void);
Suite *suite_tag(void);
Suite *suite_faults(void);
Suite *suite_concepts(void);
Suite *suite_exchange(void);
Suite *suite_discover(void);
Suite *suite_snapshot(void);
Suite *suite_choose(void);

int main(void)
{
    const SuiteMaker makers[] = {
        suite_form,     suite_label,    suite_matcher,  suite_tag,    suite_faults, suite_concepts,
        suite_exchange, suite_discover, suite_snapshot, suite_choose, NULL};
    return run_suites(makers);
}
