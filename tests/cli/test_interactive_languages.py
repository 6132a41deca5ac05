"""`annotator score --interactive` in every language of the interface, from the first line to the last."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.workbench.opening import FILE_NAME
from tests.cli.conftest import Run

KEYS = (
    "t 1-2",
    "f L",
    "2",
    "e 2",
    "n plain",
    "u",
    "r",
    "0",
    "s",
    "c 1",
    "reveal outlet",
    "9",
    "zz",
    "?",
    "q",
)
"""Reading, findings, a level that waits for its evidence, a note, undo, redo, cannot judge, and mistakes."""
SAID = {
    "it": ("Articolo: ", "in attesa. Serve una prova", "Salvato: Titolo", "Annullato:", "Ripristinato:",
           "non posso giudicare", "La testata la vedi già", "non è un livello", "non è un comando",
           "q: esci.", "Tutto ciò che hai confermato è salvato."),
    "hi": ("ख़बर: ", "अभी रुका है। सबूत चाहिए", "सहेजा गया: शीर्षक", "वापस लिया:", "फिर लागू किया:",
           "तय नहीं कर सकते", "पहले से दिखता है", "कोई स्तर नहीं है", "कोई कमांड नहीं है", "q: बाहर",
           "सब सहेजा हुआ है।"),
}  # fmt: skip
ENGLISH = re.compile(r"\b(Saved|Article|Outlet|Criterion|Needs|Your answer|Taken back|quit|evidence)\b")


@pytest.mark.parametrize("code", ["it", "hi"])
def test_the_whole_conversation_is_in_the_language(
    code: str, demo: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_LANGUAGE", code)
    ran = run("-r", "rania", "score", "techtrendske", "-i", stdin="\n".join(KEYS) + "\n")
    assert ran.code == 0, ran.err
    for words in SAID[code]:
        assert words in ran.out, words
    article = "".join(path.read_text("utf-8") for path in Path(__file__).parents[2].glob("seeds/*/*.md"))
    own = [line for line in ran.out.splitlines() if not any(part in article for part in _quoted(line))]
    left = [line for line in own if ENGLISH.search(line)]
    assert not left, left
    given = json.loads(run("history", "techtrendske", "--rater", "rania", "--format", "json").out)["history"]
    assert {"undo", "redo"} <= {row["mark"] for row in given}, "and all of it is on the disk"
    assert "cannot-judge" in {row["answer"] for row in given}


def _quoted(line: str) -> list[str]:
    """The parts of a line that may be words of an article: after a number, or between quotation marks."""
    return [part for part in re.findall(r"[“«'](.+?)[”»']", line) + [re.sub(r"^\d+\. ", "", line)] if part]


def test_the_language_changes_in_the_conversation_and_is_remembered(demo: Path, run: Run) -> None:
    out = run("-r", "rania", "score", "techtrendske", "-i", stdin="l xx\nl it\nq\n").out
    assert "Which language? l en, l it or l hi." in out
    assert "Da ora in italiano." in out and "Titolo e testo" in out
    out = run("-r", "rania", "score", "techtrendske", "-i", stdin="q\n").out
    assert "Articolo:" in out and "Article:" not in out
    out = run("-r", "kim", "score", "techtrendske", "-i", stdin="q\n").out
    assert "Article:" in out, "another rater has another language"


MISHAPS = [
    ("there is no workspace", lambda path: path.unlink(), "qui non c’è uno spazio di lavoro. Creane uno"),
    ("no database", lambda path: path.write_text("nothing" * 99), "Questa non è una banca dati"),
    ("a damaged page", lambda path: _spoil(path), "la banca dati è danneggiata"),
]


def _spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096 : 7] = b"x" * len(range(4096, len(data) - 4096, 7))
    path.write_bytes(data)


@pytest.mark.parametrize(("deed", "told"), [row[1:] for row in MISHAPS], ids=[row[0] for row in MISHAPS])
def test_a_mishap_before_the_first_question_is_told_in_the_language(
    deed: Callable[[Path], object], told: str, demo: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_LANGUAGE", "it")
    deed(demo / FILE_NAME)
    ran = run("-r", "rania", "score", "techtrendske", "-i", stdin="q\n")
    assert ran.code == 2 and told in ran.err, ran.err
    assert not ENGLISH.search(ran.err) and "Traceback" not in ran.err


def test_what_commands_print_stays_english(demo: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_LANGUAGE", "it")
    ran = run("analyze", "techtrendske", "--format", "json")
    assert "in the outlet's own voice" in ran.out, "programs read it"


def test_a_variable_that_names_no_language_is_told(
    demo: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_LANGUAGE", "klingon")
    ran = run("score", "techtrendske", "-i", stdin="q\n")
    assert ran.code == 2 and "ANNOTATOR_LANGUAGE is 'klingon'" in ran.err and "en, it, hi" in ran.err
