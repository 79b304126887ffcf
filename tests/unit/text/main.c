#include "run_suites.h"

Suite *suite_document(void);
Suite *suite_structure(void);
Suite *suite_wire(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_document, suite_structure, suite_wire, NULL});
}
