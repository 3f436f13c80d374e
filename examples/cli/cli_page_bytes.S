/* The parts of the page that `zhiguan view` writes (lib/emit/page), each ended by a NUL. */
#if defined(__CET__)
#include <cet.h> /* data only: it does not stand in the way of branch tracking */
#endif
#if defined(__APPLE__)
#define NAME(x) _##x
    .section __TEXT,__const
#else
#define NAME(x) x
    .section .rodata
#endif
    .globl NAME(cli_page_html)
    .globl NAME(cli_page_style)
    .globl NAME(cli_page_script)
NAME(cli_page_html):
    .incbin "lib/emit/page/page.html"
    .byte 0
NAME(cli_page_style):
    .incbin "lib/emit/page/page.css"
    .byte 0
NAME(cli_page_script):
    .incbin "lib/emit/page/page_words.js"
    .incbin "lib/emit/page/page.js"
    .incbin "lib/emit/page/page_text.js"
    .incbin "lib/emit/page/page_network.js"
    .byte 0
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
