#include "extract/sniff.h"

#include "extract/encoding.h"

#include <string.h>

enum {
    HEAD = 4096,      /* bytes that tell a format */
    PDF_HEAD = 1024,  /* within which a PDF says so (ISO 32000-1 annex H.3.4.1) */
    BINARY_PART = 10, /* one control character in so many bytes: not text */
};

static const struct {
    const char *id, *name;
} formats[FORMAT_COUNT] = {
    [FORMAT_TEXT] = {"text", "plain text"},
    [FORMAT_MARKDOWN] = {"markdown", "Markdown"},
    [FORMAT_HTML] = {"html", "a web page"},
    [FORMAT_PDF] = {"pdf", "a PDF"},
    [FORMAT_DOCX] = {"docx", "a Word document"},
    [FORMAT_ODT] = {"odt", "an OpenDocument text"},
    [FORMAT_EPUB] = {"epub", "an EPUB book"},
    [FORMAT_OFD] = {"ofd", "an OFD document"},
    [FORMAT_MHTML] = {"mhtml", "a saved web page (MHTML)"},
    [FORMAT_WARC] = {"warc", "a web archive (WARC)"},
    [FORMAT_ARCHIVE] = {"archive", "an archive"},
    [FORMAT_SPREADSHEET] = {"spreadsheet", "a spreadsheet"},
    [FORMAT_PRESENTATION] = {"presentation", "a presentation"},
    [FORMAT_OLD_OFFICE] = {"doc", "an Office document of the years before 2007"},
    [FORMAT_RTF] = {"rtf", "a Rich Text document"},
    [FORMAT_CAJ] = {"caj", "a CAJ document"},
    [FORMAT_IMAGE] = {"image", "an image"},
    [FORMAT_BINARY] = {"unknown", "in no format that tifa knows"},
};

const char *format_name(Format format)
{
    return formats[format].name;
}

const char *format_id(Format format)
{
    return formats[format].id;
}

/* ---- By name --------------------------------------------------------------------------------- */

static const struct {
    const char *ending;
    Format format;
} endings[] = {
    {".txt", FORMAT_TEXT},          {".text", FORMAT_TEXT},
    {".md", FORMAT_MARKDOWN},       {".markdown", FORMAT_MARKDOWN},
    {".htm", FORMAT_HTML},          {".html", FORMAT_HTML},
    {".shtml", FORMAT_HTML},        {".xhtml", FORMAT_HTML},
    {".pdf", FORMAT_PDF},           {".docx", FORMAT_DOCX},
    {".odt", FORMAT_ODT},           {".epub", FORMAT_EPUB},
    {".ofd", FORMAT_OFD},           {".mht", FORMAT_MHTML},
    {".mhtml", FORMAT_MHTML},       {".warc", FORMAT_WARC},
    {".zip", FORMAT_ARCHIVE},       {".7z", FORMAT_ARCHIVE},
    {".rar", FORMAT_ARCHIVE},       {".tar", FORMAT_ARCHIVE},
    {".xlsx", FORMAT_SPREADSHEET},  {".ods", FORMAT_SPREADSHEET},
    {".pptx", FORMAT_PRESENTATION}, {".odp", FORMAT_PRESENTATION},
    {".doc", FORMAT_OLD_OFFICE},    {".wps", FORMAT_OLD_OFFICE},
    {".xls", FORMAT_OLD_OFFICE},    {".ppt", FORMAT_OLD_OFFICE},
    {".rtf", FORMAT_RTF},           {".caj", FORMAT_CAJ},
    {".kdh", FORMAT_CAJ},           {".nh", FORMAT_CAJ},
    {".jpg", FORMAT_IMAGE},         {".jpeg", FORMAT_IMAGE},
    {".png", FORMAT_IMAGE},         {".tif", FORMAT_IMAGE},
    {".tiff", FORMAT_IMAGE},        {".gif", FORMAT_IMAGE},
};

Format sniff_name(const char *name)
{
    const char *ending = strrchr(name, '.');
    for (size_t i = 0; ending && i < G_N_ELEMENTS(endings); i++)
        if (g_ascii_strcasecmp(ending, endings[i].ending) == 0)
            return endings[i].format;
    return FORMAT_COUNT;
}

/* ---- By the first bytes ---------------------------------------------------------------------- */

static const struct {
    const char *bytes;
    uint8_t length;
    Format format;
} marks[] = {
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, FORMAT_OLD_OFFICE},
    {"{\\rtf", 5, FORMAT_RTF},
    {"CAJ\0", 4, FORMAT_CAJ},
    {"HN\0\0", 4, FORMAT_CAJ},
    {"KDH ", 4, FORMAT_CAJ},
    {"TEB\0", 4, FORMAT_CAJ},
    {"WARC/", 5, FORMAT_WARC},
    {"\x1F\x8B", 2, FORMAT_ARCHIVE},
    {"7z\xBC\xAF\x27\x1C", 6, FORMAT_ARCHIVE},
    {"Rar!\x1A\x07", 6, FORMAT_ARCHIVE},
    {"\xFD"
     "7zXZ\0",
     6, FORMAT_ARCHIVE},
    {"BZh", 3, FORMAT_ARCHIVE},
    {"\x28\xB5\x2F\xFD", 4, FORMAT_ARCHIVE},
    {"\x89PNG\r\n\x1A\n", 8, FORMAT_IMAGE},
    {"\xFF\xD8\xFF", 3, FORMAT_IMAGE},
    {"GIF8", 4, FORMAT_IMAGE},
    {"II*\0", 4, FORMAT_IMAGE},
    {"MM\0*", 4, FORMAT_IMAGE},
};

