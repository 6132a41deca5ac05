"""What each student did, for the teacher's gradebook. Grades themselves are left to the teacher."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.formats.columns import Sheet, sheet_of
from annotator.formats.gradebook_columns import PLAIN, Form, GradeRow, canvas_columns, moodle_columns
from annotator.formats.subject_columns import Under
from annotator.model.judgements import Answer, Role
from annotator.model.rubrics import Rubric
from annotator.store import streaming
from annotator.store.streaming import Standing
from annotator.workbench.opening import Workspace
from annotator.workbench.resolving import Key, read_key
from annotator.workbench.subjects import Subjects

TITLE = "annotator"
"""What grade items are called in a course system, before a colon, when nothing else is said."""


def gradebook_sheet(
    workspace: Workspace,
    subjects: Subjects,
    rubric: Rubric,
    *,
    story: str | None = None,
    form: Form = "plain",
    title: str = TITLE,
    name: str = "gradebook",
) -> Sheet:
    """One row for each student, in the form of a plain table or as a course system imports it."""
    meaning = f"One row for each student, by the rubric {rubric.id} {rubric.version}."

    def rows() -> list[GradeRow]:
        return grade(workspace, subjects, rubric, story=story)

    if form == "canvas":
        return sheet_of(name, meaning, canvas_columns(title), lambda: [None, *rows()])
    return sheet_of(name, meaning, PLAIN if form == "plain" else moodle_columns(title), rows)


def grade(
    workspace: Workspace, subjects: Subjects, rubric: Rubric, *, story: str | None = None
) -> list[GradeRow]:
    """What each student did under a rubric, in the order of the raters' handles."""
    key = read_key(workspace, story=story, rubric=rubric).keys
    work = _work(workspace, subjects, rubric, story)
    tallies = {rater: _Tally() for rater in work}
    for one in streaming.current(workspace.store, story, rubric.digest):
        if one.article in work.get(one.rater, ()):
            tallies[one.rater].add(one, rubric, key)
    under = Under(rubric.id, rubric.version, rubric.digest)
    return [
        GradeRow(
            subjects.who[rater],
            under,
            len(work[rater]),
            len(work[rater]) * len(rubric.criteria),
            tally.answered,
            tally.cannot_judge,
            tally.asking,
            tally.supported,
            tally.keyed,
            tally.equal,
            tally.apart / tally.keyed if tally.keyed else None,
        )
        for rater, tally in tallies.items()
    ]


def _work(
    workspace: Workspace, subjects: Subjects, rubric: Rubric, story: str | None
) -> dict[str, frozenset[str]]:
    """The articles that each student has to read: those assigned, else those anybody has begun."""
    students = [rater for rater, who in subjects.who.items() if who.role == Role.STUDENT]
    assigned = streaming.assigned(workspace.store, rubric.digest)
    if assigned:
        inside = frozenset(key for key, one in subjects.about.items() if story in (None, one.story))
        return {rater: assigned.get(rater, frozenset()) & inside for rater in students}
    begun = frozenset(streaming.begun(workspace.store, rubric.digest, story))
    return dict.fromkeys(students, begun)


@dataclass(slots=True)
class _Tally:
    """Running counts of one student."""

    answered: int = 0
    cannot_judge: int = 0
    asking: int = 0
    supported: int = 0
    keyed: int = 0
    equal: int = 0
    apart: int = 0
    """The distances to the key, added up."""

    def add(self, one: Standing, rubric: Rubric, key: Mapping[tuple[str, str], Key]) -> None:
        """Nothing; one more answer is counted."""
        self.answered += 1
        if one.level is None:
            self.cannot_judge += one.answer == Answer.CANNOT_JUDGE
            return
        criterion = rubric.criterion(one.criterion)
        rule = criterion.evidence if criterion else "none"
        if rule != "none":
            self.asking += 1
            self.supported += any(rule == "quote-or-absence" or not each.absent for each in one.evidence)
        right = key.get((one.article, one.criterion))
        if right is not None and right.level is not None:
            self.keyed += 1
            self.equal += one.level == right.level
            self.apart += abs(one.level - right.level)
