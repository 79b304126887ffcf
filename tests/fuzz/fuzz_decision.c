/* fuzz_decision.c - any decision and any law, parted by the first NUL: what comes of applying one to the
 * other is a sound document, and each order gets one finding. */
/* A fuzz target is built of one file: it brings the help of the room's tests along. */
#include "../unit/compare/sample.c" // NOLINT(bugprone-suspicious-include)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_findings(const TifaDecision *decision, const TifaDocument *before,
                           const TifaDocument *after)
{
    TifaComparison *comparison = tifa_compare(before, after, NULL, NULL);
    TifaFindings findings = {0};
    size_t count;
    tifa_decision_amendments(decision, &count);
    if (comparison) {
        tifa_decision_reconcile(decision, comparison, &findings);
        g_assert_cmpuint(findings.length, >=, count);
    }
    g_free(findings.items);
    tifa_comparison_free(comparison);
}

static void check(const TifaDocument *orders, const TifaDocument *law)
{
    TifaDecision *decision = tifa_decision_read(orders, NULL);
    TifaDocument *after = decision ? tifa_decision_apply(decision, law, NULL) : NULL;
    if (after) {
        g_assert(document_is_sound(after));
        check_findings(decision, law, after);
    }
    tifa_document_free(after);
    tifa_decision_free(decision);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *parting = size > 0 ? memchr(data, 0, size) : NULL;
    size_t first = parting ? (size_t)(parting - data) : size;
    size_t second = parting ? first + 1 : size;
    g_autofree char *left = g_strndup((const char *)data, first);
    g_autofree char *right = g_strndup((const char *)data + second, size - second);
    TifaDocument *orders = sample_of_markdown(left), *law = sample_of_markdown(right);
    check(orders, law);
    tifa_document_free(orders);
    tifa_document_free(law);
    return 0;
}
