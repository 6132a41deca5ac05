"""Access: without colour, in high contrast, with nothing that moves."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.app import App
from textual.widgets import Input

from annotator.model.judgements import Rater
from annotator.tui.app import AnnotatorApp
from annotator.tui.themes import CONTRAST, DARK, LIGHT
from annotator.workbench.opening import Workspace
from tests.tui.conftest import open_article, screen, wait


def styles(app: App[None]) -> dict[str, Style]:
    """The words on the screen with how they look."""
    strips = app.screen._compositor.render_strips()
    return {segment.text.strip(): segment.style for strip in strips for segment in strip if segment.style}


async def test_without_colour_nothing_is_lost(
    workspace: Workspace, rater: Rater, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = AnnotatorApp(workspace, rater)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("full_stop")
        await wait(pilot)
        looks = styles(app)
        for words, style in looks.items():
            for colour in (style.color, style.bgcolor):
                if colour is not None and colour.triplet is not None:
                    assert len(set(colour.triplet)) == 1, f"{words!r} is not grey"
        assert looks["scummy"].underline2, "a loaded word has two lines"
        hedged = next(style for words, style in looks.items() if words == "allegedly")
        assert hedged.underline and not hedged.underline2, "a hedge has one"
        assert {"L", "H"} <= set(looks), "and their letters stand in the margin"


async def test_themes_are_a_key_apart_and_remembered(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot)
        seen = [app.theme]
        for _turn in range(3):
            await pilot.press("ctrl+t")
            await wait(pilot)
            seen.append(app.theme)
        assert seen == [DARK.name, LIGHT.name, CONTRAST.name, DARK.name]
        await pilot.press("ctrl+t", "ctrl+t")
        await wait(pilot)
    assert AnnotatorApp(workspace, rater).theme == CONTRAST.name


async def test_nothing_moves_or_blinks(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot)
        assert app.animation_level == "none"
        await pilot.press("slash")
        await wait(pilot)
        assert not app.screen.query_one(Input).cursor_blink
        await pilot.press(*"tiktok")
        await wait(pilot)
        assert "tiktok" in screen(app)
