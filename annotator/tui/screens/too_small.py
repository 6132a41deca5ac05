"""What is shown while the terminal is too small."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen

from annotator.present.lines import Line, fold_runs
from annotator.translating import _
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS


class TooSmallScreen(Screen[None]):
    """One sentence; what was open waits under it untouched."""

    CSS_PATH = "too_small.tcss"

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._needs = (width, height)

    def compose(self) -> ComposeResult:
        """The sentence."""
        pane = LinesPane(build=self._say)
        pane.can_focus = False
        yield pane

    def _say(self, width: int) -> list[Line]:
        least, high = self._needs
        words = _("annotator needs at least {width} x {height}.").format(width=least, height=high)
        return fold_runs(words, width, CELLS)
