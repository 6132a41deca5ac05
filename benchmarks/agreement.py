"""Krippendorff's alpha with its interval: 30 raters, 100 articles, 8 criteria, 1,000 bootstrap samples."""

from __future__ import annotations

import random
from importlib.util import find_spec

from annotator.statistics import resampling
from annotator.statistics.ratings import Unit
from annotator.statistics.reliability import alpha
from benchmarks.figures import Figure, seconds

WITH_NUMPY, WITHOUT = 0.5, 5.0


def a_class(raters: int = 30, articles: int = 100, criteria: int = 8) -> list[list[Unit]]:
    """For each criterion what the raters gave the articles: a truth, now and then a step beside it, gaps."""
    draw = random.Random(30)
    steps = (-1, 0, 0, 0, 1)
    found: list[list[Unit]] = []
    for _ in range(criteria):
        truths = [draw.randint(1, 4) for _ in range(articles)]
        found.append(
            [
                {
                    f"r{rater}": min(4, max(1, truth + draw.choice(steps)))
                    for rater in range(raters)
                    if draw.random() > 0.1
                }
                for truth in truths
            ]
        )
    return found


def work(units: list[list[Unit]], vectorised: bool) -> None:
    """Nothing; alpha and its interval were computed for each criterion, the draws anew."""
    resampling._draws.cache_clear()
    if vectorised:
        resampling._times_drawn.cache_clear()
    for criterion in units:
        alpha(criterion)
        resampling.interval(criterion, vectorised=vectorised)


def measure() -> list[Figure]:
    """The time with numpy, where it is installed, and without."""
    units = a_class()
    figures = []
    beside = ("alpha alone, no interval", seconds(lambda: [alpha(criterion) for criterion in units], 3))
    if find_spec("numpy"):
        took = seconds(lambda: work(units, True), 3)
        figures.append(Figure("alpha, 1,000 samples, with numpy", took, "s", *beside, WITH_NUMPY, on="value"))
    took = seconds(lambda: work(units, False), 3)
    figures.append(Figure("alpha, 1,000 samples, plain Python", took, "s", *beside, WITHOUT, on="value"))
    return figures
