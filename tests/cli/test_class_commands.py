"""The commands of a lesson, from the class list to the end of term."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def lesson(demo: Path, run: Run) -> Path:
    """The demo story, three students and a teacher."""
    (demo / "class.csv").write_text(
        "Nome utente,Classe,Ruolo\nrania,8b,\ntomo,8b,\nasha,8b,\nrossi,,docente\n"
    )
    assert run("class", "roster", "class.csv").code == 0
    for rater, level in (("rania", 1), ("tomo", 4), ("asha", 4), ("rossi", 3)):
        answered = run(
            "--rater",
            rater,
            "score",
            "techtrendske",
            f"headline={level}",
            "--absent",
            "headline=nothing there",
        )
        assert answered.code == 0, answered.err
    return demo


def test_a_plan_is_shown_first_and_written_with_yes(lesson: Path, run: Run) -> None:
    shown = run("class", "assign", "--each", "2", "--format", "json")
    assert shown.code == 0
    assert "Nothing is written yet" in shown.err
    written = run("class", "assign", "--each", "2", "--format", "json", "--yes")
    assert json.loads(written.out)["students"] == json.loads(shown.out)["students"]
    absent = json.loads(
        run("class", "assign", "--overlap", "2", "--absent", "tomo", "--yes", "--format", "json").out
    )
    assert [one["handle"] for one in absent["students"]] == ["asha", "rania"]


def test_the_projector_shows_no_names(lesson: Path, run: Run) -> None:
    named, shown = run("class", "progress"), run("class", "progress", "--projector")
    assert "rania" in named.out
    assert shown.code == 0
    for form in ("table", "json", "csv"):
        out = run("class", "progress", "--projector", "--format", form).out
        assert not any(name in out for name in ("rania", "tomo", "asha"))
        assert "R-" in out


def test_disagreements_lead_to_quotes_without_names(lesson: Path, run: Run) -> None:
    ranked = run("class", "disagreements")
    assert ranked.code == 0
    assert "1×1 4×2" in ranked.out
    asked = run("class", "disagreements", "techtrendske", "headline")
    assert "nothing to quote: nothing there" in asked.out
    assert not any(name in asked.out for name in ("rania", "tomo", "asha"))
    assert json.loads(run("class", "disagreements", "--format", "json").out)["disagreements"][0]["n"] == 3


def test_the_key_and_calibration(lesson: Path, run: Run) -> None:
    assert "scored by rossi" in run("class", "key").out
    refused = run("--rater", "rania", "class", "key", "techtrendske", "headline=2", "--reason", "so")
    assert (refused.code, "only a teacher" in refused.err) == (2, True)
    settled = run("--rater", "rossi", "class", "key", "techtrendske", "headline=4", "--reason", "read again")
    assert "settled by rossi" in settled.out
    assert run("--rater", "rossi", "class", "key", "techtrendske", "headline=9", "--reason", "x").code == 2
    coded = run("class", "calibration")
    assert coded.code == 0
    assert "rania" not in coded.out
    found = json.loads(run("class", "calibration", "--identified", "--format", "json").out)
    rania = next(one for one in found["students"] if one["rater"] == "rania")
    assert rania["criteria"]["headline"]["leaning"] == -3
    assert "key 4" in run("class", "calibration", "rania").out
    assert found["severity"]["raters"]["rania"]["logits"] > found["severity"]["raters"]["tomo"]["logits"]


def test_forgetting_asks_first(lesson: Path, run: Run) -> None:
    assert run("class", "forget", "rania").code == 1
    assert "rania" in run("class", "roster").out
    assert run("class", "forget", "rania", "--yes").code == 0
    assert "rania" not in run("class", "roster").out
    assert run("class", "forget", "nobody", "--yes").code == 2
    assert run("class", "close").code == 1
    assert run("class", "close", "--yes").code == 0
    assert "tomo" not in run("class", "roster").out
