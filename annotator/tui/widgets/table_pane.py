"""A table with a cursor that stands on a cell."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from annotator.present.lines import BLANK, Line, Run, clip_line, fold, pad, width_of
from annotator.present.score_views import View
from annotator.tui.widgets.painting import CELLS, Painted

_NARROWEST, _WIDEST = 17, 26
"""Cells of a column, the gap to the next one included."""
_HEAD = 3
"""Lines for the names of the columns, the gap below them included."""
_EMPTY = View("", (), ())


class TablePane(Painted, can_focus=True):
    """Rows and columns; the columns move sideways when they do not all fit."""

    BINDINGS = [
        Binding("up,k", "move(-1, 0)", "up", show=False),
        Binding("down,j", "move(1, 0)", "down", show=False),
        Binding("left,h", "move(0, -1)", "to the left", show=False),
        Binding("right,l", "move(0, 1)", "to the right", show=False),
        Binding("enter", "choose", "behind it", tooltip="the words behind it"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor stands on another cell."""

        row: int
        column: int

    @dataclass
    class Chosen(Message):
        """Somebody wants to see what stands behind a cell."""

        row: int
        column: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view = _EMPTY
        self._row = 0
        self._column = 0
        self._first = 0
        self._label, self._each, self._fitting, self._step = 18, _NARROWEST, 1, 1

    @property
    def place(self) -> tuple[int, int]:
        """The row and column of the cell under the cursor."""
        return self._row, self._column

    def show(self, view: View) -> None:
        """Nothing; the pane shows this table."""
        self._view = view
        self._row = min(self._row, max(0, len(view.rows) - 1))
        self._column = min(self._column, max(0, len(view.columns) - 1))
        self._measure()
        self.action_move(0, 0)

    def on_resize(self) -> None:
        """Nothing; the cursor's column stays in sight."""
        self._measure()
        self._bring_in_sight()
        self.refresh()

    def on_focus(self) -> None:
        """Nothing; the cursor's cell shows where keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Nothing; the cursor's cell shows that keys go elsewhere."""
        self.refresh()

    def _measure(self) -> None:
        rows, room = len(self._view.rows), self.size.width
        self._label = min(36, max(18, room // 4))
        room -= self._label + 2
        self._each = min(_WIDEST, max(_NARROWEST, room // max(1, len(self._view.columns))))
        self._fitting = max(1, room // self._each)
        # Rows stand apart where there is room for that.
        self._step = 2 if 2 * rows + _HEAD <= self.size.height else 1
        self.set_height(self._step * rows + _HEAD)

    def render_line(self, y: int) -> Strip:
        """The strip of one visible line: the names of the columns, then a row on every second line."""
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at < _HEAD:
            return self.paint(self._header(at), width)
        row, gap = divmod(at - _HEAD, self._step)
        if gap or not 0 <= row < len(self._view.rows):
            return self.paint(BLANK, width)
        return self.paint(self._row_line(row), width)

    def _header(self, line: int) -> Line:
        names = self._view.columns[self._first : self._first + self._fitting]
        parts = [[*fold(name, self._each - 2, CELLS), "", ""][line] if line < 2 else "" for name in names]
        columns = [Run(pad(part, self._each, CELLS), "strong") for part in parts]
        before = "← " if self._first and not line else "  "
        after = "→" if self._first + self._fitting < len(self._view.columns) and not line else ""
        corner = pad(self._view.corner if not line else "", self._label - 2, CELLS)
        return (Run("  " + corner + before, "quiet"), *columns, Run(after, "quiet"))

    def _row_line(self, row: int) -> Line:
        name, cells = self._view.rows[row]
        runs = [Run("  " + pad(name, self._label - 2, CELLS) + "  ", "here" if row == self._row else "")]
        for at, cell in enumerate(cells[self._first : self._first + self._fitting], self._first):
            look = ""
            if (row, at) == (self._row, self._column):
                look = " cursor" if self.has_focus else " cursor-away"
            inside = clip_line(cell, self._each - 2, CELLS)
            gap = Run(" " * (self._each - 2 - width_of(inside, CELLS)))
            runs += [Run(run.text, (run.look + look).strip()) for run in (*inside, gap)]
            runs.append(Run("  "))
        return tuple(runs)

    def action_move(self, down: int, right: int) -> None:
        """Nothing; the cursor moves, and a message says to which cell."""
        self._row = min(max(self._row + down, 0), max(0, len(self._view.rows) - 1))
        self._column = min(max(self._column + right, 0), max(0, len(self._view.columns) - 1))
        self._bring_in_sight()
        self.refresh()
        if self._view.rows and self._view.columns:
            self.post_message(self.Moved(self._row, self._column))

    def _bring_in_sight(self) -> None:
        if self._column < self._first:
            self._first = self._column
        self._first = max(self._first, self._column - self._fitting + 1)
        top, height, line = self.scroll_offset.y, self.size.height, self._step * self._row + _HEAD
        if not top <= line < top + height:
            self.scroll_to(y=0 if self._row == 0 else line - height + 1, animate=False)

    def action_choose(self) -> None:
        """Nothing; a message says which cell was chosen."""
        if self._view.rows and self._view.columns:
            self.post_message(self.Chosen(self._row, self._column))

    def on_click(self, event: events.Click) -> None:
        """Nothing; a click moves the cursor to a cell, a second one chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row, gap = divmod(offset.y + self.scroll_offset.y - _HEAD, self._step)
        column = self._first + (offset.x - self._label - 2) // self._each
        if gap or not 0 <= row < len(self._view.rows) or not 0 <= column < len(self._view.columns):
            return
        if (row, column) == self.place and event.chain > 1:
            self.action_choose()
        self.action_move(row - self._row, column - self._column)
