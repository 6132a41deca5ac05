"""How alike two terms are: the same word, one row of the bridge, cousins by root, names that sound alike."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.alignment.spelling import cognate, nearness, skeleton
from annotator.alignment.terms import Term
from annotator.languages import CODES

_LATIN = frozenset(CODES) - {"hi"}
LEAST_COGNATE = 0.7
LEAST_SOUND = 0.7
_FEWEST_LETTERS = 4
_FEWEST_SOUNDS = 2


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
        self.by_root: dict[str, list[Term]] = {}
        self.by_sound: dict[str, list[Term]] = {}
        for term in terms:
            self.by_key.setdefault(term.key, []).append(term)
            for row in term.rows:
                self.by_row.setdefault(row, []).append(term)
            if not term.figure:
                self._index_spelling(term)

    def _index_spelling(self, term: Term) -> None:
        if term.language in _LATIN:
            self.by_root.setdefault(cognate(term.key)[:2], []).append(term)
        for opening in _openings(term):
            self.by_sound.setdefault(opening, []).append(term)

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
            root = cognate(term.key)
            for other in self.by_root.get(root[:2], ()):
                if other not in found and (like := _cognates(root, cognate(other.key))):
                    found[other] = like
        for opening in _openings(term) if term.language == "hi" or not term.rows else ():
            for other in self.by_sound.get(opening, ()):
                if other not in found and (like := _sound(term, other)):
                    found[other] = like


def _openings(term: Term) -> tuple[str, ...]:
    sounds = skeleton(term.key)
    return (sounds[:2],) if len(sounds) >= _FEWEST_SOUNDS else ()


def _cognates(one: str, other: str) -> float:
    """How alike two Latin roots are; 0 under `LEAST_COGNATE` and for short words."""
    shorter = min(len(one), len(other))
    if shorter < _FEWEST_LETTERS:
        return 1.0 if one == other and shorter > 2 else 0.0
    if one.startswith(other) or other.startswith(one):
        return shorter / max(len(one), len(other)) if shorter > _FEWEST_LETTERS else 0.0
    like = nearness(one, other)
    return like if like >= LEAST_COGNATE else 0.0


def _sound(one: Term, other: Term) -> float:
    """How alike two words of different scripts sound; a short skeleton must be the same."""
    if (one.language == "hi") == (other.language == "hi"):
        return 0.0
    mine, theirs = skeleton(one.key), skeleton(other.key)
    shorter = min(len(mine), len(theirs))
    if shorter < _FEWEST_SOUNDS:
        return 0.0
    if shorter == _FEWEST_SOUNDS:
        return 0.6 if mine == theirs else 0.0
    like = nearness(mine, theirs)
    return like if like >= LEAST_SOUND else 0.0
