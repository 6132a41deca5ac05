"""What a language's data files say of numbers and money, as tables for the reader of amounts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from annotator.errors import LanguageError, Place
from annotator.languages import Language, load_language
from annotator.languages.entries import Entry
from annotator.languages.folding import fold
from annotator.languages.inflecting import inflect
from annotator.text.compounds import Compound, italian_compounds
from annotator.text.pieces import SIGN, split_pieces


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
    MINUS = auto()
    DIGITS = auto()
    """Digits, perhaps after letters: US$5, Rs500."""


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


_MOST_KEPT = 50_000
LEADING = "([{<\"'“‘«‹–—−-/+~≈:;,>=|•*"
"""What may stand right before a name or sign of money."""

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
        self.decade_endings = frozenset(map(fold, rules["decade_endings"]))
        self.fractions = {fold(word): _decimal(value) for word, value in rules["fractions"].items()}
        self.numbers: Tree = {}
        self.currencies: Tree = {}
        self.before: dict[str, Currency] = {}
        """Currencies that may stand before a number, their words run together."""
        self.codes: dict[str, Currency] = {}
        """By ISO code in capitals."""
        self._add_numbers(language, rules)
        self._add_currencies(language)
        compound = italian_compounds(_below_hundred(self.numbers)) if language.code == "it" else None
        self.openers = Openers(self.numbers, self.minus, compound)
        """For every word: what it opens an amount with, or None."""
        self.leaders = Leaders(self.before)
        """For what stands before a number: the currency it is, or None."""
        self.continuing = frozenset(
            (*self.numbers, *self.joins, *self.points, *self.fractions, *self.of, *self.articles)
        )
        """Words that may go on with a number."""
        prefixed = (letter + code.lower() for code in self.codes for letter in "mk")
        self.following = frozenset((*self.continuing, *self.currencies, *prefixed, *self.joins))
        """Words after a number that may belong to it."""
        self.leading = frozenset((*(split_pieces(name)[-1] for name in self.before), *self.minus))
        """Words before a number that may belong to it."""
        hesitant = (tree for tree in self.numbers.values() if "" in tree and not tree[""].alone)
        self.after_one = self.continuing.union(self.currencies, *hesitant)
        """Words that may make an amount of a lone one or an article."""

    def branch(self, key: str) -> Tree | None:
        """The number phrases that begin with a word, or None."""
        self.openers[key]  # a compound is entered into the tree when it is met first
        return self.numbers.get(key)

    def _add_numbers(self, language: Language, rules: Mapping[str, Any]) -> None:
        lone = frozenset(map(fold, rules["lone"]))
        for entry in language.entries("numbers"):
            if not entry.tags & {"adverb", "ordinal"}:
                for keys in _phrases(entry, language):
                    if keys[0] in self.articles and len(keys) > 1 and not rules["ones"]:
                        continue
                    alone = keys[-1] not in lone or len(keys) > 1
                    _plant(self.numbers, keys, Word(Kind.CARDINAL, _number(entry), entry.tags, alone))
        for entry in language.entries("multipliers"):
            first = True
            for keys in _phrases(entry, language):
                # Only the first form is singular: "a million", but never "millions" alone.
                alone = first and _number(entry) > 1 and not entry.tags & {"after", "touch"}
                _plant(self.numbers, keys, Word(Kind.MULTIPLIER, _number(entry), entry.tags, alone))
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
                        self.before[keys[0] + "$"] = currency._replace(tags=frozenset())


class Openers(dict[str, "Word | None"]):
    """For every word met so far: what it opens an amount with, or None."""

    def __init__(self, numbers: Tree, minus: frozenset[str], compound: Compound | None) -> None:
        self._numbers = numbers
        self._minus = minus
        self._compound = compound

    def __missing__(self, key: str) -> Word | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        word = self[key] = self._word(key)
        return word

    def _word(self, key: str) -> Word | None:
        branch = self._numbers.get(key)
        if branch is not None:
            own = branch.get("")
            return own if own is not None and _opens(own) else next(filter(_opens, _leaves(branch)), None)
        if key in self._minus:
            return Word(Kind.MINUS, Decimal(-1))
        if any(map(str.isdigit, key)):
            return Word(Kind.DIGITS, Decimal(0))
        value = None if self._compound is None else self._compound(key)
        if value is None:
            return None
        word = Word(Kind.CARDINAL, value)
        _plant(self._numbers, (key,), word)
        return word


class Leaders(dict[str, "tuple[int, Currency] | None"]):
    """For what stands before a number: where in it the currency's name begins, and the currency; or None."""

    def __init__(self, before: Mapping[str, Currency]) -> None:
        self._before = before

    def __missing__(self, word: str) -> tuple[int, Currency] | None:
        if len(self) >= _MOST_KEPT:
            self.clear()
        bare = word.lstrip(LEADING)
        currency = self._before.get(fold(bare.replace(".", "")))
        found = self[word] = None if currency is None else (len(word) - len(bare), currency)
        return found


@cache
def amount_words(code: str) -> AmountWords | None:
    """The tables of a language, read when first needed; None where it has no `amounts.toml`."""
    language = load_language(code)
    return AmountWords(language) if _path(language).is_file() else None


def _path(language: Language) -> Path:
    return language.folders[0] / "amounts.toml"


def _rules(language: Language) -> Mapping[str, Any]:
    path = _path(language)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise LanguageError(f"not TOML: {problem}", "Correct the file.", Place(str(path))) from problem


def _may_lead(currency: Currency, keys: tuple[str, ...]) -> bool:
    if "after" in currency.tags or len(keys) > 2:
        return False
    is_code = len(keys) == 1 and keys[0] == currency.code.lower()
    return is_code or "before" in currency.tags or SIGN.fullmatch(keys[-1]) is not None


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


def _number(entry: Entry) -> Decimal:
    try:
        return Decimal(entry.value)
    except InvalidOperation as problem:
        raise LanguageError(
            f"the {entry.list} entry “{entry.phrase}” has no number for a value: {entry.value!r}.",
            "Write: entry | value | note.",
        ) from problem


def _decimal(ratio: str) -> Decimal:
    value = Fraction(ratio)
    return Decimal(value.numerator) / value.denominator


def _below_hundred(numbers: Tree) -> dict[str, int]:
    """The single words for 1 to 99."""
    words = {key: tree[""] for key, tree in numbers.items() if "" in tree}
    return {
        key: int(word.value)
        for key, word in words.items()
        if word.kind is Kind.CARDINAL and 0 < word.value < 100 and word.value % 1 == 0
    }
