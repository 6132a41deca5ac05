from __future__ import annotations

import importlib
import inspect
import pkgutil

from textual.binding import Binding
from textual.dom import DOMNode

import annotator.tui
from annotator.tui.app import AnnotatorApp
from annotator.tui.deeds import deed_of
from annotator.tui.screens.help import HelpScreen, chapters
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from tests.tui.conftest import open_article, screen, wait

KEYS_OF_EVERY_LIST = {LinesPane.__name__}
"""Arrow keys in plain panes need no line of their own."""
WINDOWS = {"AskWords", "ChooseByKey", "ChooseOne", "HelpScreen", "PageScreen", "PasteText", "TextColumn"}
"""Small windows say their own keys; the column's only key is on the article's page."""


def places() -> dict[str, list[Binding]]:
    found: dict[str, list[Binding]] = {}
    for module in pkgutil.walk_packages(annotator.tui.__path__, "annotator.tui."):
        for name, value in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if (
                issubclass(value, DOMNode)
                and value.__module__ == module.name
                and "BINDINGS" in value.__dict__
            ):
                found[name] = list(Binding.make_bindings(value.__dict__["BINDINGS"]))
    return found


async def test_help_names_every_key_that_is_declared(app: AnnotatorApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await wait(pilot)
        told = {does for chapter in chapters(app) for _, does in chapter.keys}
        for name, bindings in places().items():
            if name in KEYS_OF_EVERY_LIST | WINDOWS:
                continue
            for binding in bindings:
                assert deed_of(binding) in told, f"{name}: {binding.key}"


async def test_help_opens_and_closes_everywhere(app: AnnotatorApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await wait(pilot)
        await pilot.press("question_mark")
        await wait(pilot)
        assert isinstance(app.screen, HelpScreen) and "this page" in screen(app)
        await pilot.press("escape")
        await open_article(pilot, "Over Alleged")
        await pilot.press("question_mark")
        await wait(pilot)
        assert isinstance(app.screen, HelpScreen)


async def test_the_key_line_follows_the_focus_and_a_click_presses_its_key(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        foot = app.screen.query_one(KeyLine)
        assert screen(app).splitlines()[-1].startswith(" 1-4 score  0 cannot judge  e cite")
        await pilot.press("v")
        await wait(pilot)
        assert screen(app).splitlines()[-1].startswith(" enter cite it  ←→ word")
        await pilot.press("escape", "shift+tab")
        await wait(pilot)
        assert "space show or hide" in screen(app).splitlines()[-1]
        x = screen(app).splitlines()[-1].index("? help")
        await pilot.click(foot, offset=(x, 0))
        await wait(pilot)
        assert isinstance(app.screen, HelpScreen)


async def test_the_command_palette_knows_what_keys_do_here(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        names = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Write a note on this criterion", "Choose a theme", "Dark, light, or high contrast"} <= names
        await pilot.press("ctrl+p", *"write a note")
        await pilot.pause(0.5)
        assert "Write a note on this criterion" in screen(app)
