"""The parts of a good complaint about a file: the line itself, the place in it, the nearest right word."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping

from annotator.translating import _

_LONGEST_LINE = 100
_LONGEST_NAME = 60
_FIRST_PICTURE = 0x2400
"""Where Unicode keeps visible pictures of the control characters."""


def shown(text: str) -> str:
    """A name out of a file in quotation marks, shortened, its control characters made visible."""
    short = text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"
    return f"“{_harmless(short)}”"


def excerpt(source_line: str, line: int, column: int) -> str:
    """The line under its number with a mark below the place, to be put at the end of a complaint.

    `line` and `column` count from 1. Of a long line the part around the place is shown.
    """
    first = max(0, column - 1 - _LONGEST_LINE // 2) if len(source_line) > _LONGEST_LINE else 0
    visible = _harmless(source_line[first : first + _LONGEST_LINE].replace("\t", " "))
    before = visible[: column - 1 - first]
    gap = " " * sum(_width(character) for character in before)
    number = str(line)
    return f"\n  {number} | {visible}\n  {' ' * len(number)} | {gap}^"


def line_at(text: str, line: int) -> str:
    """The line with this number, counted from 1, without its end; empty beyond the last one."""
    lines = text.split("\n")
    return lines[line - 1] if 0 < line <= len(lines) else ""


def nearest(word: str, choices: Iterable[str], synonyms: Mapping[str, str] | None = None) -> str | None:
    """The choice a person most likely meant by `word`, or None when nothing is like it."""
    meant = {choice: choice for choice in choices} | dict(synonyms or {})
    folded = word.strip().casefold()
    close = [folded] if folded in meant else difflib.get_close_matches(folded, meant, n=1, cutoff=0.6)
    return meant[close[0]] if close else None


def correction(word: str, choices: Iterable[str], synonyms: Mapping[str, str] | None = None) -> str:
    """What to write instead of `word`, as a sentence: the nearest choice, else all of them."""
    known = list(choices)
    meant = nearest(word, known, synonyms)
    if meant is not None:
        return _("Write “{meant}” instead.").format(meant=meant)
    return _("Write one of: {choices}.").format(choices=", ".join(known))


def _harmless(text: str) -> str:
    return "".join(_picture(character) for character in text)


def _picture(character: str) -> str:
    if character < " ":
        return chr(_FIRST_PICTURE + ord(character))
    return "␡" if unicodedata.category(character) == "Cc" else character


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
