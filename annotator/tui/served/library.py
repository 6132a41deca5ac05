"""The library in a browser."""

from __future__ import annotations

from textual import on

from annotator.present.lines import Line, fold_runs
from annotator.translating import _
from annotator.tui.screens.library import LibraryScreen
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS


class ServedLibraryScreen(LibraryScreen):
    """The library without what reaches beyond a student's own reading."""

    def _show_emptiness(self, *, empty: bool) -> None:
        super()._show_emptiness(empty=empty)
        if empty:
            self.query_one("#empty", LinesPane).show(_nothing_yet)

    def action_guide(self) -> None:
        """Nothing; the guide begins, where there is an article to begin with."""
        if not self.has_class("-empty"):
            super().action_guide()

    @on(LinesPane.Chosen, "#empty")
    def _wait(self, message: LinesPane.Chosen) -> None:
        """Nothing; articles are the teacher's to bring."""
        message.prevent_default()


def _nothing_yet(width: int) -> list[Line]:
    return fold_runs(_("There are no articles here yet. Your teacher will bring them."), width, CELLS, "")
