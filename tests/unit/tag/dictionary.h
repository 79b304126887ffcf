/* dictionary.h - small dictionaries for tests, written row by row. */
#pragma once

#include "tifa.h"
#include <check.h>
#include <string.h>

/* Loads the lines of a dictionary whose first line is given, too. */
static inline TifaConcepts *dictionary(const char *text)
{
    GError *error = NULL;
    TifaConceptSource source = {"test.tsv", text, strlen(text)};
    TifaConcepts *concepts = tifa_concepts_load_all(NULL, &source, 1, &error);
    ck_assert_msg(concepts != NULL, "%s", error ? error->message : "no error");
    return concepts;
}

/* The tags of `text` as "id:place id:place+", + for nested ones. Free with g_free(). */
static inline char *tags_with(const char *dictionary_text, const char *text, const TifaTagHints *hints)
{
    g_autoptr(TifaConcepts) concepts = dictionary(dictionary_text);
    TifaTags tags = {0};
    tifa_concepts_tag(concepts, text, strlen(text), hints, &tags);
    GString *list = g_string_new("");
    for (size_t i = 0; i < tags.length; i++) {
        TifaTag tag = tags.items[i];
        g_string_append_printf(list, "%s%s:%.*s%s", i ? " " : "", tifa_concepts_get(concepts, tag.concept).id,
                               (int)(tag.span.end - tag.span.start), text + tag.span.start,
                               tag.flags & TIFA_TAG_NESTED ? "+" : "");
    }
    g_free(tags.items);
    return g_string_free(list, FALSE);
}

/* Asserts what the tags of a text are. */
static inline void check_tags(const char *dictionary_text, const char *text, const char *expected)
{
    g_autofree char *found = tags_with(dictionary_text, text, NULL);
    ck_assert_msg(strcmp(found, expected) == 0, "%s: found \"%s\", expected \"%s\"", text, found, expected);
}

/* All faults of a dictionary, one a line: "line:column reason"; w before warnings. Free with g_free(). */
static inline char *faults_of(const char *text, size_t length)
{
    TifaConceptSource source = {"test.tsv", text, length};
    g_autoptr(TifaFaults) faults = tifa_concepts_check(NULL, &source, 1, NULL);
    ck_assert_ptr_nonnull(faults);
    GString *list = g_string_new("");
    for (size_t i = 0; i < faults->length; i++)
        g_string_append_printf(list, "%s%s%u:%u %s", i ? "\n" : "", faults->items[i].is_error ? "" : "w",
                               faults->items[i].line, faults->items[i].column, faults->items[i].reason);
    return g_string_free(list, FALSE);
}
