/* The public API: versions, statuses, and what every call does first. */
#include "zhiguan_inner.h"

#include "dict/dict_image.h"

const char *zg_version(void)
{
    return ZG_VERSION_STRING;
}

uint32_t zg_version_number(void)
{
    return ZG_VERSION_MAJOR * 10000u + ZG_VERSION_MINOR * 100u + ZG_VERSION_PATCH;
}

uint32_t zg_soname_version(void)
{
    return ZG_SONAME_VERSION;
}

void zg_image_formats(uint32_t *lowest, uint32_t *highest)
{
    if (lowest != NULL)
        *lowest = ZGI_IMAGE_FORMAT_LOWEST;
    if (highest != NULL)
        *highest = ZGI_IMAGE_FORMAT_HIGHEST;
}

typedef struct zgi_status_row {
    const char *name, *text;
} zgi_status_row;

static const zgi_status_row statuses[] = {
    [ZG_OK] = {"ZG_OK", "done / 成功"},
    [ZG_E_MEMORY] = {"ZG_E_MEMORY",
                     "out of memory: free some, or read smaller documents / 内存不足"},
    [ZG_E_ARGUMENT] = {"ZG_E_ARGUMENT",
                       "an argument is NULL, out of range or of unknown size: see zhiguan.h / "
                       "参数为空、越界或 size 不符"},
    [ZG_E_UTF8] = {"ZG_E_UTF8",
                   "the input is not UTF-8: convert it first / 输入不是 UTF-8，请先转码"},
    [ZG_E_TOO_LARGE] = {"ZG_E_TOO_LARGE",
                        "the input is too long: split it into documents / 输入过长，请按篇拆分"},
    [ZG_E_OPEN] = {"ZG_E_OPEN", "a file cannot be opened: check its name and rights / 文件打不开"},
    [ZG_E_READ] = {"ZG_E_READ", "a file cannot be read / 文件读取失败"},
    [ZG_E_IMAGE] = {"ZG_E_IMAGE",
                    "not a dictionary image, or a damaged one: build it again with zgc / "
                    "词典映像不对或已损坏，请用 zgc 重新生成"},
    [ZG_E_VERSION] = {"ZG_E_VERSION",
                      "a dictionary image of another format: build it with this version's zgc / "
                      "词典映像的格式版本不符"},
    [ZG_E_WRITE] = {"ZG_E_WRITE", "the write function has failed / 写出失败"},
    [ZG_E_RULE] = {"ZG_E_RULE", "a rule does not compile: correct its pattern / 规则无法编译"},
    [ZG_E_LIMIT] =
        {"ZG_E_LIMIT",
         "a sentence needs more steps than the limit: simplify the rule / 匹配超出步数上限"},
    [ZG_E_SPACE] = {"ZG_E_SPACE", "the buffer is too small: give `needed` bytes / 缓冲区太小"},
};

static const zgi_status_row *row_of(zg_status code)
{
    size_t k = (size_t)code;
    return k < sizeof statuses / sizeof statuses[0] && statuses[k].name ? &statuses[k] : NULL;
}

const char *zg_status_name(zg_status code)
{
    const zgi_status_row *row = row_of(code);
    return row ? row->name : "ZG_E_?";
}

const char *zg_status_text(zg_status code)
{
    const zgi_status_row *row = row_of(code);
    return row ? row->text : "a status this version does not know / 未知的状态码";
}

zg_status zgi_api_begin(zg_error *error)
{
    if (error == NULL)
        return ZG_OK;
    if (error->size < sizeof *error)
        return ZG_E_ARGUMENT;
    error->code = ZG_OK;
    error->line = 0;
    error->offset = 0;
    error->detail[0] = 0;
    return ZG_OK;
}

bool zgi_api_allocator_ok(const zg_allocator *a)
{
    return a == NULL || (a->size >= sizeof *a && a->alloc && a->resize && a->release);
}
