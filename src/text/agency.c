#include "text/agency.h"

#include "base/utf8.h"
#include "text/structure.h"

#include <string.h>

enum { SHORTEST_NAME = 3, LONGEST_NAME = 40 };

/* As names of agencies end. */
static const char *const endings[] = {
    "部",   "厅",   "局",   "委", "院", "署", "办", "社", "会", "处",   "政府", "中央", "大学", "中心",
    "集团", "公司", "银行", "关", "所", "组", "队", "馆", "校", "科",   "司",   "团",   "站",   "室",
    "廳",   "辦",   "會",   "處", "關", "組", "隊", "館", "團", "大學", "學院", "銀行", NULL};

/* As what ends like an agency and is none, begins, or goes on, or ends. */
static const char *const wrong_starts[] = {"各", "本", "我",     "该",   "有关",
                                           "请", "为", "全国各", "其他", NULL};
static const char *const wrong_words[] = {"的",   "关于", "印发", "通过", "根据", "会议",
                                          "负责", "省长", "市长", "县长", "州长", NULL};
static const char *const wrong_ends[] = {"社会", "机会", "内部", "全部", "干部",
                                         "学科", "相关", "有关", NULL};

static bool is_name(Slice name)
{
    for (const char *place = name.text; place < name.text + name.length;) {
        gunichar c = utf8_next(&place);
        if (!utf8_is_han(c) && c != 0xFF08 && c != 0xFF09)
            return false;
    }
    size_t count = slice_count(name);
    return count >= SHORTEST_NAME && count <= LONGEST_NAME && slice_ends_one(name, endings) &&
           !slice_starts_one(name, wrong_starts) && !slice_has_one(name, wrong_words) &&
           !slice_ends_one(name, wrong_ends);
}

/* The name without the state's own before it: 中华人民共和国国务院 is 国务院. */
static Slice short_name(Slice name)
{
    static const char *const state = "中华人民共和国";
    Slice rest = slice_from(name, strlen(state));
    return slice_starts(name, state) && is_name(rest) ? rest : name;
}

/* Bytes of the separator at the head of the text: white space, 、 or ，; else 0. */
static size_t separator_length(Slice text)
{
    const char *place = text.text;
    gunichar c = utf8_next(&place);
    return utf8_is_space(c) || c == 0x3001 || c == 0xFF0C || c == ',' ? (size_t)(place - text.text) : 0;
}

/* Takes the name at the head of *list; it may be empty. */
static Slice take_name(Slice *list)
{
    Slice name = {list->text, 0};
    while (list->length > 0 && !separator_length(*list)) {
        size_t step = (size_t)(g_utf8_next_char(list->text) - list->text);
        name.length += step;
        *list = slice_from(*list, step);
    }
    if (list->length > 0)
        *list = slice_from(*list, separator_length(*list));
    return name;
}

char *agency_list(Slice list)
{
    g_autofree char *squeezed = slice_squeeze(list);
    if (slice_count(slice_of(squeezed)) <= 6 && is_name(slice_of(squeezed))) /* 国　务　院, set wide */
        return slice_copy(short_name(slice_of(squeezed)));
    GString *names = g_string_new(NULL);
    while (list.length > 0) {
        Slice name = take_name(&list);
        if (name.length == 0)
            continue;
        if (!is_name(name))
            return g_string_free(names, TRUE);
        name = short_name(name);
        g_string_append_printf(names, "%s%.*s", names->len ? "、" : "", (int)name.length, name.text);
    }
    return g_string_free(names, names->len == 0);
}

/* ---- Sessions -------------------------------------------------------------------------------- */

/* Bytes of 第十三届 (thirteenth term), 十三届 or 第二十次 (twentieth, before 全国代表大会) at the head, else
 * 0: a body's name is without them. */
static size_t term_length(Slice text)
{
    static const char *const ordinal = "第";
    size_t skipped = slice_starts(text, ordinal) ? strlen(ordinal) : 0, used;
    Slice rest = slice_from(text, skipped);
    if (structure_number(rest.text, rest.length, &used) <= 0)
        return 0;
    rest = slice_from(rest, used);
    bool is_term = slice_starts(rest, "届");
    bool is_congress = slice_starts(rest, "次代表大会") || slice_starts(rest, "次全国代表大会");
    return is_term || is_congress ? skipped + used + strlen("届") : 0;
}

/* Whether the name of the body ends here: 第二次会议, 一次会议, 审判委员会, 令第717号, 公告 ... */
static bool is_behind_body(Slice text)
{
    static const char *const tails[] = {"第",   "审判委员会", "检察委员会", "令第", "令（",
                                        "公告", "主席团",     "《",         NULL};
    size_t used;
    bool is_counted =
        structure_number(text.text, text.length, &used) > 0 && slice_starts(slice_from(text, used), "次");
    return is_counted || slice_starts_one(text, tails);
}

/* Writes 人大 (renda) out: 市人大常委会 is 市人民代表大会常务委员会. */
static void spell_out(GString *body)
{
    static const char *const endings_of_congress[][2] = {{"人大常委会", "人民代表大会常务委员会"},
                                                         {"人大", "人民代表大会"}};
    for (size_t i = 0; i < G_N_ELEMENTS(endings_of_congress); i++) {
        if (!g_str_has_suffix(body->str, endings_of_congress[i][0]))
            continue;
        g_string_truncate(body, body->len - strlen(endings_of_congress[i][0]));
        g_string_append(body, endings_of_congress[i][1]);
        return;
    }
}

/* Behind 由 (by), 在 (at) and the like. */
static Slice without_lead(Slice session)
{
    static const char *const leads[] = {"根据", "由", "在", "于", NULL};
    session = slice_trim(session);
    for (const char *lead; (lead = slice_starts_one(session, leads));)
        session = slice_trim(slice_from(session, strlen(lead)));
    bool is_passive =
        slice_starts(session, "经") && !slice_starts(session, "经济") && !slice_starts(session, "经贸");
    return is_passive ? slice_from(session, strlen("经")) : session;
}

char *agency_of_session(Slice session)
{
    session = without_lead(session);
    g_autoptr(GString) body = g_string_new(NULL);
    while (session.length > 0) {
        size_t term = term_length(session);
        if (!term && is_behind_body(session))
            break;
        size_t step = term ? term : (size_t)(g_utf8_next_char(session.text) - session.text);
        if (!term)
            g_string_append_len(body, session.text, (gssize)step);
        session = slice_from(session, step);
    }
    g_strchomp(body->str);
    body->len = strlen(body->str);
    spell_out(body);
    return agency_list(slice_trim((Slice){body->str, body->len}));
}
