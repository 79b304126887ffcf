/* Damaged data files: refused by name, or harmless. Which of both is not told apart where a byte says only
 * how much a word weighs. */
#include "base/array.h"
#include "segment/lexicon.h"
#include "segment/lexicon_file.h"
#include "tifa.h"

#include <check.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const data_files[] = {"lexicon", "words.model", "fine.model", "parts.model"};

static const char text[] =
    "国务院关于印发《“十四五”国家科技创新规划》的通知，要求各省、自治区、直辖市人民政府认真贯彻执行。"
    "2021年投入300多亿元，推动构建人类命运共同体；中華人民共和國專利法實施細則第三十七條，AI技术与R&D。";

/* A folder with copies of all data files; the test skips itself where the build tree is not known. */
static char *prefix_with_copies(void)
{
    char *prefix = g_dir_make_tmp("tifa-test-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename(prefix, "share/tifa", NULL);
    g_mkdir_with_parents(folder, 0700);
    for (size_t i = 0; i < G_N_ELEMENTS(data_files); i++) {
        g_autofree char *from = g_build_filename(g_getenv("TIFA_BUILD"), "share/tifa", data_files[i], NULL);
        g_autofree char *to = g_build_filename(folder, data_files[i], NULL);
        g_autofree char *bytes = NULL;
        size_t length;
        ck_assert(g_file_get_contents(from, &bytes, &length, NULL));
        ck_assert(g_file_set_contents(to, bytes, (gssize)length, NULL));
    }
    return prefix;
}

static void remove_prefix(const char *prefix)
{
    for (size_t i = 0; i < G_N_ELEMENTS(data_files); i++) {
        g_autofree char *path = g_build_filename(prefix, "share/tifa", data_files[i], NULL);
        g_unlink(path);
    }
    g_autofree char *folder = g_build_filename(prefix, "share/tifa", NULL);
    g_autofree char *parent = g_build_filename(prefix, "share", NULL);
    g_rmdir(folder);
    g_rmdir(parent);
    g_rmdir(prefix);
}

static void cut_and_tag(TifaSegmenter *segmenter, TifaGranularity granularity)
{
    TifaTokens tokens = {0};
    tifa_segmenter_cut(segmenter, text, strlen(text), granularity, &tokens);
    ck_assert_uint_eq(tokens.items[tokens.length - 1].span.end, strlen(text));
    g_autofree uint8_t *parts = g_new(uint8_t, tokens.length);
    tifa_segmenter_tag_parts(segmenter, text, &tokens, parts);
    array_clear(&tokens);
}

/* Whether the files are taken. Then they must serve; if not, the error must name the file. */
static bool survives(const char *prefix, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_setenv("TIFA_PREFIX", prefix, TRUE);
    g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(&error);
    g_unsetenv("TIFA_PREFIX");
    if (!segmenter) {
        ck_assert_ptr_nonnull(strstr(error->message, name));
        return false;
    }
    cut_and_tag(segmenter, TIFA_WORDS);
    cut_and_tag(segmenter, TIFA_FINE);
    return true;
}

/* Writes over some bytes: half of the times of the whole file, else of its header. */
static void damage(GRand *random, char *bytes, size_t length)
{
    size_t most = g_rand_boolean(random) ? length : MIN(length, (size_t)512);
    for (int i = 0; i < 4; i++) {
        size_t place = (size_t)g_rand_int_range(random, 0, (int)most);
        bytes[place] =
            (char)(g_rand_boolean(random) ? bytes[place] ^ 1 << g_rand_int_range(random, 0, 8) : 0xFF);
    }
}

START_TEST(flipped_bytes_are_refused_or_harmless)
{
    enum { FLIPS = 75 };
    if (!g_getenv("TIFA_BUILD"))
        return; /* only ctest says where the build tree is */
    g_autofree char *prefix = prefix_with_copies();
    g_autofree char *path = g_build_filename(prefix, "share/tifa", data_files[_i], NULL);
    g_autofree char *sound = NULL;
    size_t length, refused = 0;
    ck_assert(g_file_get_contents(path, &sound, &length, NULL));
    g_autofree char *damaged = g_memdup2(sound, length);
    g_autoptr(GRand) random = g_rand_new_with_seed(1948 + (uint32_t)_i);
    int file = open(path, O_WRONLY | O_CLOEXEC);
    for (int i = 0; i < FLIPS; i++) {
        memcpy(damaged, sound, length);
        damage(random, damaged, length);
        ck_assert_int_eq(pwrite(file, damaged, length, 0), (ssize_t)length);
        refused += !survives(prefix, data_files[_i]);
    }
    close(file);
    ck_assert_uint_gt(refused, 0);
    remove_prefix(prefix);
}
END_TEST

START_TEST(a_file_cut_short_is_refused)
{
    if (!g_getenv("TIFA_BUILD"))
        return;
    g_autofree char *prefix = prefix_with_copies();
    g_autofree char *path = g_build_filename(prefix, "share/tifa", data_files[_i], NULL);
    GStatBuf status;
    ck_assert_int_eq(g_stat(path, &status), 0);
    const off_t lengths[] = {status.st_size - 1, status.st_size / 2, 200000, 4096, 300, 40, 8, 1, 0};
    for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
        ck_assert_int_eq(truncate(path, lengths[i]), 0);
        ck_assert(!survives(prefix, data_files[_i]));
    }
    remove_prefix(prefix);
}
END_TEST

