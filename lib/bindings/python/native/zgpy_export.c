/* Chunks as Arrow: a stream of record batches that share the chunks' memory. Every array that goes
 * out holds its chunk, so a consumer may keep one column and drop the rest, in any order. */
#include "zgpy.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- schema */

static void release_leaf_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void release_schema(struct ArrowSchema *schema)
{
    for (int64_t k = 0; k < schema->n_children; k++)
        if (schema->children[k]->release != NULL)
            schema->children[k]->release(schema->children[k]);
    free(schema->private_data);
    schema->release = NULL;
}

static int export_schema(zgpy_output output, struct ArrowSchema *out)
{
    size_t count = zgpy_layout_count(output);
    struct ArrowSchema **children = malloc(count * (sizeof *children + sizeof **children));
    if (children == NULL)
        return ENOMEM;
    struct ArrowSchema *leaves = (struct ArrowSchema *)(void *)(children + count);
    for (size_t k = 0; k < count; k++) {
        leaves[k] = (struct ArrowSchema){.format = zgpy_layout_is_text(output, k) ? "u" : "l",
                                         .name = zgpy_layout_name(output, k),
                                         .flags = k == 0 ? 0 : ARROW_FLAG_NULLABLE,
                                         .release = release_leaf_schema};
        children[k] = &leaves[k];
    }
    *out = (struct ArrowSchema){.format = "+s",
                                .name = "",
                                .n_children = (int64_t)count,
                                .children = children,
                                .release = release_schema,
                                .private_data = children};
    return 0;
}

/* ---- arrays */

typedef struct leaf {
    zgpy_chunk *chunk;
    const void *buffers[3];
} leaf;

static void release_leaf(struct ArrowArray *array)
{
    leaf *l = array->private_data;
    zgpy_chunk_free(l->chunk);
    free(l);
    array->release = NULL;
}

static bool export_leaf(zgpy_chunk *chunk, const zgpy_column *c, struct ArrowArray *out)
{
    leaf *l = malloc(sizeof *l);
    if (l == NULL)
        return false;
    *l = (leaf){chunk, {c->valid, c->numbers, NULL}};
    if (c->is_text) {
        l->buffers[1] = c->offsets;
        l->buffers[2] = c->bytes;
    }
    atomic_fetch_add(&chunk->holders, 1);
    *out = (struct ArrowArray){.length = (int64_t)c->length,
                               .null_count = (int64_t)c->nulls,
                               .n_buffers = c->is_text ? 3 : 2,
                               .buffers = l->buffers,
                               .release = release_leaf,
                               .private_data = l};
    return true;
}

typedef struct branch {
    const void *buffers[1];
    struct ArrowArray **children;
    struct ArrowArray *leaves;
} branch;

static void release_branch(struct ArrowArray *array)
{
    branch *b = array->private_data;
    for (int64_t k = 0; k < array->n_children; k++)
        if (b->children[k]->release != NULL)
            b->children[k]->release(b->children[k]);
    free(b->children);
    free(b->leaves);
    free(b);
    array->release = NULL;
}

static int export_chunk(zgpy_chunk *chunk, struct ArrowArray *out)
{
    size_t count = chunk->column_count;
    branch *b = calloc(1, sizeof *b);
    if (b == NULL)
        return ENOMEM;
    b->children = calloc(count, sizeof *b->children);
    b->leaves = calloc(count, sizeof *b->leaves);
    *out = (struct ArrowArray){.length = (int64_t)chunk->columns[0].length,
                               .n_buffers = 1,
                               .buffers = b->buffers,
                               .children = b->children,
                               .release = release_branch,
                               .private_data = b};
    bool good = b->children != NULL && b->leaves != NULL;
    for (size_t k = 0; good && k < count; k++) {
        b->children[k] = &b->leaves[k];
        good = export_leaf(chunk, &chunk->columns[k], &b->leaves[k]);
        out->n_children += good ? 1 : 0;
    }
    if (!good)
        release_branch(out);
    return good ? 0 : ENOMEM;
}

/* ---- stream */

typedef struct stream {
    zgpy_output output;
    size_t count, next;
    zgpy_chunk *chunks[];
} stream;

static int get_schema(struct ArrowArrayStream *self, struct ArrowSchema *out)
{
    return export_schema(((stream *)self->private_data)->output, out);
}

static int get_next(struct ArrowArrayStream *self, struct ArrowArray *out)
{
    stream *s = self->private_data;
    if (s->next == s->count) {
        out->release = NULL;
        return 0;
    }
    return export_chunk(s->chunks[s->next++], out);
}

