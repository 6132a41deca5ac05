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
from typing import Any

ROOT = Path(__file__).parents[1]


def measured_as_installed(what: str) -> dict[str, Any]:
    """What `benchmarks.signal_costs` tells of `what`, in a Python that has the installed program."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((installed(), str(ROOT)))}
    # Without -P the folder in which somebody stands would come first, and the sources with it.
    command = [sys.executable, "-P", "-m", "benchmarks.signal_costs", what]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    if not told["from"].startswith(installed()):
        raise RuntimeError(f"measured {told['from']}, which is not what was installed")
    return told


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
