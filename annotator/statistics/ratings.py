"""Ratings as agreement is measured on them: what each rater gave each unit, with gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Unit: TypeAlias = Mapping[str, int]
"""What was given to one unit (an article), by rater. A rater who gave nothing is left out."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each value was given to each unit that can be compared."""

    values: tuple[int, ...]
    """Every value that occurs in a unit with two ratings or more, in ascending order."""
    rows: tuple[tuple[int, ...], ...]
    """For each such unit, how often each of the values was given to it."""


def count_ratings(units: Iterable[Unit]) -> Counts:
    """The counts of the units with two ratings or more; one rating can be compared with nothing."""
    counted = [Counter(unit.values()) for unit in units if len(unit) > 1]
    values = tuple(sorted({value for one in counted for value in one}))
    return Counts(values, tuple(tuple(one[value] for value in values) for one in counted))


def pairs_of(unit: Unit) -> list[tuple[int, int]]:
    """What each two raters of a unit gave it."""
    given = [unit[rater] for rater in sorted(unit)]
    return [(one, other) for at, one in enumerate(given) for other in given[at + 1 :]]


def aligned(units: Sequence[Unit], one: str, other: str) -> list[tuple[int, int]]:
    """What two raters gave to the units that both rated, unit by unit."""
    return [(unit[one], unit[other]) for unit in units if one in unit and other in unit]


def raters_of(units: Iterable[Unit]) -> list[str]:
    """Everybody who rated any of the units, in order."""
    return sorted({rater for unit in units for rater in unit})
