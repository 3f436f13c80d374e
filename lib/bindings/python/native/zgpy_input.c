/* Texts of a batch: from a list of bytes objects, or from a column of Arrow without a copy.
 *
 * Takes utf8, large_utf8, string views and the binary types of the same layouts; anything else is a
 * TypeError that names the Arrow format. Nothing is read of the texts here. */
#include "zgpy.h"

#include <stdlib.h>
#include <string.h>

zgpy_input *zgpy_input_of(PyObject *capsule)
{
    return zgpy_pointer(capsule, ZGPY_INPUT);
}

static void free_input(zgpy_input *in)
{
    if (in == NULL)
        return;
    for (size_t k = 0; k < in->array_count; k++)
        if (in->arrays[k].release != NULL)
            in->arrays[k].release(&in->arrays[k]);
    Py_XDECREF(in->list);
    free(in->arrays);
    free(in->texts);
    free(in);
}

static void destroy(PyObject *capsule)
{
    free_input(PyCapsule_GetPointer(capsule, ZGPY_INPUT));
}

static zgpy_input *new_input(void)
{
    zgpy_input *in = calloc(1, sizeof *in);
    if (in == NULL)
        (void)PyErr_NoMemory();
    return in;
}

static PyObject *wrap(zgpy_input *in)
{
    PyObject *capsule = PyCapsule_New(in, ZGPY_INPUT, destroy);
    if (capsule == NULL)
        free_input(in);
    return capsule;
}

static bool reserve(zgpy_input *in, size_t more)
{
    size_t room = in->room > 0 ? in->room : 256;
    while (room < in->count + more)
        room *= 2;
    if (room == in->room)
        return true;
    zgpy_text *texts = realloc(in->texts, room * sizeof *texts);
    if (texts == NULL) {
        (void)PyErr_NoMemory();
        return false;
    }
    in->texts = texts;
    in->room = room;
    return true;
}

PyObject *zgpy_input_list(PyObject *module, PyObject *args)
{
    PyObject *list;
    (void)module;
    if (!PyArg_ParseTuple(args, "O:input_list", &list))
        return NULL;
    if (!PyList_Check(list)) {
        PyErr_SetString(PyExc_TypeError, "a list is needed");
        return NULL;
    }
    zgpy_input *in = new_input();
    size_t count = (size_t)PyList_Size(list);
    if (in == NULL || !reserve(in, count)) {
        free_input(in);
        return NULL;
    }
    Py_INCREF(list);
    in->list = list;
    for (; in->count < count; in->count++) {
        PyObject *item = PyList_GetItem(list, (Py_ssize_t)in->count);
        zgpy_text *text = &in->texts[in->count];
        if (item == Py_None) {
            *text = (zgpy_text){NULL, 0};
        } else if (item != NULL && PyBytes_Check(item)) {
            *text = (zgpy_text){PyBytes_AsString(item), (size_t)PyBytes_Size(item)};
        } else {
            PyErr_SetString(PyExc_TypeError, "the list must hold bytes or None");
            free_input(in);
            return NULL;
        }
    }
    return wrap(in);
}

/* ---- Arrow's three layouts of strings, at row i (its offset included) */

static zgpy_text at_32(const struct ArrowArray *a, size_t i)
{
    const int32_t *offsets = a->buffers[1];
    const char *data = a->buffers[2];
    return (zgpy_text){data ? data + offsets[i] : "", (size_t)(offsets[i + 1] - offsets[i])};
}

static zgpy_text at_64(const struct ArrowArray *a, size_t i)
{
    const int64_t *offsets = a->buffers[1];
    const char *data = a->buffers[2];
    return (zgpy_text){data ? data + offsets[i] : "", (size_t)(offsets[i + 1] - offsets[i])};
}

/* 16 bytes a row: length, then 12 bytes of text, or 4 of them, the buffer and the place in it. */
static zgpy_text at_view(const struct ArrowArray *a, size_t i)
{
    const char *view = (const char *)a->buffers[1] + 16 * i;
    int32_t parts[4];
    memcpy(parts, view, sizeof parts);
    if (parts[0] <= 12)
        return (zgpy_text){view + 4, (size_t)parts[0]};
    const char *data = a->buffers[2 + parts[2]];
    return (zgpy_text){data + parts[3], (size_t)parts[0]};
}

static zgpy_text at_null(const struct ArrowArray *a, size_t i)
{
    (void)a;
    (void)i;
    return (zgpy_text){NULL, 0};
}

typedef zgpy_text (*at_fn)(const struct ArrowArray *, size_t);

