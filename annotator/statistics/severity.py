"""Severity: how strict a rater is, and what articles would get from an average rater.

The many-facet Rasch model with one rating scale: for a rating of article a by rater r on criterion c

    ln (P[step k] / P[step k - 1]) = b_a - s_r - d_c - t_k        k = 1 .. m

with b the article's measure, s the rater's severity, d the criterion's difficulty and t the thresholds, all
in logits. Severities, difficulties and thresholds each have the mean 0, so the zero of an article is an
average rater on an average criterion. Linacre, Many-Facet Rasch Measurement, 2nd ed. 1994; Andrich,
Psychometrika 43(4), 1978.

Estimated by joint maximum likelihood (Wright and Masters, Rating Scale Analysis, 1982, chapter 4): each
parameter is moved by Newton's step (observed - expected) / variance of its ratings until none moves by more
than TOLERANCE. Who gave only lowest or only highest levels has no finite estimate; as Facets does, such a
sum is taken to lie EXTREME of a level inside. Joint estimates are somewhat too far apart when there are few
ratings; order and fair means suffer little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from statistics import fmean
from typing import NamedTuple

MINIMUM_RATINGS = 5
"""With fewer ratings nothing is said of how strict a rater is."""
TOLERANCE = 0.002
EXTREME = 0.3
_ROUNDS = 500
_LONGEST_STEP = 1.0


class Rating(NamedTuple):
    """One rating."""

    rater: str
    article: str
    criterion: str
    step: int
    """The level as a step of its scale, from 0."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Where somebody or something lies on the common scale."""

    logits: float
    error: float
    """The standard error."""
    n: int
    mean: float
    """The plain mean of the steps, to stand beside."""
    fair: float
    """The step to expect with everything else average: a mean as if all had rated all."""


@dataclass(frozen=True, slots=True)
class Severities:
    """The model as estimated."""

    raters: Mapping[str, Measure]
    """Greater logits are stricter; `fair` is what the rater gives the average article."""
    articles: Mapping[str, Measure]
    """Greater logits are better; `fair` is what an average rater gives."""
    criteria: Mapping[str, Measure]
    thresholds: tuple[float, ...]
    groups: int
    """1 when all raters can be compared; more when some share no article with the others, even by others."""
    converged: bool


def estimate(ratings: Sequence[Rating], steps: int) -> Severities | None:
    """The estimates from ratings on a scale of so many steps above 0; None where all steps are the same."""
    if len({rating.step for rating in ratings}) < 2:
        return None
    model = _Model(ratings, steps)
    converged = any(model.improve() <= TOLERANCE for _ in range(_ROUNDS))
    return model.result(converged)


def probabilities(location: float, thresholds: Sequence[float]) -> list[float]:
    """The probability of each step, from 0, at a location b - s - d."""
    powers, power = [0.0], 0.0
    for threshold in thresholds:
        power += location - threshold
        powers.append(power)
    highest = max(powers)
    weights = [exp(power - highest) for power in powers]
    total = sum(weights)
    return [weight / total for weight in weights]


def moments(location: float, thresholds: Sequence[float]) -> tuple[float, float]:
    """The mean and variance of the step at a location."""
    shares = probabilities(location, thresholds)
    mean = sum(step * share for step, share in enumerate(shares))
    return mean, sum((step - mean) ** 2 * share for step, share in enumerate(shares))


