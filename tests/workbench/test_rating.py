"""Judging: what is kept, what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import JudgementError, NotFoundError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Conditions, Evidence, Rater, Role
from annotator.model.rubrics import Rubric
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import (
    cite,
    current_scores,
    ensure_rater,
    list_raters,
    list_rubrics,
    load_rubric,
    record_score,
    undo,
)


def test_a_score_is_there_after_reopening_with_all_that_was_said(
    workspace: Workspace, folder: Path, rater: Rater, council: Article, rubric: Rubric
) -> None:
    quote = cite(council, council.text.index("allegedly"), council.text.index(" met"), "hedge")
    absent = Evidence(absent="nobody else is asked")
    made = record_score(
        workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=2, note="“scummy” शब्द\nè",
        evidence=[quote, absent], conditions=Conditions(outlet=False, signals=True, others=False),
    )  # fmt: skip
    workspace.close()
    with open_workspace(folder) as again:
        assert current_scores(again, rater, council, rubric) == {"tone": made}
    assert made.evidence == (quote, absent)
    assert made.at.startswith("2026-11-22T09:")
    assert made.rubric == rubric.digest


def test_saying_the_same_again_adds_no_row(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    first = record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=2)
    again = record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=2)
    assert again == first
    assert workspace.store.row("SELECT count(*) FROM scores") == (1,)


def test_the_same_level_seen_otherwise_is_another_score(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    blind = Conditions(outlet=False)
    record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=2, conditions=blind)
    after = record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=2)
    assert workspace.store.row("SELECT count(*) FROM scores") == (2,)
    assert current_scores(workspace, rater, council, rubric)["tone"] == after


def test_cannot_judge_is_an_answer_without_level_and_needs_no_evidence(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    record_score(workspace, rater, council, rubric, "balance", answer=Answer.CANNOT_JUDGE)
    score = current_scores(workspace, rater, council, rubric)["balance"]
    assert (score.answer, score.level) == (Answer.CANNOT_JUDGE, None)


def test_two_raters_with_opposite_scores_are_two_scores(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    other = ensure_rater(workspace, "tomo")
    record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1)
    record_score(workspace, other, council, rubric, "tone", answer=Answer.LEVEL, level=4)
    levels = [current_scores(workspace, one, council, rubric)["tone"].level for one in (rater, other)]
    assert levels == [1, 4]


ABSENT = Evidence(absent="no other side is heard")


@pytest.mark.parametrize(
    ("criterion", "kinds", "accepted"),
    [
        ("tone", "", True),
        ("sourcing", "", False),
        ("sourcing", "absent", True),
        ("sourcing", "quote", True),
        ("balance", "", False),
        ("balance", "absent", False),
        ("balance", "quote", True),
        ("balance", "quote absent", True),
    ],
)
def test_a_score_comes_with_the_evidence_its_criterion_asks_for(
    workspace: Workspace,
    rater: Rater,
    council: Article,
    rubric: Rubric,
    criterion: str,
    kinds: str,
    accepted: bool,
) -> None:
    given = [ABSENT if kind == "absent" else cite(council, 0, 6) for kind in kinds.split()]
    if accepted:
        record_score(
            workspace, rater, council, rubric, criterion, answer=Answer.LEVEL, level=1, evidence=given
        )
    else:
        with pytest.raises(JudgementError, match="needs evidence"):
            record_score(
                workspace, rater, council, rubric, criterion, answer=Answer.LEVEL, level=1, evidence=given
            )
    assert bool(current_scores(workspace, rater, council, rubric)) is accepted


@pytest.mark.parametrize(
    ("criterion", "answer", "level", "message"),
    [
        ("tone", Answer.LEVEL, 5, "no level 5"),
        ("tone", Answer.LEVEL, 0, "no level 0"),
        ("tone", Answer.LEVEL, None, "no level None"),
        ("tone", Answer.CANNOT_JUDGE, 2, "has no level"),
        ("colour", Answer.LEVEL, 1, "no criterion colour"),
    ],
)
def test_an_answer_the_rubric_does_not_have_is_refused(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric,
    criterion: str, answer: Answer, level: int | None, message: str,
) -> None:  # fmt: skip
    with pytest.raises((JudgementError, NotFoundError), match=message):
        record_score(workspace, rater, council, rubric, criterion, answer=answer, level=level)
    assert workspace.store.row("SELECT count(*) FROM scores") == (0,)


@pytest.mark.parametrize(
    "false",
    [
        Evidence(0, 6, "scummy", "", ""),
        Evidence(1, 7, "Scummy", "", ""),
        Evidence(-6, -1, "mayor", "", ""),
        Evidence(0, 0, "", "", ""),
    ],
    ids=["other letters", "another place", "counted from the end", "no words"],
)
def test_a_quote_that_does_not_stand_there_is_refused(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric, false: Evidence
) -> None:
    with pytest.raises(JudgementError, match="does not stand in the article"):
        record_score(
            workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1, evidence=[false]
        )


def test_a_citation_holds_its_words_and_what_is_around_them(council: Article) -> None:
    start = council.text.index("allegedly")
    cited = cite(council, start, start + 9, "hedge")
    assert cited.quote == "allegedly"
    assert cited.prefix + cited.quote + cited.suffix in council.text
    assert len(cited.prefix) == len(cited.suffix) == 32
    assert cite(council, 0, 6).prefix == ""


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (-1, 4), (0, 10_000)])
def test_nothing_can_be_cited_outside_the_text(council: Article, start: int, end: int) -> None:
    with pytest.raises(JudgementError, match="no words at this place"):
        cite(council, start, end)


def test_a_score_for_an_article_of_another_workspace_is_refused(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    stranger = replace(council, id="0" * 12)
    with pytest.raises(JudgementError, match="not in this workspace"):
        record_score(workspace, rater, stranger, rubric, "tone", answer=Answer.LEVEL, level=1)


def test_a_pasted_megabyte_is_no_note(
    workspace: Workspace, rater: Rater, council: Article, rubric: Rubric
) -> None:
    with pytest.raises(JudgementError, match="1,000,000 characters"):
        record_score(
            workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1, note="x" * 1_000_000
        )


def test_a_rater_is_made_once(workspace: Workspace, rater: Rater) -> None:
    assert ensure_rater(workspace, " rania ") == rater
    assert ensure_rater(workspace, rater.id) == rater
    teacher = ensure_rater(workspace, "Ms Okafor", Role.TEACHER)
    assert [one.handle for one in list_raters(workspace)] == ["Ms Okafor", "rania"]
    assert teacher.role is Role.TEACHER


def test_a_rater_without_a_handle_is_refused(workspace: Workspace) -> None:
    with pytest.raises(JudgementError, match="needs a handle"):
        ensure_rater(workspace, "  \t ")


def test_two_raters_with_one_handle_are_told_apart_by_id(workspace: Workspace, rater: Rater) -> None:
    double = "01900000-0000-7000-8000-000000000000"
    workspace.store.connection.execute(
        "INSERT INTO raters (id, handle, role) VALUES (?, 'rania', 'student')", (double,)
    )
    with pytest.raises(JudgementError, match="2 raters are called rania") as caught:
        ensure_rater(workspace, "rania")
    assert double in caught.value.hint
    assert ensure_rater(workspace, double).id == double


def test_a_rubric_is_found_by_id_digest_and_path(workspace: Workspace, folder: Path, rubric: Rubric) -> None:
    assert load_rubric(workspace, str(folder / "rubrics" / "small.yaml")) == rubric
    assert load_rubric(workspace, rubric.digest[:8]) == rubric
    assert load_rubric(workspace).id == "core"
    listed = [one.id for one in list_rubrics(workspace)]
    assert listed[0] == "core" and "small" in listed


def test_a_rubric_nobody_has_is_told_with_a_near_name(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no rubric called smal") as caught:
        load_rubric(workspace, "smal")
    assert "small" in caught.value.hint


def test_a_rubric_once_used_is_kept_when_its_file_changes(
    workspace: Workspace, folder: Path, rater: Rater, council: Article, rubric: Rubric
) -> None:
    record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1)
    path = folder / "rubrics" / "small.yaml"
    path.write_text(rubric.source.replace('version: "1"', 'version: "2"'), encoding="utf-8")
    edited = load_rubric(workspace, "small")
    assert edited.version == "2"
    assert current_scores(workspace, rater, council, edited) == {}
    assert load_rubric(workspace, rubric.digest) == rubric
    assert current_scores(workspace, rater, council, rubric)["tone"].level == 1
    versions = [one.version for one in list_rubrics(workspace) if one.id == "small"]
    assert versions == ["1", "2"]


def test_one_broken_rubric_does_not_hide_the_others(workspace: Workspace, folder: Path) -> None:
    (folder / "rubrics" / "broken.yaml").write_text("id: [", encoding="utf-8")
    assert load_rubric(workspace, "small").id == "small"
    listed = [one.id for one in list_rubrics(workspace)]
    assert listed[0] == "core" and "small" in listed
    with pytest.raises(NotFoundError) as caught:
        load_rubric(workspace, "nothing")
    assert "broken.yaml" in caught.value.hint


def test_undo_of_nothing_is_nothing(workspace: Workspace, rater: Rater) -> None:
    assert undo(workspace, rater) is None
