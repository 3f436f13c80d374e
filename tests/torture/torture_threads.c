/* Threads: eight of them read documents with one dictionary, in an order of their own; every output
 * must be the bytes that one thread gives. Results are counted up and given back by other threads
 * than made them. Then the same in a child after fork. Built again under ThreadSanitizer by
 * `make tsan`. Short: 2,000 documents; long: 1e6. */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "torture.h"

#define THREADS   8
#define DOCUMENTS 256
#define SLOTS     16

static zg_dict *dict;
static torture_text texts[DOCUMENTS];
static char *wanted[DOCUMENTS];
static size_t count, each;
static atomic_size_t read_count, wrong;
/* Where threads leave results for whoever comes next. */
static _Atomic(zg_result *) slots[SLOTS];

/* Sentences of the documents are documents too: short ones meet at the counters more often. */
static void take_texts(void)
{
    size_t whole = torture_documents(texts, 32);
    count = whole;
    for (size_t d = 0; d < whole; d++)
        for (char *line = texts[d].bytes; count < DOCUMENTS && line != NULL;) {
            char *end = strchr(line, '\n');
            size_t len = end == NULL ? strlen(line) : (size_t)(end - line);
            if (len > 0)
                texts[count++] = (torture_text){line, len};
            line = end == NULL ? NULL : end + 1;
        }
}

static zg_session *new_session(void)
{
    zg_session *session;
    if (zg_session_new(dict, NULL, &session, NULL) != ZG_OK)
        torture_stop("a session");
    return session;
}

/* Leaves a result in a slot, and gives back the one that another thread left there. */
static void pass_on(zg_session *session, size_t d, uint64_t *state)
{
    zg_result *result, *other;
    if (zg_extract(session, texts[d].bytes, texts[d].len, &result, NULL) != ZG_OK) {
        atomic_fetch_add(&wrong, 1);
        return;
    }
    zg_result_ref(result);
    other = atomic_exchange(&slots[torture_below(state, SLOTS)], result);
    zg_result_free(result);
    if (other != NULL && zg_result_triple_count(other) > 0 &&
        zg_triple_string(zg_result_triple(other, 0), ZG_STR_PERSON) == NULL)
        atomic_fetch_add(&wrong, 1);
    zg_result_free(other);
}

static void *work(void *arg)
{
    uint64_t state = 0x7ead5 + (uint64_t)(uintptr_t)arg;
    zg_session *session = new_session();
    zg_dict *held = zg_dict_ref(dict);
    for (size_t k = 0; k < each; k++) {
        size_t d = torture_below(&state, count);
        zg_status s;
        char *json = torture_json(session, texts[d].bytes, texts[d].len, &s);
        if (json == NULL || strcmp(json, wanted[d]) != 0)
            atomic_fetch_add(&wrong, 1);
        free(json);
        if (k % 16 == 0)
            pass_on(session, d, &state);
        if (k % 997 == 0) { /* sessions come and go beside each other */
            zg_session_free(session);
            session = new_session();
        }
        atomic_fetch_add(&read_count, 1);
    }
    zg_session_free(session);
    zg_dict_close(held);
    return NULL;
}

static void run_threads(void)
{
    pthread_t threads[THREADS];
    for (uintptr_t k = 0; k < THREADS; k++)
        if (pthread_create(&threads[k], NULL, work, (void *)k) != 0)
            torture_stop("a thread");
    for (size_t k = 0; k < THREADS; k++)
        (void)pthread_join(threads[k], NULL);
    for (size_t k = 0; k < SLOTS; k++)
        zg_result_free(atomic_exchange(&slots[k], NULL));
}

/* A dictionary and a session made before fork serve the child and the parent. */
static bool after_fork(void)
{
    zg_session *session = new_session();
    zg_status s;
    fflush(stdout);
    pid_t child = fork();
    bool good = true;
    for (size_t d = 0; d < count; d++) {
        char *json = torture_json(session, texts[d].bytes, texts[d].len, &s);
        good = good && json != NULL && strcmp(json, wanted[d]) == 0;
        free(json);
    }
    if (child == 0)
        _exit(good ? 0 : 1);
    int status = -1;
    zg_session_free(session);
    return good && child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

int main(int argc, char **argv)
{
    zg_status s;
    bool whole = torture_is_long(argc, argv);
    each = (argc > 2 ? (size_t)atol(argv[2]) : whole ? 1000000 : 2000) / THREADS;
    if (zg_dict_builtin(NULL, &dict, NULL) != ZG_OK)
        torture_stop("a dictionary");
    take_texts();
    zg_session *session = new_session();
    for (size_t d = 0; d < count; d++)
        wanted[d] = torture_json(session, texts[d].bytes, texts[d].len, &s);
    zg_session_free(session);
    run_threads();
    torture_result(wrong == 0, "eight threads give the bytes of one", "%zu do not",
                   atomic_load(&wrong));
    torture_result(after_fork(), "the same in parent and child after fork", "");
    torture_total(strstr(argv[0], "tsan") != NULL ? "threads-tsan" : "threads",
                  atomic_load(&read_count), atomic_load(&wrong));
    for (size_t d = 0; d < count; d++)
        free(wanted[d]);
    zg_dict_close(dict);
    return torture_end();
}
