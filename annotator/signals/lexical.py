"""What the signals that are mostly a word list share."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeVar

from annotator.languages import CODES, Language
from annotator.model.findings import Finding
from annotator.signals.context import OUTLET, Context
from annotator.signals.matching import Match

_new: Final = tuple.__new__
MILD: Final = 1.0
"""Entries of this weight are often neutral and need support from their sentence."""
T = TypeVar("T")


def per_language(work_out: Callable[[Language], T]) -> Callable[[Language], T]:
    """The same function, which works out its answer once for each language in use, not for every text."""
    return lru_cache(maxsize=2 * len(CODES))(work_out)


def marked(
    start: int, end: int, signal: str, rule: str, entry: str = "", weight: float = 1.0, detail: str = ""
) -> Finding:
    """As `Finding(...)` does, at a fraction of its cost."""
    return _new(Finding, (start, end, signal, rule, entry, weight, detail))


def is_spoken(context: Context, match: Match) -> bool:
    """True when the words are not the outlet's: somebody's speech, or page furniture."""
    return context.voices[match.first] != OUTLET
