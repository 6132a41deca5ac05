"""Articles are taken in on a screen of their own: looked at and put right before they are kept."""

from __future__ import annotations

from pathlib import Path

from textual import events

from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.library import LibraryScreen
from annotator.tui.widgets.source_line import SourceLine
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import article, list_articles
from tests.importing.files import BODY, HEADLINE, KINDS
from tests.tui.conftest import screen, wait


def told(app: AnnotatorApp, words: str) -> bool:
    return any(words in one.message for one in app._notifications)


async def test_a_page_is_looked_at_put_right_and_kept(
    app: AnnotatorApp, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "fire.html").write_bytes(KINDS["fire.html"])
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("a")
        await wait(pilot)
        assert "Type or paste an address" in screen(app) and "enter read it" in screen(app)
        app.screen.query_one(SourceLine).value = str(tmp_path / "fire.html")
        await pilot.press("enter")
        await wait(pilot)
        shown = screen(app)
        assert HEADLINE[:30] in shown and "Mary Hill" in shown and "1 to keep" in shown
        assert "Subscribe to our newsletter" in shown
        assert len(list_articles(workspace, None, None)) == 5
        await pilot.press("enter", "down", "enter", *"The Fire Paper", "enter")
        await wait(pilot)
        assert "the-fire-paper" in screen(app)
        await pilot.press("ctrl+s")
        await wait(pilot)
        assert isinstance(app.screen, LibraryScreen) and told(app, "1 article added")
    kept = list_articles(workspace, None, None)[-1]
    assert (kept.title, kept.outlet) == (HEADLINE, "the-fire-paper")


async def test_a_text_is_pasted_and_what_is_not_kept_is_told_once(
    app: AnnotatorApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot)
        await pilot.press("a")
        await wait(pilot)
        app.screen.query_one(SourceLine).post_message(events.Paste(f"{HEADLINE}\n\n{BODY} [b]\x1b[31m"))
        await wait(pilot)
        assert "1 to keep" in screen(app) and HEADLINE[:30] in screen(app)
        await pilot.press("escape")
        await wait(pilot)
        assert told(app, "1 article is not kept yet")
        await pilot.press("ctrl+s")
        await wait(pilot)
    kept = list_articles(workspace, None, None)[-1]
    assert article(workspace, kept.id).text == f"{HEADLINE}\n\n{BODY} [b]\x1b[31m"


async def test_a_source_that_cannot_be_read_says_why_and_nothing_is_kept(
    app: AnnotatorApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("a")
        await wait(pilot)
        await pilot.press(*"nowhere/fire.txt", "enter")
        await wait(pilot)
        assert "there is no such file" in screen(app)
        await pilot.press("escape")
        await wait(pilot)
        assert isinstance(app.screen, LibraryScreen)
    assert len(list_articles(workspace, None, None)) == 5


async def test_wrongly_decoded_letters_are_mended_when_a_key_asks_for_it(
    app: AnnotatorApp, workspace: Workspace, tmp_path: Path
) -> None:
    right = "शहर के पुराने बंदरगाह में सोमवार रात आग लग गई और दो गोदाम जल गए।"
    (tmp_path / "a.txt").write_text(right.encode().decode("latin-1"), encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("a")
        await wait(pilot)
        app.screen.query_one(SourceLine).value = str(tmp_path / "a.txt")
        await pilot.press("enter")
        await wait(pilot)
        assert "decoded wrongly" in screen(app)
        await pilot.press("m")
        await wait(pilot)
        await pilot.press("ctrl+s")
        await wait(pilot)
    kept = list_articles(workspace, None, None)[-1]
    assert article(workspace, kept.id).text == right
