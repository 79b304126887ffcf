#include "extract/encoding_cost.h"

#include <string.h>

#include "base/utf8.h"

/* Bits. Only their relation counts: 400 characters make four fifths of Chinese text, the 3,755 of the first
 * level of GB 2312-80 nearly all the rest. */
enum {
    COST_ASCII = 6,
    COST_LETTER = 9,
    COST_ACCENT = 7,
    COST_COMMON = 7,
    COST_MARK = 8,
    COST_HAN = 11,
    COST_RARE = 15,
    COST_ODD = 20,
    COST_PRIVATE = 26,
    COST_BAD = 30,
};

/* The most frequent characters of Chinese policy texts, news and web pages, simplified and traditional. */
static const char common_characters[] =
    "的国和人中业发会一有行第大全工在部法家制务进民关作政用为产经理资定对年展条机以要者管技实不出成十"
    "科保设学加建是主应地动规体公生化合能力方提利等三新了员改个高术重强当社分密日本区上外构开二安济与"
    "其施门持金或同信及可基投通市位长时增到我度院事网推组完过任防现权共项目于自调华性面专多下路月教计"
    "这企各口内依平元革品五责天表育代入得次场议农据期相系取他来由前结收准研续四融标们并导两情数所将活"
    "立处号总程正委比点服交间息创请商量织单明步决支控知好职护报策接向电义常万监后益最运审文际府之联造"
    "特都集件确级题善南究道水风就领申县质证列航片优查供小使器备布需案费求心险深从采指消也协局问价传式"
    "子评而境更城意广东转健效快反八解债记回示受节司试北战率办气海稳六测积说今做空原种户予七按党称还型"
    "形变样非助美许易但神你她什么没那看起去想里很把头儿手身见话老又吗呢吧首页站版登录搜索告闻源编辑打"
    "印京國業發會務進關產經資對條機實設學應動規體員個術強當區構開濟與門長時網組過現權項於華專計這內責"
    "場議農據來結準續標們並導兩情數將處號總點間創請織單決護報電義萬監後運審際聯級題領縣質證優備費險從"
    "採協問價傳評廣東轉解債記節試戰辦氣穩測積說種黨稱還樣許麼沒裏頭兒見話嗎頁錄聞編輯";

/* One bit for each pair of bytes, set where they are a common character. */
typedef struct {
    uint8_t bits[65536 / 8];
} PairSet;

static void pair_set_fill(PairSet *set, const char *iconv_name)
{
    memset(set, 0, sizeof *set);
    size_t length;
    g_autofree char *pairs =
        g_convert_with_fallback(common_characters, -1, iconv_name, "UTF-8", "?", NULL, &length, NULL);
    const uint8_t *bytes = (const uint8_t *)pairs;
    for (size_t i = 0; pairs && i + 1 < length; i++)
        if (bytes[i] >= 0x80) {
            unsigned pair = bytes[i] << 8 | bytes[i + 1];
            set->bits[pair / 8] |= 1U << pair % 8;
            i++;
        }
}

static bool pair_set_has(const PairSet *set, unsigned pair)
{
    return set->bits[pair / 8] >> pair % 8 & 1;
}

static unsigned cost_of_gb_pair(const PairSet *common, unsigned lead, unsigned trail)
{
    bool is_gb2312 = trail >= 0xA1;
    if (pair_set_has(common, lead << 8 | trail))
        return COST_COMMON;
    if (is_gb2312 && lead >= 0xB0 && lead <= 0xF7)
        return lead <= 0xD7 ? COST_HAN : COST_RARE - 1;
    if (is_gb2312 && lead >= 0xA1 && lead <= 0xA9)
        return lead == 0xA1 || lead == 0xA3 ? COST_MARK : COST_RARE - 1;
    if ((lead >= 0xA1 && lead <= 0xA7 && !is_gb2312) || (is_gb2312 && lead >= 0xAA))
        return COST_PRIVATE;
    return COST_RARE + 1;
}

