"""Rubrics: the questions people answer about an article, with described levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Words: TypeAlias = Mapping[str, str]
"""One text in several languages, by language code; `en` is always there."""

EvidenceRule: TypeAlias = Literal["none", "quote-or-absence", "quote"]
"""What a score of a criterion must come with."""


def in_language(words: Words, language: str) -> str:
    """The text in `language`, or in English where it is missing."""
    return words.get(language) or words["en"]


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a criterion's ordinal scale."""

    value: int
    label: Words
    descriptor: Words
    example: Words


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question of a rubric."""

    id: str
    title: Words
    question: Words
    levels: tuple[Level, ...]
    """In ascending order of value."""
    evidence: EvidenceRule = "none"
    signals: tuple[str, ...] = ()
    """Signals whose findings help to answer, by id."""

    def level(self, value: int) -> Level | None:
        """The level with this value, or None."""
        return next((level for level in self.levels if level.value == value), None)


@dataclass(frozen=True, slots=True)
class Rubric:
    """A set of criteria, with the exact source text it was read from."""

    id: str
    version: str
    title: Words
    description: Words
    criteria: tuple[Criterion, ...]
    """The overall impression, where there is one, is the last."""
    source_note: str
    """Whose ideas the rubric follows, and its licence."""
    source: str
    """The YAML text, as it was when it was read."""
    digest: str
    """SHA-256 of `source`: scores name the rubric by it."""

    def criterion(self, id: str) -> Criterion | None:
        """The criterion with this id, or None."""
        return next((criterion for criterion in self.criteria if criterion.id == id), None)
