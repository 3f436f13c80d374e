/* The door of the emit room: one call for every format. */
#include "emit/emit_inner.h"

zg_status zgi_emit_run(const zgi_emit_in *in, zg_format format, zgi_arena *arena,
                       const char **bytes, size_t *len)
{
    zgi_json out;
    zgi_json_init(&out, arena);
    switch (format) {
    case ZG_FORMAT_JSON:
        zgi_emit_json(in, &out);
        break;
    case ZG_FORMAT_JSONL:
        zgi_emit_json(in, &out);
        zgi_json_raw(&out, "\n", 1);
        break;
    case ZG_FORMAT_TSV:
        zgi_emit_tsv(in, true, &out);
        break;
    case ZG_FORMAT_TSV_ROWS:
        zgi_emit_tsv(in, false, &out);
        break;
    case ZG_FORMAT_TABLE:
        zgi_emit_table(in, &out);
        break;
    default:
        return ZG_E_ARGUMENT;
    }
    *bytes = out.data;
    *len = out.len;
    return out.failed ? ZG_E_MEMORY : ZG_OK;
}
