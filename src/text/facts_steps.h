/* facts_steps.h - the steps of facts_find(), each in a facts_*.c of its own.
 *
 * All work on one view of the document: its lines (one a block) and the places that part them. The order is
 * that of GB/T 9704-2012: above the title the red head and the number, below it the preamble or the
 * addressees, then the body, signature and date, attachments.
 */
#pragma once

#include "base/array.h"
#include "text/dates.h"
#include "text/document.h"
#include "text/slice.h"

/* How far down a title is looked for, and from there the body. */
enum { FACTS_HEAD_LINES = 60 };

typedef struct {
    TifaDocument *document;
    struct {
        Slice *items;
        size_t length, capacity;
    } lines;          /* the blocks' text without decoration */
    size_t title;     /* the first line of the title, */
    size_t title_end; /* and the line behind its last one; both 0 if the title is not in the text */
    size_t body;      /* the first line of the running text */
    size_t end;       /* the line behind the main text: the first of the attachments, or the last of all */
    char *name;       /* the title as found in the text, else the reader's, or NULL */
    char *forwarded; /* the title of the text that the document forwards (关于印发《…》的通知), or NULL */
    Date date;      /* the last change that the preamble names; year 0: none */
    Date made;      /* the last of them that was no amendment */
    bool is_closed; /* the preamble ends with its bracket, so that nothing of it is missing */
} FactsView;

/* ---- Kinds of lines (facts_line.c) ----------------------------------------------------------- */

/* 澜江省人民政府文件: the red head of an official document. */
bool line_is_red_head(Slice line);

/* 中华人民共和国主席令, 国务院令（第717号）: the head of a decree. */
bool line_is_decree(Slice line);

/* The 发文字号 (fawen zihao, document number) that is all of the line, or the 第31号 of a decree. */
bool line_is_number(Slice line);

/* A line about the page, as 来源：新华社 (source), 发布时间 (published), or a bare label. */
bool line_is_label(Slice line);

/* 各省、自治区、直辖市人民政府： the addressees. */
bool line_is_addressees(Slice line);

/* Whether the line is prose or begins a part of the text, so that the head is over. */
bool line_is_body(Slice line);

/* Whether a preamble may begin here: （2007年12月29日…, 2007年12月29日 …, ——2019年3月5日在…, 根据… */
bool line_is_opening(Slice line);

/* The number's canonical form, 国发〔2018〕5号 (brackets and blanks made alike), or NULL. Free with g_free().
 */
char *number_in_line(Slice line);

/* Sets a field that is not known or that the reader has from a page's own notes ("meta"), which name the
 * website as often as the agency. */
void facts_know(FactsView *view, TifaField field, const char *value, const char *origin);

/* ---- Steps ----------------------------------------------------------------------------------- */

/* Takes what a table of labels above the text states (索引号, 发文机关 ...), and the subject words (主题词). */
void facts_find_labels(FactsView *view);
void facts_find_subjects(FactsView *view);

/* Finds title, number, addressees, what is forwarded, and where body and attachments begin. */
void facts_find_head(FactsView *view);

/* The parts of facts_find_head(): where the title stands; what carries the text (a decree, a notice, news),
 * so that the title is the text's own; and the attachments, which become parts of their own. */
void facts_find_title(FactsView *view);
void facts_pass_carrier(FactsView *view);
void facts_part_attachments(FactsView *view);

/* A title set in 《》 as a whole, without them. Takes the string and gives one back. */
char *title_without_quotes(char *title);

/* Reads the preamble: who adopted, amended or published the text, and when. */
void facts_find_preamble(FactsView *view);

/* Finds whose report a report is: the government's, the congress's. */
void facts_find_reporter(FactsView *view);

/* Reads signature and date at the end of the main text. */
void facts_find_signature(FactsView *view);

/* The same where the date is expected in this line; false if there is none. */
bool facts_take_signature(FactsView *view, size_t line);

/* Reads clauses of the body: in force from when, what is repealed, valid until when. */
void facts_find_clauses(FactsView *view);

/* Fills title and date by what is left: dateline and address, a date near the head, the file's name (or
 * NULL). */
void facts_use_last_resorts(FactsView *view, const char *path);

/* Dates a text that names no day by the session or plan it is, or by the year that its title names. */
void facts_find_period(FactsView *view);

/* 新华社北京3月17日电: month and day of the first dateline in the head; false if there is none. */
bool facts_find_dateline(const FactsView *view, Date *date);

/* Decides language, type and level; language needs only the document. */
void facts_find_language(TifaDocument *document);
void facts_find_kind(FactsView *view);

/* The word that says the type of a document with this title (办法, 条例, 通知 ...), or NULL. Lent. */
const char *facts_type_of(Slice title);
