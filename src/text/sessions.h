/* sessions.h - when the national congresses and the Party's plenums sat.
 *
 * A reader knows that the second session of the thirteenth National People's Congress was in March 2019; a
 * text that names it without a date is dated by it. The days are those of opening and closing, as announced
 * by the congresses themselves.
 */
#pragma once

#include "text/dates.h"
#include "text/slice.h"

typedef struct {
    Date opened, closed;
} Session;

/* The first session that the text names in full (第十三届全国人民代表大会第二次会议,
 * 第十三届全国人大二次会议, 中国共产党第二十次全国代表大会, 中国共产党第十九届中央委员会第四次全体会议) and
 * where; false if there is none that is known. */
bool session_find(Slice text, TifaSpan *place, Session *session);

/* The session that adopted the national five-year plan of this number (第十四个五年规划); false if it is not
 * known. The second to fourth plans were never put before a congress. */
bool session_of_plan(int64_t plan, Session *session);

bool session_has(const Session *session, Date date);

/* What the session alone says of a day in it: its month, or only its year if it sat in two months. */
Date session_date(const Session *session);
