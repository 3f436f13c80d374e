/* `zhiguan version`: four numbers, each with one job, one a line. */
#include "cli.h"
#include "cli_buffer.h"
#include "cli_output.h"

cli_exit cli_version(const cli_options *options)
{
    zg_dict *dict = NULL;
    cli_output out = {0};
    cli_buffer text = {0};
    uint32_t lowest = 0, highest = 0;
    cli_exit rc = cli_dict_open(options, &dict);
    if (rc != CLI_OK) {
        return rc;
    }
    zg_image_formats(&lowest, &highest);
    bool made = cli_buffer_addf(&text, "API %s\n", zg_version()) &&
                cli_buffer_addf(&text, "ABI %u\n", zg_soname_version());
    if (lowest == highest) {
        made = made && cli_buffer_addf(&text, "image %u\n", highest);
    } else {
        made = made && cli_buffer_addf(&text, "image %u-%u\n", lowest, highest);
    }
    made = made && cli_buffer_addf(&text, "data %s\n", zg_dict_data_version(dict));
    if (made) {
        cli_output_write(&out, text.data, text.len);
    } else {
        cli_message("out of memory");
        rc = CLI_RESOURCES;
    }
    cli_buffer_free(&text);
    zg_dict_close(dict);
    return cli_output_close(&out, rc);
}
