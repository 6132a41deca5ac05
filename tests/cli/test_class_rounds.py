"""Rounds of voting again, and training, by commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def lesson(demo: Path, run: Run) -> Path:
    (demo / "class.csv").write_text("handle\nrania\ntomo\n")
    run("class", "roster", "class.csv")
    run("class", "roster", "--teacher", "rossi")
    for name, level in (("rania", 1), ("tomo", 4)):
        run("--rater", name, "score", "techtrendske", f"headline={level}", "--absent", "headline=none")
    return demo


def test_a_round_is_opened_voted_in_and_closed(lesson: Path, run: Run) -> None:
    assert "No round yet" in run("class", "round").err
    assert run("--rater", "rania", "class", "vote", "2").code == 2, "nothing is open"
    refused = run("--rater", "rania", "class", "round", "open", "techtrendske", "headline")
    assert (refused.code, "only a teacher" in refused.err) == (2, True)
    assert run("--rater", "rossi", "class", "round", "open", "techtrendske", "headline").code == 0
    assert run("--rater", "rania", "class", "vote", "2").code == 0
    assert run("--rater", "tomo", "class", "vote", "0").code == 0
    found = json.loads(run("class", "round", "show", "--format", "json").out)
    assert (found["open"], found["voted_again"], found["changed"]) == (True, 2, 2)
    assert found["alone"]["1"] == found["alone"]["4"] == found["again"]["cannot judge"] == 1
    assert run("--rater", "rossi", "class", "round", "close").code == 0
    assert run("--rater", "rania", "class", "vote", "3").code == 2
    listed = json.loads(run("class", "round", "--format", "json").out)["rounds"]
    assert [one["open"] for one in listed] == [False]


def test_a_training_article_answers_after_each_score_or_at_the_end(lesson: Path, run: Run) -> None:
    for article, mode in (("outlet-uk", "each"), ("outlet-it", "end")):
        told = run("class", "assign", article, "--training", mode, "--yes")
        assert "No key yet for 1" in told.err
        run("--rater", "rossi", "score", article, "overall=2")
    each = run("--rater", "rania", "score", "outlet-uk", "overall=4")
    assert "2 steps more lenient than the key" in each.err
    assert "key" not in run("--rater", "rania", "score", "outlet-it", "overall=1").err
    names = ("headline", "sourcing", "evidence", "tone", "balance", "separation", "uncertainty")
    last = run("--rater", "rania", "score", "outlet-it", *(f"{name}=0" for name in names))
    assert "1 step stricter than the key" in last.err


def test_a_sheet_is_a_page_without_scripts_for_each_article(lesson: Path, run: Run) -> None:
    assert run("class", "sheet", "outlet-uk", "techtrendske", "--in", "hi", "--to", "sheet.html").code == 0
    page = (lesson / "sheet.html").read_text(encoding="utf-8")
    assert page.count("<section>") == 2 and "<script" not in page and "http" not in page
    assert "☐" not in page.split("</style>")[1], "the boxes are drawn by the style"
    assert "तय नहीं कर सकते" in page


def test_who_is_not_on_the_list_is_asked_who_they_are(lesson: Path, run: Run) -> None:
    typo = run("--rater", "ranja", "score", "outlet-uk", "overall=2")
    assert (typo.code, "Did you mean rania?" in typo.err) == (2, True)
    assert "ranja" not in run("class", "roster").out, "no ghost sits in the class"
