"""What plain commands tell a rater who judges first: nothing that names a hidden outlet."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TELLING = ("techtrends", "tiktokhere", "ennews", "outlet-", "unknown outlet", "276029701")


@pytest.fixture
def blind(demo: Path, run: Run) -> Run:
    """The commands, for a rater from whom outlets are hidden."""

    run("-r", "rania", "score", "techtrendske", "--mode", "blind-outlet")
    return partial(run, "-r", "rania")


@pytest.mark.parametrize(
    "words",
    [
        ("articles",),
        ("articles", "--format", "csv"),
        ("articles", "--full", "--format", "json"),
        ("score", "7b6c824cac5a"),
        ("history", "7b6c824cac5a"),
        ("score", "tiktokher"),
        ("history", "tiktokher"),
        ("articles", "--find", "techtrends"),
    ],
    ids=" ".join,
)
def test_no_command_for_students_names_a_hidden_outlet(blind: Run, words: tuple[str, ...]) -> None:
    ran = blind(*words)
    said = f"{ran.out}{ran.err}".casefold()
    for name in TELLING:
        assert name not in said, name


def test_the_list_says_why_and_how_to_see_more(blind: Run) -> None:
    ran = blind("articles")
    assert "Outlet A" in ran.out and "--reveal outlet" in ran.err
    blind("score", "7b6c824cac5a", "--reveal", "outlet")
    assert "techtrendske" in blind("articles").out, "a revealed one is seen"
    records = json.loads(blind("articles", "--format", "json").out)["articles"]
    assert [one["source"] != "" for one in records].count(True) == 1


def test_a_blind_rater_finds_out_nothing_by_trying_names_as_quotes(blind: Run) -> None:
    ran = blind("score", "c6245508359f", "headline=2", "--quote", "headline=TikTokhere")
    assert ran.code == 2 and "do not stand in the article" in ran.err


def test_others_are_told_everything(demo: Path, run: Run, blind: Run) -> None:
    assert "techtrendske" in run("-r", "kim", "articles").out, "kim is nobody here yet"
    run("-r", "kim", "score", "techtrendske", "tone=0")
    assert "techtrendske" in run("-r", "kim", "articles").out
    assert "Did you mean tiktokhere" in run("-r", "kim", "score", "tiktokher").err


@pytest.mark.parametrize("words", [("compare",), ("compare", "--signals"), ("coverage",)], ids=" ".join)
def test_outlets_are_not_set_side_by_side_for_who_judges_first(
    blind: Run, run: Run, words: tuple[str, ...]
) -> None:
    refused = blind(*words)
    assert refused.code == 2 and refused.out == ""
    assert "rania judges first" in refused.err and "--reveal outlet" in refused.err
    assert "techtrendske" in run("-r", "kim", *words).out.casefold()
