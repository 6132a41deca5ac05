"""A small window with a few things to choose from, each by its number."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding

from annotator.tui.dialogs.choose_one import ChooseOne
from annotator.tui.widgets.lines_pane import Build


class ChooseByKey(ChooseOne):
    """What was chosen, by its number or by Enter; None when nothing was."""

    BINDINGS = [Binding(str(number), f"take({number})", show=False) for number in range(1, 10)]

    def __init__(self, build: Build, targets: Sequence[str], chosen: str = "") -> None:
        super().__init__(build, chosen)
        self._targets = targets

    def action_take(self, number: int) -> None:
        """Nothing; the choice with this number is taken, if there is one."""
        if number <= len(self._targets):
            self.dismiss(self._targets[number - 1])
