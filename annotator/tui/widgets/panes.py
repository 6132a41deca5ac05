"""The panes beside the article."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message

from annotator.tui.widgets.lines_pane import LinesPane


class SignalsPane(LinesPane):
    """The signals with their counts; below them why the finding in hand is there."""

    BINDINGS = [
        Binding("enter", "choose", "its findings"),
        Binding("space", "show_or_hide", "show or hide"),
        Binding("i", "screen.card", "card", tooltip="the card of the signal in hand"),
        Binding("y", "screen.verdict('yes')", "right"),
        Binding("x", "screen.verdict('no')", "wrong"),
        Binding("m", "screen.verdict('unsure')", "unsure"),
    ]

    @dataclass
    class Toggled(Message):
        """Somebody wants a signal's findings shown or hidden."""

        signal: str

    def action_show_or_hide(self) -> None:
        """Nothing; a message names the signal under the cursor."""
        if self.target.startswith("signal:"):
            self.post_message(self.Toggled(self.target.removeprefix("signal:")))


class FormPane(LinesPane):
    """The rubric's form: levels, evidence, note, all criteria."""

    BINDINGS = [Binding("enter", "choose", "take it")]
