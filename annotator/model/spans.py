"""Places in a text, counted in Unicode code points."""

from __future__ import annotations

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
