"""Cells of scores for a page: a tint, the figures in words, and the places of a small chart."""

from __future__ import annotations

from typing import NamedTuple

from annotator.model.rubrics import Criterion, in_language
from annotator.statistics import MINIMUM_N
from annotator.translating import _, language_used, plural, write_number
from annotator.workbench.comparing import ScoreCell

TINTS = 8
"""How many steps the tints have above the palest."""
WIDE, TALL = 88, 30
"""Of a small chart, in its own units."""
_TOP, _FOOT = 10, 4


class Bar(NamedTuple):
    """A column of a small chart."""

    x: float
    y: float
    width: float
    height: float


class Chart(NamedTuple):
    """Where things stand in a small chart: columns by level, above them the interval and the median."""

    bars: tuple[Bar, ...]
    ticks: tuple[float, ...]
    interval: tuple[float, float] | None
    median: float | None
    label: str
    """The same in words, for who does not see it."""


class Cell(NamedTuple):
    """What people gave one outlet or article by one criterion."""

    state: str
    """`told`, `few`, `unjudged` or `none`."""
    tint: int
    median: str
    meaning: str
    """What the level nearest to the median is called."""
    interval: str
    words: str
    """The line under the median; for other states all there is to say."""
    chart: Chart | None


def cell_of(criterion: Criterion, cell: ScoreCell) -> Cell:
    """The cell as the page shows it."""
    if cell.median is None:
        return _without(cell)
    low, high = _ends(criterion)
    share = (cell.median - low) / (high - low) if high > low else 0.0
    ends = ""
    if cell.median_95:
        ends = f"{_level(cell.median_95[0])}–{_level(cell.median_95[1])}"
    words = _("n {n}").format(n=write_number(cell.n))
    if cell.cannot_judge:
        words += " · " + _unjudged(cell.cannot_judge)
    return Cell(
        "told",
        round(share * TINTS),
        _level(cell.median),
        _label(criterion, cell.median),
        ends,
        words,
        _chart(criterion, cell),
    )


def _unjudged(n: int) -> str:
    return plural("{n} could not judge", "{n} could not judge", n)


def _without(cell: ScoreCell) -> Cell:
    if cell.n:
        words = _("too few ({n} of {least})").format(n=cell.n, least=MINIMUM_N)
        return Cell("few", 0, "", "", "", words, None)
    if cell.cannot_judge:
        words = _unjudged(cell.cannot_judge)
        return Cell("unjudged", 0, "", "", "", words, None)
    return Cell("none", 0, "", "", "", _("no scores"), None)


def _chart(criterion: Criterion, cell: ScoreCell) -> Chart:
    levels = [level.value for level in criterion.levels]
    low, high = _ends(criterion)
    step = WIDE / len(levels)
    most = max(cell.counts.values(), default=0) or 1

    def at(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(step / 2 + share * (WIDE - step), 1)

    room = TALL - _TOP - _FOOT
    bars = tuple(
        Bar(
            round(at(level) - step * 0.34, 1),
            round(TALL - _FOOT - room * cell.counts[level] / most, 1),
            round(step * 0.68, 1),
            round(room * cell.counts[level] / most, 1),
        )
        for level in levels
        if cell.counts[level]
    )
    given = "; ".join(
        _("level {level}: {n}").format(level=level, n=write_number(cell.counts[level])) for level in levels
    )
    return Chart(
        bars,
        tuple(at(level) for level in levels),
        (at(cell.median_95[0]), at(cell.median_95[1])) if cell.median_95 else None,
        at(cell.median) if cell.median is not None else None,
        _("How often each level was given. {counts}").format(counts=given),
    )


def _ends(criterion: Criterion) -> tuple[int, int]:
    values = [level.value for level in criterion.levels]
    return min(values), max(values)


def _level(value: float) -> str:
    return write_number(value, 0 if float(value).is_integer() else 1)


def _label(criterion: Criterion, value: float) -> str:
    """What the level is called; between two levels, both."""
    below = [one for one in criterion.levels if one.value <= value]
    above = [one for one in criterion.levels if one.value >= value]
    if not below or not above:
        return ""
    names = dict.fromkeys(in_language(one.label, language_used()) for one in (below[-1], above[0]))
    return " – ".join(names)
