/* PostgreSQL: a set-returning function zhiguan(text), and zhiguan_json(text, id).
 *
 *     SELECT person, title, org FROM zhiguan('公安县水利局局长江晓岚说。');
 *      江晓岚 | 局长 | 公安县水利局
 *
 * A backend is one thread: it opens the dictionary at the first call and keeps one session. A
 * result is freed with the memory context of its query, also when the query stops half way. Text
 * is converted from and to the database's encoding; offsets count its characters. */
#include <postgres.h>

#include <catalog/pg_type.h>
#include <fmgr.h>
#include <funcapi.h>
#include <lib/stringinfo.h>
#include <mb/pg_wchar.h>
#include <utils/array.h>
#include <utils/builtins.h>
#include <utils/memutils.h>

#include <zhiguan.h>

PG_MODULE_MAGIC;

static zg_dict *dict;
static zg_session *session;

static void fail(const zg_error *e)
{
    int code = e->code == ZG_E_MEMORY      ? ERRCODE_OUT_OF_MEMORY
               : e->code == ZG_E_TOO_LARGE ? ERRCODE_PROGRAM_LIMIT_EXCEEDED
                                           : ERRCODE_EXTERNAL_ROUTINE_EXCEPTION;
    ereport(ERROR, (errcode(code), errmsg("zhiguan: %s: %s", zg_status_name(e->code),
                                          e->detail[0] ? e->detail : zg_status_text(e->code))));
}

static zg_result *read_text(text *value)
{
    zg_error e = ZG_ERROR_INIT;
    zg_result *result = NULL;
    if (dict == NULL && zg_dict_builtin(NULL, &dict, &e) != ZG_OK)
        fail(&e);
    if (session == NULL && zg_session_new(dict, NULL, &session, &e) != ZG_OK)
        fail(&e);
    int length = (int)VARSIZE_ANY_EXHDR(value);
    char *bytes = VARDATA_ANY(value);
    char *utf8 = pg_server_to_any(bytes, length, PG_UTF8);
    if (zg_extract(session, utf8, utf8 == bytes ? (size_t)length : strlen(utf8), &result, &e) !=
        ZG_OK)
        fail(&e);
    return result;
}

static Datum text_datum(const char *utf8)
{
    return CStringGetTextDatum(pg_any_to_server(utf8, (int)strlen(utf8), PG_UTF8));
}

/* ---- zhiguan(text) */

static void free_result(void *result)
{
    zg_result_free(result);
}

static void first_call(FunctionCallInfo fcinfo, FuncCallContext *context)
{
    MemoryContext old = MemoryContextSwitchTo(context->multi_call_memory_ctx);
    TupleDesc shape;
    if (get_call_result_type(fcinfo, NULL, &shape) != TYPEFUNC_COMPOSITE ||
        (size_t)shape->natts != zg_column_count())
        ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
                        errmsg("zhiguan: the function was declared by another version"),
                        errhint("ALTER EXTENSION zhiguan UPDATE")));
    context->tuple_desc = BlessTupleDesc(shape);
    /* the callback first: after it nothing that fails can lose the result */
    MemoryContextCallback *callback = palloc0(sizeof *callback);
    zg_result *result = read_text(PG_GETARG_TEXT_PP(0));
    callback->func = free_result;
    callback->arg = result;
    MemoryContextRegisterResetCallback(context->multi_call_memory_ctx, callback);
    context->user_fctx = result;
    context->max_calls = zg_result_triple_count(result);
    MemoryContextSwitchTo(old);
}

static HeapTuple row(TupleDesc shape, const zg_triple *triple)
{
    size_t count = zg_column_count();
    Datum *values = palloc0(count * sizeof *values);
    bool *nulls = palloc0(count * sizeof *nulls);
    for (size_t k = 0; k < count; k++) {
        if (zg_column_type_of(k) == ZG_COLUMN_TEXT) {
            const char *value = zg_triple_text(triple, k);
            nulls[k] = value == NULL;
            values[k] = value != NULL ? text_datum(value) : (Datum)0;
        } else {
            size_t value = zg_triple_number(triple, k);
            nulls[k] = value == ZG_NONE;
            values[k] = Int32GetDatum((int32)value); /* offsets are below 2^31 */
        }
    }
    return heap_form_tuple(shape, values, nulls);
}

PG_FUNCTION_INFO_V1(zhiguan_rows);
Datum zhiguan_rows(PG_FUNCTION_ARGS)
{
    if (SRF_IS_FIRSTCALL())
        first_call(fcinfo, SRF_FIRSTCALL_INIT());
    FuncCallContext *context = SRF_PERCALL_SETUP();
    if (context->call_cntr >= context->max_calls)
        SRF_RETURN_DONE(context);
    const zg_triple *triple = zg_result_triple(context->user_fctx, context->call_cntr);
    SRF_RETURN_NEXT(context, HeapTupleGetDatum(row(context->tuple_desc, triple)));
}

/* ---- zhiguan_json(text, id) */

/* A plain malloc'd buffer: an error of PostgreSQL must not jump over the library's frames. */
typedef struct bytes {
    char *data;
    size_t length, room;
} bytes;

static int append(const char *piece, size_t length, void *ctx)
{
    bytes *to = ctx;
    if (to->room - to->length <= length) {
        size_t more = to->length + length + 4096;
        char *data = realloc(to->data, more);
        if (data == NULL)
            return 1;
        to->data = data;
        to->room = more;
    }
    memcpy(to->data + to->length, piece, length);
    to->length += length;
    to->data[to->length] = 0;
    return 0;
}

PG_FUNCTION_INFO_V1(zhiguan_json);
Datum zhiguan_json(PG_FUNCTION_ARGS)
{
    bytes out = {NULL, 0, 0};
    zg_error e = ZG_ERROR_INIT;
    if (PG_ARGISNULL(0))
        PG_RETURN_NULL();
    const char *id = NULL;
    if (!PG_ARGISNULL(1)) {
        char *own = text_to_cstring(PG_GETARG_TEXT_PP(1));
        id = pg_server_to_any(own, (int)strlen(own), PG_UTF8);
    }
    zg_result *result = read_text(PG_GETARG_TEXT_PP(0));
    zg_status status = zg_result_write(result, ZG_FORMAT_JSON, id, append, &out, &e);
    zg_result_free(result);
    char *line = NULL;
    if (status == ZG_OK)
        line = palloc_extended(out.length + 1, MCXT_ALLOC_NO_OOM | MCXT_ALLOC_HUGE);
    if (line != NULL)
        memcpy(line, out.data, out.length + 1);
    free(out.data);
    if (line == NULL && status == ZG_OK)
        e.code = ZG_E_MEMORY;
    if (line == NULL)
        fail(&e);
    PG_RETURN_DATUM(text_datum(line));
}

PG_FUNCTION_INFO_V1(zhiguan_columns);
Datum zhiguan_columns(PG_FUNCTION_ARGS)
{
    size_t count = zg_column_count();
    Datum *names = palloc(count * sizeof *names);
    for (size_t k = 0; k < count; k++)
        names[k] = CStringGetTextDatum(zg_column_name(k));
    PG_RETURN_ARRAYTYPE_P(construct_array(names, (int)count, TEXTOID, -1, false, TYPALIGN_INT));
}
