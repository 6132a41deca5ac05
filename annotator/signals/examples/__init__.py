"""Examples of what each signal marks, leaves alone and gets wrong, by language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parent
_KINDS = ("find", "leave", "mistake", "measure")


@dataclass(frozen=True, slots=True)
class Example:
    """A short text with what a signal does to it."""

    text: str
    quote: str = ""
    """The words that the finding must touch, where it must find any."""
    why: str = ""
    sign: str = ""
    """For sentiment: `positive`, `negative` or `neutral`; for reading ease: `easy` or `hard`."""

    @property
    def parts(self) -> tuple[str, str, str]:
        """The text before the marked words, these, and the text after; without marked words all is first."""
        before, quote, after = self.text.partition(self.quote) if self.quote else (self.text, "", "")
        return (before, quote, after) if quote else (self.text, "", "")


@dataclass(frozen=True, slots=True)
class Examples:
    """All examples of one signal in one language."""

    find: tuple[Example, ...] = ()
    leave: tuple[Example, ...] = ()
    mistakes: tuple[Example, ...] = ()
    measured: tuple[Example, ...] = ()
    """For a signal that marks no words: texts with what its number says of them."""


@cache
def examples_of(signal: str, language: str) -> Examples:
    """The examples of a signal in a language; none where there are none."""
    rows = _table(language).get(signal, {})
    return Examples(*(tuple(Example(**row) for row in rows.get(kind, ())) for kind in _KINDS))


@cache
def _table(language: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
    path = _FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
