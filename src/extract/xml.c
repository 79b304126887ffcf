#include "extract/xml.h"

#include <libxml/xmlreader.h>
#include <string.h>

struct Xml {
    xmlTextReaderPtr reader;
    XmlEvent event;
    bool stops_next; /* an empty element has started */
    bool is_damaged;
};

Xml *xml_open(GBytes *bytes)
{
    size_t length;
    const char *start = g_bytes_get_data(bytes, &length);
    Xml *xml = g_new0(Xml, 1);
    if (length > 0 && length < G_MAXINT)
        xml->reader =
            xmlReaderForMemory(start, (int)length, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xml->is_damaged = !xml->reader;
    return xml;
}

void xml_close(Xml *xml)
{
    if (xml && xml->reader)
        xmlFreeTextReader(xml->reader);
    g_free(xml);
}

/* The event that a node of the parser's is; XML_END for those of no interest. */
static XmlEvent event_of(int type)
{
    switch (type) {
    case XML_READER_TYPE_ELEMENT:
        return XML_START;
    case XML_READER_TYPE_END_ELEMENT:
        return XML_STOP;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return XML_CHARS;
    default:
        return XML_END;
    }
}

XmlEvent xml_next(Xml *xml)
{
    if (xml->stops_next) {
        xml->stops_next = false;
        return xml->event = XML_STOP;
    }
    xml->event = XML_END;
    while (!xml->is_damaged && xml->event == XML_END) {
        int result = xmlTextReaderRead(xml->reader);
        xml->is_damaged = result < 0;
        if (result != 1)
            break;
        xml->event = event_of(xmlTextReaderNodeType(xml->reader));
    }
    xml->stops_next = xml->event == XML_START && xmlTextReaderIsEmptyElement(xml->reader) == 1;
    return xml->event;
}

bool xml_next_start(Xml *xml, int depth)
{
    XmlEvent event;
    do
        event = xml_next(xml);
    while (event == XML_CHARS || (event == XML_STOP && xml_depth(xml) != depth));
    return event == XML_START;
}

void xml_skip(Xml *xml)
{
    int depth = xml_depth(xml);
    XmlEvent event;
    do
        event = xml_next(xml);
    while (event != XML_END && !(event == XML_STOP && xml_depth(xml) == depth));
}

bool xml_is(const Xml *xml, const char *name)
{
    const xmlChar *local = xml->reader ? xmlTextReaderConstLocalName(xml->reader) : NULL;
    return local && strcmp((const char *)local, name) == 0;
}

bool xml_is_any(const Xml *xml, const char *const *names)
{
    for (; *names; names++)
        if (xml_is(xml, *names))
            return true;
    return false;
}

int xml_depth(const Xml *xml)
{
    return xml->reader ? xmlTextReaderDepth(xml->reader) : 0;
}

char *xml_attribute(const Xml *xml, const char *name)
{
    char *value = NULL;
    for (int more = xmlTextReaderMoveToFirstAttribute(xml->reader); more == 1 && !value;
         more = xmlTextReaderMoveToNextAttribute(xml->reader))
        if (xml_is(xml, name))
            value = g_strdup((const char *)xmlTextReaderConstValue(xml->reader));
    xmlTextReaderMoveToElement(xml->reader);
    return value;
}

int xml_number(const Xml *xml, const char *name, int missing)
{
    gint64 number;
    g_autofree char *value = xml_attribute(xml, name);
    bool is_number = value && g_ascii_string_to_signed(value, 10, G_MININT, G_MAXINT, &number, NULL);
    return is_number ? (int)number : missing;
}

const char *xml_chars(const Xml *xml)
{
    const xmlChar *value = xmlTextReaderConstValue(xml->reader);
    return value ? (const char *)value : "";
}

void xml_append_all(Xml *xml, GString *out)
{
    int depth = xml_depth(xml);
    XmlEvent event;
    while ((event = xml_next(xml)) != XML_END && !(event == XML_STOP && xml_depth(xml) == depth))
        if (event == XML_CHARS)
            g_string_append(out, xml_chars(xml));
}

bool xml_is_damaged(const Xml *xml)
{
    return xml->is_damaged;
}
