/* CoNLL, BIO by character: a line for each character (itself, its place, its tag), an empty line
 * between sentences, for training taggers and for scoring them.
 *
 * Tags are B- and I- of PER, TITLE and ORG; where spans overlap a person goes before a title, a
 * title before an organisation. The place is counted in characters of the text. Blanks and controls
 * have no line. A line end and 。！？ end a sentence, but not inside a span.
 *   县 0 B-TITLE ⏎ 长 1 I-TITLE ⏎ 何 2 B-PER ⏎ 远 3 I-PER ⏎ 说 4 O
 */
#include "emit/emit_inner.h"

#include <utf8proc.h>

static const char *const tags[] = {"", "ORG", "TITLE", "PER"};

static bool blank(uint32_t c)
{
    return zgi_emit_unseen(c) || utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS;
}

static bool ends(uint32_t c)
{
    return c == '\n' || c == 0x3002 || c == 0xff01 || c == 0xff1f; /* 。！？ */
}

static void put_line(const zgi_painted *p, uint32_t k, bool begins, zgi_json *out)
{
    char digits[ZGI_UTOA_SIZE];
    zgi_painted_put(p, k, out);
    zgi_emit_text(out, "\t");
    zgi_emit_text(out, zgi_utoa(k, digits));
    if (p->role[k] == ZGI_ROLE_NONE) {
        zgi_emit_text(out, "\tO\n");
        return;
    }
    zgi_emit_text(out, begins ? "\tB-" : "\tI-");
    zgi_emit_text(out, tags[p->role[k]]);
    zgi_emit_text(out, "\n");
}

void zgi_emit_conll(const zgi_emit_in *in, zgi_json *out)
{
    zgi_painted p;
    if (!zgi_emit_paint(in, out->arena, &p)) {
        out->failed = true;
        return;
    }
    zgi_emit_text(out, "-DOCSTART-\t0\tO\n\n");
    bool open = false, begins = false; /* a sentence; the next line is the first of its span */
    for (uint32_t k = 0; k < p.count; k++) {
        uint32_t c = zgi_painted_char(&p, k);
        bool inside = p.role[k] != ZGI_ROLE_NONE;
        if (k == 0 || p.first[k] || p.role[k] != p.role[k - 1])
            begins = true;
        if (!blank(c)) {
            put_line(&p, k, begins, out);
            begins = false;
            open = true;
        }
        if (open && ends(c) && !inside) {
            zgi_emit_text(out, "\n");
            open = false;
        }
    }
    if (open)
        zgi_emit_text(out, "\n");
}
