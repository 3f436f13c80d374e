/* The floor: allocator hook, arena, status, growable arrays, JSON writer. Knows no Chinese. */
#ifndef ZGI_BASE_BASE_H
#define ZGI_BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "zhiguan.h" /* zg_status, zg_error, zg_allocator */

typedef struct zgi_arena zgi_arena;
typedef struct zgi_json zgi_json;

#include "base/base_arena.h"
#include "base/base_error.h"
#include "base/base_json.h"
#include "base/base_memory.h"

#endif
