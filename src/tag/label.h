/* label.h - a label of a dictionary spelled out: its optional parts, alternatives and inserted characters,
 * and for Latin letters spellings and plurals. See LABELS in tifa-concepts(5).
 */
#pragma once

#include "tag/form.h"

#define LABEL_FORMS_AT_MOST 64

/* One plain string a label stands for. */
typedef struct {
    char *text;      /* as spelled */
    uint32_t head;   /* bytes before an insertion, 0 if there is none */
    uint8_t insert;  /* characters that may be inserted there */
    bool is_derived; /* a spelling or plural the label does not name itself */
} LabelForm;

typedef ARRAY(LabelForm) LabelForms;

/* Frees the forms and their texts. */
void label_forms_clear(LabelForms *forms);

/* Whether the label has the characters of a pattern. */
bool label_is_pattern(const char *label);

/* Whether the label has Han characters. */
bool label_is_han(const char *label);

/* Whether the label's letters are all capitals, so that it is found in capitals only. */
bool label_is_capitals(const char *label);

/* Adds every form of `label`; a plain one is no pattern, whatever its characters. Returns NULL, or the reason
 * why it cannot be understood (static). */
const char *label_spell(const char *label, bool is_plain, LabelForms *forms);
