#include "run_suites.h"

Suite *suite_answers(void);
Suite *suite_cql(void);
Suite *suite_exact(void);
Suite *suite_phrase(void);
Suite *suite_query(void);
Suite *suite_saved(void);
Suite *suite_search(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_query, suite_cql, suite_phrase, suite_search, suite_exact,
                                     suite_answers, suite_saved, NULL});
}
