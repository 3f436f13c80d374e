/* A loadable extension of SQLite: who holds which post in which organisation, as SQL.
 *
 *     .load build/sqlite/zhiguan
 *     SELECT person, title, org FROM zhiguan('公安县水利局局长江晓岚说，路通了。');
 *     江晓岚|局长|公安县水利局
 *
 * zhiguan(text) is a table-valued function with the columns of zhiguan.h; zhiguan_json(text[, id])
 * is the command line's line of JSON. A connection has one session; it is used by one thread at a
 * time, as SQLite itself sees to, and never between two calls. */
#include <sqlite3ext.h>

#include <stdint.h>
#include <string.h>

#include <zhiguan.h>

SQLITE_EXTENSION_INIT1

/* What the module and the functions of a connection share; freed with the last of them. */
typedef struct reader {
    int holders;
    zg_dict *dict;
    zg_session *session;
} reader;

typedef struct table {
    sqlite3_vtab base;
    reader *reader;
} table;

typedef struct cursor {
    sqlite3_vtab_cursor base;
    zg_result *result;
    size_t row;
    sqlite3_value *text; /* the argument, for whoever selects the hidden column */
} cursor;

static void drop(void *p)
{
    reader *r = p;
    if (--r->holders > 0)
        return;
    zg_session_free(r->session);
    zg_dict_close(r->dict);
    sqlite3_free(r);
}

static char *words(const zg_error *e)
{
    return sqlite3_mprintf("zhiguan: %s: %s", zg_status_name(e->code),
                           e->detail[0] != 0 ? e->detail : zg_status_text(e->code));
}

static zg_status read_value(reader *r, sqlite3_value *value, zg_result **out, zg_error *e)
{
    const char *text = (const char *)sqlite3_value_text(value);
    size_t length = (size_t)sqlite3_value_bytes(value);
    *out = NULL;
    if (text == NULL && sqlite3_value_type(value) != SQLITE_NULL)
        return e->code = ZG_E_MEMORY;
    return text != NULL ? zg_extract(r->session, text, length, out, e) : ZG_OK;
}

/* ---- zhiguan(text) */

static int connect(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out,
                   char **error)
{
    (void)argc;
    (void)argv;
    (void)error;
    sqlite3_str *sql = sqlite3_str_new(db);
    sqlite3_str_appendall(sql, "CREATE TABLE x(");
    for (size_t k = 0; k < zg_column_count(); k++)
        sqlite3_str_appendf(sql, "\"%w\" %s, ", zg_column_name(k),
                            zg_column_type_of(k) == ZG_COLUMN_TEXT ? "TEXT" : "INTEGER");
    sqlite3_str_appendall(sql, "text HIDDEN)");
    char *declared = sqlite3_str_finish(sql);
    table *t = sqlite3_malloc64(sizeof *t);
    int rc = declared != NULL && t != NULL ? sqlite3_declare_vtab(db, declared) : SQLITE_NOMEM;
    sqlite3_free(declared);
    if (rc != SQLITE_OK) {
        sqlite3_free(t);
        return rc;
    }
    memset(t, 0, sizeof *t);
    t->reader = aux;
    (void)sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    *out = &t->base;
    return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *vtab)
{
    sqlite3_free(vtab);
    return SQLITE_OK;
}

/* The text must be given. SQLITE_CONSTRAINT: not in this order of a join; try another. */
static int best_index(sqlite3_vtab *vtab, sqlite3_index_info *info)
{
    int hidden = (int)zg_column_count(), unusable = 0;
    for (int k = 0; k < info->nConstraint; k++) {
        if (info->aConstraint[k].iColumn != hidden ||
            info->aConstraint[k].op != SQLITE_INDEX_CONSTRAINT_EQ)
            continue;
        if (info->aConstraint[k].usable) {
            info->aConstraintUsage[k].argvIndex = 1;
            info->aConstraintUsage[k].omit = 1;
            info->estimatedCost = 1000;
            info->estimatedRows = 10;
            return SQLITE_OK;
        }
        unusable = 1;
    }
    if (unusable)
        return SQLITE_CONSTRAINT;
    sqlite3_free(vtab->zErrMsg);
    vtab->zErrMsg = sqlite3_mprintf("zhiguan takes a text: SELECT * FROM zhiguan('…')");
    return SQLITE_ERROR;
}

static int open_cursor(sqlite3_vtab *vtab, sqlite3_vtab_cursor **out)
{
    (void)vtab;
    cursor *c = sqlite3_malloc64(sizeof *c);
    if (c == NULL)
        return SQLITE_NOMEM;
    memset(c, 0, sizeof *c);
    *out = &c->base;
    return SQLITE_OK;
}

static void clear(cursor *c)
{
    zg_result_free(c->result);
    sqlite3_value_free(c->text);
    c->result = NULL;
    c->text = NULL;
    c->row = 0;
}

static int close_cursor(sqlite3_vtab_cursor *base)
{
    clear((cursor *)base);
    sqlite3_free(base);
    return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *base, int number, const char *name, int argc,
                  sqlite3_value **argv)
{
    cursor *c = (cursor *)base;
    table *t = (table *)base->pVtab;
    zg_error e = ZG_ERROR_INIT;
    (void)number;
    (void)name;
    clear(c);
    if (argc < 1)
        return SQLITE_OK;
    if ((c->text = sqlite3_value_dup(argv[0])) == NULL)
        return SQLITE_NOMEM;
    if (read_value(t->reader, argv[0], &c->result, &e) == ZG_OK)
        return SQLITE_OK;
    if (e.code == ZG_E_MEMORY)
        return SQLITE_NOMEM;
    sqlite3_free(t->base.zErrMsg);
    t->base.zErrMsg = words(&e);
    return SQLITE_ERROR;
}

