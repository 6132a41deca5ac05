"""Examples of what each signal marks, leaves alone and gets wrong, by language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Example:
    """A short text with what a signal does to it."""

    text: str
    quote: str = ""
    """The words that the finding must touch, where it must find any."""
    why: str = ""
    sign: str = ""
    """For sentiment: `positive`, `negative` or `neutral`."""

    @property
    def shown(self) -> str:
        """The text with the marked words in brackets."""
        if self.quote and self.quote in self.text and self.quote != self.text:
            return self.text.replace(self.quote, f"[{self.quote}]", 1)
        return self.text + (f" ({self.sign})" if self.sign else "")


@dataclass(frozen=True, slots=True)
class Examples:
    """All examples of one signal in one language."""

    find: tuple[Example, ...] = ()
    leave: tuple[Example, ...] = ()
    mistakes: tuple[Example, ...] = ()


@cache
def examples_of(signal: str, language: str) -> Examples:
    """The examples of a signal in a language; none where there are none."""
    rows = _table(language).get(signal, {})
    return Examples(*(tuple(Example(**row) for row in rows.get(kind, ())) for kind in ("find", "leave", "mistake")))


@cache
def _table(language: str) -> dict[str, dict[str, list[dict[str, Any]]]]:
    path = _FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
