"""The recipe for a language, followed to the letter in a copy of the program: a folder, and one line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from annotator.languages import CODES
from tests.copying import copy_program, told
from tests.docs.running import DOCS, ROOT

pytestmark = pytest.mark.whole

FRENCH = """\
Le maire annonce la fermeture du pont

Le maire a dit lundi que le pont sera fermé dans une semaine et que les travaux coûteront 3,4 millions.
C'est peut-être une erreur des ingénieurs, qui sont restés sur le chantier pour vérifier les piles.
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program that a newcomer has taught two small lists of French."""
    package = copy_program(tmp_path)
    names = package / "model" / "languages.py"
    source = names.read_text("utf-8")
    assert source.count('    "es": N_("Spanish"),\n') == 1
    names.write_text(
        source.replace('"es": N_("Spanish"),\n', '"es": N_("Spanish"),\n    "fr": N_("French"),\n'), "utf-8"
    )
    folder = package / "languages" / "fr"
    folder.mkdir()
    (folder / "function_words.txt").write_text(
        "le\nles\ndes\nune\net\nest\ndans\nqui\nsur\nque | shared\n", "utf-8"
    )
    (folder / "hedge.txt").write_text("peut-être | 2\n", "utf-8")
    (tmp_path / "pont.txt").write_text(FRENCH, "utf-8")
    return tmp_path


def test_two_lists_are_enough_to_begin_and_what_is_missing_is_named(copy: Path) -> None:
    (article,) = json.loads(told(copy, "analyze", "pont.txt", "--format", "json"))["articles"]
    measured: dict[str, Any] = article["measurements"]
    assert article["language"] == "fr"
    assert [finding["text"] for finding in article["findings"]] == ["peut-être"]
    assert measured["hedge"]["value"] > 0
    for signal, missing in (
        ("loaded", "loaded"),
        ("attribution", "reporting_verbs"),
        ("tone-gap", "sentiment"),
        ("claims-sourced", "claims"),
        ("distinct-sources", "reporting_verbs"),
    ):
        assert measured[signal] == {"unavailable": f"the file fr/{missing}.txt is missing."}, signal
    assert "'fr'" in measured["readability"]["unavailable"]


def test_a_card_names_only_the_languages_that_have_its_list(copy: Path) -> None:
    def named(id: str) -> str:
        return re.sub(r"\s+", " ", told(copy, "signals", id)).split("Languages: ")[1].split(".")[0]

    assert named("hedge") == "English, Italian, Hindi, Spanish, French"
    assert named("loaded") == "English, Italian, Hindi, Spanish"


def test_an_article_in_it_can_be_kept_and_told_beside_others(copy: Path) -> None:
    (copy / "bridge.txt").write_text(
        "The mayor closes the bridge\n\nThe works will cost 3.4 million euros.\n", "utf-8"
    )
    told(copy, "init", "class")
    for file, outlet in (("pont.txt", "Le Pont"), ("bridge.txt", "The Bridge")):
        added = ("add", file, "--outlet", outlet, "--story", "Bridge", "--yes")
        told(copy, "--workspace", "class", *added)
    listed = json.loads(told(copy, "--workspace", "class", "articles", "--format", "json"))["articles"]
    assert {row["language"] for row in listed} == {"fr", "en"}
    assert told(copy, "--workspace", "class", "coverage", "--format", "json", "--method", "plain")


def test_the_page_lists_every_file_that_a_language_can_have() -> None:
    page = (DOCS / "adding-a-language.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `(\w+\.\w+)` \|", page, re.MULTILINE))
    folders = [ROOT / "annotator" / "languages" / code for code in CODES]
    there = {path.name for folder in folders for path in folder.iterdir() if path.suffix in (".txt", ".toml")}
    assert listed == there
