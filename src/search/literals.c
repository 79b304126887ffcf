#include "search/literals.h"

#include "base/utf8.h"
#include "query/phrase.h"

#include <string.h>

/* What is known of the alternative at hand. */
typedef struct {
    GString *run;    /* Han characters one behind the other */
    size_t last;     /* bytes of the last of them */
    GString *both;   /* the expression for the runs before it */
    GString *either; /* for the alternatives before this one */
    bool is_folded;
    bool is_hopeless;
} Literals;

static void end_run(Literals *literals)
{
    const char *run = literals->run->str;
    if (*run) {
        g_autofree char *simplified =
            fold_text(run, strlen(run), literals->is_folded ? phrase_script(run) : FOLD_SIMPLIFIED, NULL);
        g_autofree char *traditional = fold_text(run, strlen(run), FOLD_TRADITIONAL, NULL);
        g_autofree char *found = phrase_index_expression(simplified, traditional, true, true);
        if (found)
            g_string_append_printf(literals->both, "%s(%s)", literals->both->len ? " AND " : "", found);
    }
    g_string_truncate(literals->run, 0);
    literals->last = 0;
}

static void end_alternative(Literals *literals)
{
    end_run(literals);
    literals->is_hopeless |= literals->both->len == 0;
    g_string_append_printf(literals->either, "%s(%s)", literals->either->len ? " OR " : "",
                           literals->both->str);
    g_string_truncate(literals->both, 0);
}

/* The last character may be missing. */
static void make_optional(Literals *literals)
{
    g_string_truncate(literals->run, literals->run->len - literals->last);
    end_run(literals);
}

static const char *behind_class(const char *place)
{
    for (unsigned depth = 0; *place; place++) {
        if (*place == '\\' && place[1])
            place++;
        else if (*place == '[')
            depth++;
        else if (*place == ']' && --depth == 0)
            return place + 1;
    }
    return place;
}

static const char *behind_group(const char *place)
{
    for (unsigned depth = 0; *place;) {
        if (*place == '[') {
            place = behind_class(place);
            continue;
        }
        if (*place == '\\' && place[1])
            place++;
        else if (*place == '(')
            depth++;
        else if (*place == ')' && --depth == 0)
            return place + 1;
        place++;
    }
    return place;
}

/* Reads one element; gives the place behind it. */
static const char *read_element(Literals *literals, const char *place)
{
    switch (*place) {
    case '|':
        end_alternative(literals);
        return place + 1;
    case '?':
    case '*':
        make_optional(literals);
        return place + 1;
    case '{':
        make_optional(literals);
        return place + strcspn(place, "}");
    case '[':
        end_run(literals);
        return behind_class(place);
    case '(':
        end_run(literals);
        return behind_group(place);
    case '\\':
        end_run(literals);
        return place[1] ? g_utf8_next_char(place + 1) : place + 1;
    default:
        break;
    }
    const char *start = place;
    gunichar c = utf8_next(&place);
    if (utf8_is_han(c)) {
        g_string_append_len(literals->run, start, place - start);
        literals->last = (size_t)(place - start);
    } else {
        end_run(literals);
    }
    return place;
}

/* Whether the expression changes how it is to be read, by quotation (\Q) or free white space (?x). */
static bool is_odd(const char *regex)
{
    return strstr(regex, "\\Q") || g_regex_match_simple("\\(\\?[a-wyz]*x", regex, 0, 0);
}

char *literals_expression(const char *regex, bool is_folded)
{
    if (is_odd(regex))
        return NULL;
    Literals literals = {.run = g_string_new(NULL),
                         .both = g_string_new(NULL),
                         .either = g_string_new(NULL),
                         .is_folded = is_folded};
    for (const char *place = regex; *place;)
        place = read_element(&literals, place);
    end_alternative(&literals);
    g_string_free(literals.run, TRUE);
    g_string_free(literals.both, TRUE);
    return g_string_free(literals.either, literals.is_hopeless);
}
