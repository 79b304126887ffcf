/* make-fold - writes src/base/fold.c's tables: run at build time, its output is compiled in.
 *
 * The pairs traditional -> simplified are OpenCC's (t2s, one character at a time). Whether a character is
 * also in use in simplified or in traditional text is taken from its being in GB 2312 or in Big5.
 */
#include <glib.h>
#include <iconv.h>
#include <opencc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BMP = 0x10000, LAST = 0x33FFF, PAGE = 256 };

static bool is_han(gunichar c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

/* Whether the encoding that `converter` writes has the character. */
static bool has(iconv_t converter, gunichar c)
{
    char in[8], out[16], *from = in, *to = out;
    size_t left = (size_t)g_unichar_to_utf8(c, in), room = sizeof out;
    iconv(converter, NULL, NULL, NULL, NULL);
    return iconv(converter, &from, &left, &to, &room) == 0;
}

static gunichar simplified(opencc_t opencc, gunichar c)
{
    char in[8];
    int length = g_unichar_to_utf8(c, in);
    char *out = opencc_convert_utf8(opencc, in, (size_t)length);
    gunichar result = g_utf8_strlen(out, -1) == 1 ? g_utf8_get_char(out) : c;
    opencc_convert_utf8_free(out);
    return result;
}

static gunichar folded(opencc_t opencc, gunichar c)
{
    if (c == 0x3000)
        return ' ';
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c < 0x2000)
        return g_unichar_tolower(c);
    return is_han(c) ? simplified(opencc, c) : c;
}

/* Prints the sorted characters of `set` as one array. */
static void print_set(const char *name, const bool *set)
{
    printf("\nstatic const gunichar %s[] = {\n", name);
    for (gunichar c = 0; c <= LAST; c++)
        if (set[c])
            printf("0x%X,\n", c);
    printf("};\n");
}

typedef struct {
    gunichar from, to;
} Pair;

static int by_target(const void *left, const void *right)
{
    const Pair *a = left, *b = right;
    return a->to != b->to ? (a->to > b->to) - (a->to < b->to) : (a->from > b->from) - (a->from < b->from);
}

/* Prints the pairs of characters that differ, in the order of what they are folded to. */
static void print_sources(const gunichar *map)
{
    Pair *pairs = g_new(Pair, LAST + 1);
    size_t count = 0;
    for (gunichar c = 0; c <= LAST; c++)
        if (map[c] != c)
            pairs[count++] = (Pair){c, map[c]};
    qsort(pairs, count, sizeof *pairs, by_target);
    printf("\nstatic const FoldPair fold_sources_of[] = {\n");
    for (size_t i = 0; i < count; i++)
        printf("{0x%X, 0x%X},\n", pairs[i].from, pairs[i].to);
    printf("};\n");
    g_free(pairs);
}

/* Prints a bit for each of the unified ideographs of the first block. */
static void print_bits(const char *name, const bool *set)
{
    printf("\nstatic const uint32_t %s[] = {", name);
    for (gunichar c = 0x4E00; c <= 0x9FFF; c += 32) {
        uint32_t bits = 0;
        for (gunichar i = 0; i < 32; i++)
            bits |= (uint32_t)set[c + i] << i;
        printf("0x%X,", bits);
    }
    printf("};\n");
}

/* Prints the BMP as pages of 256; pages that map every character to itself share no storage. */
static void print_pages(const gunichar *map)
{
    int index[BMP / PAGE], pages = 0;
    printf("static const uint16_t fold_pages[][%d] = {\n", PAGE);
    for (int page = 0; page < BMP / PAGE; page++) {
        bool differs = false;
        for (int i = 0; i < PAGE; i++)
            differs |= map[page * PAGE + i] != (gunichar)(page * PAGE + i);
        index[page] = differs ? pages++ : -1;
        if (!differs)
            continue;
        printf("{");
        for (int i = 0; i < PAGE; i++)
            printf("%u,", map[page * PAGE + i]);
        printf("},\n");
    }
    printf("};\n\nstatic const int16_t fold_index[] = {");
    for (int page = 0; page < BMP / PAGE; page++)
        printf("%d,", index[page]);
    printf("};\n");
}

/* What is known of every character up to LAST; all arrays are owned. */
typedef struct {
    gunichar *map;          /* what it is folded to */
    bool *both;             /* folded, and in use in simplified text too */
    bool *traditional_only; /* folded, and in use in traditional text alone */
    bool *simplified_only;
} Fold;

static Fold fold_new(void)
{
    return (Fold){g_new0(gunichar, LAST + 1), g_new0(bool, LAST + 1), g_new0(bool, LAST + 1),
                  g_new0(bool, LAST + 1)};
}

static void fold_clear(Fold *fold)
{
    g_free(fold->map);
    g_free(fold->both);
    g_free(fold->traditional_only);
    g_free(fold->simplified_only);
}

static void fill_map(gunichar *map, opencc_t opencc)
{
    for (gunichar c = 1; c <= LAST; c++) {
        map[c] = g_unichar_validate(c) ? folded(opencc, c) : c;
        /* A pair that leaves the BMP would not fit the pages; there is no such simplified form in common use.
         */
        if (c < BMP && map[c] >= BMP)
            map[c] = c;
    }
    /* A few simplified forms are traditional forms of yet another (薴 苧 苎): all the way, or folding twice
     * would differ. */
    for (gunichar c = 1; c <= LAST; c++)
        while (map[map[c]] != map[c])
            map[c] = map[map[c]];
}

static void fill_sets(Fold *fold, iconv_t gb, iconv_t big5)
{
    for (gunichar c = 1; c <= LAST; c++) {
        bool differs = fold->map[c] != c;
        if (!is_han(c))
            continue;
        fold->both[c] = differs && has(gb, c);
        fold->traditional_only[c] = differs && !fold->both[c] && has(big5, c);
        fold->simplified_only[c] = !differs && has(gb, c) && !has(big5, c);
    }
}

static void print_fold(const Fold *fold)
{
    printf("/* Made by tools/make-fold. */\n");
    print_pages(fold->map);
    printf("\nstatic const FoldPair fold_pairs[] = {\n");
    for (gunichar c = BMP; c <= LAST; c++)
        if (fold->map[c] != c)
            printf("{0x%X, 0x%X},\n", c, fold->map[c]);
    printf("};\n");
    print_set("fold_both", fold->both);
    print_bits("fold_traditional_only", fold->traditional_only);
    print_bits("fold_simplified_only", fold->simplified_only);
    print_sources(fold->map);
}

int main(void)
{
    opencc_t opencc = opencc_open("t2s.json");
    iconv_t gb = iconv_open("GB2312", "UTF-8"), big5 = iconv_open("BIG5", "UTF-8");
    if ((intptr_t)opencc == -1 || (intptr_t)gb == -1 || (intptr_t)big5 == -1) {
        fprintf(stderr, "make-fold: OpenCC's t2s.json, or iconv's GB2312 or BIG5, is missing\n");
        return EXIT_FAILURE;
    }
    Fold fold = fold_new();
    fill_map(fold.map, opencc);
    fill_sets(&fold, gb, big5);
    print_fold(&fold);
    fold_clear(&fold);
    iconv_close(big5);
    iconv_close(gb);
    opencc_close(opencc);
    return EXIT_SUCCESS;
}
