/* units.h - a document as the units that are compared: articles, headings, paragraphs.
 *
 * The units of a side are in reading order and tile its text: between two lies one '\n'. With articles, an
 * article is one unit with all its paragraphs, and what stands outside of articles is a unit a block; without
 * them every block is a unit.
 */
#pragma once

#include "compare/normal.h"
#include "tifa.h"

/* A sentence, or a clause between semicolons, or an item of a unit. */
typedef struct {
    TifaSpan span;
    size_t first_char, chars; /* in Side.masked */
} Piece;

typedef struct {
    TifaUnitKind kind;
    TifaSpan span;
    uint32_t body;              /* where the text behind the label starts */
    size_t first_block, blocks; /* in the document */
    size_t first_piece, pieces;
    size_t first_char, chars;     /* in Side.masked */
    size_t first_normal, normals; /* in Side.normal */
    char *label;                  /* "12", "120-1"; "31 (2)" where a number comes again; see units.c */
} Unit;

typedef struct {
    const TifaDocument *document; /* lent */
    const char *text;
    ARRAY(Unit) units;
    ARRAY(Piece) pieces;
    NormalText normal; /* all units, behind their labels */
    NormalText masked; /* the same, references masked */
} Side;

/* Whether a document has articles, so that both sides can be cut the same way. */
bool side_has_articles(const TifaDocument *document);

/* Cuts the document, by articles or by blocks. Free with side_clear(). */
void side_fill(Side *side, const TifaDocument *document, bool by_articles);
void side_clear(Side *side);
