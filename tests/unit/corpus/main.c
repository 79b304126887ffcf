#include "run_suites.h"

Suite *suite_corpus(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_corpus, NULL});
}
