"""The desk as plain lines: what is asked, what is taken, what is saved."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

RUBRIC = """\
id: tiny
version: "1"
title: {en: Tiny}
description: {en: For tests}
source_note: ours
criteria:
  - id: tone
    title: {en: Tone}
    question: {en: "How plain?"}
    evidence: quote-or-absence
    levels:
      - {value: 1, label: {en: heated}, descriptor: {en: d1}, example: {en: e1}}
      - {value: 2, label: {en: plain}, descriptor: {en: d2}, example: {en: e2}}
  - id: balance
    title: {en: Balance}
    question: {en: "Who speaks?"}
    evidence: none
    levels:
      - {value: 1, label: {en: one}, descriptor: {en: d1}, example: {en: e1}}
      - {value: 2, label: {en: all}, descriptor: {en: d2}, example: {en: e2}}
"""
ARTICLE = """\
---
outlet: quillon
language: en
story: council
headline: Quillon Post on the scummy council
byline: Jane Doe
---
Quillon Post on the scummy council

The council used scummy tactics, said Jane Doe. Nobody was \x1b[31mhurt\x1b[0m.
"""


@pytest.fixture
def desk(here: Path, run: Run) -> Path:
    assert run("init").code == 0
    (here / "rubrics").mkdir()
    (here / "rubrics" / "tiny.yaml").write_text(RUBRIC, "utf-8")
    (here / "council.md").write_text(ARTICLE, "utf-8")
    assert run("add", "council.md").code == 0
    return here


def ask(run: Run, *lines: str, mode: str = "open", rater: str = "rania") -> str:
    ran = run(
        "-r", rater, "score", "council", "-i", "--rubric", "tiny", "--mode", mode,
        stdin="".join(f"{line}\n" for line in lines),
    )  # fmt: skip
    assert ran.code == 0, ran.err
    return ran.out


def history(run: Run, rater: str = "rania") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(
        run("history", "council", "--rater", rater, "--format", "json").out
    )["history"]
    return rows


def test_an_article_is_judged_from_a_pipe(run: Run, desk: Path) -> None:
    out = ask(run, "e 2 scummy tactics", "1", "n first thoughts", "2", "q")
    assert "Saved: Tone: 1, heated. 1 of 2 answered." in out
    assert "Saved: Balance: 2, all. 2 of 2 answered." in out
    tone, balance = history(run)
    assert (tone["level"], tone["evidence"][0]["quote"]) == (1, "scummy tactics")
    assert (balance["level"], balance["note"]) == (2, "first thoughts")


def test_every_confirmed_answer_is_on_the_disk_before_the_next_question(run: Run, desk: Path) -> None:
    ask(run, "0")  # the input ends here, as when a line drops
    assert [row["answer"] for row in history(run)] == ["cannot-judge"]
    assert "Criterion 2 of 2: Balance" in ask(run), "the next session goes on where this one ended"


def test_a_level_waits_for_its_evidence_and_survives_a_dropped_line(run: Run, desk: Path) -> None:
    out = ask(run, "2", "n half a thought")
    assert "2, plain waits. Needs evidence" in out
    assert history(run) == []
    out = ask(run, "a there is only one adjective")
    assert "Note: half a thought" in out
    (row,) = history(run)
    assert (row["level"], row["note"]) == (2, "half a thought")
    assert row["evidence"] == [{"absent": "there is only one adjective"}]


def test_sentences_are_read_with_their_numbers_on_request(run: Run, desk: Path) -> None:
    out = ask(run, "t", "t 2", "t 2-3", "t 9", "t x")
    assert out.count("2. The council used scummy tactics") == 3
    assert "There is no sentence 9; the article has 1 to 3." in out
    assert "There is no sentence x" in out


def test_findings_are_lines_and_become_evidence(run: Run, desk: Path) -> None:
    out = ask(run, "f L")
    lines = re.findall(r"^(\d+)\. L Loaded words: 'scummy' sentence (\d): .+$", out, re.MULTILINE)
    assert [sentence for _, sentence in lines] == ["1", "2"]
    ask(run, f"f {lines[1][0]}", "1")
    (cited,) = history(run)[0]["evidence"]
    assert (cited["quote"], cited["signal"]) == ("scummy", "loaded")


def test_undo_and_redo_go_through_the_rows(run: Run, desk: Path) -> None:
    out = ask(run, "0", "u", "r", "r", "u", "u")
    assert "Taken back: Tone. It stands at: no answer." in out
    assert "Done again: Tone. It stands at: cannot judge." in out
    assert "There is nothing to do again." in out and "There is nothing to take back." in out
    assert [row["mark"] for row in history(run)] == ["taken back", "undo", "redo", "undo"]


def test_undo_reaches_back_into_another_article(run: Run, desk: Path) -> None:
    (desk / "harbour.txt").write_text("Fire at the old harbour\n\nIt burned all night.\n", "utf-8")
    run("add", "harbour.txt")
    run("-r", "rania", "score", "harbour", "balance=1", "--rubric", "tiny")
    assert "This was elsewhere: Fire at the old harbour, rubric tiny." in ask(run, "u")


def test_a_blind_reader_hears_the_outlet_nowhere_until_it_is_revealed(run: Run, desk: Path) -> None:
    before = ask(run, "t", "f", "e 1", "1", "u", "e 1 Quillon", "c", mode="blind-outlet")
    assert "Outlet: hidden, called Outlet A here." in before
    assert "[Outlet A] Post on the scummy council" in before and "said [the author]" in before
    for telling in ("quillon", "jane", "doe"):
        assert telling not in before.lower()
    after = ask(run, "reveal outlet", "t 1", "reveal outlet", mode="blind-outlet")
    assert "Outlet: quillon. By: Jane Doe." in after and "1. Quillon Post on" in after
    assert "You can see the outlet already." in after
    ask(run, "0", mode="blind-outlet")
    saw = [row["saw"]["outlet"] for row in history(run) if row["what"] == "score"]
    assert saw == [False, False, True]


def test_signals_wait_until_every_criterion_is_answered(run: Run, desk: Path) -> None:
    out = ask(run, "f", "0", "f", "2", "f L", "c 1", "0", mode="signals-after")
    assert out.count("The findings wait until every criterion is answered.") == 2
    assert out.index("The signals can be seen now") < out.index("L Loaded words: 'scummy'")
    rows = history(run)
    assert [row["what"] for row in rows] == ["score", "score", "reveal", "score"]
    assert [row["saw"]["signals"] for row in rows if row["what"] == "score"] == [False, False, True]


def test_nothing_drives_the_terminal_and_every_prompt_is_a_line(run: Run, desk: Path) -> None:
    out = ask(run, "t", "n \x1b[2J[red]{braces}", "?", "nonsense")
    assert "\x1b" not in out and "\r" not in out
    assert "nonsense is no command here." in out
    assert out.count("Your answer to Tone: 1 to 2, 0 cannot judge, or ? for help.\n") == 5


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("7", "7 is no level of this criterion: 1 to 2."),
        ("e", "Which sentence?"),
        ("e 99", "There is no sentence 99"),
        ("e 2 no such words", "These words do not stand in sentence 2."),
        ("f 999", "There is no finding 999."),
        ("f z", "No finding has the letter z."),
        ("c 9", "There is no criterion 9; the rubric has 1 to 2."),
        ("d", "Nothing is cited for this criterion."),
        ("reveal everything", "Reveal what?"),
        ("n " + "x" * 20_001, "at most 20,000 can be kept"),
    ],
)
def test_a_slip_is_told_and_asked_again(run: Run, desk: Path, line: str, told: str) -> None:
    out = ask(run, line, "0")
    if line.startswith("n "):
        assert "cannot judge" in out  # the note is refused when it would be recorded
    assert told in out


def test_bytes_that_are_no_letters_do_not_end_the_session(run: Run, desk: Path) -> None:
    ran = run("score", "council", "-i", "--rubric", "tiny", stdin=b"n caf\xe9\n0\n")
    assert ran.code == 0 and "Saved: Tone: cannot judge." in ran.out


def test_answers_on_the_command_line_and_questions_exclude_each_other(run: Run, desk: Path) -> None:
    assert run("score", "council", "tone=0", "-i").code == 2


def test_without_interactive_nothing_asks_and_conditions_are_recorded(run: Run, desk: Path) -> None:
    ran = run("-r", "omar", "score", "council", "balance=2", "--rubric", "tiny", "--mode", "both")
    assert ran.code == 0 and "Your answer" not in ran.out
    (row,) = history(run, "omar")
    assert row["saw"] == {"outlet": False, "signals": False, "others": False}


def test_history_of_somebody_unknown_is_a_sentence_and_makes_nobody(run: Run, desk: Path) -> None:
    ran = run("history", "council", "--rater", "nobody")
    assert ran.code == 2 and "there is no rater called nobody here" in ran.err
    with sqlite3.connect(desk / "annotator.db") as connection:
        assert connection.execute("SELECT count(*) FROM raters").fetchone() == (0,)


def test_history_is_a_table_with_the_standing_score_marked(run: Run, desk: Path) -> None:
    ask(run, "0", "u", "e 1", "2", mode="both")
    out = run("-r", "rania", "history", "council").out
    assert "taken back" in out and "undo" in out and "*" in out and "nothing but the text" in out
    assert "quillon" not in out.lower(), "a blind rater's history is blind too"
    header = run("-r", "rania", "history", "council", "--format", "csv").out.splitlines()[0]
    assert header == "at,what,criterion,answer,saw,mark,evidence,note,rubric"
