#include "tag/fault.h"

#include "base/array.h"
#include "base/error.h"

TifaFaults *faults_new(void)
{
    return g_new0(TifaFaults, 1);
}

void tifa_faults_free(TifaFaults *faults)
{
    if (!faults)
        return;
    for (size_t i = 0; i < faults->length; i++) {
        g_free(faults->items[i].file);
        g_free(faults->items[i].reason);
    }
    array_clear(faults);
    g_free(faults);
}

void fault_add(TifaFaults *faults, const FaultPlace *place, bool is_error, const char *format, ...)
{
    *(is_error ? &faults->errors : &faults->warnings) += 1;
    /* A late error is worth more than one warning among a thousand. */
    if (faults->length >= FAULTS_KEPT && (!is_error || faults->errors > 1))
        return;
    va_list arguments;
    va_start(arguments, format);
    char *reason = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    array_push(faults, ((TifaFault){g_strdup(place->file), place->line, place->column, is_error, reason}));
}

bool faults_pass(const TifaFaults *faults, GError **error)
{
    if (faults->errors == 0)
        return true;
    const TifaFault *first = faults->items;
    while (!first->is_error)
        first++;
    g_autofree char *more =
        faults->errors == 1 ? g_strdup("") : g_strdup_printf(" (and %zu more)", faults->errors - 1);
    return fail(error, TIFA_ERROR_INPUT, "%s: line %u, column %u: %s%s; tifa concept check names all faults",
                first->file, first->line, first->column, first->reason, more);
}
