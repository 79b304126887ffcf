/* changes.c - what changed from one version to the next, in figures. */
#include "versions/families.h"

static size_t count_articles(const TifaDocument *document)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    size_t count = 0;
    for (size_t i = 0; i < blocks->length; i++)
        count += blocks->items[i].kind == TIFA_BLOCK_ARTICLE && blocks->items[i].part == 0;
    return count;
}

/* The nearest version before it with a text of its kind: adopted texts are compared with adopted ones, drafts
 * with what is before them. */
static size_t find_before(const TifaFamilies *families, size_t index)
{
    const TifaVersion *version = &families->versions.items[index];
    for (size_t i = index; i > families->families.items[version->family].first; i--) {
        const TifaVersion *before = &families->versions.items[i - 1];
        if (before->copies && (version->draft || !before->draft))
            return i - 1;
    }
    return TIFA_NONE;
}

bool tifa_families_compare(const TifaFamilies *families, TifaCorpus *corpus, size_t index,
                           TifaVersionChange *change, GError **error)
{
    const TifaVersion *version = &families->versions.items[index];
    g_assert(version->copies > 0);
    g_autoptr(TifaDocument) after = tifa_corpus_get(corpus, version->documents[0], error);
    if (!after)
        return false;
    *change = (TifaVersionChange){.articles = count_articles(after), .before = find_before(families, index)};
    if (change->before == TIFA_NONE)
        return true;
    int64_t document = families->versions.items[change->before].documents[0];
    g_autoptr(TifaDocument) before = tifa_corpus_get(corpus, document, error);
    g_autoptr(TifaComparison) comparison = before ? tifa_compare(before, after, NULL, error) : NULL;
    if (comparison)
        change->changes = tifa_comparison_summary(comparison);
    return comparison != NULL;
}
