"""The rubric as a page in three languages, the card of a signal, examples beside the levels."""

from __future__ import annotations

from annotator.model.judgements import Answer, Rater
from annotator.model.modes import Mode
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.card_screen import CardScreen
from annotator.tui.screens.desk import DeskScreen
from annotator.tui.screens.library import LibraryScreen
from annotator.tui.screens.page import PagePane
from annotator.tui.screens.rubric_screen import RubricScreen
from annotator.workbench.blinding import set_mode
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import record_score
from annotator.workbench.reading import article, list_articles
from tests.tui.conftest import open_article, screen, wait


async def test_the_whole_rubric_can_be_read_in_three_languages(app: AnnotatorApp, rubric: Rubric) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(pilot)
        await pilot.press("r")
        await wait(pilot)
        assert isinstance(app.screen, RubricScreen)
        pane, seen = app.screen.query_one(PagePane), ""
        while pane.scroll_offset.y < pane.max_scroll_y:
            seen += screen(app)
            await pilot.press("pagedown")
            await pilot.pause()
        seen += screen(app)
        for criterion in rubric.criteria:
            assert criterion.title["en"] in seen
            assert all(level.label["en"] in seen for level in criterion.levels)
        assert rubric.digest[:12] in seen and "Where it comes from" in seen
        await pilot.press("home", "l")
        await wait(pilot)
        assert "Titolo e testo" in screen(app) and "Italian" in screen(app)
        await pilot.press("l")
        await wait(pilot)
        assert "बुनियादी कसौटी" in screen(app)


async def test_the_reader_tells_which_scores_were_given_under_which_words(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    read = article(workspace, list_articles(workspace, None, None)[0].id)
    record_score(workspace, rater, read, rubric, rubric.criteria[0].id, answer=Answer.CANNOT_JUDGE)
    own = workspace.folder / "rubrics"
    own.mkdir()
    (own / "core.yaml").write_text(rubric.source.replace("Core rubric", "Our own core"), "utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("r", "end")
        await wait(pilot)
        assert f"core 1.0 · {rubric.digest[:12]} · 1 score" in screen(app)
        assert "▸ core 1.0" in screen(app) and "0 scores" in screen(app)
        assert any("was changed after 1 score" in one.message for one in app._notifications)


async def test_another_rubric_is_chosen_from_the_reader(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("r", "r", "down", "enter")
        await wait(pilot)
        await pilot.press("escape")
        await wait(pilot)
        assert isinstance(app.screen, LibraryScreen) and app.screen.rubric
        assert app.screen.rubric.id == "bias-language" and "rubric bias-language" in screen(app)


async def test_on_the_desk_the_rubric_opens_at_the_criterion_in_hand(app: AnnotatorApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("right_square_bracket", "right_square_bracket", "r")
        await wait(pilot)
        assert isinstance(app.screen, RubricScreen)
        assert "c. Evidence for the main claim" in "\n".join(screen(app).splitlines()[:4])
        assert "another rubric" not in screen(app), "the rubric of a desk stays"
        await pilot.press("escape")
        await wait(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_the_card_of_a_signal_is_one_key_away(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("full_stop", "i")
        await wait(pilot)
        assert isinstance(app.screen, CardScreen)
        shown = screen(app)
        assert "The question it asks you" in shown and "When not to believe it" in shown
        await pilot.press("escape", "shift+tab", "home", "i")
        await wait(pilot)
        assert isinstance(app.screen, CardScreen) and "Loaded words" in screen(app)


async def test_a_card_begins_with_examples_in_the_articles_language(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 60)) as pilot:
        await open_article(pilot, "si leva dai guai")
        await pilot.press("full_stop", "i")
        await wait(pilot)
        assert "Italian: it is right here" in screen(app)
        assert "English: it is right here" not in screen(app).partition("Italian: it is right here")[0]


async def test_a_card_can_be_read_while_the_signals_wait(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.SIGNALS_AFTER)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("shift+tab", "down", "enter")
        await wait(pilot)
        assert isinstance(app.screen, CardScreen) and "Praise" in screen(app)


async def test_examples_come_and_go_beside_the_levels(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        assert "e.g." not in screen(app)
        await pilot.press("E")
        await wait(pilot)
        assert "e.g." in screen(app)
