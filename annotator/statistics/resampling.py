"""How sure a value of alpha is: an interval from drawing the articles again and again.

The articles are drawn with replacement, whole, because the ratings of one article hang together; alpha is
computed for each draw, and the middle 95 % of the results is the interval. Efron and Tibshirani, An
Introduction to the Bootstrap, 1993, 13.3 (percentile interval); Zapf et al., Measuring inter-rater
reliability for nominal data, BMC Medical Research Methodology 16:93, 2016, found it right for
Krippendorff's alpha. With few articles it is too narrow.

The draws come from Python's own generator whether numpy is there or not, so the interval is the same
everywhere.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from math import floor
from operator import itemgetter
from typing import Any

from annotator.statistics.ratings import Counts, Unit, count_ratings
from annotator.statistics.reliability import Metric, alpha_from, coincidences, distances, value_pairs

MINIMUM_ARTICLES = 5
"""With fewer articles there is no interval: drawing so few again says nothing."""
SAMPLES = 1_000
SEED = 1979


def interval(
    units: Iterable[Unit],
    metric: Metric = "ordinal",
    *,
    samples: int = SAMPLES,
    seed: int = SEED,
    vectorised: bool | None = None,
) -> tuple[float, float] | None:
    """The 95 % interval of alpha, or None where it is not defined or there are too few articles.

    `vectorised` says whether numpy computes it; None means where it is installed. A draw in which all ratings
    are the same has no alpha and is left out.
    """
    counts = count_ratings(units)
    if len(counts.rows) < MINIMUM_ARTICLES or len(counts.values) < 2:
        return None
    drawn = _draws(len(counts.rows), samples, seed)
    with_numpy = find_spec("numpy") is not None if vectorised is None else vectorised
    found = sorted((_quickly if with_numpy else _plainly)(counts, metric, drawn))
    if not found:
        return None
    tail = floor(0.025 * len(found))
    return found[tail], found[-tail - 1]


@lru_cache(maxsize=4)
def _draws(number: int, samples: int, seed: int) -> tuple[tuple[int, ...], ...]:
    """The articles of each sample, by place; the same for each criterion with as many articles."""
    draw = random.Random(seed)
    return tuple(tuple(draw.choices(range(number), k=number)) for _ in range(samples))


@lru_cache(maxsize=4)
def _times_drawn(drawn: tuple[tuple[int, ...], ...], number: int) -> Any:
    """How often each sample drew each article, as a numpy matrix."""
    import numpy as np

    flat = np.array(drawn) + number * np.arange(len(drawn))[:, None]
    return np.bincount(flat.ravel(), minlength=number * len(drawn)).reshape(-1, number).astype(float)


def _plainly(counts: Counts, metric: Metric, drawn: Sequence[Sequence[int]]) -> list[float]:
    """Alpha of each draw in plain Python: each column of the counts is summed over the articles drawn."""
    shares = list(zip(*map(coincidences, counts.rows), strict=True))
    columns = list(zip(*counts.rows, strict=True))
    found = []
    for places in drawn:
        pick = itemgetter(*places)
        totals = [sum(pick(column)) for column in columns]
        observed = [sum(pick(column)) for column in shares]
        value = alpha_from(observed, totals, distances(counts.values, totals, metric))
        if value is not None:
            found.append(value)
    return found


def _quickly(counts: Counts, metric: Metric, drawn: tuple[tuple[int, ...], ...]) -> list[float]:
    """Alpha of each draw by numpy: how often each article was drawn, times the articles' columns."""
    import numpy as np

    number = len(counts.rows)
    times = _times_drawn(drawn, number)
    pairs = np.array(value_pairs(len(counts.values)))
    low, high = pairs[:, 0], pairs[:, 1]
    totals = times @ np.array(counts.rows, dtype=float)
    observed = times @ np.array([coincidences(row) for row in counts.rows])
    if metric == "ordinal":
        before = np.cumsum(totals, axis=1)
        # The sum of n_g from c to k, less half of both ends, is the way from one middle rank to the other.
        middle = before - totals / 2
        d = (middle[:, high] - middle[:, low]) ** 2
    else:
        d = np.broadcast_to(np.array(distances(counts.values, (), metric)), observed.shape)
    expected = (totals[:, low] * totals[:, high] * d).sum(axis=1)
    disagreement = (observed * d).sum(axis=1)
    defined = expected > 0
    alphas = 1 - (totals.sum(axis=1)[defined] - 1) * disagreement[defined] / expected[defined]
    return [float(one) for one in alphas]
