"""What a text looks like on a screen: one harmless picture for each of its characters.

A terminal obeys some characters instead of showing them: escapes move the cursor, bidirectional
controls turn words round, joiners change how wide their neighbours are. On display, and only there,
each such character becomes a visible sign or nothing. The text itself is never touched, and every
other character stands for itself, so offsets into the text are easily followed to the screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], int]
"""How many terminal cells one character takes."""

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NOTHING = "\u00ad\u034f\u180e\u200b\u200d\u2060\u2061\u2062\u2063\u2064\ufe00-\ufe0f\ufeff"
_UNSAFE = re.compile(
    f"[\x00-\x1f\x7f-\x9f{_SPACES}{_DIRECTION}{_NOTHING}"
    "\u206a-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
DIRECTION_SIGN = "⇄"
"""Shown where a text asks the screen to turn the direction of writing."""
BROKEN_SIGN = "\ufffd"
"""Shown for what no terminal can print."""


def shown(text: str) -> str:
    """The text as it may safely be printed; the same object when nothing in it is unsafe.

    Control characters become their pictures (ESC is ␛), direction controls ⇄, tabs and stray line
    ends a space; joiners, selectors and other characters without a width of their own disappear.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in _SPACES:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in _DIRECTION:
        return DIRECTION_SIGN
    return BROKEN_SIGN if 0x80 <= code < 0xA0 or 0xD800 <= code <= 0xDFFF else ""


class Cells(dict[str, int]):
    """How many terminal cells characters take once they are shown; it remembers what it measured."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, character: str) -> int:
        width = sum(map(self._measure, shown(character)))
        self[character] = width
        return width

    def of(self, text: str) -> int:
        """The width of a text in cells."""
        if text.isascii() and text.isprintable():
            return len(text)
        return sum(map(self.__getitem__, text))

    def all_single(self, text: str) -> bool:
        """True when every character of the text takes exactly one cell."""
        return (text.isascii() and text.isprintable()) or all(self[character] == 1 for character in set(text))
