"""The teacher's screen, and voting again, by keys."""

from __future__ import annotations

import pytest

from annotator.errors import JudgementError
from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.store import assignments
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.classroom import ClassScreen
from annotator.tui.screens.library import LibraryScreen
from annotator.tui.screens.training_screen import TrainingScreen
from annotator.tui.screens.voting import VoteScreen
from annotator.workbench.assigning import Wish, plan_assignments, write_plan
from annotator.workbench.enrolling import make_teacher, students
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import cite, ensure_rater, record_score
from annotator.workbench.reading import article, list_articles
from annotator.workbench.voting import count_votes, find_round, open_round
from tests.tui.conftest import open_article, screen, wait


@pytest.fixture
def teacher(workspace: Workspace) -> Rater:
    return make_teacher(workspace, "rossi")


@pytest.fixture
def judged(workspace: Workspace, rubric: Rubric, teacher: Rater, rater: Rater) -> Workspace:
    """Six students differ on the first question of one article; two more are on the list."""
    read = article(workspace, list_articles(workspace, None, None)[0].id)
    people = [rater, *(ensure_rater(workspace, f"student-{number}") for number in range(5))]
    for one, level in zip((*people, teacher), (1, 1, 2, 4, 4, 4, 2), strict=True):
        record_score(
            workspace, one, read, rubric, rubric.criteria[0].id,
            answer=Answer.LEVEL, level=level, evidence=[cite(read, *read.headline)],
        )  # fmt: skip
    return workspace


async def test_a_teacher_sees_the_class_and_the_projector_shows_no_names(
    judged: Workspace, teacher: Rater
) -> None:
    app = AnnotatorApp(judged, teacher)
    async with app.run_test(size=(110, 40)) as pilot:
        await wait(pilot)
        await pilot.press("t")
        await wait(pilot)
        assert isinstance(app.screen, ClassScreen)
        assert "0 of 6 students are done" in screen(app) and "student-3" in screen(app)
        await pilot.press("p")
        for key in "1234567":
            await pilot.press(key)
            await wait(pilot)
            shown = screen(app)
            assert "student-" not in shown and "rania" not in shown, f"tab {key}"
            assert "projector: no names" in shown
        assert "R-" in shown, "codes stand in their place"
        await pilot.press("p", "3")
        await wait(pilot)
        with open_workspace(judged.folder) as elsewhere:
            ensure_rater(elsewhere, "late-comer")
        app.screen._look_again()
        await wait(pilot)
        assert "late-comer" in screen(app), "it follows what students do"


