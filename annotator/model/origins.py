"""Where an article came from: the original it was read from, and what was left out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The original of an article, as far as it was kept."""

    kind: str
    """What it was read from: `web page`, `PDF`, `text`."""
    digest: str
    """The SHA-256 of the original bytes, 64 hexadecimal digits."""
    size: int
    """How many bytes the original has."""
    furniture: str = ""
    """What stood beside the article on its page, line by line, in its order."""
    notes: tuple[str, ...] = ()
    """What the person who took it in was told of it."""
