"""The screen as cells: what the app writes for a terminal becomes rows that a page can draw.

A browser that lays text out by itself puts letters elsewhere than a terminal does, Hindi above all. So the
page is told where every piece of text begins and how many cells it takes, counted with the very table the
app was laid out with: a border stands where the app put it, whatever the font does with a word before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

from rich.cells import split_graphemes

Item: TypeAlias = tuple[int, int, int, str]
"""A piece of a row: its first cell, how many cells it takes, the number of its style, its text."""

_TOKEN = re.compile(
    r"\x1b\[(?P<given>[\d;:?<>=]*)[ !-/]*(?P<deed>[@-~])"  # a control sequence
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # a title, a clipboard: nothing for a page
    r"|\x1b[^\[\]]"
    r"|(?P<text>[^\x1b]+)"
)
_PLAIN = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u2500-\u259f]*")
"""What every fixed-width font draws one cell wide; the rest may come from another font."""
_STOPS = "\u0964\u0965"
"""The full stops of Hindi, which stand close to the word before."""
BLANK = 0
"""The style of an empty cell."""


class CellGrid:
    """The cells of a screen, and which rows have changed since they were last taken."""

    def __init__(self, width: int, height: int) -> None:
        self.styles: list[str] = [""]
        """The parameters of a style's SGR sequence, by number."""
        self._numbers = {"": BLANK}
        self._style = ""
        self._x = self._y = 0
        self.resize(width, height)

    def resize(self, width: int, height: int) -> None:
        """Nothing; the screen is blank and has this size."""
        self.width, self.height = width, height
        self._texts = [[" "] * width for _ in range(height)]
        self._looks = [[BLANK] * width for _ in range(height)]
        self.changed = set(range(height))

    def write(self, data: str) -> None:
        """Nothing; the cells are as a terminal would show them after this."""
        for token in _TOKEN.finditer(data):
            text = token["text"]
            if text is not None:
                self._put_lines(text)
            elif token["deed"] == "m":
                self._restyle(token["given"])
            elif token["deed"] == "H":
                row, _, column = token["given"].partition(";")
                self._y, self._x = int(row or 1) - 1, int(column or 1) - 1

    def row(self, y: int) -> list[Item]:
        """The pieces of a row from left to right; together they cover it."""
        items: list[Item] = []
        texts, looks = self._texts[y], self._looks[y]
        x = 0
        for look, cells in groupby(looks):
            end = x + sum(1 for _ in cells)
            text = "".join(texts[x:end])
            if text.isascii():
                items.append((x, end - x, look, text))
            else:
                items.extend(_pieces(texts, x, end, look))
            x = end
        return items

    def line(self, y: int) -> str:
        """The text of a row."""
        return "".join(self._texts[y])

    def _restyle(self, given: str) -> None:
        if given in ("", "0"):
            self._style = ""
        else:
            self._style = f"{self._style};{given}" if self._style else given

    def _put_lines(self, text: str) -> None:
        for at, part in enumerate(text.split("\n")):
            if at:
                self._y += 1
                self._x = 0
            if part:
                self._put(part.replace("\r", ""))

    def _put(self, text: str) -> None:
        if not 0 <= self._y < self.height:
            return
        cells = list(text) if text.isascii() else list(_cells(text))
        if cells and cells[0] == "":
            cells = cells[1:]
        x = self._x
        end = min(x + len(cells), self.width)
        if end > x:
            number = self._numbers.get(self._style)
            if number is None:
                number = self._numbers[self._style] = len(self.styles)
                self.styles.append(self._style)
            row = self._texts[self._y]
            _mend_halves(row, x, end)
            row[x:end] = cells[: end - x]
            self._looks[self._y][x:end] = [number] * (end - x)
            self.changed.add(self._y)
        self._x = x + len(cells)


def _cells(text: str) -> Iterator[str]:
    """One string a cell: a letter with all its marks; the second cell of a wide letter is empty."""
    for start, end, width in split_graphemes(text)[0]:
        if width:
            yield text[start:end]
            yield from [""] * (width - 1)


def _mend_halves(row: list[str], x: int, end: int) -> None:
    """Nothing; a wide letter of which one half is written over is a blank in the other."""
    if x > 0 and row[x] == "":
        row[x - 1] = " "
    if end < len(row) and row[end] == "":
        row[end] = " "


def _pieces(texts: list[str], start: int, end: int, look: int) -> Iterator[Item]:
    """The cells of one style, parted where a font might draw wider or narrower than it should."""
    x = start
    while x < end:
        kind = _kind(texts[x])
        stop = x + 1
        while stop < end and _goes_on(kind, texts, stop, end):
            stop += 1
        yield (x, stop - x, look, "".join(texts[x:stop]))
        x = stop


def _goes_on(kind: str, texts: list[str], at: int, end: int) -> bool:
    """True when the cell belongs to the piece before it; the space between two words of a script does."""
    if texts[at] == "":
        return True
    if kind == "sign":
        return False
    if kind == "word" and texts[at] == " " and at + 1 < end:
        at += 1
    return _kind(texts[at]) == kind


@lru_cache(maxsize=4096)
def _kind(cell: str) -> str:
    """`plain` for what any fixed-width font draws, `box` for lines and blocks, `word` for letters of other
    scripts, `sign` for the rest."""
    if _PLAIN.fullmatch(cell):
        return "box" if cell >= "\u2500" else "plain"
    return "word" if unicodedata.category(cell[0])[0] in "LM" or cell in _STOPS else "sign"
