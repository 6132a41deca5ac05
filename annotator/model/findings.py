"""What the signals found: findings point at words, measurements give numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Finding(NamedTuple):
    """Words that deserve a second look, and why. A tuple, since a text has a hundred of them."""

    start: int
    end: int
    """`text[start:end]` is what the reader sees marked."""
    signal: str
    """The id of the signal in the catalogue."""
    rule: str
    """Which of the signal's rules fired; the catalogue holds its sentence."""
    entry: str = ""
    """The word-list entry or pattern that matched, as its list writes it."""
    weight: float = 1.0
    detail: str = ""
    """One more word for the sentence: a source's kind, a claim's kind, the list's note."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """A signal's number for a whole article."""

    value: float
    unit: str
    inputs: Mapping[str, float | int | str] = field(default_factory=dict)
    """The counts and sums the value was made from, by name."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """A signal that cannot answer for this text: never the same as zero."""

    reason: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or sum of money in the text."""

    start: int
    end: int
    value: float
    unit: str = ""
    """An ISO 4217 code for money; empty for a plain number."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the signals say about one text."""

    language: str
    findings: tuple[Finding, ...]
    """Sorted by place, then signal; no two alike."""
    measurements: Mapping[str, Measurement | Unavailable]
