#include "text/sessions.h"

#include "text/structure.h"

#include <string.h>

typedef enum { NPC, PARTY, PLENUM } Body;

typedef struct {
    Body body;
    uint8_t term, number; /* number 0: the body meets once in its term */
    Session session;
} Entry;

/* Sources: the communiqués and gazettes of the sessions, listed at npc.gov.cn (历次全国人民代表大会会议) and
 * cpc.people.com.cn (历次党代会). */
static const Entry entries[] = {
    {NPC, 1, 1, {{1954, 9, 15}, {1954, 9, 28}}},       {NPC, 1, 2, {{1955, 7, 5}, {1955, 7, 30}}},
    {NPC, 1, 3, {{1956, 6, 15}, {1956, 6, 30}}},       {NPC, 1, 4, {{1957, 6, 26}, {1957, 7, 15}}},
    {NPC, 1, 5, {{1958, 2, 1}, {1958, 2, 11}}},        {NPC, 2, 1, {{1959, 4, 18}, {1959, 4, 28}}},
    {NPC, 2, 2, {{1960, 3, 30}, {1960, 4, 10}}},       {NPC, 2, 3, {{1962, 3, 27}, {1962, 4, 16}}},
    {NPC, 2, 4, {{1963, 11, 17}, {1963, 12, 3}}},      {NPC, 3, 1, {{1964, 12, 21}, {1965, 1, 4}}},
    {NPC, 4, 1, {{1975, 1, 13}, {1975, 1, 17}}},       {NPC, 5, 1, {{1978, 2, 26}, {1978, 3, 5}}},
    {NPC, 5, 2, {{1979, 6, 18}, {1979, 7, 1}}},        {NPC, 5, 3, {{1980, 8, 30}, {1980, 9, 10}}},
    {NPC, 5, 4, {{1981, 11, 30}, {1981, 12, 13}}},     {NPC, 5, 5, {{1982, 11, 26}, {1982, 12, 10}}},
    {NPC, 6, 1, {{1983, 6, 6}, {1983, 6, 21}}},        {NPC, 6, 2, {{1984, 5, 15}, {1984, 5, 31}}},
    {NPC, 6, 3, {{1985, 3, 27}, {1985, 4, 10}}},       {NPC, 6, 4, {{1986, 3, 25}, {1986, 4, 12}}},
    {NPC, 6, 5, {{1987, 3, 25}, {1987, 4, 11}}},       {NPC, 7, 1, {{1988, 3, 25}, {1988, 4, 13}}},
    {NPC, 7, 2, {{1989, 3, 20}, {1989, 4, 4}}},        {NPC, 7, 3, {{1990, 3, 20}, {1990, 4, 4}}},
    {NPC, 7, 4, {{1991, 3, 25}, {1991, 4, 9}}},        {NPC, 7, 5, {{1992, 3, 20}, {1992, 4, 3}}},
    {NPC, 8, 1, {{1993, 3, 15}, {1993, 3, 31}}},       {NPC, 8, 2, {{1994, 3, 10}, {1994, 3, 22}}},
    {NPC, 8, 3, {{1995, 3, 5}, {1995, 3, 18}}},        {NPC, 8, 4, {{1996, 3, 5}, {1996, 3, 17}}},
    {NPC, 8, 5, {{1997, 3, 1}, {1997, 3, 14}}},        {NPC, 9, 1, {{1998, 3, 5}, {1998, 3, 19}}},
    {NPC, 9, 2, {{1999, 3, 5}, {1999, 3, 15}}},        {NPC, 9, 3, {{2000, 3, 5}, {2000, 3, 15}}},
    {NPC, 9, 4, {{2001, 3, 5}, {2001, 3, 15}}},        {NPC, 9, 5, {{2002, 3, 5}, {2002, 3, 15}}},
    {NPC, 10, 1, {{2003, 3, 5}, {2003, 3, 18}}},       {NPC, 10, 2, {{2004, 3, 5}, {2004, 3, 14}}},
    {NPC, 10, 3, {{2005, 3, 5}, {2005, 3, 14}}},       {NPC, 10, 4, {{2006, 3, 5}, {2006, 3, 14}}},
    {NPC, 10, 5, {{2007, 3, 5}, {2007, 3, 16}}},       {NPC, 11, 1, {{2008, 3, 5}, {2008, 3, 18}}},
    {NPC, 11, 2, {{2009, 3, 5}, {2009, 3, 13}}},       {NPC, 11, 3, {{2010, 3, 5}, {2010, 3, 14}}},
    {NPC, 11, 4, {{2011, 3, 5}, {2011, 3, 14}}},       {NPC, 11, 5, {{2012, 3, 5}, {2012, 3, 14}}},
    {NPC, 12, 1, {{2013, 3, 5}, {2013, 3, 17}}},       {NPC, 12, 2, {{2014, 3, 5}, {2014, 3, 13}}},
    {NPC, 12, 3, {{2015, 3, 5}, {2015, 3, 15}}},       {NPC, 12, 4, {{2016, 3, 5}, {2016, 3, 16}}},
    {NPC, 12, 5, {{2017, 3, 5}, {2017, 3, 15}}},       {NPC, 13, 1, {{2018, 3, 5}, {2018, 3, 20}}},
    {NPC, 13, 2, {{2019, 3, 5}, {2019, 3, 15}}},       {NPC, 13, 3, {{2020, 5, 22}, {2020, 5, 28}}},
    {NPC, 13, 4, {{2021, 3, 5}, {2021, 3, 11}}},       {NPC, 13, 5, {{2022, 3, 5}, {2022, 3, 11}}},
    {NPC, 14, 1, {{2023, 3, 5}, {2023, 3, 13}}},       {NPC, 14, 2, {{2024, 3, 5}, {2024, 3, 11}}},
    {NPC, 14, 3, {{2025, 3, 5}, {2025, 3, 11}}},       {NPC, 14, 4, {{2026, 3, 5}, {2026, 3, 12}}},
    {PARTY, 8, 0, {{1956, 9, 15}, {1956, 9, 27}}},     {PARTY, 9, 0, {{1969, 4, 1}, {1969, 4, 24}}},
    {PARTY, 10, 0, {{1973, 8, 24}, {1973, 8, 28}}},    {PARTY, 11, 0, {{1977, 8, 12}, {1977, 8, 18}}},
    {PARTY, 12, 0, {{1982, 9, 1}, {1982, 9, 11}}},     {PARTY, 13, 0, {{1987, 10, 25}, {1987, 11, 1}}},
    {PARTY, 14, 0, {{1992, 10, 12}, {1992, 10, 18}}},  {PARTY, 15, 0, {{1997, 9, 12}, {1997, 9, 18}}},
    {PARTY, 16, 0, {{2002, 11, 8}, {2002, 11, 14}}},   {PARTY, 17, 0, {{2007, 10, 15}, {2007, 10, 21}}},
    {PARTY, 18, 0, {{2012, 11, 8}, {2012, 11, 14}}},   {PARTY, 19, 0, {{2017, 10, 18}, {2017, 10, 24}}},
    {PARTY, 20, 0, {{2022, 10, 16}, {2022, 10, 22}}},  {PLENUM, 11, 3, {{1978, 12, 18}, {1978, 12, 22}}},
    {PLENUM, 11, 4, {{1979, 9, 25}, {1979, 9, 28}}},   {PLENUM, 11, 5, {{1980, 2, 23}, {1980, 2, 29}}},
    {PLENUM, 11, 6, {{1981, 6, 27}, {1981, 6, 29}}},   {PLENUM, 11, 7, {{1982, 8, 6}, {1982, 8, 6}}},
    {PLENUM, 12, 1, {{1982, 9, 12}, {1982, 9, 13}}},   {PLENUM, 12, 2, {{1983, 10, 11}, {1983, 10, 12}}},
    {PLENUM, 12, 3, {{1984, 10, 20}, {1984, 10, 20}}}, {PLENUM, 12, 4, {{1985, 9, 16}, {1985, 9, 16}}},
    {PLENUM, 12, 5, {{1985, 9, 24}, {1985, 9, 24}}},   {PLENUM, 12, 6, {{1986, 9, 28}, {1986, 9, 28}}},
    {PLENUM, 12, 7, {{1987, 10, 20}, {1987, 10, 20}}}, {PLENUM, 13, 1, {{1987, 11, 2}, {1987, 11, 2}}},
    {PLENUM, 13, 2, {{1988, 3, 15}, {1988, 3, 19}}},   {PLENUM, 13, 3, {{1988, 9, 26}, {1988, 9, 30}}},
    {PLENUM, 13, 4, {{1989, 6, 23}, {1989, 6, 24}}},   {PLENUM, 13, 5, {{1989, 11, 6}, {1989, 11, 9}}},
    {PLENUM, 13, 6, {{1990, 3, 9}, {1990, 3, 12}}},    {PLENUM, 13, 7, {{1990, 12, 25}, {1990, 12, 30}}},
    {PLENUM, 13, 8, {{1991, 11, 25}, {1991, 11, 29}}}, {PLENUM, 13, 9, {{1992, 10, 5}, {1992, 10, 9}}},
    {PLENUM, 14, 1, {{1992, 10, 19}, {1992, 10, 19}}}, {PLENUM, 14, 2, {{1993, 3, 5}, {1993, 3, 7}}},
    {PLENUM, 14, 3, {{1993, 11, 11}, {1993, 11, 14}}}, {PLENUM, 14, 4, {{1994, 9, 25}, {1994, 9, 28}}},
    {PLENUM, 14, 5, {{1995, 9, 25}, {1995, 9, 28}}},   {PLENUM, 14, 6, {{1996, 10, 7}, {1996, 10, 10}}},
    {PLENUM, 14, 7, {{1997, 9, 6}, {1997, 9, 9}}},     {PLENUM, 15, 1, {{1997, 9, 19}, {1997, 9, 19}}},
    {PLENUM, 15, 2, {{1998, 2, 25}, {1998, 2, 26}}},   {PLENUM, 15, 3, {{1998, 10, 12}, {1998, 10, 14}}},
    {PLENUM, 15, 4, {{1999, 9, 19}, {1999, 9, 22}}},   {PLENUM, 15, 5, {{2000, 10, 9}, {2000, 10, 11}}},
    {PLENUM, 15, 6, {{2001, 9, 24}, {2001, 9, 26}}},   {PLENUM, 15, 7, {{2002, 11, 3}, {2002, 11, 5}}},
    {PLENUM, 16, 1, {{2002, 11, 15}, {2002, 11, 15}}}, {PLENUM, 16, 2, {{2003, 2, 24}, {2003, 2, 26}}},
    {PLENUM, 16, 3, {{2003, 10, 11}, {2003, 10, 14}}}, {PLENUM, 16, 4, {{2004, 9, 16}, {2004, 9, 19}}},
    {PLENUM, 16, 5, {{2005, 10, 8}, {2005, 10, 11}}},  {PLENUM, 16, 6, {{2006, 10, 8}, {2006, 10, 11}}},
    {PLENUM, 16, 7, {{2007, 10, 9}, {2007, 10, 12}}},  {PLENUM, 17, 1, {{2007, 10, 22}, {2007, 10, 22}}},
    {PLENUM, 17, 2, {{2008, 2, 25}, {2008, 2, 27}}},   {PLENUM, 17, 3, {{2008, 10, 9}, {2008, 10, 12}}},
    {PLENUM, 17, 4, {{2009, 9, 15}, {2009, 9, 18}}},   {PLENUM, 17, 5, {{2010, 10, 15}, {2010, 10, 18}}},
    {PLENUM, 17, 6, {{2011, 10, 15}, {2011, 10, 18}}}, {PLENUM, 17, 7, {{2012, 11, 1}, {2012, 11, 4}}},
    {PLENUM, 18, 1, {{2012, 11, 15}, {2012, 11, 15}}}, {PLENUM, 18, 2, {{2013, 2, 26}, {2013, 2, 28}}},
    {PLENUM, 18, 3, {{2013, 11, 9}, {2013, 11, 12}}},  {PLENUM, 18, 4, {{2014, 10, 20}, {2014, 10, 23}}},
    {PLENUM, 18, 5, {{2015, 10, 26}, {2015, 10, 29}}}, {PLENUM, 18, 6, {{2016, 10, 24}, {2016, 10, 27}}},
    {PLENUM, 18, 7, {{2017, 10, 11}, {2017, 10, 14}}}, {PLENUM, 19, 1, {{2017, 10, 25}, {2017, 10, 25}}},
    {PLENUM, 19, 2, {{2018, 1, 18}, {2018, 1, 19}}},   {PLENUM, 19, 3, {{2018, 2, 26}, {2018, 2, 28}}},
    {PLENUM, 19, 4, {{2019, 10, 28}, {2019, 10, 31}}}, {PLENUM, 19, 5, {{2020, 10, 26}, {2020, 10, 29}}},
    {PLENUM, 19, 6, {{2021, 11, 8}, {2021, 11, 11}}},  {PLENUM, 19, 7, {{2022, 10, 9}, {2022, 10, 12}}},
    {PLENUM, 20, 1, {{2022, 10, 23}, {2022, 10, 23}}}, {PLENUM, 20, 2, {{2023, 2, 26}, {2023, 2, 28}}},
    {PLENUM, 20, 3, {{2024, 7, 15}, {2024, 7, 18}}},   {PLENUM, 20, 4, {{2025, 10, 20}, {2025, 10, 23}}},
};

