"""`annotator rubrics`: list, show, check, new."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SHIPPED = {
    "bias-language", "core", "craap", "credibility-indicators", "outlet-standards", "quick-three", "sift",
}  # fmt: skip


def test_all_shipped_rubrics_are_listed(run: Run, here: Path) -> None:
    listed = json.loads(run("rubrics", "list", "--format", "json").out)["rubrics"]
    assert {one["id"] for one in listed} == SHIPPED
    assert listed[0]["id"] == "core"


@pytest.mark.parametrize("name", sorted(SHIPPED))
@pytest.mark.parametrize(("code", "letters"), [("en", "[a-z]"), ("it", "[à-ù]"), ("hi", "[अ-ह]")])
def test_a_rubric_is_shown_in_each_language(run: Run, here: Path, name: str, code: str, letters: str) -> None:
    ran = run("rubrics", "show", name, "--in", code)
    assert ran.code == 0
    assert len(re.findall(letters, ran.out)) >= 20


def test_what_is_shown_tells_evidence_signals_and_follow_ups(run: Run, here: Path) -> None:
    out = run("rubrics", "show", "sift", "--in", "it").out
    assert "overall-before: Prima impressione" in out
    assert "segnali: clickbait, loaded, sentiment" in out
    assert "+ al livello 2 o più in basso: Quale emozione hai provato per prima, leggendo?" in out
    assert "Caulfield" in out


@pytest.mark.parametrize("languages", ["en", "it", "en,it,hi", " hi , en "])
def test_a_new_rubric_passes_its_own_check(run: Run, here: Path, languages: str) -> None:
    made = run("rubrics", "new", "class-8b", "--in", languages)
    assert (made.code, made.out) == (0, "class-8b.yaml\n")
    assert "rubrics check class-8b.yaml" in made.err
    checked = run("rubrics", "check", "class-8b.yaml")
    assert (checked.code, checked.err) == (0, "")
    assert "class-8b 1.0, 3 criteria, no mistakes" in checked.out
    source = (here / "class-8b.yaml").read_text("utf-8")
    for code in ("it", "hi"):
        assert (f"  {code}: " in source) == (code in languages)


def test_an_editor_finds_the_schema_beside_a_new_rubric(run: Run, here: Path) -> None:
    run("rubrics", "new", "mine")
    name = re.search(r"\$schema=(\S+)", (here / "mine.yaml").read_text("utf-8"))
    assert name and json.loads((here / name[1]).read_text("utf-8"))["type"] == "object"


def test_a_new_rubric_goes_to_the_workspace_and_is_at_hand_there(run: Run, demo: Path) -> None:
    assert run("rubrics", "new", "mine").out.strip() == str(Path("rubrics") / "mine.yaml")
    assert "mine" in {
        one["id"] for one in json.loads(run("rubrics", "list", "--format", "json").out)["rubrics"]
    }


@pytest.mark.parametrize(
    ("name", "told", "reason"),
    [
        ("mine", "already there", "a file that is there"),
        ("core", "came with annotator", "the name of a shipped rubric"),
        ("Class 8B", "“class-8b”", "a name with blanks"),
        ("पाठ", "small letters", "a name without Latin letters"),
        ("missing/mine", "folder does not exist", "a folder that is not there"),
    ],
)
def test_a_new_rubric_is_refused(run: Run, here: Path, name: str, told: str, reason: str) -> None:
    (here / "mine.yaml").write_text("kept", "utf-8")
    ran = run("rubrics", "new", name)
    assert (ran.code, ran.out) == (2, ""), reason
    assert told in ran.err
    assert [path.name for path in here.iterdir()] == ["mine.yaml"]
    assert (here / "mine.yaml").read_text("utf-8") == "kept"


def test_an_unknown_language_is_refused(run: Run, here: Path) -> None:
    ran = run("rubrics", "new", "mine", "--in", "en,fr")
    assert ran.code == 2 and "en, it, hi" in ran.err


def test_check_tells_all_mistakes_with_their_lines(run: Run, here: Path) -> None:
    run("rubrics", "new", "mine")
    source = (here / "mine.yaml").read_text("utf-8")
    spoilt = source.replace("evidence: quote-or", "evidense: quote-or", 1)
    spoilt = spoilt.replace("anonymous]", "anonymos]").replace("value: 3", "value: 0")
    (here / "mine.yaml").write_text(spoilt, "utf-8")
    ran = run("rubrics", "check", "mine.yaml")
    assert (ran.code, ran.out) == (2, "")
    places = re.findall(r"^mine\.yaml:(\d+):(\d+): ", ran.err, re.M)
    lines = spoilt.split("\n")
    assert [lines[int(line) - 1][int(column) - 1 :][:8] for line, column in places] == [
        "evidense",
        "anonymos",
        "0",
    ]
    assert ran.err.count("^") == 3
    assert "“evidence”" in ran.err and "“anonymous”" in ran.err and "cannot judge" in ran.err
    assert ran.err.endswith("\n3 mistakes\n")


def test_check_counts_over_all_files_and_still_tells_the_good_ones(run: Run, here: Path) -> None:
    run("rubrics", "new", "good")
    (here / "bad.yaml").write_text("id: [", "utf-8")
    ran = run("rubrics", "check", "bad.yaml", "good.yaml", "missing.yaml")
    assert ran.code == 2
    assert "good 1.0" in ran.out
    assert "the rest of the file can be checked" in ran.err
    assert ran.err.endswith("\n2 mistakes\n")


@pytest.fixture
def used(run: Run, demo: Path) -> Path:
    """A workspace with a rubric of its own under which one score was given."""
    run("rubrics", "new", "mine")
    article = json.loads(run("articles", "--format", "json").out)["articles"][0]["id"]
    rows = f"rater,article,criterion,level\nrania,{article},overall,2\n"
    (demo / "scores.csv").write_text(rows, "utf-8")
    assert run("import-scores", "scores.csv", "--rubric", "mine").code == 0
    return demo / "rubrics" / "mine.yaml"


def scores_listed(out: str) -> list[tuple[str, str]]:
    """Version and scores of each rubric called mine."""
    rows = [line.split() for line in out.split("\n") if line.startswith("mine ")]
    return [(row[1], row[4]) for row in rows]


def test_the_list_tells_how_many_scores_each_version_has(run: Run, used: Path) -> None:
    ran = run("rubrics", "list")
    assert scores_listed(ran.out) == [("1.0", "1")]
    assert ran.err == ""


def test_a_rubric_changed_after_use_without_a_new_version_is_pointed_out(run: Run, used: Path) -> None:
    source = used.read_text("utf-8")
    used.write_text(source.replace("A name for lists", "Another name"), "utf-8")
    ran = run("rubrics", "list")
    assert ran.code == 0
    assert sorted(scores_listed(ran.out)) == [("1.0", "-"), ("1.0", "1")]
    assert "mine 1.0 was changed after 1 score was given" in ran.err
    assert "Raise the version" in ran.err and "“1.1”" in ran.err
    used.write_text(used.read_text("utf-8").replace('version: "1.0"', 'version: "1.1"'), "utf-8")
    ran = run("rubrics", "list")
    assert ran.err == ""
    assert sorted(scores_listed(ran.out)) == [("1.0", "1"), ("1.1", "-")]


def test_a_change_before_any_score_is_nobodys_concern(run: Run, demo: Path) -> None:
    run("rubrics", "new", "mine")
    path = demo / "rubrics" / "mine.yaml"
    path.write_text(path.read_text("utf-8").replace("A name for lists", "Another name"), "utf-8")
    assert run("rubrics", "list").err == ""
