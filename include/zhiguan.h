/* zhiguan (职官): who holds which post in which organisation, read from Chinese text.
 *
 * This is the only public header and the manual. Link with -lzhiguan (pkg-config: zhiguan).
 *
 *     zg_error err = ZG_ERROR_INIT;
 *     zg_dict *dict;
 *     zg_session *session;
 *     zg_result *result;
 *     const char *text = "公安县章庄铺镇党委书记何远说……";
 *
 *     if (zg_dict_builtin(NULL, &dict, &err) != ZG_OK) return complain(&err);
 *     if (zg_session_new(dict, NULL, &session, &err) != ZG_OK) return complain(&err);
 *     if (zg_extract(session, text, strlen(text), &result, &err) != ZG_OK) return complain(&err);
 *     for (size_t i = 0; i < zg_result_triple_count(result); i++) {
 *         const zg_triple *t = zg_result_triple(result, i);
 *         printf("%s | %s | %s\n", zg_triple_string(t, ZG_STR_PERSON),
 *                zg_triple_string(t, ZG_STR_TITLE), zg_triple_string(t, ZG_STR_ORG));
 *     }                                  // 何远 | 党委书记 | 公安县章庄铺镇 (an org may be NULL)
 *     zg_result_free(result);
 *     zg_session_free(session);
 *     zg_dict_close(dict);               // any order of freeing is safe
 *
 * OBJECTS AND THREADS
 *   zg_dict      a compiled dictionary. Never changes; any number of threads may use one.
 *   zg_session   the scratch memory of one reader. One thread at a time; make one per thread.
 *   zg_result    what one text holds. Never changes; any thread; outlives session and dictionary.
 *   zg_triple, zg_person and every `const char *` got from them are borrowed: they live as long as
 *                their result. Dictionaries and results are counted atomically: _ref adds a holder,
 *                _close / _free takes one away. Every free and close takes NULL.
 *   The input is read only during zg_extract and may be freed after it.
 *   No globals; nothing is printed, nothing reads the environment or the locale.
 *
 * ERRORS
 *   A call that can fail returns zg_status: ZG_OK, or a number whose meaning never changes. On
 *   failure `*out` is NULL and the caller's zg_error says what, where and what to do. The zg_error
 *   may be NULL. There is no "last error".
 *
 * STRUCTS YOU FILL begin with `size`: set it to sizeof the struct (the _INIT macros do). A library
 *   that is newer or older than your header then knows which members you have; the rest is default.
 *
 * STRINGS are UTF-8 and end with a NUL; a string the text does not give is NULL (null in JSON).
 *
 * OFFSETS point into your own input, begin inclusive and end exclusive, counted in the unit chosen
 *   in zg_options: code points (Python), bytes (C, Rust, Go) or UTF-16 units (JavaScript, Java).
 *   A run of bytes that is no UTF-8 is stepped over: each maximal bad part (the part that a decoder
 *   replaces with one U+FFFD) counts as one code point and one UTF-16 unit.
 */
#ifndef ZHIGUAN_H
#define ZHIGUAN_H

#include <stddef.h>
#include <stdint.h>

#if defined(ZG_STATIC) || !defined(__GNUC__)
#define ZG_API
#else
#define ZG_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ versions: one job each --- */

#define ZG_VERSION_MAJOR  0 /* of the API, semantic versioning */
#define ZG_VERSION_MINOR  1
#define ZG_VERSION_PATCH  0
#define ZG_VERSION_STRING "0.1.0"
#define ZG_SONAME_VERSION 0 /* of the ABI: libzhiguan.so.0 */

/* The version of the library that runs, which may differ from the header's. "0.1.0" */
ZG_API const char *zg_version(void);
/* major * 10000 + minor * 100 + patch */
ZG_API uint32_t zg_version_number(void);
ZG_API uint32_t zg_soname_version(void);
/* The range of image formats this library reads; each pointer may be NULL. */
ZG_API void zg_image_formats(uint32_t *lowest, uint32_t *highest);

/* --------------------------------------------------------------------- statuses and errors --- */