static at_fn layout(const struct ArrowSchema *schema)
{
    const char *f = schema->format;
    if (schema->dictionary == NULL) {
        if (strcmp(f, "u") == 0 || strcmp(f, "z") == 0)
            return at_32;
        if (strcmp(f, "U") == 0 || strcmp(f, "Z") == 0)
            return at_64;
        if (strcmp(f, "vu") == 0 || strcmp(f, "vz") == 0)
            return at_view;
        if (strcmp(f, "n") == 0)
            return at_null;
    }
    const char *words = schema->dictionary != NULL ? "a dictionary (categories)"
                        : f[0] == '+' ? "a table or a nested type; give one column of it"
                                      : "no text";
    PyErr_Format(
        PyExc_TypeError,
        "a column of strings is needed; this one has the Arrow format '%s', %s. Cast it to "
        "strings first",
        f, words);
    return NULL;
}

/* Takes `array` over, whatever happens. */
static bool add_array(zgpy_input *in, at_fn at, struct ArrowArray *array)
{
    struct ArrowArray *arrays = realloc(in->arrays, (in->array_count + 1) * sizeof *arrays);
    if (arrays == NULL) {
        array->release(array);
        (void)PyErr_NoMemory();
        return false;
    }
    in->arrays = arrays;
    struct ArrowArray *a = &arrays[in->array_count++];
    *a = *array;
    array->release = NULL;
    if (!reserve(in, (size_t)a->length))
        return false;
    const uint8_t *valid = at == at_null || a->null_count == 0 ? NULL : a->buffers[0];
    for (int64_t k = 0; k < a->length; k++) {
        size_t i = (size_t)(a->offset + k);
        bool null = valid != NULL && (valid[i / 8] >> (i % 8) & 1) == 0;
        in->texts[in->count++] = null ? (zgpy_text){NULL, 0} : at(a, i);
    }
    return true;
}

PyObject *zgpy_input_array(PyObject *module, PyObject *args)
{
    PyObject *schema_capsule, *array_capsule;
    (void)module;
    if (!PyArg_ParseTuple(args, "OO:input_array", &schema_capsule, &array_capsule))
        return NULL;
    struct ArrowSchema *schema = zgpy_pointer(schema_capsule, "arrow_schema");
    struct ArrowArray *array = zgpy_pointer(array_capsule, "arrow_array");
    at_fn at = schema && array ? layout(schema) : NULL;
    if (at == NULL)
        return NULL;
    zgpy_input *in = new_input();
    if (in == NULL || !add_array(in, at, array)) {
        free_input(in);
        return NULL;
    }
    return wrap(in);
}

static bool stream_failed(struct ArrowArrayStream *stream, int code)
{
    const char *words = stream->get_last_error(stream);
    PyErr_Format(PyExc_ValueError, "the column's producer has failed: %s (%d)",
                 words ? words : "it says no more", code);
    return false;
}

static bool read_stream(zgpy_input *in, struct ArrowArrayStream *stream)
{
    struct ArrowSchema schema = {0};
    int code = stream->get_schema(stream, &schema);
    if (code != 0)
        return stream_failed(stream, code);
    at_fn at = layout(&schema);
    schema.release(&schema);
    for (bool good = at != NULL; good;) {
        struct ArrowArray array = {0};
        code = stream->get_next(stream, &array);
        if (code != 0)
            return stream_failed(stream, code);
        if (array.release == NULL)
            return true;
        good = add_array(in, at, &array);
    }
    return false;
}

PyObject *zgpy_input_stream(PyObject *module, PyObject *args)
{
    PyObject *capsule;
    (void)module;
    if (!PyArg_ParseTuple(args, "O:input_stream", &capsule))
        return NULL;
    struct ArrowArrayStream *stream = zgpy_pointer(capsule, "arrow_array_stream");
    zgpy_input *in = stream ? new_input() : NULL;
    if (in == NULL || !read_stream(in, stream)) {
        free_input(in);
        return NULL;
    }
    return wrap(in);
}

PyObject *zgpy_input_length(PyObject *module, PyObject *args)
{
    PyObject *capsule;
    (void)module;
    if (!PyArg_ParseTuple(args, "O:input_length", &capsule))
        return NULL;
    zgpy_input *in = zgpy_input_of(capsule);
    return in ? PyLong_FromSize_t(in->count) : NULL;
}

/* Ranges of rows that one thread reads at a time: at most `rows` of them and about `bytes`. */
PyObject *zgpy_input_split(PyObject *module, PyObject *args)
{
    PyObject *capsule;
    Py_ssize_t rows, bytes;
    (void)module;
    if (!PyArg_ParseTuple(args, "Onn:input_split", &capsule, &rows, &bytes))
        return NULL;
    zgpy_input *in = zgpy_input_of(capsule);
    PyObject *ranges = in ? PyList_New(0) : NULL;
    for (size_t begin = 0, end = 0; ranges != NULL && begin < in->count; begin = end) {
        size_t taken = 0;
        while (end < in->count && end - begin < (size_t)rows &&
               (end == begin || taken < (size_t)bytes))
            taken += in->texts[end++].length;
        PyObject *range = Py_BuildValue("nn", (Py_ssize_t)begin, (Py_ssize_t)end);
        if (range == NULL || PyList_Append(ranges, range) != 0)
            Py_CLEAR(ranges);
        Py_XDECREF(range);
    }
    return ranges;
}
