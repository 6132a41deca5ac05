"""Progress, disagreements, key and calibration."""

from __future__ import annotations

from datetime import timedelta

import pytest

from annotator.errors import JudgementError
from annotator.model.judgements import Answer
from annotator.model.rubrics import Rubric
from annotator.store import listing
from annotator.workbench.assigning import Wish, plan_assignments, write_plan
from annotator.workbench.calibrating import calibrate
from annotator.workbench.disagreeing import rank_disagreements
from annotator.workbench.enrolling import find_rater, students
from annotator.workbench.opening import Workspace
from annotator.workbench.progressing import State, measure_progress
from annotator.workbench.resolving import read_key, resolve
from tests.classroom.conftest import article, give, rater


def test_progress_tells_open_begun_done_and_stuck(workspace: Workspace, rubric: Rubric) -> None:
    every = tuple(listing.heads(workspace.store))
    write_plan(workspace, plan_assignments(workspace, students(workspace), rubric, Wish(every)))
    text = article(workspace, "council", "gazette")
    give(workspace, rater(workspace, 0), text, rubric, "tone", 2)
    for criterion in ("tone", "sourcing", "balance"):
        give(workspace, rater(workspace, 1), text, rubric, criterion, 2, "The council")
    found = measure_progress(workspace, rubric)
    rows = {row.rater.handle: row for row in found.rows}
    assert [rows[f"student-{n}"].state(text.id) for n in range(3)] == [State.BEGUN, State.DONE, State.OPEN]
    assert rows["student-1"].done == 1
    assert not any(row.stuck for row in found.rows)
    workspace.clock.moment += timedelta(minutes=30)  # type: ignore[attr-defined]
    assert [row.stuck for row in measure_progress(workspace, rubric).rows] == [True, True, *[False] * 4]


def test_disagreements_are_ranked_and_their_quotes_are_nobodys(workspace: Workspace, rubric: Rubric) -> None:
    council, harbour = article(workspace, "council", "gazette"), article(workspace, "harbour", "mirror")
    for number, level in enumerate((1, 4, 1, 4)):
        give(workspace, rater(workspace, number), council, rubric, "sourcing", level, "The council")
    for number, level in enumerate((2, 2, 3)):
        give(workspace, rater(workspace, number), harbour, rubric, "tone", level)
    give(workspace, find_rater(workspace, "rossi"), harbour, rubric, "tone", 1)
    first, second = rank_disagreements(workspace, story=None, rubric=rubric)
    assert (first.article.id, first.criterion.id, first.spread) == (council.id, "sourcing", 1)
    assert dict(first.counts) == {1: 2, 2: 0, 3: 0, 4: 2}
    assert [one.level for one in first.quoted] == [1, 1, 4, 4]
    assert first.quoted[0].quotes == ("The council",)
    assert "student" not in repr(first)
    assert 0 < second.spread < 1
    assert second.n == 3


def test_the_key_is_the_teachers_score_until_it_is_settled(workspace: Workspace, rubric: Rubric) -> None:
    text, rossi = article(workspace, "council", "gazette"), find_rater(workspace, "rossi")
    give(workspace, rossi, text, rubric, "tone", 2, "The council")
    key = read_key(workspace, story=None, rubric=rubric).keys[text.id, "tone"]
    assert (key.level, key.by, key.settled) == (2, ("rossi",), False)
    resolve(workspace, rossi, text, rubric, "tone", answer=Answer.LEVEL, level=3, reason="on second thoughts")
    key = read_key(workspace, story=None, rubric=rubric).keys[text.id, "tone"]
    assert (key.level, key.settled, key.reason) == (3, True, "on second thoughts")
    resolve(workspace, rossi, text, rubric, "tone", answer=Answer.WITHDRAWN, reason="no, it was right")
    assert read_key(workspace, story=None, rubric=rubric).keys[text.id, "tone"].level == 2


def test_a_student_cannot_settle_and_a_reason_is_needed(workspace: Workspace, rubric: Rubric) -> None:
    text = article(workspace, "council", "gazette")
    for who, reason in ((rater(workspace, 0), "so"), (find_rater(workspace, "rossi"), " ")):
        with pytest.raises(JudgementError):
            resolve(workspace, who, text, rubric, "tone", answer=Answer.LEVEL, level=3, reason=reason)


def test_teachers_who_differ_have_no_key(workspace: Workspace, rubric: Rubric) -> None:
    from annotator.workbench.enrolling import make_teacher

    text = article(workspace, "council", "gazette")
    for name, level in (("rossi", 2), ("bianchi", 3)):
        give(workspace, make_teacher(workspace, name), text, rubric, "tone", level)
    found = read_key(workspace, story=None, rubric=rubric)
    assert found.keys == {}
    assert found.disputed[0].levels == (2, 3)


def test_calibration_counts_steps_from_the_key_and_shows_its_quotes(
    workspace: Workspace, rubric: Rubric
) -> None:
    rossi, strict, exact = find_rater(workspace, "rossi"), rater(workspace, 0), rater(workspace, 1)
    for number, outlet in enumerate(("gazette", "herald", "mirror")):
        text = article(workspace, "council", outlet)
        give(workspace, rossi, text, rubric, "tone", 3, "The council")
        give(workspace, strict, text, rubric, "tone", 2 - number // 2)
        give(workspace, exact, text, rubric, "tone", 3)
    found = {one.rater.handle: one for one in calibrate(workspace, story=None, rubric=rubric).students}
    (distance,) = found["student-0"].distances
    assert (distance.n, distance.exact) == (3, 0)
    assert distance.within_one == pytest.approx(2 / 3)
    assert distance.leaning == pytest.approx(-4 / 3)
    worst = found["student-0"].missed[0]
    assert (worst.score.level, worst.key.level, worst.key.evidence[0].quote) == (1, 3, "The council")
    assert found["student-1"].distances[0].exact == 1
    assert found["student-1"].missed == ()
    assert found["student-2"].distances == ()


def test_severity_stands_beside_the_plain_mean(workspace: Workspace, rubric: Rubric) -> None:
    for number in range(4):
        for outlet in ("gazette", "herald", "mirror"):
            level = 2 if number < 2 else 3
            give(
                workspace,
                rater(workspace, number),
                article(workspace, "council", outlet),
                rubric,
                "tone",
                level,
            )
    found = calibrate(workspace, story=None, rubric=rubric).severities
    assert found is not None
    strict, mild = found.raters[rater(workspace, 0).id], found.raters[rater(workspace, 3).id]
    assert strict.logits > 0 > mild.logits
    assert (strict.mean, mild.mean) == (1, 2)
