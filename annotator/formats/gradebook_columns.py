"""Gradebooks: one row for each student, plain or as Canvas and Moodle import them.

Canvas: https://community.canvaslms.com, "How do I import grades in the Gradebook?" (header Student, ID,
SIS User ID, SIS Login ID, Section, then assignments; "Points Possible" in the second row; students are found
by ID, SIS ID or login, then by name). Moodle: Grade import, CSV file (columns are mapped when importing).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from annotator.formats.columns import Column, figure
from annotator.formats.subject_columns import Under, Who, counted, measured, under_columns, who_columns

Form: TypeAlias = Literal["plain", "canvas", "moodle"]


@dataclass(frozen=True, slots=True)
class GradeRow:
    """What a student did under one rubric. A share is None where there is nothing to take it of."""

    who: Who
    under: Under
    articles: int
    """How many articles the student had to read."""
    expected: int
    """How many answers that makes."""
    answered: int
    cannot_judge: int
    asking: int
    """Answers with a level to criteria that ask for evidence."""
    supported: int
    """Those of them that have it."""
    keyed: int
    """Answers with a level for which the key has a level."""
    equal: int
    distance: float | None
    """The mean distance to the key in levels."""

    @property
    def completion(self) -> float | None:
        """Percent of the expected answers that were given."""
        return 100 * min(self.answered, self.expected) / self.expected if self.expected else None

    @property
    def evidence_rate(self) -> float | None:
        """Percent of the answers that ask for evidence that have it."""
        return 100 * self.supported / self.asking if self.asking else None

    @property
    def as_the_key(self) -> float | None:
        """Percent of the comparable answers with the key's level."""
        return 100 * self.equal / self.keyed if self.keyed else None

    @property
    def feedback(self) -> str:
        """The figures in a sentence."""
        said = f"{self.answered} of {self.expected} answers given"
        if self.asking:
            said += f"; {self.supported} of {self.asking} with the evidence they ask for"
        if self.keyed:
            said += f"; {self.equal} of {self.keyed} as the key, mean distance to it {figure(self.distance)}"
        return f"{said}."


PLAIN: tuple[Column[GradeRow], ...] = (
    *who_columns(lambda row: row.who),
    *under_columns(lambda row: row.under),
    counted(
        "articles",
        "How many articles the student had to read: those assigned, or where none was assigned to anybody"
        " those that anybody has scored under the rubric.",
        lambda row: row.articles,
    ),
    counted("expected", "How many answers that makes: articles times criteria.", lambda row: row.expected),
    counted("answered", "How many were given, “cannot judge” included.", lambda row: row.answered),
    counted("cannot_judge", "How many of these are “cannot judge”.", lambda row: row.cannot_judge),
    measured("completion", "Percent of `expected` that was answered.", lambda row: figure(row.completion, 1)),
    counted(
        "asking_evidence", "Answers with a level to criteria that ask for evidence.", lambda row: row.asking
    ),
    measured(
        "evidence_rate",
        "Percent of `asking_evidence` that has it: a quote, or a stated absence where the rubric takes one.",
        lambda row: figure(row.evidence_rate, 1),
    ),
    counted(
        "compared_with_key",
        "Answers with a level for which the key has a level. The key is what was settled for the class; where"
        " nothing was, what all teachers who scored it gave alike.",
        lambda row: row.keyed,
    ),
    measured(
        "distance_to_key",
        "The mean distance to the key in levels, 0 for the same. Empty without a key.",
        lambda row: figure(row.distance),
    ),
    measured(
        "as_the_key",
        "Percent of `compared_with_key` with exactly the key's level.",
        lambda row: figure(row.as_the_key, 1),
    ),
    measured("grade", "For the teacher: left empty, annotator gives no grades.", lambda row: ""),
    Column("comment", "The figures in a sentence.", lambda row: row.feedback),
)

POSSIBLE = "Points Possible"
ITEMS: tuple[tuple[str, str, Callable[[GradeRow], str]], ...] = (
    ("completion", "Percent of the answers given.", lambda row: figure(row.completion, 1)),
    ("evidence", "Percent of answers with the evidence they need.", lambda row: figure(row.evidence_rate, 1)),
    ("as the key", "Percent of the levels that equal the key.", lambda row: figure(row.as_the_key, 1)),
    ("grade", "For the teacher: left empty.", lambda row: ""),
)
"""What a course system gets as grade items, each out of 100 points."""


def canvas_columns(title: str) -> tuple[Column[GradeRow | None], ...]:
    """The columns of Canvas's gradebook import; the row None is the one with the points possible."""

    def told(cell: Callable[[GradeRow], str], else_: str = "") -> Callable[[GradeRow | None], str]:
        return lambda row: else_ if row is None else cell(row)

    return (
        Column(
            "Student",
            "The handle or pseudonym. The second row says `Points Possible`.",
            told(lambda row: row.who.rater, f"    {POSSIBLE}"),
        ),
        Column("ID", "Canvas's own number: empty, annotator does not know it.", told(lambda row: "")),
        Column("SIS User ID", "Empty.", told(lambda row: "")),
        Column("SIS Login ID", "The handle, by which Canvas finds the student.", told(lambda r: r.who.rater)),
        Column("Section", "The group.", told(lambda row: row.who.group)),
        *(
            Column(f"{title}: {name}", meaning, told(cell, "100"), True, "number")
            for name, meaning, cell in ITEMS
        ),
    )


def moodle_columns(title: str) -> tuple[Column[GradeRow], ...]:
    """The columns of Moodle's grade import."""
    return (
        Column("First name", "The handle or pseudonym.", lambda row: row.who.rater),
        Column("Last name", "Empty.", lambda row: ""),
        Column("ID number", "The handle: map it to `useridnumber` or `username`.", lambda row: row.who.rater),
        Column("Institution", "Empty.", lambda row: ""),
        Column("Department", "The group.", lambda row: row.who.group),
        Column(
            "Email address",
            "The handle when it is an address: map it to `useremail`.",
            lambda row: row.who.rater if "@" in row.who.rater else "",
        ),
        *(Column(f"{title}: {name}", meaning, cell, True, "number") for name, meaning, cell in ITEMS),
        Column(f"{title}: grade (Feedback)", "The figures in a sentence.", lambda row: row.feedback),
    )
