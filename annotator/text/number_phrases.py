"""A number in a text, in digits, in words or in both: where it ends and what it is worth."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from annotator.languages.folding import fold
from annotator.text.amount_words import SHORTENED, SIGNS, WORD, AmountWords, Kind, Tree, Word
from annotator.text.numerals import VULGAR, read_numeral

_PIECE = re.compile(
    rf"(?P<gap>[ \t\xa0\u2009\u202f]*|[-‐‑])"
    rf"(?:(?P<digits>[\d{VULGAR}])|(?P<short>{SHORTENED})|(?P<word>{WORD})|(?P<sign>[{SIGNS}]))"
)
ONE = Decimal(1)


class Piece(NamedTuple):
    """The next word, sign or number of a text."""

    start: int
    end: int
    """For a number in digits, only where it begins."""
    key: str
    """Folded; empty for digits."""
    touching: bool
    """True when nothing stands between it and what is before."""


class Term(NamedTuple):
    """A coefficient with its multipliers: 9.2 करोड़, three hundred thousand."""

    end: int
    value: Decimal
    coefficient: Decimal
    scale: Decimal
    """The multipliers' product."""
    in_digits: bool
    simple: bool
    """True for a whole number without multipliers."""
    alone: bool = True
    """False where it makes no amount without a currency."""
    money: bool = False
    """True where its multiplier is meant for money only: 5m."""


class Number(NamedTuple):
    """A number phrase."""

    start: int
    end: int
    value: Decimal
    coefficient: Decimal
    """Of the first term."""
    scale: Decimal
    """The last term's multipliers."""
    in_digits: bool
    simple: bool
    alone: bool
    money: bool


class NumberReader:
    """Reads numbers of one language in one text."""

    def __init__(self, text: str, words: AmountWords) -> None:
        self.text = text
        self.words = words

    def piece(self, at: int) -> Piece | None:
        """What follows on the same line without punctuation between; None at a mark or the end."""
        match = _PIECE.match(self.text, at)
        if match is None:
            return None
        kind = match.lastgroup
        start, end = match.span(kind or 0)
        key = match.group(kind or 0)
        if kind == "digits":
            key = ""
        elif kind == "short":
            key = fold(re.sub(r"[\s.]", "", key))
        else:
            key = fold(key)
        return Piece(start, end, key, match.end("gap") == at)

    def read(self, at: int) -> Number | None:
        """The number phrase that begins at `at`, or None."""
        first = term = self._term(at)
        if first is None or term is None:
            return None
        value, end = first.value, first.end
        while True:
            added = self._addition(term, end)
            if added is None:
                break
            term = added
            value += term.value
            end = term.end
        simple = first.simple and term is first
        return Number(
            at, end, value, first.coefficient, term.scale, first.in_digits, simple, first.alone, first.money
        )

    def _addition(self, term: Term, at: int) -> Term | None:
        """What is added to a term: a smaller term, or a part of its multiplier (a million and a half)."""
        piece = self.piece(at)
        if piece is None or term.scale < 1:
            return None
        joined = piece.key in self.words.joins
        if joined:
            part = self._part(piece.end)
            if part is not None:
                end, value = part
                return Term(end, value * term.scale, value, ONE, False, False)
            piece = self.piece(piece.end)
            if piece is None:
                return None
        if piece.key and self.words.openers[piece.key] is None:
            return None
        following = self._term(piece.start)
        return following if following is not None and self._fits(term, following, joined) else None

    def _fits(self, term: Term, following: Term, joined: bool) -> bool:
        """True when the two make one number: two million three hundred thousand, 4 thousand and 21."""
        if following.value >= term.scale or term.scale == 1 or following.scale < 1 or following.money:
            return False
        if following.scale >= 100 or following.value >= 1000:
            return True
        if term.scale > 1000:
            return not joined and not following.in_digits and following.value >= 100
        return not (joined and term.in_digits) or following.value < 100

    def _part(self, at: int) -> tuple[int, Decimal] | None:
        """`a half`, `mezzo`, `three quarters` after `and`, unless a multiplier of its own follows."""
        piece = self.piece(at)
        if piece is None:
            return None
        count = ONE
        if piece.key in self.words.articles:
            piece = self.piece(piece.end)
        elif piece.key and (word := self._word(piece)) and word[0].kind is Kind.CARDINAL:
            count = word[0].value
            end = word[1]
            if count % 1:
                return None if self._multiplier(end) else (end, count)
            piece = self.piece(end)
        if piece is None or not piece.key:
            return None
        share = self.words.fractions.get(piece.key)
        if share is None:
            word = self._word(piece)
            share = word[0].value if word is not None and word[0].kind is Kind.PART else None
        if share is None or self._multiplier(piece.end) is not None:
            return None
        return piece.end, count * share

    def _word(self, piece: Piece) -> tuple[Word, int] | None:
        """The longest number phrase of the lists that begins with a piece, and where it ends."""
        key, end = piece.key, piece.end
        if not key or (self.words.openers[key] is None and key not in self.words.numbers):
            return None
        tree: Tree | None = self.words.numbers.get(key)
        found: tuple[Word, int] | None = None
        while tree is not None:
            if "" in tree:
                found = tree[""], end
            if len(tree) == 1 and found is not None:
                break
            following = self.piece(end)
            if following is None or not following.key:
                break
            tree, end = tree.get(following.key), following.end
        return found

    def _term(self, at: int) -> Term | None:
        coefficient = self._coefficient(at)
        if coefficient is None:
            return None
        end, value, in_digits, alone = coefficient
        scale = ONE
        money = False
        while True:
            multiplier = self._multiplier(end)
            if multiplier is None or (scale > 1 and multiplier[0].value <= scale and scale != 100):
                break
            word, end = multiplier
            scale *= word.value
            alone = True
            money = money or "money" in word.tags
            if word.value < 1:
                break
        simple = scale == 1 and value % 1 == 0
        return Term(end, value * scale, value, scale, in_digits, simple, alone, money)

    def _multiplier(self, at: int) -> tuple[Word, int] | None:
        """The multiplier that follows a number, with its end; letters only where they touch."""
        piece = self.piece(at)
        if piece is None or not piece.key:
            return None
        if piece.key in self.words.of or piece.key in self.words.articles:
            return self._multiplier_of(piece)
        found = self._word(piece)
        if found is None or found[0].kind is not Kind.MULTIPLIER:
            return None
        if "touch" in found[0].tags and not piece.touching:
            after = self.text[found[1] : found[1] + 1]
            if not (after and after in "$€£₹") and not self._letter_of_money(at):
                return None
        return found

    def _letter_of_money(self, at: int) -> bool:
        """True after digits with a sign of money before them: $ 5 m."""
        before = self.text[max(0, at - 12) : at].rstrip("0123456789., ")
        return before[-1:] != "" and before[-1] in "$€£₹¥"

    def _multiplier_of(self, piece: Piece) -> tuple[Word, int] | None:
        """`of a million` after a part: half of a million, a quarter of a million."""
        following = self.piece(piece.end)
        if following is not None and piece.key in self.words.of and following.key in self.words.articles:
            following = self.piece(following.end)
        if following is None:
            return None
        found = self._word(following)
        if found is None or found[0].kind is not Kind.MULTIPLIER or not found[0].alone:
            return None
        return found