unsigned cost_of_gb18030(const uint8_t *bytes, size_t length)
{
    PairSet common;
    pair_set_fill(&common, "GB18030");
    unsigned cost = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned lead = bytes[i], trail = i + 1 < length ? bytes[i + 1] : 0;
        if (lead < 0x80) {
            cost += COST_ASCII;
        } else if (lead == 0x80 || lead == 0xFF || trail < 0x30 || trail == 0x7F || trail == 0xFF) {
            cost += COST_BAD;
        } else if (trail < 0x40) {
            bool is_four = trail < 0x3A && i + 3 < length && bytes[i + 2] >= 0x81 && bytes[i + 3] >= 0x30 &&
                           bytes[i + 3] <= 0x39;
            cost += is_four ? COST_PRIVATE : COST_BAD;
            i += is_four ? 3 : 0;
        } else {
            cost += cost_of_gb_pair(&common, lead, trail);
            i++;
        }
    }
    return cost;
}

static unsigned cost_of_big5_pair(const PairSet *common, unsigned lead, unsigned trail)
{
    if (pair_set_has(common, lead << 8 | trail))
        return COST_COMMON;
    if (lead >= 0xA1 && lead <= 0xA3)
        return lead < 0xA3 ? COST_MARK : COST_RARE;
    if (lead >= 0xA4 && (lead << 8 | trail) <= 0xC67E)
        return COST_HAN;
    return lead >= 0xC9 && lead <= 0xF9 ? COST_RARE : COST_ODD;
}

unsigned cost_of_big5(const uint8_t *bytes, size_t length)
{
    PairSet common;
    pair_set_fill(&common, "BIG5-HKSCS");
    unsigned cost = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned lead = bytes[i], trail = i + 1 < length ? bytes[i + 1] : 0;
        bool is_trail = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
        if (lead < 0x80) {
            cost += COST_ASCII;
        } else if (lead <= 0x86 || lead == 0xFF || !is_trail) {
            cost += COST_BAD;
        } else {
            cost += cost_of_big5_pair(&common, lead, trail);
            i++;
        }
    }
    return cost;
}

/* The bytes of the character at `bytes` if it is valid UTF-8, else 0. */
static size_t utf8_sequence(const uint8_t *bytes, size_t length)
{
    size_t expected = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
    return expected <= length && g_utf8_validate_len((const char *)bytes, expected, NULL) ? expected : 0;
}

unsigned cost_of_utf8(const uint8_t *bytes, size_t length)
{
    static const unsigned costs[] = {COST_BAD, COST_ASCII, COST_LETTER, COST_LETTER, COST_RARE};
    unsigned cost = 0;
    for (size_t i = 0; i < length;) {
        size_t used = bytes[i] ? utf8_sequence(bytes + i, length - i) : 1;
        cost += costs[used];
        i += MAX(used, 1);
    }
    return cost;
}

unsigned cost_of_windows1252(const uint8_t *bytes, size_t length)
{
    /* The marks of ordinary Western text, as quotation marks, dashes, NO-BREAK SPACE. */
    static const char marks[] =
        "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xB7\xBB";
    unsigned cost = 0;
    for (size_t i = 0; i < length; i++) {
        bool follows_letter = i && g_ascii_isalpha(bytes[i - 1]);
        bool precedes_letter = i + 1 < length && g_ascii_isalpha(bytes[i + 1]);
        if (bytes[i] < 0x80)
            cost += COST_ASCII;
        else if (strchr("\x81\x8D\x8F\x90\x9D", bytes[i]))
            cost += COST_BAD;
        else if (bytes[i] >= 0xC0)
            cost += follows_letter || precedes_letter ? COST_ACCENT : COST_RARE;
        else
            cost += strchr(marks, bytes[i]) ? COST_LETTER : COST_RARE;
    }
    return cost;
}

static unsigned cost_of_character(gunichar c)
{
    if (c == 0xFFFD)
        return COST_BAD;
    if (c < 0x80)
        return COST_ASCII;
    if ((c >= 0x3000 && c < 0x3100) || (c >= 0xFF00 && c < 0xFF60))
        return COST_MARK;
    if (c >= 0xAC00 && c <= 0xD7A3)
        return COST_HAN - 1;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return COST_HAN;
    if ((c >= 0x370 && c < 0x530) || (c >= 0xE00 && c < 0xE80))
        return COST_ASCII;
    if (c >= 0xC0 && c < 0x250)
        return COST_LETTER;
    return c >= 0xE000 && c < 0xF900 ? COST_PRIVATE : COST_RARE;
}

unsigned cost_of_text(const char *text, size_t length)
{
    unsigned cost = 0;
    for (const char *place = text, *end = text + length; place < end;)
        cost += cost_of_character(utf8_next(&place));
    return cost;
}
