"""Compiles modules, as setup.py does: `extensions.py FOLDER MODULE...`, in the folder that holds the package.

Run by `building.compiling` in a copy of the sources, because setuptools would read a pyproject.toml.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mypyc.build import mypycify
from setuptools import Extension, setup

# The modules share a library beside the package. Inside it they would look for their files at a wrong place.
NAME = "annotator"
# Packages without types are none of our business, nor is anybody's configuration of mypy.
OPTIONS = ("--ignore-missing-imports", "--config-file=", "--cache-dir=cache")
PROBE = "#include <Python.h>\nPyMODINIT_FUNC PyInit_probe(void) { return NULL; }\n"


def main() -> None:
    """Nothing; the compiled modules stand in the folder."""
    folder, *modules = sys.argv[1:]
    # A compiler that compiles nothing says so here, before mypyc has worked for ten seconds.
    Path("probe.c").write_text(PROBE, encoding="ascii")
    build("probe", [Extension("probe", ["probe.c"])])
    # A higher level compiles longer and gains nothing.
    build(folder, mypycify([*modules, *OPTIONS], opt_level="1", debug_level="0", group_name=NAME))


def build(folder: str, extensions: list[Extension]) -> None:
    """Nothing; the extensions stand in the folder."""
    arguments = ["--quiet", "build_ext", "--build-lib", folder]
    setup(name=NAME, packages=[], py_modules=[], ext_modules=extensions, script_args=arguments)


if __name__ == "__main__":
    main()
