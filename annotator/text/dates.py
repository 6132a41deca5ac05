"""The date a text says it was published on: `26 Feb 2021`, `26 de febrero de 2021`, `२६ फरवरी 2021`, ISO."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from annotator.languages import CODES, load_language
from annotator.languages.folding import fold
from annotator.text.segmenting import split_lines

_AHEAD = 15
"""How many lines from the beginning are looked at: datelines stand above a text."""
_LONG = 160
"""A longer line is a paragraph, and its dates are the events'."""
_WORDS = r"([^\W\d_](?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f])*)\.?"
_OF = r"(?:of|di|de|del)\s+"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|º|°)?[\s.,-]+(?:{_OF})?{_WORDS}[\s,.-]+(?:{_OF})?(\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"{_WORDS}\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(\d{{4}})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_YEARS = range(1900, 2100)


def find_date(text: str) -> str:
    """The first whole date in a short line near the beginning, as ISO; empty when there is none.

    Figures alone (`03/04/2021`) are read day first, as Italy, India and Britain write them, unless only
    the other order makes a date.
    """
    for line in split_lines(text)[:_AHEAD]:
        words = text[line.start : line.end]
        if len(words) <= _LONG and (found := read_date(words)):
            return found
    return ""


def read_date(words: str) -> str:
    """The first whole date in some words, as ISO; empty when there is none."""
    plain = "".join(_digit(letter) for letter in words)
    candidates: list[tuple[int, str]] = []
    for match in _DAY_FIRST.finditer(plain):
        candidates.append((match.start(), _iso(match[3], _month(match[2]), match[1])))
    for match in _MONTH_FIRST.finditer(plain):
        candidates.append((match.start(), _iso(match[3], _month(match[1]), match[2])))
    for match in _ISO.finditer(plain):
        candidates.append((match.start(), _iso(match[1], int(match[2]), match[3])))
    for match in _FIGURES.finditer(plain):
        day, month = int(match[1]), int(match[2])
        if month > 12 >= day:
            day, month = month, day
        candidates.append((match.start(), _iso(match[3], month, str(day))))
    return next((told for _, told in sorted(candidates) if told), "")


def _iso(year: str, month: int, day: str) -> str:
    try:
        told = date(int(year), month, int(day))
    except ValueError:
        return ""
    return told.isoformat() if told.year in _YEARS else ""


def _month(name: str) -> int:
    return _months().get(fold(name), 0)


@cache
def _months() -> dict[str, int]:
    """Every month's name in every language to its number."""
    return {
        fold(entry.phrase.rstrip(".")): int(entry.value)
        for code in CODES
        for entry in load_language(code).entries("months")
    }


def _digit(letter: str) -> str:
    """ASCII for the digits of any script; every other letter as it is."""
    number = unicodedata.decimal(letter, None) if letter > "\x7f" else None
    return letter if number is None else str(number)
