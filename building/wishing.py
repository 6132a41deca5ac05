"""Whether a wheel is to be compiled: what is wished for, and what this machine has for it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

VARIABLE = "ANNOTATOR_COMPILE"
"""`1` must, `0` must not; where it is not set, it is done where it can be."""
TOOLS = ("mypy[mypyc]>=2.4,<3", "setuptools>=77")
"""Tried with mypy 2.4. What a later one does otherwise is found out when the compiled modules are tried."""
ANALYSIS = ("vadersentiment",)
"""What an analysis imports of the packages annotator depends on: compiled modules are tried with it."""


class Obstacle(NamedTuple):
    """What stands in the way of compiling."""

    missing: str
    remedy: str


def wish(environment: Mapping[str, str]) -> str:
    """`1`, `0`, or empty. Raises `ValueError` with a sentence for any other value."""
    said = environment.get(VARIABLE, "").strip()
    if said not in ("", "0", "1"):
        raise ValueError(
            f"{VARIABLE} is {said!r}, which means nothing here: 1 compiles the signals, 0 leaves them plain"
            " Python, and without it they are compiled where a C compiler is found."
        )
    return said


def packages_for(environment: Mapping[str, str], dependencies: Sequence[str]) -> list[str]:
    """What must be installed to build a wheel: nothing where it will not be compiled."""
    # A value that means nothing is complained about when the wheel is built.
    if environment.get(VARIABLE, "").strip() not in ("", "1") or machine_obstacle(environment):
        return []
    needed = [one for one in dependencies if canonicalize_name(Requirement(one).name) in ANALYSIS]
    return [*TOOLS, *needed]


def obstacle(environment: Mapping[str, str] = os.environ) -> Obstacle | None:
    """What this machine or this environment lacks for compiling; None where nothing is lacking."""
    return machine_obstacle(environment) or _lacking_package()


def machine_obstacle(environment: Mapping[str, str] = os.environ) -> Obstacle | None:
    """What this machine lacks for compiling, whatever packages are installed."""
    if sys.implementation.name != "cpython":
        return Obstacle(f"mypyc does not compile for {sys.implementation.name}", "Use CPython.")
    compiler = _compiler(environment)
    if shutil.which(compiler) is None or not _really_there():
        return Obstacle(
            f"no C compiler was found ({compiler})",
            "Install gcc or clang (on Windows the Build Tools, and build at their prompt); CC names another.",
        )
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return Obstacle(
            "Python.h was not found", "Install what goes with this Python (python3-dev or python3-devel)."
        )
    return None


def _compiler(environment: Mapping[str, str]) -> str:
    """The program that setuptools will call."""
    if sys.platform == "win32":
        return "cl"
    words = shlex.split(environment.get("CC") or str(sysconfig.get_config_var("CC") or "cc"))
    return words[0] if words else "cc"


def _really_there() -> bool:
    """False on a Mac whose compiler is only a window that offers to install one."""
    if sys.platform != "darwin":
        return True
    asked = ["/usr/bin/xcode-select", "--print-path"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _lacking_package() -> Obstacle | None:
    for asked in map(Requirement, TOOLS):
        try:
            found = version(asked.name)
        except PackageNotFoundError:
            found = ""
        if not asked.specifier.contains(found or "0", prereleases=True):
            here = f"only {found} is" if found else "it is not"
            return Obstacle(
                f"{asked} is needed, and {here} installed",
                f"Install it (pip install '{asked}'), or build with isolation, which does that.",
            )
    return None
