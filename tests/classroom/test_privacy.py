"""What leaves the class names nobody, and nobody else on the computer reads it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from annotator.model.rubrics import Rubric
from annotator.store import listing
from annotator.workbench.assigning import Wish, plan_assignments, write_plan
from annotator.workbench.enrolling import students
from annotator.workbench.forgetting import close_class, forget
from annotator.workbench.handing_in import hand_in
from annotator.workbench.opening import FILE_NAME, Workspace, create_workspace
from annotator.workbench.parcelling import pack_all
from annotator.workbench.pseudonyms import pseudonym
from annotator.workbench.voting import count_votes, open_round, vote
from tests.classroom.conftest import article, give, rater

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX")


def modes(folder: Path) -> dict[str, int]:
    return {one.name: stat.S_IMODE(one.stat().st_mode) for one in folder.rglob("*") if one.is_file()}


@posix
def test_the_database_with_its_journal_and_what_is_handed_over_is_its_owners_alone(
    tmp_path: Path, workspace: Workspace, rubric: Rubric
) -> None:
    before = os.umask(0o000)
    try:
        with create_workspace(tmp_path / "fresh") as fresh:
            pseudonym(fresh, "somebody")
            found = modes(tmp_path / "fresh")
            assert {FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"} <= found.keys()
            assert set(found.values()) == {0o600}
        who = rater(workspace, 0)
        give(workspace, who, article(workspace, "council", "gazette"), rubric, "tone", 2)
        hand_in(workspace, who, tmp_path / "done.json")
        every = tuple(listing.heads(workspace.store))
        write_plan(workspace, plan_assignments(workspace, students(workspace), rubric, Wish(every, each=1)))
        packs = pack_all(workspace, tmp_path / "packs")
    finally:
        os.umask(before)
    assert len(packs) == 6
    assert {stat.S_IMODE(one.stat().st_mode) for one in (*packs, tmp_path / "done.json")} == {0o600}


def test_codes_are_stable_in_a_class_and_cannot_be_matched_across_classes(
    workspace: Workspace, tmp_path: Path
) -> None:
    people = [rater(workspace, number).id for number in range(6)]
    codes = [pseudonym(workspace, one) for one in people]
    assert codes == [pseudonym(workspace, one) for one in people]
    assert len(set(codes)) == 6
    with create_workspace(tmp_path / "other") as other:
        assert not set(codes) & {pseudonym(other, one) for one in people}, "the same people, another class"


def test_forgetting_leaves_the_votes_under_a_code_or_takes_them_too(
    workspace: Workspace, rubric: Rubric
) -> None:
    from annotator.workbench.enrolling import find_rater

    text = article(workspace, "council", "gazette")
    for number in range(2):
        give(workspace, rater(workspace, number), text, rubric, "tone", 1)
    one = open_round(workspace, find_rater(workspace, "rossi"), text, rubric, "tone")
    for number in range(2):
        vote(workspace, rater(workspace, number), one, 3)
    kept = forget(workspace, rater(workspace, 0))
    assert kept.code.startswith("R-") and count_votes(workspace, one).voters == 2
    forget(workspace, rater(workspace, 1), drop_scores=True)
    assert count_votes(workspace, one).voters == 1
    close_class(workspace, drop_scores=True)
    assert workspace.store.row("SELECT count(*) FROM votes") == (1,), (
        "who was forgotten under a code stays so"
    )
    workspace.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"student-" not in (workspace.folder / FILE_NAME).read_bytes(), "no handle is left in the file"
