#include "cli/cli.h"

#include <string.h>

char *read_bytes(const char *path, size_t *length)
{
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    GString *bytes = g_string_new(NULL);
    char chunk[65536];
    for (size_t count; file && (count = fread(chunk, 1, sizeof chunk, file)) > 0;)
        g_string_append_len(bytes, chunk, (gssize)count);
    bool is_read = file && !ferror(file);
    if (!is_read)
        report_unreadable(path);
    if (file && file != stdin)
        fclose(file);
    *length = bytes->len;
    return g_string_free(bytes, !is_read);
}

static bool take_standard_input(Input *input)
{
    input->text = input->own = read_bytes("-", &input->length);
    if (input->text && g_utf8_validate_len(input->text, input->length, NULL))
        return true;
    if (input->text)
        report_note(
            "standard input: not UTF-8; save it as a file and name that: tifa finds out its encoding");
    return false;
}

bool input_read(Input *input, const char *path)
{
    if (strcmp(path, "-") == 0)
        return take_standard_input(input);
    GError *error = NULL;
    input->document = tifa_read_one(path, &error);
    if (!input->document) {
        report_error(error);
        return false;
    }
    input->text = tifa_document_text(input->document, &input->length);
    input->date = tifa_document_field(input->document, TIFA_FIELD_DATE);
    return true;
}

void input_clear(Input *input)
{
    tifa_document_free(input->document);
    g_free(input->own);
}

bool is_date(const char *option, const char *date)
{
    bool is_iso = !date || g_regex_match_simple("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
                                                date, 0, 0);
    if (!is_iso)
        report_note("%s %s: not a date; write 2021, 2021-03 or 2021-03-12", option, date);
    return is_iso;
}

TifaConcepts *open_concepts(char *const *own)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new();
    g_ptr_array_add(paths, (char *)""); /* the installed one */
    for (; own && *own; own++)
        g_ptr_array_add(paths, *own);
    g_ptr_array_add(paths, NULL);
    GError *error = NULL;
    TifaConcepts *concepts = tifa_concepts_load_all((const char *const *)paths->pdata, NULL, 0, &error);
    if (!concepts)
        report_error(error);
    return concepts;
}
