#!/bin/sh
# Installs into a private prefix, builds the examples there through pkg-config, dynamically and
# statically, runs them, looks at every installed file, then uninstalls and finds nothing left.
. tests/support/tap.sh
MAKE=${MAKE:-make}
CC=${CC:-cc}
PKG_CONFIG=${PKG_CONFIG:-pkg-config}
prefix=$TMP/usr
text=公安县水利局局长江晓岚说，路通了。

status "make install" 0 "$MAKE" --no-print-directory B="$B" PREFIX="$prefix" install
for file in include/zhiguan.h lib/libzhiguan.a lib/libzhiguan.so lib/pkgconfig/zhiguan.pc \
    bin/zhiguan bin/zgc share/man/man1/zhiguan.1 share/man/man1/zgc.1 share/man/man3/zhiguan.3 \
    share/man/zh_CN/man1/zhiguan.1 share/bash-completion/completions/zhiguan \
    share/zsh/site-functions/_zhiguan share/fish/vendor_completions.d/zhiguan.fish; do
    if [ -s "$prefix/$file" ]; then pass "installed $file"; else fail "installed $file"; fi
done

PKG_CONFIG_PATH=$prefix/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
export PKG_CONFIG_PATH
is "pkg-config knows the version" "$(sed -n 's/^.define ZG_VERSION_STRING "\(.*\)"/\1/p' include/zhiguan.h)" \
    "$($PKG_CONFIG --modversion zhiguan)"

# One example, one way: name, "shared" or "static", flags…
build() {
    name=$1
    way=$2
    shift 2
    status "$name builds, $way" 0 "$CC" -std=c11 -Wall -Wextra -Werror "examples/$name.c" \
        -o "$TMP/$name-$way" "$@" -pthread
}
# shellcheck disable=SC2046
for name in minimal threads; do
    build $name shared $($PKG_CONFIG --cflags --libs zhiguan) "-Wl,-rpath,$prefix/lib"
    build $name static $($PKG_CONFIG --cflags zhiguan) "$prefix/lib/libzhiguan.a" \
        $($PKG_CONFIG --static --libs zhiguan | sed 's/-lzhiguan//')
done
for way in shared static; do
    is "minimal, $way" "江晓岚 | 局长 | 公安县水利局" "$(printf %s "$text" | "$TMP/minimal-$way")"
    printf %s "$text" >"$TMP/a.txt"
    is "threads, $way" "$TMP/a.txt: 1 triples, 1 persons
$TMP/a.txt: 1 triples, 1 persons" "$("$TMP/threads-$way" "$TMP/a.txt" "$TMP/a.txt")"
    status "threads, $way, a missing file" 1 "$TMP/threads-$way" "$TMP/none.txt"
done
has "the shared program uses the soname" libzhiguan.so. "$(readelf -d "$TMP/minimal-shared" | grep NEEDED)"
case $(readelf -d "$TMP/minimal-static" | grep NEEDED) in
*zhiguan*) fail "the static program does not use the shared library" ;;
*) pass "the static program does not use the shared library" ;;
esac
status "the installed program runs" 0 "$prefix/bin/zhiguan" version
status "the installed zgc runs" 0 "$prefix/bin/zgc" check data

status "make uninstall" 0 "$MAKE" --no-print-directory B="$B" PREFIX="$prefix" uninstall
is "uninstall leaves no file" "" "$(find "$prefix" ! -type d)"

status "make install with DESTDIR" 0 "$MAKE" --no-print-directory B="$B" PREFIX=/opt/z DESTDIR="$TMP/dest" install
has "zhiguan.pc names PREFIX without DESTDIR" "prefix=/opt/z" "$(cat "$TMP/dest/opt/z/lib/pkgconfig/zhiguan.pc")"
plan
