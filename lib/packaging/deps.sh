#!/bin/sh
# What must be on the machine to build and test zhiguan.
#
# deps.sh build    fail, naming packages, when something needed for building is missing
# deps.sh demo     the same, but on Debian and Ubuntu, as root or with sudo, install it first
# deps.sh install  as demo, for building and testing
# Each thing is tried, not asked for by version: pkg-config's answer for utf8proc is wrong on Debian.
set -u
mode=${1:-build}
CC=${CC:-cc}
PKG_CONFIG=${PKG_CONFIG:-pkg-config}
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT

compiles() { # header, library, pkg-config name, expression
    printf '#include <stdarg.h>\n#include <stddef.h>\n#include <stdint.h>\n#include <setjmp.h>\n' \
        >"$dir/t.c"
    printf '#define PCRE2_CODE_UNIT_WIDTH 8\n#include <%s>\nint main(void) { return (%s) ? 0 : 1; }\n' \
        "$1" "$4" >>"$dir/t.c"
    flags=$($PKG_CONFIG --cflags --libs "$3" 2>/dev/null) || flags=$2
    # shellcheck disable=SC2086
    $CC -o "$dir/t" "$dir/t.c" $flags >/dev/null 2>&1
}

missing=
need() { missing="$missing $1"; }

look() {
    missing=
    command -v "$PKG_CONFIG" >/dev/null 2>&1 || need pkg-config
    compiles pcre2.h -lpcre2-8 libpcre2-8 'PCRE2_MAJOR >= 10' || need pcre2
    compiles utf8proc.h -lutf8proc libutf8proc 'utf8proc_version() != NULL && UTF8PROC_VERSION_MAJOR >= 2' ||
        need utf8proc
    compiles jansson.h -ljansson jansson 'JANSSON_VERSION_HEX >= 0x020a00' || need jansson
    [ "$mode" = install ] || return 0
    compiles cmocka.h -lcmocka cmocka 'sizeof(struct CMUnitTest) > 0' || need cmocka
    command -v python3 >/dev/null 2>&1 || need python3
    python3 -c 'import jsonschema' >/dev/null 2>&1 || need python3-jsonschema
    command -v valgrind >/dev/null 2>&1 || need valgrind
    # The tests run under zh_CN.GB18030 too; musl and others without localedef know UTF-8 only.
    if command -v localedef >/dev/null 2>&1; then
        sh tests/support/locale.sh build/locale >/dev/null 2>&1 || need locales
    fi
}

apt_name() {
    case $1 in
    pcre2) echo libpcre2-dev ;; utf8proc) echo libutf8proc-dev ;; jansson) echo libjansson-dev ;;
    cmocka) echo libcmocka-dev ;; *) echo "$1" ;;
    esac
}
dnf_name() {
    case $1 in
    locales) echo glibc-locale-source ;;
    pkg-config) echo pkgconf-pkg-config ;; pcre2 | utf8proc | jansson) echo "$1-devel" ;;
    cmocka) echo libcmocka-devel ;; *) echo "$1" ;;
    esac
}
pacman_name() {
    case $1 in
    locales) echo glibc ;;
    pkg-config) echo pkgconf ;; python3) echo python ;; utf8proc) echo libutf8proc ;;
    python3-jsonschema) echo python-jsonschema ;; *) echo "$1" ;;
    esac
}
apk_name() {
    case $1 in
    locales) ;;
    pkg-config) echo pkgconf ;; pcre2 | utf8proc | jansson | cmocka) echo "$1-dev" ;;
    python3-jsonschema) echo py3-jsonschema ;; *) echo "$1" ;;
    esac
}
brew_name() {
    case $1 in
    pkg-config) echo pkgconf ;; python3) echo python ;;
    python3-jsonschema | locales) ;; *) echo "$1" ;;
    esac
}
names() { # tool: the missing things in its words
    for thing in $missing; do "$1_name" "$thing"; done | tr '\n' ' ' | sed 's/ $//'
}

message() {
    {
        echo "zhiguan needs these things, which are not on this machine:$missing"
        echo "Install them with one of:"
        echo "  apt-get install $(names apt)"
        echo "  dnf install $(names dnf)"
        echo "  pacman -S $(names pacman)"
        echo "  apk add $(names apk)"
        echo "  brew install $(names brew)"
        case $missing in *jsonschema*) echo "  (with brew: pip3 install jsonschema)" ;; esac
    } >&2
}

install_apt() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        sudo=
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        sudo=sudo
    else
        return 1
    fi
    packages=$(names apt)
    echo "deps: installing $packages" >&2
    $sudo apt-get update -qq >/dev/null
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $packages >"$dir/log" 2>&1 || {
        cat "$dir/log" >&2
        return 1
    }
}

if ! command -v "$CC" >/dev/null 2>&1; then
    echo "zhiguan: no C compiler: '$CC' is not found (set CC=, or install gcc or clang)" >&2
    exit 1
fi
look
if [ -n "$missing" ] && [ "$mode" != build ] && install_apt; then
    look
fi
[ -z "$missing" ] && exit 0
message
exit 1
