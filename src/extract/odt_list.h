/* odt_list.h - the numbers of lists and headings in OpenDocument texts, which the format keeps out of the
 * text.
 *
 * The reader says where lists and their items begin and end, in the order of the document; the numbers are
 * counted as ISO/IEC 26300-1 (19.880 text:continue-list, 19.887 text:start-value) says.
 */
#pragma once

#include "extract/xml.h"

typedef struct OdtLists OdtLists;

OdtLists *odt_lists_new(void);
void odt_lists_free(OdtLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OdtLists, odt_lists_free)

/* Reads the styles of lists in a part of the document (styles.xml, content.xml); NULL bytes have none. */
void odt_lists_read(OdtLists *lists, GBytes *part);

/* A list begins, one in another if it has not ended; `style` is NULL where it has that of the outer one. */
void odt_lists_open(OdtLists *lists, const char *style, bool continues);
void odt_lists_close(OdtLists *lists);

/* An item of the innermost list begins; `start` is its number, or -1. */
void odt_lists_begin_item(OdtLists *lists, int start);

/* The number of the item that has begun, with the blank behind it; empty if it was taken already, or has
 * none. Free with g_free(). */
char *odt_lists_take_number(OdtLists *lists);

/* The number of the next heading of that level, from 1. Free with g_free(). */
char *odt_lists_next_heading(OdtLists *lists, int level);
