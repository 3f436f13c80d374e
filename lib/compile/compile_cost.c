/* Costs: 100 * ln(total / count) in whole-number arithmetic, because log() of two machines may
 * differ in its last bit and the image may not. */
#include "compile/compile_build.h"

/* log2(v) with 32 fractional bits: the mantissa is squared, each overflow is one bit. */
static int64_t log2_fixed(uint64_t v)
{
    int64_t whole = 63;
    while ((v >> whole) == 0)
        whole--;
    uint64_t m = whole > 31 ? v >> (whole - 31) : v << (31 - whole); /* [1, 2) in Q31 */
    int64_t result = whole << 32;
    for (int bit = 31; bit >= 0; bit--) {
        m = (m * m) >> 31;
        if (m >= (uint64_t)1 << 32) {
            m >>= 1;
            result |= (int64_t)1 << bit;
        }
    }
    return result;
}

int16_t zgc_cost(uint64_t count, uint64_t total)
{
    if (total == 0)
        return 0;
    uint64_t twice = count == 0 ? 1 : count * 2;
    int64_t bits = log2_fixed(total * 2) - log2_fixed(twice);
    if (bits <= 0)
        return 0;
    /* 100 * ln 2 = 69.31472, in Q14 1135652; bits / 256 is Q24, the product Q38. */
    int64_t cost = ((bits >> 8) * 1135652 + ((int64_t)1 << 37)) >> 38;
    return (int16_t)(cost >= ZGI_COST_NONE ? ZGI_COST_NONE - 1 : cost);
}
