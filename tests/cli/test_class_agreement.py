"""`annotator class agreement` through the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LEVELS = "1 2 3 3 2 1 4 1 2 - - -|1 2 3 3 2 2 4 1 2 4 - 3|- 3 3 3 2 3 4 2 2 4 1 -|1 2 3 3 2 4 4 1 2 4 1 -"
"""Krippendorff's example with his 5 as 4: levels go to four here. Four raters, twelve articles."""


@pytest.fixture
def rated(here: Path, run: Run) -> Path:
    """A class of four that read twelve articles."""
    assert run("init").code == 0
    for number in range(12):
        text = f"The council met {number}\n\nIt took decision number {number}.\n"
        (here / f"article-{number}.txt").write_text(text, encoding="utf-8")
    assert (
        run("add", *sorted(here.glob("article-*.txt")), "--story", "council", "--outlet", "gazette").code == 0
    )
    lines = ["rater,article,criterion,level"]
    for rater, row in zip("abcd", LEVELS.split("|"), strict=True):
        given = enumerate(row.split())
        lines += [f"{rater},article-{at},tone,{level}" for at, level in given if level != "-"]
    (here / "scores.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run("import-scores", "scores.csv").code == 0
    return here


def test_scores_from_paper_have_the_alpha_that_the_statistics_have(rated: Path, run: Run) -> None:
    from annotator.statistics.reliability import alpha

    ran = run("class", "agreement", "--rubric", "core", "--story", "council", "--format", "json")
    assert ran.code == 0
    answered = json.loads(ran.out)
    tone = answered["criteria"]["tone"]
    rows = [row.split() for row in LEVELS.split("|")]
    units = [
        {rater: int(row[at]) for rater, row in zip("abcd", rows, strict=True) if row[at] != "-"}
        for at in range(12)
    ]
    assert answered["version"] == 1
    assert tone["alpha"]["ordinal"] == pytest.approx(alpha(units), abs=1e-12)
    assert tone["alpha"]["nominal"] == pytest.approx(alpha(units, "nominal"), abs=1e-12)
    assert tone["alpha"]["interval"] == pytest.approx(alpha(units, "interval"), abs=1e-12)
    low, high = tone["alpha"]["interval_95"]
    assert low < tone["alpha"]["ordinal"] < high
    assert (tone["n_articles"], tone["n_compared"], tone["n_raters"]) == (12, 11, 4)
    assert answered["criteria"]["headline"]["alpha"]["ordinal"] is None


def test_too_few_is_said_plainly_and_nobody_is_called_poor(rated: Path, run: Run) -> None:
    ran = run("class", "agreement")
    assert ran.code == 0
    assert "too few" in ran.out
    assert "no article was scored by two raters" in ran.out
    assert "about 0.4" in ran.err
    assert "poor" not in ran.out.lower() + ran.err.lower()


def test_the_flat_table_has_a_row_for_each_criterion(rated: Path, run: Run) -> None:
    lines = run("class", "agreement", "--format", "csv").out.splitlines()
    assert lines[0].startswith("rubric,rubric_digest,criterion,n_articles")
    assert len(lines) == 9


def test_an_unknown_story_is_told(rated: Path, run: Run) -> None:
    ran = run("class", "agreement", "--story", "nothing")
    assert ran.code == 2
    assert "there is no story called nothing" in ran.err
