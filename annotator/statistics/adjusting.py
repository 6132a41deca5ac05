"""A mean as an average rater would have given it: what strict and lenient raters add or take is taken out.

With the raters' severities s and the thresholds of the scale known from all their ratings (`severity.py`),
the location b of a group of ratings is the one at which the expected sum of the steps is the observed one,

    sum over its ratings of E[step | b - s_r] = sum of its steps,

found by Newton's method; the adjusted mean is the level to expect at b from a rater with s = 0. Linacre,
Many-Facet Rasch Measurement, 1989 (fair averages, with raters anchored). Where everybody rated everything
it is close to the plain mean; it differs where strict raters happened to rate one outlet more than another.
The interval is b plus or minus 1.96 standard errors, carried over to levels; it takes ratings for
independent and severities for known, so it is somewhat too narrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from annotator.statistics.severity import EXTREME, MINIMUM_RATINGS, Severities, moments, probabilities
from annotator.statistics.summarizing import MINIMUM_N

MINIMUM_FOR_INTERVAL = 6
"""With fewer ratings there is no interval, as for the median."""
_Z = 1.959964
_ROUNDS = 100
_LONGEST_STEP = 1.0
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What an average rater would have given, in levels."""

    mean: float
    interval: tuple[float, float] | None
    """A 95 % interval; None with fewer than MINIMUM_FOR_INTERVAL ratings."""


def known_severities(found: Severities) -> dict[str, float]:
    """How strict each rater is; 0, an average rater, for who gave too few ratings to say."""
    return {rater: one.logits if one.n >= MINIMUM_RATINGS else 0.0 for rater, one in found.raters.items()}


def adjust(
    given: Iterable[tuple[str, int]],
    severities: Mapping[str, float],
    thresholds: Sequence[float],
    levels: Sequence[int],
) -> Adjusted | None:
    """The adjusted mean of some ratings (rater and step from 0), or None with fewer than MINIMUM_N.

    `levels` are the values that the steps stand for.
    """
    ratings = [(severities.get(rater, 0.0), step) for rater, step in given]
    if len(ratings) < MINIMUM_N:
        return None
    top = len(levels) - 1
    total = min(max(float(sum(step for _, step in ratings)), EXTREME), top * len(ratings) - EXTREME)
    counted: dict[float, int] = {}
    for severity, _ in ratings:
        counted[severity] = counted.get(severity, 0) + 1
    place, variance = _place(total, counted, thresholds)
    if len(ratings) < MINIMUM_FOR_INTERVAL:
        return Adjusted(_level(place, thresholds, levels), None)
    error = _Z / sqrt(variance)
    ends = (_level(place + way * error, thresholds, levels) for way in (-1, 1))
    return Adjusted(_level(place, thresholds, levels), (next(ends), next(ends)))


def _place(total: float, counted: Mapping[float, int], thresholds: Sequence[float]) -> tuple[float, float]:
    """Where the expected sum is `total`, and the variance of the sum there."""
    place, variance = 0.0, 1.0
    for _ in range(_ROUNDS):
        expected = variance = 0.0
        for severity, number in counted.items():
            mean, square = moments(place - severity, thresholds)
            expected += number * mean
            variance += number * square
        variance = max(variance, 1e-6)
        step = (total - expected) / variance
        place += max(-_LONGEST_STEP, min(_LONGEST_STEP, step))
        if abs(step) < _TOLERANCE:
            break
    return place, variance


def _level(place: float, thresholds: Sequence[float], levels: Sequence[int]) -> float:
    """The level to expect there from an average rater."""
    return sum(share * level for share, level in zip(probabilities(place, thresholds), levels, strict=True))
