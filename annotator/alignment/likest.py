"""The pairs among many texts that share much, found without comparing every text with every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import sqrt

from annotator.alignment.likening import liken
from annotator.alignment.plain import Side
from annotator.model.statements import Passage

_LEFT_OUT = 0.5
"""Of what the lightest pair that is looked for shares, how much may be in terms by which nobody is met."""


class Likest:
    """Texts by the terms they share, scored as `PlainMatcher` scores each with those before it.

    What a text could share in its most frequent terms alone is too little for any pair that is looked for. So
    only texts that share one of its rarer terms are met, and only those are measured whose sum can still be
    enough (prefix filtering: Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007).
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        side = Side(passages)
        numbers = {term: number for number, term in enumerate(side.rarity)}
        rarity = list(side.rarity.values())
        self.terms = [[numbers[term] for term in terms] for terms in side.terms]
        """The terms of each text, by number: a number is found in a set far faster than a term."""
        self.held = [frozenset(terms) for terms in self.terms]
        self.mass = [sum(rarity[term] for term in terms) for terms in self.terms]
        self.weights: list[dict[int, float]] = [{} for _ in numbers]
        """For each term what it adds when the other text has this one; each is like itself."""
        for term, found in liken(side.rarity, side.rarity).items():
            one = numbers[term]
            others = ((numbers[other], like) for other, like in found.items())
            self.weights[one] = {other: like * sqrt(rarity[one] * rarity[other]) for other, like in others}
        held_by = [len(side.places[term]) for term in side.rarity]
        self.meetings = [sum(held_by[other] for other in weights) for weights in self.weights]
        """For each term how many texts it brings together with one that has it."""

    def score(self, one: int, other: int) -> float:
        """0..1: what two texts share of what they could share (Dice), in weight."""
        held, weights = self.held[other], self.weights
        shared = sum(
            max((weight for term, weight in weights[mine].items() if term in held), default=0.0)
            for mine in self.terms[one]
            if not held.isdisjoint(weights[mine])
        )
        return 2 * shared / (self.mass[one] + self.mass[other]) if shared else 0.0

    def pairs(self, least: float) -> Iterator[tuple[float, int, int]]:
        """Score and places of every two texts that score at least so much, the later place first."""
        lightest = min(self.mass, default=0.0)
        before: list[list[int]] = [[] for _ in self.weights]
        for one, terms in enumerate(self.terms):
            rare, rest = self._rarer(terms, _LEFT_OUT * least * (self.mass[one] + lightest) / 2)
            met: dict[int, float] = defaultdict(float)
            for term in rare:
                for other, weight in self.weights[term].items():
                    for place in before[other]:
                        met[place] += weight
            for place, most in met.items():
                if 2 * (most + rest) >= least * (self.mass[one] + self.mass[place]):
                    score = self.score(one, place)
                    if score >= least:
                        yield score, one, place
            for term in terms:
                before[term].append(one)

    def _rarer(self, terms: Sequence[int], most: float) -> tuple[Sequence[int], float]:
        """The terms without the most frequent ones, and what these add at most, which is less than `most`."""
        frequent = sorted(terms, key=self.meetings.__getitem__, reverse=True)
        rest = 0.0
        for number, term in enumerate(frequent):
            adds = max(self.weights[term].values())
            if rest + adds >= most:
                return frequent[number:], rest
            rest += adds
        return (), rest
