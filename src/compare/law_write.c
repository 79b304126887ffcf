/* law_write.c - the law as text again, its articles in their new order. */
#include "compare/law_parts.h"

#include "text/document.h"
#include "text/structure.h"

#include <string.h>

/* ---- Numbers --------------------------------------------------------------------------------- */

void law_append_number(GString *out, unsigned number)
{
    static const char *const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    static const char *const units[] = {"", "十", "百", "千"};
    bool has_gap = false, has_digit = false;
    for (int power = 3; power >= 0; power--) {
        unsigned unit = power == 3   ? 1000
                        : power == 2 ? 100
                        : power == 1 ? 10
                                     : 1,
                 digit = number / unit % 10;
        if (digit == 0) {
            has_gap = has_digit;
            continue;
        }
        if (has_gap)
            g_string_append(out, digits[0]);
        if (digit > 1 || power != 1 || has_digit) /* 十二, but 一百一十二 */
            g_string_append(out, digits[digit]);
        g_string_append(out, units[power]);
        has_digit = true;
        has_gap = false;
    }
}

void law_prepend_label(GString *line, unsigned number, const char *unit)
{
    g_autoptr(GString) label = g_string_new("第");
    law_append_number(label, number);
    g_string_append(label, unit);
    g_string_prepend(line, label->str);
}

/* ---- Writing --------------------------------------------------------------------------------- */

static void write_lines(TifaDocument *document, const GString *paragraph, const char *label)
{
    g_auto(GStrv) lines = g_strsplit(paragraph->str, "\n", -1);
    for (size_t i = 0; lines[i]; i++) {
        g_autofree char *line = g_strconcat(i == 0 ? label : "", lines[i], NULL);
        document_add_block(document, &(TifaBlock){0}, line, strlen(line), NULL);
    }
}

static void write_article(const Law *law, TifaDocument *document, const Part *part, TifaPlace place)
{
    g_autoptr(GString) label = g_string_new(NULL);
    law_prepend_label(label, place.article, "条");
    if (place.insert) {
        g_string_append(label, "之");
        law_append_number(label, place.insert);
    }
    g_string_append(label, law->gap ? law->gap : " ");
    for (size_t i = 0; i < part->paragraphs->len; i++)
        write_lines(document, part->paragraphs->pdata[i], i == 0 ? label->str : "");
}

static void write_other(TifaDocument *document, const Part *part)
{
    const GString *line = part->paragraphs->pdata[0];
    TifaBlock block = {.kind = part->block.kind, .level = part->block.level};
    document_add_block(document, &block, line->str, line->len, NULL);
}

/* What is needed while the articles are put into their new order. */
typedef struct {
    const Law *law;
    TifaDocument *document;
    GHashTable *fixed; /* of Part by its new number */
    unsigned number;   /* the last number given */
} Writer;

static bool has_own_number(const Part *part)
{
    return part->new_place.article && !part->new_place.insert && !part->is_in_place;
}

/* Writes articles whose turn it is because an order gave them the next number; before a heading only new
 * ones, for an old one may stand behind it. */
static void write_fixed(Writer *writer, bool only_new)
{
    for (;;) {
        const Part *part = g_hash_table_lookup(writer->fixed, GUINT_TO_POINTER(writer->number + 1));
        if (!part || (only_new && part->old_place.article))
            return;
        writer->number++;
        write_article(writer->law, writer->document, part, (TifaPlace){.article = (uint16_t)writer->number});
        g_hash_table_remove(writer->fixed, GUINT_TO_POINTER(writer->number));
    }
}

/* Articles whose number was never reached; none is lost. */
static void write_rest(Writer *writer)
{
    write_fixed(writer, false);
    for (; g_hash_table_size(writer->fixed) > 0; writer->number++)
        write_fixed(writer, false);
}

static void write_part(Writer *writer, const Part *part)
{
    if (!part->is_article) {
        write_other(writer->document, part);
        return;
    }
    if (part->is_deleted || (writer->law->is_numbered_anew && has_own_number(part)))
        return;
    TifaPlace place = part->new_place.article ? part->new_place : part->old_place;
    if (writer->law->is_numbered_anew && !place.insert) {
        place.article = (uint16_t)++writer->number;
    } else if (writer->law->is_numbered_anew) {
        place.article = (uint16_t)writer->number;
    }
    write_article(writer->law, writer->document, part, place);
}

TifaDocument *law_write(const Law *law)
{
    g_autoptr(GHashTable) fixed = g_hash_table_new(NULL, NULL);
    Writer writer = {.law = law, .document = document_new(), .fixed = fixed};
    for (size_t i = 0; i < law->parts->len && law->is_numbered_anew; i++) {
        Part *part = law->parts->pdata[i];
        if (part->is_article && !part->is_deleted && has_own_number(part))
            g_hash_table_insert(fixed, GUINT_TO_POINTER(part->new_place.article), part);
    }
    for (size_t i = 0; i < law->parts->len; i++) {
        const Part *part = law->parts->pdata[i];
        if (writer.number > 0 || part->is_article)
            write_fixed(&writer, !part->is_article);
        write_part(&writer, part);
    }
    write_rest(&writer);
    structure_mark(writer.document);
    return writer.document;
}
