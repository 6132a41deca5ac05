"""What people judged. Judgements are appended, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.raters import Rater, Role

__all__ = ["Answer", "Conditions", "Evidence", "HubRow", "Rater", "Role", "Score", "Verdict"]


class Answer(StrEnum):
    """The kinds of answer a rater can give to a criterion."""

    LEVEL = "level"
    CANNOT_JUDGE = "cannot-judge"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the rater could see when judging."""

    outlet: bool = True
    signals: bool = True
    others: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span cited for a score, or a stated absence.

    With `absent` empty, `quote == text[start:end]`; `prefix` and `suffix` are up to 32 code points
    around it (W3C TextQuoteSelector). With `absent` set, there is no span: it says why nothing can be quoted.
    """

    start: int = 0
    end: int = 0
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    signal: str = ""
    """The signal whose finding became this evidence; empty when the rater selected the words."""
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A rater's answer to one criterion for one article, as a row of history."""

    id: str
    """UUIDv7: unique in the world, so that workspaces merge by union."""
    rater: str
    article: str
    rubric: str
    """The rubric's digest."""
    criterion: str
    answer: Answer
    level: int | None
    note: str
    conditions: Conditions
    at: str
    """The rater's clock, ISO 8601 with offset."""
    order: int
    """Logical clock: the latest score has the greatest (order, id)."""
    evidence: tuple[Evidence, ...] = ()
    undoes: str = ""
    """The id of the score this one takes back, when it was made by undo or redo."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rater's yes, no or unsure to a finding."""

    rater: str
    article: str
    signal: str
    signal_version: str
    start: int
    end: int
    entry: str
    answer: str


@dataclass(frozen=True, slots=True)
class HubRow:
    """A row on its way between workspaces that share a hub."""

    kind: str
    """The table."""
    key: str
    rater: str
    """Whose row it is, by id; empty for what is nobody's."""
    body: str
    """The row as JSON by column; of a score with its evidence, of an article with its text and origin."""
