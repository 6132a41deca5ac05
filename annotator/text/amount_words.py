"""What a language's data files say of numbers and money, as tables for the reader of amounts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from annotator.errors import LanguageError, Place
from annotator.languages import Language, load_language
from annotator.languages.entries import Entry
from annotator.languages.folding import fold
from annotator.languages.inflecting import inflect
from annotator.languages.tokens import MARKS

SIGNS = "$¢-¥฿֏؋৳૱௹\u20a0-\u20cf﷼％%"
"""Signs of money and of the percent, for a character class."""
WORD = rf"(?:[^\W\d_]|[{MARKS}\u0900-\u0963\u0970-\u0dff])++"
"""A word without digits."""
SHORTENED = r"[^\W\d_]\.(?:\s?[^\W\d_]{1,2}\.?)+(?![^\W\d_])"
"""An acronym with points: U.S., u. s."""
_SIGN = re.compile(f"[{SIGNS}]")
_PIECE = re.compile(rf"{WORD}|[{SIGNS}元円]")


class Kind(Enum):
    """What a word does in a number."""

    CARDINAL = auto()
    MULTIPLIER = auto()
    PART = auto()
    """A part of one that may begin an amount: half."""
    ADDED = auto()
    """Changes the number that follows: साढ़े."""
    ONE = auto()
    """An article that may mean one."""


class Word(NamedTuple):
    """A number word, multiplier or the like."""

    kind: Kind
    value: Decimal
    tags: frozenset[str] = frozenset()
    alone: bool = True
    """False where it makes no amount without another word: plurals of multipliers, common little words."""


class Currency(NamedTuple):
    """A currency, or the part of one that a coin is worth."""

    code: str
    parts: int = 1
    """How many make one of the main unit: 100 for cents."""
    tags: frozenset[str] = frozenset()
    spelt: str = ""
    """As the list writes it."""

    @property
    def unit(self) -> str:
        """The ISO code; for a coin, the code and its part, as in `USD/100`."""
        return self.code if self.parts == 1 else f"{self.code}/{self.parts}"


Tree = dict[str, Any]
"""Nested by word; what a phrase stands for lies under the empty key."""


class AmountWords:
    """The tables of one language."""

    def __init__(self, language: Language) -> None:
        rules = _rules(language)
        self.decimal_comma: bool = rules["decimal_comma"]
        self.joins, self.of, self.points, self.minus, self.between, self.ranges, self.vague = (
            frozenset(map(fold, rules[name]))
            for name in ("and", "of", "point", "minus", "between", "ranges", "vague")
        )
        self.articles = frozenset(map(fold, (*rules["articles"], *rules["ones"])))
        self.ordinal_endings = frozenset(map(fold, rules["ordinal_endings"]))
        self.fractions = {fold(word): _decimal(value) for word, value in rules["fractions"].items()}
        self.numbers: Tree = {}
        self.currencies: Tree = {}
        self.before: dict[str, Currency] = {}
        """Currencies that may stand before a number, their words run together."""
        self.codes: dict[str, Currency] = {}
        """By ISO code in capitals."""
        self._add_numbers(language, rules)
        self._add_currencies(language)
        compound = _italian_compound(self.numbers) if language.code == "it" else None
        self.openers = Openers(self.numbers, compound)

    def _add_numbers(self, language: Language, rules: Mapping[str, Any]) -> None:
        lone = frozenset(map(fold, rules["lone"]))
        for entry in language.entries("numbers"):
            if not entry.tags & {"adverb", "ordinal"}:
                for keys in _phrases(entry, language):
                    if keys[0] in self.articles and len(keys) > 1 and not rules["ones"]:
                        continue
                    alone = keys[-1] not in lone or len(keys) > 1
                    _plant(self.numbers, keys, Word(Kind.CARDINAL, Decimal(entry.value), entry.tags, alone))
        for entry in language.entries("multipliers"):
            first = True
            for keys in _phrases(entry, language):
                # Only the first form is singular: "a million", but never "millions" alone.
                alone = first and Decimal(entry.value) > 1 and not entry.tags & {"after", "touch"}
                _plant(self.numbers, keys, Word(Kind.MULTIPLIER, Decimal(entry.value), entry.tags, alone))
                first = False
        for word, value in rules["parts"].items():
            _plant(self.numbers, (fold(word),), Word(Kind.PART, _decimal(value)))
        for word, value in rules["added"].items():
            _plant(self.numbers, (fold(word),), Word(Kind.ADDED, _decimal(value)))
        for word in rules["ones"]:
            _plant(self.numbers, (fold(word),), Word(Kind.ONE, Decimal(1), alone=False))

    def _add_currencies(self, language: Language) -> None:
        for entry in language.entries("currencies"):
            for keys in _phrases(entry, language):
                if entry.exception:
                    _plant(self.currencies, keys, None)
                    continue
                code, _, parts = entry.value.partition("/")
                currency = Currency(code, int(parts or 1), entry.tags, entry.phrase)
                _plant(self.currencies, keys, currency)
                self.codes.setdefault(code, Currency(code))
                if _may_lead(currency, keys):
                    self.before["".join(keys)] = currency
                    if len(keys) == 1 and keys[0] == code.lower():
                        self.before[keys[0] + "$"] = currency


class Openers(dict[str, "Word | None"]):
    """For every word met so far: what it opens an amount with, or None."""

    def __init__(self, numbers: Tree, compound: Any) -> None:
        self._numbers = numbers
        self._compound = compound

    def __missing__(self, key: str) -> Word | None:
        branch = self._numbers.get(key)
        word: Word | None = None
        if branch is not None:
            word = next(filter(_opens, _leaves(branch)), None)
        elif self._compound is not None:
            value = self._compound(key)
            word = None if value is None else Word(Kind.CARDINAL, value)
            if word is not None:
                _plant(self._numbers, (key,), word)
        if len(self) > 100_000:
            self.clear()
        self[key] = word
        return word


@cache
def amount_words(code: str) -> AmountWords:
    """The tables of a language, read when first needed."""
    return AmountWords(load_language(code))


def _rules(language: Language) -> Mapping[str, Any]:
    path = language.folders[0] / "amounts.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise LanguageError(f"not TOML: {problem}", "Correct the file.", Place(str(path))) from problem


def _may_lead(currency: Currency, keys: tuple[str, ...]) -> bool:
    if "after" in currency.tags or len(keys) > 2:
        return False
    is_code = len(keys) == 1 and keys[0] == currency.code.lower()
    return is_code or "before" in currency.tags or _SIGN.fullmatch(keys[-1]) is not None


def _phrases(entry: Entry, language: Language) -> Iterator[tuple[str, ...]]:
    """Every phrase an entry stands for, as folded words and signs."""
    choices: list[list[str]] = []
    for token in entry.phrase.replace("-", " ").split():
        forms: list[str] = []
        for alternative in token.split("/"):
            word, _, name = alternative.partition("+")
            forms += inflect(word, language.classes[name]) if name else [word]
        choices.append(forms)
    for combination in product(*choices):
        keys = split_pieces(" ".join(combination))
        if keys:
            yield keys


def split_pieces(phrase: str) -> tuple[str, ...]:
    """The folded words and signs of a phrase; points are dropped, so that u.s. is one word."""
    return tuple(fold(match.group()) for match in _PIECE.finditer(phrase.replace(".", "")))


def _plant(tree: Tree, keys: Iterable[str], meaning: object) -> None:
    for key in keys:
        tree = tree.setdefault(key, {})
    tree[""] = meaning


def _leaves(tree: Tree) -> Iterator[Word]:
    for key, branch in tree.items():
        if key:
            yield from _leaves(branch)
        else:
            yield branch


def _opens(word: Word) -> bool:
    return word.kind is not Kind.MULTIPLIER or word.alone


def _decimal(ratio: str) -> Decimal:
    value = Fraction(ratio)
    return Decimal(value.numerator) / value.denominator


_LONGEST_WORD = 70


def _italian_compound(numbers: Tree) -> Any:
    """A function that gives the value of an Italian number written as one word, or None: duecentomila."""
    small = {key: int(tree[""].value) for key, tree in numbers.items() if _below_hundred(tree)}
    words = "|".join(sorted(small, key=len, reverse=True))
    # Before otto and ottanta, cento loses its o.
    hundreds = rf"(?:(?:{words})?cent(?:o|(?=ott)))?(?:{words})?"
    pattern = re.compile(
        rf"(?:(?P<billions>{hundreds})miliard[oi])?(?:(?P<millions>{hundreds})milion[ei])?"
        rf"(?:(?P<thousands>{hundreds})(?:mila|mille))?(?P<rest>{hundreds})"
    )
    parts = re.compile(rf"(?:(?P<hundreds>{words})?(?P<cent>cento?))?(?P<rest>{words})?")
    scales = {"billions": 10**9, "millions": 10**6, "thousands": 1000, "rest": 1}

    def below_thousand(word: str) -> int:
        match = parts.fullmatch(word)
        if match is None:
            return 0
        hundreds = (small.get(match["hundreds"] or "", 1) * 100) if match["cent"] else 0
        return hundreds + small.get(match["rest"] or "", 0)

    def value(word: str) -> Decimal | None:
        if len(word) > _LONGEST_WORD or not word.isalpha():
            return None
        match = pattern.fullmatch(word)
        if match is None:
            return None
        total = 0
        for name, scale in scales.items():
            digits = match[name]
            if digits is not None and (digits or scale > 1):
                total += (below_thousand(digits) or 1) * scale
        return Decimal(total) if total else None

    return value


def _below_hundred(tree: Tree) -> bool:
    word = tree.get("")
    return word is not None and word.kind is Kind.CARDINAL and 0 < word.value < 100 and word.value % 1 == 0
