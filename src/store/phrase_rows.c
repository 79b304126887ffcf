#include "store/phrase_rows.h"

#include "store/token_rows.h"

/* Of a phrase's tokens, the rarest first: those whose rows are walked side by side, and those that tell nearly
 * as much as all. */
enum { LEADERS = 2, ROUGH = 3 };

/* ---- In one segment -------------------------------------------------------------------------- */

typedef struct {
    TokenRows rows;
    uint64_t offset; /* of the token in the phrase */
} Member;

/* The rows of a segment that have the rarest members, which come first; the others follow where they are
 * needed. */
typedef struct {
    Member members[PHRASE_MOST_TOKENS];
    size_t count, leaders, followers; /* members in all, those that lead, those that are looked at then */
    int64_t row;                      /* at hand; INT64_MAX behind the last */
} Common;

static void common_free(void *data)
{
    Common *common = data;
    for (size_t i = 0; i < common->count; i++)
        token_rows_clear(&common->members[i].rows);
    g_free(common);
}

static int by_weight(const void *left, const void *right)
{
    const Member *a = left, *b = right;
    size_t one = token_rows_weight(&a->rows), other = token_rows_weight(&b->rows);
    return one != other ? (one > other) - (one < other) : (a->offset > b->offset) - (a->offset < b->offset);
}

/* Moves to the first row at `least` or behind it that all leaders have. */
static bool common_seek(Common *common, int64_t least, GError **error)
{
    size_t agreed = 0; /* leaders that stand at `least` */
    for (size_t i = 0; agreed < common->leaders && least < INT64_MAX; i = (i + 1) % common->leaders) {
        TokenRows *rows = &common->members[i].rows;
        if (!token_rows_seek(rows, least, error))
            return false;
        agreed = rows->row > least ? 1 : agreed + 1;
        least = rows->row;
    }
    common->row = least;
    return true;
}

static Common *common_open(Store *store, const Segment *segment, const PhraseToken *tokens, size_t count,
                           bool is_rough, GError **error)
{
    Common *common = g_new0(Common, 1);
    bool is_open = true;
    for (size_t i = 0; is_open && i < count; i++) {
        Member *member = &common->members[common->count++];
        member->offset = i;
        is_open = token_rows_open(&member->rows, store, segment, tokens[i].token, tokens[i].length, error);
    }
    qsort(common->members, common->count, sizeof *common->members, by_weight);
    common->leaders = MIN(count, LEADERS);
    common->followers = (is_rough ? MIN(count, ROUGH) : count) - common->leaders;
    if (is_open && common_seek(common, 1, error))
        return common;
    common_free(common);
    return NULL;
}

/* ---- Places ---------------------------------------------------------------------------------- */

typedef ARRAY(uint64_t) Starts;

/* The next position; false at the end. */
static bool next_position(Packed *in, uint64_t *position)
{
    uint64_t distance;
    if (!varint_next(in, &distance))
        return false;
    *position += distance - 2;
    return true;
}

/* Where the phrase would begin for the first member to stand in its place. */
static bool list_starts(Member *member, Starts *starts, GError **error)
{
    Packed positions;
    if (!token_rows_positions(&member->rows, &positions, error))
        return false;
    starts->length = 0;
    for (uint64_t position = 0; next_position(&positions, &position);)
        if (position >= member->offset)
            array_push(starts, position - member->offset);
    return true;
}

/* Leaves the starts that another member agrees with. */
static bool keep_starts(Member *member, Starts *starts, GError **error)
{
    Packed positions;
    if (!token_rows_positions(&member->rows, &positions, error))
        return false;
    uint64_t position = 0;
    bool has_position = next_position(&positions, &position);
    size_t kept = 0;
    for (size_t i = 0; i < starts->length; i++) {
        uint64_t wanted = starts->items[i] + member->offset;
        while (has_position && position < wanted)
            has_position = next_position(&positions, &position);
        if (has_position && position == wanted)
            starts->items[kept++] = starts->items[i];
    }
    starts->length = kept;
    return true;
}

/* The places of the phrase in the row at hand. */
static bool find_starts(Common *common, Starts *starts, GError **error)
{
    if (!list_starts(&common->members[0], starts, error))
        return false;
    for (size_t i = 1; i < common->leaders + common->followers && starts->length; i++) {
        Member *member = &common->members[i];
        if (!token_rows_seek(&member->rows, common->row, error))
            return false;
        if (member->rows.row > common->row)
            starts->length = 0;
        else if (!keep_starts(member, starts, error))
            return false;
    }
    return true;
}

/* ---- In all segments ------------------------------------------------------------------------- */

/* Opens the segments, the newest first: by level, and in a level from the last. NULL on error. */
static GPtrArray *open_segments(Store *store, const PhraseToken *tokens, size_t count, bool is_rough,
                                GError **error)
{
    Structure structure = {0};
    g_autoptr(GPtrArray) opened = g_ptr_array_new_with_free_func(common_free);
    bool is_open = structure_read(store, &structure, error);
    size_t end = structure.segments.length, first;
    for (size_t start = 0; is_open && start < end; start = first) {
        const Segment *segments = structure.segments.items;
        for (first = start; first < end && segments[first].level == segments[start].level;)
            first++;
        for (size_t i = first; is_open && i-- > start;) {
            Common *common = common_open(store, &segments[i], tokens, count, is_rough, error);
            is_open = common != NULL;
            if (is_open)
                g_ptr_array_add(opened, common);
        }
    }
    structure_clear(&structure);
    return is_open ? g_steal_pointer(&opened) : NULL;
}

/* The segment with the lowest row, the newest of those that have it: what it says of the row is what holds.
 */
static Common *lowest(const GPtrArray *segments)
{
    Common *lowest = segments->len ? segments->pdata[0] : NULL;
    for (size_t i = 1; i < segments->len; i++)
        if (((Common *)segments->pdata[i])->row < lowest->row)
            lowest = segments->pdata[i];
    return lowest && lowest->row < INT64_MAX ? lowest : NULL;
}

static bool pass_row(const GPtrArray *segments, int64_t row, GError **error)
{
    for (size_t i = 0; i < segments->len; i++) {
        Common *common = segments->pdata[i];
        if (common->row == row && !common_seek(common, row + 1, error))
            return false;
    }
    return true;
}

static bool visit_rows(const GPtrArray *segments, StoreMatch *match, void *data, GError **error)
{
    Starts starts = {0};
    GError *trouble = NULL;
    Common *common;
    while (!trouble && (common = lowest(segments))) {
        int64_t row = common->row;
        if (find_starts(common, &starts, &trouble) && starts.length &&
            !match(row, (unsigned)starts.length, data, &trouble))
            break;
        if (!trouble)
            pass_row(segments, row, &trouble);
    }
    array_clear(&starts);
    if (trouble)
        g_propagate_error(error, trouble);
    return !trouble;
}

bool phrase_match(Store *store, const PhraseToken *tokens, size_t count, bool is_rough, StoreMatch *match,
                  void *data, GError **error)
{
    g_assert(count > 0 && count <= PHRASE_MOST_TOKENS);
    /* The records must be of one commit. */
    bool is_alone = sqlite3_get_autocommit(store->db) != 0;
    if (is_alone && !db_run(store, "BEGIN", error))
        return false;
    g_autoptr(GPtrArray) segments = open_segments(store, tokens, count, is_rough, error);
    bool is_done = segments && visit_rows(segments, match, data, error);
    if (is_alone)
        db_run(store, "END", NULL);
    return is_done;
}
