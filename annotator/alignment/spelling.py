"""How words sound, roughly: names and cognates meet across scripts by their consonants."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SOUNDS = {
    "k": "कख", "g": "गघ", "c": "चछ", "j": "जझ", "t": "टठतथ", "d": "डढदध", "n": "नणङञंँ", "p": "प", "f": "फ",
    "b": "बभ", "m": "म", "r": "र", "l": "लळ", "v": "व", "s": "शषस",
}  # fmt: skip
_DEVANAGARI = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
_OPEN = "अआइईउऊएऐऑओऔऋ"
"""Vowels that begin a word: one mark stands for all of them."""
_LATIN = {
    "tion": "sn",
    "sch": "s",
    "sh": "s",
    "ch": "c",
    "ph": "f",
    "th": "t",
    "gh": "g",
    "wh": "v",
    "ck": "k",
    "qu": "kv",
    "q": "k",
    "x": "ks",
    "w": "v",
    "z": "j",
}
_SOFT = re.compile("c(?=[eiy])")
_SOFT_G = re.compile("g(?=[eiy])")
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL_MARK = "a"
_COGNATE = {
    "ph": "f",
    "th": "t",
    "ct": "t",
    "pt": "t",
    "bs": "s",
    "x": "s",
    "y": "i",
    "k": "c",
    "j": "g",
    "w": "v",
    "tion": "zion",
    "tia": "zia",
    "nci": "nzi",
    "h": "",
    "ou": "o",
}


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The consonants of a folded word as they sound, in Latin letters, for any of the two scripts.

    A vowel at the beginning is kept as one mark; h and y are dropped; doubled consonants are one.
    """
    if "\u0900" <= word[:1] <= "\u097f":
        letters = "".join(_DEVANAGARI.get(letter, "") for letter in word)
        first = _VOWEL_MARK if word[0] in _OPEN else ""
        return first + _DOUBLE.sub(r"\1", letters)
    plain = bare(word)
    first = _VOWEL_MARK if plain[:1] in "aeiou" and plain else ""
    for old, new in _LATIN.items():
        plain = plain.replace(old, new)
    plain = _SOFT_G.sub("j", _SOFT.sub("s", plain))
    plain = plain.replace("c", "k") if "ch" not in word else plain
    letters = "".join(letter for letter in plain if letter in "bcdfgjklmnprstv")
    return first + _DOUBLE.sub(r"\1", letters)


@lru_cache(maxsize=50_000)
def bare(word: str) -> str:
    """A Latin word without accents and signs."""
    if word.isascii():
        return "".join(filter(str.isalnum, word))
    return "".join(filter(str.isalnum, unicodedata.normalize("NFD", word)))


@lru_cache(maxsize=50_000)
def cognate(stem: str) -> str:
    """A Latin stem spelled so that English and Italian words of one root meet: action, azione."""
    plain = bare(stem)
    for old, new in _COGNATE.items():
        plain = plain.replace(old, new)
    return _DOUBLE.sub(r"\1", plain)


def nearness(one: str, other: str) -> float:
    """1 minus the edit distance (Levenshtein 1966) over the longer length; 0 where that is under one half."""
    longer = max(len(one), len(other))
    if one == other:
        return 1.0
    most = longer // 2
    if abs(len(one) - len(other)) > most:
        return 0.0
    changes = _distance(one, other)
    return 1 - changes / longer if changes <= most else 0.0


def _distance(one: str, other: str) -> int:
    """The edit distance, a column of the table at a time in the bits of two numbers (Myers 1999, Hyyrö 2003).

    `more` and `less` hold the places where a cell of the column is one more or one less than that above it.
    """
    if not one:
        return len(other)
    whole, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    places = _places(one)
    more, less, distance = whole, 0, len(one)
    for letter in other:
        same = places.get(letter, 0)
        across = (((same & more) + more) ^ more) | same
        grows, shrinks = less | ~(across | more), more & across
        if grows & last:
            distance += 1
        elif shrinks & last:
            distance -= 1
        grows = grows << 1 | 1
        same |= less
        more = (shrinks << 1 | ~(same | grows)) & whole
        less = grows & same & whole
    return distance


@lru_cache(maxsize=50_000)
def _places(word: str) -> dict[str, int]:
    """Where each letter of a word stands, as bits."""
    found: dict[str, int] = {}
    for at, letter in enumerate(word):
        found[letter] = found.get(letter, 0) | 1 << at
    return found
