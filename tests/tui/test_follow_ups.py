"""Further questions after an answer, and the impression asked before and after."""

from __future__ import annotations

from annotator.model.follow_ups import split_note
from annotator.model.judgements import Rater
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.desk import DeskScreen
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import current_scores, load_rubric
from tests.tui.conftest import open_article, screen, wait


async def open_with(pilot, workspace: Workspace, name: str, words: str):  # type: ignore[no-untyped-def]
    await wait(pilot)
    rubric = load_rubric(workspace, name)
    pilot.app.screen.rubric = rubric
    return await open_article(pilot, words), rubric


def turn_to_one_with(desk: DeskScreen, rubric: Rubric, kind: str) -> str:
    criterion = next(one for one in rubric.criteria if any(more.kind == kind for more in one.follow_ups))
    desk.turn_to(criterion)
    return criterion.id


async def test_a_further_question_follows_its_score_and_is_kept_with_it(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        read, rubric = await open_with(pilot, workspace, "bias-language", "Over Alleged")
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        id = turn_to_one_with(desk, rubric, "text")
        await pilot.press("n", *"my note", "escape", "v", "enter", "2")
        await wait(pilot)
        assert "Whom do these words favour" in screen(app)
        assert current_scores(workspace, rater, read, rubric)[id].level == 2, "the score is safe already"
        await pilot.press(*"the app", "enter")
        await wait(pilot)
        assert desk.judging.criterion.id != id
        score = current_scores(workspace, rater, read, rubric)[id]
        words, answers = split_note(score.note, rubric.criterion(id))
        assert (words, answers) == ("my note", {"whom-they-favour": "the app"})
        await pilot.press("left_square_bracket")
        await wait(pilot)
        assert "the app" in screen(app) and "whom-they-favour" not in screen(app)
        await pilot.press("f", "end", *"s", "enter")
        await wait(pilot)
        assert "whom-they-favour: the apps" in current_scores(workspace, rater, read, rubric)[id].note


async def test_a_choice_is_one_key_and_a_question_can_be_left_open(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        read, rubric = await open_with(pilot, workspace, "credibility-indicators", "Over Alleged")
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        id = turn_to_one_with(desk, rubric, "choice")
        await pilot.press("v", "enter", "1")
        await wait(pilot)
        assert "What goes wrong in the reasoning?" in screen(app)
        await pilot.press("escape")
        await wait(pilot)
        assert current_scores(workspace, rater, read, rubric)[id].note == ""
        assert desk.judging.criterion.id != id, "the next criterion is in hand"
        desk.turn_to(rubric.criterion(id))
        await pilot.press("f", "2")
        await wait(pilot)
        chosen = rubric.criterion(id).follow_ups[0].choices[1].id
        assert current_scores(workspace, rater, read, rubric)[id].note == f"which-fault: {chosen}"
        await pilot.press("u")
        await wait(pilot)
        assert current_scores(workspace, rater, read, rubric)[id].note == "", "one step back"


async def test_an_answer_goes_when_its_question_is_no_longer_asked(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        read, rubric = await open_with(pilot, workspace, "credibility-indicators", "Over Alleged")
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        id = turn_to_one_with(desk, rubric, "choice")
        await pilot.press("v", "enter", "1", "1")
        await wait(pilot)
        desk.turn_to(rubric.criterion(id))
        await pilot.press("4")
        await wait(pilot)
        score = current_scores(workspace, rater, read, rubric)[id]
        assert (score.level, score.note) == (4, "")


async def test_the_impression_is_asked_first_and_last(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        read, rubric = await open_with(pilot, workspace, "sift", "Over Alleged")
        desk = app.screen
        assert isinstance(desk, DeskScreen) and rubric.impressions
        before, after = rubric.impressions
        assert desk.judging.criterion == before
        asked = []
        for _ in rubric.criteria:
            asked.append(desk.judging.criterion)
            if desk.judging.criterion.evidence != "none":
                await pilot.press("v", "enter")
            await pilot.press("2")
            await wait(pilot)
            while app.screen is not desk:
                await pilot.press("escape")
                await wait(pilot)
        assert (asked[0], asked[-1]) == (before, after)
        assert len(current_scores(workspace, rater, read, rubric)) == len(rubric.criteria)
