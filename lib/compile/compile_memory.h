/* Memory of the host tool: pieces live until zgc_free_all; when memory is out, the process ends
 * with a sentence and exit code 2. */
#ifndef ZGC_MEMORY_H
#define ZGC_MEMORY_H

#include <stddef.h>
#include <stdint.h>

void *zgc_alloc(size_t count, size_t size); /* cleared */
void *zgc_resize(void *p, size_t count, size_t size);
void zgc_free(void *p); /* early, for what is large; NULL is fine */
void zgc_free_all(void);
_Noreturn void zgc_no_memory(void); /* says so and ends the process */
char *zgc_strndup(const char *s, size_t len);
char *zgc_join(const char *a, const char *b, const char *c); /* each may be "" */

/* Room for one more in {items, count, cap}. */
#define ZGC_PUSH(v, field, value)                                                                  \
    do {                                                                                           \
        if ((v)->count == (v)->cap) {                                                              \
            (v)->cap = (v)->cap < 16 ? 16 : (v)->cap * 2;                                          \
            (v)->field = zgc_resize((v)->field, (v)->cap, sizeof *(v)->field);                     \
        }                                                                                          \
        (v)->field[(v)->count++] = (value);                                                        \
    } while (0)

#endif
