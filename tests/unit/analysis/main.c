#include "run_suites.h"

Suite *suite_counts(void);
Suite *suite_places(void);
Suite *suite_spread(void);
Suite *suite_trend(void);
Suite *suite_words(void);

int main(void)
{
    return run_suites(
        (SuiteMaker[]){suite_counts, suite_places, suite_spread, suite_trend, suite_words, NULL});
}
