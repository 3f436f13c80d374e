/* The text with its spans marked, to be read in a terminal.
 *
 * Persons, titles and organisations differ in colour and in the weight or line of the letters, so
 * that no one need tell colours apart; without colour they stand in brackets. A line end and a tab
 * stay; every other control or unseen character is written as <U+001B>. What is marked is marked
 * anew on each line, so that a pager may cut anywhere.
 *   县长何远说 → <县长>{何远}说
 */
#include "emit/emit_inner.h"

static const char *const opening[2][4] = {{"", "[", "<", "{"},
                                          {"", "\033[32m", "\033[3;33m", "\033[1;4;36m"}};
static const char *const closing[2][4] = {{"", "]", ">", "}"},
                                          {"", "\033[0m", "\033[0m", "\033[0m"}};

static void put_char(const zgi_painted *p, uint32_t k, zgi_json *out)
{
    uint32_t c = zgi_painted_char(p, k);
    if (c == '\n' || c == '\t')
        zgi_painted_put(p, k, out);
    else if (c == '\r' && k + 1 < p->count && zgi_painted_char(p, k + 1) == '\n')
        return; /* CRLF: its line feed ends the line */
    else if (zgi_emit_unseen(c))
        zgi_emit_escape(out, c);
    else
        zgi_painted_put(p, k, out);
}

void zgi_emit_highlight(const zgi_emit_in *in, bool color, zgi_json *out)
{
    zgi_painted p;
    uint8_t now = ZGI_ROLE_NONE;
    if (!zgi_emit_paint(in, out->arena, &p)) {
        out->failed = true;
        return;
    }
    for (uint32_t k = 0; k < p.count; k++) {
        bool line_end = p.utf8[p.off[k]] == '\n';
        uint8_t next = line_end ? ZGI_ROLE_NONE : p.role[k];
        if (next != now || (next != ZGI_ROLE_NONE && p.first[k])) {
            zgi_emit_text(out, closing[color][now]);
            zgi_emit_text(out, opening[color][next]);
            now = next;
        }
        put_char(&p, k, out);
    }
    zgi_emit_text(out, closing[color][now]);
    if (p.count > 0 && p.utf8[p.length - 1] != '\n')
        zgi_emit_text(out, "\n");
}
