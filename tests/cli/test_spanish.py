"""The fourth language through the commands: found out, analysed, matched, and honest where it lacks words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PUENTE = """\
La obra del puente de Valdeluz costará 3,4 millones de euros más

Por Lucía Herrero
26 de febrero de 2024

La alcaldesa Irene Molina dijo el martes que las obras costarán 3,4 millones de euros más.
El tribunal condenó a la empresa Obras Norte a pagar 1,2 millones de euros.
El bochornoso espectáculo del pleno duró hasta la medianoche.
"""
BRIDGE = """\
The bridge in Valdeluz will cost 3.4 million euros more

Mayor Irene Molina said on Tuesday that the works will cost 3.4 million euros more.
A court sentenced the company Obras Norte to pay 1.2 million euros.
The old bridge was closed in the spring.
"""


@pytest.fixture
def story(here: Path, run: Run) -> Path:
    """A workspace with one story told by a Spanish and an English outlet, both written for this test."""
    (here / "puente.txt").write_text(PUENTE, encoding="utf-8")
    (here / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    assert run("init").code == 0
    for name, outlet in (("puente.txt", "Diario de Valdeluz"), ("bridge.txt", "Valdeluz Times")):
        assert run("add", name, "--outlet", outlet, "--story", "The bridge", "--yes").code == 0
    return here


def test_the_language_and_the_date_are_found_out(story: Path, run: Run) -> None:
    rows = json.loads(run("articles", "--format", "json").out)["articles"]
    (spanish,) = [row for row in rows if row["outlet"] == "diario-de-valdeluz"]
    assert (spanish["language"], spanish["published"]) == ("es", "2024-02-26")


def test_every_signal_answers(story: Path, run: Run) -> None:
    (one,) = json.loads(run("analyze", "puente.txt", "--format", "json").out)["articles"]
    absent = {id: told for id, told in one["measurements"].items() if "unavailable" in told}
    assert absent == {}
    assert one["measurements"]["readability"]["unit"].startswith("points (Szigriszt-Pazos")
    assert one["measurements"]["byline-date-contact"]["inputs"]["byline"] == 1, "“Por Lucía Herrero”"
    assert "bochornoso" in [finding["text"] for finding in one["findings"] if finding["signal"] == "loaded"]


def test_statements_are_matched_with_those_of_another_language(story: Path, run: Run) -> None:
    told = json.loads(run("coverage", "--format", "json", "--method", "plain").out)
    pairs = [
        [passage["text"].split()[0] for passage in statement["passages"]]
        for statement in told["statements"]
        if len({passage["outlet"] for passage in statement["passages"]}) > 1
    ]
    assert any({"El", "A"} <= set(first) for first in pairs), "the court's sentence"
    assert any({"La", "Mayor"} <= set(first) for first in pairs), "the mayor's figure"


def test_a_card_names_the_language_and_says_that_nobody_measured_it(here: Path, run: Run) -> None:
    card = " ".join(run("signals", "loaded").out.split())
    assert "Languages: English, Italian, Hindi, Spanish." in card
    assert "Never measured in Spanish: be careful there." in card


def test_a_rubric_without_spanish_is_shown_in_english_and_says_so(here: Path, run: Run) -> None:
    shown = run("rubrics", "show", "core", "--in", "es")
    assert shown.code == 0 and shown.out == run("rubrics", "show", "core").out
    assert shown.err.strip() == "core has no text in Spanish; what is missing is shown in English."


def test_a_new_rubric_in_spanish_holds_english_to_be_translated(here: Path, run: Run) -> None:
    made = run("rubrics", "new", "mia", "--in", "es")
    assert made.code == 0 and "to be translated into Spanish" in made.err
    assert run("rubrics", "check", "mia.yaml").code == 0
    assert '  es: "Sources"' in (here / "mia.yaml").read_text("utf-8")


def test_a_class_can_add_spanish_words_of_its_own(story: Path, run: Run) -> None:
    added = run("words", "add", "es", "loaded", "obras", "--weight", "3", "--note", "a test")
    assert added.code == 0, added.err
    (one,) = json.loads(run("analyze", "puente.txt", "--format", "json").out)["articles"]
    assert "obras" in [finding["text"] for finding in one["findings"] if finding["signal"] == "loaded"]