START_TEST(a_lexicon_that_leads_out_of_itself_is_refused)
{
    static const LexiconEntry entries[] = {{"科技", 1}, {"科学技术", 1}};
    g_autoptr(GBytes) sound = lexicon_build(entries, G_N_ELEMENTS(entries), NULL);
    size_t length;
    const char *bytes = g_bytes_get_data(sound, &length);
    g_autofree char *damaged = g_memdup2(bytes, length);
    g_autoptr(GBytes) shared = g_bytes_new_static(damaged, length);
    const size_t nodes = sizeof(LexiconHeader) + sizeof(uint16_t) * LEXICON_CHARACTERS +
                         sizeof(uint32_t) * LEXICON_FILTER_WORDS;
    Lexicon lexicon = {0};
    ck_assert(lexicon_load(&lexicon, shared, "lexicon", NULL));
    lexicon_clear(&lexicon);
    for (size_t place = nodes; place < length; place += sizeof(LexiconNode)) {
        memset(damaged + place, 0xFF, sizeof(uint32_t));
        ck_assert(!lexicon_load(&lexicon, shared, "lexicon", NULL));
        memcpy(damaged + place, bytes + place, sizeof(uint32_t));
    }
    memset(damaged + sizeof(LexiconHeader) + sizeof(uint16_t) * 0x79D1, 0xFF, sizeof(uint16_t));
    ck_assert(!lexicon_load(&lexicon, shared, "lexicon", NULL));
}
END_TEST

START_TEST(what_is_missing_is_told)
{
    if (!g_getenv("TIFA_BUILD"))
        return;
    g_autofree char *prefix = prefix_with_copies();
    static const char *const missing[] = {NULL, "fine.model", "lexicon"};
    static const char *const told[] = {"", "model is missing", "lexicon is missing"};
    for (size_t i = 0; i < G_N_ELEMENTS(missing); i++) {
        g_autofree char *path = missing[i] ? g_build_filename(prefix, "share/tifa", missing[i], NULL) : NULL;
        if (path)
            g_unlink(path);
        g_setenv("TIFA_PREFIX", prefix, TRUE);
        g_autoptr(TifaSegmenter) segmenter = tifa_segmenter_new(NULL);
        g_unsetenv("TIFA_PREFIX");
        ck_assert_ptr_nonnull(strstr(tifa_segmenter_warning(segmenter), told[i]));
        ck_assert_int_eq(*told[i] == '\0', *tifa_segmenter_warning(segmenter) == '\0');
    }
    remove_prefix(prefix);
}
END_TEST

Suite *suite_damage(void)
{
    Suite *suite = suite_create("damage");
    TCase *tcase = tcase_create("damage");
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, flipped_bytes_are_refused_or_harmless, 0, G_N_ELEMENTS(data_files));
    tcase_add_loop_test(tcase, a_file_cut_short_is_refused, 0, G_N_ELEMENTS(data_files));
    tcase_add_test(tcase, a_lexicon_that_leads_out_of_itself_is_refused);
    tcase_add_test(tcase, what_is_missing_is_told);
    suite_add_tcase(suite, tcase);
    return suite;
}