static const char *get_last_error(struct ArrowArrayStream *self)
{
    (void)self;
    return "out of memory";
}

static void release_stream(struct ArrowArrayStream *self)
{
    stream *s = self->private_data;
    for (size_t k = 0; k < s->count; k++)
        zgpy_chunk_free(s->chunks[k]);
    free(s);
    self->release = NULL;
}

static void destroy_stream(PyObject *capsule)
{
    struct ArrowArrayStream *self = PyCapsule_GetPointer(capsule, "arrow_array_stream");
    if (self != NULL && self->release != NULL)
        self->release(self);
    free(self);
}

/* export_stream(list of chunks, output) → capsule "arrow_array_stream" */
PyObject *zgpy_export_stream(PyObject *module, PyObject *args)
{
    PyObject *chunks;
    int output;
    (void)module;
    if (!PyArg_ParseTuple(args, "O!i:export_stream", &PyList_Type, &chunks, &output))
        return NULL;
    size_t count = (size_t)PyList_Size(chunks);
    struct ArrowArrayStream *self = malloc(sizeof *self);
    stream *s = malloc(sizeof *s + count * sizeof *s->chunks);
    if (self == NULL || s == NULL) {
        free(self);
        free(s);
        return PyErr_NoMemory();
    }
    *s = (stream){.output = (zgpy_output)output};
    *self = (struct ArrowArrayStream){get_schema, get_next, get_last_error, release_stream, s};
    for (; s->count < count; s->count++) {
        PyObject *item = PyList_GetItem(chunks, (Py_ssize_t)s->count);
        zgpy_chunk *chunk = item ? zgpy_pointer(item, ZGPY_CHUNK) : NULL;
        if (chunk == NULL)
            break;
        atomic_fetch_add(&chunk->holders, 1);
        s->chunks[s->count] = chunk;
    }
    PyObject *capsule =
        s->count < count ? NULL : PyCapsule_New(self, "arrow_array_stream", destroy_stream);
    if (capsule == NULL) {
        release_stream(self);
        free(self);
    }
    return capsule;
}

/* ---- for Python without Arrow */

static PyObject *cell(const zgpy_column *c, size_t row)
{
    if ((c->valid[row / 8] >> (row % 8) & 1) == 0) {
        Py_INCREF(Py_None);
        return Py_None;
    }
    if (!c->is_text)
        return PyLong_FromLongLong(c->numbers[row]);
    return PyUnicode_DecodeUTF8(c->bytes + c->offsets[row], c->offsets[row + 1] - c->offsets[row],
                                "replace");
}

/* export_rows(chunk) → a list of tuples */
PyObject *zgpy_export_rows(PyObject *module, PyObject *args)
{
    PyObject *capsule;
    (void)module;
    if (!PyArg_ParseTuple(args, "O:export_rows", &capsule))
        return NULL;
    zgpy_chunk *chunk = zgpy_pointer(capsule, ZGPY_CHUNK);
    if (chunk == NULL)
        return NULL;
    size_t rows = chunk->columns[0].length;
    PyObject *list = PyList_New((Py_ssize_t)rows);
    for (size_t i = 0; list != NULL && i < rows; i++) {
        PyObject *tuple = PyTuple_New((Py_ssize_t)chunk->column_count);
        for (size_t k = 0; tuple != NULL && k < chunk->column_count; k++) {
            PyObject *value = cell(&chunk->columns[k], i);
            if (value == NULL || PyTuple_SetItem(tuple, (Py_ssize_t)k, value) != 0)
                Py_CLEAR(tuple);
        }
        if (tuple == NULL || PyList_SetItem(list, (Py_ssize_t)i, tuple) != 0)
            Py_CLEAR(list);
    }
    return list;
}

/* export_names(output) → names of the columns */
PyObject *zgpy_export_names(PyObject *module, PyObject *args)
{
    int output;
    (void)module;
    if (!PyArg_ParseTuple(args, "i:export_names", &output))
        return NULL;
    size_t count = zgpy_layout_count((zgpy_output)output);
    PyObject *names = PyTuple_New((Py_ssize_t)count);
    for (size_t k = 0; names != NULL && k < count; k++) {
        PyObject *name = PyUnicode_FromString(zgpy_layout_name((zgpy_output)output, k));
        if (name == NULL || PyTuple_SetItem(names, (Py_ssize_t)k, name) != 0)
            Py_CLEAR(names);
    }
    return names;
}
