"""What a benchmark answers with."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """One measured figure beside its reference of the same run."""

    name: str
    value: float
    unit: str
    reference: str
    """What it is compared with, and what that measured."""
    ratio: float | None
    """value / reference; None for a figure that stands alone."""
    bound: float
    """The greatest ratio (or value, without a ratio) that is asked for."""

    @property
    def holds(self) -> bool:
        """True when the figure is within its bound."""
        return (self.value if self.ratio is None else self.ratio) <= self.bound


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
