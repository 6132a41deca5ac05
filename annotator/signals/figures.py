"""How often each signal was right where people had marked texts: the rows of `measured.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PATH = Path(__file__).with_name("measured.toml")
FEWEST = 5
"""With fewer marked places than this a figure says hardly anything."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One signal measured in one language on one set of data; None is what the set cannot tell."""

    signal: str
    language: str
    data: str
    """The name of the set of data."""
    licence: str
    date: str
    """When it was measured, ISO 8601."""
    counts: str
    """What is counted, and when the signal is right."""
    n: int
    """How many of them there are."""
    precision: float | None = None
    """Of what the signal marked, the share that people marked too."""
    recall: float | None = None
    """Of what people marked, the share that the signal marked too."""
    f1: float | None = None
    """The harmonic mean of the two."""
    accuracy: float | None = None
    """The share of all cases that are right."""
    macro_f1: float | None = None
    """The mean of the F1 of all answers, "nothing here" among them."""


@cache
def figures() -> tuple[Figure, ...]:
    """All figures, sorted by signal, language and data."""
    table = tomllib.loads(_PATH.read_text(encoding="utf-8")) if _PATH.is_file() else {}
    return tuple(Figure(**row) for row in table.get("figure", ()))


def figures_of(signal: str) -> tuple[Figure, ...]:
    """The figures of one signal; none when it was never measured."""
    return tuple(figure for figure in figures() if figure.signal == signal)
