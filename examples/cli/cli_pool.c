/* --jobs: a ring of chunks between one reader, N workers and the main thread.
 *
 *        filled by the reader     worked by any worker     finished by the main thread
 *   EMPTY ───────────────▶ FILLED ──────────▶ BUSY ──▶ DONE ───────────────▶ EMPTY
 *          slot read % n           slot taken % n           slot finished % n
 *
 * Three counters only go up: finished <= taken <= read <= finished + slots. A slow document holds
 * back the output behind it, and the ring holds back the reader, so memory is bounded by the
 * slots. With one job there are no threads at all. */
#include "cli_pool.h"

#include <pthread.h>
#include <stdlib.h>

#include "cli_work.h"

typedef struct slot {
    cli_chunk chunk;
    bool done;
} slot;

typedef struct pool {
    pthread_mutex_t lock;
    pthread_cond_t empty, filled, done;
    slot *slots;
    uint64_t slot_count, read, taken, finished;
    bool at_end, stop;
    cli_source source;
    cli_worker *workers;
    pthread_t *threads;
    uint32_t jobs, started;
    bool reading;
    pthread_t reader;
} pool;

typedef struct worker_start {
    pool *pool;
    cli_worker *worker;
} worker_start;

static void *read_chunks(void *arg)
{
    pool *p = arg;
    bool more = true;
    while (more) {
        (void)pthread_mutex_lock(&p->lock);
        while (!p->stop && p->read - p->finished >= p->slot_count) {
            (void)pthread_cond_wait(&p->empty, &p->lock);
        }
        bool stop = p->stop;
        slot *s = &p->slots[p->read % p->slot_count];
        (void)pthread_mutex_unlock(&p->lock);
        /* The slot belongs to this thread until `read` moves on. */
        more = !stop && cli_source_next(&p->source, &s->chunk);
        (void)pthread_mutex_lock(&p->lock);
        s->done = false;
        p->read += more ? 1 : 0;
        p->at_end = !more;
        (void)pthread_cond_broadcast(&p->filled);
        (void)pthread_cond_broadcast(&p->done);
        (void)pthread_mutex_unlock(&p->lock);
    }
    return NULL;
}

static void *work_chunks(void *arg)
{
    worker_start *start = arg;
    pool *p = start->pool;
    cli_worker *worker = start->worker;
    free(start);
    (void)pthread_mutex_lock(&p->lock);
    for (;;) {
        while (!p->stop && !p->at_end && p->taken == p->read) {
            (void)pthread_cond_wait(&p->filled, &p->lock);
        }
        if (p->stop || p->taken == p->read) {
            break;
        }
        slot *s = &p->slots[p->taken++ % p->slot_count];
        (void)pthread_mutex_unlock(&p->lock);
        cli_work(worker, &s->chunk);
        (void)pthread_mutex_lock(&p->lock);
        s->done = true;
        (void)pthread_cond_broadcast(&p->done);
    }
    (void)pthread_mutex_unlock(&p->lock);
    return NULL;
}

static bool finish_next(pool *p, cli_finish_fn finish, void *ctx)
{
    slot *s = &p->slots[p->finished % p->slot_count];
    (void)pthread_mutex_lock(&p->lock);
    while (!(p->finished < p->taken && s->done) && !(p->at_end && p->finished == p->read)) {
        (void)pthread_cond_wait(&p->done, &p->lock);
    }
    bool end = p->at_end && p->finished == p->read;
    (void)pthread_mutex_unlock(&p->lock);
    if (end || !finish(ctx, &s->chunk)) {
        return false;
    }
    (void)pthread_mutex_lock(&p->lock);
    p->finished++;
    (void)pthread_cond_signal(&p->empty);
    (void)pthread_mutex_unlock(&p->lock);
    return true;
}

