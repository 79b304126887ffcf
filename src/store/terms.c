#include "store/terms.h"

#include <string.h>

Terms *terms_new(void)
{
    Terms *terms = g_new0(Terms, 1);
    terms->capacity = 1 << 12;
    terms->slots = g_new0(TermSlot, terms->capacity);
    return terms;
}

void terms_free(Terms *terms)
{
    if (!terms)
        return;
    array_clear(&terms->terms);
    array_clear(&terms->text);
    g_free(terms->slots);
    g_free(terms);
}

/* FNV-1a: tokens are a few bytes long. */
static uint32_t hash_of(const char *text, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

static void grow(Terms *terms)
{
    size_t capacity = terms->capacity * 2;
    TermSlot *slots = g_new0(TermSlot, capacity);
    for (size_t i = 0; i < terms->capacity; i++) {
        size_t place = terms->slots[i].hash & (capacity - 1);
        while (terms->slots[i].number && slots[place].number)
            place = (place + 1) & (capacity - 1);
        if (terms->slots[i].number)
            slots[place] = terms->slots[i];
    }
    g_free(terms->slots);
    terms->slots = slots;
    terms->capacity = capacity;
}

static uint32_t add(Terms *terms, TermSlot *slot, uint32_t hash, const Term *term, const char *text)
{
    array_push(&terms->terms, *term);
    array_reserve(&terms->text, term->length + 1); /* so that there is a place even for the empty text */
    memcpy(terms->text.items + term->start, text, term->length);
    terms->text.length += term->length;
    *slot = (TermSlot){hash, (uint32_t)terms->terms.length};
    return slot->number - 1;
}

uint32_t terms_find(Terms *terms, const char *text, size_t length)
{
    if (terms->terms.length * 2 >= terms->capacity)
        grow(terms);
    uint32_t hash = hash_of(text, length);
    size_t place = hash & (terms->capacity - 1);
    for (;; place = (place + 1) & (terms->capacity - 1)) {
        TermSlot *slot = &terms->slots[place];
        if (!slot->number)
            break;
        const Term *term = &terms->terms.items[slot->number - 1];
        if (slot->hash == hash && term->length == length &&
            memcmp(terms->text.items + term->start, text, length) == 0)
            return slot->number - 1;
    }
    Term term = {.start = terms->text.length, .length = (uint32_t)length};
    return add(terms, &terms->slots[place], hash, &term, text);
}
