"""Places in a text, counted in Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points: `text[start:end]` is what it marks."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """True when the two share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    def holds(self, other: tuple[int, int]) -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other[0] and other[1] <= self.end


def first_overlapping(span: tuple[int, int], others: Iterable[Span]) -> Span | None:
    """The first of `others` that shares a code point with `span`, or None."""
    return next((other for other in others if other.overlaps(span)), None)
