"""Scores out to a table and in again."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, InputError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Conditions, Rater
from annotator.model.rubrics import Rubric
from annotator.workbench.exporting import export_scores, import_scores
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import cite, current_scores, ensure_rater, record_score, undo

NOTE = '=HYPERLINK("x"), “वाक्य”; perché\nsecond line'


@pytest.fixture
def scored(workspace: Workspace, rater: Rater, council: Article, rubric: Rubric) -> Workspace:
    evidence = [cite(council, 0, 6, "loaded"), cite(council, 34, 41)]
    blind = Conditions(outlet=False, signals=True, others=False)
    record_score(
        workspace, rater, council, rubric, "sourcing",
        answer=Answer.LEVEL, level=2, note=NOTE, evidence=evidence, conditions=blind,
    )  # fmt: skip
    record_score(workspace, rater, council, rubric, "balance", answer=Answer.CANNOT_JUDGE)
    record_score(workspace, rater, council, rubric, "tone", answer=Answer.LEVEL, level=1)
    undo(workspace, rater)
    return workspace


def table_of(workspace: Workspace, *, identified: bool = True) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    written = export_scores(workspace, out, identified=identified)
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert len(rows) == written
    return rows


def test_each_standing_score_is_one_row(scored: Workspace, council: Article, rubric: Rubric) -> None:
    balance, sourcing = table_of(scored)
    assert (sourcing["rater"], sourcing["article"], sourcing["outlet"]) == ("rania", council.id, "gazette")
    assert (sourcing["level"], sourcing["level_label"]) == ("2", "level 2")
    assert (sourcing["evidence"], sourcing["evidence_spans"]) == ("Scummy | council", "0-6;34-41")
    assert (sourcing["saw_outlet"], sourcing["saw_signals"], sourcing["saw_others"]) == ("no", "yes", "no")
    assert (sourcing["rubric"], sourcing["rubric_digest"]) == ("small", rubric.digest)
    assert sourcing["tool_version"]
    assert "वाक्य" in sourcing["note"]
    assert not sourcing["note"].startswith("=")
    assert (balance["answer"], balance["level"]) == ("cannot-judge", "")


def test_unless_names_are_asked_for_raters_stand_under_codes(scored: Workspace) -> None:
    out = io.StringIO(newline="")
    export_scores(scored, out)
    codes = {row["rater"] for row in csv.DictReader(io.StringIO(out.getvalue(), newline=""))}
    assert len(codes) == 1
    assert "rania" not in codes


def test_a_table_that_is_there_is_not_written_over_unless_told(scored: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "scores.csv"
    assert export_scores(scored, target) == 2
    before = target.read_bytes()
    target.write_text("mine")
    with pytest.raises(AnnotatorError):
        export_scores(scored, target)
    assert target.read_text() == "mine"
    export_scores(scored, target, force=True, bom=True)
    assert target.read_bytes() == b"\xef\xbb\xbf" + before


@pytest.fixture
def elsewhere(begun_folder: Path, tmp_path: Path) -> Iterator[Workspace]:
    """Another copy of the same articles, without scores."""
    with open_workspace(Path(shutil.copytree(begun_folder, tmp_path / "elsewhere"))) as opened:
        yield opened


def test_what_was_exported_can_be_taken_in_elsewhere(
    scored: Workspace, elsewhere: Workspace, tmp_path: Path, rater: Rater, council: Article, rubric: Rubric
) -> None:
    export_scores(scored, tmp_path / "scores.csv", identified=True)
    report = import_scores(elsewhere, tmp_path / "scores.csv", rubric=rubric)
    assert (report.added, report.unchanged, report.problems) == (2, 0, ())
    theirs = current_scores(elsewhere, ensure_rater(elsewhere, "rania"), council, rubric)
    ours = current_scores(scored, rater, council, rubric)
    for criterion, score in ours.items():
        # Which signal led to a quote is not in the table.
        evidence = tuple(replace(one, signal="") for one in score.evidence)
        named = replace(theirs[criterion], id=score.id, order=score.order, rater=score.rater)
        assert named == replace(score, evidence=evidence)
    again = import_scores(elsewhere, tmp_path / "scores.csv", rubric=rubric)
    assert (again.added, again.unchanged) == (0, 2)
    own = import_scores(scored, tmp_path / "scores.csv", rubric=rubric)
    assert (own.added, own.unchanged) == (0, 2)


def test_scores_gathered_on_paper_come_in_by_file_name_and_new_handles(
    workspace: Workspace, tmp_path: Path, council: Article, rubric: Rubric
) -> None:
    path = tmp_path / "paper.csv"
    path.write_text("rater,article,criterion,level\nkim,council,tone,3\nlee,council.md,sourcing,1\n")
    assert import_scores(workspace, path, rubric=rubric).added == 2
    assert current_scores(workspace, ensure_rater(workspace, "kim"), council, rubric)["tone"].level == 3


def test_wrong_rows_are_told_with_their_line_and_the_others_come_in(
    workspace: Workspace, tmp_path: Path, council: Article, rubric: Rubric
) -> None:
    path = tmp_path / "paper.csv"
    lines = [
        "rater,article,criterion,level,evidence,rubric",
        "kim,council,tone,3,,",
        "kim,nowhere,tone,3,,",
        "kim,council,colour,3,,",
        "kim,council,tone,9,,",
        "kim,council,tone,many,,",
        "kim,council,tone,1,words that are not there,",
        "kim,council,tone,1,,core",
        "lee,council,tone,2,allegedly,small",
    ]
    path.write_text("\n".join(lines) + "\n")
    report = import_scores(workspace, path, rubric=rubric)
    assert (report.added, report.unchanged) == (2, 0)
    assert [problem.place.line for problem in report.problems if problem.place] == [3, 4, 5, 6, 7, 8]
    assert all(isinstance(problem, InputError) and problem.hint for problem in report.problems)
    lee = current_scores(workspace, ensure_rater(workspace, "lee"), council, rubric)["tone"]
    assert lee.evidence == (
        cite(council, council.text.index("allegedly"), council.text.index("allegedly") + 9),
    )


def test_a_table_of_hundreds_of_rows_comes_in_whole(
    workspace: Workspace, tmp_path: Path, rubric: Rubric
) -> None:
    path = tmp_path / "many.csv"
    rows = [f"pupil {n % 30},{('council', 'harbour')[n % 2]},tone,{1 + n % 4}" for n in range(450)]
    path.write_text("rater,article,criterion,level\n" + "\n".join(rows) + "\n")
    report = import_scores(workspace, path, rubric=rubric)
    assert report.added + report.unchanged == 450
    assert report.problems == ()
