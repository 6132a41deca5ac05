"""Which numbers of a text a reader would want a source for: amounts and counts, not dates, ages or scores."""

from __future__ import annotations

import re
from typing import Final

from annotator.languages import Language
from annotator.signals.context import Context
from annotator.signals.lexical import per_language

_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_CLOCK: Final = re.compile(r":\d\d(?!\d)| ?[ap]\.m\b", re.I)
_OF_DAY: Final = ("a", "p")
"""How the word after a number begins where it may be "a.m." or "p.m."."""
_YEAR_DIGITS: Final = 4
_ORDINARY: Final = (" ", "")
"""Before a number these, as in "of 30" and "$30", are no sign of what it is."""
_MINUTE: Final = ("'", "’")
_JOINING: Final = ("-", "–")
_AFTER_NUMBERING: Final = (".", ")")
_NAME_ENDS: Final = frozenset(("", ".", ",", ";", ":", ")", "!", "?", "\n", "’", "'"))
"""What may follow a number that ends a name."""
OLDEST: Final = 120
"""A greater number set apart by commas is nobody's age."""
HIGHEST_SCORE: Final = 200
"""Two numbers joined by a hyphen, none greater, are the score of a game or a vote."""


def read_figures(context: Context) -> list[int]:
    """The tokens of numbers that count or measure something, in order."""
    if not context.numbers:
        return []
    reader = _Reader(context)
    return [at for at in context.numbers if not reader.is_plain(at)]


class NumberWords:
    """The words of a language that show, right beside a number, what is not an amount."""

    def __init__(self, language: Language) -> None:
        grammar = language.grammar
        self.months = language.folded("months")
        self.ages, self.clocks, self.hours = grammar["ages"], grammar["clocks"], grammar["hours"]
        self.age_units, self.age_prepositions = grammar["age_units"], grammar["age_prepositions"]
        self.games, self.openings = grammar["games"], grammar["age_openings"]
        self.joints = grammar["age_joints"]
        beside = (self.ages, self.openings, self.age_units, self.age_prepositions, self.games)
        self.all = self.months.union(*beside, self.clocks, self.hours)
        """All of them, to tell at a glance that none stands there."""


_words_of: Final = per_language(NumberWords)


class _Reader:
    def __init__(self, context: Context) -> None:
        self.text = context.text
        self.tokens = context.document.tokens
        self.keys, self.gaps = self.tokens.keys, self.tokens.gaps
        self.words = _words_of(context.language)
        self.first_words, self.currencies = context.openings, context.language.folded("currencies")

    def is_plain(self, at: int) -> bool:
        """True for a date, a time of day, an age, a score, or a number that is part of a name."""
        keys = self.keys
        before = keys[at - 1] if at else ""
        after = keys[at + 1] if at + 1 < len(keys) else ""
        if (
            before
            and after
            and self.gaps[at + 1] == " "
            and self.gaps[at] in _ORDINARY
            and before not in self.words.all
            and after not in self.words.all
            and after[0] not in _OF_DAY
            and len(keys[at]) != _YEAR_DIGITS
        ):
            # Most numbers stand between ordinary words.
            return False
        return (
            self._is_date(keys[at], before, after)
            or self._is_time(at, before, after)
            or self._is_age(at, before, after)
            or self._is_score(at, after)
            or self._names(at)
            or self._is_numbering(at)
        )

    def _key(self, at: int) -> str:
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def _is_date(self, key: str, before: str, after: str) -> bool:
        if len(key) == _YEAR_DIGITS and _YEAR.fullmatch(key):
            return True
        return before in self.words.months or after in self.words.months

    def _is_time(self, at: int, before: str, after: str) -> bool:
        """ "22:40", "9 am", "alle 10", "10 बजे", the minute of a match ("al 12'")."""
        text, start, end = self.text, self.tokens.starts[at], self.tokens.ends[at]
        if after in self.words.hours or before in self.words.clocks or (at and text[start - 1] == ":"):
            return True
        following = text[end : end + 1]
        if (following == ":" or after[:1] in _OF_DAY) and _CLOCK.match(text, end):
            return True
        return following in _MINUTE and not text[end + 1 : end + 2].isalnum()

    def _is_age(self, at: int, before: str, after: str) -> bool:
        """ "29-year-old", "29enne", "34 वर्षीय", and a number alone between commas: "Reed, 34,"."""
        if after in self.words.ages or before in self.words.openings:
            return True
        if self.words.age_units and self._is_age_in_years(at, before, after):
            return True
        text, end = self.text, self.tokens.ends[at]
        if not ("," in self.gaps[at + 1] or text[end : end + 1] == ")"):
            return False
        start, digits = self.tokens.starts[at], self.keys[at]
        opened = "," in self.gaps[at] or text[start - 1 : start] == "("
        return opened and digits.isdecimal() and int(digits) <= OLDEST

    def _is_age_in_years(self, at: int, before: str, after: str) -> bool:
        """ "di 34 anni", "di 34 e 29 anni", ", 24 anni,"."""
        units, prepositions, joints = self.words.age_units, self.words.age_prepositions, self.words.joints
        if after in units:
            if before in prepositions or (before in joints and self._key(at - 3) in prepositions):
                return True
            return "," in self.gaps[at] and "," in self.gaps[min(at + 2, len(self.gaps) - 1)]
        return before in prepositions and after in joints and self._key(at + 3) in units

    def _is_score(self, at: int, after: str) -> bool:
        """ "2-1", "9–4", and what is counted in games: goals, runs, wickets."""
        gaps = self.gaps
        if after in self.words.games:
            return True
        return (gaps[at + 1] in _JOINING and self._joined(at, at + 1)) or (
            gaps[at] in _JOINING and self._joined(at - 1, at)
        )

    def _joined(self, first: int, second: int) -> bool:
        """True for two numbers with a hyphen between them that are the sides of a score."""
        if first < 0 or second >= len(self.keys):
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
        return self.text[end : end + 1] in _AFTER_NUMBERING and (start == 0 or self.text[start - 1] == "\n")

    def _names(self, at: int) -> bool:
        """True for the number of "Covid-19", "F-16", and one that ends a name: "the ChopMaster 3000,"."""
        if not at or self.tokens.kinds[at - 1] != 1:
            return False
        if self.gaps[at] == "-":
            return True
        end = self.tokens.ends[at]
        ends = self.text[end : end + 1] in _NAME_ENDS
        named = bool(self.tokens.capitals[at - 1]) and self.gaps[at] == " " and at - 1 not in self.first_words
        return ends and named and self.keys[at - 1] not in self.currencies
