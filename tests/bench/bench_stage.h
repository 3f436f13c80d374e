/* Time by stage, measured without a hook in the library: the linker's --wrap lets the benchmark
 * stand before each room's door (see the Makefile, BENCH_WRAP). */
#ifndef BENCH_STAGE_H
#define BENCH_STAGE_H

#include <stddef.h>

double bench_now(void); /* seconds */
void bench_stage_reset(void);
/* A line a stage: share of `seconds`, MB/s of `bytes`, calls. The rest is the pipeline's. */
void bench_stage_print(double seconds, size_t bytes);

#endif