typedef enum zg_status {
    ZG_OK = 0,
    ZG_E_MEMORY = 1,    /* the allocator returned NULL */
    ZG_E_ARGUMENT = 2,  /* an argument is NULL, out of range, or a struct's `size` is not known */
    ZG_E_UTF8 = 3,      /* strict: the input is no UTF-8; error.offset is the first bad byte */
    ZG_E_TOO_LARGE = 4, /* the input is longer than options.max_input or 2^31 - 1 bytes */
    ZG_E_OPEN = 5,      /* a file cannot be opened; detail has its name */
    ZG_E_READ = 6,      /* a file cannot be read or mapped */
    ZG_E_IMAGE = 7,     /* not a dictionary image, or a damaged one; error.offset is the place */
    ZG_E_VERSION = 8,   /* an image of a format this library does not read */
    ZG_E_WRITE = 9,     /* your write function returned other than 0 */
    ZG_E_RULE = 10,     /* a rule of the dictionary does not compile; detail has its id */
    ZG_E_LIMIT = 11,    /* matching one sentence went over its limit of steps */
    ZG_E_SPACE = 12     /* the buffer is too small; `needed` says how much it takes */
} zg_status;

ZG_API const char *zg_status_name(zg_status code); /* "ZG_E_UTF8"; "ZG_E_?" for unknown ones */
/* What it means and what to do, in English and Chinese; never NULL. */
ZG_API const char *zg_status_text(zg_status code);

typedef struct zg_error {
    size_t size;
    zg_status code;
    uint32_t line;    /* from 1, of the input or the file; 0 = has none */
    uint64_t offset;  /* byte, from 0, of the input or the file */
    char detail[256]; /* a sentence, NUL-terminated; cut at a character's border */
} zg_error;

#define ZG_ERROR_INIT                                                                              \
    {                                                                                              \
        sizeof(zg_error), ZG_OK, 0, 0, ""                                                          \
    }

/* ---------------------------------------------------------------------------------- memory --- */

/* All memory comes through these, PCRE2's too, but for the pages of machine code that its JIT asks
 * of the system. `resize` may be given p == NULL (allocate); sizes are the ones that were asked.
 * The hook is copied; ctx must live as long as the objects. A hook of a dictionary or result used
 * in several threads must be thread-safe. */
typedef struct zg_allocator {
    size_t size; /* sizeof(zg_allocator) */
    void *(*alloc)(size_t size, void *ctx);
    void *(*resize)(void *p, size_t old_size, size_t new_size, void *ctx);
    void (*release)(void *p, size_t size, void *ctx);
    void *ctx;
} zg_allocator;

/* ------------------------------------------------------------------------------ dictionary --- */

typedef struct zg_dict zg_dict;

enum {
    ZG_DICT_MAPPED = 1u, /* _open: map the file read-only, do not read it into memory; the file
                          * must not be changed while it is open (replace it by renaming) */
    ZG_DICT_COPY = 2u    /* _open_memory: copy the bytes; else they must outlive the dictionary */
};

/* The dictionary that was built into the library. `allocator` NULL: malloc and free. */
ZG_API zg_status zg_dict_builtin(const zg_allocator *allocator, zg_dict **out, zg_error *error);
/* An image made by zgc. It may come from a stranger: it is verified once, here. */
ZG_API zg_status zg_dict_open(const char *path, uint32_t flags, const zg_allocator *allocator,
                              zg_dict **out, zg_error *error);
ZG_API zg_status zg_dict_open_memory(const void *bytes, size_t length, uint32_t flags,
                                     const zg_allocator *allocator, zg_dict **out, zg_error *error);
/* One more holder; returns `dict`. A session holds its dictionary by itself. */
ZG_API zg_dict *zg_dict_ref(zg_dict *dict);
ZG_API void zg_dict_close(zg_dict *dict);

/* Of the data tables the image was made from: "2025.06". Lives as long as the dictionary. */
ZG_API const char *zg_dict_data_version(const zg_dict *dict);

/* ------------------------------------------------------------------------ options, session --- */

typedef enum zg_offsets {
    ZG_OFFSETS_CODEPOINT = 0, /* Python str */
    ZG_OFFSETS_UTF8 = 1,      /* bytes */
    ZG_OFFSETS_UTF16 = 2      /* JavaScript, Java, C# */
} zg_offsets;

/* What a triple is; the bits make the mask of zg_options.kinds. */
typedef enum zg_kind {
    ZG_KIND_POST = 1,   /* an office, a rank, an elected seat: 县长, 教授, 人大代表 */
    ZG_KIND_BYLINE = 2, /* who made this text: 记者, 通讯员, 责编 */
    ZG_KIND_ROLE = 4,   /* an occupation or a part played: 村民, 医生, 志愿者 */
    ZG_KIND_GENERIC = 8 /* a handle before names: 市领导, 相关负责人 */
} zg_kind;

