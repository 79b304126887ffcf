/* fuzz_office.c - the XML of office documents. The first letter says which format it is for: w Word, s its
 * styles and lists, o OpenDocument, f a page of OFD, b the list of a book. Whatever it says, the document
 * stays sound. */
#include "extract/extract.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
    const char *name, *content; /* NULL content: the input */
} Member;

static const struct {
    char letter;
    Extractor *extract;
    Member members[5];
} formats[] = {
    {'w', extract_docx, {{"word/document.xml", NULL}, {"word/footnotes.xml", NULL}}},
    {'s',
     extract_docx,
     {{"word/document.xml", "<w:document xmlns:w='w'><w:body><w:p><w:pPr><w:pStyle "
                            "w:val='1'/><w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/>"
                            "</w:numPr></w:pPr><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>"},
      {"word/styles.xml", NULL},
      {"word/numbering.xml", NULL},
      {"word/_rels/document.xml.rels", NULL}}},
    {'o', extract_odt, {{"content.xml", NULL}}},
    {'f',
     extract_ofd,
     {{"OFD.xml", "<OFD><DocRoot>D/D.xml</DocRoot></OFD>"},
      {"D/D.xml",
       "<D><TemplatePage ID='1' BaseLoc='P.xml'/><Page BaseLoc='P.xml'/><Page BaseLoc='P.xml'/></D>"},
      {"D/P.xml", NULL}}},
    {'b',
     extract_epub,
     {{"META-INF/container.xml", "<c><rootfile full-path='b.opf'/></c>"},
      {"b.opf", NULL},
      {"a.xhtml", "<p>text</p>"}}},
};

static la_ssize_t write_bytes(struct archive *archive, void *out, const void *bytes, size_t length)
{
    (void)archive;
    g_byte_array_append(out, bytes, (guint)length);
    return (la_ssize_t)length;
}

/* A zip file of the members, not compressed. */
static GByteArray *pack(const Member *members, const uint8_t *data, size_t size)
{
    GByteArray *zip = g_byte_array_new();
    struct archive *archive = archive_write_new();
    archive_write_set_format_zip(archive);
    archive_write_zip_set_compression_store(archive);
    archive_write_open(archive, zip, NULL, write_bytes, NULL);
    for (size_t i = 0; i < 5 && members[i].name; i++) {
        const void *content = members[i].content ? (const void *)members[i].content : data;
        size_t length = members[i].content ? strlen(members[i].content) : size;
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, members[i].name);
        archive_entry_set_size(entry, (la_int64_t)length);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_write_header(archive, entry);
        archive_write_data(archive, content, length);
        archive_entry_free(entry);
    }
    archive_write_free(archive);
    return zip;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (size_t i = 0; size > 0 && i < G_N_ELEMENTS(formats); i++) {
        if ((char)data[0] != formats[i].letter)
            continue;
        g_autoptr(GByteArray) zip = pack(formats[i].members, data + 1, size - 1);
        g_autoptr(TifaDocument) document = document_new();
        g_autoptr(GError) error = NULL;
        ExtractInput input = {.name = "fuzz", .bytes = zip->data, .length = zip->len};
        bool is_read = formats[i].extract(&input, document, &error);
        g_assert(is_read == (error == NULL));
        g_assert(document_is_sound(document));
    }
    return 0;
}
