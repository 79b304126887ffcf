/* agency.h - the names of agencies, told from other text by their form.
 *
 * There is no list of agencies: a name is a run of Han characters that ends as names of agencies end (部 厅
 * 局 委员会 人民政府 ...) and holds none of the words that make a sentence of it.
 */
#pragma once

#include "text/slice.h"

/* The agencies that `list` names, joined by 、 (U+3001), if it holds nothing else; they are separated by
 * blanks, 、 or ，. Else NULL. Free with g_free(). */
char *agency_list(Slice list);

/* The body that met: 第十三届全国人民代表大会第二次会议 gives 全国人民代表大会, 国务院第41次常务会议 gives
 * 国务院, 最高人民法院审判委员会第1833次会议 gives 最高人民法院. NULL if what is left is no agency. Free with
 * g_free(). */
char *agency_of_session(Slice session);
