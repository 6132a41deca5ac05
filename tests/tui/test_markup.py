"""What articles, titles and names hold is shown, never obeyed: neither by Textual nor by the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App

from annotator.model.articles import Article, Outlet, Story, article_id
from annotator.model.spans import Span
from annotator.store.articles import add_articles, put_outlets, put_stories
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.framed import FramedScreen
from annotator.workbench.analyzing import keep_analysis
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import ensure_rater
from tests.tui.conftest import analysis_of, screen, wait

NASTY = "[/end] [the minister] [bold red]x[/] \x1b[31mred\x1b[0m \u202egnorw \x9b5m $x [@click=app.quit]q[/]"
TITLE = f"T {NASTY}"


@pytest.fixture
def nasty(tmp_path: Path) -> Workspace:
    workspace = open_workspace(tmp_path, create=True)
    text = f"{TITLE}\n\n{NASTY} allegedly {NASTY} scummy.\n"
    article = Article(
        article_id("o", text),
        text,
        "en",
        Span(0, len(TITLE)),
        TITLE,
        outlet="o",
        story="s",
        source=f"{NASTY}.txt",
    )
    with workspace.store.writing() as connection:
        put_outlets(connection, [Outlet("o", f"O {NASTY}")])
        put_stories(connection, [Story("s", f"S {NASTY}")])
    add_articles(workspace.store, [(article, 9)])
    keep_analysis(workspace, article, analysis_of(text, "en"))
    return workspace


def check(app: App[None], *words: str) -> None:
    shown = screen(app)
    assert not set(shown) & set("\x1b\x9b\u202e\x07"), "a command for the terminal is on the screen"
    for expected in words:
        assert expected in shown


async def test_markup_and_escapes_are_words_on_every_screen(nasty: Workspace) -> None:
    rater = ensure_rater(nasty, "r [/end] [bold]x")
    app = AnnotatorApp(nasty, rater)
    async with app.run_test(size=(200, 50)) as pilot:
        await wait(pilot)
        check(
            app,
            "T [/end] [the minister] [bold red]x[/] ␛[31mred",
            "O [/end] [the",
            "S [/end]",
            "r [/end] [bold]x (student)",
        )
        await pilot.press("enter")
        await wait(pilot)
        check(
            app,
            "[/end] [the minister] [bold red]x[/] ␛[31mred␛[0m ⇄gnorw",
            "[@click=app.quit]q[/]",
            "O [/end]",
        )
        await pilot.press("full_stop", "v", "p", "enter", "2")
        await wait(pilot)
        await pilot.press("n", *"[/end]", "escape", "left_square_bracket")
        await wait(pilot)
        check(app, "“[/end] [the minister]", "[/end]")
        await pilot.press("c")
        await wait(pilot)
        check(app, "O [/end]", "S [/end] [the minister]")
        await pilot.press("enter")
        await wait(pilot)
        check(app, "“[/end] [the minister]")
        await pilot.press("tab")
        await wait(pilot)
        check(app, "scummy" if "scummy" in screen(app) else "Loaded")
    nasty.close()


async def test_messages_are_not_read_as_markup(nasty: Workspace) -> None:
    app = AnnotatorApp(nasty, ensure_rater(nasty, "r"))
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        assert isinstance(app.screen, FramedScreen)
        app.screen.tell(NASTY, alarm=True)
        await wait(pilot)
        check(app, "[/end] [the minister]")
    nasty.close()


async def test_the_text_itself_is_untouched_by_how_it_is_shown(nasty: Workspace) -> None:
    app = AnnotatorApp(nasty, ensure_rater(nasty, "r"))
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("enter")
        await wait(pilot)
        await pilot.press("v", "p", "enter", "1")
        await wait(pilot)
    rows = nasty.store.rows("SELECT quote FROM evidence")
    assert rows == [(TITLE,)], "what is cited is the text, escapes and all"
    nasty.close()
