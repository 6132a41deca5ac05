"""A copy of the program, to follow a recipe in it to the letter and see what it says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_COMMAND = "import sys; from annotator.cli import main; main(sys.argv[1:])"


def copy_program(folder: Path) -> Path:
    """The package `annotator` in a folder, with the rubrics and seeds beside it."""
    for name in ("annotator", "rubrics", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder / "annotator"


def told(folder: Path, *arguments: str, code: str = _COMMAND) -> str:
    """What a command of the copy prints, or other code run with it."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", code, *arguments]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
