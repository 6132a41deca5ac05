"""Compiles the listed modules with mypyc, and tries them before anybody gets them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from building.modules import modules
from building.wishing import VARIABLE

HERE = Path(__file__).resolve().parent
_LONGEST = 600
"""Seconds after which compiling, or trying what was compiled, is given up. It takes 40, and two."""
_WIDTH = 150
"""Letters of somebody else's complaint that are told."""


class NotCompiledError(Exception):
    """There are no compiled modules, or they do not do what they must."""

    def __init__(self, why: str, remedy: str = f"Mend that, or build with {VARIABLE}=0.") -> None:
        super().__init__(why)
        self.why = why
        self.remedy = remedy


def compile_modules(root: Path, folder: Path) -> dict[str, Path]:
    """By its place in the wheel, each compiled file; all of them stand in the folder, nothing in the sources.

    Raises `NotCompiledError`, and `LookupError` when the list names a file that is gone.
    """
    names = modules(root)
    try:
        return _compiled(root, folder, names)
    except OSError as error:
        raise NotCompiledError(f"compiling failed: {error}") from error


def _compiled(root: Path, folder: Path, names: Sequence[str]) -> dict[str, Path]:
    built = folder / "built"
    shutil.copytree(root / "annotator", folder / "annotator", ignore=shutil.ignore_patterns("__pycache__"))
    expected = _answers(root, folder, names)
    _run("extensions.py", folder, str(built), *names, failed="compiling failed")
    files = {path.relative_to(built).as_posix(): path for path in sorted(built.rglob("*")) if path.is_file()}
    for place, path in files.items():
        shutil.copy2(path, folder / place)
    _compare(expected, _answers(root, folder, names))
    return files


def _answers(root: Path, folder: Path, names: Sequence[str]) -> list[str]:
    told = _run("answers.py", folder, str(root / "seeds"), *names, failed="trying the signals failed")
    return told.splitlines()


def _compare(plain: Sequence[str], compiled: Sequence[str]) -> None:
    if (plain[0], compiled[0]) != ("plain", "compiled"):
        raise NotCompiledError(f"the modules that were tried are {plain[0]} before and {compiled[0]} after")
    if plain[1:] != compiled[1:]:
        raise NotCompiledError(
            "the compiled signals do not say the same as the plain ones",
            f"Please tell us, and build with {VARIABLE}=0.",
        )


def _run(script: str, folder: Path, *arguments: str, failed: str) -> str:
    """What a script beside this one prints, run with the modules of the folder before all others."""
    given = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(given),
        "PYTHONDONTWRITEBYTECODE": "1",
        # The order of a set may differ from run to run, not between the two that are compared.
        "PYTHONHASHSEED": "0",
    }
    # Without -P the script's own folder would come first.
    command = [sys.executable, "-P", str(HERE / script), *arguments]
    try:
        ran = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8",
            errors="replace", timeout=_LONGEST, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise NotCompiledError(f"{failed}: it took more than {_LONGEST} seconds") from None
    if ran.returncode:
        raise NotCompiledError(f"{failed}: {_reason(ran.returncode, ran.stdout + ran.stderr)}")
    return ran.stdout


def _reason(code: int, said: str) -> str:
    """What a compiler, mypy or Python named first or last as the reason, in a part of a line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if code < 0 or not lines:
        return f"it ended with {code}"
    line = next((line for line in lines if "error: " in line), lines[-1]).removeprefix("error: ")
    # Of a command that setuptools tells in full, the program is enough.
    line = re.sub(r"\['([^']+)'[^\]]*\]", r"\1", line)
    return textwrap.shorten(line, _WIDTH, placeholder=" …").rstrip(".")
