"""Currencies beside a number: before it, after it, and the coins that follow."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from annotator.languages.folding import fold
from annotator.text.amount_words import LEADING, AmountWords, Currency, Tree
from annotator.text.number_phrases import Number, NumberReader
from annotator.text.pieces import Piece

_WINDOW = 18
"""How far to the left a currency or a word is looked for."""
_LARGE = 100
_PREFIXED = {"M": Decimal(10**6), "K": Decimal(1000)}
"""Letters that run together with a code: 30 MUSD."""


class Money(NamedTuple):
    """A sum of money."""

    start: int
    end: int
    value: Decimal
    currency: Currency


class _Name(NamedTuple):
    """A currency found beside a number."""

    start: int
    end: int
    currency: Currency
    leads: bool = False
    """True for signs and codes, which may as well belong to a number after them."""
    factor: Decimal = Decimal(1)


class MoneyReader:
    """Finds the currency of numbers in one text."""

    def __init__(self, text: str, words: AmountWords) -> None:
        self.text = text
        self.words = words
        self.numbers = NumberReader(text, words)

    def read(self, start: int, number: Number, floor: int) -> Money | None:
        """The sum of money that a number at `start` belongs to; None for a plain number.

        Nothing before `floor` is looked at: it belongs to an earlier amount.
        """
        if number.scale < 1:
            return None
        before = self._before(start, number, floor)
        after = self._after(start, number, before)
        value, end = number.value, number.end
        if after is not None:
            value, end = value * after.factor, after.end
        if before is not None:
            specific = after is not None and before.currency.spelt == "$"
            currency = after.currency if after is not None and specific else before.currency
            return self._with_coins(Money(before.start, end, value, currency), number, named=False)
        if after is None:
            return None
        following = self.numbers.multiplier(end) if after.leads and number.scale == 1 else None
        if following is not None:
            value, end = value * following[0].value, following[1]
        money = Money(start, end, value, after.currency)
        return money if after.currency.parts > 1 else self._with_coins(money, number, named=True)

    def word_before(self, at: int, floor: int) -> tuple[int, str]:
        """Where the word before `at` begins, and its key; an empty key where there is none."""
        window = self.text[max(floor, at - _WINDOW) : at]
        body = window.rstrip(" \xa0\u202f-‐‑")
        words = body.rsplit(None, 1)
        if not words or body[-1:] in ".,;:!?)\n":
            return at, ""
        word = words[-1].lstrip(LEADING)
        return at - (len(window) - len(body)) - len(word), fold(word)

    def _before(self, start: int, number: Number, floor: int) -> _Name | None:
        """The sign, code or name before the number: US$ 5, Rs. 5, usd 5, dollari 996."""
        window = self.text[max(floor, start - _WINDOW) : start]
        body = window[:-1] if window[-1:] in " \xa0\u202f\u2009−-" else window
        if not body or body[-1] in ",;:)" or body[-1].isspace():
            return None
        words = body.rsplit(None, 1)
        word = words[-1]
        found = self.words.leaders[word]
        if len(words) > 1 and len(word) == 1:
            # Text with spaces around its marks: us $ 150.
            spaced = words[0].rsplit(None, 1)[-1] + " " + word
            other = self.words.leaders[spaced.replace(" ", "")]
            if other is not None and len(spaced) - other[0] > 3:
                word, found = spaced, other
        if found is None:
            return None
        lead, currency = found
        word = word[lead:]
        if not self._allows(currency, word, number, touching=body == window):
            return None
        if number.is_year and len(word) > 3 and word.isalpha():
            return None
        return _Name(start - (len(window) - len(body)) - len(word), start, currency)

    def _after(self, start: int, number: Number, before: _Name | None) -> _Name | None:
        """The sign, code or name after the number, unless it belongs to the next one."""
        piece = self.numbers.piece(number.end)
        if piece is not None and piece.key in self.words.of and (number.scale >= 12 or number.value >= 1000):
            piece = self.numbers.piece(piece.end)
        if piece is None or not piece.key:
            return None
        name = self._name(piece)
        if name is None:
            return None
        word = self.text[name.start : name.end]
        if not self._allows(name.currency, word, number, piece.touching):
            return None
        if "weight" in name.currency.tags and number.scale == 1:
            following = self.numbers.piece(name.end)
            if following is not None and following.key in self.words.of:
                return None
        if name.leads and self._leads_on(name, piece.touching):
            return None
        if before is not None:
            dollars = before.currency.spelt == "$" and name.currency.parts == 1
            same = name.currency.code == before.currency.code and name.currency.parts == 1
            return name if same or (dollars and not name.leads) else None
        return name

    def _allows(self, currency: Currency, word: str, number: Number, touching: bool) -> bool:
        """True when the list's tags let the currency stand where it does."""
        tags = currency.tags
        return (
            not tags
            or (touching or "touch" not in tags)
            and ("upper" not in tags or word.isupper())
            and ("lower" not in tags or word.islower())
            and ("large" not in tags or number.value >= _LARGE)
        )

    def _leads_on(self, name: _Name, touching: bool) -> bool:
        """True when a sign between two numbers belongs to the second: 3 USD50; but not 10 $ 30 cent."""
        text, at = self.text, name.end
        glued = text[at : at + 1].isdigit()
        if not glued and not (text[at : at + 1] == " " and text[at + 1 : at + 2].isdigit()):
            return False
        if glued != touching:
            return glued
        following = self.numbers.read(at if glued else at + 1)
        piece = self.numbers.piece(following.end) if following is not None else None
        other = self._name(piece) if piece is not None and piece.key else None
        if other is None:
            return True
        return other.currency.parts == 1 and not other.leads

    def _name(self, piece: Piece) -> _Name | None:
        """The longest currency name of the list that begins with a piece."""
        tree: Tree | None = self.words.currencies.get(piece.key)
        if tree is None:
            return self._prefixed(piece)
        end, found_end = piece.end, 0
        found: Currency | None = None
        while tree is not None:
            if "" in tree:
                found, found_end = tree[""], end
                if len(tree) == 1:
                    break
            following = self.numbers.piece(end)
            if following is None or not following.key:
                break
            tree, end = tree.get(following.key), following.end
        if found is None:
            return None
        leads = (
            fold(self.text[piece.start : found_end].replace(".", "").replace(" ", "")) in self.words.before
        )
        return _Name(piece.start, found_end, found, leads and "before" not in found.tags)

    def _prefixed(self, piece: Piece) -> _Name | None:
        word = self.text[piece.start : piece.end]
        factor = _PREFIXED.get(word[0]) if len(word) == 4 and word.isupper() else None
        currency = self.words.codes.get(word[1:])
        if factor is None or currency is None:
            return None
        return _Name(piece.start, piece.end, currency, factor=factor)

    def _with_coins(self, money: Money, number: Number, *, named: bool) -> Money:
        """The sum with the coins that follow: 3 dollars 50 cents, 13 euro e 45, एक कुआई और पांच माओ."""
        end, value = money.end, money.value
        while (coin := self._coin(end)) is not None:
            end, value = coin[0], value + coin[1]
        if end == money.end and number.simple:
            cents = self._cents(money, named)
            if cents is not None:
                end, value = cents[0], value + cents[1]
        return money._replace(end=end, value=value)

    def _coin(self, at: int) -> tuple[int, Decimal] | None:
        follower = self._follower(at)
        if follower is None:
            return None
        start, number, _ = follower
        name = self._after(start, number, None)
        if name is None or name.currency.parts == 1:
            return None
        return name.end, number.value / name.currency.parts

    def _cents(self, money: Money, named: bool) -> tuple[int, Decimal] | None:
        """Hundredths without a name, at the end of a clause: 15 dollars and 50, 15 dollari 50."""
        follower = self._follower(money.end)
        if follower is None:
            return None
        start, number, joined = follower
        if not number.simple or number.value >= 100 or not (joined or (named and number.in_digits)):
            return None
        if number.in_digits and number.end - start != 2:
            return None
        after = self.numbers.piece(number.end)
        if after is not None and after.key not in self.words.joins:
            return None
        if joined and self.word_before(money.start, 0)[1] in self.words.between:
            return None
        return number.end, number.value / 100

    def _follower(self, at: int) -> tuple[int, Number, bool] | None:
        """The small number that follows a sum: where it begins, and whether `and` joins it."""
        piece = self.numbers.piece(at)
        joined = piece is not None and piece.key in self.words.joins
        if piece is not None and joined:
            piece = self.numbers.piece(piece.end)
        if piece is None or (piece.key and self.words.openers[piece.key] is None):
            return None
        number = self.numbers.read(piece.start)
        return (piece.start, number, joined) if number is not None and number.scale == 1 else None
