"""Words of different languages that mean the same, from the rows of `bridges/*.txt`.

A language without a column there may join the rows by a `bridge.txt` of its own: ENGLISH | ITS WORDS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from annotator.errors import LanguageError, Place
from annotator.languages.folding import fold
from annotator.languages.stemming import stem

OWN = Path(__file__).resolve().parent
"""Where each language has its folder."""
FOLDER = OWN / "bridges"
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
    """The bridge from a language to the others; an empty one for a language without words in it."""
    forms: dict[tuple[str, ...], dict[int, None]] = {}
    stems: dict[str, dict[int, None]] = {}
    for number, cell in _cells(language):
        for phrase in cell.split(","):
            words = split_words(phrase)
            if len(words) == 1:
                forms.setdefault(words, {})[number] = None
                stems.setdefault(stem(words[0], language), {})[number] = None
            elif words:
                keys = tuple(stem(word, language) for word in words)
                forms.setdefault(keys, {})[number] = None
    openers = frozenset(keys[0] for keys in forms if len(keys) > 1)
    general = frozenset(number for number, (file, _) in enumerate(_rows()) if file == _GENERAL)
    return Bridge(_frozen(forms), _frozen(stems), openers, general)


def _cells(language: str) -> Iterator[tuple[int, str]]:
    """The words of a language, with the number of the row they stand in."""
    if language in COLUMNS:
        at = COLUMNS.index(language)
        yield from ((number, cells[at]) for number, (_, cells) in enumerate(_rows()))
        return
    path = OWN / language / "bridge.txt"
    rows: dict[tuple[str, ...], list[int]] = {}
    for number, cell in _cells("en") if path.is_file() else ():
        for phrase in cell.split(","):
            rows.setdefault(split_words(phrase), []).append(number)
    for place, (english, cell) in _lines(path, ("en", language)) if path.is_file() else ():
        if split_words(english) not in rows:
            hint = "Take a word from the first column of bridges/*.txt."
            raise LanguageError(f"no row of the bridges has the English {english!r}.", hint, place)
        yield from ((number, cell) for number in rows[split_words(english)])


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
        yield from ((path.stem, cells) for _, cells in _lines(path, COLUMNS))


def _lines(path: Path, columns: Sequence[str]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The cells of each line, with its place. Raises `LanguageError` for a line without so many columns."""
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("|"))
        if len(cells) != len(columns) or not all(cells):
            raise LanguageError(
                f"the row {line!r} does not have {len(columns)} columns.",
                f"Write: {' | '.join(columns)}, alternatives after commas.",
                Place(str(path), number),
            )
        yield Place(str(path), number), cells
