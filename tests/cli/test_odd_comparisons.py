"""`annotator compare` and `coverage` with little or odd data: a sentence, no figure that is none."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FIRE = "Fire at the harbour\n\nA fire broke out on Friday. Nobody was hurt.\n"
FLAMES = "Flames at the port\n\nFlames rose over the port on Friday. Twelve people were hurt.\n"
QUICK = ("--rubric", "quick-three")


@pytest.fixture
def fire(here: Path, run: Run) -> Path:
    """A story of two outlets."""
    run("init")
    for outlet, text in (("gazette", FIRE), ("mercury", FLAMES)):
        (here / f"{outlet}.txt").write_text(text, encoding="utf-8")
        assert run("add", f"{outlet}.txt", "--story", "fire", "--outlet", outlet).code == 0
    return here


CRITERION = "who-says-it"


def scored(run: Run, here: Path, rows: list[str]) -> str:
    """The criterion that was scored, from a list of `rater,article,level`."""
    body = "\n".join(f"{who},{article},{CRITERION},{level}" for who, article, level in map(_three, rows))
    (here / "paper.csv").write_text(f"rater,article,criterion,level\n{body}\n", encoding="utf-8")
    ran = run("import-scores", "paper.csv", "--rubric", "quick-three")
    assert ran.code == 0, ran.err
    return CRITERION


def _three(row: str) -> tuple[str, str, str]:
    who, article, level = row.split(",")
    return who, article, level


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Nobody has scored these articles by the rubric quick-three"),
        (["a,gazette,1", "b,gazette,2", "c,gazette,1"], "Nobody has scored an article of mercury yet."),
        (["a,gazette,1", "a,mercury,2"], "Only one rater has scored here."),
        (
            [f"{who},{article},2" for who in "abc" for article in ("gazette", "mercury")],
            "Everybody gave the same level everywhere",
        ),
        (
            [
                f"{who},{article},{level}"
                for who in "abc"
                for article, level in (("gazette", 2), ("mercury", "cannot-judge"))
            ],
            "in what mercury wrote.",
        ),
    ],
)
def test_odd_data_is_a_sentence_on_stderr_and_never_nan(
    run: Run, fire: Path, rows: list[str], said: str
) -> None:
    if rows:
        scored(run, fire, rows)
    ran = run("compare", "--story", "fire", *QUICK)
    assert ran.code == 0 and said in ran.err
    for more in ((), ("--means",), ("--differences",), ("--by", "mode"), ("--distribution",)):
        for form in ("table", "json", "csv"):
            ran = run("compare", "--story", "fire", *QUICK, *more, "--format", form)
            assert ran.code == 0, ran.err
            assert "nan" not in ran.out.casefold()
            if form == "json":
                json.loads(ran.out, parse_constant=lambda word: pytest.fail(word))


def test_raters_who_could_not_judge_are_not_told_to_be_one(run: Run, fire: Path) -> None:
    scored(
        run, fire, [f"{who},{article},cannot-judge" for who in "abc" for article in ("gazette", "mercury")]
    )
    said = run("compare", "--story", "fire", *QUICK).err
    assert "Nobody could judge" in said and "too few scores" in said and "one rater" not in said


def test_a_story_with_one_outlet_has_nothing_to_compare_with(run: Run, fire: Path) -> None:
    (fire / "alone.txt").write_text(FIRE.replace("harbour", "mill"), encoding="utf-8")
    run("add", "alone.txt", "--story", "mill", "--outlet", "gazette")
    assert "Only one outlet" in run("compare", "--story", "mill").err
    for command in (("compare", "--differences", "--story", "mill"), ("coverage", "--story", "mill")):
        ran = run(*command)
        assert ran.code == 2 and "gazette" in ran.err and "Traceback" not in ran.err
        assert "Reading the meaning" not in ran.err


def test_scores_under_two_versions_are_never_counted_together(run: Run, fire: Path) -> None:
    scored(run, fire, ["a,gazette,1", "b,gazette,2", "c,gazette,3"])
    ran = run("compare", "--story", "fire")
    assert "Scores under other rubrics or versions are not counted here: quick-three" in ran.err


def test_csv_json_and_table_tell_the_same(run: Run, fire: Path) -> None:
    levels = {"gazette": (1, 2, 1, 2, 1, 3), "mercury": (2, 3, 2, 3, 3, 3)}
    rows = [
        f"{who},{article},{level}"
        for article, given in levels.items()
        for who, level in zip("abcdef", given, strict=True)
    ]
    criterion = scored(run, fire, rows)
    asked = ("compare", "--story", "fire", *QUICK)
    cells = json.loads(run(*asked, "--format", "json").out)["cells"]
    flat = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").out)))
    table = run(*asked, "--means").out
    for outlet, given in levels.items():
        (cell,) = [one for one in cells if (one["outlet"], one["criterion"]) == (outlet, criterion)]
        (row,) = [one for one in flat if (one["outlet"], one["criterion"]) == (outlet, criterion)]
        assert cell["mean"] == float(row["mean"]) == pytest.approx(sum(given) / 6, abs=1e-4)
        assert cell["adjusted"]["mean"] == float(row["adjusted_mean"])
        assert f"{cell['mean']:.2f} → {cell['adjusted']['mean']:.2f}" in table
        assert cell["n"] == int(row["n"]) == 6
        assert cell["median"] == float(row["median"])
