"""What a passage is about, as terms that can meet terms of another language: words, names, figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from annotator.languages import CODES, load_language
from annotator.languages.bridging import LONGEST, Bridge, load_bridge
from annotator.languages.stemming import stem
from annotator.model.findings import Amount
from annotator.model.statements import Passage
from annotator.text import Tokens
from annotator.text.amounts import find_amounts

NAME_WEIGHT = 1.4
FIGURE_WEIGHT = 1.6
SMALL_FIGURE_WEIGHT = 0.7
GENERAL_WEIGHT = 0.6
LOST_WEIGHT = 0.5
"""Of a word with no row, no capital and perhaps no cousin: that it finds no partner says little."""
_SMALL = 12
_REACH = 2
"""How many words after a number the thing counted is looked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, phrase, name or figure; equal terms of one language are the same."""

    key: str
    """The stem, or the figure's value."""
    language: str
    rows: tuple[int, ...] = ()
    """The rows of the bridge it stands in."""
    weight: float = 1.0
    name: bool = False
    figure: bool = False

    def is_like(self, other: Term) -> bool:
        """True for the same word, or one that shares a row of the bridge."""
        same = self.key == other.key and self.language == other.language
        return same or bool(set(self.rows) & set(other.rows))


@lru_cache(maxsize=4_000)
def read_terms(passage: Passage) -> tuple[Term, ...]:
    """The terms of a passage, each once, without the small words of its language."""
    return tuple(dict.fromkeys(_Reader(passage).read()))


class _Reader:
    """One pass over one passage."""

    def __init__(self, passage: Passage) -> None:
        self.language = passage.language
        self.tokens = Tokens(passage.text, passage.language)
        self.amounts = find_amounts(passage.text, passage.language, self.tokens)
        self.bridge: Bridge = load_bridge(passage.language)
        known = load_language(passage.language) if passage.language in CODES else None
        self.small = known.folded("function_words") if known else frozenset()
        self.months = {k.lower(): v for k, v in known.values("months").items()} if known else {}

    def read(self) -> Iterator[Term]:
        """The terms in order of place; a word inside an amount is part of that amount."""
        for amount in self.amounts:
            yield figure_term(amount, self.language)
        at = 0
        keys = self.tokens.keys
        while at < len(keys):
            if self.tokens.kinds[at] != 1 or self._inside_amount(at):
                at += 1
                continue
            length, rows = self._phrase(at)
            if length:
                yield self._term(" ".join(keys[at : at + length]), rows)
                at += length
                continue
            term = self.word(at)
            if term:
                yield term
            at += 1

    def _inside_amount(self, at: int) -> bool:
        start = self.tokens.starts[at]
        return any(amount.start <= start < amount.end for amount in self.amounts)

    def _phrase(self, at: int) -> tuple[int, tuple[int, ...]]:
        """How many words from here make a phrase of the bridge, and its rows; 0 where none does."""
        opening = stem(self.tokens.keys[at], self.language)
        if opening not in self.bridge.openers:
            return 0, ()
        keys = [stem(key, self.language) for key in self.tokens.keys[at : at + LONGEST]]
        for length in range(LONGEST, 1, -1):
            rows = self.bridge.forms.get(tuple(keys[:length]))
            if rows and len(keys) >= length:
                return length, rows
        return 0, ()

    def word(self, at: int) -> Term | None:
        """The term of one word, or None for a small word."""
        key = self.tokens.keys[at]
        if key in self.small or len(key) < 2 and self.language != "hi":
            return None
        # English "may" is a month only with a capital; the others write months small, or have no capitals.
        if key in self.months and (self.language != "en" or self.tokens.capitals[at]):
            return Term(f"month {self.months[key]}", "", (), 1.0, figure=True)
        root = stem(key, self.language)
        rows = self.bridge.forms.get((key,)) or self.bridge.stems.get(root, ())
        if rows:
            return self._term(root, rows)
        name = bool(self.tokens.capitals[at]) and (at > 0 and bool(self.tokens.keys[at - 1]))
        return Term(root, self.language, (), NAME_WEIGHT if name else 1.0, name)

    def _term(self, key: str, rows: tuple[int, ...]) -> Term:
        general = all(row in self.bridge.general for row in rows)
        return Term(key, self.language, rows, GENERAL_WEIGHT if general else 1.0)


def figure_term(amount: Amount, language: str) -> Term:
    """The term of an amount: its value to four digits, whatever language and currency say."""
    small = abs(amount.value) <= _SMALL and not amount.unit
    return Term(f"{amount.value:.4g}", "", (), SMALL_FIGURE_WEIGHT if small else FIGURE_WEIGHT, figure=True)


@lru_cache(maxsize=4_000)
def counted_terms(passage: Passage) -> tuple[tuple[Amount, Term], ...]:
    """The plain numbers of a passage with the thing that each counts: the next word that means something."""
    reader = _Reader(passage)
    starts = reader.tokens.starts
    found = []
    for amount in reader.amounts:
        if amount.unit or (amount.value in range(1500, 2100)):
            continue
        places = [at for at, start in enumerate(starts) if start >= amount.end][:_REACH]
        term = next((term for at in places if (term := reader.word(at)) and not term.figure), None)
        if term:
            found.append((amount, term))
    return tuple(found)
