"""The names by which a text can give its outlet or its author away, as patterns for plain copies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from annotator.languages.tokens import MARKS
from annotator.text.plain_copies import plain

LETTER = f"(?:[^\\W_]|[{MARKS}\u0900-\u0963\u0966-\u0dff])"
_BEFORE, _AFTER = f"(?<!{LETTER})", f"(?!{LETTER})"
_BETWEEN = r"[\s\-_.·'&/|]{0,3}"
_ARTICLE_WORDS = "the il lo la i gli le l el los las les der die das a an un una"
_ARTICLES = frozenset(_ARTICLE_WORDS.split())
_NASAL = re.compile("(?:ं|[ङञणनम]्)(?=[क-ह])")
_LONG = 6
"""Letters from which a name is looked for inside longer words too (TechdailyHome)."""
_LONGEST = 200
_MANY = 3
"""Everyday words in a row that make a name even in small letters (new york times)."""
_MOST_KEPT = 4_000
_LEAST_WORD = 4
_BY = re.compile(r"^\s*(?:by|di|de|a cura di|von|par|por)\s+", re.IGNORECASE)
_AND = re.compile(r"[,;&|/()\[\]\n]|\s(?:and|e|ed|und|et|y|और)\s", re.IGNORECASE)


class Name(NamedTuple):
    """A way to write a name, as a pattern for plain copies of texts."""

    pattern: re.Pattern[str]
    capitals: bool = False
    """True where it counts only if its words are written with capitals: it is made of everyday words."""
    alone: bool = False
    """True where it does not count as part of a longer name in capitals."""
    rare: bool = False
    """True where it does not count in a text that writes it in small letters too, as an everyday word."""


@cache
def everyday_words() -> frozenset[str]:
    """Words that give no outlet away on their own, as they look in plain copies."""
    lines = Path(__file__).with_name("masthead_words.txt").read_text("utf-8").splitlines()
    return frozenset(plain(line.strip()) for line in lines if line.strip() and not line.startswith("#"))


@lru_cache(maxsize=_MOST_KEPT)
def pieces_of(name: str) -> tuple[str, ...]:
    """The words of a name as they look in plain copies; TechDaily and tech-daily are two words."""
    parts = re.split(rf"(?:(?!{LETTER}).)+", name[:_LONGEST], flags=re.DOTALL)
    return tuple(plain(piece) for part in parts for piece in _humps(part) if plain(piece))


def _humps(part: str) -> list[str]:
    """A word cut where a small letter meets a capital, and between letters and digits."""
    return re.sub(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-Þ])|(?<=\D)(?=\d)|(?<=\d)(?=[^\W\d])", "\0", part).split("\0")


def core_of(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the article it begins with."""
    return pieces[1:] if len(pieces) > 1 and pieces[0] in _ARTICLES else pieces


def is_everyday(pieces: Iterable[str]) -> bool:
    """True for a name of nothing but everyday words."""
    return all(piece in everyday_words() or piece in _ARTICLES or piece.isdigit() for piece in pieces)


def names_of(name: str) -> Iterator[Name]:
    """The ways in which a text can write this name of an outlet or person."""
    pieces = pieces_of(name)
    slug = "".join(pieces)
    core = core_of(pieces)
    if len(slug) < 2:
        return
    if is_everyday(pieces):
        if _has_case(slug) or len(core) > 1:
            yield Name(_bounded(map(_letters, pieces)), capitals=len(core) < _MANY)
        if len(core) == 1 and core != pieces and _has_case(slug):
            yield Name(_bounded(map(_letters, core)), capitals=True, alone=True)
    elif len(core) > 1 or len(core[0]) < _LONG:
        yield Name(_bounded(_loose(piece) if len(slug) >= _LONG else _letters(piece) for piece in core))
    if len(slug) >= _LONG and not is_everyday([slug]):
        yield Name(re.compile(_loose(slug)))
    if core != pieces and len("".join(core)) >= _LONG and not is_everyday(core):
        yield Name(re.compile(_loose("".join(core))))


def telling_words_of(name: str) -> Iterator[Name]:
    """The words of a longer name that tell the outlet on their own: no everyday words, with a capital."""
    words = [word.strip(".,;:()[]\"'“”‘’") for word in name[:_LONGEST].split()]
    if len(words) < 2:
        return
    for word in words:
        pieces = pieces_of(word)
        long_enough = len(word) >= _LEAST_WORD or (len(word) == _LEAST_WORD - 1 and word.isupper())
        if pieces and long_enough and not is_everyday(pieces) and not is_everyday(["".join(pieces)]):
            yield Name(_bounded(map(_letters, pieces)), capitals=True, rare=True)


def people_of(byline: str) -> list[str]:
    """The names of people in a byline: of several words, or the only word there is."""
    parts = [_BY.sub("", part).strip() for part in _AND.split(byline)]
    parts = [part for part in parts if part]
    return [part for part in parts if len(part.split()) > 1 or (len(parts) == 1 and len(part) >= _LEAST_WORD)]


def slugs_of(name: str) -> list[str]:
    """What an account of this name is called (`thesun`); very short ones are left out."""
    pieces = pieces_of(name)
    core = core_of(pieces)
    return [slug for slug in dict.fromkeys(("".join(pieces), "".join(core))) if len(slug) > 2]


def _bounded(parts: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_BEFORE + _BETWEEN.join(parts) + _AFTER)


def _letters(piece: str) -> str:
    """The pattern of a piece; a nasal in Devanagari is written out or as a dot."""
    return _NASAL.sub("(?:ं|[ङञणनम]्)", re.escape(piece))


def _loose(piece: str) -> str:
    """The pattern of a piece whose letters may be divided by a hyphen, underscore or full stop."""
    return "[-_.]?".join(map(re.escape, piece)) if piece.isascii() else _letters(piece)


def _has_case(word: str) -> bool:
    return word.upper() != word
