#include "extract/html_junk.h"

#include <string.h>

#include "text/dates.h"

/* Words of names. One that ends in '*' stands for all that begin so. */
static const char *const junk_words[] = {
    "ad",       "ads",          "advert*",   "adsense",    "adbox",       "aside",       "banner",
    "banquan",  "bdshare*",     "bottom",    "bread*",     "breadcrumb*", "byline",      "cmt*",
    "combx",    "comment*",     "community", "consent",    "credit*",     "cookie*",     "copyright*",
    "crumb*",   "daohang",      "dialog*",   "dibu",       "disclaimer",  "disqus*",     "ewm*",
    "erweima*", "fenxiang*",    "foot",      "footer*",    "footnav*",    "friendlink*", "gallery*",
    "gdpr*",    "guanggao",     "hot",       "hotnews*",   "hotlist*",    "hotword*",    "jubao",
    "keyword*", "login*",       "masthead",  "mbx",        "menu*",       "mianbao*",    "modal*",
    "nav*",     "newsletter*",  "outbrain*", "pager*",     "pagination",  "paihang*",    "pinglun*",
    "popup*",   "prevnext",     "promo*",    "qrcode*",    "rank*",       "recommend*",  "register*",
    "relate*",  "relation*",    "replies",   "reply*",     "rss",         "search*",     "share*",
    "shoutbox", "sidebar*",     "signup",    "skyscraper", "slideshow*",  "social*",     "sponsor*",
    "subscri*", "supplemental", "taboola*",  "tags",       "taglist",     "tool*",       "topbar",
    "tuijian*", "weizhi",       "xgxw",      "xgwz",       "xgyd",        "yqlj",        "youqing*",
    NULL,
};

/* Those of them that name what readers wrote. */
static const char *const comment_words[] = {"cmt*",    "comment", "comments", "disqus*", "pinglun*",
                                            "replies", "reply*",  "shoutbox", NULL};

/* Phrases of lines that are not the text, where the line is short. */
static const char *const junk_phrases[] = {
    "版权所有",
    "ICP备",
    "ICP证",
    "公网安备",
    "网站标识码",
    "网站地图",
    "设为首页",
    "加入收藏",
    "责任编辑",
    "责编：",
    "打印本页",
    "关闭窗口",
    "分享到",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "浏览次数",
    "点击数",
    "访问量",
    "阅读次数",
    "当前位置",
    "您的位置",
    "所在位置",
    "您现在的位置",
    "字号：",
    "字体：",
    "字号:",
    "【打印】",
    "【关闭】",
    "[打印]",
    "打印】",
    "我要纠错",
    "【纠错】",
    "转载请注明",
    "返回顶部",
    "点击进入专题",
    "保存本页",
    "收藏本文",
    "All rights reserved",
    "All Rights Reserved",
    "ALL RIGHTS RESERVED",
    "Copyright ©",
    "Copyright©",
    "Copyright (c)",
    "Follow us",
    "Share this",
    "Sign up for",
    "Read more:",
    "READ MORE",
    "Click here to",
    "Related:",
    "Subscribe to",
};

/* Phrases that stand as well in the text of notices. */
static const char *const maybe_phrases[] = {
    "技术支持：", "联系我们",   "关于我们",   "扫一扫",   "免责声明", "推荐阅读",
    "相关阅读",   "相关新闻",   "相关链接",   "相关稿件", "延伸阅读", "更多精彩",
    "微信公众号", "主办单位：", "承办单位：", "建议使用", "邮编：",
};

/* Lines that are nothing but one of these. */
static const char *const junk_lines[] = {
    "打印",
    "关闭",
    "分享",
    "收藏",
    "打印关闭",
    "评论",
    "正文",
    "首页",
    "登录",
    "注册",
    "搜索",
    "返回",
    "更多",
    "纠错",
    "Advertisement",
    "ADVERTISEMENT",
    "Share",
    "Comments",
    "Print",
    "Email",
    "Related",
    "Tweet",
    "Next",
    "Previous",
    "Story continues below",
    "Advertisement - story continues below",
    "Story continues below advertisement",
};

