#include "run_suites.h"

Suite *suite_cut(void);
Suite *suite_contents(void);
Suite *suite_segment(void);
Suite *suite_store(void);
Suite *suite_tokens(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_cut, suite_contents, suite_segment, suite_store, suite_tokens, NULL});
}
