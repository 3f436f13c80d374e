/* Names of firms that nothing but their place in the text shows.
 *
 * 「58集团内部传出…。任命集团副总裁何远…」: what stands before 集团 at the head of a clause, and again elsewhere, is
 * its name; 「银河金汇公告称，公司董事长…」: what makes an announcement is the company. Takes the place of
 * a reference (集团, 公司) and gives what it means, NULL when the text shows nothing.
 */
#include "resolve/resolve_inner.h"

#include <string.h>

enum { SHORTEST = 2, LONGEST = 8 }; /* characters of such a name */

/* Han characters, figures and letters; * of *ST. */
static bool in_name(uint16_t c)
{
    return (c >= 0x4e00 && c < 0xa000) || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || c == '*';
}

/* The run before `at` that begins a clause; empty when it is too long or has nothing before it. */
static zgi_span run_before(const zgi_rs *rs, uint32_t at)
{
    uint32_t begin = at;
    while (begin > 0 && at - begin <= LONGEST && in_name(rs->text->ch[begin - 1]))
        begin--;
    bool good = at - begin >= SHORTEST && at - begin <= LONGEST;
    return good ? (zgi_span){begin, at} : (zgi_span){at, at};
}

/* Does `name` stand at some other place, too? So often at most a document is searched for one. */
#define SEARCHES 1000u
static bool recurs(zgi_rs *rs, zgi_span name)
{
    const zgi_text *t = rs->text;
    uint32_t n = zgi_span_len(name);
    if (rs->searches++ >= SEARCHES)
        return false;
    for (uint32_t i = 0; i + n <= t->n; i++)
        if (i != name.begin && t->ch[i] == t->ch[name.begin] &&
            zgi_rs_same(t, (zgi_span){i, i + n}, name))
            return true;
    return false;
}

static const zgi_full *made(zgi_rs *rs, zgi_span name)
{
    zgi_full *out = zgi_arena_zalloc(rs->arena, 1, sizeof *out);
    if (out == NULL)
        return NULL;
    out->text = zgi_rs_source(rs, name);
    out->place = ZGI_NONE;
    out->kinds = ZGI_K_COMPANY;
    out->headed = out->doubtful = true;
    return out->text == NULL ? NULL : out;
}

/* 长江养老 → 长江养老保险股份有限公司, where the document has that. */
const zgi_full *zgi_rs_registered(const zgi_rs *rs, const char *name)
{
    enum { FIRST = 256 };
    const zgi_full *best = NULL;
    for (uint32_t i = 0; i < rs->fulls_ready && i < FIRST; i++) {
        const zgi_full *f = &rs->fulls[i];
        if (f->text != NULL && !f->open && !f->ref && zgi_rs_tail(f->text, "公司") &&
            strstr(f->text, name) != NULL && (best == NULL || strlen(f->text) > strlen(best->text)))
            best = f;
    }
    return best;
}

/* 集团 → 58集团: the same word with a name before it, twice in the text. */
static const zgi_full *coined(zgi_rs *rs, zgi_span word)
{
    const zgi_text *t = rs->text;
    uint32_t n = zgi_span_len(word);
    for (uint32_t i = 0; i + n <= t->n; i++) {
        if (t->ch[i] != t->ch[word.begin] || !zgi_rs_same(t, (zgi_span){i, i + n}, word))
            continue;
        zgi_span run = run_before(rs, i), name = {run.begin, i + n};
        if (zgi_span_len(run) > 0 && recurs(rs, name))
            return made(rs, name);
    }
    return NULL;
}

/* What a word is short for is asked wherever it stands, and is the same everywhere. */
const zgi_full *zgi_rs_coined(zgi_rs *rs, zgi_span word)
{
    for (uint32_t k = 0; k < rs->coined_count; k++)
        if (zgi_rs_same(rs->text, rs->coined[k].word, word))
            return rs->coined[k].is;
    const zgi_full *is = coined(rs, word);
    if (rs->coined_count < ZGI_COINED)
        rs->coined[rs->coined_count++] = (zgi_coined){word, is};
    return is;
}

/* 公司 in an announcement: who makes it, and is named elsewhere, too. */
const zgi_full *zgi_rs_announcer(zgi_rs *rs, uint32_t at)
{
    zgi_span s = rs->text->sentences[zgi_rs_sentence(rs->text, at)].at;
    uint32_t word = zgi_rs_find(rs->text, (zgi_span){s.begin, at}, "公告");
    zgi_span run = word == ZGI_NONE ? (zgi_span){0, 0} : run_before(rs, word);
    if (zgi_span_len(run) <= SHORTEST || zgi_rs_find(rs->text, run, "公司") != ZGI_NONE ||
        !recurs(rs, run))
        return NULL;
    const zgi_full *short_name = made(rs, run);
    const zgi_full *whole = short_name == NULL ? NULL : zgi_rs_registered(rs, short_name->text);
    return whole != NULL ? whole : short_name;
}
