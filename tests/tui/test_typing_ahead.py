"""Keys that come faster than the screen changes: no letter is lost, and none acts as a command."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.pilot import Pilot

from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.tui.terminal import Terminal
from annotator.tui.widgets.paged_list import PagedList
from annotator.workbench.highlighting import highlights_of
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import current_scores
from tests.tui.conftest import open_article, wait
from tests.tui.test_desk import desk_of

SIZES = [(120, 40), (80, 24)]
"""With the form beside the article, and with a form that slides in."""


async def type_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Nothing; the keys came in one instant, as a terminal sends what was typed while it was busy."""
    for key in keys:
        character = " " if key == "space" else key if len(key) == 1 else None
        pilot.app.post_message(events.Key(key, character))
    for _ in range(8):
        await pilot.pause(0.1)
    await wait(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_has_every_letter_and_the_level_after_it_counts(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        article = await open_article(pilot, "Over Alleged")
        await type_at_once(pilot, "n", *"hello", "space", *"u0]W", "escape", "0")
        scores = current_scores(workspace, rater, article, rubric)
        assert [(one.answer, one.note) for one in scores.values()] == [(Answer.CANNOT_JUDGE, "hello u0]W")]
        assert desk_of(app).judging.criterion.id == rubric.criteria[1].id, "and the next one is in hand"


@pytest.mark.parametrize("size", SIZES)
async def test_a_reason_and_a_label_have_every_letter(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        article = await open_article(pilot, "Over Alleged")
        await type_at_once(pilot, "3", "a", *"none", "enter", "v", "s", "t", *"odd", "enter")
        (score,) = current_scores(workspace, rater, article, rubric).values()
        assert (score.level, [one.absent for one in score.evidence]) == (3, ["none"])
        assert [one.label for one in highlights_of(workspace, rater, article)] == ["odd"]


async def test_a_search_has_every_letter_and_what_it_found_opens(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await type_at_once(pilot, "slash", *"over", "space", *"al", "enter", "enter", "n", *"here")
        assert "Over Alleged" in desk_of(app).article.title
        assert desk_of(app).judging.note == "here"


async def test_what_is_pasted_after_a_key_goes_where_the_key_led(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        app.post_message(events.Key("slash", "/"))
        app.post_message(events.Paste("si leva"))
        await type_at_once(pilot, "enter")
        assert app.screen.query_one(PagedList).total == 1


ANSWERS = ["\x1b]11;rgb:1515/1818/1e1e\x1b\\\x1b[1;3R", "\x1b]11;rgb:15/18/1e\x07\x1b[24;2R"]


@pytest.mark.parametrize("answer", ANSWERS)
async def test_what_a_slow_terminal_answers_at_last_scores_nothing(
    workspace: Workspace, rater: Rater, rubric: Rubric, answer: str
) -> None:
    app = AnnotatorApp(workspace, rater, terminal=Terminal(silent=True))
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        for event in XTermParser().feed("n" + "2^]1 " + answer + "3"):
            app.post_message(event)
        for _ in range(8):
            await pilot.pause(0.1)
        await type_at_once(pilot, "escape", "0")
        scores = current_scores(workspace, rater, article, rubric)
        assert [(one.answer, one.note) for one in scores.values()] == [(Answer.CANNOT_JUDGE, "2^]1 3")]
        assert desk_of(app).judging.criterion.id == rubric.criteria[1].id
        await type_at_once(pilot, "n", "^")
        await type_at_once(pilot, "]", "escape", "0")
        scores = current_scores(workspace, rater, article, rubric)
        assert [one.note for one in scores.values()] == ["2^]1 3", "^]"], "held back, and handed on"
