"""Documents of a collection on their way through the signals."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CorpusText:
    """One document of a large collection, as its source tells it."""

    id: str
    """What the source calls it; its place in the source where it has no name."""
    text: str
    language: str = ""
    """One of `CODES` or `other`; empty when it is left to be found out."""
    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    source: str = ""
    """The file it came from."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A document that could not be read, and why."""

    id: str
    source: str
    reason: str
