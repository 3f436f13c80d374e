#!/bin/sh
# Fails, naming what is missing, when this Python cannot build and test the package. need.sh PYTHON
python=${1:-python3}
command -v "$python" >/dev/null 2>&1 || {
    echo "check-python: '$python' is not found (set PYTHON=)" >&2
    exit 1
}
missing=$("$python" - <<'END'
import importlib.metadata
import importlib.util
import os
import sysconfig

need = {"pip": "python3-pip", "setuptools": "python3-setuptools", "wheel": "python3-wheel",
        "pytest": "python3-pytest"}
gone = [f"{m} ({d})" for m, d in need.items() if importlib.util.find_spec(m) is None]
if not gone and int(importlib.metadata.version("setuptools").split(".")[0]) < 61:
    gone.append("setuptools 61 or later (pip install -U setuptools)")
if not os.path.exists(os.path.join(sysconfig.get_paths()["include"], "Python.h")):
    gone.append("Python.h (python3-dev)")
print(", ".join(gone))
END
)
[ -z "$missing" ] && exit 0
echo "check-python: missing for $python: $missing; Debian's packages in brackets" >&2
exit 1
