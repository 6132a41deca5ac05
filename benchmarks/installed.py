"""The program as `pip install .` puts it here, in a folder of its own: compiled where that can be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]


def measured_as_installed(what: str) -> dict[str, Any]:
    """What `benchmarks.signal_costs` tells of `what`, in a Python that has the installed program."""
    process = _asked(what)
    told = _line(process)
    process.wait()
    return told


def measured_by_turns(what: str, beside: str, rounds: int) -> tuple[float, float, float, dict[str, Any]]:
    """Median seconds of a turn of both, the median of their ratios, and what the other one tells of itself.

    Each has a process of its own: what one leaves behind in memory does not slow the other down.
    """
    ours, theirs = _asked(what), _asked(beside)
    _line(ours)
    told = _line(theirs)
    times = [(_turn(ours), _turn(theirs)) for _ in range(rounds)]
    for process in (ours, theirs):
        process.communicate()
    return median(a for a, _ in times), median(b for _, b in times), median(a / b for a, b in times), told


def _asked(what: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((installed(), str(ROOT)))}
    # Without -P the folder in which somebody stands would come first, and the sources with it.
    command = [sys.executable, "-P", "-m", "benchmarks.signal_costs", what]
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )


def _line(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        sys.exit("What is measured as installed ended too early; what it complained of stands above.")
    told: dict[str, Any] = json.loads(line)
    if not told.get("from", installed()).startswith(installed()):
        sys.exit(f"{told['from']} would be measured, which is not what was installed.")
    return told


def _turn(process: subprocess.Popen[str]) -> float:
    """The seconds of one turn."""
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()
    return float(_line(process)["seconds"])


@cache
def installed() -> str:
    """The folder; it is gone when the benchmarks end."""
    folder = _folder()
    wheels = Path(folder.name, "wheels")
    building = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels), str(ROOT)]
    built = subprocess.run([sys.executable, *building], capture_output=True, text=True)
    if built.returncode:
        sys.exit(f"The wheel to measure could not be built: {(built.stdout + built.stderr).strip()}")
    (wheel,) = wheels.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder.name)
    return folder.name


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="annotator-installed-")
