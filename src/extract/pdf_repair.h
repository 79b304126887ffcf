/* pdf_repair.h - Chinese that arrives as Western letters, decoded anew.
 *
 * Old Chinese programs name fonts like SimSun or FangSong_GB2312 without embedding them and say WinAnsi where
 * the bytes are GBK: 目录 (mulu, contents) comes out as four Western letters. Where a page's accented letters
 * pair up to common Han nearly everywhere, they are read as GB18030; a European text never does that.
 */
#pragma once

#include "extract/pdf_page.h"

/* Repairs the pieces of a page that need it and marks them. */
void pdf_repair_page(PdfPage *page);
