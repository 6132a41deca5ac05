"""Forgetting a person and closing a class."""

from __future__ import annotations

from annotator.model.rubrics import Rubric
from annotator.store import raters, scores
from annotator.workbench.enrolling import find_rater
from annotator.workbench.forgetting import close_class, forget, is_closed, was_forgotten
from annotator.workbench.joining import ensure_rater
from annotator.workbench.opening import Workspace
from annotator.workbench.pseudonyms import pseudonym
from annotator.workbench.revealing import Mode, set_mode
from tests.classroom.conftest import article, give, rater


def on_disk(workspace: Workspace) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(workspace.folder.glob("annotator.db*")))


def test_a_forgotten_name_is_nowhere_in_the_file_but_the_scores_stay(
    workspace: Workspace, rubric: Rubric
) -> None:
    person = ensure_rater(workspace, "zebedee-unmistakable")
    give(workspace, person, article(workspace, "council", "herald"), rubric, "tone", 2)
    set_mode(workspace, person, Mode.BOTH)
    code = pseudonym(workspace, person.id)
    found = forget(workspace, person)
    assert (found.code, found.scores) == (code, 1)
    assert b"zebedee" not in on_disk(workspace)
    assert find_rater(workspace, code).group == ""
    assert len(scores.all_current(workspace.store)) == 1
    assert was_forgotten(workspace, person.id)
    assert ensure_rater(workspace, "zebedee-unmistakable").id != person.id


def test_scores_can_go_as_well(workspace: Workspace, rubric: Rubric) -> None:
    person = rater(workspace, 0)
    give(workspace, person, article(workspace, "council", "herald"), rubric, "tone", 2)
    assert forget(workspace, person, drop_scores=True).code == ""
    assert scores.all_current(workspace.store) == []
    assert was_forgotten(workspace, person.id)


def test_closing_forgets_the_students_and_keeps_the_teacher(workspace: Workspace, rubric: Rubric) -> None:
    give(workspace, rater(workspace, 0), article(workspace, "council", "herald"), rubric, "tone", 2)
    assert close_class(workspace) == 6
    assert is_closed(workspace)
    names = [one.handle for one in raters.list_all(workspace.store)]
    assert "rossi" in names
    assert not any("student" in name for name in names)
    assert len(scores.all_current(workspace.store)) == 1
    assert close_class(workspace) == 0