static int next(sqlite3_vtab_cursor *base)
{
    ((cursor *)base)->row++;
    return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *base)
{
    cursor *c = (cursor *)base;
    return c->row >= zg_result_triple_count(c->result);
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *to, int index)
{
    cursor *c = (cursor *)base;
    const zg_triple *triple = zg_result_triple(c->result, c->row);
    size_t k = (size_t)index, number;
    switch (zg_column_type_of(k)) {
    case ZG_COLUMN_TEXT: /* the result may be gone before the value: SQLite takes a copy */
        sqlite3_result_text(to, zg_triple_text(triple, k), -1, SQLITE_TRANSIENT);
        break;
    case ZG_COLUMN_NUMBER:
        number = zg_triple_number(triple, k);
        if (number != ZG_NONE)
            sqlite3_result_int64(to, (sqlite3_int64)number);
        break;
    default:
        sqlite3_result_value(to, c->text);
        break;
    }
    return SQLITE_OK;
}

static int row_id(sqlite3_vtab_cursor *base, sqlite3_int64 *out)
{
    *out = (sqlite3_int64)((cursor *)base)->row;
    return SQLITE_OK;
}

/* No xCreate: the table is there without CREATE VIRTUAL TABLE, and only so. */
static const sqlite3_module module = {.xConnect = connect,
                                      .xBestIndex = best_index,
                                      .xDisconnect = disconnect,
                                      .xOpen = open_cursor,
                                      .xClose = close_cursor,
                                      .xFilter = filter,
                                      .xNext = next,
                                      .xEof = at_end,
                                      .xColumn = column,
                                      .xRowid = row_id};

/* ---- zhiguan_json(text[, id]), zhiguan_version() */

static int append(const char *bytes, size_t length, void *ctx)
{
    sqlite3_str_append(ctx, bytes, (int)length);
    return sqlite3_str_errcode(ctx) != SQLITE_OK;
}

static void json(sqlite3_context *to, int argc, sqlite3_value **argv)
{
    zg_error e = ZG_ERROR_INIT;
    zg_result *result = NULL;
    const char *id = argc > 1 ? (const char *)sqlite3_value_text(argv[1]) : NULL;
    if (id != NULL && strlen(id) != (size_t)sqlite3_value_bytes(argv[1])) {
        sqlite3_result_error(to, "zhiguan_json: the id holds a NUL", -1);
        return;
    }
    zg_status status = read_value(sqlite3_user_data(to), argv[0], &result, &e);
    if (status == ZG_OK && result == NULL)
        return; /* NULL in, NULL out */
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(to));
    if (status == ZG_OK)
        status = zg_result_write(result, ZG_FORMAT_JSON, id, append, out, &e);
    zg_result_free(result);
    if (status == ZG_OK) {
        int length = sqlite3_str_length(out);
        sqlite3_result_text(to, sqlite3_str_finish(out), length, sqlite3_free);
        return;
    }
    sqlite3_free(sqlite3_str_finish(out));
    if (e.code == ZG_E_MEMORY || e.code == ZG_E_WRITE) {
        sqlite3_result_error_nomem(to);
        return;
    }
    char *message = words(&e);
    sqlite3_result_error(to, message ? message : "zhiguan: out of memory", -1);
    sqlite3_free(message);
}

static void version(sqlite3_context *to, int argc, sqlite3_value **argv)
{
    reader *r = sqlite3_user_data(to);
    (void)argc;
    (void)argv;
    char *both = sqlite3_mprintf("%s data %s", zg_version(), zg_dict_data_version(r->dict));
    sqlite3_result_text(to, both, -1, sqlite3_free);
}

/* ---- loading */

static reader *new_reader(char **error)
{
    zg_error e = ZG_ERROR_INIT;
    reader *r = sqlite3_malloc64(sizeof *r);
    if (r == NULL)
        return NULL;
    memset(r, 0, sizeof *r);
    r->holders = 1;
    if (zg_dict_builtin(NULL, &r->dict, &e) != ZG_OK ||
        zg_session_new(r->dict, NULL, &r->session, &e) != ZG_OK) {
        *error = words(&e);
        drop(r);
        return NULL;
    }
    return r;
}

static int add_function(sqlite3 *db, reader *r, const char *name, int count,
                        void (*call)(sqlite3_context *, int, sqlite3_value **))
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    r->holders++; /* SQLite calls `drop` when it fails, too */
    return sqlite3_create_function_v2(db, name, count, flags, r, call, NULL, NULL, drop);
}

#ifdef _WIN32
__declspec(dllexport)
#else
__attribute__((visibility("default")))
#endif
    int sqlite3_zhiguan_init(sqlite3 *db, char **error, const sqlite3_api_routines *api);

int sqlite3_zhiguan_init(sqlite3 *db, char **error, const sqlite3_api_routines *api)
{
    SQLITE_EXTENSION_INIT2(api)
    reader *r = new_reader(error);
    if (r == NULL)
        return SQLITE_ERROR;
    r->holders++;
    int rc = sqlite3_create_module_v2(db, "zhiguan", &module, r, drop);
    if (rc == SQLITE_OK)
        rc = add_function(db, r, "zhiguan_json", 1, json);
    if (rc == SQLITE_OK)
        rc = add_function(db, r, "zhiguan_json", 2, json);
    if (rc == SQLITE_OK)
        rc = add_function(db, r, "zhiguan_version", 0, version);
    drop(r);
    return rc;
}
