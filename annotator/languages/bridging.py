"""Words of different languages that mean the same, from the rows of `bridges/*.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from annotator.errors import LanguageError, Place
from annotator.languages.folding import fold
from annotator.languages.stemming import stem

FOLDER = Path(__file__).resolve().parent / "bridges"
COLUMNS = ("en", "it", "hi")
"""The languages of a row, in order."""
LONGEST = 4
"""How many words a phrase of a row may have."""
_GENERAL = "words"
"""The file of words so common that sharing one says little."""
_Key = TypeVar("_Key")
_WORD = re.compile(r"[^\s,'’-]+['’]?")


@dataclass(frozen=True, slots=True)
class Bridge:
    """For one language, which rows a word or phrase stands in."""

    forms: dict[tuple[str, ...], tuple[int, ...]]
    """Rows by the folded words."""
    stems: dict[str, tuple[int, ...]]
    """Rows by the stem of a single word."""
    openers: frozenset[str]
    """First words of phrases of more than one word, as stems."""
    general: frozenset[int]
    """The rows of words so common that sharing one says little."""


@cache
def load_bridge(language: str) -> Bridge:
    """The bridge from a language to the others; an empty one for a language without a column."""
    if language not in COLUMNS:
        return Bridge({}, {}, frozenset(), frozenset())
    forms: dict[tuple[str, ...], dict[int, None]] = {}
    stems: dict[str, dict[int, None]] = {}
    general = set()
    for number, (file, cells) in enumerate(_rows()):
        if file == _GENERAL:
            general.add(number)
        for phrase in cells[COLUMNS.index(language)].split(","):
            words = split_words(phrase)
            if len(words) == 1:
                forms.setdefault(words, {})[number] = None
                stems.setdefault(stem(words[0], language), {})[number] = None
            elif words:
                keys = tuple(stem(word, language) for word in words)
                forms.setdefault(keys, {})[number] = None
    openers = frozenset(keys[0] for keys in forms if len(keys) > 1)
    return Bridge(_frozen(forms), _frozen(stems), openers, frozenset(general))


def split_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(fold(match.group()) for match in _WORD.finditer(phrase))


def _frozen(table: dict[_Key, dict[int, None]]) -> dict[_Key, tuple[int, ...]]:
    return {key: tuple(rows) for key, rows in table.items()}


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every row with its file's name. Raises `LanguageError` for a line without three columns."""
    return tuple(_read_rows())


def _read_rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in sorted(FOLDER.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = tuple(cell.strip() for cell in line.split("|"))
            if len(cells) != len(COLUMNS) or not all(cells):
                raise LanguageError(
                    f"the row {line!r} does not have {len(COLUMNS)} columns.",
                    f"Write: {' | '.join(COLUMNS)}, alternatives after commas.",
                    Place(str(path), number),
                )
            yield path.stem, cells
