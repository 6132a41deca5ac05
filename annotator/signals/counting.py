"""Which numbers of a text a reader would want a source for: amounts and counts, not dates, ages or scores."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.signals.context import Context

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_CLOCK = re.compile(r":\d\d(?!\d)| ?[ap]\.m\b", re.I)
OLDEST = 120
"""A greater number set apart by commas is nobody's age."""
HIGHEST_SCORE = 200
"""Two numbers joined by a hyphen, none greater, are the score of a game or a vote."""


def read_figures(context: Context) -> Iterator[int]:
    """The tokens of numbers that count or measure something."""
    reader = _Reader(context)
    return (at for at in context.numbers if not reader.is_plain(at))


class _Reader:
    def __init__(self, context: Context) -> None:
        self.text = context.text
        self.tokens = context.document.tokens
        self.keys, self.gaps = self.tokens.keys, self.tokens.gaps
        grammar = context.language.grammar
        self.months = context.language.folded("months")
        self.ages, self.clocks, self.hours = grammar["ages"], grammar["clocks"], grammar["hours"]
        self.age_units, self.age_prepositions = grammar["age_units"], grammar["age_prepositions"]
        self.games, self.openings = grammar["games"], grammar["age_openings"]
        self.joints = grammar["age_joints"]

    def is_plain(self, at: int) -> bool:
        """True for a date, a time of day, an age, a score, or a number that is part of a name."""
        return (
            self._is_date(at)
            or self._is_time(at)
            or self._is_age(at)
            or self._is_score(at)
            or self._names(at)
            or self._is_numbering(at)
        )

    def _key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def _is_date(self, at: int) -> bool:
        if _YEAR.fullmatch(self.keys[at]):
            return True
        return self._key(at - 1) in self.months or self._key(at + 1) in self.months

    def _is_time(self, at: int) -> bool:
        """ "22:40", "9 am", "alle 10", "10 बजे", the minute of a match ("al 12'")."""
        start, end = self.tokens.starts[at], self.tokens.ends[at]
        if _CLOCK.match(self.text, end) or (at and self.text[start - 1 : start] == ":"):
            return True
        if self._key(at + 1) in self.hours or self._key(at - 1) in self.clocks:
            return True
        return self.text[end : end + 1] in ("'", "’") and not self.text[end + 1 : end + 2].isalnum()

    def _is_age(self, at: int) -> bool:
        """ "29-year-old", "29enne", "34 वर्षीय", and a number alone between commas: "Reed, 34,"."""
        if self._key(at + 1) in self.ages or self._key(at - 1) in self.openings:
            return True
        if self._is_age_in_years(at):
            return True
        digits, before, after = self.keys[at], self.gaps[at], self.gaps[at + 1]
        end = self.tokens.ends[at]
        closed = "," in after or self.text[end : end + 1] == ")"
        opened = "," in before or self.text[self.tokens.starts[at] - 1 : self.tokens.starts[at]] == "("
        return opened and closed and digits.isdecimal() and int(digits) <= OLDEST

    def _is_age_in_years(self, at: int) -> bool:
        """ "di 34 anni", "di 34 e 29 anni", ", 24 anni,"."""
        units, before, joints = self.age_units, self.age_prepositions, self.joints
        if self._key(at + 1) in units:
            if self._key(at - 1) in before or (self._key(at - 1) in joints and self._key(at - 3) in before):
                return True
            return "," in self.gaps[at] and "," in self.gaps[min(at + 2, len(self.gaps) - 1)]
        return self._key(at - 1) in before and self._key(at + 1) in joints and self._key(at + 3) in units

    def _is_score(self, at: int) -> bool:
        """ "2-1", "9–4", and what is counted in games: goals, runs, wickets."""
        if self._key(at + 1) in self.games:
            return True
        return self._joined(at, at + 1) or self._joined(at - 1, at)

    def _joined(self, first: int, second: int) -> bool:
        if first < 0 or second >= len(self.keys) or self.gaps[second] not in ("-", "–"):
            return False
        one, other = self.keys[first], self.keys[second]
        # The signs after a range tell amounts: 2-3%.
        counted = self.text.startswith("%", self.tokens.ends[second])
        return (
            one.isdecimal() and other.isdecimal() and not counted and int(one) <= HIGHEST_SCORE >= int(other)
        )

    def _is_numbering(self, at: int) -> bool:
        """True for the "3." or "3)" that opens an item of a list."""
        start, end = self.tokens.starts[at], self.tokens.ends[at]
        return (start == 0 or self.text[start - 1] == "\n") and self.text[end : end + 1] in (".", ")")

    def _names(self, at: int) -> bool:
        """True for the number of "Covid-19" or "F-16"."""
        return self.gaps[at] == "-" and at > 0 and self.tokens.kinds[at - 1] == 1
