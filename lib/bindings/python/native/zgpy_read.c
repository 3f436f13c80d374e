/* Reads a range of a batch's texts into columns, without the GIL. A text that cannot be read is a
 * row with its error; the next one goes on. A null text has no triples, and no JSON. */
#include "zgpy.h"

#include <stdlib.h>
#include <string.h>

typedef struct reader {
    zg_session *session;
    const zgpy_input *texts, *ids; /* ids: as many as texts, or NULL */
    zgpy_chunk *chunk;
    char *id; /* room for an id with its NUL */
    size_t id_room;
} reader;

/* "ZG_E_UTF8: byte …": every column but `row` and `error` is null. */
static void add_error(reader *r, size_t row, const zg_error *e)
{
    char words[sizeof e->detail + 64];
    const char *name = zg_status_name(e->code);
    const char *detail = e->detail[0] != 0 ? e->detail : zg_status_text(e->code);
    int length = PyOS_snprintf(words, sizeof words, "%s: %s", name, detail);
    size_t last = r->chunk->column_count - 1;
    zgpy_add_number(&r->chunk->columns[0], true, (int64_t)row);
    for (size_t k = 1; k < last; k++) {
        if (r->chunk->columns[k].is_text)
            zgpy_add_text(&r->chunk->columns[k], NULL, 0);
        else
            zgpy_add_number(&r->chunk->columns[k], false, 0);
    }
    size_t kept = length < 0 ? 0 : (size_t)length;
    zgpy_add_text(&r->chunk->columns[last], words, kept < sizeof words ? kept : sizeof words - 1);
}

static void fail(reader *r, size_t row, zg_status code, const char *detail)
{
    zg_error e = ZG_ERROR_INIT;
    e.code = code;
    (void)PyOS_snprintf(e.detail, sizeof e.detail, "%s", detail);
    add_error(r, row, &e);
}

static void add_triples(reader *r, size_t row, const zg_result *result)
{
    zgpy_column *columns = r->chunk->columns;
    size_t count = zg_column_count();
    for (size_t t = 0; t < zg_result_triple_count(result); t++) {
        const zg_triple *triple = zg_result_triple(result, t);
        zgpy_add_number(&columns[0], true, (int64_t)row);
        for (size_t k = 0; k < count; k++) {
            if (columns[k + 1].is_text) {
                const char *s = zg_triple_text(triple, k);
                zgpy_add_text(&columns[k + 1], s, s ? strlen(s) : 0);
            } else {
                size_t n = zg_triple_number(triple, k);
                zgpy_add_number(&columns[k + 1], n != ZG_NONE, (int64_t)n);
            }
        }
        zgpy_add_text(&columns[count + 1], NULL, 0);
    }
}

/* The row's id as a C string in r->id; false when it holds a NUL or memory is out. */
static bool take_id(reader *r, size_t row, const char **id)
{
    *id = NULL;
    if (r->ids == NULL || r->ids->texts[row].bytes == NULL)
        return true;
    const zgpy_text *text = &r->ids->texts[row];
    if (memchr(text->bytes, 0, text->length) != NULL) {
        fail(r, row, ZG_E_ARGUMENT, "the id holds a NUL");
        return false;
    }
    if (text->length >= r->id_room) {
        char *room = realloc(r->id, text->length + 256);
        if (room == NULL) {
            fail(r, row, ZG_E_MEMORY, "out of memory for an id");
            return false;
        }
        r->id = room;
        r->id_room = text->length + 256;
    }
    memcpy(r->id, text->bytes, text->length);
    r->id[text->length] = 0;
    *id = r->id;
    return true;
}

static void add_json(reader *r, size_t row, const zg_result *result)
{
    zgpy_column *columns = r->chunk->columns;
    zg_error e = ZG_ERROR_INIT;
    const char *id = NULL;
    size_t start = columns[1].byte_count;
    if (!take_id(r, row, &id))
        return;
    if (zg_result_write(result, ZG_FORMAT_JSON, id, zgpy_extend, &columns[1], &e) != ZG_OK) {
        columns[1].byte_count = start;
        add_error(r, row, &e);
        return;
    }
    zgpy_end_text(&columns[1]);
    zgpy_add_number(&columns[0], true, (int64_t)row);
    zgpy_add_text(&columns[2], NULL, 0);
}

static void add_null(reader *r, size_t row)
{
    zgpy_column *columns = r->chunk->columns;
    if (r->chunk->output != ZGPY_JSON)
        return;
    zgpy_add_number(&columns[0], true, (int64_t)row);
    zgpy_add_text(&columns[1], NULL, 0);
    zgpy_add_text(&columns[2], NULL, 0);
}

static void read_rows(reader *r, size_t begin, size_t end)
{
    for (size_t row = begin; row < end; row++) {
        const zgpy_text *text = &r->texts->texts[row];
        zg_error e = ZG_ERROR_INIT;
        zg_result *result = NULL;
        if (text->bytes == NULL)
            add_null(r, row);
        else if (zg_extract(r->session, text->bytes, text->length, &result, &e) != ZG_OK)
            add_error(r, row, &e);
        else if (r->chunk->output == ZGPY_JSON)
            add_json(r, row, result);
        else
            add_triples(r, row, result);
        zg_result_free(result);
    }
}

static void destroy(PyObject *capsule)
{
    zgpy_chunk_free(PyCapsule_GetPointer(capsule, ZGPY_CHUNK));
}

static PyObject *wrap(zgpy_chunk *chunk)
{
    for (size_t k = 0; k < chunk->column_count; k++) {
        if (chunk->columns[k].failed) {
            zgpy_chunk_free(chunk);
            PyErr_SetString(PyExc_MemoryError,
                            "out of memory for the columns, or over 2 GB of text in one chunk");
            return NULL;
        }
    }
    PyObject *capsule = PyCapsule_New(chunk, ZGPY_CHUNK, destroy);
    if (capsule == NULL)
        zgpy_chunk_free(chunk);
    return capsule;
}

/* read(session, texts, ids or None, begin, end, output) → chunk */
PyObject *zgpy_read(PyObject *module, PyObject *args)
{
    PyObject *session, *texts, *ids;
    Py_ssize_t begin, end;
    int output;
    (void)module;
    if (!PyArg_ParseTuple(args, "OOOnni:read", &session, &texts, &ids, &begin, &end, &output))
        return NULL;
    reader r = {.session = zgpy_pointer(session, ZGPY_SESSION), .texts = zgpy_input_of(texts)};
    if (r.session == NULL || r.texts == NULL)
        return NULL;
    if (ids != Py_None && (r.ids = zgpy_input_of(ids)) == NULL)
        return NULL;
    if (begin < 0 || end < begin || (size_t)end > r.texts->count || output < ZGPY_TRIPLES ||
        output > ZGPY_JSON || (r.ids != NULL && r.ids->count != r.texts->count)) {
        PyErr_SetString(PyExc_ValueError, "a range, output or count of ids that does not fit");
        return NULL;
    }
    r.chunk = zgpy_chunk_new((zgpy_output)output);
    if (r.chunk == NULL)
        return PyErr_NoMemory();
    Py_BEGIN_ALLOW_THREADS;
    read_rows(&r, (size_t)begin, (size_t)end);
    free(r.id);
    Py_END_ALLOW_THREADS;
    return wrap(r.chunk);
}