static bool start_threads(pool *p)
{
    for (; p->started < p->jobs; p->started++) {
        worker_start *start = malloc(sizeof *start);
        if (start == NULL) {
            return false;
        }
        *start = (worker_start){p, &p->workers[p->started]};
        if (pthread_create(&p->threads[p->started], NULL, work_chunks, start) != 0) {
            free(start);
            return false;
        }
    }
    p->reading = pthread_create(&p->reader, NULL, read_chunks, p) == 0;
    return p->reading;
}

static void stop_threads(pool *p)
{
    (void)pthread_mutex_lock(&p->lock);
    p->stop = true;
    (void)pthread_cond_broadcast(&p->empty);
    (void)pthread_cond_broadcast(&p->filled);
    (void)pthread_mutex_unlock(&p->lock);
    for (uint32_t i = 0; i < p->started; i++) {
        (void)pthread_join(p->threads[i], NULL);
    }
    if (p->reading) {
        (void)pthread_join(p->reader, NULL);
    }
}

static cli_exit run_threads(pool *p, cli_finish_fn finish, void *ctx)
{
    (void)pthread_mutex_init(&p->lock, NULL);
    (void)pthread_cond_init(&p->empty, NULL);
    (void)pthread_cond_init(&p->filled, NULL);
    (void)pthread_cond_init(&p->done, NULL);
    cli_exit rc = CLI_OK;
    if (start_threads(p)) {
        while (finish_next(p, finish, ctx)) {
        }
    } else {
        cli_message("cannot start %u threads; use fewer --jobs", p->jobs + 1);
        rc = CLI_RESOURCES;
    }
    stop_threads(p);
    (void)pthread_cond_destroy(&p->done);
    (void)pthread_cond_destroy(&p->filled);
    (void)pthread_cond_destroy(&p->empty);
    (void)pthread_mutex_destroy(&p->lock);
    return rc;
}

static void run_alone(pool *p, cli_finish_fn finish, void *ctx)
{
    cli_chunk *chunk = &p->slots[0].chunk;
    while (cli_source_next(&p->source, chunk)) {
        cli_work(&p->workers[0], chunk);
        if (!finish(ctx, chunk)) {
            break;
        }
    }
}

static cli_exit make_workers(pool *p, const cli_options *options, zg_dict *dict)
{
    p->workers = calloc(p->jobs, sizeof *p->workers);
    p->threads = calloc(p->jobs, sizeof *p->threads);
    p->slots = calloc(p->slot_count, sizeof *p->slots);
    if (p->workers == NULL || p->threads == NULL || p->slots == NULL) {
        cli_message("out of memory; use fewer --jobs");
        return CLI_RESOURCES;
    }
    for (uint32_t i = 0; i < p->jobs; i++) {
        cli_exit rc = cli_worker_init(&p->workers[i], options, dict);
        if (rc != CLI_OK) {
            return rc;
        }
    }
    return CLI_OK;
}

cli_exit cli_pool_run(const cli_options *options, zg_dict *dict, cli_finish_fn finish, void *ctx)
{
    pool p = {.jobs = options->jobs};
    /* Two for each worker, so that none waits for the reader, and some for the order. */
    p.slot_count = options->jobs == 1 ? 1 : (uint64_t)options->jobs * 2 + 2;
    cli_source_init(&p.source, options);
    cli_exit rc = make_workers(&p, options, dict);
    if (rc == CLI_OK && options->jobs == 1) {
        run_alone(&p, finish, ctx);
    } else if (rc == CLI_OK) {
        rc = run_threads(&p, finish, ctx);
    }
    for (uint32_t i = 0; p.workers != NULL && i < p.jobs; i++) {
        cli_worker_free(&p.workers[i]);
    }
    for (uint64_t i = 0; p.slots != NULL && i < p.slot_count; i++) {
        cli_chunk_free(&p.slots[i].chunk);
    }
    free(p.workers);
    free(p.threads);
    free(p.slots);
    cli_source_free(&p.source);
    return rc;
}