static bool holds(const uint8_t *bytes, size_t length, const char *needle)
{
    return memmem(bytes, length, needle, strlen(needle)) != NULL;
}

/* What kind of zip file it is: by the first name, where a format fixes it, or by the names that each must
 * hold. */
static Format sniff_zip(const uint8_t *bytes, size_t length)
{
    static const struct {
        const char *name;
        Format format;
    } members[] = {
        {"mimetypeapplication/epub+zip", FORMAT_EPUB},
        {"mimetypeapplication/vnd.oasis.opendocument.text", FORMAT_ODT},
        {"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", FORMAT_SPREADSHEET},
        {"mimetypeapplication/vnd.oasis.opendocument.presentation", FORMAT_PRESENTATION},
        {"word/document", FORMAT_DOCX},
        {"OFD.xml", FORMAT_OFD},
        {"xl/workbook", FORMAT_SPREADSHEET},
        {"ppt/presentation", FORMAT_PRESENTATION},
        {"META-INF/container.xml", FORMAT_EPUB},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(members); i++)
        if (holds(bytes, length, members[i].name))
            return members[i].format;
    return FORMAT_ARCHIVE;
}

/* ---- By what a text looks like --------------------------------------------------------------- */

/* The first bytes as lower-case text without NUL, which UTF-16 is full of, byte order mark and leading
 * blanks. */
static char *head_text(const ExtractInput *input)
{
    GString *head = g_string_sized_new(HEAD);
    for (size_t i = 0; i < MIN(input->length, HEAD); i++) {
        char c = (char)input->bytes[i];
        bool is_leading = head->len == 0 && (g_ascii_isspace(c) || strchr("\xEF\xBB\xBF\xFE\xFF", c));
        if (c != '\0' && !is_leading)
            g_string_append_c(head, g_ascii_tolower(c));
    }
    return g_string_free(head, FALSE);
}

static bool begins_with_any(const char *text, const char *const *beginnings)
{
    for (; *beginnings; beginnings++)
        if (g_str_has_prefix(text, *beginnings))
            return true;
    return false;
}

/* Whether the head can only be that of a page, whatever its name is. */
static bool is_surely_html(const char *head)
{
    static const char *const beginnings[] = {"<!doctype html", "<html", "<head", "<body", "<?xml", NULL};
    return begins_with_any(head, beginnings) ||
           (head[0] == '<' && (strstr(head, "<html") || strstr(head, "<head>") || strstr(head, "<body")));
}

static bool looks_like_html(const char *head)
{
    static const char *const beginnings[] = {"<!--",  "<meta",  "<title", "<script", "<style",
                                             "<div",  "<table", "<p>",    "<p ",     "<h1",
                                             "<span", "<a ",    "<link",  NULL};
    return begins_with_any(head, beginnings);
}

static bool looks_like_mail(const char *head)
{
    return strstr(head, "mime-version:") && strstr(head, "content-type:") &&
           (strstr(head, "multipart/") || strstr(head, "text/html")) && strstr(head, "\n");
}

/* Whether a header of lines like "title: ..." between two rules stands at the head. */
static bool has_front_matter(const char *head)
{
    const char *line = head + strcspn(head, "\n");
    if (!g_str_has_prefix(head, "---\n") && !g_str_has_prefix(head, "---\r\n"))
        return false;
    while (*line && !g_str_has_prefix(++line, "---")) {
        size_t end = strcspn(line, "\n"), name = strspn(line, "abcdefghijklmnopqrstuvwxyz0123456789_-");
        bool is_inner = *line == ' ' || *line == '\r' || *line == '\n' || *line == '#' || *line == '-';
        if (!is_inner && (name == 0 || line[name] != ':'))
            return false;
        line += end;
    }
    return *line != '\0';
}

static bool looks_like_markdown(const char *head)
{
    if (has_front_matter(head) || strstr(head, "\n## ") || strstr(head, "\n====="))
        return true;
    return strspn(head, "#") >= 1 && strspn(head, "#") <= 6 && head[strspn(head, "#")] == ' ';
}

/* Whether there are too many control characters for text. */
static bool is_binary(const ExtractInput *input)
{
    size_t length = MIN(input->length, HEAD), controls = 0;
    const uint8_t *bytes = input->bytes;
    if (length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
        return false;
    for (size_t i = 0; i < length; i++)
        controls += bytes[i] < 0x20 && !memchr("\t\n\r\f\x1B", bytes[i], 5);
    return controls * BINARY_PART > length && !encoding_utf16(bytes, length);
}

static Format sniff_text(const ExtractInput *input)
{
    g_autofree char *head = head_text(input);
    Format named = sniff_name(input->name);
    if (is_surely_html(head))
        return FORMAT_HTML;
    if (looks_like_mail(head))
        return FORMAT_MHTML;
    if (named == FORMAT_MARKDOWN || looks_like_markdown(head))
        return FORMAT_MARKDOWN;
    if (looks_like_html(head) || (named == FORMAT_HTML && strchr(head, '<')))
        return FORMAT_HTML;
    return FORMAT_TEXT;
}

Format sniff(const ExtractInput *input)
{
    const uint8_t *bytes = input->bytes;
    if (holds(bytes, MIN(input->length, PDF_HEAD), "%PDF-"))
        return FORMAT_PDF;
    if (input->length >= 4 && memcmp(bytes, "PK\3\4", 4) == 0)
        return sniff_zip(bytes, input->length);
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (input->length >= marks[i].length && memcmp(bytes, marks[i].bytes, marks[i].length) == 0)
            return marks[i].format;
    if (input->length > 262 && memcmp(bytes + 257, "ustar", 5) == 0)
        return FORMAT_ARCHIVE;
    return is_binary(input) ? FORMAT_BINARY : sniff_text(input);
}