/* The session of the National People's Congress that adopted each five-year plan. */
static const struct {
    uint8_t plan, term, number;
} plans[] = {
    {1, 1, 2},   {6, 5, 5},   {7, 6, 4},   {8, 7, 4},   {9, 8, 4},   {10, 9, 4},
    {11, 10, 4}, {12, 11, 4}, {13, 12, 4}, {14, 13, 4}, {15, 14, 4},
};

static bool find_entry(Body body, int64_t term, int64_t number, Session *session)
{
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
        if (entries[i].body == body && entries[i].term == term && entries[i].number == number) {
            *session = entries[i].session;
            return true;
        }
    return false;
}

/* ---- Names ----------------------------------------------------------------------------------- */

/* How a body's sessions are called: 第 term middle number end. */
typedef struct {
    Body body;
    const char *middle, *end; /* end NULL: there is no number */
} Form;

static const Form forms[] = {
    {NPC, "届全国人民代表大会第", "次会议"},
    {NPC, "届全国人大第", "次会议"},
    {NPC, "届全国人大", "次会议"},
    {PARTY, "次全国代表大会", NULL},
    {PLENUM, "届中央委员会第", "次全体会议"},
};

/* Takes the word off the head of the text. */
static bool takes(Slice *text, const char *word)
{
    bool has = slice_starts(*text, word);
    *text = slice_from(*text, has ? strlen(word) : 0);
    return has;
}

