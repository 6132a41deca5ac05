"""Rubrics: the questions people answer about an article, with described levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Words: TypeAlias = Mapping[str, str]
"""One text in several languages, by language code; `en` is always there."""

EvidenceRule: TypeAlias = Literal["none", "quote-or-absence", "quote"]
"""What a score of a criterion must come with."""

Moment: TypeAlias = Literal["before", "during", "after"]
"""When a criterion is asked: before the article is judged in parts, in the course of that, or at the end."""

FollowUpKind: TypeAlias = Literal["text", "choice"]
"""How a follow-up is answered: in the rater's words, or by one of its choices."""


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
class When:
    """The answers after which a follow-up is asked: any one of these conditions is enough."""

    at_most: int | None = None
    """A level of this value or a lower one."""
    at_least: int | None = None
    """A level of this value or a higher one."""
    cannot_judge: bool = False
    """The answer "cannot judge", which is no level and lies neither above nor below one."""

    def holds(self, level: int | None) -> bool:
        """True after this level; None stands for "cannot judge"."""
        if level is None:
            return self.cannot_judge
        low = self.at_most is not None and level <= self.at_most
        return low or (self.at_least is not None and level >= self.at_least)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a follow-up offers."""

    id: str
    label: Words


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A further question, asked only after certain answers to its criterion.

    Its answer is kept in the note of that score; see `annotator.model.follow_ups`.
    """

    id: str
    when: When
    question: Words
    kind: FollowUpKind = "text"
    choices: tuple[Choice, ...] = ()
    """Two or more where the kind is `choice`, else none."""

    def choice(self, id: str) -> Choice | None:
        """The choice with this id, or None."""
        return next((choice for choice in self.choices if choice.id == id), None)


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
    follow_ups: tuple[FollowUp, ...] = ()
    asked: Moment = "during"

    def level(self, value: int) -> Level | None:
        """The level with this value, or None."""
        return next((level for level in self.levels if level.value == value), None)

    def follow_ups_after(self, level: int | None) -> tuple[FollowUp, ...]:
        """The follow-ups to ask after this answer; None stands for "cannot judge"."""
        return tuple(one for one in self.follow_ups if one.when.holds(level))


@dataclass(frozen=True, slots=True)
class Rubric:
    """A set of criteria, with the exact source text it was read from."""

    id: str
    version: str
    title: Words
    description: Words
    criteria: tuple[Criterion, ...]
    """In the order in which they are asked. The overall impression, where there is one, is the last; where
    it is asked before and again after, it is the first too, as a criterion of its own."""
    source_note: str
    """Whose ideas the rubric follows, and its licence."""
    source: str
    """The YAML text, as it was when it was read."""
    digest: str
    """SHA-256 of `source`: scores name the rubric by it."""
    format: int = 1
    """The version of the file format it is written in."""

    def criterion(self, id: str) -> Criterion | None:
        """The criterion with this id, or None."""
        return next((criterion for criterion in self.criteria if criterion.id == id), None)

    @property
    def impressions(self) -> tuple[Criterion, Criterion] | None:
        """The overall impression before and after, where the rubric asks for it twice."""
        before = next((one for one in self.criteria if one.asked == "before"), None)
        after = next((one for one in self.criteria if one.asked == "after"), None)
        return (before, after) if before and after else None
