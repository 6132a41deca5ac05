"""The figures and quotations of a passage, in one form whatever the language: 9.2 करोड़ डॉलर is $92m."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.model.findings import Amount
from annotator.model.statements import Passage
from annotator.text.amounts import find_amounts
from annotator.text.quoting import Quotation, find_quotations
from annotator.text.segmenting import split_lines

YEARS = range(1500, 2100)
SMALL = 12
"""Plain numbers up to this one are in every text."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a passage says in figures and in others' words."""

    money: tuple[Amount, ...]
    years: tuple[Amount, ...]
    numbers: tuple[Amount, ...]
    """Neither money nor years."""
    quotations: tuple[Quotation, ...]
    """Somebody's speech, places counted from the passage's beginning."""

    @property
    def sums(self) -> frozenset[str]:
        """The sums of money."""
        return frozenset(map(figure_key, self.money))

    @property
    def anchors(self) -> frozenset[str]:
        """Figures that say much when two passages share them."""
        large = (number for number in self.numbers if abs(number.value) > SMALL)
        return frozenset(figure_key(amount) for amount in (*self.money, *self.years, *large))


def figure_key(amount: Amount) -> str:
    """A figure by its value to four digits, and its currency."""
    return f"{amount.value:.4g} {amount.unit}".strip()


@lru_cache(maxsize=4_000)
def read_facts(passage: Passage) -> Facts:
    """The figures and quotations of a passage, each where it stands in `passage.text`."""
    amounts = find_amounts(passage.text, passage.language)
    money = tuple(amount for amount in amounts if amount.unit)
    plain = [amount for amount in amounts if not amount.unit]
    years = tuple(amount for amount in plain if is_year(amount, passage.text))
    numbers = tuple(amount for amount in plain if amount not in years)
    quotations = find_quotations(passage.text, split_lines(passage.text))
    return Facts(money, years, numbers, tuple(one for one in quotations if one.direct))


def is_year(amount: Amount, text: str) -> bool:
    """True for four digits that can be a year."""
    words = text[amount.start : amount.end]
    return amount.value in YEARS and len(words) == 4 and words.isdigit()


def anchoring(ones: Sequence[Passage], others: Sequence[Passage]) -> list[list[int]]:
    """1 where two passages share a telling figure, -1 where both name sums and share none, else 0."""
    theirs = [read_facts(other) for other in others]
    their_anchors = [facts.anchors for facts in theirs]
    rows = []
    for one in ones:
        mine, anchors = read_facts(one), read_facts(one).anchors
        rows.append(
            [
                1 if anchors & keys else -1 if mine.money and facts.money else 0
                for facts, keys in zip(theirs, their_anchors, strict=True)
            ]
        )
    return rows
