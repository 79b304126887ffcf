#include "run_suites.h"

Suite *suite_phrase(void);
Suite *suite_query(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_phrase, suite_query, NULL});
}
