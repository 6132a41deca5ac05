"""How far people move when they judge the same thing a second time.

Levels are ordered, so the direction of each move is what counts: how many went up, how many down, and an
exact sign test of "up is as likely as down". The mean move is reported with an interval because a class asks
"by how much"; it treats the steps between levels as equal, which the sign test does not.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, floor

from annotator.statistics.summarizing import MINIMUM_N

MINIMUM_RATERS = 5
"""With moves of fewer raters than this there is no interval: resampling so few says nothing."""
RESAMPLES = 2_000
_SEED = 1979


@dataclass(frozen=True, slots=True)
class Shift:
    """Moves between a first and a second judgement of the same things."""

    n: int
    """How many pairs."""
    up: int
    down: int
    raters: int
    mean: float | None
    """The mean move in levels; None when there are fewer than MINIMUM_N pairs."""
    interval: tuple[float, float] | None
    """A 95 % interval of the mean; None when there are fewer than MINIMUM_RATERS raters."""
    sign_p: float | None
    """How often a move as lopsided as this, or more, comes by chance; None under MINIMUM_N pairs."""

    @property
    def changed(self) -> int:
        """How many judgements moved at all."""
        return self.up + self.down

    @property
    def share_changed(self) -> float | None:
        """Which share of them moved; None when there are fewer than MINIMUM_N pairs."""
        return self.changed / self.n if self.n >= MINIMUM_N else None


def measure_shift(moves: Sequence[tuple[str, float]]) -> Shift:
    """The summary of moves, each with the rater who made it: second level minus first."""
    up = sum(move > 0 for _, move in moves)
    down = sum(move < 0 for _, move in moves)
    by_rater: dict[str, list[float]] = {}
    for rater, move in moves:
        by_rater.setdefault(rater, []).append(move)
    enough = len(moves) >= MINIMUM_N
    return Shift(
        len(moves),
        up,
        down,
        len(by_rater),
        sum(move for _, move in moves) / len(moves) if enough else None,
        _interval([by_rater[rater] for rater in sorted(by_rater)]) if enough else None,
        sign_test(up, down) if enough else None,
    )


def sign_test(up: int, down: int) -> float:
    """The two-sided exact p of the sign test: min(1, 2 P[X <= min(up, down)]), X binomial(up + down, 1/2).

    Pairs that did not move are left out. Conover, Practical Nonparametric Statistics, 3rd ed. 1999, 3.4.
    """
    n = up + down
    tail = sum(comb(n, k) for k in range(min(up, down) + 1))
    return min(1.0, 2 * tail / (1 << n))


def _interval(groups: Sequence[Sequence[float]]) -> tuple[float, float] | None:
    """The 95 % percentile interval of the mean from a bootstrap that draws raters, not moves.

    One rater's moves hang together, so whole raters are drawn with replacement; the mean is over all moves
    drawn. Efron and Tibshirani, An Introduction to the Bootstrap, 1993, 13.3; for drawing clusters Davison
    and Hinkley, Bootstrap Methods and their Application, 1997, 3.8. The seed is fixed: the same moves give
    the same interval. With few raters it is somewhat too narrow.
    """
    if len(groups) < MINIMUM_RATERS:
        return None
    draw = random.Random(_SEED)
    totals = [(sum(group), len(group)) for group in groups]
    means = []
    for _ in range(RESAMPLES):
        drawn = draw.choices(totals, k=len(totals))
        means.append(sum(total for total, _ in drawn) / sum(size for _, size in drawn))
    means.sort()
    tail = floor(0.025 * RESAMPLES)
    return means[tail], means[-tail - 1]
