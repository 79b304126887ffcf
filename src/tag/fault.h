/* fault.h - gathers what is wrong in a dictionary, each fault with its line and column.
 *
 * Reading goes on behind a fault, so that one run names them all. At most FAULTS_KEPT are kept; the rest is
 * counted.
 */
#pragma once

#include "tifa.h"

#define FAULTS_KEPT 1000

/* Where in a dictionary something stands. column: from 1, 0 for the whole line. */
typedef struct {
    const char *file;
    uint32_t line, column;
} FaultPlace;

/* An empty collection. Free it with tifa_faults_free(). */
TifaFaults *faults_new(void);

/* Adds a fault; the reason, in printf form, does not name the place. */
void fault_add(TifaFaults *faults, const FaultPlace *place, bool is_error, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* Fails with the first error among the faults, and the number of the others. True if there is none. */
bool faults_pass(const TifaFaults *faults, GError **error);
