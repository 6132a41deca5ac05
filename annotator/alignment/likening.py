"""How alike two terms are: the same word, one row of the bridge, cousins by root, names that sound alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from annotator.alignment.spelling import cognate, nearness, skeleton
from annotator.alignment.terms import Term
from annotator.languages import CODES

_LATIN = frozenset(CODES) - {"hi"}
LEAST_COGNATE = 0.7
LEAST_SOUND = 0.7
_FEWEST_LETTERS = 4
_FEWEST_SOUNDS = 2
_SHORTEST = 2
_ROUNDING = 1e-9


def liken(ones: Iterable[Term], others: Iterable[Term]) -> dict[Term, dict[Term, float]]:
    """For each of the first terms, those of the second that are like it, with 0..1.

    Only terms that share an index key are compared: the term itself, a row of the bridge, the first sounds.
    """
    index = _Index(others)
    return {one: found for one in ones if (found := index.like(one))}


class _Index:
    """Terms by what they can be met under."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.by_key: dict[str, list[Term]] = {}
        self.by_row: dict[int, list[Term]] = {}
        self.roots = _Roots()
        self.by_sound: dict[tuple[bool, str], list[Term]] = {}
        """By script (True for Devanagari) and first sounds."""
        for term in terms:
            self.by_key.setdefault(term.key, []).append(term)
            for row in term.rows:
                self.by_row.setdefault(row, []).append(term)
            if not term.figure:
                self._index_spelling(term)

    def _index_spelling(self, term: Term) -> None:
        if term.language in _LATIN:
            self.roots.add(cognate(term.key), term)
        for opening in _openings(term):
            self.by_sound.setdefault((term.language == "hi", opening), []).append(term)

    def like(self, term: Term) -> dict[Term, float]:
        """The terms like this one."""
        found: dict[Term, float] = {}
        for other in self.by_key.get(term.key, ()):
            if term.figure == other.figure:
                found[other] = 1.0
        for row in term.rows:
            for other in self.by_row.get(row, ()):
                found.setdefault(other, 1.0 if term.language != other.language else 0.8)
        if not term.figure:
            self._add_cousins(term, found)
        return found

    def _add_cousins(self, term: Term, found: dict[Term, float]) -> None:
        if term.language in _LATIN:
            for like, others in self.roots.like(cognate(term.key)):
                for other in others:
                    found.setdefault(other, like)
        hindi = term.language == "hi"
        for opening in _openings(term) if hindi or not term.rows else ():
            for other in self.by_sound.get((not hindi, opening), ()):
                if other not in found and (like := _sound(term, other)):
                    found[other] = like


class _Roots:
    """Latin roots with their terms, in groups of one beginning and one length.

    Each root stands beside its letters, a bit for each: the letters that only one of two roots has are a
    floor under their distance, which keeps most pairs from being measured at all.
    """

    def __init__(self) -> None:
        self.terms: dict[str, list[Term]] = {}
        self.groups: dict[str, dict[int, list[tuple[str, int]]]] = {}

    def add(self, root: str, term: Term) -> None:
        """Nothing; the term is met under this root."""
        if root not in self.terms:
            self.terms[root] = []
            group = self.groups.setdefault(root[:2], {}).setdefault(len(root), [])
            group.append((root, _letters(root)))
        self.terms[root].append(term)

    def like(self, root: str) -> Iterator[tuple[float, list[Term]]]:
        """How alike the roots here are to this one, with their terms; those that are not are left out.

        A short root must be the same; one that goes on where the other ends is alike by their lengths.
        """
        if len(root) < _FEWEST_LETTERS:
            if len(root) > _SHORTEST and root in self.terms:
                yield 1.0, self.terms[root]
            return
        for length, group in self.groups.get(root[:2], {}).items():
            if length >= _FEWEST_LETTERS:
                yield from ((like, self.terms[other]) for other, like in _likes(root, length, group))


def _likes(root: str, length: int, group: list[tuple[str, int]]) -> Iterator[tuple[str, float]]:
    """Those of a group of roots of one length that are like this one, with how much."""
    shorter, longer = sorted((len(root), length))
    if shorter > _FEWEST_LETTERS:
        for other, _ in group:
            if other.startswith(root) or root.startswith(other):
                yield other, shorter / longer
    most = int((1 - LEAST_COGNATE) * longer + _ROUNDING)
    if longer - shorter > most:
        return
    letters = _letters(root)
    for other in [
        other
        for other, theirs in group
        if (letters & ~theirs).bit_count() <= most and (theirs & ~letters).bit_count() <= most
    ]:
        if not (other.startswith(root) or root.startswith(other)):
            like = nearness(root, other)
            if like >= LEAST_COGNATE:
                yield other, like


@lru_cache(maxsize=50_000)
def _letters(root: str) -> int:
    """The letters of a root, each a bit; two letters that share one only make the floor lower."""
    bits = 0
    for letter in root:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _openings(term: Term) -> tuple[str, ...]:
    sounds = skeleton(term.key)
    return (sounds[:2],) if len(sounds) >= _FEWEST_SOUNDS else ()


def _sound(one: Term, other: Term) -> float:
    """How alike two words of different scripts sound; a short skeleton must be the same."""
    mine, theirs = skeleton(one.key), skeleton(other.key)
    shorter = min(len(mine), len(theirs))
    if shorter == _FEWEST_SOUNDS:
        return 0.6 if mine == theirs else 0.0
    like = nearness(mine, theirs)
    return like if like >= LEAST_SOUND else 0.0
