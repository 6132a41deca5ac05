"""`annotator signals`, `annotator words`, `annotator export verdicts`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from annotator.signals import catalogue
from annotator.workbench.analyzing import analyze_article, version_of
from annotator.workbench.drafting import save_verdict
from annotator.workbench.opening import open_workspace
from annotator.workbench.rating import ensure_rater
from annotator.workbench.reading import find_article
from tests.cli.conftest import Run


@pytest.fixture
def judged(demo: Path) -> Path:
    """The demo workspace, where three readers refused one loaded word and one took another."""
    with open_workspace(demo) as workspace:
        article = find_article(workspace, "techtrendske")
        found = [f for f in analyze_article(workspace, article).findings if f.signal == "loaded"]
        version = version_of(workspace, "en")
        for handle in ("asha", "bruno", "chiara"):
            rater = ensure_rater(workspace, handle)
            save_verdict(workspace, rater, article, found[0], version, "no")
        save_verdict(workspace, rater, article, found[1], version, "yes")
        save_verdict(workspace, rater, article, found[2], version, "unsure")
    return demo


def loaded_words(run: Run, *arguments: str, stdin: str = "") -> list[str]:
    ran = run("analyze", *arguments, "--format", "json", stdin=stdin)
    assert ran.code == 0, ran.err
    (article,) = json.loads(ran.out)["articles"]
    return [f["text"].lower() for f in article["findings"] if f["signal"] == "loaded"]


# ---------------------------------------------------------------- cards


def test_a_card_says_when_not_to_believe_it(run: Run, here: Path) -> None:
    ran = run("signals", "hedge")
    assert ran.code == 0
    for heading in ("When not to believe it", "Hindi: known mistakes", "How often it was right"):
        assert heading in ran.out
    assert max(map(len, ran.out.splitlines())) <= 100


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_all_signals_are_listed_without_a_workspace(run: Run, here: Path, form: str) -> None:
    ran = run("signals", "--format", form)
    assert ran.code == 0
    assert all(card.title in ran.out for card in catalogue())


def test_a_card_in_json_has_examples_and_figures(run: Run, here: Path) -> None:
    (card,) = json.loads(run("signals", "loaded", "--format", "json").out)["signals"]
    assert {"find", "leave", "mistake", "measure"} == set(card["examples"]["hi"])
    assert {"signal", "language", "data", "licence", "date", "counts", "n"} <= set(card["figures"][0])


def test_an_unknown_signal_names_the_known_ones(run: Run, here: Path) -> None:
    ran = run("signals", "loadd")
    assert ran.code == 2 and "praise" in ran.err


# ---------------------------------------------------------------- verdicts


def test_verdicts_show_the_precision_in_this_class(run: Run, judged: Path) -> None:
    ran = run("signals", "--verdicts")
    assert ran.code == 0 and "0.25 (n 4)" in ran.out and "3 no" in ran.out
    report = json.loads(run("signals", "--verdicts", "--format", "json").out)
    assert set(report) == {"version", "story", "minimum_n", "signals"}
    (loaded,) = [one for one in report["signals"] if one["signal"] == "loaded"]
    assert (loaded["yes"], loaded["no"], loaded["unsure"], loaded["precision"]) == (1, 3, 1, 0.25)
    assert loaded["refused"][0]["no"] == 3
    (praise,) = [one for one in report["signals"] if one["signal"] == "praise"]
    assert praise["precision"] is None, "absent is not zero"
    rows = list(csv.DictReader(io.StringIO(run("signals", "--verdicts", "--format", "csv").out)))
    assert [row["precision"] for row in rows if row["signal"] in ("loaded", "praise")] == ["0.25", ""]


def test_verdicts_of_one_signal_and_story(run: Run, judged: Path) -> None:
    ran = run("signals", "praise", "--verdicts", "--story", "tiktok-settlement")
    assert ran.code == 0 and not ran.out and "Nobody" in ran.err
    assert run("signals", "--verdicts", "--story", "nowhere").code == 2
    assert run("signals", "--story", "tiktok-settlement").code == 2


def test_verdicts_are_exported_with_codes_for_names(run: Run, judged: Path) -> None:
    assert run("export", "verdicts", "--to", "verdicts.csv").code == 0
    text = (judged / "verdicts.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 5 and "asha" not in text and all(row["rater"].startswith("R-") for row in rows)
    assert all(row["words"] and row["signal_version"] for row in rows)
    assert run("export", "verdicts", "--to", "verdicts.csv").code == 2
    assert "asha" in run("export", "verdicts", "--identified", "--history").out


# ---------------------------------------------------------------- words


def test_an_added_word_is_found_inside_the_workspace_only(run: Run, demo: Path) -> None:
    (demo / "news.txt").write_text("Vote on Monday\n\nThe hullabillo went on all day.\n", encoding="utf-8")
    assert loaded_words(run, "news.txt", "--language", "en") == []
    ran = run("words", "add", "en", "loaded", "hullabillo", "--weight", "3", "--note", "makes light of it")
    assert ran.code == 0 and "hullabillo" in ran.out and "version" in ran.err
    assert loaded_words(run, "news.txt", "--language", "en") == ["hullabillo"]
    assert loaded_words(run, "-", "--language", "en", stdin="The hullabillo went on.") == ["hullabillo"]
    (line,) = run(
        "analyze", "-", "--format", "jsonl", stdin='{"id": 1, "text": "A hullabillo.", "language": "en"}'
    ).out.splitlines()
    assert "hullabillo" in [f["text"] for f in json.loads(line)["findings"]]
    run("init", "elsewhere")
    ran = run("-w", "elsewhere", "analyze", "news.txt", "--language", "en", "--format", "json")
    assert "hullabillo" not in [f["text"] for f in json.loads(ran.out)["articles"][0]["findings"]]


def test_a_silenced_word_is_not_found_in_stored_articles(run: Run, demo: Path) -> None:
    assert "scummy" in loaded_words(run, "techtrendske")
    assert run("words", "silence", "en", "loaded", "scummy").code == 0
    assert "scummy" not in loaded_words(run, "techtrendske")


def test_the_words_of_a_workspace_are_listed_with_their_lines(run: Run, demo: Path) -> None:
    assert "as shipped" in run("words", "list").err
    run("words", "add", "it", "praise", "mitico", "--weight", "3")
    run("words", "silence", "en", "loaded", "scummy")
    rows = json.loads(run("words", "list", "--format", "json").out)["words"]
    assert [(row["language"], row["what"]) for row in rows] == [("en", "silenced"), ("it", "added")]
    assert rows[1]["place"].startswith("languages/it/praise.txt:")
    assert len(run("words", "list", "it").out.splitlines()) == 3


def test_a_bad_line_gives_one_sentence_and_stops_only_its_language(run: Run, demo: Path) -> None:
    path = demo / "languages" / "en" / "loaded.txt"
    path.parent.mkdir(parents=True)
    path.write_text("fine\nplot | 9\n", encoding="utf-8")
    ran = run("analyze", "--format", "json")
    assert ran.code == 2
    assert {article["language"] for article in json.loads(ran.out)["articles"]} == {"hi", "it"}
    (sentence,) = [line for line in ran.err.splitlines() if line]
    assert "loaded.txt:2:" in sentence and "from 1 to 3" in sentence
    ran = run("words", "list")
    assert ran.code == 2 and "loaded.txt:2:" in ran.err


def test_a_bad_line_leaves_every_line_of_json_answered(run: Run, demo: Path) -> None:
    path = demo / "languages" / "en" / "loaded.txt"
    path.parent.mkdir(parents=True)
    path.write_text("plot+zz\n", encoding="utf-8")
    rows = [
        {"id": code, "text": text, "language": code}
        for code, text in (("en", "A plot."), ("it", "Una legge."), ("en", "A ploy."))
    ]
    ran = run("analyze", "-", "--format", "jsonl", stdin="".join(json.dumps(row) + "\n" for row in rows))
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.code == 2 and [answer["id"] for answer in answers] == ["en", "it", "en"]
    assert "unavailable" in answers[0]["measurements"]["loaded"]
    assert "value" in answers[1]["measurements"]["loaded"]
    assert ran.err.count("loaded.txt:1:") == 1


def test_words_need_a_workspace(run: Run, here: Path) -> None:
    ran = run("words", "add", "en", "loaded", "plot")
    assert ran.code == 2 and "annotator init" in ran.err
    assert not (here / "languages").exists()
