/* collate.h - strings put in an order that readers know: that of a Chinese dictionary, or plain code points.
 *
 * The orders are those of CLDR for Chinese, as ICU has them; strings that differ are never equal in any of
 * them. The tables grow with ICU's version, so that rare characters may move; an order is for showing, never
 * for what is stored. */
#pragma once

#include "tifa.h"

typedef struct Collator Collator;

/* NULL with TIFA_ERROR_SYSTEM if ICU has not its data. */
Collator *collator_new(TifaCollation collation, GError **error);
void collator_free(Collator *collator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Collator, collator_free)

/* A key of `length` bytes of valid UTF-8: keys compared by memcmp() as far as the shorter goes, and then the
 * shorter first, are in the order. Free it with g_bytes_unref(). */
GBytes *collator_key(const Collator *collator, const char *text, size_t length);
