"""One of two articles side by side: a click picks a passage."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message

from annotator.present.wrapping import offset_at
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.text_column import TextColumn


class TwinColumn(TextColumn):
    """One of two articles; a click picks a passage."""

    BINDINGS = [
        Binding("j", "scroll_down", "down", show=False),
        Binding("k", "scroll_up", "up", show=False),
    ]

    @dataclass
    class Picked(Message):
        """Somebody clicked at a code point of the text."""

        pane: TwinColumn
        at: int

    def room_below(self) -> int:
        """So many that a passage of the last lines can stand beside one of the first."""
        return max(1, self.size.height * 3 // 4)

    def on_click(self, event: events.Click) -> None:
        """Nothing; a message says at which place of the text."""
        offset = event.get_content_offset(self)
        if offset is None or not self.lines:
            return
        if offset.x >= self.size.width - 2:
            self.jump(offset.y)
            return
        at = min(offset.y + self.scroll_offset.y, len(self.lines) - 1)
        place = offset_at(self.text, self.lines[at], max(0, offset.x - self._left), CELLS)
        self.post_message(self.Picked(self, place))
