#!/bin/sh
# Prints a LOCPATH under which zh_CN.GB18030 can be used, or an empty line when the system has the
# locale itself; makes it under the folder given when needed.
set -eu
if locale -a 2>/dev/null | grep -qi '^zh_CN\.gb18030$'; then
    echo
    exit 0
fi
if ! command -v localedef >/dev/null 2>&1; then
    echo "locale: this system cannot make zh_CN.GB18030 (no localedef)" >&2
    exit 1
fi
dir=$1
mkdir -p "$dir"
[ -d "$dir/zh_CN.GB18030" ] || localedef -c -i zh_CN -f GB18030 "$dir/zh_CN.GB18030" >&2 || {
    rm -rf "$dir/zh_CN.GB18030"
    exit 1
}
(cd "$dir" && pwd)
