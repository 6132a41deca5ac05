"""Where a note is written."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea


class NotePad(TextArea):
    """A few lines to write in; Escape ends writing. What is written is told as it is written."""

    BINDINGS = [Binding("escape,ctrl+s", "finish", "done", key_display="esc")]

    @dataclass
    class Finished(Message):
        """Writing has ended."""

        words: str

    def action_finish(self) -> None:
        """Nothing; a message carries the words."""
        self.post_message(self.Finished(self.text))
