#include "run_suites.h"

Suite *suite_bundle(void);
Suite *suite_encoding(void);
Suite *suite_html(void);
Suite *suite_markdown(void);
Suite *suite_ocr(void);
Suite *suite_office(void);
Suite *suite_pdf(void);
Suite *suite_pdf_layout(void);
Suite *suite_pdf_text(void);
Suite *suite_sniff(void);
Suite *suite_text(void);

int main(void)
{
    return run_suites((const SuiteMaker[]){suite_bundle, suite_encoding, suite_html, suite_markdown,
                                           suite_ocr, suite_office, suite_pdf, suite_pdf_layout,
                                           suite_pdf_text, suite_sniff, suite_text, NULL});
}
