"""A window in which a whole text is pasted or typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from annotator.present.lines import fold_runs
from annotator.translating import N_, _
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS

_QUESTION = N_("Paste the text, its headline in the first line. ctrl+s takes it, esc leaves it.")


class PasteText(ModalScreen[str | None]):
    """The text that was pasted; None when there is none."""

    CSS_PATH = "paste_text.tcss"
    BINDINGS = [
        Binding("ctrl+s", "take", "take it", priority=True),
        Binding("escape", "dismiss(None)", "never mind", key_display="esc"),
    ]

    def compose(self) -> ComposeResult:
        """A sentence, and room for the text."""
        question = LinesPane(
            id="question", build=lambda width: fold_runs(_(_QUESTION), width, CELLS, "strong")[:2]
        )
        question.can_focus = False
        with Vertical(id="window"):
            yield question
            yield TextArea(id="text", tab_behavior="focus")

    def on_mount(self) -> None:
        """Nothing; the keys go to the text."""
        self.query_one("#text").focus()

    def action_take(self) -> None:
        """Nothing; the text is given."""
        text = self.query_one("#text", TextArea).text
        self.dismiss(text if text.strip() else None)
