/* Items of a sentence as one JSON line, for the trace. */
#include "org/org.h"

static const char *meaning(char letter)
{
    switch (letter) {
#define ZGI_X(sign, id, what)                                                                      \
    case sign:                                                                                     \
        return what;
        ZGI_LETTERS(ZGI_X)
#undef ZGI_X
    default:
        return NULL;
    }
}

zg_status zgi_org_dump(const zgi_text *text, const zgi_items *items, zgi_json *out)
{
    zgi_json_open(out, '{');
    zgi_json_key(out, "stage");
    zgi_json_string(out, "org");
    zgi_json_key(out, "classes");
    zgi_json_string(out, items->classes);
    zgi_json_key(out, "items");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < items->count; k++) {
        const zgi_item *it = &items->items[k];
        zgi_json_open(out, '{');
        zgi_json_key(out, "class");
        zgi_json_string_n(out, &it->letter, 1);
        zgi_json_key(out, "what");
        zgi_json_string(out, meaning(it->letter));
        zgi_json_key(out, "text");
        zgi_json_string_n(out, (const char *)text->src + text->off[it->at.begin],
                          text->off[it->at.end] - text->off[it->at.begin]);
        zgi_json_close(out, '}');
    }
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
    return out->failed ? ZG_E_MEMORY : ZG_OK;
}
