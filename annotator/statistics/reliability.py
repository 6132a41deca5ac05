"""Krippendorff's alpha: agreement beyond chance, with gaps in the data, at any level of measurement.

    alpha = 1 - Do / De = 1 - (n - 1) * sum_{c<k} o_ck d_ck / sum_{c<k} n_c n_k d_ck

with the coincidences o_ck = sum over units of n_uc n_uk / (m_u - 1), m_u ratings in unit u, n_c = sum_u
n_uc, n the sum of n_c, and d_ck the squared difference of two values:

    nominal   1
    interval  (c - k)^2
    ordinal   (sum_{g=c..k} n_g - (n_c + n_k) / 2)^2

Krippendorff, Content Analysis, 4th ed. 2019, chapter 12; his example of 4 observers and 12 units gives
0.743 (nominal), 0.815 (ordinal), 0.849 (interval). 1 is agreement without exception, 0 what chance alone
would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, TypeAlias

from annotator.statistics.ratings import Counts, Unit, count_ratings

Metric: TypeAlias = Literal["nominal", "ordinal", "interval"]
"""How two values differ: not equal, by rank, by distance."""


def alpha(units: Iterable[Unit], metric: Metric = "ordinal") -> float | None:
    """Krippendorff's alpha of the units, or None where all ratings that can be compared are the same."""
    return alpha_of(count_ratings(units), metric)


def alpha_of(counts: Counts, metric: Metric) -> float | None:
    """Krippendorff's alpha of counted ratings, or None where it is not defined: no two values occur."""
    shares = [coincidences(row) for row in counts.rows]
    observed = [sum(column) for column in zip(*shares, strict=True)]
    totals = [sum(column) for column in zip(*counts.rows, strict=True)]
    return alpha_from(observed, totals, distances(counts.values, totals, metric))


def coincidences(row: Sequence[int]) -> list[float]:
    """For each pair of different values c < k, a unit's share n_uc n_uk / (m_u - 1) of the coincidences."""
    others = sum(row) - 1
    return [row[c] * row[k] / others for c, k in value_pairs(len(row))]


def value_pairs(number: int) -> list[tuple[int, int]]:
    """Each pair of places c < k among so many values, in order."""
    return [(c, k) for c in range(number) for k in range(c + 1, number)]


def distances(values: Sequence[int], totals: Sequence[float], metric: Metric) -> list[float]:
    """The squared difference of each pair of values, given how often each occurs."""
    pairs = value_pairs(len(values))
    if metric == "nominal":
        return [1.0] * len(pairs)
    if metric == "interval":
        return [float((values[c] - values[k]) ** 2) for c, k in pairs]
    return [(sum(totals[c : k + 1]) - (totals[c] + totals[k]) / 2) ** 2 for c, k in pairs]


def alpha_from(observed: Sequence[float], totals: Sequence[float], d: Sequence[float]) -> float | None:
    """Alpha from coincidences and distances of the pairs of values and totals of the values, or None."""
    pairs = value_pairs(len(totals))
    expected = sum(totals[c] * totals[k] * distance for (c, k), distance in zip(pairs, d, strict=True))
    if not expected:
        return None
    disagreement = sum(one * distance for one, distance in zip(observed, d, strict=True))
    return 1 - (sum(totals) - 1) * disagreement / expected
