/* Moves chunks from the source through workers to `finish`, in order, in bounded memory. */
#ifndef CLI_POOL_H
#define CLI_POOL_H

#include "cli.h"
#include "cli_source.h"

/* Called in the order of the input, always in the thread of cli_pool_run; false: stop. */
typedef bool (*cli_finish_fn)(void *ctx, cli_chunk *chunk);

cli_exit cli_pool_run(const cli_options *options, zg_dict *dict, cli_finish_fn finish, void *ctx);

#endif