def count_groups(ratings: Iterable[Rating]) -> int:
    """In how many parts raters and articles fall that no rating connects."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            name = parent[name]
        return name

    for rating in ratings:
        parent[root(f"r {rating.rater}")] = root(f"a {rating.article}")
    return sum(one == above for one, above in parent.items())


class _Model:
    """The estimates on their way."""

    def __init__(self, ratings: Sequence[Rating], steps: int) -> None:
        self.ratings = ratings
        self.steps = steps
        self.facets = (
            _Facet(+1, [one.article for one in ratings]),
            _Facet(-1, [one.rater for one in ratings]),
            _Facet(-1, [one.criterion for one in ratings]),
        )
        for facet in self.facets:
            facet.observe(ratings, steps)
        used = [max(1, sum(one.step == step for one in ratings)) for step in range(steps + 1)]
        self.counts = used
        self.thresholds = [0.0] * steps

    def improve(self) -> float:
        """How far the parameter that moved most has moved in one round."""
        moved = 0.0
        for at, facet in enumerate(self.facets):
            moved = max(moved, facet.move(self._moments(), centred=at > 0))
        return max(moved, self._move_thresholds())

    def location(self, at: int) -> float:
        """Where rating number `at` lies: article less rater less criterion."""
        return sum(facet.sign * facet.values[facet.names[at]] for facet in self.facets)

    def _moments(self) -> list[tuple[float, float]]:
        return [moments(self.location(at), self.thresholds) for at in range(len(self.ratings))]

    def _move_thresholds(self) -> float:
        """How far the threshold that moved most has moved: by the log of observed to expected step counts."""
        expected = [0.0] * (self.steps + 1)
        for at in range(len(self.ratings)):
            for step, share in enumerate(probabilities(self.location(at), self.thresholds)):
                expected[step] += share
        before = list(self.thresholds)
        for k in range(1, self.steps + 1):
            ratio = (self.counts[k - 1] * expected[k]) / (self.counts[k] * expected[k - 1])
            self.thresholds[k - 1] += max(-_LONGEST_STEP, min(_LONGEST_STEP, (ratio - 1) / (ratio + 1)))
        centre = fmean(self.thresholds)
        self.thresholds = [one - centre for one in self.thresholds]
        return max(abs(new - old) for new, old in zip(self.thresholds, before, strict=True))

    def result(self, converged: bool) -> Severities:
        """The estimates as values."""
        spread = self._moments()
        average = fmean(self.facets[0].values.values())
        articles, raters, criteria = (
            facet.measures(self.ratings, spread, self.thresholds, 0.0 if at == 0 else average)
            for at, facet in enumerate(self.facets)
        )
        groups = count_groups(self.ratings)
        return Severities(raters, articles, criteria, tuple(self.thresholds), groups, converged)


class _Facet:
    """Articles, raters or criteria: one parameter for each of them."""

    def __init__(self, sign: int, names: list[str]) -> None:
        self.sign = sign
        self.names = names
        self.values = dict.fromkeys(names, 0.0)
        self.observed: dict[str, float] = {}

    def observe(self, ratings: Sequence[Rating], steps: int) -> None:
        """Nothing; the sum of the steps of each is known, extreme ones moved inside."""
        sums: dict[str, float] = defaultdict(float)
        numbers: dict[str, int] = defaultdict(int)
        for name, rating in zip(self.names, ratings, strict=True):
            sums[name] += rating.step
            numbers[name] += 1
        self.observed = {
            name: min(max(total, EXTREME), steps * numbers[name] - EXTREME) for name, total in sums.items()
        }

    def move(self, spread: Sequence[tuple[float, float]], *, centred: bool) -> float:
        """How far the parameter that moved most has moved; the mean is 0 again where it is to be."""
        expected: dict[str, float] = defaultdict(float)
        variance: dict[str, float] = defaultdict(float)
        for name, (mean, square) in zip(self.names, spread, strict=True):
            expected[name] += mean
            variance[name] += square
        before = dict(self.values)
        for name in self.values:
            step = (self.observed[name] - expected[name]) / max(variance[name], 1e-6)
            self.values[name] += self.sign * max(-_LONGEST_STEP, min(_LONGEST_STEP, step))
        if centred:
            centre = fmean(self.values.values())
            self.values = {name: value - centre for name, value in self.values.items()}
        return max(abs(self.values[name] - before[name]) for name in before)

    def measures(
        self,
        ratings: Sequence[Rating],
        spread: Sequence[tuple[float, float]],
        thresholds: Sequence[float],
        average: float,
    ) -> dict[str, Measure]:
        """The measure of each; `average` is where the article lies that a rater is thought to rate."""
        given: dict[str, list[int]] = defaultdict(list)
        variance: dict[str, float] = defaultdict(float)
        for name, rating, (_, square) in zip(self.names, ratings, spread, strict=True):
            given[name].append(rating.step)
            variance[name] += square
        return {
            name: Measure(
                value,
                1 / sqrt(max(variance[name], 1e-6)),
                len(given[name]),
                fmean(given[name]),
                moments(average + self.sign * value, thresholds)[0],
            )
            for name, value in self.values.items()
        }