/* Words of the lines between a title and its text. */
static const char *const byline_words[] = {
    "来源：",   "来源:",    "来源 ",    "作者：",    "作者:",   "发布时间", "发布日期", "发布者",
    "时间：",   "时间:",    "日期：",   "日期:",     "浏览：",  "浏览:",    "浏览次数", "浏览量",
    "阅读：",   "阅读:",    "阅读次数", "阅读数",    "阅读量",  "次阅读",   "点击：",   "点击:",
    "点击数",   "点击次数", "点击率",   "编辑：",    "编辑:",   "字号",     "字体",     "发表于",
    "更新时间", "更新日期", "最后更新", "条评论",    "评论(",   "评论：",   "摘要：",   "分享：",
    "分享到",   "By ",      "BY ",      "Published", "Updated", "Posted",   "min read",
};

/* Words of the headings of what follows a text. */
static const char *const ending_words[] = {
    "相关阅读",         "相关新闻",         "相关链接",          "相关稿件",      "相关文章",
    "相关推荐",         "相关报道",         "推荐阅读",          "延伸阅读",      "热门推荐",
    "热门文章",         "热门评论",         "最新评论",          "全部评论",      "网友评论",
    "我要评论",         "发表评论",         "猜你喜欢",          "精彩推荐",      "为您推荐",
    "友情链接",         "Related ",         "RELATED",           "More from",     "More on",
    "More in",          "More News",        "More Stories",      "More stories",  "You may also",
    "You might also",   "Recommended",      "RECOMMENDED",       "Most read",     "Most Read",
    "Most popular",     "Most Popular",     "Leave a comment",   "Leave a Reply", "Comments",
    "Popular ",         "Trending",         "Read next",         "Read Next",     "Also read",
    "About the author", "About the Author", "What do you think", "Latest news",   "Latest News",
    "Editor's picks",   "Sponsored",
};

/* Class or id of the containers that content systems of Chinese sites put around a text, and nothing else. */
static const char *const templates[] = {
    "UCAP-CONTENT", "TRS_Editor",    "trs_editor_view", "TRS_UEDITOR",       "Zoom",        "zoom",
    "vsb_content",  "vsb_content_2", "vsb_content_4",   "wp_articlecontent", "js_content",  "artibody",
    "con_con",      "fontzoom",      "endText",         "p-detail",          "rwb_zw",      "rm_txt_con",
    "BodyLabel",    "ContentBody",   "pages_content",   "xl_content",        "article_con", "v_news_content",
};

enum { MAX_JUNK_BYTES = 150, MAX_ENDING_BYTES = 40, MAX_BYLINE_BYTES = 60 };

static bool list_has(const char *const *list, const char *word, size_t length)
{
    for (size_t i = 0; list[i]; i++) {
        size_t size = strlen(list[i]);
        bool is_open = list[i][size - 1] == '*';
        size -= is_open;
        if ((is_open ? length >= size : length == size) && g_ascii_strncasecmp(word, list[i], size) == 0)
            return true;
    }
    return false;
}

/* Whether one of a name's words is in a list; words end at what is no letter and before a capital (hotNews).
 */
static bool name_has(const char *name, const char *const *list)
{
    bool has = false;
    while (name && *name) {
        size_t length = 0;
        if (g_ascii_isalpha(name[0]))
            for (length = 1; g_ascii_isalpha(name[length]); length++)
                if (g_ascii_isupper(name[length]) && g_ascii_islower(name[length - 1]))
                    break;
        if (length == 5 && g_ascii_strncasecmp(name, "embed", 5) == 0)
            return false;
        has |= length && list_has(list, name, length);
        name += MAX(length, 1);
    }
    return has;
}

bool junk_element(const HtmlPage *page, uint32_t node)
{
    switch ((HtmlTag)page->nodes.items[node].tag) {
    case HTML_ASIDE:
    case HTML_FOOTER:
    case HTML_NAV:
        return true;
    case HTML_A:
    case HTML_ARTICLE:
    case HTML_BODY:
    case HTML_MAIN:
    case HTML_OTHER:
    case HTML_TEXT:
        return false;
    default:
        return name_has(html_page_value(page, node, HTML_CLASS), junk_words) ||
               name_has(html_page_value(page, node, HTML_ID), junk_words);
    }
}

