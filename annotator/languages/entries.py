"""Entries of a word list: one phrase a line, with a value and a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from pathlib import Path
from sys import intern
from typing import Final

from annotator.errors import LanguageError, Place
from annotator.languages.folding import fold
from annotator.languages.inflecting import Endings, inflect
from annotator.languages.tokens import token_pattern
from annotator.translating import _

NUMBER: Final = "<n>"
ANY: Final = "<any>"
NAME: Final = "<name>"
WILDCARDS: Final = frozenset({NUMBER, ANY, NAME})
_TAGS: Final = re.compile(r"\[(\w+)\]\s*")
_MOST_FORMS: Final = 4_000
_MOST_QUOTED: Final = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a word list."""

    list: str
    """The list's name: `loaded`, `praise`, ..."""
    phrase: str
    """As the list writes it, inflection classes included."""
    value: str
    note: str = ""
    tags: frozenset[str] = frozenset()
    exception: bool = False
    """Where an exception matches, entries of its list that lie inside it do not fire."""
    silences: bool = False
    """True for a line `- phrase`: the entry of this phrase, from a list read before, is taken out."""
    number: float = field(init=False, compare=False)
    """The value as a number; 1.0 where it is no number."""
    bound: bool = field(init=False, compare=False)
    """True when it counts only in some places: at a line's end, in the headline, in small letters."""
    special: bool = field(init=False, compare=False)
    """True for those and for exceptions: a match needs a second look."""

    @property
    def words(self) -> str:
        """The phrase without inflection classes and marks, as a reader would say it."""
        return _said(self.phrase)

    @property
    def key(self) -> tuple[str, bool]:
        """What two lines that mean the same entry have in common, however they are typed."""
        folded = " ".join(fold(token) for token in self.phrase.replace("-", " ").split())
        return folded, self.exception

    def __post_init__(self) -> None:
        # Asked for at every match in every text, so worked out once.
        object.__setattr__(self, "number", _number(self.value))
        ends = self.phrase.startswith("^") or self.phrase.endswith("$")
        object.__setattr__(self, "bound", bool(self.tags) or ends)
        object.__setattr__(self, "special", self.bound or self.exception)


@lru_cache(maxsize=5_000)
def _said(phrase: str) -> str:
    plain = re.sub(r"\+\w+|[?]", "", phrase)
    return " ".join(token.split("/")[0] for token in plain.split() if token not in ("^", "$"))


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 1.0


def read_entries(path: Path, default: str = "") -> Iterator[Entry]:
    """The entries of one `.txt` list, in the file's order.

    Raises `LanguageError` with path and line for a line that is no entry.
    """
    return (entry for _, entry in numbered_entries(path, default))


def numbered_entries(path: Path, default: str = "") -> Iterator[tuple[int, Entry]]:
    """The entries of one list, each with the number of its line, counted from 1."""
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        try:
            yield number, read_line(text, path.stem, default)
        except LanguageError as problem:
            raise LanguageError(problem.message, problem.hint, Place(str(path), number)) from problem


def read_line(line: str, name: str, default: str) -> Entry:
    """The entry that a line of the list `name` is. Raises `LanguageError` for a line that is none."""
    text = line.strip()
    mark = "!" if text.startswith("!") else "- " if text.startswith("- ") else ""
    fields = [field.strip() for field in text.removeprefix(mark).split("|", 2)]
    if not fields[0]:
        raise LanguageError(
            _("the line has no entry: {line}").format(line=repr(quotable(line))),
            _("Write: entry | value | note."),
        )
    value = fields[1] if len(fields) > 1 and fields[1] else default
    note = fields[2] if len(fields) > 2 else ""
    tags = frozenset(_TAGS.findall(note))
    return Entry(name, fields[0], value, _TAGS.sub("", note), tags, mark == "!", mark == "- ")


def quotable(words: str) -> str:
    """The words as a complaint quotes them: of endless ones only the beginning."""
    return words if len(words) <= _MOST_QUOTED else f"{words[: _MOST_QUOTED - 1]}…"


def expand(entry: Entry, classes: Mapping[str, Endings], language: str) -> Iterator[tuple[str, ...]]:
    """Every sequence of token keys that the entry matches.

    Keys are folded words or one of the wildcards. Raises `LanguageError` for an unknown inflection class.
    """
    choices: list[list[tuple[str, ...]]] = []
    total = 1
    for token in _phrase_tokens(entry.phrase):
        forms = _token_forms(token, classes, language, entry)
        total *= len(forms)
        choices.append(forms)
    if total > _MOST_FORMS:
        raise LanguageError(
            _("the entry “{entry}” of the list {list} stands for {total} phrases, more than {most}.").format(
                entry=quotable(entry.phrase), list=entry.list, total=total, most=_MOST_FORMS
            ),
            _("Split it into several entries."),
        )
    for combination in product(*choices):
        keys = tuple(key for part in combination for key in part)
        if keys:
            yield keys


def _phrase_tokens(phrase: str) -> list[str]:
    return [token for token in phrase.replace("-", " ").split() if token not in ("^", "$")]


def _token_forms(
    token: str, classes: Mapping[str, Endings], language: str, entry: Entry
) -> list[tuple[str, ...]]:
    optional = token.endswith("?")
    forms: dict[tuple[str, ...], None] = {(): None} if optional else {}
    for alternative in token.removesuffix("?").split("/"):
        if alternative in WILDCARDS:
            forms[(alternative,)] = None
            continue
        word, _plus, name = alternative.partition("+")
        if not name:
            forms[_keys(word, language)] = None
            continue
        if name not in classes:
            raise LanguageError(
                _("the entry “{entry}” uses the inflection class “{name}”; there is none.").format(
                    entry=quotable(entry.phrase), name=quotable(name)
                ),
                _("Name a class of inflection.toml after the plus, or write the forms out: slay/slew/slain."),
            )
        for form in inflect(word, classes[name]):
            forms[_keys(form, language)] = None
    return list(forms)


def _keys(word: str, language: str) -> tuple[str, ...]:
    if word.isascii() and word.isalpha():
        return (intern(word.lower()),)
    return tuple(fold(match.group()) for match in token_pattern(language).finditer(word)) or (fold(word),)
