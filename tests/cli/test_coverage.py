"""`annotator coverage` as a teacher uses it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

PLAIN = ("--method", "plain")


def covered(run: Run) -> dict[str, Any]:
    ran = run("coverage", "--story", "tiktok-settlement", "--format", "json", *PLAIN)
    assert ran.code == 0, ran.err
    result: dict[str, Any] = json.loads(ran.out)
    return result


def texts(run: Run) -> dict[str, str]:
    listed = json.loads(run("articles", "--full", "--format", "json").out)["articles"]
    return {article["id"]: article["text"] for article in listed}


def test_json_gives_every_passage_its_place_and_every_contradiction_both_quotes(demo: Path, run: Run) -> None:
    table, known = covered(run), texts(run)
    assert table["version"] == 1
    for statement in table["statements"]:
        for passage in statement["passages"]:
            assert known[passage["article"]][passage["start"] : passage["end"]] == passage["text"]
        for difference in statement["contradicts"]:
            assert all(one["words"] in one["text"] for one in difference["passages"])
    (contradiction,) = [one for statement in table["statements"] for one in statement["contradicts"]]
    assert [one["words"] for one in contradiction["passages"]] == ["11 लाख डॉलर", "over $6 million"]


def test_the_table_shows_who_carries_what_and_who_leaves_it_out(demo: Path, run: Run) -> None:
    ran = run("coverage", *PLAIN)
    first = ran.out.splitlines()[2]
    assert first.count("●") == 5
    assert "9.2 करोड़ डॉलर = 92 milioni di dollari" in first
    assert "all but outlet-it" in ran.out
    assert "only here" not in ran.out
    assert "only here" in run("coverage", "--all", *PLAIN).out


def test_csv_has_one_row_for_each_passage(demo: Path, run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("coverage", "--format", "csv", *PLAIN).out)))
    assert len(rows) == sum(len(one["passages"]) for one in covered(run)["statements"])
    assert {row["method"] for row in rows} == {"plain"}


def test_a_join_stays_when_the_workspace_is_opened_again_and_undo_takes_it_back(demo: Path, run: Run) -> None:
    before = covered(run)["statements"]
    alone = [one["id"] for one in before if len(one["passages"]) == 1][:2]
    assert run("coverage", "join", *alone).code == 0
    after = covered(run)["statements"]
    assert [len(one["passages"]) for one in after if one["corrected"]] == [2]
    assert run("coverage", "undo").code == 0
    assert covered(run)["statements"] == before
    assert "no correction" in run("coverage", "undo").err


def test_a_passage_split_off_stands_alone(demo: Path, run: Run) -> None:
    first = covered(run)["statements"][0]
    second = first["passages"][1]
    assert run("coverage", "split", first["id"], "2", *PLAIN).code == 0
    statements = {one["id"]: one for one in covered(run)["statements"]}
    assert len(statements[first["id"]]["passages"]) == len(first["passages"]) - 1
    assert len(statements[second["id"]]["passages"]) == 1


def test_a_removed_passage_is_in_no_statement(demo: Path, run: Run) -> None:
    first = covered(run)["statements"][0]
    assert run("coverage", "remove", first["id"], first["passages"][1]["id"], *PLAIN).code == 0
    left = {passage["id"] for one in covered(run)["statements"] for passage in one["passages"]}
    assert first["passages"][1]["id"] not in left


def test_show_quotes_every_passage_with_its_source(demo: Path, run: Run) -> None:
    id = next(one["id"] for one in covered(run)["statements"] if one["renderings"])
    shown = run("coverage", "show", id, *PLAIN).out
    assert "“joyful”" in shown and "“happy”" in shown
    assert "a TikTok spokesperson said" in shown
    assert "left out by: outlet-it" in shown


def test_forgetting_nothing_the_history_keeps_what_was_taken_back(demo: Path, run: Run) -> None:
    from annotator.store import statements
    from annotator.workbench.opening import open_workspace

    ids = [one["id"] for one in covered(run)["statements"]][-2:]
    run("coverage", "join", *ids)
    run("coverage", "undo")
    with open_workspace(demo) as workspace:
        kept = statements.history(workspace.store, "tiktok-settlement")
    assert [(one.deed, bool(one.undoes)) for one in kept] == [("join", False), ("join", True)]
    assert all(one.rater and one.at for one in kept)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--story", "tiktok-setlement"),
            "there is no story called tiktok-setlement. There is tiktok-settlement.",
        ),
        (("join", "ffff0000", "ffff0001"), "there is no statement ffff0000 here."),
        (("show", "ff"), "there is no statement ff here."),
    ],
)
def test_a_wrong_name_is_told_with_what_there_is(
    demo: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    ran = run("coverage", *arguments)
    assert ran.code == 2
    assert said in ran.err


def test_a_passage_that_is_not_there_is_told_with_the_numbers_there_are(demo: Path, run: Run) -> None:
    first = covered(run)["statements"][0]
    ran = run("coverage", "split", first["id"], "99", *PLAIN)
    assert ran.code == 2
    assert f"Give a number from 1 to {len(first['passages'])}" in ran.err


def test_a_story_with_one_outlet_has_nothing_beside_it(here: Path, run: Run) -> None:
    (here / "one.txt").write_text(
        "The harbour burned.\nThe harbour burned on Monday night, police said.\n", "utf-8"
    )
    run("init")
    run("add", "one.txt", "--story", "fire", "--outlet", "herald")
    ran = run("coverage", "--story", "fire")
    assert ran.code == 2
    assert "nothing to set side by side" in ran.err


def test_without_stories_it_says_how_to_make_one(here: Path, run: Run) -> None:
    run("init")
    ran = run("coverage")
    assert ran.code == 2
    assert "annotator add --story" in ran.err


def test_without_the_extra_it_says_so_and_matches_plainly(
    demo: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on a system without a wheel: the packages cannot be found.
    monkeypatch.setattr("annotator.alignment.crosslingual.find_spec", lambda name: None)
    asked = run("coverage", "--method", "crosslingual")
    assert asked.code == 2
    assert "pip install 'annotator[crosslingual]'" in asked.err
    plain = run("coverage")
    assert plain.code == 0
    assert "pip install 'annotator[crosslingual]'" in plain.err
    assert "●" in plain.out
