"""Matching without extras: names, figures, cognates and the bridge's rows, each by how rare it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from math import log, sqrt

from annotator.alignment.likening import liken
from annotator.alignment.terms import LOST_WEIGHT, Term, read_terms
from annotator.model.statements import Passage


class PlainMatcher:
    """Likeness by shared terms, weighted by inverse document frequency (Spärck Jones 1972)."""

    name = "plain"
    least = 0.32
    usual = 0.05

    def score(self, ones: Sequence[Passage], others: Sequence[Passage]) -> list[list[float]]:
        """0..1: what two passages share of what they could share (Dice), in weight."""
        mine, theirs = Side(ones), Side(others)
        likes = liken(mine.rarity, theirs.rarity)
        met = {term for found in likes.values() for term in found}
        my_mass = [mine.mass(terms, likes.keys()) for terms in mine.terms]
        their_mass = [theirs.mass(terms, met) for terms in theirs.terms]
        return [
            [
                2 * shared / (my_mass[i] + their_mass[j]) if shared else 0.0
                for j, shared in enumerate(_shared(terms, mine, theirs, likes))
            ]
            for i, terms in enumerate(mine.terms)
        ]


class Side:
    """The passages of one outlet as terms, with how rare each term is among them."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.terms = [read_terms(passage) for passage in passages]
        counts = Counter(term for terms in self.terms for term in terms)
        number = len(passages)
        self.rarity = {term: term.weight * log(1 + number / count) for term, count in counts.items()}
        self.places: dict[Term, list[int]] = {}
        for place, terms in enumerate(self.terms):
            for term in terms:
                self.places.setdefault(term, []).append(place)

    def mass(self, terms: Sequence[Term], met: Container[Term]) -> float:
        """The weight of a passage; a word that is like nothing on the other side counts less."""
        return sum(self.rarity[term] * (1 if term in met or term.figure else LOST_WEIGHT) for term in terms)


def _shared(
    terms: Sequence[Term], mine: Side, theirs: Side, likes: dict[Term, dict[Term, float]]
) -> list[float]:
    """For each passage of the other side the weight of what it shares; each term is met once."""
    shared = [0.0] * len(theirs.terms)
    for term in terms:
        best: dict[int, float] = {}
        for other, like in likes.get(term, {}).items():
            weight = like * sqrt(mine.rarity[term] * theirs.rarity[other])
            for place in theirs.places[other]:
                if weight > best.get(place, 0.0):
                    best[place] = weight
        for place, weight in best.items():
            shared[place] += weight
    return shared
