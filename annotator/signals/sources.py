"""Who stands behind a cue of attribution: named, described only, a document, vague, or nobody in sight."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class SourceKind(StrEnum):
    """What kind of source a statement is tied to."""

    NAMED = "a named source"
    DESCRIBED = "a role or group, unnamed"
    DOCUMENT = "a document"
    VAGUE = "a vague source"
    PRONOUN = "a source named before"
    UNSEEN = "no source beside it"


NAMED: Final = SourceKind.NAMED
DESCRIBED: Final = SourceKind.DESCRIBED
DOCUMENT: Final = SourceKind.DOCUMENT
VAGUE: Final = SourceKind.VAGUE
PRONOUN: Final = SourceKind.PRONOUN
UNSEEN: Final = SourceKind.UNSEEN
"""Its members by names of their own: to ask the class for one costs three times as much as to compare it."""
KINDS = {"document": DOCUMENT, "vague": VAGUE}


class Source(NamedTuple):
    """The words that name a source, as token range, and their kind. An empty range: none found."""

    first: int
    last: int
    kind: SourceKind
    noun: str = ""
    """The key of the noun that says what the source is."""
    organised: bool = False
    """True when an organisation or document is named beside the noun."""
    close: bool = False
    """True when its last word is itself a name or a noun for a source: the verb is surely its verb."""


NOBODY: Final = Source(0, 0, UNSEEN)


def source_at(
    first: int, last: int, kind: SourceKind, noun: str = "", organised: bool = False, close: bool = False
) -> Source:
    """As `Source(...)` does, at a fraction of its cost."""
    return tuple.__new__(Source, (first, last, kind, noun, organised, close))
