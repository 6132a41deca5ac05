"""How far a class has come: students by articles, what is open, who is stuck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from annotator.model.judgements import Rater
from annotator.model.rubrics import Rubric
from annotator.store import assignments, listing
from annotator.store.listing import Head
from annotator.workbench.enrolling import students
from annotator.workbench.opening import Workspace
from annotator.workbench.pseudonyms import pseudonym

STUCK_AFTER = 10
"""Minutes without a score after which a student with open articles counts as stuck."""


class State(StrEnum):
    """How far one student is with one article."""

    NOT_ASSIGNED = "not assigned"
    OPEN = "open"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Row:
    """One student."""

    rater: Rater
    code: str
    """For the projector."""
    answered: Mapping[str, int]
    """Criteria answered by article, for assigned articles and others that were begun."""
    assigned: tuple[str, ...]
    """Articles in the student's order; all articles where nothing was assigned to anybody."""
    criteria: int
    last: str
    """When the latest score was given, by the student's clock; empty before the first."""
    stuck: bool

    def state(self, article: str) -> State:
        """How far the student is with this article."""
        answered = self.answered.get(article, 0)
        if answered:
            return State.DONE if answered >= self.criteria else State.BEGUN
        return State.OPEN if article in self.assigned else State.NOT_ASSIGNED

    @property
    def done(self) -> int:
        """How many assigned articles are done."""
        return sum(self.state(article) is State.DONE for article in self.assigned)


@dataclass(frozen=True, slots=True)
class Progress:
    """All students."""

    rubric: Rubric
    articles: tuple[Head, ...]
    rows: tuple[Row, ...]
    """By handle."""

    @property
    def by_code(self) -> tuple[Row, ...]:
        """The rows in the order of their codes, so that their order gives nobody away."""
        return tuple(sorted(self.rows, key=lambda row: row.code))


def measure_progress(
    workspace: Workspace, rubric: Rubric, *, story: str | None = None, stuck_after: int = STUCK_AFTER
) -> Progress:
    """How far each student is with each article of a story, or of all."""
    heads = [one for one in listing.heads(workspace.store).values() if story is None or one.story == story]
    shown = [one.id for one in heads]
    planned: dict[str, list[str]] = {}
    for one in assignments.list_all(workspace.store):
        if one.rubric == rubric.digest and one.article in shown:
            planned.setdefault(one.rater, []).append(one.article)
    answered: dict[str, dict[str, int]] = {}
    for (rater, article), number in assignments.answered(workspace.store, rubric.digest).items():
        if article in shown:
            answered.setdefault(rater, {})[article] = number
    last = assignments.last_moments(workspace.store, rubric.digest)
    limit = workspace.clock() - timedelta(minutes=stuck_after)
    rows = []
    for student in students(workspace):
        assigned = tuple(planned.get(student.id, () if planned else shown))
        mine = answered.get(student.id, {})
        waiting = any(mine.get(article, 0) < len(rubric.criteria) for article in assigned)
        moment = last.get(student.id, "")
        stuck = waiting and bool(moment) and _before(moment, limit)
        code = pseudonym(workspace, student.id)
        rows.append(Row(student, code, mine, assigned, len(rubric.criteria), moment, stuck))
    return Progress(rubric, tuple(heads), tuple(rows))


def change_mark(workspace: Workspace) -> int:
    """A number that is another one as soon as anybody else has written into the workspace."""
    row = workspace.store.row("PRAGMA data_version")
    return int(row[0]) if row else 0


def _before(moment: str, limit: datetime) -> bool:
    """True when a moment that a score tells lies before a limit; one that is no moment does not."""
    try:
        told = datetime.fromisoformat(moment)
    except ValueError:
        return False
    return told.tzinfo is not None and told < limit
