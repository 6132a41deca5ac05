"""Lines in title case, in which capitals show no names."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from annotator.model.spans import Span
from annotator.text import Document

SHARE: Final = 0.7
"""So many of a headline's longer words have a capital at the least."""


class TitleCase:
    """The lines of a text in which most words have a capital: headlines in title case."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known: dict[int, bool] = {}
        """By the line's number, as far as somebody has asked: most lines have no capital in question."""

    def holds(self, offset: int) -> bool:
        """True when the offset lies in such a line."""
        lines = self.document.lines
        number = bisect_right(lines, (offset, 1 << 60)) - 1
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = number >= 0 and self._titled(lines[number])
        return known

    def _titled(self, line: Span) -> bool:
        tokens = self.document.tokens
        first, after = tokens.bounds(line.start, line.end)
        # Most lines have few capitals, which is told without looking at the words.
        if 4 * tokens.capitals[first:after].count(1) < after - first:
            return False
        words = [
            w for w in self.document.text[line.start : line.end].split() if len(w) > 3 and w[0].isalpha()
        ]
        return len(words) > 2 and sum(w[0].isupper() for w in words) >= SHARE * len(words)
