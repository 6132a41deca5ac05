"""A line at the foot of the library in which words to look for are typed."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from annotator.translating import N_, _
from annotator.tui.widgets.speaking import Speaking


class SearchLine(Input, Speaking):
    """Every change narrows the list at once; Enter keeps what was found, Escape shows all again."""

    PLACES = N_("find in titles, outlets and file names")
    OPEN_PLACES = N_("find in titles; outlets that are hidden cannot be found")
    BINDINGS = [
        Binding("enter,down", "finish(True)", "keep these", key_display="enter"),
        Binding("escape", "finish(False)", "show all", key_display="esc"),
    ]

    @dataclass
    class Finished(Message):
        """Searching has ended."""

        keep: bool

    def __init__(self, words: str = "", *, places: str = PLACES) -> None:
        super().__init__(words, placeholder=_(places), select_on_focus=False)
        self._places = places

    def on_mount(self) -> None:
        """Nothing; the keys go here."""
        self.focus()

    def language_changed(self) -> None:
        """Nothing; the empty line says in the language in use where words are looked for."""
        self.placeholder = _(self._places)

    def action_finish(self, keep: bool) -> None:
        """Nothing; a message says whether what was found stays."""
        self.post_message(self.Finished(keep))
