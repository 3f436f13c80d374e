/* placeholder: replaced by the full manual header */
#ifndef ZHIGUAN_H
#define ZHIGUAN_H
#include <stddef.h>
#include <stdint.h>
typedef enum zg_status {
    ZG_OK = 0,
    ZG_E_MEMORY = 1,
    ZG_E_ARGUMENT = 2,
    ZG_E_UTF8 = 3,
    ZG_E_TOO_LARGE = 4,
    ZG_E_OPEN = 5,
    ZG_E_READ = 6,
    ZG_E_IMAGE = 7,
    ZG_E_VERSION = 8,
    ZG_E_WRITE = 9,
    ZG_E_RULE = 10,
    ZG_E_LIMIT = 11
} zg_status;
typedef struct zg_error {
    size_t size;
    zg_status code;
    uint32_t line;
    uint64_t offset;
    char detail[256];
} zg_error;
typedef struct zg_allocator {
    size_t size;
    void *(*alloc)(size_t size, void *ctx);
    void *(*resize)(void *p, size_t old_size, size_t new_size, void *ctx);
    void (*release)(void *p, size_t size, void *ctx);
    void *ctx;
} zg_allocator;
#endif