bool junk_is_comment(const HtmlPage *page, uint32_t node)
{
    return name_has(html_page_value(page, node, HTML_CLASS), comment_words) ||
           name_has(html_page_value(page, node, HTML_ID), comment_words);
}

bool junk_hidden(const HtmlPage *page, uint32_t node)
{
    const char *style = html_page_value(page, node, HTML_STYLE_ATTRIBUTE);
    const char *display = style ? strcasestr(style, "display") : NULL;
    if (display) {
        display += strlen("display");
        display += strspn(display, " :");
    }
    return (display && g_ascii_strncasecmp(display, "none", 4) == 0) ||
           html_page_value(page, node, HTML_HIDDEN);
}

static bool holds(const char *text, size_t length, const char *phrase)
{
    return memmem(text, length, phrase, strlen(phrase)) != NULL;
}

Junk junk_line(const char *text, size_t length)
{
    if (length > MAX_JUNK_BYTES)
        return JUNK_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(junk_lines); i++)
        if (length == strlen(junk_lines[i]) && memcmp(text, junk_lines[i], length) == 0)
            return JUNK_SURE;
    for (size_t i = 0; i < G_N_ELEMENTS(junk_phrases); i++)
        if (holds(text, length, junk_phrases[i]))
            return JUNK_SURE;
    for (size_t i = 0; i < G_N_ELEMENTS(maybe_phrases); i++)
        if (holds(text, length, maybe_phrases[i]))
            return JUNK_MAYBE;
    return JUNK_NONE;
}

static bool ends_with(const char *text, size_t length, const char *suffix)
{
    size_t size = strlen(suffix);
    return length >= size && memcmp(text + length - size, suffix, size) == 0;
}

bool junk_is_attachment(const char *text, size_t length, const char *href)
{
    static const char *const suffixes[] = {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".et",
                                           ".ofd", ".zip", ".rar",  ".ppt", ".pptx", ".ceb", ".txt"};
    static const char *const heads[] = {"附件", "附：", "附表", "附录"};
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
        if (length >= strlen(heads[i]) && memcmp(text, heads[i], strlen(heads[i])) == 0)
            return true;
    g_autofree char *path = href ? g_ascii_strdown(href, (gssize)strcspn(href, "?#")) : g_strdup("");
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(path, suffixes[i]) || ends_with(text, length, suffixes[i]))
            return true;
    return false;
}

bool junk_ending(const char *text, size_t length)
{
    if (length > MAX_ENDING_BYTES)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(ending_words); i++) {
        const char *found = memmem(text, length, ending_words[i], strlen(ending_words[i]));
        if (found && found - text < 8)
            return true;
    }
    return false;
}

bool junk_byline(const char *text, size_t length)
{
    static const char *const ends[] = {"。", "！", "？", "；"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (length >= 3 && memcmp(text + length - 3, ends[i], 3) == 0)
            return false;
    for (size_t i = 0; i < G_N_ELEMENTS(byline_words); i++)
        if (holds(text, length, byline_words[i]))
            return true;
    g_autofree char *date = length <= MAX_BYLINE_BYTES ? date_find_day(text, length) : NULL;
    return date != NULL;
}

bool junk_is_template(const HtmlPage *page, uint32_t node)
{
    const char *id = html_page_value(page, node, HTML_ID);
    const char *class = html_page_value(page, node, HTML_CLASS);
    const char *property = html_page_value(page, node, HTML_ITEMPROP);
    if (property && strcmp(property, "articleBody") == 0)
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(templates); i++) {
        size_t length = strlen(templates[i]);
        if (id && strcmp(id, templates[i]) == 0)
            return true;
        if (class && g_str_has_prefix(class, templates[i]) && (!class[length] || class[length] == ' '))
            return true;
    }
    return false;
}
