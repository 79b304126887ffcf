#include "run_suites.h"

Suite *suite_answers(void);
Suite *suite_concordance(void);
Suite *suite_cql(void);
Suite *suite_exact(void);
Suite *suite_phrase(void);
Suite *suite_query(void);
Suite *suite_saved(void);
Suite *suite_search(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_answers, suite_concordance, suite_cql, suite_exact, suite_phrase,
                                     suite_query, suite_saved, suite_search, NULL});
}
