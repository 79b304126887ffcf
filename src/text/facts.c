#include "text/facts.h"

#include "text/agency.h"
#include "text/facts_steps.h"

#include <string.h>

static void view_open(FactsView *view, TifaDocument *document)
{
    const TifaBlocks *blocks = tifa_document_blocks(document);
    const char *text = tifa_document_text(document, NULL);
    *view = (FactsView){.document = document, .end = blocks->length};
    for (size_t i = 0; i < blocks->length; i++) {
        TifaSpan span = blocks->items[i].span;
        array_push(&view->lines, slice_strip((Slice){text + span.start, span.end - span.start}));
    }
}

static void view_close(FactsView *view)
{
    array_clear(&view->lines);
    g_free(view->name);
    g_free(view->forwarded);
}

void facts_know(FactsView *view, TifaField field, const char *value, const char *origin)
{
    const char *known = tifa_document_field_origin(view->document, field);
    if (!known || strcmp(known, "meta") == 0)
        document_set_field(view->document, field, value, origin);
}

/* 近日，中共中央、国务院印发了《…》: who issued, where a news item tells it. */
static void find_issuer_in_news(FactsView *view)
{
    static const char *const lead = "近日，";
    for (size_t i = 0; i < MIN(view->lines.length, 8); i++) {
        Slice line = view->lines.items[i];
        int64_t start = slice_find(line, lead), verb = slice_find(line, "印发");
        if (start < 0 || verb < start)
            continue;
        Slice issuers = slice_from(slice_first(line, (size_t)verb), (size_t)start + strlen(lead));
        issuers =
            slice_ends(issuers, "联合") ? slice_first(issuers, issuers.length - strlen("联合")) : issuers;
        g_autofree char *names = agency_list(issuers);
        if (names)
            document_offer_field(view->document, TIFA_FIELD_ISSUER, names, "text");
    }
}

/* The date that places the text in time: adopted (the preamble has set it), else signed, else what the reader
 * knows, else published. */
static void choose_date(TifaDocument *document)
{
    const char *signed_on = tifa_document_field(document, TIFA_FIELD_SIGNED);
    const char *origin = tifa_document_field_origin(document, TIFA_FIELD_DATE);
    bool is_adopted = origin && strcmp(origin, "preamble") == 0;
    if (signed_on && !is_adopted)
        document_set_field(document, TIFA_FIELD_DATE, signed_on,
                           tifa_document_field_origin(document, TIFA_FIELD_SIGNED));
    const char *published = tifa_document_field(document, TIFA_FIELD_PUBLISHED);
    if (published)
        document_offer_field(document, TIFA_FIELD_DATE, published,
                             tifa_document_field_origin(document, TIFA_FIELD_PUBLISHED));
}

void facts_find(TifaDocument *document, const char *name)
{
    FactsView view;
    view_open(&view, document);
    facts_find_language(document);
    facts_find_labels(&view);
    facts_find_head(&view);
    facts_find_preamble(&view);
    facts_find_reporter(&view);
    facts_find_signature(&view);
    find_issuer_in_news(&view);
    choose_date(document);
    facts_find_clauses(&view);
    facts_find_subjects(&view);
    facts_use_last_resorts(&view, name);
    facts_find_kind(&view);
    view_close(&view);
}
