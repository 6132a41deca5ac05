"""Flow at the desk: jumping between quotes and answers, the next article that waits, time, goals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.tui.widgets.panes import FormPane
from annotator.workbench.opening import Workspace
from annotator.workbench.pacing import IDLE, Pace, time_spent
from annotator.workbench.rating import record_score
from annotator.workbench.reading import article, list_articles
from tests.tui.conftest import open_article, screen, wait
from tests.tui.test_desk import desk_of


async def test_quotes_stand_in_the_text_with_their_criterion_and_lead_both_ways(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("v", "s", "enter", "3", "full_stop", "full_stop", "e", "2")
        await wait(pilot)
        desk = desk_of(app)
        assert desk.judging.criterion.id == "evidence"
        rows = ["".join(one.text for one in desk.pane.render_line(at)) for at in range(20)]
        margin = {row.rstrip("◆━# ")[-2:] for row in rows}
        assert {" a", " b"} <= margin, "each quote has the letter of its criterion"
        await pilot.press("apostrophe")
        await wait(pilot)
        assert desk.judging.criterion.id == "headline"
        assert desk.query_one(FormPane).target == "evidence:1"
        await pilot.press("apostrophe")
        await wait(pilot)
        assert desk.judging.criterion.id == "sourcing"
        await pilot.press("quotation_mark")
        await wait(pilot)
        assert desk.judging.criterion.id == "headline"
        pane = desk.pane
        row = next(at for at, line in enumerate(pane.lines) if line.start > desk.article.headline.end)
        assert row < pane.size.height
        await pilot.press("end")
        await pilot.press("tab", "enter")
        await wait(pilot)
        assert pane.top == 0, "Enter on a quote of the form shows it in the text"


async def test_a_click_on_a_quote_turns_to_its_criterion(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("v", "s", "enter", "3")
        await wait(pilot)
        await pilot.click("#article", offset=(desk_of(app).pane._left + 2, 1))
        await wait(pilot)
        assert desk_of(app).judging.criterion.id == "headline"


async def test_w_goes_to_the_next_article_that_lacks_an_answer(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    rows = list_articles(workspace, rater, rubric)
    for row in rows[1:3]:
        for criterion in rubric.criteria:
            record_score(
                workspace, rater, article(workspace, row.id), rubric, criterion.id, answer=Answer.CANNOT_JUDGE
            )
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("home", "enter")
        await wait(pilot)
        assert desk_of(app).article.id == rows[0].id
        await pilot.press("w")
        await wait(pilot)
        assert desk_of(app).article.id == rows[3].id, "the two that are done are passed over"
        await pilot.press("w", "w")
        await wait(pilot)
        assert desk_of(app).article.id == rows[0].id, "and on from the beginning"


async def test_time_and_goal_are_quiet_until_asked_for(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(160, 40)) as pilot:
        read = await open_article(pilot, "Over Alleged")
        head = screen(app).splitlines()[0]
        assert " min" not in head and "goal" not in head
        await pilot.press("T", "o", "home", "enter")
        await wait(pilot)
        head = screen(app).splitlines()[0]
        assert "< 1 min" in head and "goal: 0 of 1" in head
        await pilot.press(*"00000000")
        await wait(pilot)
        assert "goal: 1 of 1" in screen(app).splitlines()[0]
        assert any("That was your goal" in one.message for one in app._notifications)
        app.touched -= 1_000
        desk_of(app)._pace = Pace(130.0, desk_of(app)._pace.at)
        desk_of(app)._beat()
        await wait(pilot)
        assert "2 min, resting" in screen(app).splitlines()[0]
        assert time_spent(workspace, rater, read) == 130.0


@given(st.lists(st.tuples(st.floats(0, 500), st.booleans()), max_size=30))
def test_a_pause_is_never_counted(steps: list[tuple[float, bool]]) -> None:
    pace, now, touched, most = Pace(0.0, 0.0), 0.0, 0.0, 0.0
    for gap, there in steps:
        now += gap
        before = pace.seconds
        pace = pace.until(now, touched)
        assert before <= pace.seconds <= now + 1e-6
        if there:
            most += min(now - touched, IDLE)
            touched = now
    assert pace.seconds <= most + IDLE + 1e-6
