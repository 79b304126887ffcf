#include "statistics/association.h"

#include "statistics/interval.h"

#include <math.h>
#include <stdlib.h>

Contingency contingency_of(double in_word, double in_all, double out_word, double out_all)
{
    return (Contingency){in_word, in_all - in_word, out_word, out_all - out_word};
}

static double inside_of(const Contingency *table)
{
    return table->in_word + table->in_other;
}

static double outside_of(const Contingency *table)
{
    return table->out_word + table->out_other;
}

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

double contingency_expected(const Contingency *table)
{
    double inside = inside_of(table);
    return share(inside * (table->in_word + table->out_word), inside + outside_of(table));
}

double association_mi(const Contingency *table)
{
    return table->in_word > 0 ? log2(table->in_word / contingency_expected(table)) : -INFINITY;
}

double association_t(const Contingency *table)
{
    return table->in_word > 0 ? (table->in_word - contingency_expected(table)) / sqrt(table->in_word) : 0;
}

/* O ln(O/E). What a cell differs from E by is the same in all four, and known exactly where O/E is all but 1.
 */
static double deviance(double observed, double difference)
{
    return observed > 0 ? observed * log1p(difference / (observed - difference)) : 0;
}

double association_log_likelihood(const Contingency *table)
{
    double all = inside_of(table) + outside_of(table);
    double difference = share(table->in_word * table->out_other - table->in_other * table->out_word, all);
    double sum = deviance(table->in_word, difference) + deviance(table->in_other, -difference) +
                 deviance(table->out_word, -difference) + deviance(table->out_other, difference);
    return fmax(0, 2 * sum);
}

double association_log_dice(double together, double node, double word)
{
    return together > 0 ? 14 + log2(2 * together / (node + word)) : -INFINITY;
}

double association_delta_p_word(const Contingency *table)
{
    return share(table->in_word, inside_of(table)) - share(table->out_word, outside_of(table));
}

double association_delta_p_inside(const Contingency *table)
{
    return share(table->in_word, table->in_word + table->out_word) -
           share(table->in_other, table->in_other + table->out_other);
}

static double at_least_half(double frequency)
{
    return frequency > 0 ? frequency : 0.5;
}

double association_log_ratio(const Contingency *table)
{
    return log2(at_least_half(table->in_word) / inside_of(table)) -
           log2(at_least_half(table->out_word) / outside_of(table));
}

TifaInterval association_log_ratio_interval(const Contingency *table)
{
    double variance = 1 / at_least_half(table->in_word) - 1 / inside_of(table) +
                      1 / at_least_half(table->out_word) - 1 / outside_of(table);
    double half = NORMAL_95 * sqrt(fmax(0, variance)) / log(2), middle = association_log_ratio(table);
    return (TifaInterval){middle - half, middle + half};
}

static int compare_values(const void *left, const void *right)
{
    const double *const *a = left, *const *b = right;
    return (**a > **b) - (**a < **b);
}

void association_correct(double *values, size_t count, size_t all)
{
    g_autofree double **order = g_new(double *, count + 1);
    for (size_t i = 0; i < count; i++)
        order[i] = &values[i];
    qsort(order, count, sizeof *order, compare_values);
    double least = 1;
    for (size_t rank = count; rank > 0; rank--)
        least = *order[rank - 1] = fmin(least, *order[rank - 1] * (double)all / (double)rank);
}
