/* What a sentence must hold before a rule is worth a match: sets of letters, read off its pattern.
 *
 * Takes a pattern and the definitions it may call; gives sets of which every match holds a letter.
 * Only what stands in every match, or is looked for beside it, counts: nothing optional, of
 * alternatives one letter of each. A pattern that is not understood has no needs: at worst a
 * match is tried in vain.
 * `(?<event>[AE])[D_]*(?<names>(?&nm))e(?=\)|J)` with nm = `N(?:H)?` → {A, E}, {N}, {e}, {), J}.
 */
#include <string.h>

#include "rule/rule_set.h"

#define PENDING_MAX 16u /* groups waiting to be read; more are left out */
#define GROUPS_MAX  64u /* groups read in all: definitions may call each other in a circle */

typedef struct zgi_need_reader {
    const char *definitions; /* patterns of the define rows, one after the other */
    size_t definitions_len;
    struct {
        const char *at, *end;
    } pending[PENDING_MAX];
    uint32_t count;
    zgi_compiled *rule;
} zgi_need_reader;

static uint64_t letter_bit(char c)
{
    return (uint64_t)1 << ((unsigned char)c & 63u);
}

/* Behind the class that begins at `p`; *set is 0 when it is one that leaves letters out or has
 * ranges. */
static const char *read_class(const char *p, const char *end, uint64_t *set)
{
    bool plain = p + 1 < end && p[1] != '^';
    *set = 0;
    for (p += plain ? 1 : 2; p < end && *p != ']'; p++) {
        plain = plain && *p != '-' && *p != '\\' && *p != '[';
        *set |= letter_bit(*p);
        p += *p == '\\';
    }
    if (!plain)
        *set = 0;
    return p < end ? p + 1 : end;
}

/* Behind the group that begins at `p`. */
static const char *group_end(const char *p, const char *end)
{
    uint32_t depth = 0;
    uint64_t set;
    while (p < end) {
        if (*p == '[') {
            p = read_class(p, end, &set);
            continue;
        }
        depth += *p == '(';
        if (*p == ')' && --depth == 0)
            return p + 1;
        p += *p == '\\' ? 2 : 1;
    }
    return end;
}

/* What is inside the group that begins at `p`; NULL when a match need not hold it. (?&name) is
 * looked up elsewhere. */
static const char *group_inside(const char *p, const char *end)
{
    static const char *const plain[] = {"(?:", "(?>", "(?=", "(?<="};
    for (size_t k = 0; k < sizeof plain / sizeof plain[0]; k++)
        if ((size_t)(end - p) > strlen(plain[k]) && memcmp(p, plain[k], strlen(plain[k])) == 0)
            return p + strlen(plain[k]);
    if (end - p >= 5 && memcmp(p, "(?<", 3) == 0 && p[3] != '!') {
        while (p < end && *p != '>')
            p++;
        return p + 1;
    }
    return p[1] == '?' ? NULL : p + 1; /* looks for what is not there, or asks */
}

/* A group that stands in every match: what is inside waits to be read. */
static void push_group(zgi_need_reader *r, const char *p, const char *end)
{
    const char *at = p + 1, *name = NULL;
    if (end - p >= 5 && memcmp(p, "(?&", 3) == 0) {
        for (const char *d = r->definitions, *stop = d + r->definitions_len; d < stop; d++)
            if ((size_t)(stop - d) > (size_t)(end - p) && memcmp(d, "(?<", 3) == 0 &&
                memcmp(d + 3, p + 3, (size_t)(end - p) - 4) == 0 && d[end - p - 1] == '>') {
                name = d;
                at = d + (end - p);
                end = group_end(d, stop);
                break;
            }
        if (name == NULL)
            return;
    } else {
        at = group_inside(p, end);
        if (at == NULL)
            return;
    }
    if (r->count < PENDING_MAX && at < end) {
        r->pending[r->count].at = at;
        r->pending[r->count++].end = end - 1;
    }
}

static bool has_choice(const char *p, const char *end)
{
    uint64_t set;
    while (p < end && *p != '|')
        p = *p == '('    ? group_end(p, end)
            : *p == '['  ? read_class(p, end, &set)
            : *p == '\\' ? p + 2
                         : p + 1;
    return p < end;
}

