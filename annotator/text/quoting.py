"""Quotations: words between quotation marks, told apart from apostrophes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotator.model.spans import Span
from annotator.text.segmenting import places_of, span_at

_PAIRS = {
    "“": "”\"＂", "”": "”\"＂", "«": "»", "»": "«", "„": "“”\"", "‹": "›", "‟": "”", "‘": "’'", "'": "'’",
}  # fmt: skip
"""By opening mark, the marks that close it."""
_STRAIGHT: Final = '"＂”“'
_MARKS: Final = "\"“”«»„‟‹›＂'‘’`"
_END_MARKS: Final = re.compile("[.!?,…।;][\"”’'»]?$")
LONGEST_SCARE: Final = 4
"""A quoted phrase of more words than this is somebody's speech, not a pair of scare quotes."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text between quotation marks, marks included."""

    span: Span
    inner: Span
    """Without the marks."""
    words: int
    direct: bool
    """True for somebody's speech; false for a word or two set apart (scare quotes, titles)."""


def find_quotations(text: str, lines: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations in order, none crossing a line.

    Marks may be mixed (“...", „...“, »...«), doubled from single ones (``...'') or nested. A quotation
    whose closing mark is missing runs to the end of its line, as newspapers print speech over several
    paragraphs. Single marks inside words are apostrophes.
    """
    found: list[Quotation] = []
    places = places_of(_MARKS, text, 0, len(text))
    at = 0
    for line in lines:
        first = at
        while at < len(places) and places[at] < line.end:
            at += 1
        if at > first:
            found += _in_line(text, line, places[first:at])
    return tuple(found)


def _in_line(text: str, line: Span, places: list[int]) -> Iterator[Quotation]:
    """The quotations of a line that has marks at these places."""
    opened, opener, closers = -1, "", ""
    for start, end in _marks(text, places):
        mark = text[start:end]
        if opened < 0:
            closers = _closers(mark, text, start, end, line)
            if closers:
                opened, opener = start, mark
        elif _closes(mark, closers, text, start, end, line):
            yield _quotation(text, opened, end, len(opener), len(mark))
            opened = -1
    # An unclosed mark in the middle of a line is more often an inch sign or a slip; single ones are.
    if opened >= 0 and opener not in "'‘":
        one = _quotation(text, opened, line.end, len(opener), 0)
        if opened == line.start or one.words > LONGEST_SCARE:
            yield one


def _marks(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """The marks of a line; two single ones side by side are a double one."""
    reach = -1
    for start in places:
        if start < reach:
            continue
        reach = start + (2 if text[start : start + 2] in ("''", "``", "’’", "‘‘") else 1)
        if reach == start + 2 or text[start] != "`":
            yield start, reach


def _closers(mark: str, text: str, start: int, end: int, line: Span) -> str:
    """The marks that close what `mark` opens; "" where it opens nothing."""
    before = text[start - 1] if start > line.start else ""
    after = text[end] if end < line.end else ""
    if not after or after.isspace():
        # A space may stand inside French marks only.
        return _PAIRS[mark] if mark in "«‹" else ""
    if mark in ("``", "''", "‘‘", "’’"):
        return "''’’\"”"
    if mark in "'‘’":
        # The apostrophe of '90s and of the end of a word opens nothing.
        opens = not ends_word(before) and mark != "’" and not after.isdigit()
        return _PAIRS[mark] if opens and _has_closing(text, end, line) else ""
    if mark in '"＂':
        # 5" is a measure; a mark after a space or at the start opens.
        return "" if before.isdigit() and not after.isalpha() else _STRAIGHT
    if mark in "»›" and before and not before.isspace():
        return ""
    return _PAIRS.get(mark, "")


def ends_word(before: str) -> bool:
    """True for a letter, a digit, or a mark on a letter: é may be written in two pieces."""
    return before.isalnum() or (before != "" and unicodedata.category(before)[0] == "M")


def _closes(mark: str, closers: str, text: str, start: int, end: int, line: Span) -> bool:
    if mark not in closers:
        return False
    if mark in ("'", "’"):
        # Not the apostrophe inside a word or the plural's before a small word.
        return not (end < line.end and text[end].isalnum()) and not text[start - 1].isspace()
    if mark == "“":
        # Opens a nested quotation, unless it is the German closing mark.
        return not (start > line.start and text[start - 1].isspace())
    return True


_LOOK: Final = 600
"""How far from a single opening mark its closing one is looked for; keeps the cost linear."""
_CLOSING: Final = re.compile(r"(?<=\S)['’](?!\w)")


def _has_closing(text: str, start: int, line: Span) -> bool:
    return _CLOSING.search(text, start, min(line.end, start + _LOOK)) is not None


def _quotation(text: str, start: int, end: int, opening: int, closing: int) -> Quotation:
    inner = span_at(start + opening, max(start + opening, end - closing))
    said = text[inner.start : inner.end]
    words = len(said.split())
    # After a colon a few words are speech too: The minister on X: “No cuts”.
    announced = said[:1].isupper() and text[max(start - 2, 0) : start] == ": "
    direct = words > LONGEST_SCARE or (words > 1 and (announced or bool(_END_MARKS.search(said))))
    return Quotation(span_at(start, end), inner, words, direct)
