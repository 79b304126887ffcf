#include "run_suites.h"

Suite *suite_history(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_history, NULL});
}
