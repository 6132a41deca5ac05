"""Numbers written in digits: thousands grouped the European, English or Indian way, decimals, fractions."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

VULGAR = "¼-¾⅐-⅞"
"""The signs for fractions, for a character class."""

_NUMERAL = re.compile(r"\d+(?:[.,'’\xa0\u2009\u202f]\d+){0,9}")
_SPACED = re.compile(r"\d{1,3}(?: \d{3}){1,8}(?![.,]?\d)")
_RATIO = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})(?![\d/])")
_MIXED = re.compile(rf" ?([{VULGAR}])| (\d{{1,2}}\s?/\s?\d{{1,2}}(?![\d/]))")
_LONGEST = 20
"""Longer runs of digits are no numbers but keys and codes."""
_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 100})


class Numeral(NamedTuple):
    """A number in digits: where it ends and what it is worth."""

    end: int
    value: Decimal
    simple: bool
    """True for digits alone, without separators, fractions or a point."""


def read_numeral(text: str, at: int, decimal_comma: bool) -> Numeral | None:
    """The number in digits that begins at `at`, or None.

    `decimal_comma` says what a single comma or point means where the digits leave it open: 1,234 and 1.234.
    Digits that make no number together (22,24,26; 12.03.2021) are read up to the first separator.
    """
    if text[at] == ".":
        found = _NUMERAL.match(text, at + 1)
        if found is None or not found.group().isdigit() or len(found.group()) > _LONGEST:
            return None
        return Numeral(found.end(), Decimal("0." + _plain(found.group())), False)
    found = _NUMERAL.match(text, at)
    if found is None:
        sign = _fraction(text[at])
        return None if sign is None else Numeral(at + 1, sign, False)
    digits = found.group()
    if digits.isdigit():
        return _whole(text, at, found.end(), digits)
    # Inside a list or date that began further left, separators do not count either.
    inside = at > 1 and text[at - 1] in ".,:/" and text[at - 2].isdigit()
    value = None if inside else _grouped(digits, decimal_comma)
    if value is None:
        digits = re.split(r"\D", digits, maxsplit=1)[0]
        if len(digits) > _LONGEST:
            return None
        value = Decimal(_plain(digits))
    return Numeral(at + len(digits), value, False)


def _whole(text: str, at: int, end: int, digits: str) -> Numeral | None:
    if len(digits) > _LONGEST:
        return None
    ratio = _RATIO.match(text, at) if text[end : end + 1] in ("/", " ") else None
    if ratio is not None:
        value = _divided(ratio)
        if value is not None:
            return Numeral(ratio.end(), value, False)
    if len(digits) <= 3 and text[end : end + 1] == " ":
        spaced = _SPACED.match(text, at)
        if spaced is not None:
            return Numeral(spaced.end(), Decimal(_plain(spaced.group().replace(" ", ""))), False)
    value = Decimal(_plain(digits))
    mixed = _MIXED.match(text, end)
    if mixed is None:
        return Numeral(end, value, True)
    if mixed.group(1):
        part = _fraction(mixed.group(1))
    else:
        ratio = _RATIO.match(mixed.group(2))
        part = None if ratio is None else _divided(ratio)
    return Numeral(end, value, True) if part is None else Numeral(mixed.end(), value + part, False)


def _grouped(digits: str, decimal_comma: bool) -> Decimal | None:
    """The value of digits with separators, or None where they are no number."""
    marks = [char for char in digits if not char.isdigit()]
    if len(marks) > 8 or len(digits) > _LONGEST:
        return None
    parts = re.split(r"\D", digits)
    if len(set(marks)) > 1:
        if marks.count(marks[-1]) > 1 or marks[-1] not in ".," or not _are_groups(parts[:-1]):
            return None
        return _joined(parts[:-1], parts[-1])
    if marks[0] not in ".,":
        return _joined(parts) if _are_groups(parts) else None
    if len(marks) > 1:
        return _joined(parts) if _are_groups(parts) else None
    grouping = marks[0] == ("." if decimal_comma else ",")
    if grouping and len(parts[1]) == 3 and len(parts[0]) <= 3 and parts[0][0] not in "0०":
        return _joined(parts)
    return _joined(parts[:1], parts[1])


def _are_groups(parts: list[str]) -> bool:
    """True for 1 234 567 and for the Indian 12 34 567."""
    first, rest = parts[0], parts[1:]
    if not 1 <= len(first) <= 3:
        return False
    if all(len(part) == 3 for part in rest):
        return True
    return len(first) <= 2 and len(rest[-1]) == 3 and all(len(part) == 2 for part in rest[:-1])


def _joined(parts: list[str], decimals: str = "") -> Decimal:
    return Decimal(_plain("".join(parts)) + ("." + _plain(decimals) if decimals else ""))


def _plain(digits: str) -> str:
    """The digits of any script as 0-9."""
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(char)) for char in digits)


def _divided(ratio: re.Match[str]) -> Decimal | None:
    """The value of a/b where it reads like a fraction, not like a date: 3/4, but not 9/11."""
    above, below = int(ratio.group(1)), int(ratio.group(2))
    return Decimal(above) / below if 0 < above < below and below in _PARTS else None


def _fraction(sign: str) -> Decimal | None:
    name = unicodedata.normalize("NFKC", sign).replace("\u2044", "/")
    if "/" not in name:
        return None
    value = Fraction(name)
    return Decimal(value.numerator) / value.denominator
