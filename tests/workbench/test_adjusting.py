"""Comparisons with little or odd data: a sentence each, never a number that is none."""

from __future__ import annotations

import json

import pytest

from annotator.model.articles import Article
from annotator.model.rubrics import Rubric
from annotator.present import comparisons
from annotator.present.remarks import remarks
from annotator.workbench.adjusting import adjust_table, measure_strictness
from annotator.workbench.comparing import ScoreTable, compare_scores, compare_stories
from annotator.workbench.opening import Workspace
from tests.workbench.test_contrasting import score


def compared(workspace: Workspace, rubric: Rubric, story: str | None = None) -> ScoreTable:
    table = compare_scores(workspace, story=story, rubric=rubric)
    return adjust_table(table, measure_strictness(workspace, rubric), story=story)


@pytest.mark.parametrize(
    ("council_levels", "harbour_levels", "story", "said"),
    [
        ("", "", None, "Nobody has scored these articles by the rubric small 1 yet."),
        ("1234", "3412", "council", "Only one outlet: nothing to compare it with."),
        ("1234", "", None, "Nobody has scored an article of unknown yet."),
        ("3", "2", None, "Only one rater has scored here."),
        ("3", "2", None, "one rater alone is neither strict nor lenient"),
        ("2222", "2222", None, "Everybody gave the same level everywhere"),
        ("1234", "----", None, "Nobody could judge “tone” in what unknown wrote."),
        ("----", "----", None, "Nobody could judge “tone”, in any article."),
    ],
)
def test_odd_data_is_told_in_a_sentence(
    workspace: Workspace, council: Article, harbour: Article, rubric: Rubric,
    council_levels: str, harbour_levels: str, story: str | None, said: str,
) -> None:  # fmt: skip
    score(workspace, council, rubric, council_levels)
    score(workspace, harbour, rubric, harbour_levels)
    table = compared(workspace, rubric, story)
    assert any(said in sentence for sentence in remarks(table)), remarks(table)
    record = json.dumps(comparisons.score_record(table), allow_nan=False)
    shown = [*comparisons.score_rows(table), *comparisons.mean_rows(table), *comparisons.score_cells(table)]
    assert "nan" not in record.lower() + str(shown).lower()
    assert {len(row) for row in comparisons.score_cells(table)} == {len(comparisons.SCORE_COLUMNS)}


def test_table_json_and_csv_tell_the_same_means(
    workspace: Workspace, council: Article, harbour: Article, rubric: Rubric
) -> None:
    score(workspace, council, rubric, "1122334")
    score(workspace, harbour, rubric, "2233441")
    table = compared(workspace, rubric)
    adjusted = table.adjusted["gazette", "tone"]
    (record,) = [
        one
        for one in comparisons.score_record(table)["cells"]
        if (one["outlet"], one["criterion"]) == ("gazette", "tone")
    ]
    (flat,) = [
        dict(zip(comparisons.SCORE_COLUMNS, row, strict=True))
        for row in comparisons.score_cells(table)
        if row[1:3] == ("gazette", "tone")
    ]
    assert record["mean"] == flat["mean"] == round(16 / 7, 4)
    assert record["adjusted"]["mean"] == flat["adjusted_mean"] == round(adjusted.mean, 4)
    assert record["adjusted"]["interval_95"] == [flat["adjusted_low_95"], flat["adjusted_high_95"]]
    assert comparisons.mean_rows(table)[0][1].startswith(f"2.29 → {adjusted.mean:.2f} [")


def test_raters_who_share_no_article_are_not_set_beside_each_other(
    workspace: Workspace, council: Article, harbour: Article, rubric: Rubric
) -> None:
    from annotator.model.judgements import Answer
    from annotator.workbench.rating import ensure_rater, record_score

    for number in range(6):
        rater = ensure_rater(workspace, f"pupil {number}")
        article = council if number < 3 else harbour
        record_score(workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=1 + number % 3)
    table = compared(workspace, rubric)
    assert table.cells["gazette", "tone"].mean == 2.0
    assert not table.adjusted
    assert "share no article" in table.not_adjusted


def test_each_story_stands_apart_before_all_together(
    workspace: Workspace, council: Article, harbour: Article, rubric: Rubric, tmp_path
) -> None:
    from annotator.workbench.importing import add_sources

    (tmp_path / "b.txt").write_text("Council meets\n\nThe council met. Nothing was decided.\n", "utf-8")
    add_sources(workspace, [tmp_path / "b.txt"], story="council", outlet="mercury")
    score(workspace, council, rubric, "123")
    score(workspace, harbour, rubric, "444")
    stories = compare_stories(workspace, rubric=rubric)
    assert list(stories) == ["council"]
    assert stories["council"] == compare_scores(workspace, story="council", rubric=rubric)
    assert stories["council"].cells["gazette", "tone"].n == 3
    assert "unknown" not in {outlet.id for outlet in stories["council"].outlets}
