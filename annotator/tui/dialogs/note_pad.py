"""Where a note is written."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from annotator.workbench.rating import LONGEST_NOTE


class NotePad(TextArea):
    """A few lines to write in; Escape ends writing. What is written is told as it is written."""

    BINDINGS = [Binding("escape,ctrl+s", "finish", "done", key_display="esc")]

    class TooLong(Message):
        """More was pasted than a note can hold; what fits is there."""

    async def _on_paste(self, event: events.Paste) -> None:
        room = LONGEST_NOTE - len(self.text)
        if len(event.text) <= room:
            return
        event.stop()
        event.prevent_default()
        self.insert(event.text[: max(0, room)])
        self.post_message(self.TooLong())

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is drawn; nothing once the pad is gone, when Textual may still ask for a last picture."""
        return super().render_lines(crop) if self.is_attached else [Strip.blank(crop.width)] * crop.height

    def take_in(self, words: str) -> None:
        """Nothing; the pad holds these words, with the cursor where it was."""
        cursor = self.cursor_location
        self.text = words
        self.move_cursor(cursor)

    async def action_finish(self) -> None:
        """Nothing; the screen takes the words at once: a key that follows is no longer for this pad."""
        await self.run_action("screen.finish_note")
