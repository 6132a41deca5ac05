"""How far scores move once outlet or signals are seen."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

ARTICLE = "techtrendske"


def score(run: Run, rater: str, level: int, *more: str, mode: str = "blind-outlet") -> None:
    run("-r", rater, "score", ARTICLE, f"overall={level}", "--mode", mode, *more)


def cell(run: Run, reveal: str, *more: str) -> dict[str, Any]:
    report = json.loads(run("compare", "--anchoring", "--format", "json", *more).out)
    assert report["version"] == 1 and report["minimum_n"] == 3
    found: dict[str, Any] = next(
        one for one in report["cells"] if (one["criterion"], one["reveal"]) == ("overall", reveal)
    )
    return found


def test_the_shift_is_from_the_last_score_before_to_the_first_after(run: Run, demo: Path) -> None:
    for rater, levels in {"a": (1, 2, 3, 4), "b": (4, 4, 4, 4), "c": (1, 3, 2, 2)}.items():
        score(run, rater, levels[0])
        score(run, rater, levels[1])
        score(run, rater, levels[2], "--reveal", "outlet")
        score(run, rater, levels[3])
    found = cell(run, "outlet")
    assert found["n"] == 3
    assert (found["first"]["up"], found["first"]["down"], found["first"]["mean_shift"]) == (1, 1, 0.0)
    assert found["last"]["mean_shift"] == pytest.approx(1 / 3)
    assert found["first"]["share_changed"] == pytest.approx(2 / 3)
    assert found["first"]["sign_p"] == 1.0 and found["first"]["interval_95"] is None
    assert cell(run, "signals")["n"] == 0


def test_what_was_seen_at_once_is_a_kind_of_its_own(run: Run, demo: Path) -> None:
    score(run, "a", 1, mode="both")
    run("-r", "a", "score", ARTICLE, "--reveal", "signals")
    score(run, "a", 2, "--reveal", "outlet", mode="both")
    assert cell(run, "outlet")["n"] == cell(run, "signals")["n"] == 0
    assert cell(run, "outlet+signals")["n"] == 1


def test_signals_alone_are_told_apart(run: Run, demo: Path) -> None:
    score(run, "a", 1, mode="signals-after")
    score(run, "a", 3, "--reveal", "signals", mode="signals-after")
    assert cell(run, "signals")["first"]["up"] == 1 and cell(run, "outlet")["n"] == 0


def test_too_few_says_so(run: Run, demo: Path) -> None:
    score(run, "a", 1)
    score(run, "a", 2, "--reveal", "outlet")
    assert cell(run, "outlet")["first"]["mean_shift"] is None
    ran = run("compare", "--anchoring", "--story", "tiktok-settlement")
    assert "too few (1 of 3)" in ran.out and "95 %" in ran.out


def test_a_score_that_was_taken_back_does_not_count(run: Run, demo: Path) -> None:
    score(run, "a", 1)
    score(run, "a", 4, "--reveal", "outlet")
    run("-r", "a", "score", ARTICLE, "--undo")
    found = cell(run, "outlet")
    assert (found["n"], found["not_again"]) == (0, 1), "revealed, but not scored again"


def test_cannot_judge_is_no_level_to_move_from(run: Run, demo: Path) -> None:
    score(run, "a", 0)
    score(run, "a", 4, "--reveal", "outlet")
    found = cell(run, "outlet")
    assert (found["n"], found["cannot_judge"]) == (0, 1)


def test_nobody_is_blind_a_second_time(run: Run, demo: Path) -> None:
    score(run, "a", 4, mode="open")
    score(run, "a", 1)
    score(run, "a", 4, "--reveal", "outlet")
    assert cell(run, "outlet")["n"] == 0


def test_the_class_gets_an_interval(run: Run, demo: Path) -> None:
    for number in range(6):
        score(run, f"r{number}", 2)
        score(run, f"r{number}", 2 + number % 2, "--reveal", "outlet")
    found = cell(run, "outlet")
    low, high = found["first"]["interval_95"]
    assert 0 <= low < found["first"]["mean_shift"] == 0.5 < high <= 1
    rows = list(csv.DictReader(io.StringIO(run("compare", "--anchoring", "--format", "csv").out)))
    (row,) = [
        one
        for one in rows
        if (one["criterion"], one["reveal"], one["score"]) == ("overall", "outlet", "first")
    ]
    assert (row["n"], row["up"], row["down"], row["mean_shift"]) == ("6", "3", "0", "0.5")


def test_an_empty_workspace_says_how_to_begin(run: Run, demo: Path) -> None:
    ran = run("compare", "--anchoring")
    assert ran.code == 0 and "before and after a reveal yet" in ran.err
