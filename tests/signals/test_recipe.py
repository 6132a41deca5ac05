"""The recipe for a signal, followed to the letter in a copy of the program: a table, and a function."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.copying import copy_program, told

pytestmark = pytest.mark.whole

TABLE = """\
[[signal]]
id = "shouting"
kind = "phrase"
letter = "X"
title = "Shouting"
question = "Why is this in capitals?"
unit = "per 1,000 words"
looks_for = "Words of four letters or more in capitals."
caveat = "Names of organisations are written in capitals."
source = "Made for this test."
needs = []
[signal.rules]
capitals = "“{quote}” is in capitals."

"""
MODULE = '''\
"""Words in capitals."""

import re

from annotator.model.findings import Finding


def find(context):
    """Words of four letters or more in capitals."""
    for match in re.finditer(r"\\b[A-Z]{4,}\\b", context.text):
        yield Finding(match.start(), match.end(), "shouting", "capitals")
'''
TEXT = "The council votes\n\nIt is a SHAME for the town. The plan costs 3 million euros.\n"
DESK = """\
import asyncio, sys
from annotator.tui.app import AnnotatorApp
from annotator.workbench.opening import open_workspace
from annotator.workbench.rating import ensure_rater

async def look(workspace):
    app = AnnotatorApp(workspace, ensure_rater(workspace, "kim"))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("enter", "enter", "full_stop"):
            await pilot.pause(0.5)
            await pilot.press(key)
        await pilot.pause(1)
        print(app.export_screenshot())

from pathlib import Path
with open_workspace(Path("class")) as workspace:
    asyncio.run(look(workspace))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the program with one signal more, and a text."""
    package = copy_program(tmp_path)
    catalogue = package / "signals" / "catalogue.toml"
    before, mark, after = catalogue.read_text("utf-8").partition("# Measures of a whole article")
    catalogue.write_text(before + TABLE + mark + after, "utf-8")
    (package / "signals" / "shouting.py").write_text(MODULE, "utf-8")
    (tmp_path / "votes.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_the_new_signal_answers_has_a_card_and_is_seen_on_the_desk(copy: Path) -> None:
    (article,) = json.loads(told(copy, "analyze", "votes.txt", "--format", "json"))["articles"]
    (found,) = [finding for finding in article["findings"] if finding["signal"] == "shouting"]
    assert (found["text"], found["why"]) == ("SHAME", "“SHAME” is in capitals.")
    assert article["measurements"]["shouting"]["unit"] == "per 1,000 words"
    assert "Why is this in capitals?" in told(copy, "signals", "shouting")
    told(copy, "init", "class")
    told(copy, "--workspace", "class", "add", "votes.txt", "--yes")
    assert "Shouting" in told(copy, code=DESK)
    told(copy, "--workspace", "class", "export", "report", "--to", "report.html")
    assert "Why is this in capitals?" in (copy / "report.html").read_text("utf-8")
