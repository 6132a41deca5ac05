"""A line for an address or path that takes a whole text, too, when one is pasted."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from annotator.translating import _
from annotator.tui.widgets.speaking import Speaking

_LONG = 2_000
"""Letters that no address or path has."""


class SourceLine(Input, Speaking):
    """One line to type in; a pasted text of several lines is told as a text and does not stand in it."""

    BINDINGS = [Binding("enter", "submit", "read it")]

    def on_mount(self) -> None:
        """Nothing; the empty line says what goes there."""
        self.language_changed()

    def language_changed(self) -> None:
        """Nothing; it says so in the language in use."""
        self.placeholder = _("https://…, a file or a folder")

    class TextPasted(Message):
        """Several lines, or one very long one, were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        if "\n" in event.text.strip() or len(event.text) > _LONG:
            event.stop()
            event.prevent_default()
            self.post_message(self.TextPasted(event.text))
