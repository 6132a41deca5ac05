"""Makes the pictures of this folder from a real run of the app on the seeds: `python docs/screenshots.py`."""

from __future__ import annotations

import asyncio
import random
import re
import tempfile
from pathlib import Path
from typing import Any

from annotator.model.judgements import Answer
from annotator.model.modes import Mode
from annotator.tui.app import AnnotatorApp
from annotator.tui.themes import DARK, LIGHT
from annotator.tui.widgets.paged_list import PagedList
from annotator.workbench import blinding
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import cite, ensure_rater, load_rubric, record_score
from annotator.workbench.reading import article, list_articles
from annotator.workbench.seeding import seed

FOLDER = Path(__file__).parent / "screenshots"
SIZES = {(120, 40): "", (80, 24): "-small", (200, 50): "-large"}
"""Terminals in which the screens are pictured, with what the pictures' names end in."""
RATERS = 24


def main() -> None:
    """Nothing; the pictures stand in their folder."""
    FOLDER.mkdir(exist_ok=True)
    for theme in (DARK.name, LIGHT.name):
        with tempfile.TemporaryDirectory() as folder, open_workspace(Path(folder), create=True) as workspace:
            seed(workspace)
            score(workspace)
            asyncio.run(take(workspace, theme))


def score(workspace: Workspace) -> None:
    """Nothing; a small made-up class has scored, so that there is something to compare."""
    rubric = load_rubric(workspace)
    draw = random.Random(24)
    for rater in range(RATERS):
        student = ensure_rater(workspace, f"student-{rater + 1}")
        strict = draw.gauss(0, 0.6)
        for place, row in enumerate(list_articles(workspace, student, rubric)):
            read = article(workspace, row.id)
            evidence = [cite(read, *read.headline)]
            for number, criterion in enumerate(rubric.criteria):
                if draw.random() < 0.2:
                    continue
                liked = 2.5 + 0.3 * (place * 5 % 7 - 3) + 0.2 * (number * 3 % 5 - 2)
                level = min(4, max(1, round(draw.gauss(liked - strict, 0.6))))
                record_score(
                    workspace,
                    student,
                    read,
                    rubric,
                    criterion.id,
                    answer=Answer.LEVEL,
                    level=level,
                    evidence=evidence,
                )


async def take(workspace: Workspace, theme: str) -> None:
    """Nothing; every screen is pictured in one theme, the desk in every size, and blind."""
    kind = theme.removeprefix("annotator-")
    rater = ensure_rater(workspace, "student-1")
    for size, name in SIZES.items():
        blinding.set_mode(workspace, rater, Mode.OPEN)
        app = AnnotatorApp(workspace, rater)
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            await open_desk(pilot, app, f"library{name}-{kind}")
            await pilot.press("right_square_bracket", "full_stop", "e", "full_stop")
            await pilot.press("t", *"judging: who calls it that?", "enter", "full_stop")
            await settle(pilot)
            keep(app, f"desk{name}-{kind}")
            for key, page in (("i", "card"), ("r", "rubric")):
                await pilot.press(key)
                await settle(pilot)
                keep(app, f"{page}{name}-{kind}")
                await pilot.press("escape")
            await settle(pilot)
            await pilot.press("c")
            await settle(pilot)
            await pilot.press("down", "right")
            await settle(pilot)
            keep(app, f"compare{name}-{kind}")
            await side_by_side(pilot, app, f"{name}-{kind}")
            # From the library on: a desk left open would be open again in the next size.
            await pilot.press("escape")
            await settle(pilot)
            await pilot.press("escape")
            await settle(pilot)
        await first_article(workspace, theme, size, f"{name}-{kind}")
        blind = ensure_rater(workspace, f"student-blind{name}")
        blinding.set_mode(workspace, blind, Mode.BOTH)
        app = AnnotatorApp(workspace, blind)
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            await open_desk(pilot, app, f"library-blind{name}-{kind}")
            keep(app, f"desk-blind{name}-{kind}")
            await pilot.press("R")
            await settle(pilot)
            keep(app, f"reveal{name}-{kind}")


async def first_article(workspace: Workspace, theme: str, size: tuple[int, int], name: str) -> None:
    """Nothing; the guide was pictured in the middle of its ten steps, and looking back on an article."""
    rater = ensure_rater(workspace, f"student-new{name}")
    app = AnnotatorApp(workspace, rater)
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("F")
        await settle(pilot)
        await pilot.press("space", "home", "full_stop", "i", "escape", "x", "e", "2")
        await pilot.press("v", "s", "enter", "3", "apostrophe")
        await settle(pilot)
        keep(app, f"guide{name}")
        for level in (3, 1, 3, 2, 4, 2, 3):
            await pilot.press("v", "s", "enter", str(level))
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        keep(app, f"looking-back{name}")


async def side_by_side(pilot: Any, app: AnnotatorApp, name: str) -> None:
    """Nothing; the other ways to set outlets side by side were pictured, and the comparison is left."""
    for keys, page in (
        (("m",), "means"),
        (("tab",), "signals"),
        # The coverage, on a statement that English outlets carry: Hindi is drawn too wide in pictures.
        (("tab", "wait", "down", "down", "down", "down"), "coverage"),
        (("enter",), "texts"),
    ):
        for key in keys:
            if key == "wait":
                await settle(pilot)
            else:
                await pilot.press(key)
        await settle(pilot)
        keep(app, f"{page}{name}")


async def open_desk(pilot: Any, app: AnnotatorApp, name: str) -> None:
    """Nothing; the library was pictured, and an article is on the desk."""
    await settle(pilot)
    pane = app.screen.query_one(PagedList)
    while "Over Alleged" not in pane.row.title:
        await pilot.press("down")
    await settle(pilot)
    keep(app, name)
    await pilot.press("enter")
    await settle(pilot)


async def settle(pilot: Any) -> None:
    """Nothing; threads have ended and the screen stands still."""
    for _ in range(2):
        await pilot.pause(0.4)
        await pilot.app.workers.wait_for_complete()


def keep(app: AnnotatorApp, name: str) -> None:
    """Nothing; the screen is a picture that asks no other server for its letters."""
    picture = app.export_screenshot(title=f"annotator: {name.split('-')[0]}")
    picture = re.sub(r"@font-face\s*{[^}]*}", "", picture)
    # Ids made of a number that changes with every run would make every picture new.
    picture = re.sub(r"terminal-\d+-", "terminal-", picture)
    (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()
