"""Users' mistakes: one clear sentence with what to do, exit code 2, nothing changed."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run


def bytes_of(name: str) -> bytes:
    return {
        "empty": b"",
        "blank": b"  \n\n",
        "binary": b"\x89PNG\r\n\0\0\0",
        "latin": "Perché no? È così.".encode("latin-1"),
        "wide": "Perché no?".encode("utf-16"),
        "huge": b"word " * 10_500_000,
        "wrong key": b"---\noutlte: x\n---\nText.\n",
        "twice": b"---\noutlet: x\noutlet: y\n---\nText.\n",
        "unclosed": b"---\noutlet: x\nlanguage: en\n",
        "unknown language": b"---\nlanguage: klingon\n---\nText.\n",
    }[name]


def told(ran: Ran, *words: str) -> None:
    """The command refused in a sentence that holds these words, and showed no traceback."""
    assert ran.code == 2
    assert "Traceback" not in ran.err + ran.out
    for word in words:
        assert word in ran.err, ran.err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("empty", ["empty"]),
        ("blank", ["empty"]),
        ("binary", ["binary"]),
        ("latin", ["UTF-8", "a.txt:1:6"]),
        ("wide", ["UTF-16"]),
        ("huge", ["MB"]),
        ("wrong key", ["outlte", "outlet", "a.txt:2"]),
        ("twice", ["outlet", "a.txt:3"]),
        ("unclosed", ["---"]),
        ("unknown language", ["klingon", "it"]),
    ],
)
@pytest.mark.parametrize("command", ["analyze", "add"])
def test_a_file_that_is_no_article_is_refused(
    run: Run, here: Path, name: str, words: list[str], command: str
) -> None:
    run("init")
    (here / "a.txt").write_bytes(bytes_of(name))
    told(run(command, "a.txt"), *words)
    assert "No articles" in run("articles").err


@pytest.mark.parametrize("command", ["analyze", "add"])
def test_a_missing_file_is_named(run: Run, here: Path, command: str) -> None:
    run("init")
    told(run(command, "nothing.txt"), "nothing.txt")


def test_in_a_batch_the_good_ones_go_in(run: Run, here: Path) -> None:
    run("init")
    (here / "good.txt").write_text("A headline of four words\n\nThe text of it.\n", "utf-8")
    (here / "bad.txt").write_bytes(b"\0")
    ran = run("add", "good.txt", "bad.txt")
    assert ran.code == 2 and "good.txt" in ran.out and "bad.txt" in ran.err
    assert "good" not in run("articles").err and "A headline" in run("articles").out


@pytest.mark.parametrize("language", ["klingon", "xx"])
def test_an_unknown_language_is_refused(run: Run, here: Path, language: str) -> None:
    run("init")
    (here / "a.txt").write_text("A text of some words.", "utf-8")
    told(run("add", "a.txt", "--language", language), language)
    told(run("analyze", "a.txt", "--language", language), language)


def test_a_rubric_with_a_duplicate_level_is_shown_with_its_line(run: Run, here: Path) -> None:
    core = (Path(__file__).parents[2] / "rubrics" / "core.yaml").read_text("utf-8")
    spoiled = core.replace("value: 2", "value: 1", 1)
    assert spoiled != core, "the rubric's form changed: mend this test"
    (here / "mine.yaml").write_text(spoiled, "utf-8")
    ran = run("rubrics", "check", "mine.yaml")
    told(ran, "mine.yaml:", "1")
    number = int(ran.err.split("mine.yaml:")[1].split(":")[0])
    assert "1" in spoiled.splitlines()[number - 1]


def test_no_workspace_here(run: Run, here: Path) -> None:
    told(run("articles"), "annotator init")
    assert list(here.iterdir()) == []


def test_a_second_workspace_in_one_folder_is_refused(run: Run, demo: Path) -> None:
    told(run("init"), "already")


def test_a_database_that_is_not_ours_is_left_alone(run: Run, here: Path) -> None:
    connection = sqlite3.connect(here / "annotator.db")
    connection.execute("create table recipes (name text)")
    connection.commit()
    connection.close()
    before = (here / "annotator.db").read_bytes()
    told(run("articles"), "annotator.db")
    assert (here / "annotator.db").read_bytes() == before


def test_a_database_from_a_newer_version_is_left_alone(run: Run, demo: Path) -> None:
    connection = sqlite3.connect(demo / "annotator.db")
    connection.execute("pragma user_version = 9999")
    connection.commit()
    connection.close()
    told(run("articles"), "newer")


def test_a_corrupt_database_is_left_alone(run: Run, here: Path) -> None:
    (here / "annotator.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    before = (here / "annotator.db").read_bytes()
    told(run("articles"), "annotator.db")
    assert (here / "annotator.db").read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_named(run: Run, here: Path) -> None:
    closed = here / "closed"
    closed.mkdir(mode=0o500)
    told(run("init", closed), "closed")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("score", "techtrendske", "tone=9"), ["9"]),
        (("score", "techtrendske", "tone=high"), ["high"]),
        (("score", "techtrendske", "tune=2"), ["tune"]),
        (("score", "techtrendske", "tone"), ["equals"]),
        (("score", "techtrend", "tone=2"), ["techtrend"]),
        (("score", "techtrendske", "tone=2", "--quote", "tone=not there"), ["not there"]),
        (("score", "techtrendske", "overall=2", "--rubric", "cor"), ["core"]),
        (("compare", "--story", "tiktok"), ["tiktok-settlement"]),
        (("signals", "load"), ["loaded"]),
        (("rubrics", "show", "kore"), ["core"]),
        (("export", "scores", "--to", "missing/out.csv"), ["missing"]),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_ones(
    run: Run, demo: Path, arguments: tuple[str, ...], words: list[str]
) -> None:
    told(run(*arguments), *words)
    assert "0 scores written" in run("export", "scores").err


def test_an_export_does_not_write_over_a_file(run: Run, demo: Path) -> None:
    (demo / "out.csv").write_text("mine", "utf-8")
    told(run("export", "scores", "--to", "out.csv"), "out.csv", "--force")
    assert (demo / "out.csv").read_text("utf-8") == "mine"
    assert run("export", "scores", "--to", "out.csv", "--force").code == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("not json", ["JSON", "standard input:2"]),
        ('{"id": 1}', ["text", "standard input:2"]),
        ("[1]", ["text"]),
        ('{"id": 1, "text": "a", "title": 5}', ["title"]),
        ('{"id": 1, "text": "a b c d", "language": "tlh"}', []),
    ],
)
def test_a_bad_line_is_named(run: Run, line: str, words: list[str]) -> None:
    ran = run("analyze", "-", "--format", "jsonl", stdin='{"id": 0, "text": "A word."}\n' + line + "\n")
    if words:
        told(ran, *words)
    else:
        assert ran.code == 0 and "unavailable" in ran.out.splitlines()[1]


def test_the_app_without_a_terminal_says_so(run: Run, here: Path) -> None:
    told(run(), "terminal")
    told(run("demo"), "terminal")
    assert list(here.iterdir()) == []


def test_escapes_in_a_text_do_not_reach_the_terminal(run: Run, here: Path) -> None:
    (here / "a.txt").write_text("A \x1b[31mscummy\x1b[0m \u202eplan of theirs\n\nThe scummy end.\n", "utf-8")
    ran = run("analyze", "a.txt")
    assert ran.code == 0 and "\x1b" not in ran.out and "\u202e" not in ran.out


def test_a_workspace_is_made_where_the_option_says(run: Run, here: Path) -> None:
    ran = run("-w", here / "class-7b", "init")
    assert ran.code == 0 and str(here / "class-7b") in ran.err
    assert [path.name for path in here.iterdir()] == ["class-7b"]