async def test_a_plan_is_shown_before_it_is_made(judged: Workspace, teacher: Rater, rubric: Rubric) -> None:
    app = AnnotatorApp(judged, teacher)
    async with app.run_test(size=(110, 40)) as pilot:
        await wait(pilot)
        await pilot.press("t", "2", "-", "-", "m", "enter")
        await wait(pilot)
        shown = screen(app)
        assert "articles for each student: 4" in shown and "outlet hidden" in shown
        assert "absent: others take over" in shown
        assert assignments.list_all(judged.store) == [], "nothing is made yet"
        await pilot.press("w")
        await wait(pilot)
        made = assignments.list_all(judged.store)
        assert {one.mode for one in made} == {"blind-outlet"}
        assert len({one.rater for one in made}) == 5
        await pilot.press("escape")
        await wait(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_a_round_is_opened_from_what_there_is_to_talk_about_and_a_student_votes_again(
    judged: Workspace, teacher: Rater, rater: Rater
) -> None:
    app = AnnotatorApp(judged, teacher)
    async with app.run_test(size=(110, 40)) as pilot:
        await wait(pilot)
        await pilot.press("t", "4")
        await wait(pilot)
        shown = screen(app)
        assert "1×2  2×1  4×3" in shown and "“" in shown, "levels, and the words behind them"
        await pilot.press("o")
        await wait(pilot)
        assert "open" in screen(app) and "alone" in screen(app)
        one = find_round(judged, is_open=True)
        pupil = AnnotatorApp(judged, rater)
        async with pupil.run_test(size=(80, 30)) as other:
            await wait(other)
            await other.press("b")
            await wait(other)
            assert isinstance(pupil.screen, VoteScreen)
            assert "You gave alone: 1" in screen(pupil) and "student-" not in screen(pupil)
            await other.press("2")
            await wait(other)
            assert "Your vote now: 2" in screen(pupil)
        assert dict(count_votes(judged, one).moves) == {(1, 2): 1}
        await pilot.press("x")
        await wait(pilot)
        assert "closed" in screen(app)


async def test_no_student_reaches_the_teachers_screen(
    judged: Workspace, app: AnnotatorApp, rater: Rater, rubric: Rubric
) -> None:
    with pytest.raises(JudgementError, match="for teachers"):
        ClassScreen(judged, rater, rubric, None)
    async with app.run_test(size=(110, 40)) as pilot:
        await wait(pilot)
        await pilot.press("t", "b")
        await app.screen.run_action("classroom")
        await wait(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_the_key_of_a_training_article_follows_the_score(
    workspace: Workspace, rubric: Rubric, teacher: Rater, rater: Rater, app: AnnotatorApp
) -> None:
    read = next(row for row in list_articles(workspace, None, None) if "Over Alleged" in row.title)
    text = article(workspace, read.id)
    for criterion in rubric.criteria:
        record_score(
            workspace, teacher, text, rubric, criterion.id,
            answer=Answer.LEVEL, level=3, evidence=[cite(text, *text.headline)],
        )  # fmt: skip
    for criterion in rubric.criteria[1:]:
        record_score(workspace, rater, text, rubric, criterion.id, answer=Answer.CANNOT_JUDGE)
    wish = Wish((text.id,), training="end")
    write_plan(workspace, plan_assignments(workspace, students(workspace), rubric, wish))
    async with app.run_test(size=(110, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("0")
        await wait(pilot)
        assert isinstance(app.screen, TrainingScreen)
        assert "0 of 8 at the key's level" in screen(app)


def test_a_round_is_for_one_question(judged: Workspace, teacher: Rater, rubric: Rubric) -> None:
    texts = [article(judged, row.id) for row in list_articles(judged, None, None)[:2]]
    found = [open_round(judged, teacher, text, rubric, rubric.criteria[0].id) for text in texts]
    assert find_round(judged, texts[0].id).id == found[0].id


async def test_the_teachers_screen_is_never_served_not_even_to_a_teacher(
    judged: Workspace, teacher: Rater
) -> None:
    from annotator.tui.served.app import ServedApp

    app = ServedApp(judged, teacher)
    app.driver_class = AnnotatorApp(judged, teacher).driver_class
    async with app.run_test(size=(110, 40)) as pilot:
        await wait(pilot)
        await pilot.press("t")
        await app.screen.run_action("classroom")
        await app.run_action("screen.classroom")
        await wait(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert "t class" not in screen(app)


async def test_a_blind_reader_votes_again_without_learning_the_outlet(
    workspace: Workspace, teacher: Rater, rater: Rater, rubric: Rubric
) -> None:
    from annotator.model.modes import Mode
    from annotator.workbench.blinding import set_mode, view_of

    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    text = next(
        article(workspace, row.id)
        for row in list_articles(workspace, None, None)
        if "Over Alleged" in row.title
    )
    for one in (rater, ensure_rater(workspace, "student-0")):
        record_score(
            workspace, one, text, rubric, "tone",
            answer=Answer.LEVEL, level=2, note="typical Techtrendske",
            evidence=[cite(text, *text.headline)],
        )  # fmt: skip
    open_round(workspace, teacher, text, rubric, "tone")
    app = AnnotatorApp(workspace, rater)
    async with app.run_test(size=(100, 45)) as pilot:
        await wait(pilot)
        await pilot.press("b")
        await wait(pilot)
        shown = screen(app)
        assert isinstance(app.screen, VoteScreen)
        assert "echtrendske" not in shown.casefold()
        assert view_of(workspace, rater, text).outlet_label in shown
        assert "    again  " not in shown, "who has not voted does not see the second votes of others"
        await pilot.press("3")
        await wait(pilot)
        assert "    again  " in screen(app)
