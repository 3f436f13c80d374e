/* The scan's output as one JSON line, for the trace: every edge with its class and cost. */
#include "dict/dict_names.h"
#include "scan/scan.h"

zg_status zgi_scan_dump(const zgi_text *text, const zgi_edges *edges, zgi_json *out)
{
    zgi_json_open(out, '{');
    zgi_json_key(out, "stage");
    zgi_json_string(out, "scan");
    zgi_json_key(out, "edges");
    zgi_json_open(out, '[');
    for (uint32_t k = 0; k < edges->count; k++) {
        const zgi_edge *e = &edges->items[k];
        zgi_json_open(out, '[');
        zgi_json_string_n(out, (const char *)text->src + text->off[e->begin],
                          text->off[e->end] - text->off[e->begin]);
        zgi_json_string(out, zgi_class_name(e->cls));
        zgi_json_uint(out, (uint64_t)(e->cost < 0 ? 0 : e->cost));
        zgi_json_close(out, ']');
    }
    zgi_json_close(out, ']');
    zgi_json_close(out, '}');
    return out->failed ? ZG_E_MEMORY : ZG_OK;
}
