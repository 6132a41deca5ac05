"""A line at the foot of the library in which words to look for are typed."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input


class SearchLine(Input):
    """Every change narrows the list at once; Enter keeps what was found, Escape shows all again."""

    PLACES = "titles, outlets and file names"
    BINDINGS = [
        Binding("enter,down", "finish(True)", "keep these", key_display="enter"),
        Binding("escape", "finish(False)", "show all", key_display="esc"),
    ]

    @dataclass
    class Finished(Message):
        """Searching has ended."""

        keep: bool

    def __init__(self, words: str = "", *, places: str = PLACES) -> None:
        super().__init__(words, placeholder=f"find in {places}", select_on_focus=False)

    def on_mount(self) -> None:
        """Nothing; the keys go here."""
        self.focus()

    def action_finish(self, keep: bool) -> None:
        """Nothing; a message says whether what was found stays."""
        self.post_message(self.Finished(keep))
