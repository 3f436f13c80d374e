/* The door of the emit room: one call for every format. */
#include "emit/emit_inner.h"

bool zgi_emit_needs_text(zg_format format)
{
    switch (format) {
    case ZG_FORMAT_HIGHLIGHT:
    case ZG_FORMAT_MARKED:
    case ZG_FORMAT_FTM:
    case ZG_FORMAT_BRAT:
    case ZG_FORMAT_ANNOTATION:
    case ZG_FORMAT_CONLL:
        return true;
    default:
        return false;
    }
}

/* The formats that others have made. False: it is none of them. */
static bool emit_other(const zgi_emit_in *in, zg_format format, zgi_json *out)
{
    switch (format) {
    case ZG_FORMAT_CSV:
    case ZG_FORMAT_CSV_ROWS:
        zgi_emit_csv(in, format == ZG_FORMAT_CSV, out);
        return true;
    case ZG_FORMAT_FTM:
        zgi_emit_ftm(in, out);
        return true;
    case ZG_FORMAT_POPOLO:
        zgi_emit_popolo(in, out);
        return true;
    case ZG_FORMAT_BRAT:
        zgi_emit_brat(in, out);
        return true;
    case ZG_FORMAT_ANNOTATION:
        zgi_emit_annotation(in, out);
        return true;
    case ZG_FORMAT_CONLL:
        zgi_emit_conll(in, out);
        return true;
    default:
        return false;
    }
}

zg_status zgi_emit_run(const zgi_emit_in *in, zg_format format, zgi_arena *arena,
                       const char **bytes, size_t *len)
{
    zgi_json out;
    if (in->text.utf8 == NULL && zgi_emit_needs_text(format))
        return ZG_E_ARGUMENT;
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
    case ZG_FORMAT_HIGHLIGHT:
    case ZG_FORMAT_MARKED:
        zgi_emit_highlight(in, format == ZG_FORMAT_HIGHLIGHT, &out);
        break;
    default:
        if (!emit_other(in, format, &out))
            return ZG_E_ARGUMENT;
    }
    *bytes = out.data;
    *len = out.len;
    return out.failed ? ZG_E_MEMORY : ZG_OK;
}
