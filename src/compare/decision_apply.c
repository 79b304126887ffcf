/* decision_apply.c - a law with the orders of a decision carried out. */
#include "base/error.h"
#include "compare/decision.h"
#include "compare/law.h"
#include "text/document.h"

#include <string.h>

/* The words with ‘’ for “” or the other way round: inside a decision's quotation marks the law's own are
 * single. */
static char *with_other_marks(const char *words)
{
    GString *other = g_string_new(words);
    bool is_single = strstr(words, "‘") != NULL;
    g_string_replace(other, is_single ? "‘" : "“", is_single ? "“" : "‘", 0);
    g_string_replace(other, is_single ? "’" : "”", is_single ? "”" : "’", 0);
    return g_string_free(other, FALSE);
}

static bool reword(Law *law, const TifaAmendment *amendment)
{
    if (law_reword(law, amendment->place, amendment->old_words, amendment->new_words))
        return true;
    g_autofree char *old_words = with_other_marks(amendment->old_words);
    g_autofree char *new_words = with_other_marks(amendment->new_words);
    return law_reword(law, amendment->place, old_words, new_words);
}

static bool replace(Law *law, const TifaAmendment *amendment)
{
    bool has_number = amendment->new_place.article && !amendment->place.paragraph;
    return law_replace(law, amendment->place, amendment->new_words) &&
           (!has_number || law_renumber(law, amendment->place, amendment->new_place));
}

static bool apply(Law *law, const TifaAmendment *amendment)
{
    switch (amendment->kind) {
    case TIFA_AMENDMENT_REPLACE:
        return replace(law, amendment);
    case TIFA_AMENDMENT_INSERT:
        return law_insert(law, amendment->place, amendment->new_place, amendment->new_words);
    case TIFA_AMENDMENT_DELETE:
    case TIFA_AMENDMENT_MERGE:
        return law_delete(law, amendment->place);
    case TIFA_AMENDMENT_RENUMBER:
        return law_renumber(law, amendment->place, amendment->new_place);
    case TIFA_AMENDMENT_REWORD:
        return reword(law, amendment);
    case TIFA_AMENDMENT_UNCLEAR:
        return false;
    }
    return false;
}

bool decision_is_about(const TifaAmendment *amendment, const TifaDocument *law)
{
    const char *title = tifa_document_field(law, TIFA_FIELD_TITLE);
    if (!amendment->instrument)
        return true;
    if (!title) {
        const TifaBlock *first = &tifa_document_blocks(law)->items[0];
        return g_strstr_len(tifa_document_text(law, NULL) + first->span.start,
                            (gssize)(first->span.end - first->span.start), amendment->instrument) != NULL;
    }
    return strstr(title, amendment->instrument) || strstr(amendment->instrument, title);
}

/* "decision: 五、将第六条...: the law has no such place". */
static void warn_of(const TifaDecision *decision, const TifaAmendment *amendment, TifaDocument *result)
{
    const char *text = tifa_document_text(decision->document, NULL) + amendment->source.start;
    size_t length = MIN(amendment->source.end - amendment->source.start, 60u);
    while (length > 0 && (text[length] & 0xC0) == 0x80)
        length--;
    length = MIN(length, strcspn(text, "\n"));
    document_warn(result, "decision: %.*s...: %s", (int)length, text,
                  amendment->kind == TIFA_AMENDMENT_UNCLEAR ? "not understood; see to it by hand"
                                                            : "does not fit the law; see to it by hand");
}

/* Carries out what changes the old text, or what is put in; is_applied gets what could be. */
static size_t apply_all(const TifaDecision *decision, Law *law, const TifaDocument *before, bool inserts,
                        bool *is_applied)
{
    size_t applied = 0;
    for (size_t i = 0; i < decision->amendments.length; i++) {
        const TifaAmendment *amendment = &decision->amendments.items[i];
        if ((amendment->kind == TIFA_AMENDMENT_INSERT) != inserts || !decision_is_about(amendment, before))
            continue;
        is_applied[i] = apply(law, amendment);
        applied += is_applied[i];
    }
    return applied;
}

/* The one law that the decision's title names (关于修改《…》的决定), or NULL. Free with g_free(). */
static char *law_in_title(const TifaDecision *decision)
{
    const char *title = tifa_document_field(decision->document, TIFA_FIELD_TITLE);
    const char *opening = title ? strstr(title, "《") : NULL,
               *closing = title ? g_strrstr(title, "》") : NULL;
    const char *end =
        strstr(title ? title : "", "》等"); /* of a decision on several it names the first alone */
    if (!opening || !closing || end)
        return NULL;
    opening += strlen("《");
    return opening < closing ? g_strndup(opening, (size_t)(closing - opening)) : NULL;
}

/* Whether the decision says that it amends another law than this one. */
static bool is_about_another(const TifaDecision *decision, const TifaDocument *law, GError **error)
{
    const char *title = tifa_document_field(law, TIFA_FIELD_TITLE);
    g_autofree char *named = title ? law_in_title(decision) : NULL;
    if (!named || strstr(named, title) || strstr(title, named))
        return false;
    fail(error, TIFA_ERROR_INPUT, "decision: amends 《%s》, not 《%s》; name the law that it is about", named,
         title);
    return true;
}

TifaDocument *tifa_decision_apply(const TifaDecision *decision, const TifaDocument *before, GError **error)
{
    size_t count = decision->amendments.length;
    g_autofree bool *is_applied = g_new0(bool, count + 1);
    if (tifa_document_blocks(before)->length == 0) {
        fail(error, TIFA_ERROR_INPUT, "decision: the law has no text");
        return NULL;
    }
    if (is_about_another(decision, before, error))
        return NULL;
    g_autoptr(Law) law = law_new(before);
    size_t applied = apply_all(decision, law, before, false, is_applied);
    law_settle(law);
    applied += apply_all(decision, law, before, true, is_applied);
    if (applied == 0) {
        fail(error, TIFA_ERROR_INPUT, "decision: none of its %zu orders fits the law; is it another law's?",
             count);
        return NULL;
    }
    TifaDocument *after = law_write(law);
    for (size_t i = 0; i < count; i++)
        if (!is_applied[i] && decision_is_about(&decision->amendments.items[i], before))
            warn_of(decision, &decision->amendments.items[i], after);
    return after;
}
