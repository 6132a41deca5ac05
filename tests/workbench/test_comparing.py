"""Outlets side by side."""

from __future__ import annotations

import pytest

from annotator.model.articles import Article
from annotator.model.findings import Analysis, Finding, Measurement, Unavailable
from annotator.model.judgements import Answer, Evidence
from annotator.model.rubrics import Rubric
from annotator.statistics import Summary
from annotator.workbench.analyzing import keep_analysis
from annotator.workbench.comparing import compare_scores, compare_signals, quotes_behind
from annotator.workbench.opening import Workspace
from annotator.workbench.pseudonyms import pseudonym
from annotator.workbench.rating import cite, ensure_rater, record_score, undo


def score_all(workspace: Workspace, article: Article, rubric: Rubric, answers: str) -> None:
    """One pupil for each sign: a level, or - for "cannot judge"."""
    for number, sign in enumerate(answers):
        rater = ensure_rater(workspace, f"pupil {number}")
        record_score(
            workspace, rater, article, rubric, "tone",
            answer=Answer.CANNOT_JUDGE if sign == "-" else Answer.LEVEL,
            level=None if sign == "-" else int(sign),
            evidence=[cite(article, number, number + 6)] if number % 2 else [],
            note=f"note {number}",
        )  # fmt: skip


def test_a_cell_has_median_quartiles_and_how_often_each_level(
    workspace: Workspace, council: Article, rubric: Rubric
) -> None:
    score_all(workspace, council, rubric, "12-244-")
    table = compare_scores(workspace, story=None, rubric=rubric)
    cell = table.cells["gazette", "tone"]
    assert cell.summary == Summary(5, 2.0, 2.0, 4.0)
    assert (cell.n, cell.median, cell.low, cell.high) == (5, 2.0, 2.0, 4.0)
    assert cell.counts == {1: 1, 2: 2, 3: 0, 4: 2}
    assert cell.cannot_judge == 2
    assert table.raters == 7


def test_every_outlet_and_criterion_has_a_cell(workspace: Workspace, rubric: Rubric) -> None:
    table = compare_scores(workspace, story=None, rubric=rubric)
    assert [outlet.id for outlet in table.outlets] == ["gazette", "unknown"]
    assert set(table.cells) == {
        (outlet.id, criterion.id) for outlet in table.outlets for criterion in rubric.criteria
    }
    assert {(cell.n, cell.median, cell.cannot_judge) for cell in table.cells.values()} == {(0, None, 0)}


def test_too_few_scores_have_no_median_but_are_counted(
    workspace: Workspace, council: Article, rubric: Rubric
) -> None:
    score_all(workspace, council, rubric, "14")
    cell = compare_scores(workspace, story=None, rubric=rubric).cells["gazette", "tone"]
    assert (cell.n, cell.median, cell.counts[1], cell.counts[4]) == (2, None, 1, 1)


def test_only_standing_scores_of_the_story_and_rubric_count(
    workspace: Workspace, council: Article, harbour: Article, rubric: Rubric
) -> None:
    score_all(workspace, council, rubric, "111")
    score_all(workspace, council, rubric, "444")
    score_all(workspace, harbour, rubric, "2222")
    undo(workspace, ensure_rater(workspace, "pupil 3"))
    table = compare_scores(workspace, story="council", rubric=rubric)
    assert [outlet.id for outlet in table.outlets] == ["gazette"]
    assert table.cells["gazette", "tone"].counts[4] == 3
    assert table.raters == 3
    everything = compare_scores(workspace, story=None, rubric=rubric)
    assert everything.cells["unknown", "tone"].n == 3


def test_the_quotes_behind_a_cell_are_pseudonymous_and_in_order(
    workspace: Workspace, council: Article, rubric: Rubric
) -> None:
    score_all(workspace, council, rubric, "4-21")
    rows = quotes_behind(workspace, story=None, rubric=rubric, outlet="gazette", criterion="tone")
    assert [row.level for row in rows] == [1, 2, 4, None]
    assert [row.note for row in rows] == ["note 3", "note 2", "note 0", "note 1"]
    assert [len(row.evidence) for row in rows] == [1, 0, 0, 1]
    assert not any("pupil" in row.rater for row in rows)
    assert len({row.rater for row in rows}) == 4


def test_a_pseudonym_is_the_same_here_and_another_elsewhere(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from annotator.workbench.opening import create_workspace

    rater = ensure_rater(workspace, "rania")
    assert pseudonym(workspace, rater.id) == pseudonym(workspace, rater.id)
    with create_workspace(tmp_path_factory.mktemp("elsewhere")) as elsewhere:
        assert pseudonym(elsewhere, rater.id) != pseudonym(workspace, rater.id)


def test_signals_are_counted_per_thousand_words_and_named(
    workspace: Workspace, council: Article, harbour: Article
) -> None:
    loaded = Measurement(1.0, "per 1,000 words")
    found = (
        Finding(0, 6, "loaded", "entry"),
        Finding(7, 14, "loaded", "entry"),
        Finding(34, 41, "loaded", "entry"),
    )
    keep_analysis(
        workspace, council, Analysis("en", found, {"loaded": loaded, "hedge": Unavailable("no list")})
    )
    keep_analysis(workspace, harbour, Analysis("en", (), {"loaded": loaded, "hedge": loaded}))
    table = compare_signals(workspace, story=None)
    cell = table.cells["gazette", "loaded"]
    assert (cell.findings, cell.words) == (3, (("council", 2), ("Scummy", 1)))
    assert cell.per_thousand == pytest.approx(3 * 1000 / 16)
    absent = table.cells["gazette", "hedge"]
    assert (absent.findings, absent.per_thousand, absent.unavailable) == (None, None, "no list")
    none = table.cells["unknown", "hedge"]
    assert (none.findings, none.per_thousand, none.unavailable) == (0, 0.0, "")
    assert (table.words["gazette"], table.articles["gazette"]) == (16, 1)
    assert table.signals[0] == "loaded"


def test_evidence_of_absence_is_behind_a_cell_too(
    workspace: Workspace, council: Article, rubric: Rubric
) -> None:
    rater = ensure_rater(workspace, "rania")
    absent = Evidence(absent="nobody is asked")
    record_score(
        workspace, rater, council, rubric, "sourcing", answer=Answer.LEVEL, level=1, evidence=[absent]
    )
    (row,) = quotes_behind(workspace, story="council", rubric=rubric, outlet="gazette", criterion="sourcing")
    assert row.evidence == (absent,)
