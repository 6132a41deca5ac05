from __future__ import annotations

import subprocess
import sys

import pytest

from annotator.model.judgements import Rater
from annotator.tui.app import AnnotatorApp
from annotator.tui.terminal import NOBODY, Terminal, ask_terminal, read_answer
from annotator.tui.widths import Widths, corrected, settle_widths
from annotator.workbench.opening import Workspace
from tests.tui.conftest import open_article, wait

ANSWERS = [
    (b"\x1b[1;3R", Terminal(2, None), "two cells, no word of colours"),
    (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[12;2R", Terminal(1, True), "one cell, light"),
    (b"\x1b]11;rgb:15/18/1e\x07\x1b[1;3R", Terminal(2, False), "two cells, dark, short numbers"),
    (b"", NOBODY, "nobody answered"),
    (b"jj\x1b[1;3Rk", Terminal(2, None), "keys pressed meanwhile"),
]


@pytest.mark.parametrize(("answer", "meaning", "reason"), ANSWERS, ids=[case[2] for case in ANSWERS])
def test_what_terminals_answer(answer: bytes, meaning: Terminal, reason: str) -> None:
    assert read_answer(answer) == meaning, reason


def test_nobody_is_asked_where_there_is_no_terminal() -> None:
    assert ask_terminal() == NOBODY


def test_only_spacing_vowel_signs_of_indian_scripts_change() -> None:
    table = [(0x300, 0x36F, 0), (0x93E, 0x940, 0), (0x941, 0x948, 0), (0x1F300, 0x1F5FF, 2)]
    rows = corrected(table)
    widths = {code: width for first, last, width in rows for code in range(first, last + 1)}
    assert widths[0x93E] == widths[0x940] == 1, "ा and ी take a cell"
    assert widths[0x941] == widths[0x300] == 0, "ु and accents do not"
    assert widths[0x1F300] == 2
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)


def test_a_terminal_that_gives_vowel_signs_no_cell_is_believed() -> None:
    assert settle_widths(Terminal(1)) is Widths.TRUE
    assert settle_widths(NOBODY, interactive=False) is Widths.TRUE
    assert settle_widths(NOBODY) is Widths.UNSURE


def in_a_new_python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_rich_is_corrected_once_where_the_terminal_differs() -> None:
    code = """
import rich.cells
from annotator.tui.terminal import Terminal
from annotator.tui.widths import settle_widths
words = "टिकटॉक का डेटा"
before = rich.cells.cell_len(words)
once, twice = settle_widths(Terminal(2)), settle_widths(Terminal(2))
print(before, once.name, twice.name, rich.cells.cell_len(words))
"""
    assert in_a_new_python(code) == "9 CORRECTED CORRECTED 13"


def test_a_rich_without_the_names_we_need_is_left_alone() -> None:
    code = """
import rich.cells
from annotator.tui.terminal import Terminal
from annotator.tui.widths import settle_widths
del rich.cells.load_cell_table
print(settle_widths(Terminal(2)).name)
"""
    assert in_a_new_python(code) == "UNSURE"


async def test_where_nobody_knows_nothing_stands_beside_hindi(workspace: Workspace, rater: Rater) -> None:
    app = AnnotatorApp(workspace, rater, terminal=NOBODY, interactive=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "जानिए")
        assert app.screen.query_one("#article").size.width == 120
        await pilot.press("escape")
        await open_article(pilot, "Over Alleged")
        await wait(pilot)
        assert app.screen.query_one("#article").size.width < 120
