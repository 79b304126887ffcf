/* mark.h - the mark at the head of a paragraph that says which part of the text it is: 第十二条之一, 第三章,
 * 一、（一）1.
 *
 * Looks at one line and at nothing else. Decoration that layouts leave behind (**第一条**, <center>,
 * 【第一条】) is skipped. Whether the line really is what its mark says depends on its neighbours: that is
 * for structure.h.
 */
#pragma once

#include "tifa.h"

/* From the widest part to the narrowest; headings of one document are nested in this order. */
typedef enum {
    MARK_NONE,
    MARK_BOOK,     /* 编 (bian), 篇 (pian), 部分 (bufen); Part */
    MARK_SUBBOOK,  /* 分编 (fenbian) */
    MARK_CHAPTER,  /* 章 (zhang); Chapter */
    MARK_SECTION,  /* 节 (jie); Section */
    MARK_ARTICLE,  /* 条 (tiao); Article */
    MARK_COMMA,    /* 一、 */
    MARK_BRACKETS, /* （一） */
    MARK_POINT,    /* 1. 1、 1． */
    MARK_INNER,    /* （1） (1) ① */
} MarkKind;

typedef struct {
    MarkKind kind;
    uint16_t number; /* 第十二条之一: 12 */
    uint16_t insert; /* the number behind 之 (zhi): 1; else 0 */
    uint32_t length; /* bytes from the start of the line to the text behind the mark */
    bool is_spaced;  /* the mark is set off from what follows, or nothing follows */
} Mark;

/* The mark at the head of `length` bytes; its kind is MARK_NONE if there is none. */
Mark mark_read(const char *text, size_t length);
