"""Where the median of what a sample comes from can lie."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

CONFIDENCE = 0.95


def median_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """The exact interval of the median by order statistics, or None where there are too few values (under 6).

    [x(k), x(n + 1 - k)] with the greatest k for which 1 - 2 P[X < k] is at least 0.95, X binomial(n, 1/2).
    It needs no form of distribution; with equal values it covers more than 95 %. Conover, Practical
    Nonparametric Statistics, 3rd ed. 1999, 3.2. The values are taken for independent.
    """
    n = len(values)
    tail, k = 0, 0
    while k < n and 1 - 2 * (tail + comb(n, k)) / (1 << n) >= CONFIDENCE:
        tail += comb(n, k)
        k += 1
    if not k:
        return None
    ordered = sorted(values)
    return ordered[k - 1], ordered[n - k]
