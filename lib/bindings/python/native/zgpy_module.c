/* The module zhiguan._native: dictionaries, sessions and one text at a time. */
#include "zgpy.h"

#include <stdlib.h>
#include <string.h>

typedef struct state {
    PyObject *error; /* zhiguan.Error */
} state;

void *zgpy_pointer(PyObject *capsule, const char *name)
{
    if (PyCapsule_CheckExact(capsule) && PyCapsule_IsValid(capsule, name))
        return PyCapsule_GetPointer(capsule, name);
    PyErr_Format(PyExc_TypeError, "a capsule '%s' is needed", name);
    return NULL;
}

/* Sets e.NAME; takes `value` over. */
static bool set(PyObject *e, const char *name, PyObject *value)
{
    bool good = value != NULL && PyObject_SetAttrString(e, name, value) == 0;
    Py_XDECREF(value);
    return good;
}

PyObject *zgpy_raise(PyObject *module, const zg_error *error)
{
    state *st = PyModule_GetState(module);
    const char *name = zg_status_name(error->code), *text = zg_status_text(error->code);
    PyObject *e = PyObject_CallFunction(st->error, "s", error->detail[0] ? error->detail : text);
    if (e != NULL && set(e, "status", PyUnicode_FromString(name)) &&
        set(e, "code", PyLong_FromLong((long)error->code)) &&
        set(e, "line", PyLong_FromUnsignedLong(error->line)) &&
        set(e, "offset", PyLong_FromUnsignedLongLong(error->offset)) &&
        set(e, "help", PyUnicode_FromString(text)))
        PyErr_SetObject(st->error, e);
    Py_XDECREF(e);
    return NULL;
}

/* The C string of a bytes object, or NULL for None; false with a ValueError for one with a NUL. */
static bool c_string(PyObject *value, const char *what, const char **out)
{
    char *data = NULL;
    *out = NULL;
    if (value == Py_None)
        return true;
    if (PyBytes_AsStringAndSize(value, &data, NULL) != 0) {
        if (PyErr_ExceptionMatches(PyExc_ValueError))
            PyErr_Format(PyExc_ValueError, "the %s holds a NUL", what);
        return false;
    }
    *out = data;
    return true;
}

static void destroy_dict(PyObject *capsule)
{
    zg_dict_close(PyCapsule_GetPointer(capsule, ZGPY_DICT));
}

static void destroy_session(PyObject *capsule)
{
    zg_session_free(PyCapsule_GetPointer(capsule, ZGPY_SESSION));
}

/* dict(path as bytes, or None) → capsule */
static PyObject *open_dict(PyObject *module, PyObject *args)
{
    PyObject *value;
    const char *path;
    zg_dict *dict = NULL;
    zg_error e = ZG_ERROR_INIT;
    zg_status status;
    if (!PyArg_ParseTuple(args, "O:dict", &value) || !c_string(value, "path", &path))
        return NULL;
    Py_BEGIN_ALLOW_THREADS;
    status = path != NULL ? zg_dict_open(path, ZG_DICT_MAPPED, NULL, &dict, &e)
                          : zg_dict_builtin(NULL, &dict, &e);
    Py_END_ALLOW_THREADS;
    if (status != ZG_OK)
        return zgpy_raise(module, &e);
    PyObject *capsule = PyCapsule_New(dict, ZGPY_DICT, destroy_dict);
    if (capsule == NULL)
        zg_dict_close(dict);
    return capsule;
}

static PyObject *data_version(PyObject *module, PyObject *args)
{
    PyObject *capsule;
    (void)module;
    if (!PyArg_ParseTuple(args, "O:data_version", &capsule))
        return NULL;
    zg_dict *dict = zgpy_pointer(capsule, ZGPY_DICT);
    return dict ? PyUnicode_FromString(zg_dict_data_version(dict)) : NULL;
}

/* session(dict, offsets, kinds, strict, min_confidence, max_input) → capsule */
static PyObject *new_session(PyObject *module, PyObject *args)
{
    PyObject *capsule;
    unsigned offsets, kinds, strict, min_confidence;
    unsigned long long max_input;
    zg_options o = ZG_OPTIONS_INIT;
    zg_error e = ZG_ERROR_INIT;
    zg_session *session = NULL;
    if (!PyArg_ParseTuple(args, "OIIIIK:session", &capsule, &offsets, &kinds, &strict,
                          &min_confidence, &max_input))
        return NULL;
    zg_dict *dict = zgpy_pointer(capsule, ZGPY_DICT);
    if (dict == NULL)
        return NULL;
    o.offsets = (zg_offsets)offsets;
    o.kinds = kinds;
    o.strict = strict;
    o.min_confidence = min_confidence;
    o.max_input = (size_t)max_input;
    if (zg_session_new(dict, &o, &session, &e) != ZG_OK)
        return zgpy_raise(module, &e);
    PyObject *made = PyCapsule_New(session, ZGPY_SESSION, destroy_session);
    if (made == NULL)
        zg_session_free(session);
    return made;
}

