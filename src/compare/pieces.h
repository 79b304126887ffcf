/* pieces.h - units that were split or merged, told by their paragraphs (款 kuan).
 *
 * A paragraph that its unit's main partner does not explain, but another unit does, links the two units as
 * well.
 */
#pragma once

#include "compare/align.h"

/* Appends the secondary links to the primary ones in `links`. */
void pieces_link(const Texts *texts, Links *links);
