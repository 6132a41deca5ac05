"""A small window with a list to choose from."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from annotator.tui.widgets.lines_pane import Build, LinesPane


class ChooseOne(ModalScreen[str | None]):
    """What the chosen line is about; None when nothing was chosen."""

    CSS_PATH = "choose_one.tcss"
    BINDINGS = [Binding("escape", "dismiss(None)", "never mind", key_display="esc")]

    def __init__(self, build: Build, chosen: str = "") -> None:
        super().__init__()
        self._build = build
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The list."""
        yield LinesPane(id="choices")

    def on_mount(self) -> None:
        """Nothing; the list has the keys."""
        pane = self.query_one("#choices", LinesPane)
        pane.show(self._build, target=self._chosen)
        pane.focus()

    @on(LinesPane.Chosen)
    def _choose(self, message: LinesPane.Chosen) -> None:
        self.dismiss(message.target)
