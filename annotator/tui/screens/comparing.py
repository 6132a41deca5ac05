"""The way to the outlets side by side. What others scored is shown there, and that it was seen is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.translating import _
from annotator.tui.screens.framed import FramedScreen

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric
    from annotator.tui.screens.tabbed import Sight, TabbedScreen
    from annotator.workbench.opening import Workspace


def open_compare(
    screen: FramedScreen,
    workspace: Workspace,
    rater: Rater,
    rubric: Rubric,
    story: str | None,
    tab: str = "scores",
) -> None:
    """Nothing; the outlets of this story stand side by side; without one, of the first that several tell."""
    from annotator.tui.screens.tabbed import Sight
    from annotator.workbench.reading import list_stories

    with screen.telling():
        if story is None:
            told = (row.id for row in list_stories(workspace) if row.id and row.outlets > 1)
            story = next(told, None)
        show_tab(screen, tab, Sight(workspace, rater, rubric, story))


def show_tab(screen: FramedScreen, tab: str, sight: Sight, *, switch: bool = False) -> None:
    """Nothing; the tab is on the screen, over `screen` or in its place.

    Who judges first and looks later is asked before what others scored is shown; who has no story yet and
    needs one is asked for it.
    """
    from annotator.tui.screens.tabbed import COVERAGE, SCORES, TEXT

    with screen.telling():
        if tab in (COVERAGE, TEXT) and sight.story is None:
            _ask_story(screen, tab, sight, switch)
        elif tab == SCORES:
            _ask_others(screen, sight, switch)
        else:
            _put(screen, tab, sight, switch)


def _put(screen: FramedScreen, tab: str, sight: Sight, switch: bool) -> None:
    chosen = _screen_of(tab)(sight)
    if switch:
        screen.app.switch_screen(chosen)
    else:
        screen.app.push_screen(chosen)


def _screen_of(tab: str) -> type[TabbedScreen]:
    """The screen of a tab, imported when it is first wanted."""
    from annotator.tui.screens import tabbed

    if tab == tabbed.SCORES:
        from annotator.tui.screens.compare import CompareScreen

        return CompareScreen
    if tab == tabbed.SIGNALS:
        from annotator.tui.screens.compare_signals import SignalsScreen

        return SignalsScreen
    if tab == tabbed.COVERAGE:
        from annotator.tui.screens.coverage import CoverageScreen

        return CoverageScreen
    from annotator.tui.screens.parallel import ParallelScreen

    return ParallelScreen


def _ask_others(screen: FramedScreen, sight: Sight, switch: bool) -> None:
    """Nothing; the scores are shown, after a question where the rater has not judged yet."""
    from annotator.present.revealing import others_lines
    from annotator.tui.dialogs.choose_one import ChooseOne
    from annotator.tui.screens.tabbed import SCORES
    from annotator.tui.widgets.painting import CELLS
    from annotator.workbench import browsing, comparing, veiling

    workspace, rater = sight.workspace, sight.rater

    def go(chosen: str | None) -> None:
        if chosen == "show":
            with screen.telling():
                veiling.see_others(workspace, rater, unseen)
                _put(screen, SCORES, sight, switch)

    scored = comparing.count_raters(workspace, story=sight.story, rubric=sight.rubric)
    unseen = veiling.others_unseen(workspace, rater, sight.story) if scored else []
    if not unseen or browsing.reads_openly(workspace, rater):
        go("show")
    else:
        screen.app.push_screen(ChooseOne(lambda width: others_lines(width, CELLS)), go)


def _ask_story(screen: FramedScreen, tab: str, sight: Sight, switch: bool) -> None:
    """Nothing; the tab shows the only story that several outlets tell, or the one that was chosen."""
    from annotator.present.coverage_matrix import story_lines
    from annotator.tui.dialogs.choose_one import ChooseOne
    from annotator.tui.widgets.painting import CELLS
    from annotator.workbench.reading import list_stories

    told = [row for row in list_stories(sight.workspace) if row.id and row.outlets > 1]

    def go(story: str | None) -> None:
        if story:
            _put(screen, tab, replace(sight, story=story), switch)

    if len(told) == 1:
        go(told[0].id)
    elif told:
        screen.app.push_screen(ChooseOne(lambda width: story_lines(told, width, CELLS)), go)
    else:
        screen.tell(
            _("No story here is told by more than one outlet. Add the same story from another."), alarm=True
        )
