"""Differences of outlets and comparisons by part, with little or odd data."""

from __future__ import annotations

import json
import math

import pytest

from annotator.errors import AnnotatorError, NotFoundError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Conditions
from annotator.model.rubrics import Rubric
from annotator.present import contrasts
from annotator.workbench.choosing import load_rubric
from annotator.workbench.contrasting import compare_parts, contrast
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import ensure_rater, record_score
from annotator.workbench.subjects import left_out


def score(workspace: Workspace, article: Article, rubric: Rubric, levels: str, **more: object) -> None:
    """One pupil for each sign: a level, or - for "cannot judge"."""
    for number, sign in enumerate(levels):
        record_score(
            workspace, ensure_rater(workspace, f"pupil {number}"), article, rubric, "tone",
            answer=Answer.CANNOT_JUDGE if sign == "-" else Answer.LEVEL,
            level=None if sign == "-" else int(sign), **more,  # type: ignore[arg-type]
        )  # fmt: skip


def of_tone(workspace: Workspace, rubric: Rubric):
    return next(one for one in contrast(workspace, story=None, rubric=rubric) if one.criterion.id == "tone")


def test_a_difference_is_paired_by_rater(
    workspace: Workspace, council: Article, harbour: Article, rubric: Rubric
) -> None:
    score(workspace, council, rubric, "112123")
    score(workspace, harbour, rubric, "22323")
    found = of_tone(workspace, rubric)
    assert (found.one.id, found.other.id) == ("gazette", "unknown")
    shift = found.shift
    assert (shift.raters, shift.up, shift.down, shift.mean) == (5, 5, 0, 1.0)
    assert shift.interval == (1.0, 1.0)
    assert shift.sign_p == pytest.approx(2 / 32)
    assert found.too_few == ""


@pytest.mark.parametrize(
    ("council_levels", "harbour_levels", "said", "reason"),
    [
        ("", "", "too few: 0", "nobody scored anything"),
        ("123", "", "too few: 0", "an outlet without scores"),
        ("1", "4", "too few: 1", "one rater"),
        ("123", "---", "too few: 0", "a criterion nobody could judge"),
        ("1234", "1234", "no interval: 4", "four raters"),
        ("222222", "222222", "", "all scores equal"),
    ],
)
def test_little_data_is_told_in_a_sentence_and_never_as_no_number(
    workspace: Workspace, council: Article, harbour: Article, rubric: Rubric,
    council_levels: str, harbour_levels: str, said: str, reason: str,
) -> None:  # fmt: skip
    score(workspace, council, rubric, council_levels)
    score(workspace, harbour, rubric, harbour_levels)
    found = of_tone(workspace, rubric)
    assert found.too_few.startswith(said) and bool(found.too_few) == bool(said), reason
    record = json.dumps(contrasts.difference_record([found], rubric), allow_nan=False)
    assert "NaN" not in record
    cells = contrasts.difference_cells([found], rubric)[0]
    assert len(cells) == len(contrasts.DIFFERENCE_COLUMNS)
    assert not any(isinstance(cell, float) and math.isnan(cell) for cell in cells)
    assert len(contrasts.difference_rows([found])[0]) == len(contrasts.DIFFERENCE_HEADER)


def test_one_outlet_has_nothing_to_differ_from(workspace: Workspace, rubric: Rubric) -> None:
    with pytest.raises(AnnotatorError, match="only gazette"):
        contrast(workspace, story="council", rubric=rubric)
    with pytest.raises(NotFoundError, match="nowhere"):
        contrast(workspace, story=None, rubric=rubric, between=["gazette", "nowhere"])


@pytest.mark.parametrize("by", ["mode", "language", "group"])
def test_parts_stand_apart_and_sum_up_to_the_whole(
    workspace: Workspace, council: Article, rubric: Rubric, by
) -> None:
    score(workspace, council, rubric, "1234", conditions=Conditions(outlet=False))
    record_score(
        workspace, ensure_rater(workspace, "rania"), council, rubric, "tone", answer=Answer.LEVEL, level=4
    )
    table = compare_parts(workspace, story=None, rubric=rubric, by=by)
    assert table.parts == {"mode": ("blind", "open"), "language": ("en",), "group": ("",)}[by]
    assert sum(table.cells[part, "gazette", "tone"].n for part in table.parts) == 5
    assert all(len(row) == len(contrasts.part_columns(table)) for row in contrasts.part_cells(table))
    assert len(contrasts.part_record(table)["cells"]) == len(table.cells)
    assert all(len(row) == len(contrasts.part_header(table)) for row in contrasts.part_rows(table))


def test_scores_under_another_version_are_told_and_not_counted(
    workspace: Workspace, council: Article, rubric: Rubric
) -> None:
    score(workspace, council, rubric, "123")
    assert left_out(workspace, rubric) == ""
    assert f"small 1 ({rubric.digest[:12]}: 3)" in left_out(workspace, load_rubric(workspace, "core"))
