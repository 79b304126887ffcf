#include "cli/cli.h"

#include <signal.h>

static volatile sig_atomic_t caught;

static void note_signal(int number)
{
    caught = number;
}

void interrupt_catch(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = note_signal, .sa_flags = (int)SA_RESETHAND};
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        sigaction(numbers[i], &action, NULL);
}

bool interrupt_seen(void)
{
    return caught != 0;
}

void interrupt_pass_on(void)
{
    fflush(stdout);
    if (caught)
        raise(caught);
}