typedef struct bytes {
    char *data;
    size_t length, room;
} bytes;

static int append(const char *piece, size_t length, void *ctx)
{
    bytes *to = ctx;
    if (to->room - to->length < length) {
        size_t room = to->length + length + 4096;
        char *data = realloc(to->data, room);
        if (data == NULL)
            return 1;
        to->data = data;
        to->room = room;
    }
    memcpy(to->data + to->length, piece, length);
    to->length += length;
    return 0;
}

/* json(session, text as bytes, id as bytes or None) → str */
static PyObject *json(PyObject *module, PyObject *args)
{
    PyObject *capsule, *text, *name;
    const char *id;
    char *utf8;
    Py_ssize_t length;
    bytes out = {0};
    zg_result *result = NULL;
    zg_error e = ZG_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OOO:json", &capsule, &text, &name) || !c_string(name, "id", &id))
        return NULL;
    zg_session *session = zgpy_pointer(capsule, ZGPY_SESSION);
    if (session == NULL || PyBytes_AsStringAndSize(text, &utf8, &length) != 0)
        return NULL;
    zg_status status;
    Py_BEGIN_ALLOW_THREADS;
    status = zg_extract(session, utf8, (size_t)length, &result, &e);
    if (status == ZG_OK)
        status = zg_result_write(result, ZG_FORMAT_JSON, id, append, &out, &e);
    zg_result_free(result);
    Py_END_ALLOW_THREADS;
    PyObject *line = status == ZG_OK
                         ? PyUnicode_DecodeUTF8(out.data, (Py_ssize_t)out.length, "strict")
                         : zgpy_raise(module, &e);
    free(out.data);
    return line;
}

static PyMethodDef methods[] = {
    {"dict", open_dict, METH_VARARGS, "dict(path or None) -> capsule"},
    {"data_version", data_version, METH_VARARGS, "data_version(dict) -> str"},
    {"session", new_session, METH_VARARGS,
     "session(dict, offsets, kinds, strict, min_confidence, max_input) -> capsule"},
    {"json", json, METH_VARARGS, "json(session, text, id or None) -> str"},
    {"input_list", zgpy_input_list, METH_VARARGS, "input_list(list of bytes or None) -> capsule"},
    {"input_array", zgpy_input_array, METH_VARARGS, "input_array(schema, array) -> capsule"},
    {"input_stream", zgpy_input_stream, METH_VARARGS, "input_stream(stream) -> capsule"},
    {"input_length", zgpy_input_length, METH_VARARGS, "input_length(input) -> int"},
    {"input_split", zgpy_input_split, METH_VARARGS, "input_split(input, rows, bytes) -> ranges"},
    {"read", zgpy_read, METH_VARARGS, "read(session, texts, ids, begin, end, output) -> chunk"},
    {"export_stream", zgpy_export_stream, METH_VARARGS, "export_stream(chunks, output) -> stream"},
    {"export_rows", zgpy_export_rows, METH_VARARGS, "export_rows(chunk) -> list of tuples"},
    {"export_names", zgpy_export_names, METH_VARARGS, "export_names(output) -> names"},
    {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT,
                                        "zhiguan._native",
                                        "The native half of zhiguan; use the package.",
                                        sizeof(state),
                                        methods,
                                        NULL,
                                        NULL,
                                        NULL,
                                        NULL};

PyMODINIT_FUNC PyInit__native(void)
{
    PyObject *module = PyModule_Create(&definition);
    if (module == NULL)
        return NULL;
    state *st = PyModule_GetState(module);
    st->error =
        PyErr_NewExceptionWithDoc("zhiguan.Error",
                                  "A text, a dictionary or an option that zhiguan refuses.\n\n"
                                  "status: 'ZG_E_UTF8' …, code: its number, line and offset "
                                  "(bytes): where, help: what to do.",
                                  NULL, NULL);
    Py_XINCREF(st->error); /* the state keeps one, the module takes one */
    if (st->error == NULL || PyModule_AddObject(module, "Error", st->error) != 0 ||
        PyModule_AddStringConstant(module, "version", zg_version()) != 0) {
        Py_DECREF(module);
        return NULL;
    }
    return module;
}
