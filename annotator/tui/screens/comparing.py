"""The way to the comparison: what others scored is shown there, and that it was seen is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.tui.screens.framed import FramedScreen

if TYPE_CHECKING:
    from annotator.model.judgements import Rater
    from annotator.model.rubrics import Rubric
    from annotator.workbench.opening import Workspace


def open_compare(
    screen: FramedScreen, workspace: Workspace, rater: Rater, rubric: Rubric, story: str | None
) -> None:
    """Nothing; the outlets stand side by side. Who judges first and looks later is asked before."""
    from annotator.present.revealing import others_lines
    from annotator.tui.dialogs.choose_one import ChooseOne
    from annotator.tui.screens.compare import CompareScreen
    from annotator.tui.widgets.painting import CELLS
    from annotator.workbench import browsing, comparing, veiling

    def go(chosen: str | None) -> None:
        if chosen == "show":
            with screen.telling():
                veiling.see_others(workspace, rater, unseen)
                screen.app.push_screen(CompareScreen(workspace, rater, rubric, story))

    with screen.telling():
        scored = comparing.compare_scores(workspace, story=story, rubric=rubric).raters
        unseen = veiling.others_unseen(workspace, rater, story) if scored else []
        if not unseen or browsing.reads_openly(workspace, rater):
            go("show")
        else:
            screen.app.push_screen(ChooseOne(lambda width: others_lines(width, CELLS)), go)
