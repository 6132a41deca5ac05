"""Agreement that needs no model of chance, or another one: percentages, Gwet's AC2, weighted kappa.

They stand beside alpha because each fails elsewhere: percentages flatter a class that uses one level only,
alpha and kappa punish it. Distances are counted in steps of the scale, so levels 1, 2, 4 are one step apart
each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from statistics import fmean

from annotator.statistics.ratings import Unit, aligned, pairs_of, raters_of


@dataclass(frozen=True, slots=True)
class Shares:
    """How often two raters of one article gave the same level, or neighbouring ones."""

    pairs: int
    exact: float
    within_one: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two raters over the articles that both rated."""

    raters: tuple[str, str]
    n: int
    kappa: float | None
    """None where there is nothing to compute it from: one level only, or one article."""


def shares(units: Sequence[Unit], scale: Sequence[int]) -> Shares | None:
    """The shares over all pairs of raters of the same article, or None where there is no pair."""
    step = {value: place for place, value in enumerate(scale)}
    apart = [abs(step[one] - step[other]) for unit in units for one, other in pairs_of(unit)]
    if not apart:
        return None
    return Shares(len(apart), fmean(one == 0 for one in apart), fmean(one <= 1 for one in apart))


def ac2(units: Sequence[Unit], scale: Sequence[int], *, weighted: bool = True) -> float | None:
    """Gwet's AC2 with ordinal weights, or AC1 without; None where no article has two ratings.

    AC2 = (pa - pe) / (1 - pe); pa is the mean over articles with two ratings or more of
    sum_k r_ik (r*_ik - 1) / (r_i (r_i - 1)), r*_ik = sum_l w_kl r_il; pe = sum w_kl / (q (q - 1)) *
    sum_k p_k (1 - p_k), p_k the mean over all rated articles of r_ik / r_i; w_kl = 1 - C(|k - l| + 1, 2) /
    C(q, 2). Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, chapters 4.6 and 3.5 (ordinal weights).
    `scale` holds all q levels of the criterion, used or not.
    """
    counted = [[list(unit.values()).count(value) for value in scale] for unit in units if unit]
    compared = [row for row in counted if sum(row) > 1]
    size = len(scale)
    if not compared or size < 2:
        return None
    w = _weights(size, weighted)
    agreement = fmean(_weighted_agreement(row, w) for row in compared)
    use = [fmean(row[k] / sum(row) for row in counted) for k in range(size)]
    chance = sum(map(sum, w)) / (size * (size - 1)) * sum(p * (1 - p) for p in use)
    return (agreement - chance) / (1 - chance)


def _weights(size: int, weighted: bool) -> list[list[float]]:
    """How much two levels count as agreeing: 1 for the same, less the further apart."""
    most = comb(size, 2)
    return [
        [1 - comb(abs(k - l) + 1, 2) / most if weighted else float(k == l) for l in range(size)]  # noqa: E741
        for k in range(size)
    ]


def _weighted_agreement(row: Sequence[int], w: Sequence[Sequence[float]]) -> float:
    number = sum(row)
    near = [sum(weight * count for weight, count in zip(line, row, strict=True)) for line in w]
    together = sum(count * (close - 1) for count, close in zip(row, near, strict=True) if count)
    return together / (number * (number - 1))


def kappa(pairs: Sequence[tuple[int, int]], scale: Sequence[int], power: int = 2) -> float | None:
    """Cohen's weighted kappa of what two raters gave to the same articles, or None where chance explains all.

    kappa = 1 - sum v_kl o_kl / sum v_kl e_kl with v_kl = |k - l|^power in steps of the scale (1 linear, 2
    quadratic, 0 unweighted), o the observed and e the expected share of each pair of levels. Cohen,
    Weighted kappa, Psychological Bulletin 70(4), 1968.
    """
    step = {value: place for place, value in enumerate(scale)}
    placed = [(step[one], step[other]) for one, other in pairs]

    def apart(one: int, other: int) -> float:
        return float(one != other) if power == 0 else float(abs(one - other) ** power)

    observed = sum(apart(one, other) for one, other in placed)
    ones, others = (Counter(side).items() for side in zip(*placed, strict=True)) if placed else ((), ())
    expected = sum(apart(one, other) * m * n for one, m in ones for other, n in others)
    return 1 - len(placed) * observed / expected if expected else None


def pairwise(units: Sequence[Unit], scale: Sequence[int], minimum: int) -> list[Pair]:
    """Every two raters who rated at least `minimum` articles in common, with their quadratic weighted kappa.

    The two are aligned by article: what one rated and the other did not counts for nothing.
    """
    raters = raters_of(units)
    found = []
    for at, one in enumerate(raters):
        for other in raters[at + 1 :]:
            given = aligned(units, one, other)
            if len(given) >= minimum:
                found.append(Pair((one, other), len(given), kappa(given, scale)))
    return found
