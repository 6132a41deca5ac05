"""Judging first: what the screens hide in each mode, and a whole article judged by keys alone in each."""

from __future__ import annotations

import pytest

from annotator.model.judgements import Answer, Conditions, Rater
from annotator.model.modes import Mode
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.compare import CompareScreen
from annotator.tui.screens.desk import DeskScreen
from annotator.tui.widgets.paged_list import PagedList
from annotator.workbench.blinding import get_mode, set_mode, view_of
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import cite, current_scores, ensure_rater, record_score
from annotator.workbench.reading import article, list_articles
from tests.tui.conftest import open_article, screen, wait

TELLING = ("techtrendske", "tiktokhere", "ennews", "276029701", "outlet-it", "£)")


def names_nobody(app: AnnotatorApp) -> None:
    shown = screen(app).casefold()
    for name in TELLING:
        assert name.casefold() not in shown, f"{name} can be read"


@pytest.mark.parametrize("mode", list(Mode))
async def test_a_whole_article_is_judged_by_keys_alone(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric, mode: Mode
) -> None:
    set_mode(workspace, rater, mode)
    async with app.run_test(size=(120, 40)) as pilot:
        read = await open_article(pilot, "Over Alleged")
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        assert desk.noticing.known != mode.holds_signals
        assert ("They wait until" in screen(app)) == mode.holds_signals
        if mode.hides_outlet:
            names_nobody(app)
        for _ in rubric.criteria:
            await pilot.press("v", "s", "enter", "3")
            await wait(pilot)
        scores = current_scores(workspace, rater, read, rubric)
        assert len(scores) == len(rubric.criteria)
        seen = Conditions(outlet=not mode.hides_outlet, signals=not mode.holds_signals)
        assert {score.conditions for score in scores.values()} == {seen}, "before any reveal"
        assert all(score.evidence[0].quote in read.text for score in scores.values()), "never a masked quote"
        assert desk.noticing.known, "after the last criterion the signals are here"
        if mode.hides_outlet:
            names_nobody(app)
            await pilot.press("R", "enter")
            await wait(pilot)
            assert "Techtrendske" in screen(app)
            await pilot.press("2")
            await wait(pilot)
            after = current_scores(workspace, rater, read, rubric)[desk.judging.criterion.id]
            assert after.conditions.outlet, "what was seen is recorded with the later score"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_no_screen_names_a_hidden_outlet(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric, size: tuple[int, int]
) -> None:
    set_mode(workspace, rater, Mode.BOTH)
    other = ensure_rater(workspace, "other")
    for row in list_articles(workspace, None, None):
        read = article(workspace, row.id)
        record_score(
            workspace, other, read, rubric, rubric.criteria[0].id, answer=Answer.LEVEL, level=2,
            evidence=[cite(read, 0, len(read.text) // 4)], note=f"from {row.outlet_name}",
        )  # fmt: skip
    async with app.run_test(size=size) as pilot:
        await wait(pilot)
        names_nobody(app)
        pane = app.screen.query_one(PagedList)
        for _ in range(pane.total):
            await pilot.press("down")
            await wait(pilot)
            names_nobody(app)
        await pilot.press("enter")
        await wait(pilot)
        for _ in range(6):
            names_nobody(app)
            await pilot.press("pagedown")
            await pilot.pause()
        await pilot.press("v", "p", "p", "enter")
        await wait(pilot)
        names_nobody(app)
        await pilot.press("escape", "escape", "c")
        await wait(pilot)
        assert "It is logged" in screen(app), "what others scored is asked for first"
        await pilot.press("enter")
        await wait(pilot)
        assert isinstance(app.screen, CompareScreen)
        names_nobody(app)
        await pilot.press("enter")
        await wait(pilot)
        names_nobody(app)
        await pilot.press("escape", "tab")
        await wait(pilot)
        assert "after you score" in screen(app)
        names_nobody(app)


async def test_a_search_never_answers_to_a_hidden_outlet(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("slash", *"techtrendske")
        await wait(pilot)
        pane = app.screen.query_one(PagedList)
        assert pane.total == 0
        await pilot.press(*["backspace"] * 12, *"over alleged")
        await wait(pilot)
        assert pane.total == 1
        await pilot.press("enter", "enter")
        await wait(pilot)
        assert isinstance(app.screen, DeskScreen) and "Over Alleged" in app.screen.article.title


async def test_findings_do_not_quote_what_is_hidden(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        for _ in desk.noticing.shown:
            await pilot.press("full_stop")
            await wait(pilot)
            names_nobody(app)


async def test_a_reveal_is_asked_for_and_can_be_left(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BOTH)
    async with app.run_test(size=(100, 30)) as pilot:
        read = await open_article(pilot, "Over Alleged")
        await pilot.press("R")
        await wait(pilot)
        assert "It is logged" in screen(app)
        await pilot.press("escape")
        await wait(pilot)
        assert view_of(workspace, rater, read).signals_held
        await pilot.press("full_stop", "e")
        await wait(pilot)
        assert any("The signals wait" in one.message for one in app._notifications)
        await pilot.press("R", "down", "enter")
        await wait(pilot)
        view = view_of(workspace, rater, read)
        assert view.outlet_hidden and not view.signals_held
        desk = app.screen
        assert isinstance(desk, DeskScreen) and desk.noticing.known
        assert workspace.store.rows("SELECT what FROM reveals") == [("signals",)]


async def test_the_mode_is_chosen_in_the_library_and_told_at_the_head(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        assert "open reading" in screen(app).splitlines()[0]
        await pilot.press("m", "down", "enter")
        await wait(pilot)
        assert get_mode(workspace, rater) is Mode.BLIND_OUTLET
        assert "outlet hidden" in screen(app).splitlines()[0]
        names_nobody(app)
        await open_article(pilot, "Over Alleged")
        assert "outlet hidden" in screen(app).splitlines()[0]
        names = {command.title for command in app.get_system_commands(app.screen)}
        assert "Choose how you read" in names
        app.action_mode()
        await wait(pilot)
        await pilot.press("up", "enter")
        await wait(pilot)
        assert "Techtrendske" in screen(app).splitlines()[0], "the article on the desk follows"


async def test_the_first_picture_of_a_blind_reader_names_no_outlet(
    workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    app = AnnotatorApp(workspace, rater)
    async with app.run_test(size=(120, 40)) as pilot:
        names_nobody(app)
        await wait(pilot)
        assert "Outlet A" in screen(app)


async def test_a_table_that_would_name_hidden_outlets_is_not_written(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("e", "enter")
        await wait(pilot)
        assert any("hidden from you" in one.message for one in app._notifications)
    assert not (workspace.folder / "scores.csv").exists()


async def test_a_hidden_outlet_is_called_so_in_the_language(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("ctrl+l", "down", "enter")
        await wait(pilot)
        assert "Testata A" in screen(app) and "Outlet A" not in screen(app)
        names_nobody(app)
