#include "report/comparison_markup.h"

#include <string.h>

static const char chinese_language[] = "zh-Hans";

const MarkupTerm markup_kind_terms[TIFA_CHANGE_COUNT] = {
    [TIFA_CHANGE_UNCHANGED] = {"unchanged", "未修改"},
    [TIFA_CHANGE_RENUMBERED] = {"renumbered", "重新编号"},
    [TIFA_CHANGE_MODIFIED] = {"modified", "修改"},
    [TIFA_CHANGE_MOVED] = {"moved", "移动"},
    [TIFA_CHANGE_MOVED_MODIFIED] = {"moved and modified", "移动并修改"},
    [TIFA_CHANGE_SPLIT] = {"split", "拆分"},
    [TIFA_CHANGE_MERGED] = {"merged", "合并"},
    [TIFA_CHANGE_ADDED] = {"added", "增加"},
    [TIFA_CHANGE_DELETED] = {"deleted", "删除"},
};

const MarkupTerm markup_subtype_terms[TIFA_SUBTYPE_COUNT] = {
    [TIFA_SUBTYPE_SUBSTANTIVE] = {"in substance", "实质"},
    [TIFA_SUBTYPE_CROSSREF] = {"only in numbers of other articles", "仅引用条号"},
    [TIFA_SUBTYPE_TYPOGRAPHIC] = {"only in punctuation or type", "仅标点字形"},
    [TIFA_SUBTYPE_NOTE] = {"only in editors’ notes", "仅编者注"},
};

const MarkupTerm markup_finding_terms[] = {
    [TIFA_FINDING_CONFIRMED] = {"confirmed", "相符"},
    [TIFA_FINDING_DISPUTED] = {"disputed", "不符"},
    [TIFA_FINDING_OPEN] = {"open", "待核"},
};

/* ---- Text ------------------------------------------------------------------------------------ */

void markup_put(const ComparisonView *view, const char *markup)
{
    fputs(markup, view->printer->file);
}

void markup_text(const ComparisonView *view, const char *text, size_t length)
{
    g_autofree char *escaped = g_markup_escape_text(text, (gssize)length);
    markup_put(view, escaped);
}

void markup_string(const ComparisonView *view, const char *text)
{
    markup_text(view, text, strlen(text));
}

void markup_term(const ComparisonView *view, const MarkupTerm *term)
{
    fprintf(view->printer->file, "%s <span lang=\"%s\">%s</span>", term->english, chinese_language,
            term->chinese);
}

void markup_open(const ComparisonView *view, const char *element, const TifaDocument *document)
{
    const char *language = tifa_document_field(document, TIFA_FIELD_LANGUAGE);
    fprintf(view->printer->file, "<%s", element);
    if (language) {
        markup_put(view, " lang=\"");
        markup_string(view, language);
        markup_put(view, "\"");
    }
    markup_put(view, ">");
}

void markup_field(const ComparisonView *view, const TifaDocument *document, TifaField field)
{
    const char *value = tifa_document_field(document, field);
    markup_string(view, value ? value : "–");
}

/* ---- Places ---------------------------------------------------------------------------------- */

/* What the prefix of a label means: "chp_3" is chapter 3. */
static const struct {
    const char *prefix, *name;
} label_names[] = {
    {"subpart_", "Subpart "}, {"part_", "Part "}, {"chp_", "Chapter "},
    {"sec_", "Section "},     {"h_", "Heading "}, {"p_", "Paragraph "},
};

/* The word for what a label counts; *label moves on to the number. */
static const char *name_label(TifaUnitKind unit, const char **label)
{
    if (unit == TIFA_UNIT_ARTICLE)
        return "Art. ";
    for (size_t i = 0; i < G_N_ELEMENTS(label_names); i++) {
        if (!g_str_has_prefix(*label, label_names[i].prefix))
            continue;
        *label += strlen(label_names[i].prefix);
        return label_names[i].name;
    }
    return "";
}

void markup_place(const ComparisonView *view, const TifaChange *change)
{
    const char *old_label = change->old_label ? change->old_label : change->new_label;
    const char *new_label = change->new_label ? change->new_label : old_label;
    const char *old_name = name_label(change->unit, &old_label);
    const char *new_name = name_label(change->unit, &new_label);
    markup_put(view, old_name);
    markup_string(view, old_label);
    if (strcmp(old_name, new_name) == 0 && strcmp(old_label, new_label) == 0)
        return;
    markup_put(view, " → ");
    markup_put(view, strcmp(old_name, new_name) == 0 ? "" : new_name);
    markup_string(view, new_label);
}

void markup_link(const ComparisonView *view, size_t change)
{
    fprintf(view->printer->file, "<a href=\"#c%zu\">", change + 1);
    markup_place(view, &view->changes[change]);
    markup_put(view, "</a>");
}

/* ---- Marked text ---------------------------------------------------------------------------- */

static const char *closing_mark(const char *opening)
{
    return g_str_has_prefix(opening, "<ins")   ? "</ins>"
           : g_str_has_prefix(opening, "<del") ? "</del>"
                                               : "</span>";
}

void markup_marked(const ComparisonView *view, const char *text, TifaSpan span, const char *opening)
{
    bool is_plain = strcmp(opening, "<span>") == 0;
    for (uint32_t start = span.start; start < span.end;) {
        const char *line = text + start, *end = memchr(line, '\n', span.end - start);
        size_t length = end ? (size_t)(end - line) : span.end - start;
        if (length && !is_plain)
            markup_put(view, opening);
        markup_text(view, line, length);
        if (length && !is_plain)
            markup_put(view, closing_mark(opening));
        if (end)
            markup_put(view, "</p>\n<p>");
        start += (uint32_t)length + (end != NULL);
    }
}
