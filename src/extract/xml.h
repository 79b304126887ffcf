/* xml.h - an XML part of an office document, read once from its start to its end.
 *
 * Names are local names: producers differ in their prefixes. Nothing is fetched and no entity is expanded.
 * Elements may be nested 256 deep, so a reader may call itself for each.
 */
#pragma once

#include "tifa.h"

typedef struct Xml Xml;

typedef enum {
    XML_END,   /* of the part, or of what could be read of it */
    XML_START, /* of an element */
    XML_STOP,  /* of an element; comes for empty elements, too */
    XML_CHARS,
} XmlEvent;

/* The bytes must outlive it. Free with xml_close(). */
Xml *xml_open(GBytes *bytes);
void xml_close(Xml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Xml, xml_close)

XmlEvent xml_next(Xml *xml);

/* Moves to the next element that starts inside the one at `depth`, at any depth; false when that one stops.
 * XML_WHOLE is the whole part. */
enum { XML_WHOLE = -1 };
bool xml_next_start(Xml *xml, int depth);

/* Moves behind the element that has just started: the next event is what follows its stop. */
void xml_skip(Xml *xml);

/* Whether the element that starts or stops has that name. */
bool xml_is(const Xml *xml, const char *name);

/* Whether the element's name is one of a NULL-ended list. */
bool xml_is_any(const Xml *xml, const char *const *names);

/* Number of elements that are open around the one that starts or stops, or around the characters. */
int xml_depth(const Xml *xml);

/* The value of an attribute of the element that starts, or NULL. Free with g_free(). */
char *xml_attribute(const Xml *xml, const char *name);

/* The attribute as a number, `missing` if it is not one. */
int xml_number(const Xml *xml, const char *name, int missing);

/* The characters. Lent until the next event. */
const char *xml_chars(const Xml *xml);

/* Appends all characters of the element that has just started, which is then behind. */
void xml_append_all(Xml *xml, GString *out);

/* Whether XML_END came before the end, because the part is damaged. */
bool xml_is_damaged(const Xml *xml);
