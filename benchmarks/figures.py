"""What a benchmark answers with."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

NOISE = 1.25
"""How many times as large a ratio may be as the one kept before, on a quiet machine, and mean nothing."""


@dataclass(frozen=True)
class Figure:
    """One measured cost beside its reference of the same run: the less, the better."""

    name: str
    """The same in every run: what a run measures stands in the numbers."""
    value: float
    unit: str
    reference: str
    """What it is compared with."""
    beside: float
    """What the reference cost in the same run, in the same unit."""
    most: float | None = None
    """The greatest ratio (or value, as `on` says) that is asked for; None where nothing is asked."""
    on: str = "ratio"
    """`ratio` or `value`."""
    turns: float | None = None
    """The median ratio of runs that took turns, where they did; it is steadier than that of the medians."""
    noise: float = NOISE

    @property
    def ratio(self) -> float:
        """How many times the reference it costs."""
        return self.value / self.beside if self.turns is None else self.turns

    @property
    def holds(self) -> bool:
        """True when the figure is within what is asked."""
        return self.most is None or (self.ratio if self.on == "ratio" else self.value) <= self.most


def peak_megabytes() -> float:
    """The most memory that this process has held.

    Linux counts in `ru_maxrss` what the process held before it became this program, which is the memory of
    the benchmark that started it; a program's own peak stands in /proc.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)


def memory_of(code: str, *arguments: str) -> float:
    """The peak in MB of a fresh Python that runs this code with these arguments."""
    told = "\nfrom benchmarks.figures import peak_megabytes\nprint(peak_megabytes())"
    command = [sys.executable, "-c", code + told, *arguments]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The median wall time of one call, after one call that is not counted."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def paired(
    one: Callable[[], object], other: Callable[[], object], rounds: int = 7
) -> tuple[float, float, float]:
    """Median seconds of both, called by turns, and the median of their ratios."""
    one(), other()
    times: list[tuple[float, float]] = []
    for _ in range(rounds):
        start = time.perf_counter()
        one()
        middle = time.perf_counter()
        other()
        times.append((middle - start, time.perf_counter() - middle))
    return (
        median(a for a, _ in times),
        median(b for _, b in times),
        median(a / b for a, b in times),
    )
