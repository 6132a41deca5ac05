"""An article broken into the lines of a column, each knowing which code points it shows."""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.present.showing import Cells

_PART = re.compile("([^\n\v\f\x1c-\x1e\x85\u2028\u2029]*)(?:[\n\v\f\x1c-\x1e\x85\u2028\u2029]|$)")
_TOKEN = re.compile(r"[^ \t\r]+")
_GAP = " \t\r"


class VisualLine(NamedTuple):
    """One line of the column: it shows `text[start:end]`. Lines between paragraphs are empty."""

    start: int
    end: int


def wrap(text: str, width: int, cells: Cells) -> list[VisualLine]:
    """The lines of a column `width` cells wide, in order.

    Words stay whole where they fit. Paragraphs stand apart by one empty line, whether or not the text
    has one there; short lines that follow each other (a menu, a list of tags) stay together.
    """
    lines: list[VisualLine] = []
    after = 0
    for start, end in _paragraphs(text):
        column = list(_break(text, start, end, max(1, width), cells))
        if lines:
            gap = lines[-1].end
            if len(column) > 1 or after > 1 or text.count("\n", gap, start) > 1:
                lines.append(VisualLine(gap, gap))
        lines.extend(column)
        after = len(column)
    return lines or [VisualLine(0, 0)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in _PART.finditer(text):
        start, end = match.span(1)
        part = text[start:end]
        stripped = part.strip()
        if stripped:
            start += len(part) - len(part.lstrip())
            yield start, start + len(stripped)


def _break(text: str, start: int, end: int, width: int, cells: Cells) -> Iterator[VisualLine]:
    if cells.all_single(text[start:end]):
        yield from _break_single(text, start, end, width)
        return
    line_start, line_end, used = start, start, 0
    for match in _TOKEN.finditer(text, start, end):
        at, stop = match.span()
        size = cells.of(match.group())
        gap = at - line_end if line_end > line_start else 0
        if line_end > line_start and used + gap + size > width:
            yield VisualLine(line_start, line_end)
            line_start, line_end, used, gap = at, at, 0, 0
        while size > width:
            cut = _fitting(text, at, stop, width, cells)
            yield VisualLine(at, cut)
            at = line_start = line_end = cut
            used, gap, size = 0, 0, cells.of(text[at:stop])
        if line_end == line_start:
            line_start = at
        used += gap + size
        line_end = stop
    if line_end > line_start:
        yield VisualLine(line_start, line_end)


def _break_single(text: str, start: int, end: int, width: int) -> Iterator[VisualLine]:
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            cut = start + width
        stop = cut
        while stop > start and text[stop - 1] in _GAP:
            stop -= 1
        yield VisualLine(start, stop)
        start = cut
        while start < end and text[start] in _GAP:
            start += 1
    if start < end:
        yield VisualLine(start, end)


def _fitting(text: str, start: int, end: int, width: int, cells: Cells) -> int:
    """Where to cut an overlong word: after the last whole cluster that fits, at least one character on."""
    used = 0
    cut = start
    for at in range(start, end):
        if not unicodedata.category(text[at]).startswith("M"):
            cut = at
        used += cells[text[at]]
        if used > width:
            break
    return cut if cut > start else min(end, max(at, start + 1))


def line_of(lines: Sequence[VisualLine], offset: int) -> int:
    """The index of the line that shows `offset`, or of the nearest line before it."""
    at = max(0, bisect_right(lines, (offset, sys.maxsize)) - 1)
    # An empty line between paragraphs begins where the line before it ends.
    while at > 0 and lines[at].start == lines[at].end and offset <= lines[at - 1].end:
        at -= 1
    return at


def offset_at(text: str, shown_line: VisualLine, cell: int, cells: Cells) -> int:
    """The code point shown at a cell of a line: the start of the cluster there, or the line's end."""
    used = 0
    for at in range(shown_line.start, shown_line.end):
        used += cells[text[at]]
        if used > cell:
            return at
    return shown_line.end
