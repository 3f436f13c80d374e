/* The path through a sentence as one JSON line, for the trace: tokens with class and cost. */
#include "dict/dict_names.h"
#include "name/name.h"

zg_status zgi_name_dump(const zgi_text *text, const zgi_tokens *tokens, zgi_json *out)
{
    zgi_json_open(out, '{');
    zgi_json_key(out, "stage");
    zgi_json_string(out, "name");
    zgi_json_key(out, "tokens");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < tokens->count; k++) {
        const zgi_token *t = &tokens->items[k];
        zgi_json_open(out, '[');
        zgi_json_string_n(out, (const char *)text->src + text->off[t->at.begin],
                          text->off[t->at.end] - text->off[t->at.begin]);
        zgi_json_string(out, zgi_class_name(t->cls));
        zgi_json_uint(out, (uint64_t)(t->cost < 0 ? 0 : t->cost));
        zgi_json_close(out, ']');
    }
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
    return out->failed ? ZG_E_MEMORY : ZG_OK;
}
