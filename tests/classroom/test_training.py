"""Training before the articles that count: the key as feedback, and nothing of it in the figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.model.rubrics import Rubric
from annotator.present.feedback import feedback_lines, verdict
from annotator.store import assignments
from annotator.workbench.agreeing import measure_agreement
from annotator.workbench.assigning import Wish, plan_assignments, write_plan
from annotator.workbench.calibrating import calibrate
from annotator.workbench.disagreeing import rank_disagreements
from annotator.workbench.enrolling import find_rater, students
from annotator.workbench.opening import Workspace, create_workspace
from annotator.workbench.parcelling import pack, unpack
from annotator.workbench.training import feedback_on, training_mode
from tests.classroom.conftest import article, give, rater
from tests.workbench.conftest import Clock


def plan(workspace: Workspace, rubric: Rubric, training: str, *outlets: str) -> None:
    texts = tuple(article(workspace, "council", outlet).id for outlet in outlets)
    write_plan(
        workspace, plan_assignments(workspace, students(workspace), rubric, Wish(texts, training=training))
    )


@pytest.fixture
def keyed(workspace: Workspace, rubric: Rubric) -> Workspace:
    """The teacher's key for one article."""
    text, rossi = article(workspace, "council", "gazette"), find_rater(workspace, "rossi")
    for criterion, level in (("tone", 3), ("sourcing", 2), ("balance", 4)):
        give(workspace, rossi, text, rubric, criterion, level, "The council")
    return workspace


def test_feedback_comes_right_after_each_score(keyed: Workspace, rubric: Rubric) -> None:
    plan(keyed, rubric, "each", "gazette")
    who, text = rater(keyed, 0), article(keyed, "council", "gazette")
    assert feedback_on(keyed, who, text, rubric) == (), "judge first, then look"
    give(keyed, who, text, rubric, "tone", 1)
    (told,) = feedback_on(keyed, who, text, rubric)
    assert (told.given, told.key, told.apart, told.quotes) == (1, 3, -2, ("The council",))
    assert verdict(told) == "2 steps stricter than the key"


def test_feedback_can_wait_for_the_end(keyed: Workspace, rubric: Rubric) -> None:
    plan(keyed, rubric, "end", "gazette")
    who, text = rater(keyed, 0), article(keyed, "council", "gazette")
    for criterion in ("tone", "sourcing"):
        give(keyed, who, text, rubric, criterion, 3, "The council")
        assert feedback_on(keyed, who, text, rubric) == ()
    give(keyed, who, text, rubric, "balance", 4, "The council")
    told = feedback_on(keyed, who, text, rubric)
    assert [one.apart for one in told] == [0, 1, 0]
    assert any("“The council”" in line for line in feedback_lines(told))


def test_an_article_that_counts_gives_nothing_away(keyed: Workspace, rubric: Rubric) -> None:
    plan(keyed, rubric, "", "gazette")
    who, text = rater(keyed, 0), article(keyed, "council", "gazette")
    give(keyed, who, text, rubric, "tone", 1)
    assert (training_mode(keyed, who, text, rubric), feedback_on(keyed, who, text, rubric)) == ("", ())


def test_training_comes_first_and_does_not_disturb_the_plan_that_counts(
    keyed: Workspace, rubric: Rubric
) -> None:
    plan(keyed, rubric, "", "herald", "mirror")
    plan(keyed, rubric, "each", "gazette")
    mine = assignments.list_all(keyed.store, rater(keyed, 0).id)
    assert [one.training for one in mine] == ["each", "", ""]


def test_what_is_judged_for_training_counts_nowhere(keyed: Workspace, rubric: Rubric) -> None:
    plan(keyed, rubric, "each", "gazette")
    trained, real = article(keyed, "council", "gazette"), article(keyed, "council", "herald")
    for number, level in enumerate((1, 4, 1)):
        give(keyed, rater(keyed, number), trained, rubric, "tone", level)
        give(keyed, rater(keyed, number), real, rubric, "tone", level)
    (found,) = rank_disagreements(keyed, story=None, rubric=rubric)
    assert found.article.id == real.id
    tone = next(one for one in measure_agreement(keyed, story=None, rubric=rubric).criteria
                if one.criterion.id == "tone")  # fmt: skip
    assert tone.n_compared == 1
    calibrated = calibrate(keyed, story=None, rubric=rubric)
    assert calibrated.students[0].distances, "beside the key it is what training is about"


def test_a_pack_carries_the_key_of_training_and_no_other(
    keyed: Workspace, rubric: Rubric, tmp_path: Path
) -> None:
    plan(keyed, rubric, "each", "gazette")
    plan(keyed, rubric, "", "herald")
    give(
        keyed, find_rater(keyed, "rossi"), article(keyed, "council", "herald"), rubric, "tone", 2,
        "the herald",
    )  # fmt: skip
    pack(keyed, rater(keyed, 0), tmp_path / "pack.json")
    assert "the herald" not in (tmp_path / "pack.json").read_text(encoding="utf-8").split('"articles"')[0]
    with create_workspace(tmp_path / "home", clock=Clock()) as own:
        me = unpack(own, tmp_path / "pack.json")
        for outlet, number in (("gazette", 1), ("herald", 0)):
            text = article(own, "council", outlet)
            give(own, me, text, rubric, "tone", 2)
            assert len(feedback_on(own, me, text, rubric)) == number
