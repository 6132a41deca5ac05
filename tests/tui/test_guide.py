"""A first article in ten steps, done by the real keys on the real story."""

from __future__ import annotations

import pytest

from annotator.model.judgements import Rater
from annotator.model.modes import Mode
from annotator.present.guiding import STEPS, guide_for
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.desk import DeskScreen
from annotator.workbench.blinding import set_mode
from annotator.workbench.opening import Workspace, open_workspace
from tests.tui.conftest import screen, wait
from tests.tui.test_desk import desk_of

KEYS = {
    "read": ["space"],
    "finding": ["full_stop"],
    "card": ["i", "escape"],
    "verdict": ["x"],
    "cite": ["e"],
    "score": ["2"],
    "rubric": ["r", "escape"],
    "select": ["v", "right", "s", "enter"],
    "note": ["n", *"why", "escape"],
    "undo": ["u"],
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_ten_steps_are_done_with_the_keys_they_name(
    workspace: Workspace, rater: Rater, size: tuple[int, int]
) -> None:
    """In the middle the app is closed, and goes on at the same step."""
    assert list(KEYS) == list(STEPS)
    app = AnnotatorApp(workspace, rater)
    async with app.run_test(size=size) as pilot:
        await wait(pilot)
        assert "first time?" in screen(app)
        await pilot.press("F")
        await wait(pilot)
        for number, step in enumerate(list(STEPS)[:5], 1):
            assert f"step {number} of 10" in screen(app), step
            await pilot.press(*KEYS[step])
            await wait(pilot)
    again = AnnotatorApp(workspace, rater)
    async with again.run_test(size=size) as pilot:
        await wait(pilot)
        for number, step in enumerate(list(STEPS)[5:], 6):
            assert f"step {number} of 10" in screen(again), step
            await pilot.press(*KEYS[step])
            await wait(pilot)
        assert "step" not in screen(again).splitlines()[-3]
        assert any("That was the guide" in one.message for one in again._notifications)
        await pilot.press("escape")
        await wait(pilot)
        assert "first time?" not in screen(again), "it is offered to who is new"


async def test_the_guide_can_be_skipped_and_begun_again(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("F")
        await wait(pilot)
        await pilot.press("F")
        await wait(pilot)
        assert "step 1" not in screen(app)
        await pilot.press("F")
        await wait(pilot)
        assert "step 1 of 10" in screen(app)


async def test_an_empty_workspace_offers_the_guide(tmp_path_factory: pytest.TempPathFactory) -> None:
    from annotator.workbench.rating import ensure_rater

    with open_workspace(tmp_path_factory.mktemp("empty"), create=True) as workspace:
        app = AnnotatorApp(workspace, ensure_rater(workspace, "rania"))
        async with app.run_test(size=(100, 30)) as pilot:
            await wait(pilot)
            assert "with a guide" in screen(app)
            await pilot.press("enter")
            await wait(pilot)
            assert isinstance(app.screen, DeskScreen) and "step 1 of 10" in screen(app)


async def test_while_the_signals_wait_the_guide_does_without_them(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BOTH)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("F")
        await wait(pilot)
        assert f"step 1 of {len(guide_for(findings=False).steps)}" in screen(app)
        await pilot.press("space")
        await wait(pilot)
        assert desk_of(app)._guide is not None and desk_of(app)._guide.step == "score"
