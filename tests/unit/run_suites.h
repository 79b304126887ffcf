/* run_suites.h - the main of a room's Check program. */
#pragma once

#include <check.h>
#include <stdlib.h>

typedef Suite *(*SuiteMaker)(void);

/* Runs the suites of a NULL-ended list; the exit status of the program. */
static inline int run_suites(const SuiteMaker *makers)
{
    SRunner *runner = srunner_create(NULL);
    for (; *makers; makers++)
        srunner_add_suite(runner, (*makers)());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
