/* pieces.h - units that were split or merged, told by their sentences.
 *
 * A sentence that its own unit's partner explains badly, and a sentence of another unit explains well, links
 * the two units. Sentences that stand in several units (构成犯罪的，依法追究刑事责任。) link nothing.
 */
#pragma once

#include "compare/align.h"

/* Appends links to those in `links`. They are primary where neither unit had a partner. */
void pieces_link(const Texts *texts, Links *links);

/* For each sentence of both sides, by its index in Side.pieces: the link (an index) of its unit that explains
 * it best, so that each is shown once. A sentence that none explains goes with its unit's first link. */
void pieces_assign(const Texts *texts, const Links *links, uint32_t *before_owners, uint32_t *after_owners);
