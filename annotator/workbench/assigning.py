"""Who reads what, in which order: at random, but balanced, and the same again for the same seed.

How it is drawn stands in `drawing.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from annotator.errors import JudgementError
from annotator.model.judgements import Rater
from annotator.model.modes import Mode
from annotator.model.rubrics import Rubric
from annotator.store import assignments, listing, rubrics
from annotator.store.assignments import Assignment
from annotator.translating import _
from annotator.workbench.drawing import Drawing
from annotator.workbench.opening import Workspace

SEED = 1
"""The seed when none is told: the plan that is shown is the plan that is written."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a teacher wants."""

    articles: tuple[str, ...]
    """By id."""
    mode: Mode = Mode.OPEN
    each: int | None = None
    """How many articles a student reads; None means as `overlap` needs, or all."""
    overlap: int | None = None
    """How many students read each article at least."""
    seed: int = SEED
    training: str = ""
    """When students see the key of these articles: `each`, `end`, or empty for never."""
    absent: frozenset[str] = frozenset()
    """Who is not there, by id: what they have not begun goes to others."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who would read what."""

    rubric: Rubric
    readings: Mapping[str, tuple[str, ...]]
    """Articles in order by rater, those included that were begun already."""
    begun: frozenset[tuple[str, str]]
    """Rater and article of what was begun and stays as it is."""
    dropped: tuple[str, ...]
    """Assignments that go, by id."""
    added: tuple[Assignment, ...]
    """Assignments that come; they have no id and no time yet."""
    outlets: Mapping[str, str]
    """The outlet of each article."""

    @property
    def readers(self) -> dict[str, int]:
        """How many students read each article."""
        counted = Counter(article for row in self.readings.values() for article in row)
        return {article: counted[article] for article in self.outlets}

    @property
    def firsts(self) -> dict[str, int]:
        """How many students meet each outlet before all others."""
        counted = Counter(self.outlets[row[0]] for row in self.readings.values() if row)
        return {outlet: counted[outlet] for outlet in dict.fromkeys(self.outlets.values())}


def plan_assignments(workspace: Workspace, students: Sequence[Rater], rubric: Rubric, wish: Wish) -> Plan:
    """The plan for these students, all others left as they are; nothing is written.

    Raises JudgementError for what cannot be done.
    """
    heads = {key: head for key, head in listing.heads(workspace.store).items() if key in set(wish.articles)}
    everybody = {one.id for one in students}
    present = [one.id for one in sorted(students, key=lambda one: one.handle) if one.id not in wish.absent]
    each = _how_many(len(present), len(heads), wish)
    done = assignments.answered(workspace.store, rubric.digest)
    ours = [
        one
        for one in assignments.list_all(workspace.store)
        if one.rubric == rubric.digest and one.article in heads and one.rater in everybody
    ]
    begun = {(one.rater, one.article) for one in ours if (one.rater, one.article) in done}
    kept: dict[str, list[str]] = {rater: [] for rater in present}
    for one in sorted(ours, key=lambda one: one.place):
        if (one.rater, one.article) in begun:
            kept.setdefault(one.rater, []).append(one.article)
    drawing = Drawing(heads, wish.seed, kept)
    chosen = drawing.choose(present, each)
    ordered = drawing.put_in_order({rater: chosen[rater] for rater in present})
    readings = {rater: (*kept[rater], *ordered[rater]) for rater in present}
    wanted = {
        (rater, article, place, wish.mode.value, wish.training)
        for rater, row in readings.items()
        for place, article in enumerate(row, 1)
        if (rater, article) not in begun
    }
    open_ones = [one for one in ours if (one.rater, one.article) not in begun]
    standing = {_what(one): one.id for one in open_ones}
    dropped = [one.id for one in open_ones if _what(one) not in wanted]
    added = [Assignment("", rater, article, rubric.digest, place, mode, "", training)
             for rater, article, place, mode, training in sorted(wanted - standing.keys())]  # fmt: skip
    outlets = {key: head.outlet for key, head in heads.items()}
    return Plan(rubric, readings, frozenset(begun), tuple(dropped), tuple(added), outlets)


def _what(one: Assignment) -> tuple[str, str, int, str, str]:
    """What an assignment says."""
    return one.rater, one.article, one.place, one.mode, one.training


def write_plan(workspace: Workspace, plan: Plan) -> int:
    """How many assignments are new; the plan is on the disk, whole."""
    now = workspace.now()
    new = [replace(one, id=workspace.new_id(), at=now) for one in plan.added]
    with workspace.store.writing() as connection:
        rubrics.keep(connection, plan.rubric)
        assignments.replace_some(connection, plan.dropped, new)
    return len(new)


def _how_many(students: int, articles: int, wish: Wish) -> int:
    """How many articles each student reads."""
    if not students:
        raise JudgementError(
            _("there is no student to assign anything to."),
            _("Take a list in: `annotator class roster FILE`."),
        )
    if not articles:
        raise JudgementError(_("there is no article to assign."), _("Add some, or name another story."))
    overlap = wish.overlap or 1
    if overlap > students:
        raise JudgementError(
            _("{overlap} students cannot read each article: there are {students}.").format(
                overlap=overlap, students=students
            ),
            _("Ask for a smaller overlap."),
        )
    needed = ceil(overlap * articles / students)
    each = wish.each or (needed if wish.overlap else articles)
    if each > articles:
        raise JudgementError(
            _("there are {articles} articles, not {each}.").format(articles=articles, each=each),
            _("Ask for fewer a student."),
        )
    if wish.overlap and each < needed:
        raise JudgementError(
            _(
                "with {each} articles a student, {students} students cannot read each of {articles} "
                "articles {overlap} times."
            ).format(each=each, students=students, articles=articles, overlap=overlap),
            _("Give each student {needed}, or ask for an overlap of {overlap}.").format(
                needed=needed, overlap=students * each // articles
            ),
        )
    return each
