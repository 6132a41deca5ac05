"""Summaries of ordinal scores: the middle and the middle half.

Levels are ordered, but the step from 1 to 2 need not be as long as the one from 3 to 4; so a median and
quartiles, not a mean and a standard deviation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

MINIMUM_N = 3
"""With fewer scores than this a cell says "too few" instead of a median."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Where the middle of some scores lies, and the middle half of them."""

    n: int
    median: float
    low: float
    """The first quartile."""
    high: float
    """The third quartile."""


def summarize(values: Sequence[float]) -> Summary | None:
    """The summary of the values, or None when there are fewer than MINIMUM_N."""
    if len(values) < MINIMUM_N:
        return None
    low, high = quartiles(values)
    return Summary(len(values), median(values), low, high)


def median(values: Sequence[float]) -> float:
    """The middle value; of an even number of values the mean of the two in the middle. One value at least."""
    return _quantile(values, 0.5)


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    """The first and third quartile, by linear interpolation between the order statistics.

    The quantile p of sorted x[0..n-1] lies at position (n - 1) p: method 7 of Hyndman and Fan (1996),
    Sample Quantiles in Statistical Packages, The American Statistician 50(4); what R, NumPy and the
    QUARTILE.INC of spreadsheets answer. One value at least.
    """
    return _quantile(values, 0.25), _quantile(values, 0.75)


def _quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    if not ordered:
        raise ValueError("a quantile of no values")
    position = (len(ordered) - 1) * share
    below = floor(position)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (ordered[above] - ordered[below]) * (position - below))
