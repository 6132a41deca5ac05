"""Pairs of passages that belong together: what every way of matching has in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from annotator.model.statements import Link, Passage

Scores = Sequence[Sequence[float]]
"""A row for each passage of one outlet, a column for each of the other's."""


class Matcher(Protocol):
    """A way of telling how alike the passages of two outlets are."""

    @property
    def name(self) -> str:
        """`plain` or `crosslingual`."""
        ...

    @property
    def least(self) -> float:
        """The standing-out (see `stand_out`) from which on two passages are linked."""
        ...

    @property
    def usual(self) -> float:
        """The score of two passages that have nothing to do with each other."""
        ...

    def score(self, ones: Sequence[Passage], others: Sequence[Passage]) -> Scores:
        """How alike each of the first is to each of the second; the scale is the matcher's own."""
        ...


NEIGHBOURS = 10
"""How many of the most alike make a passage's neighbourhood, as in Conneau et al. 2018."""
FEWEST_NEIGHBOURS = 3
"""An outlet of fewer passages is filled up with the usual score."""


def stand_out(scores: Scores, usual: float) -> list[list[float]]:
    """The scores less what is usual for the two passages among their nearest neighbours.

    Cross-domain similarity local scaling, 2 s(x, y) - r(x) - r(y), where r is the mean of the k best scores
    of a passage; k is ten, at most a third of what there is to choose from. Conneau, Lample, Ranzato,
    Denoyer and Jégou, Word Translation Without Parallel Data, 2018, section 2.3.
    """
    if not scores or not scores[0]:
        return []
    rows = [_neighbourhood(row, usual) for row in scores]
    columns = [_neighbourhood(column, usual) for column in zip(*scores, strict=True)]
    return [[2 * score - rows[i] - columns[j] for j, score in enumerate(row)] for i, row in enumerate(scores)]


def _neighbourhood(scores: Sequence[float], usual: float) -> float:
    number = max(FEWEST_NEIGHBOURS, min(NEIGHBOURS, len(scores) // 3))
    best = sorted(scores, reverse=True)[:number]
    return (sum(best) + usual * (number - len(best))) / number


def mutual_best(scores: Scores, least: float) -> list[Link]:
    """The pairs that are each other's best and stand out by `least`, by row."""
    if not scores or not scores[0]:
        return []
    best_rows = [max(range(len(scores)), key=column.__getitem__) for column in zip(*scores, strict=True)]
    links = []
    for i, row in enumerate(scores):
        j = max(range(len(row)), key=row.__getitem__)
        if best_rows[j] == i and row[j] >= least:
            links.append(Link(i, j, row[j]))
    return links
