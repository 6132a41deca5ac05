"""Voting again: both votes are kept, nobody is named, and the class's agreement is about the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import JudgementError, NotFoundError
from annotator.model.rubrics import Rubric
from annotator.present.ballots import ballot_lines, ballot_record
from annotator.store import listing
from annotator.store.merging import merge_judgements
from annotator.workbench.agreeing import measure_agreement
from annotator.workbench.assigning import Wish, plan_assignments, write_plan
from annotator.workbench.blinding import conditions_now
from annotator.workbench.collecting import collect
from annotator.workbench.enrolling import find_rater, students
from annotator.workbench.forgetting import forget
from annotator.workbench.handing_in import hand_in
from annotator.workbench.opening import FILE_NAME, Workspace, create_workspace, open_workspace
from annotator.workbench.parcelling import pack, unpack
from annotator.workbench.voting import close_round, count_votes, find_round, open_round, open_rounds, vote
from tests.classroom.conftest import article, give, rater
from tests.workbench.conftest import Clock

ALONE = (1, 1, 2, 4, 4)


@pytest.fixture
def judged(workspace: Workspace, rubric: Rubric) -> Workspace:
    """Five students judged one question alone; the sixth did not."""
    text = article(workspace, "council", "gazette")
    for number, level in enumerate(ALONE):
        give(workspace, rater(workspace, number), text, rubric, "tone", level, "The council")
    return workspace


def opened(workspace: Workspace, rubric: Rubric):
    text = article(workspace, "council", "gazette")
    return open_round(workspace, find_rater(workspace, "rossi"), text, rubric, "tone")


def test_both_votes_are_kept_and_compared(judged: Workspace, rubric: Rubric) -> None:
    one = opened(judged, rubric)
    for number, level in ((0, 2), (1, 1), (4, None)):
        vote(judged, rater(judged, number), one, level)
    found = count_votes(judged, one)
    assert dict(found.first) == {1: 2, 2: 1, 3: 0, 4: 2, None: 0}
    assert dict(found.second) == {1: 1, 2: 1, 3: 0, 4: 0, None: 1}
    assert (found.voters, found.moved) == (3, 2)
    assert dict(found.moves) == {(1, 2): 1, (1, 1): 1, (4, None): 1}


def test_a_second_vote_replaces_the_vote_and_never_the_score(judged: Workspace, rubric: Rubric) -> None:
    one = opened(judged, rubric)
    before = measure_agreement(judged, story=None, rubric=rubric).criteria
    for level in (2, 3):
        vote(judged, rater(judged, 0), one, level)
    assert dict(count_votes(judged, one).moves) == {(1, 3): 1}
    assert measure_agreement(judged, story=None, rubric=rubric).criteria == before
    assert judged.store.row("SELECT count(*) FROM votes") == (2,), "what was said before is history, not lost"


def test_who_scores_anew_after_the_reveal_is_still_counted_by_the_first_score(
    judged: Workspace, rubric: Rubric
) -> None:
    one, who = opened(judged, rubric), rater(judged, 0)
    text = article(judged, "council", "gazette")
    vote(judged, who, one, 3)
    assert conditions_now(judged, who, text).others, "the others' levels were seen"
    from annotator.model.judgements import Answer
    from annotator.workbench.rating import record_score

    record_score(
        judged, who, text, rubric, "tone",
        answer=Answer.LEVEL, level=4, conditions=conditions_now(judged, who, text),
    )  # fmt: skip
    assert count_votes(judged, one).first[1] == 2


def test_judge_first_then_look(judged: Workspace, rubric: Rubric) -> None:
    one = opened(judged, rubric)
    with pytest.raises(JudgementError, match="not judged"):
        vote(judged, rater(judged, 5), one, 2)
    with pytest.raises(JudgementError, match="no level"):
        vote(judged, rater(judged, 0), one, 9)


def test_only_a_teacher_opens_and_closes_and_one_at_a_time(judged: Workspace, rubric: Rubric) -> None:
    text, pupil, rossi = article(judged, "council", "gazette"), rater(judged, 0), find_rater(judged, "rossi")
    with pytest.raises(JudgementError, match="only a teacher"):
        open_round(judged, pupil, text, rubric, "tone")
    one = opened(judged, rubric)
    with pytest.raises(JudgementError, match="open already"):
        opened(judged, rubric)
    with pytest.raises(JudgementError, match="only a teacher"):
        close_round(judged, pupil, one)
    close_round(judged, rossi, one)
    with pytest.raises(JudgementError, match="closed"):
        vote(judged, pupil, one, 2)
    assert open_rounds(judged) == []
    with pytest.raises(NotFoundError):
        find_round(judged, is_open=True)
    assert opened(judged, rubric).id != one.id, "the class may vote once more"


def test_no_round_names_anybody(judged: Workspace, rubric: Rubric) -> None:
    one = opened(judged, rubric)
    vote(judged, rater(judged, 0), one, 3, note="I changed my mind")
    found = count_votes(judged, one)
    shown = "\n".join(ballot_lines(found)) + repr(ballot_record(found))
    assert "student-0" not in shown and rater(judged, 0).id not in shown
    assert "1 of 5 voted again; 1 changed their mind." in shown


def test_a_vote_travels_without_a_network_and_twice_is_once(
    judged: Workspace, rubric: Rubric, tmp_path: Path
) -> None:
    every = tuple(listing.heads(judged.store))
    write_plan(judged, plan_assignments(judged, students(judged), rubric, Wish(every)))
    opened(judged, rubric)
    pack(judged, rater(judged, 5), tmp_path / "pack.json")
    with create_workspace(tmp_path / "home", clock=Clock()) as own:
        me = unpack(own, tmp_path / "pack.json")
        give(own, me, article(own, "council", "gazette"), rubric, "tone", 4)
        vote(own, me, find_round(own, is_open=True), 2)
        hand_in(own, me, tmp_path / "done.json")
    for added in (True, False):
        (result,) = collect(judged, [tmp_path / "done.json"])
        assert result.problem is None and result.conflicts == []
        assert bool(result.added) is added
    assert dict(count_votes(judged, find_round(judged)).moves) == {(4, 2): 1}


def test_a_vote_in_an_unknown_round_is_left_out_and_told(
    judged: Workspace, rubric: Rubric, tmp_path: Path
) -> None:
    from annotator.store import rounds

    who = rater(judged, 0)
    with judged.store.writing() as connection:
        strange = rounds.Vote(
            judged.new_id(), 99, who.id, article(judged, "council", "gazette").id, rubric.digest, "tone",
            "level", 2, "", judged.new_id(), judged.new_id(), judged.now(),
        )  # fmt: skip
        rounds.append_vote(connection, strange)
    hand_in(judged, who, tmp_path / "done.json")
    with open_workspace(judged.folder) as same:
        (result,) = collect(same, [tmp_path / "done.json"])
    assert result.conflicts == ["1 of 1 votes make no sense; left out."]


def test_a_file_of_a_version_without_votes_is_taken_in(
    judged: Workspace, rubric: Rubric, tmp_path: Path
) -> None:
    import json

    from annotator.formats.hand_ins import KIND
    from annotator.formats.sealed_files import seal

    hand_in(judged, rater(judged, 0), tmp_path / "new.json")
    content = json.loads((tmp_path / "new.json").read_text(encoding="utf-8"))
    members = {
        name: value
        for name, value in content.items()
        if name not in ("votes", "format", "version", "seal", "sha256")
    }
    (tmp_path / "old.json").write_bytes(seal(KIND, members))
    (result,) = collect(judged, [tmp_path / "old.json"])
    assert (result.problem, result.conflicts, result.known) == (None, [], 1)


def test_rounds_and_votes_are_merged_and_go_with_who_is_forgotten(
    judged: Workspace, rubric: Rubric, tmp_path: Path, folder: Path
) -> None:
    one = opened(judged, rubric)
    vote(judged, rater(judged, 0), one, 3)
    vote(judged, rater(judged, 1), one, 3)
    judged.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / "copy.db").write_bytes((folder / FILE_NAME).read_bytes())
    with create_workspace(tmp_path / "other") as other:
        merge_judgements(other.store, tmp_path / "copy.db")
        assert not merge_judgements(other.store, tmp_path / "copy.db").added
        assert count_votes(other, one).voters == 2
    forget(judged, rater(judged, 0), drop_scores=True)
    assert count_votes(judged, one).voters == 1
