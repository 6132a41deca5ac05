"""The list an article was taken from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of articles and a place in it, so that the next one can be taken."""

    story: str | None = None
    """A story's id, or None for all."""
    search: str = ""
    index: int = 0
    total: int = 1
