"""Quotations: words between quotation marks, told apart from apostrophes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.model.spans import Span

_PAIRS = {"“": "”\"", "«": "»", "„": "“", "‹": "›", "‟": "”"}
_MARK = re.compile("[\"“”«»„‟‹›＂]|(?<!\\w)['‘’](?=\\S)|(?<=\\S)['’](?!\\w)|''|``")
_END_MARKS = re.compile("[.!?,…।;][\"”’'»]?$")
_WORD = re.compile(r"\S+")
LONGEST_SCARE = 4
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

    A quotation whose closing mark is missing runs to the end of its line, as newspapers print speech
    over several paragraphs. Single marks inside words are apostrophes.
    """
    found: list[Quotation] = []
    for line in lines:
        opened = -1
        closer = ""
        for match in _MARK.finditer(text, line.start, line.end):
            mark = match.group()
            if opened < 0:
                closer = _closer(mark, text, match.start(), match.end(), line)
                if closer:
                    opened = match.start()
            elif mark in closer:
                found.append(_quotation(text, opened, match.end()))
                opened = -1
        if opened >= 0 and closer not in ("'", "’'"):
            rest = text[opened : line.end]
            # An unclosed mark in the middle of a line is more often an inch sign or a slip.
            if opened == line.start or len(rest.split()) > LONGEST_SCARE:
                found.append(_quotation(text, opened, line.end))
    return tuple(found)


def _closer(mark: str, text: str, start: int, end: int, line: Span) -> str:
    if mark in _PAIRS:
        return _PAIRS[mark]
    after = text[end : end + 1]
    before = text[start - 1 : start] if start > line.start else ""
    if mark in ('"', "＂", "''", "``"):
        # 5" is a measure; a mark after a space or at the start opens.
        return "" if before.isdigit() and not after.isalpha() else ("\"＂”" if mark in '"＂' else "''")
    if mark == "‘":
        return "’'"
    if mark == "'" and (not before or not before.isalnum()) and after and not after.isspace():
        closing = re.compile(r"(?<=\S)'(?!\w)").search(text, end, line.end)
        return "'" if closing else ""
    return ""


def _quotation(text: str, start: int, end: int) -> Quotation:
    inner_start, inner_end = start + 1, end
    if text[end - 1] in "\"”’'»“›＂" and end - 1 > start:
        inner_end = end - 1
    if text[start : start + 2] in ("''", "``"):
        inner_start, inner_end = start + 2, max(start + 2, end - 2)
    inner = text[inner_start:inner_end]
    words = len(_WORD.findall(inner))
    direct = words > LONGEST_SCARE or (words > 1 and bool(_END_MARKS.search(inner)))
    return Quotation(Span(start, end), Span(inner_start, inner_end), words, direct)
