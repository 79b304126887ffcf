/* sandbox.h - what a helper process gives up before it sees the first byte of a file.
 *
 * Limits on memory, output, descriptors and core dumps; no new privileges; by Landlock no file but the fonts,
 * tables and libraries that parsers need, and those only to read; by seccomp no system call but those that
 * computing needs: no socket, no process, no program, no signal to others. A system with less gives less, and
 * says so.
 */
#pragma once

#include "tifa.h"

/* Enters the sandbox for good. `memory`: bytes the process may use from now on; `output`: bytes of any file
 * it writes. Returns what protection the system does not give, or an empty string. Free with g_free(). */
char *sandbox_enter(uint64_t memory, uint64_t output);