#define ZG_KIND_ALL 15u
typedef struct zg_options {
    size_t size;             /* sizeof(zg_options) */
    zg_offsets offsets;      /* default: ZG_OFFSETS_CODEPOINT */
    uint32_t kinds;          /* mask of zg_kind that the result keeps; 0 = all */
    uint32_t strict;         /* 1: bad UTF-8 is ZG_E_UTF8; 0: it is stepped over with a warning */
    uint32_t min_confidence; /* 0..100: triples below it are left out; default 0 */
    size_t max_input; /* bytes; 0 = 2^31 - 1. Memory: 15 times the input for news, 150 at most */
    const zg_allocator *allocator; /* of the session and its results; NULL = the dictionary's */
} zg_options;

#define ZG_OPTIONS_INIT                                                                            \
    {                                                                                              \
        sizeof(zg_options), ZG_OFFSETS_CODEPOINT, ZG_KIND_ALL, 0, 0, 0, NULL                       \
    }

typedef struct zg_session zg_session;

/* `options` NULL: the defaults. The options are copied. A session that has warmed up asks the
 * allocator for nothing but its results. */
ZG_API zg_status zg_session_new(zg_dict *dict, const zg_options *options, zg_session **out,
                                zg_error *error);
ZG_API void zg_session_free(zg_session *session);

/* Why did it (not) match? During zg_extract each stage hands over one line of JSON (no newline,
 * `line` is NUL-terminated and borrowed for the call) in the order of the stages: "text", then for
 * each sentence "scan", "name", "org", "rule", then "resolve". For reading by people and tools of
 * the project; its content is no contract. `trace` NULL: none (the default). */
typedef void (*zg_trace_fn)(const char *stage, const char *line, size_t length, void *ctx);
ZG_API void zg_session_set_trace(zg_session *session, zg_trace_fn trace, void *ctx);

/* ----------------------------------------------------------------------------- extraction --- */

typedef struct zg_result zg_result;
typedef struct zg_triple zg_triple;
typedef struct zg_person zg_person;

/* Reads one document. `utf8` may be NULL when `length` is 0, may hold NULs and need not end with
 * one. Empty, blank or foreign text is no error: its result has no triples. A text is read as one
 * document: its headline, dateline and first sentences tell what 市政府 in it is. */
ZG_API zg_status zg_extract(zg_session *session, const char *utf8, size_t length, zg_result **out,
                            zg_error *error);
ZG_API zg_result *zg_result_ref(zg_result *result); /* returns `result` */
ZG_API void zg_result_free(zg_result *result);

/* -------------------------------------------------------------------------------- results --- */

#define ZG_NONE ((size_t)-1) /* the offset of what is not in the text */

/* Triples in the order of the text (person, then title); persons in the order of first mention.
 * An index that is out of range gives NULL. */
ZG_API size_t zg_result_triple_count(const zg_result *result);
ZG_API const zg_triple *zg_result_triple(const zg_result *result, size_t index);
ZG_API size_t zg_result_person_count(const zg_result *result);
ZG_API const zg_person *zg_result_person(const zg_result *result, size_t index);
/* For people, in Chinese and English: bad bytes stepped over, a sentence cut for its length … */
ZG_API size_t zg_result_warning_count(const zg_result *result);
ZG_API const char *zg_result_warning(const zg_result *result, size_t index);
ZG_API zg_offsets zg_result_offsets(const zg_result *result);

typedef enum zg_result_str {
    ZG_STR_PLACE = 1,       /* the document's own place: "荆州市" */
    ZG_STR_PLACE_CODE = 2,  /* its GB/T 2260 code: "421000" */
    ZG_STR_DATE = 3,        /* its date: "2021-12-07", or shorter */
    ZG_STR_SOURCE = 4,      /* who published it, as written */
    ZG_STR_DATA_VERSION = 5 /* of the dictionary that was used */
} zg_result_str;

ZG_API const char *zg_result_string(const zg_result *result, zg_result_str which);

/* -------------------------------------------------------------------------------- triples --- */

/* The parts of a triple that stand in the text. Where the text is read a little differently from
 * how it is printed, begin and end are those of the print. */
typedef enum zg_piece {
    ZG_PERSON = 1,  /* 何远; spaces inside a printed name are taken out of its text */
    ZG_TITLE = 2,   /* 党委书记; 摄 reads 摄影, and 党委原书记 reads 党委书记 */
    ZG_ORG = 3,     /* 公安县章庄铺镇, the shortest wording that names whose post it is */
    ZG_EVENT = 4,   /* 任命, the word that says what happened */
    ZG_EVIDENCE = 5 /* the stretch of the sentence that the rule matched */
} zg_piece;

/* ZG_OK and the piece; when the triple has no such piece ZG_OK, NULL and ZG_NONE. Each of `text`,
 * `begin` and `end` may be NULL. ZG_E_ARGUMENT when `triple` is NULL or `piece` is not known. */
