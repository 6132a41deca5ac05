"""How quickly a command answers."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.figures import Figure, paired


def measure() -> list[Figure]:
    """`annotator --help` as a whole process against an empty Python."""
    command = [sys.executable, "-c", "from annotator.cli import main; main(['--help'])"]
    empty = [sys.executable, "-c", "pass"]

    def run(line: list[str]) -> None:
        subprocess.run(line, check=True, capture_output=True)

    ours, reference, ratio = paired(lambda: run(command), lambda: run(empty), rounds=15)
    return [Figure("annotator --help", 1e3 * ours, "ms", "python -c pass", 1e3 * reference, 7, turns=ratio)]
