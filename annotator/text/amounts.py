"""Numbers and sums of money in a text, in digits and in words."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from annotator.languages import CODES
from annotator.languages.folding import fold
from annotator.model.findings import Amount
from annotator.text.amount_words import AmountWords, Kind, Word, amount_words
from annotator.text.money import Money, MoneyReader
from annotator.text.number_phrases import ONE, Number
from annotator.text.numerals import read_numeral
from annotator.text.pieces import WORD
from annotator.text.tokenizing import Tokens

_DIGIT_RUN = re.compile(r"\d+")
_DIGITS = re.compile(r"\d")
_REST = re.compile(r"(?:[.,:/-]\d+)*")
_CLOCK = re.compile(r":\d")
_GLUED = re.compile(WORD)
_BEFORE_PLAIN = frozenset((" ", "", ", ", " “", ' "'))
_AFTER_PLAIN = frozenset((" ", ", ", "-"))
_LONGEST_LINK = 12
"""How far apart the two numbers of a range may stand."""
_ADDRESS = re.compile(r"//|www\.|@|[=?&#_~\\]")


class _Found(NamedTuple):
    amount: Amount
    number: Number
    money: Money | None


def find_amounts(text: str, language: str, tokens: Tokens | None = None) -> tuple[Amount, ...]:
    """The numbers and sums of money in order of place; none for a language without data.

    The span covers number, multipliers and currency. Values are exact decimals turned to the nearest
    float; the unit of money is its ISO 4217 code, or `USD/100` for coins that stand alone (50 cents);
    coins joined to the main unit count into it (5 dollars 20 cents is 5.2 USD). In a range the second
    number lends multiplier and currency to the first (10-15 million dollars). A percentage is a plain
    number (27% is 0.27), and so is a year. Left out: a lone one, uno, एक; ordinals; clock times; digits in
    names and addresses (F16, COVID-19). `tokens`, where they have been read already, save time.
    Cost is linear in the text's length.
    """
    words = amount_words(language) if language in CODES else None
    if words is None:
        return ()
    return _Finder(text, words).find(tokens or Tokens(text, language))


class _Finder:
    """One pass over one text."""

    def __init__(self, text: str, words: AmountWords) -> None:
        self.text = text
        self.words = words
        self.money = MoneyReader(text, words)
        self.found: list[_Found] = []
        self.done = 0
        """Everything before this has been read."""

    def find(self, tokens: Tokens) -> tuple[Amount, ...]:
        for at, word in self._openings(tokens):
            if tokens.starts[at] < self.done:
                if tokens.ends[at] > self.done:
                    self._look(self.done, tokens.ends[at], word.kind)
                continue
            plain = self._plain(tokens, at, word)
            if plain is not None:
                self._keep(plain)
            else:
                self._look(tokens.starts[at], tokens.ends[at], word.kind)
        return tuple(one.amount for one in self.found)

    def _keep(self, one: _Found) -> None:
        if self.found and one.amount.start - self.found[-1].amount.end <= _LONGEST_LINK:
            self.found[-1], one = self._as_range(self.found[-1], one)
        self.found.append(one)
        self.done = one.amount.end

    def _openings(self, tokens: Tokens) -> list[tuple[int, Word]]:
        """The tokens that may open an amount, by index."""
        keys, going_on = tokens.keys, self.words.after_one
        opened = enumerate(map(self.words.openers.__getitem__, keys))
        found = [(at, word) for at, word in opened if word is not None]
        # An article, or a lone one: most of them open nothing.
        return [
            (at, word)
            for at, word in found
            if word.alone or (at + 1 < len(keys) and keys[at + 1] in going_on)
        ]

    def _plain(self, tokens: Tokens, at: int, word: Word) -> _Found | None:
        """A number between words that have nothing to do with numbers or money, as most are; else None."""
        if not (self._plain_before(tokens, at) and self._plain_after(tokens, at)):
            return None
        start, end, key = tokens.starts[at], tokens.ends[at], tokens.keys[at]
        if word.kind is Kind.CARDINAL:
            phrases = self.words.numbers[key]
            following = tokens.keys[at + 1] if at + 1 < len(tokens.keys) else ""
            if not word.alone or "" not in phrases or (following and following in phrases):
                return None
            value, in_digits = word.value, False
        elif tokens.kinds[at] == 2:
            numeral = read_numeral(self.text, start, self.words.decimal_comma)
            if numeral is None or numeral.end != end:
                return None
            value, in_digits = numeral.value, True
        else:
            return None
        number = Number(end, value, value, ONE, in_digits, value % 1 == 0)
        return _Found(Amount(start, end, float(value)), number, None)

    def _plain_before(self, tokens: Tokens, at: int) -> bool:
        if not at or tokens.gaps[at] not in _BEFORE_PLAIN:
            return False
        if tokens.kinds[at - 1] == 1:
            return bool(tokens.gaps[at]) and tokens.keys[at - 1] not in self.words.leading
        return self.text[tokens.starts[at - 1]] in "\n(;"

    def _plain_after(self, tokens: Tokens, at: int) -> bool:
        after = at + 1
        if after >= len(tokens.keys):
            return False
        if tokens.kinds[after] == 1:
            return tokens.gaps[after] in _AFTER_PLAIN and tokens.keys[after] not in self.words.following
        if tokens.gaps[after] or self.text[tokens.starts[after]] not in ".;)\n।?!":
            return False
        return after + 1 == len(tokens.keys) or tokens.gaps[after + 1] != "" or tokens.kinds[after + 1] != 2

    def _look(self, start: int, end: int, kind: Kind) -> None:
        """Keeps the amounts that open between `start` and `end`."""
        at = start
        while at < end:
            opening = self._opening(at, end, kind)
            if opening >= end:
                return
            one = self._read(opening, kind)
            if one is not None:
                self._keep(one)
            if kind is not Kind.DIGITS:
                return
            # A token such as 22,24,26 holds several; what was refused is not tried again from within.
            run = _DIGIT_RUN.match(self.text, max(opening, at))
            at = max(self.done, run.end() if run is not None else at + 1)

    def _opening(self, at: int, end: int, kind: Kind) -> int:
        """Where a number may begin in a token of a kind: its first digits, or the point before them."""
        if kind is not Kind.DIGITS:
            return at
        digits = _DIGITS.search(self.text, at, end)
        if digits is None:
            return end
        start = digits.start()
        if start and self.text[start - 1] == "." and (start == 1 or self.text[start - 2] in " \t\n\xa0($€£"):
            return start - 1
        return start

    def _read(self, start: int, kind: Kind) -> _Found | None:
        if kind is Kind.MINUS:
            return self._negated(start)
        number = self.money.numbers.read(start)
        if number is None:
            return None
        money = self.money.read(start, number, self.done)
        if money is None and not self._stands_alone(start, number):
            return None
        if number.bare and self._vague(start):
            return None
        begin, end, value, unit = start, number.end, number.value, ""
        if money is not None:
            begin, end, value, unit = money.start, money.end, money.value, money.currency.unit
        begin, negative = self._begin(begin, number)
        return _Found(_amount(begin, end, -value if negative else value, unit), number, money)

    def _negated(self, start: int) -> _Found | None:
        """A number after the word for minus; `più o meno 5` is about five."""
        word = self.money.numbers.piece(start)
        piece = self.money.numbers.piece(word.end) if word is not None else None
        if piece is None or (piece.key and self.words.openers[piece.key] is None):
            return None
        if self._word_before(start) in self.words.ranges:
            return None
        found = self._read(piece.start, Kind.CARDINAL)
        if found is None:
            return None
        return found._replace(amount=replace(found.amount, start=start, value=-found.amount.value))

    def _stands_alone(self, start: int, number: Number) -> bool:
        """True for a plain number that means a number."""
        if not number.alone or number.money:
            return False
        if not number.in_digits or (self._open_left(start, number) and self._open_right(number)):
            return True
        rest = _REST.match(self.text, number.end)
        self.done = rest.end() if rest is not None else number.end
        return False

    def _open_left(self, start: int, number: Number) -> bool:
        """False for digits in a name (F16, COVID-19), a clock time or an address."""
        text = self.text
        before = text[start - 1 : start]
        if not before or before in " \n\t\xa0(“\"'":
            return True
        if before == "_" or _GLUED.match(before):
            return False
        if before in "-‐‑" and _GLUED.match(text[start - 2 : start - 1]):
            return number.is_year
        if before == ":" and text[start - 2 : start - 1].isdigit():
            return False
        chunk = text[max(0, start - 60) : start].split()
        return not (chunk and _ADDRESS.search(chunk[-1]))

    def _open_right(self, number: Number) -> bool:
        """False for ordinals (3rd), decades (1990s), measures of one letter (5G) and clock times."""
        if _CLOCK.match(self.text, number.end):
            return False
        glued = _GLUED.match(self.text, number.end)
        if glued is None:
            return True
        ending = fold(glued.group())
        if ending in self.words.decade_endings:
            return number.is_year
        return len(ending) > 1 and ending not in self.words.ordinal_endings

    def _vague(self, start: int) -> bool:
        """True after `several`: a multiplier without a number is no amount there."""
        return self._word_before(start) in self.words.vague

    def _begin(self, start: int, number: Number) -> tuple[int, bool]:
        """Where the amount begins with its minus or its article (a million), and whether it is negative."""
        text = self.text
        if start and text[start - 1] in "-−" and (start == 1 or text[start - 2] in " \t\n\xa0("):
            return start - 1, True
        if number.bare:
            begin, word = self.money.word_before(start, self.done)
            if word in self.words.articles:
                return begin, False
        return start, False

    def _word_before(self, at: int) -> str:
        return self.money.word_before(at, self.done)[1]

    def _as_range(self, first: _Found, second: _Found) -> tuple[_Found, _Found]:
        """The two with what a range shares: 10-15 million dollars, $10-15 million."""
        if first.number.coefficient >= second.number.coefficient or first.number.scale != 1:
            return first, second
        if not self._is_range(first.amount, second.amount):
            return first, second
        scale = second.number.scale
        unit = second.amount.unit or first.amount.unit
        if first.amount.unit not in ("", unit):
            return first, second
        low = first.money.value if first.money is not None else first.number.value
        low_amount = _amount(first.amount.start, first.amount.end, low * scale, unit)
        high = second.amount
        high = Amount(high.start, high.end, high.value, unit)
        return first._replace(amount=low_amount), second._replace(amount=high)

    def _is_range(self, first: Amount, second: Amount) -> bool:
        between = self.text[first.end : second.start]
        word = fold(between.strip())
        if word in ("-", "–", "—", "‑", "‐") or word in self.words.ranges:
            return True
        if word not in self.words.joins:
            return False
        after = self.money.numbers.piece(second.end)
        beyond = self.money.numbers.piece(after.end) if after is not None else None
        return self.money.word_before(first.start, 0)[1] in self.words.between or (
            beyond is not None and beyond.key in self.words.between
        )


def _amount(start: int, end: int, value: Decimal, unit: str = "") -> Amount:
    return Amount(start, end, float(value), unit)
