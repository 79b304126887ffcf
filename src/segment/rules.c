#include "segment/rules.h"

static uint32_t character_at(const Run *run, size_t i)
{
    return i < run->end ? run->units->items[i].character : 0;
}

static UnitClass class_at(const Run *run, size_t i)
{
    return i < run->end ? run->units->items[i].class : UNIT_SPACE;
}

static bool is_one_of(uint32_t c, const char *characters)
{
    return c && g_utf8_strchr(characters, -1, c);
}

static void fix(const Run *run, size_t unit, Edge edge, uint8_t *edges)
{
    if (unit < run->end && edges[unit - run->first] == EDGE_FREE)
        edges[unit - run->first] = (uint8_t)edge;
}

/* The powers of ten that are written behind digits: 300亿 (yi, 30 billion) is one number. */
static bool is_power(uint32_t c)
{
    return is_one_of(c, "万亿萬億兆");
}

/* Letters and numbers stand by themselves unless a rule or a listed word joins them. */
static void fix_number(const Run *run, size_t unit, uint8_t *edges)
{
    fix(run, unit, EDGE_CUT, edges);
    size_t next = unit + 1;
    for (; class_at(run, next) == UNIT_HAN && is_power(character_at(run, next)); next++)
        fix(run, next, EDGE_JOIN, edges);
    fix(run, next, EDGE_CUT, edges);
}

void rules_fix(const Run *run, TifaGranularity granularity, uint8_t *edges)
{
    (void)granularity;
    fix(run, run->first, EDGE_CUT, edges);
    for (size_t i = run->first; i < run->end; i++) {
        if (class_at(run, i) == UNIT_NUMBER) {
            fix_number(run, i, edges);
        } else if (class_at(run, i) == UNIT_LATIN) {
            fix(run, i, EDGE_CUT, edges);
            fix(run, i + 1, EDGE_CUT, edges);
        }
    }
}
