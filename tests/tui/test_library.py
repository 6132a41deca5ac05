from __future__ import annotations

from pathlib import Path

from annotator.model.articles import Article, article_id
from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.model.spans import Span
from annotator.store.articles import add_articles
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.desk import DeskScreen
from annotator.tui.widgets.paged_list import PagedList
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import cite, ensure_rater, record_score
from annotator.workbench.reading import article, list_articles
from tests.tui.conftest import open_article, screen, wait


async def test_the_library_shows_stories_articles_signals_and_my_scores(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    row = next(row for row in list_articles(workspace, rater, rubric) if "Over Alleged" in row.title)
    read = article(workspace, row.id)
    evidence = [cite(read, *read.headline)]
    for criterion in rubric.criteria[:3]:
        record_score(
            workspace, rater, read, rubric, criterion.id, answer=Answer.LEVEL, level=2, evidence=evidence
        )
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        shown = screen(app)
        assert "TikTok settles for" in shown and "All articles" in shown
        (line,) = [line for line in shown.splitlines() if "Techtrendske" in line and "●" in line]
        assert "●●●○○○○○" in line and "L▃" in line and "en" in line
        assert "rania (student)" in shown and "core 1.0" in shown


async def test_an_empty_workspace_offers_the_demo_story(tmp_path: Path) -> None:
    with open_workspace(tmp_path, create=True) as workspace:
        app = AnnotatorApp(workspace, ensure_rater(workspace, "rania"))
        async with app.run_test(size=(80, 24)) as pilot:
            await wait(pilot)
            assert "open the demo story" in screen(app)
            await pilot.press("enter")
            await wait(pilot)
            assert len(list_articles(workspace, None, None)) == 5
            assert "TikTok" in screen(app) and "open the demo story" not in screen(app)


async def test_searching_narrows_the_list_as_one_types(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("slash", *"compensation")
        await wait(pilot)
        pane = app.screen.query_one(PagedList)
        assert pane.total == 1 and "Compensation" in pane.row.title
        await pilot.press("escape")
        await wait(pilot)
        assert pane.total == 5 and app.focused is pane


async def test_a_long_list_is_read_page_by_page(tmp_path: Path) -> None:
    with open_workspace(tmp_path, create=True) as workspace:
        made = []
        for number in range(350):
            text = f"Report number {number}\n\nNothing happened."
            made.append(
                (Article(article_id("", text), text, "other", Span(0, 0), f"Report number {number}"), 4)
            )
        add_articles(workspace.store, made)
        app = AnnotatorApp(workspace, ensure_rater(workspace, "rania"))
        async with app.run_test(size=(100, 30)) as pilot:
            await wait(pilot)
            pane = app.screen.query_one(PagedList)
            assert pane.total == 350 and pane.row.title == "Report number 0"
            await pilot.press("end")
            await wait(pilot)
            assert pane.row.title == "Report number 349" and "Report number 349" in screen(app)
            await pilot.press("enter")
            await wait(pilot)
            assert isinstance(app.screen, DeskScreen) and "350 of 350" in screen(app)


async def test_a_double_click_opens_an_article(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.click("#articles", offset=(20, 1), times=2)
        await wait(pilot)
        assert isinstance(app.screen, DeskScreen)


async def test_closing_and_opening_again_lands_where_one_was(workspace: Workspace, rater: Rater) -> None:
    first = AnnotatorApp(workspace, rater)
    async with first.run_test(size=(100, 24)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("right_square_bracket", "right_square_bracket", "pagedown")
        await pilot.pause(0.5)
        desk = first.screen
        assert isinstance(desk, DeskScreen)
        left = (desk.article.id, desk.judging.criterion.id, desk.pane.top)
        assert left[2] > 0
    again = AnnotatorApp(workspace, rater)
    async with again.run_test(size=(100, 24)) as pilot:
        await wait(pilot)
        desk = again.screen
        assert isinstance(desk, DeskScreen)
        assert (desk.article.id, desk.judging.criterion.id, desk.pane.top) == left
        await pilot.press("escape")
        await wait(pilot)
        assert again.screen.query_one(PagedList).row.id == left[0], "the library stands on the same article"