static int64_t take_number(Slice *text)
{
    size_t used;
    int64_t number = structure_number(text->text, text->length, &used);
    *text = slice_from(*text, number > 0 ? used : 0);
    return number;
}

/* Reads the session named at the head of the text, behind 第; gives its bytes, or 0. */
static size_t read_session(Slice text, Session *session)
{
    Slice behind_term = text;
    int64_t term = take_number(&behind_term);
    for (size_t i = 0; term > 0 && i < G_N_ELEMENTS(forms); i++) {
        Slice rest = behind_term;
        if (!takes(&rest, forms[i].middle))
            continue;
        int64_t number = forms[i].end ? take_number(&rest) : 0;
        if ((!forms[i].end || takes(&rest, forms[i].end)) && find_entry(forms[i].body, term, number, session))
            return (size_t)(rest.text - text.text);
    }
    return 0;
}

/* Other parties have national congresses, too. */
static bool is_of_another_party(Slice before)
{
    return !slice_ends(before, "中国共产党") && slice_ends(before, "党");
}

bool session_find(Slice text, TifaSpan *place, Session *session)
{
    static const char *const ordinal = "第";
    for (size_t from = 0; from < text.length;) {
        int64_t at = slice_find(slice_from(text, from), ordinal);
        if (at < 0)
            return false;
        size_t start = from + (size_t)at;
        from = start + strlen(ordinal);
        size_t used = read_session(slice_from(text, from), session);
        if (used && !is_of_another_party(slice_first(text, start))) {
            *place = (TifaSpan){(uint32_t)start, (uint32_t)(from + used)};
            return true;
        }
    }
    return false;
}

bool session_of_plan(int64_t plan, Session *session)
{
    for (size_t i = 0; i < G_N_ELEMENTS(plans); i++)
        if (plans[i].plan == plan)
            return find_entry(NPC, plans[i].term, plans[i].number, session);
    return false;
}

/* ---- Days ------------------------------------------------------------------------------------ */

bool session_has(const Session *session, Date date)
{
    return date_compare(date, session->opened) >= 0 && date_compare(date, session->closed) <= 0;
}

Date session_date(const Session *session)
{
    bool is_one_month =
        session->opened.year == session->closed.year && session->opened.month == session->closed.month;
    return (Date){session->closed.year, is_one_month ? session->closed.month : 0, 0};
}
