"""The base of all panes: lines of runs painted as strips, text never read as markup."""

from __future__ import annotations

from typing import cast

from rich.cells import get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from annotator.present.lines import Line
from annotator.present.showing import Cells, shown
from annotator.tui.palette import PaintedApp, Palette
from annotator.tui.widgets.speaking import Speaking

CELLS = Cells(get_character_cell_size)
"""How wide characters are in this terminal. Nothing is measured before Rich's table was settled."""


class Painted(ScrollView, Speaking):
    """A pane that draws its own lines. Words reach the terminal only as segments."""

    ALLOW_SELECT = False
    _base: Style | None = None
    """The pane's own style while a picture is being drawn."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the pane. Its own style is asked for once: that costs more than a line."""
        self._base = self.rich_style
        try:
            return super().render_lines(crop)
        finally:
            self._base = None

    @property
    def palette(self) -> Palette:
        """The styles of the moment."""
        return cast(PaintedApp, self.app).palette

    def paint(self, words: Line, width: int, look: str = "") -> Strip:
        """The line as a strip exactly `width` cells wide; `look` lies under everything in it."""
        style = self.palette.style
        base = self._base or self.rich_style
        base = base + style(look) if look else base
        segments: list[Segment] = []
        used = 0
        for run in words:
            text = shown(run.text)
            segments.append(Segment(text, base + style(run.look) if run.look else base))
            used += CELLS.of(text)
        return _fitted(segments, used, width, base)

    def language_changed(self) -> None:
        """Nothing; the pane is painted anew."""
        self.refresh()

    def set_height(self, lines: int) -> None:
        """Nothing; the pane can scroll over this many lines.

        A height that fits into the pane never changes the layout, which would cost a whole screen's work.
        """
        size = Size(self.size.width, max(lines, self.size.height))
        if size != self.virtual_size:
            self.virtual_size = size


def _fitted(segments: list[Segment], used: int, width: int, base: Style) -> Strip:
    if used < width:
        segments.append(Segment(" " * (width - used), base))
        used = width
    strip = Strip(segments, used)
    return strip if used == width else strip.crop(0, width)
