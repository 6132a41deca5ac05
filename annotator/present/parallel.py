"""Two articles side by side: which passages state the same, and how far the one is when the other scrolls."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.spans import Span
from annotator.present.coverage import words_of
from annotator.present.marking import Mark
from annotator.translating import N_

if TYPE_CHECKING:
    from annotator.workbench.covering import CoverageTable

LEFT, RIGHT = 0, 1
LEGEND = N_("passages with one number state the same · unmarked ones have no counterpart there")


class Twin(NamedTuple):
    """A statement that both articles carry."""

    number: int
    statement: str
    """The statement's id."""
    words: str
    sides: tuple[tuple[Span, ...], tuple[Span, ...]]
    """Its passages in the left and in the right article, in order; none is empty."""
    differs: bool
    """True when the two articles name different figures, or render a quotation in different words."""


def find_twins(table: CoverageTable, left: str, right: str) -> tuple[Twin, ...]:
    """What both articles (by id) state, in the order of the left one, numbered from 1."""
    found = []
    for row in table.rows:
        passages = row.statement.passages
        sides = [
            tuple(sorted(Span(one.start, one.end) for one in passages if one.article == article))
            for article in (left, right)
        ]
        if sides[LEFT] and sides[RIGHT]:
            differs = any(
                {one.one.article, one.other.article} == {left, right} for one in row.statement.differences
            )
            found.append((sides[LEFT], sides[RIGHT], row.statement.id, words_of(row.statement), differs))
    return tuple(
        Twin(number, statement, words, (mine, theirs), differs)
        for number, (mine, theirs, statement, words, differs) in enumerate(sorted(found), 1)
    )


def twin_marks(twins: Sequence[Twin], side: int) -> list[Mark]:
    """The passages of one side, each under its twin's number."""
    return [
        Mark(span.start, span.end, "linked-differs" if twin.differs else "linked", str(twin.number))
        for twin in twins
        for span in twin.sides[side]
    ]


def twin_at(twins: Sequence[Twin], side: int, offset: int) -> Twin | None:
    """The twin whose passage of this side holds a place of the text."""
    return next(
        (twin for twin in twins for span in twin.sides[side] if span.start <= offset < span.end), None
    )


def next_twin(twins: Sequence[Twin], side: int, offset: int, step: int) -> Twin | None:
    """The next (or with a step of -1 previous) twin of one side after a place of its text."""
    placed = sorted((twin.sides[side][0].start, twin.number) for twin in twins)
    ordered = [number for start, number in placed if (start > offset if step > 0 else start < offset)]
    return twins[ordered[0 if step > 0 else -1] - 1] if ordered else None


Points = Sequence[tuple[int, int]]
"""Lines of the two articles that belong together, both ascending."""


def tie(pairs: Sequence[tuple[int, int]], left: int, right: int) -> Points:
    """The points between which scrolling is shared out: begin, end, and pairs of lines that do not cross.

    Of pairs that cross the longest ascending chain is kept, so that scrolling never runs backwards. `left`
    and `right` are how many lines the two have.
    """
    chains: list[tuple[tuple[int, int], ...]] = []
    for pair in sorted(set(pairs)):
        before = [chain for chain in chains if chain[-1][0] < pair[0] and chain[-1][1] < pair[1]]
        chains.append((*max(before, key=len, default=()), pair))
    kept = max(chains, key=len, default=())
    inner = [pair for pair in kept if 0 < pair[0] < left and 0 < pair[1] < right]
    return [(0, 0), *inner, (max(1, left), max(1, right))]


def follow(points: Points, line: float, side: int) -> float:
    """Where the other article is when the one on this side is at a line."""
    mine = [point[side] for point in points]
    at = min(max(bisect_right(mine, line) - 1, 0), len(points) - 2)
    (first, last), (from_, to) = (
        (points[at][one], points[at + 1][one]) for one in (side, LEFT if side == RIGHT else RIGHT)
    )
    share = min(1.0, max(0.0, (line - first) / max(1, last - first)))
    return from_ + share * (to - from_)
