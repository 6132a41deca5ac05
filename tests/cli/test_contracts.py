"""The JSON and CSV that other programs read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SEEDS = sorted((Path(__file__).parents[2] / "seeds" / "tiktok-settlement").glob("*.md"))


def test_analyze_json_has_the_shape_of_version_1(run: Run, here: Path) -> None:
    (here / "a.txt").write_text(
        "A scummy plan comes to light\n\nThe firm used scummy tactics, a spokesman said.\n", "utf-8"
    )
    report = json.loads(run("analyze", "a.txt", "--format", "json").out)
    assert report["version"] == 1
    (article,) = report["articles"]
    assert list(article) == [
        "path",
        "id",
        "title",
        "language",
        "outlet",
        "text",
        "findings",
        "measurements",
        "amounts",
    ]
    assert article["title"] == "A scummy plan comes to light"
    assert {tuple(finding) for finding in article["findings"]} == {
        ("signal", "start", "end", "text", "why", "entry", "weight")
    }
    for measurement in article["measurements"].values():
        assert set(measurement) in ({"value", "unit", "inputs"}, {"unavailable"})


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_finding_of_a_seed_quotes_its_very_words(run: Run, path: Path) -> None:
    (article,) = json.loads(run("analyze", path, "--format", "json").out)["articles"]
    findings = article["findings"]
    assert findings
    for finding in findings:
        assert article["text"][finding["start"] : finding["end"]] == finding["text"]
        assert finding["why"] and finding["text"].strip() == finding["text"]
    places = [(f["start"], f["end"], f["signal"]) for f in findings]
    assert places == sorted(set(places)), "sorted, and no two alike"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("One.\r\nTwo.\r\n", "carriage returns"),
        ("\ufeffOne.\nTwo.\n", "a byte order mark"),
        ("---\nJust an ornament\n", "a rule that opens no front matter"),
    ],
)
def test_the_text_of_a_plain_file_is_unchanged(run: Run, here: Path, raw: str, reason: str) -> None:
    (here / "a.txt").write_bytes(raw.encode())
    (article,) = json.loads(run("analyze", "a.txt", "--format", "json").out)["articles"]
    assert article["text"] == raw, reason


def test_lines_are_answered_in_order_with_their_ids(run: Run) -> None:
    rows = [
        {"id": "x", "text": "The scummy firm lost.", "language": "en"},
        {"id": 7, "text": "बताया जा रहा है कि डील 9.2 करोड़ डॉलर की है।", "language": "hi"},
        {
            "id": "y",
            "text": "Un comportamento esemplare.",
            "language": "it",
            "title": "Un comportamento esemplare.",
        },
        {"id": "z", "text": "Una frase senza lingua che è stata scritta per essere letta dai suoi lettori."},
    ]
    ran = run("analyze", "-", "--format", "jsonl", stdin="".join(json.dumps(row) + "\n" for row in rows))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["x", 7, "y", "z"]
    assert all(set(answer) == {"id", "findings", "measurements", "amounts"} for answer in answers)
    assert [(a["value"], a["unit"]) for a in answers[1]["amounts"]] == [(92_000_000, "USD")]


def test_articles_json_has_the_shape_of_the_contract(run: Run, demo: Path) -> None:
    report = json.loads(run("articles", "--full", "--format", "json").out)
    assert len(report["articles"]) == 5
    keys = [
        "id",
        "source",
        "title",
        "outlet",
        "language",
        "published",
        "byline",
        "url",
        "story",
        "words",
        "text",
        "origin",
    ]
    assert all(list(article) == keys for article in report["articles"])
    assert {article["language"] for article in report["articles"]} == {"en", "it", "hi"}


def test_rubrics_json_lists_the_core_rubric(run: Run, here: Path) -> None:
    (core,) = [
        r for r in json.loads(run("rubrics", "list", "--format", "json").out)["rubrics"] if r["id"] == "core"
    ]
    assert set(core) == {"id", "version", "digest", "title"}
    assert len(core["digest"]) == 64


def test_a_score_comes_out_of_the_csv_with_its_hindi_quote_whole(run: Run, demo: Path) -> None:
    quote = "एक रिपोर्ट के मुताबिक"
    assert run("-r", "asha", "score", "outlet-hi", "sourcing=2", "--quote", f"sourcing={quote}").code == 0
    ran = run("export", "scores", "--identified")
    (row,) = csv.DictReader(io.StringIO(ran.out))
    assert (row["rater"], row["criterion"], row["level"], row["evidence"]) == ("asha", "sourcing", "2", quote)
    assert len(row["rubric_digest"]) == 64 and row["tool_version"]


def test_a_note_that_a_spreadsheet_would_run_is_neutralised_and_comes_back(run: Run, demo: Path) -> None:
    note = '=HYPERLINK("http://x","y")'
    run("-r", "a", "score", "outlet-it", "overall=2", "--note", f"overall={note}")
    assert run("export", "scores", "--to", "out.csv", "--identified").code == 0
    (row,) = csv.DictReader(io.StringIO((demo / "out.csv").read_text("utf-8")))
    assert not row["note"].startswith("=") and note in row["note"]


def test_scores_go_out_and_come_in_again(run: Run, demo: Path) -> None:
    for handle, level in (("a", 1), ("b", 2), ("c", 4)):
        run("-r", handle, "score", "techtrendske", f"overall={level}", "balance=0")
    run("export", "scores", "--to", "out.csv", "--identified")
    assert run("init", "--demo", "second").code == 0
    ran = run("-w", "second", "import-scores", "out.csv")
    assert (ran.code, "6 scores taken in" in ran.err) == (0, True)
    report = json.loads(run("-w", "second", "compare", "--format", "json").out)
    cells = {(cell["outlet"], cell["criterion"]): cell for cell in report["cells"]}
    assert cells["techtrendske", "overall"]["median"] == 2
    assert cells["techtrendske", "balance"]["cannot_judge"] == 3
    again = run("-w", "second", "import-scores", "out.csv")
    assert "0 scores taken in, 6 stood already" in again.err


def test_compare_says_too_few_and_never_gives_an_outlet_one_figure(run: Run, demo: Path) -> None:
    run("-r", "a", "score", "techtrendske", "overall=1")
    ran = run("compare", "--story", "tiktok-settlement")
    assert "too few (1 of 3)" in ran.out
    report = json.loads(run("compare", "--format", "json").out)
    told = {"rubric", "raters", "minimum_n", "not_adjusted", "cells"}
    assert set(report) == told | {"version", "story", "stories"}
    assert [set(one) for one in report["stories"]] == [told | {"story", "title"}]
    assert all(cell["median"] is None for cell in report["cells"])


def test_compare_signals_names_the_words(run: Run, demo: Path) -> None:
    cells = json.loads(run("compare", "--signals", "--format", "json").out)["cells"]
    (loaded,) = [c for c in cells if (c["outlet"], c["signal"]) == ("techtrendske", "loaded")]
    assert {"text": "scummy", "count": 3} in loaded["words"]


@pytest.mark.parametrize("form", ["table", "csv"])
@pytest.mark.parametrize("command", [("articles",), ("compare",), ("compare", "--signals")])
def test_other_formats_print_something(run: Run, demo: Path, command: tuple[str, ...], form: str) -> None:
    ran = run(*command, "--format", form)
    assert ran.code == 0 and len(ran.out.splitlines()) > 5
