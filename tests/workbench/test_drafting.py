"""What was begun: notes, places, answers to findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import JudgementError
from annotator.model.articles import Article
from annotator.model.findings import Finding
from annotator.model.judgements import Answer, Evidence, Rater
from annotator.model.rubrics import Rubric
from annotator.workbench.drafting import (
    Draft,
    Place,
    load_draft,
    load_place,
    save_draft,
    save_place,
    save_verdict,
    verdicts,
)
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import cite, ensure_rater, record_score

NOTE = "half a [thought] …\x1b[31m शब्द"


def test_a_half_written_note_is_there_after_reopening(
    workspace: Workspace, folder: Path, rater: Rater, council: Article, rubric: Rubric
) -> None:
    evidence = (cite(council, 0, 6, "loaded"), Evidence(absent="because"))
    save_draft(workspace, rater, council, rubric, "balance", note="first", level=1)
    save_draft(workspace, rater, council, rubric, "balance", note=NOTE, evidence=evidence, level=3)
    workspace.close()
    with open_workspace(folder) as again:
        assert load_draft(again, rater, council, rubric, "balance") == Draft(NOTE, evidence, 3)
        assert load_draft(again, rater, council, rubric, "tone") is None


def test_scoring_a_criterion_drops_its_draft_only(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    for criterion in ("tone", "sourcing"):
        save_draft(workspace, rater, council, rubric, criterion, note="n")
    record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1, note="n")
    assert load_draft(workspace, rater, council, rubric, "tone") is None
    assert load_draft(workspace, rater, council, rubric, "sourcing") == Draft("n")


def test_an_emptied_draft_is_none(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    save_draft(workspace, rater, council, rubric, "tone", note="n")
    save_draft(workspace, rater, council, rubric, "tone", note="")
    assert load_draft(workspace, rater, council, rubric, "tone") is None


def test_each_rater_comes_back_to_the_own_place(
    workspace: Workspace, folder: Path, rater: Rater, council: Article, rubric: Rubric
) -> None:
    other = ensure_rater(workspace, "tomo")
    assert load_place(workspace, rater) is None
    save_place(workspace, rater, Place(council.id, rubric.digest, "tone", 0))
    save_place(workspace, rater, Place(council.id, rubric.digest, "balance", 31))
    save_place(workspace, other, Place(council.id, rubric.digest, "tone", 7))
    workspace.close()
    with open_workspace(folder) as again:
        assert load_place(again, rater) == Place(council.id, rubric.digest, "balance", 31)
        assert load_place(again, other) == Place(council.id, rubric.digest, "tone", 7)


def test_the_latest_answer_to_a_finding_counts_and_can_be_taken_back(
    workspace: Workspace, rater: Rater, council: Article
) -> None:
    finding = Finding(0, 6, "loaded", "entry", "scummy")
    other = Finding(41, 50, "hedge", "entry", "allegedly")
    for answer in ("yes", "no"):
        save_verdict(workspace, rater, council, finding, "1.abc", answer)
    save_verdict(workspace, rater, council, other, "1.abc", "unsure")
    assert verdicts(workspace, rater, council) == {("loaded", 0, 6): "no", ("hedge", 41, 50): "unsure"}
    save_verdict(workspace, rater, council, finding, "1.abc", "withdrawn")
    assert verdicts(workspace, rater, council) == {("hedge", 41, 50): "unsure"}
    assert workspace.store.row("SELECT count(*) FROM verdicts") == (4,)


def test_an_answer_that_is_none_is_refused(workspace: Workspace, rater: Rater, council: Article) -> None:
    with pytest.raises(JudgementError, match="no answer"):
        save_verdict(workspace, rater, council, Finding(0, 6, "loaded", "entry"), "1", "maybe")
