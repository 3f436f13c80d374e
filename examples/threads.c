/* Many threads, one dictionary: each thread has a session of its own; results go back to main.
 *
 *     cc threads.c $(pkg-config --cflags --libs zhiguan) -pthread -o threads
 *     ./threads a.txt b.txt c.txt
 *     a.txt: 12 triples, 9 persons
 *
 * The dictionary never changes, so it is shared as it is. A result outlives the session that made
 * it, so a worker may end before its results are printed.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include <zhiguan.h>

#define WORKERS 4

typedef struct job {
    const char *path;
    zg_result *result;
    zg_error error;
} job;

typedef struct worker {
    zg_dict *dict;
    job *jobs;
    size_t first, count; /* takes jobs first, first + WORKERS, … below count */
} worker;

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    long size = -1;

    if (file == NULL) {
        return NULL;
    }
    if (fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0) {
        rewind(file);
        bytes = malloc((size_t)size + 1);
        *length = bytes == NULL ? 0 : fread(bytes, 1, (size_t)size, file);
    }
    fclose(file);
    return bytes;
}

static void run_job(zg_session *session, job *todo)
{
    size_t length = 0;
    char *text = read_file(todo->path, &length);

    if (text == NULL) {
        todo->error.code = ZG_E_READ;
        (void)snprintf(todo->error.detail, sizeof todo->error.detail, "cannot be read");
        return;
    }
    (void)zg_extract(session, text, length, &todo->result, &todo->error);
    free(text); /* the result does not need it any more */
}

static void *work(void *context)
{
    worker *self = context;
    zg_session *session = NULL;
    zg_error error = ZG_ERROR_INIT;
    zg_status status = zg_session_new(self->dict, NULL, &session, &error);

    for (size_t i = self->first; i < self->count; i += WORKERS) {
        if (status == ZG_OK) {
            run_job(session, &self->jobs[i]);
        } else {
            self->jobs[i].error = error;
        }
    }
    zg_session_free(session);
    return NULL;
}

static int report(job *jobs, size_t count)
{
    int failed = 0;

    for (size_t i = 0; i < count; i++) {
        if (jobs[i].result == NULL) {
            fprintf(stderr, "%s: %s: %s\n", jobs[i].path, zg_status_name(jobs[i].error.code),
                    jobs[i].error.detail);
            failed = 1;
            continue;
        }
        printf("%s: %zu triples, %zu persons\n", jobs[i].path,
               zg_result_triple_count(jobs[i].result), zg_result_person_count(jobs[i].result));
        zg_result_free(jobs[i].result);
    }
    return failed;
}

static int run_all(zg_dict *dict, job *jobs, size_t count)
{
    pthread_t threads[WORKERS];
    worker workers[WORKERS];
    size_t started = 0;

    for (size_t i = 0; i < WORKERS; i++) {
        workers[i] = (worker){dict, jobs, i, count};
    }
    while (started < WORKERS &&
           pthread_create(&threads[started], NULL, work, &workers[started]) == 0) {
        started++;
    }
    for (size_t i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
    for (size_t i = started; i < WORKERS; i++) {
        (void)work(&workers[i]); /* what no thread could be had for */
    }
    return report(jobs, count);
}

int main(int argc, char **argv)
{
    zg_error error = ZG_ERROR_INIT;
    zg_dict *dict = NULL;
    size_t count = argc > 1 ? (size_t)argc - 1 : 0;
    job *jobs = calloc(count + 1, sizeof *jobs);
    int failed = 1;

    if (jobs == NULL || zg_dict_builtin(NULL, &dict, &error) != ZG_OK) {
        fprintf(stderr, "threads: %s: %s\n", zg_status_name(error.code), error.detail);
    } else {
        for (size_t i = 0; i < count; i++) {
            jobs[i].path = argv[i + 1];
            jobs[i].error = (zg_error)ZG_ERROR_INIT;
        }
        failed = run_all(dict, jobs, count);
    }
    free(jobs);
    zg_dict_close(dict);
    return failed;
}
