"""A word list mended from the desk, and the article in numbers."""

from __future__ import annotations

from annotator.model.judgements import Rater
from annotator.model.modes import Mode
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.desk import DeskScreen
from annotator.tui.screens.numbers_screen import NumbersScreen
from annotator.workbench.analyzing import version_of
from annotator.workbench.blinding import set_mode
from annotator.workbench.correcting import weigh_signals
from annotator.workbench.opening import Workspace
from tests.tui.conftest import open_article, screen, wait


def loaded(desk: DeskScreen) -> set[str]:
    return {
        desk.article.text[one.start : one.end].lower()
        for one in desk.noticing.findings
        if one.signal == "loaded"
    }


async def test_a_word_refused_on_the_desk_is_silenced_there(app: AnnotatorApp, workspace: Workspace) -> None:
    before = version_of(workspace, "en")
    async with app.run_test(size=(120, 50)) as pilot:
        await open_article(pilot, "Over Alleged")
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        for _ in range(20):
            await pilot.press("full_stop")
            if desk.noticing.chosen and desk.noticing.chosen.entry == "scummy":
                break
        await pilot.press("x", "W")
        await wait(pilot)
        assert "Silence “scummy” of the list loaded" in screen(app)
        await pilot.press("enter")
        await wait(pilot)
        await wait(pilot)
        assert "scummy" not in loaded(desk) and desk.noticing.known
        assert version_of(workspace, "en") != before
        (own,) = [line for line in (workspace.folder / "languages/en/loaded.txt").open() if line[0] == "-"]
        assert own == "- scummy\n"
    (opinion,) = [one for one in weigh_signals(workspace) if one.signal == "loaded"]
    assert opinion.refused[0].entry == "scummy" and opinion.refused[0].silenced


async def test_selected_words_are_added_to_a_list_and_found_at_once(
    app: AnnotatorApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        read = await open_article(pilot, "Over Alleged")
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        start = read.text.index("ad-targeting")
        desk.pane.select_words(start, start + len("ad-targeting"))
        await pilot.press("W")
        await wait(pilot)
        assert "do you add “ad-targeting”" in screen(app)
        await pilot.press("enter")
        await wait(pilot)
        await pilot.press("end", "ctrl+u", *"3 jargon", "enter")
        await wait(pilot)
        await wait(pilot)
        assert "ad-targeting" in loaded(desk)
        assert "ad-targeting | 3 | jargon" in (workspace.folder / "languages/en/loaded.txt").read_text(
            "utf-8"
        )


async def test_the_article_in_numbers_is_a_page_of_sentences(app: AnnotatorApp) -> None:
    async with app.run_test(size=(100, 60)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("number_sign")
        await wait(pilot)
        assert isinstance(app.screen, NumbersScreen)
        assert "Loaded words" in screen(app) and "3 findings" in screen(app)
        assert "never added up" in screen(app)


async def test_the_numbers_wait_for_readers_who_judge_first(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.SIGNALS_AFTER)
    async with app.run_test(size=(100, 60)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("number_sign")
        await wait(pilot)
        assert isinstance(app.screen, DeskScreen)