/* Behind the quantifier at `p`; *optional: what stands before it may be missing. */
static const char *read_quantifier(const char *p, const char *end, bool *optional)
{
    *optional = p < end && (*p == '?' || *p == '*' ||
                            (*p == '{' && p + 1 < end && (p[1] == '0' || p[1] == ',')));
    if (p < end && *p == '{')
        while (p < end && *p != '}')
            p++;
    while (p < end && (*p == '?' || *p == '*' || *p == '+' || *p == '}'))
        p++;
    return p;
}

static void read_sequence(zgi_need_reader *r, const char *p, const char *end)
{
    while (p < end) {
        const char *from = p;
        uint64_t set = 0;
        bool optional;
        if (*p == '(')
            p = group_end(p, end);
        else if (*p == '[')
            p = read_class(p, end, &set);
        else if (*p == '\\')
            set = letter_bit(p[1]), p += 2; /* a mark: is_plain lets nothing else pass */
        else if (strchr(".^$", *p++) == NULL)
            set = letter_bit(*from);
        const char *behind = read_quantifier(p, end, &optional);
        if (!optional && *from == '(')
            push_group(r, from, p);
        if (!optional && set != 0 && r->rule->need_count < ZGI_NEEDS_MAX)
            r->rule->needs[r->rule->need_count++] = set;
        p = behind;
    }
}

/* The last letter or class on the way from `p` to the end of its alternative, which *stop is set
 * to, that cannot be left out; groups are stepped over. */
static uint64_t last_need(const char *p, const char *end, const char **stop)
{
    uint64_t need = 0;
    while (p < end && *p != '|') {
        uint64_t set = 0;
        bool optional;
        if (*p == '(')
            p = group_end(p, end);
        else if (*p == '[')
            p = read_class(p, end, &set);
        else if (*p == '\\')
            set = letter_bit(p[1]), p += 2;
        else if (strchr(".^$", *p) == NULL)
            set = letter_bit(*p++);
        else
            p++;
        p = read_quantifier(p, end, &optional);
        need = optional || set == 0 ? need : set;
    }
    *stop = p;
    return need;
}

/* Alternatives: a letter of each, if each has one. */
static void read_choice(zgi_need_reader *r, const char *p, const char *end)
{
    uint64_t all = 0;
    for (;;) {
        uint64_t need = last_need(p, end, &p);
        if (need == 0)
            return;
        all |= need;
        if (p >= end)
            break;
        p++;
    }
    if (r->rule->need_count < ZGI_NEEDS_MAX)
        r->rule->needs[r->rule->need_count++] = all;
}

/* Options and verbs change what the letters after them mean; escapes of letters and classes that
 * begin with a bracket are not read here. */
static bool is_plain(const char *p, size_t len)
{
    for (const char *end = p + len; p < end; p++) {
        if (*p == '\\' &&
            ((p[1] >= '0' && p[1] <= '9') || ((p[1] | 32) >= 'a' && (p[1] | 32) <= 'z')))
            return false;
        if (*p == '[' && (p[1] == '[' || p[1] == ']' || (p[1] == '^' && p[2] == ']')))
            return false;
        if (*p == '(' && (p[1] == '*' || (p[1] == '?' && strchr(":<=!&(>", p[2]) == NULL)))
            return false;
        p += *p == '\\' && p + 1 < end;
    }
    return true;
}

void zgi_rule_needs(const char *pattern, const char *definitions, size_t definitions_len,
                    zgi_compiled *rule)
{
    zgi_need_reader r = {definitions, definitions_len, {{NULL, NULL}}, 1, rule};
    r.pending[0].at = pattern;
    r.pending[0].end = pattern + strlen(pattern);
    rule->need_count = 0;
    if (!is_plain(pattern, strlen(pattern)) || !is_plain(definitions, definitions_len))
        return;
    for (uint32_t read = 0; r.count > 0 && read < GROUPS_MAX; read++) {
        const char *at = r.pending[--r.count].at, *end = r.pending[r.count].end;
        if (has_choice(at, end))
            read_choice(&r, at, end);
        else
            read_sequence(&r, at, end);
    }
}

uint64_t zgi_rule_letters(const char *classes, size_t n)
{
    uint64_t set = letter_bit('#'); /* what a title becomes that a rule has used */
    for (size_t k = 0; k < n; k++)
        set |= letter_bit(classes[k]);
    return set;
}

bool zgi_rule_may_match(const zgi_compiled *rule, uint64_t letters)
{
    for (uint32_t k = 0; k < rule->need_count; k++)
        if ((rule->needs[k] & letters) == 0)
            return false;
    return true;
}
