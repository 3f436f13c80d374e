/* Which encoding a text has, and the text in UTF-8.
 *
 * auto: a byte order mark decides; else UTF-8 when every byte fits; else UTF-8 with damage when
 * whole characters outweigh bad bytes; else GB18030 when it decodes; else damaged UTF-8 again,
 * unless so much is no text at all that the input is binary data.
 * A bad byte of another encoding becomes the byte 0xFF, which is never UTF-8: the library then
 * steps over it, warns and counts it in one place for all encodings. */
#ifndef CLI_ENCODING_H
#define CLI_ENCODING_H

#include <iconv.h>

#include "cli.h"
#include "cli_buffer.h"

typedef struct cli_decoder {
    iconv_t open[CLI_ENCODINGS];
    bool is_open[CLI_ENCODINGS];
    cli_buffer text; /* the converted text */
} cli_decoder;

typedef struct cli_decoded {
    const char
        *data; /* the input itself when it is UTF-8, else in the decoder until its next use */
    size_t len;
    cli_encoding encoding;
    bool valid;       /* `data` is known to be UTF-8 */
    const char *why;  /* "byte order mark", "valid UTF-8" … */
    size_t bad_count; /* bytes that did not convert (for UTF-8: not counted, the library does) */
    size_t bad_at;    /* offset of the first one in the input */
} cli_decoded;

typedef enum cli_decode_status {
    CLI_DECODED,
    CLI_BINARY, /* bad_at: the first byte that is no UTF-8 */
    CLI_NO_MEMORY,
    CLI_NO_ENCODING /* this system's iconv does not know it */
} cli_decode_status;

const char *cli_encoding_name(cli_encoding encoding);
cli_decode_status cli_decode(cli_decoder *d, cli_encoding asked, const char *in, size_t len,
                             cli_decoded *out);
void cli_decoder_free(cli_decoder *d);

#endif
