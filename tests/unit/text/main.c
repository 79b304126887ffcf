#include "run_suites.h"

Suite *suite_agency(void);
Suite *suite_dates(void);
Suite *suite_document(void);
Suite *suite_facts(void);
Suite *suite_slice(void);
Suite *suite_structure(void);
Suite *suite_wire(void);

int main(void)
{
    return run_suites((SuiteMaker[]){suite_agency, suite_dates, suite_document, suite_facts, suite_slice,
                                     suite_structure, suite_wire, NULL});
}
