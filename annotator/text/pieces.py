"""A text read piece by piece from any place on: the next word, sign or number, whatever the script."""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.languages.folding import fold
from annotator.languages.tokens import MARKS
from annotator.text.numerals import VULGAR

_SIGNS = "$¢-¥฿֏؋৳૱௹\u20a0-\u20cf﷼％%"
WORD = rf"(?:[^\W\d_]|[{MARKS}\u0900-\u0963\u0970-\u0dff])++"
"""A word without digits, as a pattern."""
SIGN = re.compile(f"[{_SIGNS}]")
"""Signs of money, and the percent sign."""
_SHORTENED = r"[^\W\d_]\.(?:\s?[^\W\d_]{1,2}\.?)+(?![^\W\d_])"  # U.S., u. s.
_PIECE = re.compile(
    rf"(?P<gap>[ \t\xa0\u2009\u202f]*|[-‐‑])"
    rf"(?:(?P<digits>[\d{VULGAR}])|(?P<short>{_SHORTENED})|(?P<word>{WORD})|(?P<sign>[{_SIGNS}]))"
)
_PARTS = re.compile(rf"{WORD}|[{_SIGNS}]")
_POINTS = re.compile(r"[\s.]")


class Piece(NamedTuple):
    """The next word, sign or number of a text."""

    start: int
    end: int
    """For a number in digits, only where it begins."""
    key: str
    """Folded; empty for digits."""
    touching: bool
    """True when nothing stands between it and what is before."""


class PieceReader:
    """Reads pieces of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._looked_at = -1
        self._seen: Piece | None = None

    def piece(self, at: int) -> Piece | None:
        """What follows on the same line without punctuation between; None at a mark or the end."""
        if at != self._looked_at:
            self._looked_at = at
            self._seen = self._piece(at)
        return self._seen

    def _piece(self, at: int) -> Piece | None:
        match = _PIECE.match(self.text, at)
        if match is None:
            return None
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        touching = match.end("gap") == at
        if kind == "digits":
            return Piece(start, end, "", touching)
        key = match.group(kind)
        return Piece(start, end, fold(_POINTS.sub("", key) if kind == "short" else key), touching)


def split_pieces(phrase: str) -> tuple[str, ...]:
    """The folded words and signs of a phrase; points are dropped, so that u.s. is one word."""
    return tuple(fold(match.group()) for match in _PARTS.finditer(phrase.replace(".", "")))
