"""A language as its data folder describes it."""

from __future__ import annotations

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from annotator.errors import LanguageError, Place
from annotator.languages.additions import Shipped, check_names, corrected, read_additions
from annotator.languages.entries import Entry, read_entries
from annotator.languages.folding import fold
from annotator.languages.index import Index, build_index
from annotator.languages.inflecting import Endings
from annotator.model.languages import CODES

FOLDER = Path(__file__).resolve().parent
PHRASE_LISTS = (
    "loaded", "praise", "hedge", "reporting_verbs", "stance_verbs", "attribution_phrases", "reporting_nouns",
    "source_nouns", "anonymous", "boilerplate", "clickbait", "sentiment", "negations", "intensifiers",
    "claims",
)  # fmt: skip
"""Lists whose entries are looked up in texts."""
_WATCHED = ("contrast", "naming", "future", "days")
_DEFAULT_VALUES = {
    "loaded": "2",
    "praise": "2",
    "hedge": "2",
    "anonymous": "2",
    "boilerplate": "2",
    "clickbait": "2",
}


class Language:
    """One language: its word lists, read when first asked for."""

    def __init__(self, code: str, folders: tuple[Path, ...]) -> None:
        self.code = code
        self.folders = folders
        """Where lists are looked for: the program's folder first, then a workspace's additions."""
        self._there: dict[str, bool] = {}
        self._lists: dict[str, tuple[Entry, ...]] = {}
        self._folded: dict[str, frozenset[str]] = {}

    def has(self, name: str) -> bool:
        """True when the language has a list of this name."""
        if name not in self._there:
            self._there[name] = any((folder / f"{name}.txt").is_file() for folder in self.folders)
        return self._there[name]

    def entries(self, name: str) -> tuple[Entry, ...]:
        """The entries of a list; empty when the language has none."""
        if name not in self._lists:
            shipped = self.shipped(name)
            added = [entry for _, _, entry in self.additions(name)]
            self._lists[name] = corrected(shipped.entries, added) if added else tuple(shipped.entries)
        return self._lists[name]

    def shipped(self, name: str) -> Shipped:
        """A list as it came with the program."""
        default = _DEFAULT_VALUES.get(name, "")
        path = self.folders[0] / f"{name}.txt"
        entries = tuple(read_entries(path, default)) if path.is_file() else ()
        return Shipped(self.code, name, entries, self.classes, default)

    def additions(self, name: str) -> list[tuple[Path, int, Entry]]:
        """What a workspace adds to a list and silences in it, each with its file and line.

        Raises `LanguageError` with both for a line of no use.
        """
        paths = [folder / f"{name}.txt" for folder in self.folders[1:]]
        return [
            (path, line, entry)
            for path in paths
            if path.is_file()
            for line, entry in read_additions(path, self.shipped(name))
        ]

    @property
    def open_lists(self) -> tuple[str, ...]:
        """The lists that a workspace can add to."""
        return tuple(name for name in PHRASE_LISTS if (self.folders[0] / f"{name}.txt").is_file())

    def folded(self, name: str) -> frozenset[str]:
        """The keys of a list of single words."""
        if name not in self._folded:
            self._folded[name] = frozenset(fold(entry.phrase) for entry in self.entries(name))
        return self._folded[name]

    def values(self, name: str) -> dict[str, str]:
        """A list as a plain mapping from phrase to value, for lists of single facts (months, currencies)."""
        return {entry.phrase: entry.value for entry in self.entries(name)}

    @cached_property
    def grammar(self) -> Mapping[str, frozenset[str]]:
        """The groups of small words of `grammar.toml`, as folded keys."""
        table = self._table("grammar.toml")
        return defaultdict(frozenset, {name: frozenset(map(fold, words)) for name, words in table.items()})

    @cached_property
    def watched(self) -> frozenset[str]:
        """The words that signals look for in whole texts: number words and some groups of the grammar."""
        return self.folded("numbers").union(*(self.grammar[name] for name in _WATCHED))

    @cached_property
    def classes(self) -> Mapping[str, Endings]:
        """The inflection classes of `inflection.toml`."""
        return self._table("inflection.toml")

    def _table(self, name: str) -> dict[str, Any]:
        path = self.folders[0] / name
        if not path.is_file():
            return {}
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as problem:
            raise LanguageError(f"not TOML: {problem}", "Correct the file.", Place(str(path))) from problem

    @cached_property
    def index(self) -> Index:
        """All phrase lists as one tree."""
        for folder in self.folders[1:]:
            check_names(folder, self.open_lists)
        entries = (entry for name in PHRASE_LISTS for entry in self.entries(name))
        return build_index(entries, self.classes, self.code)

    @cached_property
    def version(self) -> str:
        """Eight hexadecimal digits that change whenever a data file changes."""
        digest = hashlib.sha256()
        for folder in self.folders:
            for path in sorted((*folder.glob("*.txt"), *folder.glob("*.toml"))):
                digest.update(path.name.encode() + b"\0" + _bytes(path))
        return digest.hexdigest()[:8]


def load_language(code: str, extra: Path | None = None) -> Language:
    """The language with this code, one of `CODES`; its files are read when first needed.

    `extra` is a folder `<code>/` of a workspace with lists of its own; when one of them changes, the next
    call answers with another `Language`. Raises `LanguageError` for an unknown code.
    """
    if code not in CODES:
        raise LanguageError(
            f"the language {code!r} is not one the signals know.",
            f"Choose one of {', '.join(CODES)}, or other.",
        )
    state = _state(extra) if extra else ""
    return _corrected_language(code, extra, state) if extra and state else _shipped_language(code)


@cache
def _shipped_language(code: str) -> Language:
    return Language(code, (FOLDER / code,))


@lru_cache(maxsize=2 * len(CODES))
def _corrected_language(code: str, extra: Path, state: str) -> Language:
    return Language(code, (FOLDER / code, extra))


def _state(folder: Path) -> str:
    """A digest of the lists in a workspace's folder; empty when it has none."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        return ""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + _bytes(path))
    return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    """What is in a file; nothing for one that cannot be read: who reads its entries hears of that."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