ZG_API zg_status zg_triple_piece(const zg_triple *triple, zg_piece piece, const char **text,
                                 size_t *begin, size_t *end);

/* What is said about a triple in words; these are the words of the JSON contract as well. */
typedef enum zg_triple_str {
    ZG_STR_ID = 1,          /* "t1": its place among the result's triples */
    ZG_STR_PERSON = 2,      /* 何远 */
    ZG_STR_TITLE = 3,       /* 党委副书记 */
    ZG_STR_TITLE_HEAD = 4,  /* 书记 */
    ZG_STR_ORG = 5,         /* 市政府, as written; NULL when none is written */
    ZG_STR_ORG_FULL = 6,    /* 荆州市政府, as the whole document lets one name it */
    ZG_STR_ORG_CODE = 7,    /* "421000", GB/T 2260 of its place */
    ZG_STR_ORG_KIND = 8,    /* "government", "party", "company" … */
    ZG_STR_ORG_BY = 9,      /* "stated", "shared", "context"; NULL without an organisation */
    ZG_STR_STATUS = 10,     /* "current", "acting", "former", "appointed", "removed", "proposed" */
    ZG_STR_KIND = 11,       /* "post", "byline", "role", "generic" */
    ZG_STR_EVENT_TYPE = 12, /* "appoint", "remove", "elect", "resign", "propose", "investigate" */
    ZG_STR_EVENT_DATE = 13, /* "2021-12-07", or shorter */
    ZG_STR_EVENT_BY = 14,   /* the body that decided it */
    ZG_STR_PERIOD_START = 15, /* "2016-05" */
    ZG_STR_PERIOD_END = 16,
    ZG_STR_RANK = 17, /* "乡科级正职" */
    ZG_STR_RULE = 18  /* id of the rule that fired: "appos-003" */
} zg_triple_str;

/* NULL when the triple has none. */
ZG_API const char *zg_triple_string(const zg_triple *triple, zg_triple_str which);

typedef enum zg_post_status {
    ZG_CURRENT = 0,   /* also when nothing is said */
    ZG_ACTING = 1,    /* 代, 代理, 主持工作 */
    ZG_FORMER = 2,    /* 原, 前, 时任, 曾任, 已故 */
    ZG_APPOINTED = 3, /* 任命为, 当选, 新任 */
    ZG_REMOVED = 4,   /* 免去, 辞去, 不再担任 */
    ZG_PROPOSED = 5   /* 拟任, 提名, 候选人 */
} zg_post_status;

typedef enum zg_event {
    ZG_EVENT_NONE = 0,
    ZG_EVENT_APPOINT = 1,
    ZG_EVENT_REMOVE = 2,
    ZG_EVENT_ELECT = 3,
    ZG_EVENT_RESIGN = 4,
    ZG_EVENT_PROPOSE = 5,
    ZG_EVENT_INVESTIGATE = 6 /* 涉嫌严重违纪违法, 接受审查调查, 被双开, 获刑: of the posts beside */
} zg_event;

typedef enum zg_org_by {
    ZG_BY_NONE = 0,   /* the triple has no organisation at all */
    ZG_BY_STATED = 1, /* written with this title */
    ZG_BY_SHARED = 2, /* taken over from another title of the chain: 某局党组书记、局长 */
    ZG_BY_CONTEXT = 3 /* only the document tells it: 县长 of 公安县 */
} zg_org_by;

ZG_API zg_post_status zg_triple_status(const zg_triple *triple);
ZG_API zg_kind zg_triple_kind(const zg_triple *triple);
ZG_API zg_event zg_triple_event(const zg_triple *triple);
ZG_API zg_org_by zg_triple_org_by(const zg_triple *triple);
ZG_API uint32_t zg_triple_confidence(const zg_triple *triple); /* 0..100 */
/* The title's grade words: 常务, 副; NULL past the last. */
ZG_API size_t zg_triple_grade_count(const zg_triple *triple);
ZG_API const char *zg_triple_grade(const zg_triple *triple, size_t index);
/* The person it belongs to; never NULL for a triple of a result. */
ZG_API const zg_person *zg_triple_person(const zg_triple *triple);

/* ----------------------------------------------------------------------------------- rows --- */

/* A triple as a flat row, for data frames and SQL: the same columns, in the same order and with the
 * same names, in every binding. Columns may be added at the end, none is renamed or moved. */
typedef enum zg_column_type {
    ZG_COLUMN_NONE = 0,  /* there is no such column */
    ZG_COLUMN_TEXT = 1,  /* "person", "title", "org", "org_full", "status", … */
    ZG_COLUMN_NUMBER = 2 /* "confidence", and offsets: "person_begin", "evidence_end", … */
} zg_column_type;

