#include "extract/page_trouble.h"

#include "extract/ocr.h"

const char *trouble_words(Trouble trouble)
{
    static const char *const words[] = {
        [TROUBLE_NONE] = "no text",
        [TROUBLE_DAMAGED] = "damaged and left out; get another copy",
        [TROUBLE_SCAN] = "no text layer, only images; read it with --ocr to recognise the text",
        [TROUBLE_GARBLED] = "the fonts do not tell which characters they draw; compare with the original, or "
                            "read it with --ocr",
        [TROUBLE_RECOGNISED] = "recognised from an image (OCR); compare with the original before you quote",
        [TROUBLE_UNSURE] = "recognised from an image (OCR) with many doubts; get a better copy",
        [TROUBLE_EMPTY] = "only images, and no text was recognised in them",
        [TROUBLE_NO_TIME] = "only images, and no time was left to recognise them; allow more (--timeout)",
        [TROUBLE_NO_OCR] = "only images, and text recognition is not installed; install " OCR_PACKAGES,
    };
    return words[trouble];
}

void trouble_end(const TroubleRun *run, TifaDocument *document)
{
    if (run->trouble == TROUBLE_NONE)
        return;
    if (run->first == run->last)
        document_warn(document, "page %d: %s", run->first, trouble_words(run->trouble));
    else
        document_warn(document, "pages %d-%d: %s", run->first, run->last, trouble_words(run->trouble));
}

void trouble_add(TroubleRun *run, Trouble trouble, TifaDocument *document)
{
    if (trouble != run->trouble) {
        trouble_end(run, document);
        *run = (TroubleRun){trouble, run->last + 1, run->last};
    }
    run->last++;
}
