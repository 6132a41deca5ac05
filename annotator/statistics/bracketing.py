"""Where the median of what a sample comes from can lie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import floor, sqrt

CONFIDENCE = 0.95
_Z = 1.959964
_MANY = 1_000


def median_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The exact interval of the median by order statistics, or None where there are too few values (under 6).

    [x(k), x(n + 1 - k)] with the greatest k for which 1 - 2 P[X < k] is at least 0.95, X binomial(n, 1/2).
    It needs no form of distribution; with equal values it covers more than 95 %. Conover, Practical
    Nonparametric Statistics, 3rd ed. 1999, 3.2. The values are taken for independent.
    """
    k = _rank(len(values))
    if not k:
        return None
    ordered = sorted(values)
    return ordered[k - 1], ordered[len(values) - k]


@lru_cache(maxsize=1024)
def _rank(n: int) -> int:
    """The greatest k that covers enough, 0 where there is none; of many values by the normal distribution."""
    if n > _MANY:
        return floor((n - _Z * sqrt(n)) / 2)
    tail, term, k = 0, 1, 0
    while k < n and 1 - 2 * (tail + term) / (1 << n) >= CONFIDENCE:
        tail += term
        term = term * (n - k) // (k + 1)
        k += 1
    return k