ZG_API size_t zg_column_count(void);
ZG_API const char *zg_column_name(size_t column); /* NULL when out of range */
ZG_API zg_column_type zg_column_type_of(size_t column);
/* NULL and ZG_NONE when the triple has no such value, or the column is of the other type. */
ZG_API const char *zg_triple_text(const zg_triple *triple, size_t column);
ZG_API size_t zg_triple_number(const zg_triple *triple, size_t column);

/* -------------------------------------------------------------------------------- persons --- */

/* Every full name of the document, with or without a post. */
typedef enum zg_person_str {
    ZG_STR_NAME = 1,
    ZG_STR_GENDER = 2,    /* "男" */
    ZG_STR_ETHNICITY = 3, /* "回族" */
    ZG_STR_BORN = 4,      /* "1968-08" */
    ZG_STR_NATIVE_PLACE = 5
} zg_person_str;

ZG_API const char *zg_person_string(const zg_person *person, zg_person_str which);
ZG_API size_t zg_person_mention_count(const zg_person *person);
/* ZG_E_ARGUMENT when `index` is out of range. `begin` and `end` may be NULL. */
ZG_API zg_status zg_person_mention(const zg_person *person, size_t index, size_t *begin,
                                   size_t *end);
ZG_API size_t zg_person_triple_count(const zg_person *person);
ZG_API const zg_triple *zg_person_triple(const zg_person *person, size_t index);

/* --------------------------------------------------------------------------------- output --- */

/* The bytes of a format are the same on every run and machine. JSON: one object, keys always in the
 * same order, null for the unknown (schema and example: lib/emit).
 * TSV has the columns  id person title org org_full code status kind event date period rank
 * confidence rule begin end  (begin and end of the evidence; "-" for what is unknown; a tab, line
 * end or control character inside a value becomes a space). */
typedef enum zg_format {
    ZG_FORMAT_JSON = 1,     /* one object on one line, no newline after it */
    ZG_FORMAT_JSONL = 2,    /* the same and a newline */
    ZG_FORMAT_TSV = 3,      /* a header line, then a line for each triple */
    ZG_FORMAT_TSV_ROWS = 4, /* without the header: the second and later documents of a file */
    ZG_FORMAT_TABLE = 5, /* aligned columns for a terminal; control characters are made visible */
    ZG_FORMAT_CSV = 8,   /* the columns of TSV, RFC 4180; CSV_ROWS without the header */
    ZG_FORMAT_CSV_ROWS = 9,
    ZG_FORMAT_POPOLO = 11, /* Popolo: persons, organizations, posts, memberships; a line */
    /* These show the text itself and are written by zg_result_write_text alone. */
    ZG_FORMAT_HIGHLIGHT = 6, /* the text with its spans coloured for a terminal, controls visible */
    ZG_FORMAT_MARKED = 7,    /* the same with brackets: {person} <title> [organisation] */
    ZG_FORMAT_FTM = 10,      /* FollowTheMoney: an entity a line */
    ZG_FORMAT_BRAT = 12,     /* brat standoff, the .ann beside the text */
    ZG_FORMAT_ANNOTATION = 13, /* W3C Web Annotation, JSON-LD; an AnnotationPage on a line */
    ZG_FORMAT_CONLL = 14       /* BIO by character: character, place, tag */
} zg_format;

/* Gets the bytes in pieces; returns 0 to go on, anything else to stop with ZG_E_WRITE. */
typedef int (*zg_write_fn)(const char *bytes, size_t length, void *ctx);

/* `id` is your name for the document, UTF-8, or NULL. Bad UTF-8 in it is ZG_E_UTF8. */
ZG_API zg_status zg_result_write(const zg_result *result, zg_format format, const char *id,
                                 zg_write_fn write, void *ctx, zg_error *error);
/* The same for every format, those that show the text among them: `utf8` is the text of the result,
 * as zg_extract was given it. A span that does not fit into it is left out. */
ZG_API zg_status zg_result_write_text(const zg_result *result, zg_format format, const char *id,
                                      const char *utf8, size_t length, zg_write_fn write, void *ctx,
                                      zg_error *error);
/* zg_result_write into `buffer` of `size` bytes, with a NUL after it. `*needed` (may be NULL) is
 * the size it takes, NUL included; when `size` is less, ZG_E_SPACE and nothing is written. `buffer`
 * may be NULL when `size` is 0. */
ZG_API zg_status zg_result_format(const zg_result *result, zg_format format, const char *id,
                                  char *buffer, size_t size, size_t *needed, zg_error *error);

#ifdef __cplusplus
}
#endif

#endif
