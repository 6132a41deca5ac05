"""A number in a text, in digits, in words or in both: where it ends and what it is worth."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from annotator.text.amount_words import Kind
from annotator.text.number_words import WordReader
from annotator.text.numerals import read_numeral

ONE = Decimal(1)


class Number(NamedTuple):
    """A number phrase: 9.2 करोड़, three hundred thousand, due milioni e mezzo."""

    end: int
    value: Decimal
    coefficient: Decimal
    """What stands before the first multiplier."""
    scale: Decimal
    """The product of the last multipliers; 1 without any."""
    in_digits: bool
    simple: bool
    """True for a whole number without multipliers."""
    alone: bool = True
    """False where it makes no amount without a currency: one, half."""
    bare: bool = False
    """True for a multiplier without a number before it: million."""
    money: bool = False
    """True where its multiplier is meant for money only: 5m."""

    @property
    def is_year(self) -> bool:
        """True for four digits that may be a year."""
        return self.in_digits and self.simple and 1000 <= self.value < 2100


class _Start(NamedTuple):
    """A coefficient, before multipliers."""

    end: int
    value: Decimal
    in_digits: bool = False
    alone: bool = True
    bare: bool = False
    linked: bool = False
    """True where `of` and an article may stand before its multiplier: half of a million."""


class NumberReader(WordReader):
    """Reads numbers of one language in one text."""

    def read(self, at: int) -> Number | None:
        """The number phrase that begins at `at`, or None."""
        number = self._term(at)
        if number is None:
            return None
        last = number
        while last.scale > 1:
            added = self._addition(last)
            if added is None:
                break
            last = added
            number = number._replace(end=added.end, value=number.value + added.value, scale=added.scale)
        return number

    def _addition(self, term: Number) -> Number | None:
        """What is added to a term: a smaller term, or a part of its multiplier (a million and a half)."""
        piece = self.piece(term.end)
        if piece is None or self.text[term.end] in "-‐‑":
            return None
        joined = piece.key in self.words.joins
        if joined:
            part = self._part(piece.end)
            if part is not None and self.multiplier(part[0]) is None:
                return Number(part[0], part[1] * term.scale, part[1], ONE, False, False)
            piece = self.piece(piece.end)
        if piece is None or (piece.key and self.words.openers[piece.key] is None):
            return None
        added = self._term(piece.start)
        return added if added is not None and _fits(term, added, joined) else None

    def _term(self, at: int) -> Number | None:
        """A coefficient with its multipliers."""
        start = self._coefficient(at)
        if start is None:
            return None
        end, scale, money = start.end, ONE, False
        while not self._ends(end):
            found = self.multiplier(end) or (
                self.linked_multiplier(end) if start.linked and scale == 1 else None
            )
            if found is None or (scale != 1 and found[0].value <= scale):
                break
            word, end = found
            scale *= word.value
            money = money or "money" in word.tags
        simple = scale == 1 and start.value % 1 == 0
        alone = start.alone or scale != 1
        value = start.value * scale
        return Number(end, value, start.value, scale, start.in_digits, simple, alone, start.bare, money)

    def _ends(self, at: int) -> bool:
        """True when nothing that could belong to a number follows."""
        piece = self.piece(at)
        return piece is None or piece.key not in self.words.continuing

    def _coefficient(self, at: int) -> _Start | None:
        char = self.text[at]
        piece = None if char.isdigit() or char == "." else self.piece(at)
        if piece is None or not piece.key:
            numeral = read_numeral(self.text, at if piece is None else piece.start, self.words.decimal_comma)
            if numeral is None:
                return None
            start = _Start(numeral.end, numeral.value, in_digits=True)
            return start if self._ends(numeral.end) else self._with_part(self._grown(start))
        found = self.word(piece)
        if found is None:
            return None
        word, end = found
        if word.kind is Kind.CARDINAL:
            linked = end > piece.end
            return self._with_part(self._grown(_Start(end, word.value, alone=word.alone, linked=linked)))
        if word.kind is Kind.MULTIPLIER:
            return _Start(piece.start, ONE, bare=True) if word.alone else None
        if word.kind is Kind.ADDED:
            return self._added(end, word.value)
        if word.kind is Kind.PART:
            return _Start(end, word.value, alone=False, linked=True)
        return self._with_part(_Start(end, ONE, alone=False))

    def _added(self, at: int, change: Decimal) -> _Start | None:
        """साढ़े तीन is 3.5, सवा लाख 1.25 lakh."""
        piece = self.piece(at)
        found = self.word(piece) if piece is not None else None
        if found is None or found[0].kind not in (Kind.CARDINAL, Kind.MULTIPLIER):
            return None
        if found[0].kind is Kind.MULTIPLIER:
            return self._grown(_Start(at, ONE + change))
        return self._grown(_Start(found[1], found[0].value + change))

    def _grown(self, start: _Start) -> _Start:
        """The number with the tens, units and hundreds that follow: two hundred and fifty-four."""
        value, end, hundreds = start.value, start.end, not start.in_digits
        while True:
            piece = self.piece(end)
            if piece is None:
                break
            joined = piece.key in self.words.joins
            if joined:
                if value < 100 or value % 100 or not hundreds:
                    break
                piece = self.piece(piece.end)
            if piece is None:
                break
            if not piece.key:
                numeral = read_numeral(self.text, piece.start, self.words.decimal_comma)
                if not (joined and start.in_digits and numeral and numeral.simple and numeral.value < 100):
                    break
                if self._is_hundred(numeral.end):
                    break
                value, end = value + numeral.value, numeral.end
                continue
            found = self.word(piece)
            if found is None:
                break
            word = found[0]
            if word.kind is Kind.MULTIPLIER and word.value == 100 and not joined and 0 < value < 100:
                value, hundreds = value * 100, True
            elif word.kind is Kind.CARDINAL and hundreds and _follows(value, word.value):
                value += word.value
            else:
                break
            end = found[1]
        if end == start.end:
            return start if start.in_digits else self._pointed(start)
        return self._pointed(start._replace(end=end, value=value, alone=True))

    def _is_hundred(self, at: int) -> bool:
        found = self.multiplier(at)
        return found is not None and found[0].value == 100

    def _pointed(self, start: _Start) -> _Start:
        """The number with spoken decimals: five point two, due virgola settantuno."""
        piece = self.piece(start.end)
        if piece is None or piece.key not in self.words.points:
            return start
        decimals, end = "", start.end
        at = piece.end
        while len(decimals) < 12:
            piece = self.piece(at)
            found = self.word(piece) if piece is not None else None
            if found is None or found[0].kind is not Kind.CARDINAL or not 0 <= found[0].value < 100:
                break
            decimals += str(found[0].value)
            at = end = found[1]
            if found[0].value > 9:
                break
        return start._replace(end=end, value=start.value + Decimal("0." + decimals)) if decimals else start

    def _with_part(self, start: _Start) -> _Start:
        """The number with a part of one: two and a half, three quarters."""
        piece = self.piece(start.end)
        if piece is None or not piece.key:
            return start
        if piece.key in self.words.joins:
            part = self._part(piece.end)
            if part is not None:
                return start._replace(end=part[0], value=start.value + part[1], alone=True)
            return start
        share = self.words.fractions.get(piece.key)
        if share is None or start.in_digits or start.value >= 100:
            return start
        following = self.piece(piece.end)
        if not start.alone and (following is None or following.key not in self.words.of):
            return start
        return _Start(piece.end, start.value * share, linked=True)

    def _part(self, at: int) -> tuple[int, Decimal] | None:
        """`a half`, `mezzo`, `three quarters`: where it ends and what part of one it is."""
        piece = self.piece(at)
        if piece is None:
            return None
        if not piece.key:
            numeral = read_numeral(self.text, piece.start, self.words.decimal_comma)
            return (numeral.end, numeral.value) if numeral is not None and numeral.value < 1 else None
        count = ONE
        if piece.key in self.words.articles:
            piece = self.piece(piece.end)
        else:
            found = self.word(piece)
            if found is not None and found[0].kind is Kind.CARDINAL:
                count, end = found[0].value, found[1]
                if count % 1:
                    return end, count
                piece = self.piece(end)
                if piece is None or piece.key not in self.words.fractions:
                    return None
        if piece is None or not piece.key:
            return None
        share = self.words.fractions.get(piece.key)
        if share is None:
            found = self.word(piece)
            share = found[0].value if found is not None and found[0].kind is Kind.PART else None
        return None if share is None else (piece.end, count * share)


def _follows(value: Decimal, word: Decimal) -> bool:
    """True when a number word continues a number: twenty + one, two hundred + fifty, duemila + duecento."""
    if value % 1 or word % 1:
        return False
    if 20 <= value % 100 <= 90 and value % 10 == 0:
        return 0 < word < 10
    if value >= 1000 and value % 1000 == 0:
        return 0 < word < 1000
    return value >= 100 and value % 100 == 0 and 0 < word < 100


def _fits(term: Number, added: Number, joined: bool) -> bool:
    """True when two terms make one number: two million three hundred thousand, 4 thousand and 21."""
    if added.value >= term.scale or added.scale >= term.scale or added.scale < 1 or added.money:
        return False
    if added.scale >= 100:
        return True
    if added.in_digits:
        return term.scale <= 1000 and added.simple and (not joined or added.value < 100)
    return term.scale <= 1000 or (not joined and added.value >= 100)
