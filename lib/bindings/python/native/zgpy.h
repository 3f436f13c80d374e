/* The native half of the Python package: texts come in (zgpy_input), are read without the GIL
 * (zgpy_read) into columns (zgpy_chunk), which leave as Arrow arrays (zgpy_export).
 *
 *   list of bytes ─┐                              ┌─ Arrow stream of record batches
 *   Arrow column ──┴▶ zgpy_input ─▶ zgpy_chunk… ──┴─ list of tuples
 *
 * Everything a caller sees is a capsule; the Python half (../zhiguan) gives it its shape. */
#ifndef ZGPY_H
#define ZGPY_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdatomic.h>
#include <stdbool.h>

#include <zhiguan.h>

#include "zgpy_arrow.h"

#define ZGPY_DICT    "zhiguan.dict"
#define ZGPY_SESSION "zhiguan.session"
#define ZGPY_INPUT   "zhiguan.input"
#define ZGPY_CHUNK   "zhiguan.chunk"

/* ---- input: pointers to texts, and what keeps the bytes they point at */

typedef struct zgpy_text {
    const char *bytes; /* NULL: the row is null */
    size_t length;
} zgpy_text;

typedef struct zgpy_input {
    zgpy_text *texts;
    size_t count, room;
    PyObject *list;            /* of bytes objects, or NULL */
    struct ArrowArray *arrays; /* moved from their producer */
    size_t array_count;
} zgpy_input;

PyObject *zgpy_input_list(PyObject *module, PyObject *args);
PyObject *zgpy_input_array(PyObject *module, PyObject *args);
PyObject *zgpy_input_stream(PyObject *module, PyObject *args);
PyObject *zgpy_input_length(PyObject *module, PyObject *args);
PyObject *zgpy_input_split(PyObject *module, PyObject *args);
zgpy_input *zgpy_input_of(PyObject *capsule);

/* ---- output: columns */

typedef enum zgpy_output {
    ZGPY_TRIPLES = 0, /* row, the columns of zhiguan.h, error: a row for each triple */
    ZGPY_JSON = 1     /* row, json, error: a row for each text */
} zgpy_output;

typedef struct zgpy_column {
    bool is_text, failed; /* failed: memory was out or the text is over 2 GB */
    size_t length, room, nulls;
    uint8_t *valid; /* a bit a row */
    int64_t *numbers;
    int32_t *offsets;
    char *bytes;
    size_t byte_count, byte_room;
} zgpy_column;

typedef struct zgpy_chunk {
    atomic_size_t holders;
    zgpy_output output;
    size_t column_count;
    zgpy_column *columns;
} zgpy_chunk;

/* The columns of an output: name, NULL past the last; whether they are text or 64-bit numbers. */
const char *zgpy_layout_name(zgpy_output output, size_t column);
bool zgpy_layout_is_text(zgpy_output output, size_t column);
size_t zgpy_layout_count(zgpy_output output);

zgpy_chunk *zgpy_chunk_new(zgpy_output output);
void zgpy_chunk_free(zgpy_chunk *chunk);                              /* takes one holder away */
void zgpy_add_text(zgpy_column *c, const char *bytes, size_t length); /* NULL: null */
void zgpy_add_number(zgpy_column *c, bool known, int64_t number);
int zgpy_extend(const char *bytes, size_t length, void *column); /* a zg_write_fn; then … */
void zgpy_end_text(zgpy_column *c);                              /* … ends what was extended */

/* ---- zgpy_read.c, zgpy_export.c: functions of the module */

PyObject *zgpy_read(PyObject *module, PyObject *args);
PyObject *zgpy_export_stream(PyObject *module, PyObject *args);
PyObject *zgpy_export_rows(PyObject *module, PyObject *args);
PyObject *zgpy_export_names(PyObject *module, PyObject *args);

/* Raises zhiguan.Error from an error of the library; returns NULL. */
PyObject *zgpy_raise(PyObject *module, const zg_error *error);
/* The pointer of a capsule, or NULL with a TypeError. */
void *zgpy_pointer(PyObject *capsule, const char *name);

#endif
