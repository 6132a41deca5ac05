"""Reports of benchmarks: kept small and stable, compared by ratio, told figure by figure."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.figures import Figure
from benchmarks.keeping import RESULTS, Report, begin, history, keep, kept, worse

KEY = Figure("a key", 6.0, "ms", "the smallest app", 3.0, 16, on="value")
HELP = Figure("--help", 160.0, "ms", "python -c pass", 40.0, 5)


def report(commit: str, date: str, **figures: Figure) -> Report:
    return Report(commit, date, {"cores": 2}, {f"m: {name}": one for name, one in figures.items()})


def test_a_figure_is_held_to_its_ratio_or_to_its_value() -> None:
    assert KEY.holds and HELP.holds
    assert not replace(HELP, value=201).holds
    assert not replace(KEY, value=17, beside=17).holds
    assert replace(KEY, most=None, value=1e9).holds


def test_a_report_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    keep(report("b", "2026-02-01", key=KEY, help=HELP), tmp_path)
    keep(report("a", "2026-01-01", key=replace(KEY, value=3.33333)), tmp_path)
    first, second = kept(tmp_path)
    assert (first.commit, second.commit) == ("a", "b")
    assert first.figures["m: key"].value == 3.333
    assert second.figures["m: help"].ratio == 4
    assert second.figures["m: help"].holds


def test_the_file_is_sorted_and_the_same_for_the_same_report(tmp_path: Path) -> None:
    path = keep(report("c", "2026-01-01", key=KEY, help=HELP), tmp_path)
    before = path.read_bytes()
    keep(report("c", "2026-01-01", help=HELP, key=KEY), tmp_path)
    assert path.read_bytes() == before
    assert list(json.loads(before)) == ["commit", "date", "figures", "machine"]


def test_modules_that_are_run_later_join_the_report_of_their_commit(tmp_path: Path) -> None:
    keep(report("c", "2026-01-01", key=KEY), tmp_path)
    keep(report("c", "2026-01-02", help=HELP), tmp_path)
    (one,) = kept(tmp_path)
    assert set(one.figures) == {"m: key", "m: help"}


CHANGES = [
    (replace(KEY, value=7.0), {}, "within noise"),
    (replace(KEY, value=9.0), {"m: key": 1.5}, "slower, with the reference as it was"),
    (replace(KEY, value=60.0, beside=30.0), {}, "a machine ten times as slow"),
    (replace(KEY, value=6.0, beside=1.5), {"m: key": 2.0}, "only the reference has become faster"),
    (replace(KEY, value=1.0), {}, "faster"),
    (replace(KEY, value=7.0, noise=1.1), {"m: key": pytest.approx(7 / 6)}, "a figure with less noise"),
]


@pytest.mark.parametrize(("now", "told", "reason"), CHANGES, ids=[row[2] for row in CHANGES])
def test_a_ratio_that_grows_beyond_noise_is_a_regression(
    now: Figure, told: dict[str, float], reason: str
) -> None:
    assert worse({"m: key": now, "m: new": HELP}, {"m: key": KEY, "m: gone": HELP}) == told, reason


def test_the_history_of_a_figure_is_told_commit_by_commit(tmp_path: Path) -> None:
    keep(report("later", "2026-02-01T10:00", key=replace(KEY, value=9.0)), tmp_path)
    keep(report("sooner", "2026-01-01T10:00", key=KEY, help=HELP), tmp_path)
    lines = history("KEY", tmp_path)
    assert [line.split()[1] for line in lines] == ["sooner", "later"]
    assert "2.00 times the smallest app" in lines[0]


def test_a_kept_report_names_no_machine_and_no_folder() -> None:
    told = json.dumps({**begin("c").machine})
    assert not any(name in told for name in (Path.home().name + "/", str(RESULTS), "/home", "/root"))
    assert set(begin("c").machine) >= {"cores", "processor", "python", "system", "load when begun"}


def test_the_command_measures_prints_and_names_what_there_is() -> None:
    root = RESULTS.parents[1]
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--help"], cwd=root, capture_output=True, text=True, check=True
    )
    modules = [path.stem for path in (root / "benchmarks").glob("*.py")]
    measuring = [name for name in modules if hasattr(import_module(f"benchmarks.{name}"), "measure")]
    assert len(measuring) > 15
    assert all(name in told.stdout for name in measuring)
