"""Builds zhiguan._native: the whole C library, its tables compiled into it, and the binding.

Needs a C compiler and the headers of PCRE2 and utf8proc; no make, no pkg-config. The sources are
those of the repository that this folder stands in, or, in a source distribution, of its folder
`source`. The steps are those of the Makefile: zgc from its sources, the image by zgc, the library
with the image inside.
"""
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import setuptools
from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.sdist import sdist

HERE = Path(__file__).resolve().parent
TOP = HERE / "source" if (HERE / "source").is_dir() else HERE.parents[2]
PARTS = ("include", "lib", "data")
OUTSIDE = {"bindings", "packaging", "compile"}
LIBRARIES = ["pcre2-8", "utf8proc"]
if not (TOP / "include" / "zhiguan.h").is_file():
    sys.exit("zhiguan: the C sources are not here. Build from a clone of the repository with "
             "pip 21.3 or later (older ones copy this folder away from them).")
if int(setuptools.__version__.split(".")[0]) < 61:
    sys.exit("zhiguan: setuptools 61 or later is needed (pip install -U setuptools), or leave out "
             "--no-build-isolation")
os.chdir(HERE)
HEADER = (TOP / "include/zhiguan.h").read_text(encoding="utf-8")
VERSION = re.search(r'#define ZG_VERSION_STRING "(.*)"', HEADER).group(1)


def rooms(*names):
    return [p for name in names for p in sorted((TOP / "lib" / name).glob("*.c"))]


def library_sources():
    inside = [p.name for p in sorted((TOP / "lib").iterdir()) if p.is_dir() and p.name not in OUTSIDE]
    return rooms(".", *inside)


class Build(build_ext):
    """The library's objects first; the extension is then linked with them."""

    def build_extension(self, ext):
        # Always whole: setuptools knows nothing of the library's headers and tables.
        self.force = self.compiler.force = True
        self.room = Path(self.build_temp) / "library"
        shutil.rmtree(self.room, ignore_errors=True)
        self.room.mkdir(parents=True)
        self.look_for("pcre2.h", "PCRE2", "libpcre2-dev", "pcre2-devel", "pcre2")
        self.look_for("utf8proc.h", "utf8proc", "libutf8proc-dev", "utf8proc-devel", "utf8proc")
        objects = self.compile_all(library_sources())
        tables = self.compile_all(rooms("compile"))
        floor = [o for s, o in objects.items()
                 if s.parent.name in ("base", "dict") and not s.name.startswith("dict_builtin")]
        image = self.make_image([*tables.values(), *floor])
        ext.extra_objects = [*objects.values(), self.assemble(image)]
        super().build_extension(ext)
        self.take_tables(Path(self.get_ext_fullpath(ext.name)).parent / "_tables")

    def take_tables(self, folder):
        """zgc and the tables beside the extension: what Extractor(lexicon=…) compiles."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(TOP / "data", folder / "data",
                        ignore=shutil.ignore_patterns("derive", "README.md", ".*"))
        shutil.copy2(self.room / "zgc", folder / "zgc")

    def compile_all(self, sources):
        """{source: object}, several at a time."""
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            return dict(zip(sources, pool.map(self.compile_one, sources)))

    def compile_one(self, source):
        flags = ["-std=c11", "-O3", "-fvisibility=hidden", "-fPIC"]
        return self.compiler.compile(
            [str(source)], output_dir=str(self.room), macros=[("ZG_STATIC", None)],
            include_dirs=[str(TOP / "include"), str(TOP / "lib")], extra_postargs=flags)[0]

    def look_for(self, header, name, debian, fedora, brew):
        probe = self.room / f"have_{name}.c"
        probe.write_text(f"#include <stddef.h>\n#define PCRE2_CODE_UNIT_WIDTH 8\n#include <{header}>\n"
                         "int zg_probe;\n")
        try:
            self.compiler.compile([str(probe)], output_dir=str(self.room))
        except Exception:
            sys.exit(f"zhiguan: {header} of {name} cannot be compiled with. Install it: apt-get install "
                     f"{debian} · dnf install {fedora} · brew install {brew}. If there is no C compiler "
                     "either: apt-get install gcc libc6-dev")
        finally:
            probe.unlink()

    def make_image(self, objects):
        self.compiler.link_executable(objects, "zgc", output_dir=str(self.room), libraries=LIBRARIES,
                                      library_dirs=self.library_dirs)
        image = (self.room / "zhiguan.zgd").resolve()
        subprocess.run([str((self.room / "zgc").resolve()), "build", str(TOP / "data"), "-o", str(image)],
                       check=True)
        return image

    def assemble(self, image):
        out = self.room / "dict_builtin_bytes.o"
        subprocess.run([*self.compiler.compiler_so, "-fPIC", f'-DZGI_IMAGE_FILE="{image}"', "-c",
                        str(TOP / "lib/dict/dict_builtin_bytes.S"), "-o", str(out)], check=True)
        return str(out)


class SourceDistribution(sdist):
    """Takes the C sources and the tables along."""

    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        skip = shutil.ignore_patterns("bindings", "packaging", "derive", "__pycache__")
        for part in PARTS:
            shutil.copytree(TOP / part, Path(base_dir, "source", part), ignore=skip)
        shutil.copytree(HERE / "native", Path(base_dir, "native"), dirs_exist_ok=True)


native = Extension(
    "zhiguan._native",
    sources=sorted(str(p.relative_to(HERE)) for p in (HERE / "native").glob("*.c")),
    depends=sorted(str(p.relative_to(HERE)) for p in (HERE / "native").glob("*.h")),
    include_dirs=[str(TOP / "include")],
    define_macros=[("Py_LIMITED_API", "0x03090000"), ("ZG_STATIC", None)],
    extra_compile_args=["-std=c11", "-fvisibility=hidden"],
    libraries=LIBRARIES,
    py_limited_api=True,
)
setup(
    version=VERSION,
    license="Apache-2.0",
    ext_modules=[native],
    cmdclass={"build_ext": Build, "sdist": SourceDistribution},
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
