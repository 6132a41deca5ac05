"""A small window that asks for a line of words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from annotator.present.lines import fold_runs
from annotator.translating import _
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS


class AskWords(ModalScreen[str | None]):
    """A question with room for an answer; None when there is none."""

    CSS_PATH = "ask_words.tcss"
    BINDINGS = [Binding("escape", "dismiss(None)", "never mind", key_display="esc")]

    def __init__(self, question: str, answer: str = "") -> None:
        super().__init__()
        self._question = question
        self._answer = answer

    def compose(self) -> ComposeResult:
        """The question and the line for its answer."""
        question = LinesPane(
            id="question",
            build=lambda width: [
                *fold_runs(self._question, width, CELLS, "strong")[:2],
                *fold_runs(_("enter takes it, esc leaves it"), width, CELLS, "quiet"),
            ],
        )
        question.can_focus = False
        with Vertical(id="window"):
            yield question
            yield Input(self._answer, id="answer")

    def on_mount(self) -> None:
        """Nothing; the keys go to the answer."""
        self.query_one("#answer").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Nothing; the answer is given."""
        event.stop()
        self.dismiss(event.value.strip() or None)
